internal import Contributions
internal import TestSupport
internal import Testing

@Suite("A NIK in itself")
struct NIKTests {
    private static func nik(_ text: String) -> NIK {
        NIK(Array(text.utf8).withUnsafeBufferPointer { PackedText(packing: $0) ?? .pooled(at: 0) })
    }

    @Test(
        "is PPRRDD, birth date with day + 40 for women, and a serial from 0001",
        arguments: [
            ("3273011204900001", nil, nil), ("3273011204900001", "1990-04-12", nil),
            ("3273015204900001", "1990-04-12", nil), ("3273011204900001", "2090-04-12", nil),
            // The largest and smallest day of men and women.
            ("3273013101900001", nil, nil), ("3273017101900001", nil, nil),
            ("3273014101900001", nil, nil),
            ("3273013201900001", nil, .impossibleDate), ("3273017201900001", nil, .impossibleDate),
            ("3273014001900001", nil, .impossibleDate), ("3273010001900001", nil, .impossibleDate),
            ("3273011213900001", nil, .impossibleDate), ("3273011200900001", nil, .impossibleDate),
            ("3273013004900001", nil, nil), ("3273013104900001", nil, .impossibleDate),
            // 29 February 2000 existed, that of 1900 did not; 1996 in the last century.
            ("3273012902000001", nil, nil), ("3273012902960001", nil, nil),
            ("3273012902970001", nil, .impossibleDate), ("3273016902000001", "2000-02-29", nil),
            // Excel keeps fifteen digits.
            ("3273011204900000", nil, .serialZero), ("3273011204909999", nil, nil),
            // An unknown region is no fault.
            ("0000001204900001", nil, nil), ("9999991204900001", nil, nil),
            ("327301120490001", nil, .notSixteenDigits),
            ("32730112049000011", nil, .notSixteenDigits),
            ("327301120490000A", nil, .notSixteenDigits), ("A", nil, .notSixteenDigits),
            ("3273011204900001", "1990-04-13", .contradictsBirthDate),
            ("3273011204900001", "1990-05-12", .contradictsBirthDate),
            ("3273011204900001", "1991-04-12", .contradictsBirthDate),
            ("3273015204900001", "1990-04-13", .contradictsBirthDate),
        ] as [(String, String?, NIKFault?)]
    )
    func structure(_ text: String, _ birth: String?, _ fault: NIKFault?) {
        #expect(Self.nik(text).fault(birth: birth.map(day) ?? .absent) == fault)
    }
}
