internal import Contributions
internal import Testing

/// The worked figures of domain 7, from public sources: typed in, never computed.
@Suite("Worked figures")
struct WorkedFiguresTests {
    struct Figure: CustomTestStringConvertible, Sendable {
        var wage: String
        var employer: String
        var blth: String
        /// JKK, JKM, JHT and JP of both sides, in sen; nil where the source gives none.
        var due: [Int64?]

        var testDescription: String { "\(wage) in \(blth)" }
    }

    @Test(
        "are what a month owes",
        arguments: [
            // PP 44/2015 art. 16 and 18, PP 46/2015 art. 16, PP 45/2015 art. 28.
            Figure(
                wage: "15000000",
                employer: "III,,,,",
                blth: "2026-02",
                due: [133_500_00, 45_000_00, 555_000_00, 300_000_00, 210_948_00, 105_474_00]
            ),
            // The JP cap of letter B/1226/022026.
            Figure(
                wage: "15000000",
                employer: "III,,,,",
                blth: "2026-03",
                due: [133_500_00, 45_000_00, 555_000_00, 300_000_00, 221_726_00, 110_863_00]
            ),
            Figure(
                wage: "5000000",
                employer: "I,,,,",
                blth: "2026-03",
                due: [12_000_00, 15_000_00, 185_000_00, 100_000_00, 100_000_00, 50_000_00]
            ),
            // PP 7/2025: half of JKK for labour-intensive employers.
            Figure(
                wage: "5000000",
                employer: "I,,,Y,",
                blth: "2025-08",
                due: [6_000_00, 15_000_00, 185_000_00, 100_000_00, 100_000_00, 50_000_00]
            ),
            // PP 49/2020: JKK and JKM at 1 %, JP too where it is deferred.
            Figure(
                wage: "5000000",
                employer: "I,,,,Y",
                blth: "2020-10",
                due: [120_00, 150_00, 185_000_00, 100_000_00, 1_000_00, 500_00]
            ),
            Figure(
                wage: "4900000",
                employer: "I,,,,",
                blth: "2024-06",
                due: [11_760_00, 14_700_00, 181_300_00, 98_000_00, 98_000_00, 49_000_00]
            ),
            // JKK, JKM and JHT have no cap.
            Figure(
                wage: "50000000",
                employer: "I,,,,",
                blth: "2024-06",
                due: [120_000_00, 150_000_00, 1_850_000_00, 1_000_000_00, 200_846_00, 100_423_00]
            ),
            // BPJS bills to the sen.
            Figure(
                wage: "2773184",
                employer: "I,,,,",
                blth: "2026-08",
                due: [nil, nil, 102_607_81, 55_463_68, 55_463_68, 27_731_84]
            ),
            Figure(
                wage: "5938885",
                employer: "II,,,,",
                blth: "2026-08",
                due: [32_069_98, 17_816_66, 219_738_75, 118_777_70, 118_777_70, 59_388_85]
            ),
        ]
    )
    func areWhatAMonthOwes(_ figure: Figure) throws {
        let month = try oneMonth(figure.wage, figure.blth, employer: figure.employer)
        let due = try #require(month?.due)
        for (share, expected) in zip(Share.allCases, figure.due) {
            guard let expected else { continue }
            #expect(due[share].sen == expected, "\(share.column)")
        }
    }
}
