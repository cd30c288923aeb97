internal import TestSupport
internal import Testing

@testable internal import Contributions

/// Which evidence makes a suggestion: design.md 3 for the first rows, decision 0013 for the others.
@Suite("Evidence of a pair")
struct PairEvidenceTests {
    private static let slip = NumberAgreement.slip(.replaced(place: 3))

    @Test(
        "suggests, in the order KPJ, NIK, name, birth date",
        arguments: [
            // The contract's own.
            (.absent, slip, .differs, .same), (.differs, slip, .same, .differs),
            (.zerosLost(count: 1), .differs, .differs, .differs),
            // A NIK with something less, or with the other number.
            (.differs, slip, .abbreviated, .differs), (.absent, slip, .sharesWord, .swapped),
            (slip, slip, .absent, .absent), (.absent, .same, .same, .absent),
            // A KPJ.
            (slip, .absent, .same, .absent), (slip, .differs, .abbreviated, .oneDigit),
            (slip, .absent, .differs, .same), (slip, .differs, .absent, .same),
            (slip, .absent, .sharesWord, .oneDigit),
            (.zerosLost(count: 2), .absent, .same, .absent),
            // What a spreadsheet left.
            (.differs, .remains, .same, .absent), (.differs, .remains, .sharesWord, .same),
            (.absent, .remains, .absent, .same),
            // Who he is.
            (.differs, .differs, .same, .same), (.absent, .absent, .abbreviated, .swapped),
            (.absent, .absent, .sharesWord, .same),
        ] as [(NumberAgreement, NumberAgreement, NameAgreement, BirthAgreement)]
    )
    func suggests(
        _ kpj: NumberAgreement,
        _ nik: NumberAgreement,
        _ name: NameAgreement,
        _ birth: BirthAgreement
    ) {
        let evidence = PairEvidence(kpj: kpj, nik: nik, name: name, birth: birth)
        #expect(evidence.isSuggestion)
    }

    @Test(
        "does not suffice",
        arguments: [
            // One value alone, or with what speaks against it.
            (.absent, slip, .differs, .differs), (.absent, slip, .sharesWord, .absent),
            (.absent, slip, .absent, .oneDigit), (slip, .absent, .absent, .absent),
            (slip, .differs, .same, .differs), (slip, .differs, .differs, .same),
            (slip, .absent, .sharesWord, .absent),
            (.zerosLost(count: 2), .absent, .absent, .absent),
            (.differs, .remains, .same, .differs), (.differs, .remains, .differs, .same),
            (.absent, .absent, .same, .absent), (.absent, .absent, .absent, .same),
            // Other numbers need name and birth date whole.
            (.differs, .differs, .same, .swapped), (.differs, .absent, .sharesWord, .same),
            (.absent, .differs, .same, .oneDigit), (.differs, .differs, .same, .absent),
        ] as [(NumberAgreement, NumberAgreement, NameAgreement, BirthAgreement)]
    )
    func doesNotSuffice(
        _ kpj: NumberAgreement,
        _ nik: NumberAgreement,
        _ name: NameAgreement,
        _ birth: BirthAgreement
    ) {
        let evidence = PairEvidence(kpj: kpj, nik: nik, name: name, birth: birth)
        #expect(!evidence.isSuggestion)
    }

    @Test(
        "compares birth dates",
        arguments: [
            ("1990-04-12", "1990-04-12", .same), ("1990-04-12", "1990-12-04", .swapped),
            ("1990-04-12", "1990-04-13", .oneDigit), ("1990-04-12", "1980-04-12", .oneDigit),
            ("1990-04-12", "1990-05-13", .differs), ("1990-04-12", "1991-12-04", .differs),
            ("1990-04-12", nil, .absent), (nil, nil, .absent),
        ] as [(String?, String?, BirthAgreement)]
    )
    func birthDates(_ left: String?, _ right: String?, _ expected: BirthAgreement) {
        let (left, right) = (left.map(day) ?? .absent, right.map(day) ?? .absent)
        #expect(BirthAgreement(left, right) == expected)
        #expect(BirthAgreement(right, left) == expected)
    }
}
