internal import Contributions
internal import Testing

@Suite("Two names")
struct NameWordsTests {
    @Test(
        "differ when they share no word after upper-casing and dropping punctuation",
        arguments: [
            ("Sari Wulandari", "SARI WULANDARI", false), ("Sari Wulandari", "wulandari", false),
            ("Sari Wulandari", "Budi Santoso", true), ("Ma'ruf", "MARUF", false),
            ("M. Yusuf", "Muhammad Yusuf", false), ("M.", "Muhammad", true),
            ("Drs. Agus, M.M.", "AGUS", false), ("Siti Nur-Hasanah", "Nurhasanah", false),
            ("Nur Hasanah", "Nurhasanah", true), ("Sari", "Sar", true), ("Sari\tW", "Sari", false),
            // Nothing to compare is no difference.
            ("", "Sari", false), ("...", "Sari", false), ("Sari", "-", false), ("", "", false),
            // Not only ASCII.
            ("José", "JOSÉ", false), ("José", "Jose", true), ("Łukasz", "łukasz", false),
        ]
    )
    func differ(_ left: String, _ right: String, _ expected: Bool) {
        #expect(Self.differ(left, right) == expected)
        #expect(Self.differ(right, left) == expected)
    }

    private static func differ(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        return left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { NameWords.differ(left, $0) }
        }
    }
}
