internal import Testing

@testable internal import Contributions

/// The variants are those that issue 5 and the labelled set name: titles, Muhammad's spellings,
/// order, case, abbreviations and names after marriage.
@Suite("Two spellings of a name")
struct ComparableNameTests {
    @Test(
        "agree",
        arguments: [
            // Case, punctuation, order.
            ("Sari Wulandari", "SARI  WULANDARI", .same),
            ("Sari Wulandari", "wulandari, sari", .same),
            ("Ma'ruf Amin", "Maruf Amin", .same), ("Nur Aini", "Nuraini", .same),
            ("Siti Nur Hasanah", "Siti Nurhasanah", .same), ("José", "JOSÉ", .same),
            // Titles before and behind, with points and without.
            ("Budi Santoso", "Drs. H. Budi Santoso, M.M.", .same),
            ("Budi Santoso", "BUDI SANTOSO SE", .same),
            ("Rina Sari", "Hj. Rina Sari, A.Md.Keb.", .same),
            ("Budi Santoso", "Budi Santoso S.Kom", .same),
            ("Budi Santoso", "Bpk. Budi Santoso", .same),
            ("Ahmad Hasan", "Ahmad bin Hasan", .same), ("H. Ahmad", "H.Ahmad", .same),
            // A title alone is a name, and Siti is no engineer.
            ("Ir", "Ir", .same), ("St. Aminah", "Siti Aminah", .same),
            ("Aminah Putri", "Aminah Putri ST", .same),
            // Muhammad, spelled, shortened and left out.
            ("Muhammad Rizki", "Mohamad Rizki", .same), ("Muhammad Rizki", "Moch. Rizki", .same),
            ("Muhammad Rizki", "MUH RIZKI", .same), ("Muhammad Rizki", "M. Rizki", .abbreviated),
            ("Muhammad Rizki", "M.Rizki", .abbreviated), ("Muhammad Rizki", "Rizki", .abbreviated),
            ("M. Rizki", "Rizki", .abbreviated), ("Mohammad", "Muhamad", .same),
            ("Achmad Fauzi", "Ahmad Fauzi", .same), ("Abd. Rachman", "Abdul Rahman", .same),
            // Old spelling.
            ("Soerjadi", "Surjadi", .same), ("Djoko Tjahjono", "Joko Cahjono", .same),
            // Initials and words left out.
            ("Budi Santoso", "Budi S.", .abbreviated),
            ("Siti Nur Hasanah", "Siti N. Hasanah", .abbreviated),
            ("Dewi Lestari Pertiwi", "Dewi Lestari", .abbreviated),
            ("Budi Santoso", "B. S.", .differs), ("Budi Santoso", "Budi W.", .sharesWord),
            // Marriage and family.
            ("Dewi Lestari", "Dewi Wijaya", .sharesWord), ("Dewi Lestari", "Dewi", .sharesWord),
            ("Andi Wijaya", "Rudi Wijaya", .sharesWord), ("M. Rizki", "Muhammad Ali", .differs),
            // Nothing in common, or nothing to compare.
            ("Sari Wulandari", "Budi Santoso", .differs), ("Sari", "Sar", .differs),
            ("", "Sari", .absent), ("Sari", "...", .absent), ("", "", .absent),
        ] as [(String, String, NameAgreement)]
    )
    func agree(_ left: String, _ right: String, _ expected: NameAgreement) {
        #expect(name(left).agreement(with: name(right)) == expected)
        #expect(name(right).agreement(with: name(left)) == expected)
    }

    private func name(_ text: String) -> ComparableName {
        Array(text.utf8).withUnsafeBufferPointer { ComparableName($0) }
    }
}
