import Contributions
import TestSupport
import Testing

@testable import Intake

/// Dates as people and systems write them.
@Suite("A date")
struct DateTests {
    private func read(_ text: String, isBirth: Bool = false) -> DateText {
        Array(text.utf8).withUnsafeBufferPointer { DateText($0, isBirth: isBirth) }
    }

    @Test(
        "is read in every spelling that names its month or its order",
        arguments: [
            "2026-05-15", "2026/05/15", "20260515", "15-MEI-26", "15 Mei 2026", "15 May 2026",
            "15-Mei-2026", "Mei 15, 2026", "15MEI2026", "46157", "2026-5-15",
            // A time of midnight adds nothing.
            "2026-05-15 00:00:00", "2026-05-15 00:00:00.000", "2026-05-15T00:00:00",
            "15 Mei 2026 00:00",
        ]
    )
    func day(_ text: String) {
        #expect(read(text) == .day(TestSupport.day("2026-05-15")))
    }

    @Test(
        "knows the months in Indonesian and English, short and long",
        arguments: [
            (1, ["jan", "Januari", "January"]), (2, ["Feb", "Peb", "Februari", "Pebruari"]),
            (3, ["mar", "MRT", "Maret", "March"]), (4, ["Apr", "April"]), (5, ["Mei", "MAY"]),
            (6, ["Jun", "Juni", "June"]), (7, ["Jul", "Juli", "July"]),
            (8, ["Agt", "Agu", "AUG", "Ags", "Agustus", "August"]),
            (9, ["Sep", "SEPT", "September"]), (10, ["Okt", "OCT", "Oktober", "October"]),
            (11, ["Nov", "Nop", "November", "Nopember"]),
            (12, ["Des", "DEC", "Desember", "December"]),
        ] as [(Int, [String])]
    )
    func months(_ month: Int, _ names: [String]) {
        for name in names {
            let expected = TestSupport.day("2026-\(month < 10 ? "0" : "")\(month)-05")
            #expect(read("05 \(name) 2026") == .day(expected))
        }
    }

    @Test("in digits keeps both orders until the column decides")
    func numeric() {
        let both = read("05/06/2026")
        #expect(
            both
                == .numeric(
                    dayFirst: TestSupport.day("2026-06-05"),
                    monthFirst: TestSupport.day("2026-05-06")
                )
        )
        #expect(both.day(.dayFirst) == TestSupport.day("2026-06-05"))
        #expect(both.day(.monthFirst) == TestSupport.day("2026-05-06"))
        #expect(read("15-05-2026").day(.monthFirst) == nil)
        #expect(read("05.15.2026").day(.monthFirst) == TestSupport.day("2026-05-15"))
    }

    @Test(
        "of a system may mean that there is none",
        arguments: [
            "0000-00-00", "00-00-0000", "99981231", "99991231", "01-01-2090", "2090-01-01",
            "9999-12-31", "31/12/9999", "12/31/9999", "0000-00-00 00:00:00",
        ]
    )
    func none(_ text: String) {
        #expect(read(text) == .none)
        #expect(read(text).day(.dayFirst) == .absent)
    }

    @Test("with a year of two digits lies around today, or is a birth that can be a worker's")
    func twoDigits() {
        #expect(read("15-MEI-90", isBirth: true) == .day(TestSupport.day("1990-05-15")))
        #expect(read("15-MEI-26") == .day(TestSupport.day("2026-05-15")))
        #expect(read("15-MEI-26", isBirth: true) == .day(TestSupport.day("1926-05-15")))
        #expect(read("15-MEI-07", isBirth: true) == .day(TestSupport.day("2007-05-15")))
        #expect(read("15-MEI-70") == .day(TestSupport.day("1970-05-15")))
    }

    @Test(
        "that is none is refused",
        arguments: [
            "31-02-2026", "2026-02-30", "20260230", "32 Mei 2026", "13/13/2026", "15 Foo 2026",
            "15-05", "2026", "besok", "15-05-2026-01", "1-2-3", "123456", "9999999999",
            "15-05-1600", "3,27301E+15", "0",
            // Day, month and year without separators: neither a date nor an open end.
            "15051990", "31121990", "21051990",
            // A time that is not midnight may be another day elsewhere.
            "2026-05-14 17:00:00", "2026-05-14T17:00:00Z",
        ]
    )
    func refused(_ text: String) {
        #expect(read(text) == .unreadable)
    }
}

/// The order of day and month, decided from a whole column or not at all.
@Suite("A column of dates")
struct DateColumnTests {
    private static func payroll(_ births: [String]) -> String {
        "NPP;BLTH;No KPJ;Nama;Tgl Lahir;Upah\n"
            + births.enumerated().map { place, birth in
                "27014563;2026-10;1508765432\(place);Budi;\(birth);5000000\n"
            }
            .joined()
    }

    @Test(
        "is read in the only order that fits it",
        arguments: [
            (["05/06/1990", "15/06/1990"], ["1990-06-05", "1990-06-15"]),
            (["05/06/1990", "06/15/1990"], ["1990-05-06", "1990-06-15"]),
            (["05/05/1990"], ["1990-05-05"]),
            (["1990-06-05", "15 Mei 1990", "-", ""], ["1990-06-05", "1990-05-15", "", ""]),
            (["33029", "0000-00-00"], ["1990-06-05", ""]),
        ]
    )
    func order(_ births: [String], _ expected: [String]) throws {
        let read = try ProfileReading(Self.payroll(births))
        #expect(read.payroll.map { $0.birth.isAbsent ? "" : "\($0.birth)" } == expected)
    }

    @Test("that both orders fit is refused with a question")
    func question() throws {
        let text = Self.payroll(["01/02/1990", "05/06/1990"])
        let trouble = try #require(try ProfileReading.trouble(text))
        #expect(
            trouble
                == .dateOrderUnclear(
                    heading: "Tgl Lahir",
                    ProfileTrouble.CellAt(line: 2, text: "01/02/1990")
                )
        )
        #expect(trouble.code.code == "tanggal-meragukan")
        #expect(trouble.message.hasSuffix("hari-bulan maupun bulan-hari; yang mana?"))
        #expect(!trouble.messageForLogs.contains("1990"))
    }

    @Test("is read in the order that the user names")
    func hint() throws {
        var hints = IntakeHints()
        hints.dateOrder = .monthFirst
        let read = try ProfileReading(Self.payroll(["01/02/1990"]), hints: hints)
        #expect(read.payroll.map(\.birth) == [TestSupport.day("1990-01-02")])
    }

    @Test("that uses both orders is refused with both positions, whatever the user says")
    func contradiction() throws {
        var hints = IntakeHints()
        hints.dateOrder = .dayFirst
        let text = Self.payroll(["15/06/1990", "06/05/1990", "06/15/1990"])
        for hints in [IntakeHints(), hints] {
            #expect(
                try ProfileReading.trouble(text, hints: hints)
                    == .datesContradict(
                        heading: "Tgl Lahir",
                        ProfileTrouble.CellAt(line: 2, text: "15/06/1990"),
                        ProfileTrouble.CellAt(line: 4, text: "06/15/1990")
                    )
            )
        }
    }

    @Test("leaves what is no date to the row that holds it")
    func garbage() throws {
        let read = try ProfileReading(Self.payroll(["15/06/1990", "31/02/1990", "besok"]))
        #expect(read.counts() == [1, 2])
        #expect(read.rejections[0].contains("\"31/02/1990\" tidak dapat dibaca"))
    }
}
