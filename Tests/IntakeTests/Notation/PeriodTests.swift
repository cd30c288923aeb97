import Contributions
import TestSupport
import Testing

@testable import Intake

/// Contribution months and pay periods, above the table and in columns.
@Suite("A contribution month")
struct PeriodTests {
    @Test(
        "is read in every spelling",
        arguments: [
            "05-2026", "05/2026", "5/2026", "2026-05", "2026/5", "202605", "05 2026", "Mei 2026",
            "MEI 2026", "May-26", "Mei\u{A0}2026", "01-05-2026", "01/05/2026", "2026-05-01",
            "31-05-2026", "1 Mei 2026", "46143", " 05-2026 ", "05 - 2026",
            "1 - 31 Mei 2026", "1 Mei - 31 Mei 2026", "01 Mei 2026 To 31 Mei 2026",
            "01-05-2026 s/d 31-05-2026", "1 Mei 2026 - 31 Mei 2026",
            "01/05/2026 sampai 31/05/2026", "Mei 2026 s.d. Mei 2026",
        ]
    )
    func month(_ text: String) {
        #expect(PeriodText(text) == .month(blth("2026-05")))
    }

    @Test(
        "is a question where the period lies in two",
        arguments: [
            "21 Apr - 20 Mei 2026", "21 Apr 2026 s/d 20 Mei 2026", "21 Apr 2026  To  20 May 2026",
            "21-04-2026 - 20-05-2026", "April 2026 - Mei 2026", "21/04/2026 hingga 20/05/2026",
            // A slip that names only the beginning of its period.
            "2026-04-21", "21-04-2026", "21 April 2026",
        ]
    )
    func period(_ text: String) {
        let period = PeriodText(text)
        #expect(period == .period(from: blth("2026-04"), to: blth("2026-05")))
        #expect(period?.month(nil) == nil)
        #expect(period?.month(.first) == blth("2026-04"))
        #expect(period?.month(.last) == blth("2026-05"))
    }

    @Test(
        "is none where the text names no month, a longer time, or one that ends before it begins",
        arguments: [
            "", "Mei", "2026", "13-2026", "202613", "052026", "21 - 20 Mei 2026",
            "21 - 20 Mei 2026", "01 Jan 2026 To 31 Mar 2026", "01-05-2026 s/d 30-04-2026",
            "05-1026", "05-2126",
            "Bulan Mei", "Mei 2026 (Revisi 2)",
        ]
    )
    func none(_ text: String) {
        #expect(PeriodText(text) == nil)
    }
}

/// Which month a file is for.
@Suite("The month of a file")
struct FileMonthTests {
    private static func payroll(_ title: String) -> String {
        """
        NPP;27014563
        Periode : \(title)
        No KPJ;Nama;Upah
        15087654321;Budi;5000000
        """
    }

    private static let question = ProfileTrouble.periodOverTwoMonths(
        from: blth("2026-04"),
        to: blth("2026-05"),
        line: 2
    )

    @Test("stands above the table")
    func title() throws {
        #expect(try ProfileReading(Self.payroll("05-2026")).heads == ["27014563 2026-05"])
        #expect(
            try ProfileReading.trouble(Self.payroll("kemarin"))
                == .unreadableMonth(text: "kemarin", line: 2)
        )
    }

    @Test("over two months is the employer's choice, and a question without it")
    func choice() throws {
        let text = Self.payroll("21 Apr 2026 s/d 20 Mei 2026")
        let trouble = try #require(try ProfileReading.trouble(text))
        #expect(trouble == Self.question)
        #expect(trouble.code.code == "masa-gaji-dua-bulan")
        #expect(trouble.message.contains("2026-04 dan 2026-05"))
        var hints = IntakeHints()
        hints.periodMonth = .first
        #expect(try ProfileReading(text, hints: hints).heads == ["27014563 2026-04"])
        // An employer's own choice is stronger than that for all.
        hints.periodMonths = [Array("27014563".utf8): .last]
        #expect(try ProfileReading(text, hints: hints).heads == ["27014563 2026-05"])
        hints = IntakeHints()
        hints.periodMonths = [Array("99999999".utf8): .last]
        #expect(try ProfileReading.trouble(text, hints: hints) == Self.question)
    }

    @Test("in a column is a choice by employer too, and a question without it")
    func column() throws {
        let text = """
            NPP;Periode;No KPJ;Nama;Upah
            27014563;21 Apr 2026 - 20 Mei 2026;15087654321;Budi;5000000
            12004518;21 Apr 2026 - 20 Mei 2026;15087654339;Siti;5000000
            """
        #expect(try ProfileReading.trouble(text) == Self.question)
        var hints = IntakeHints()
        hints.periodMonths = [Array("27014563".utf8): .last]
        let trouble = ProfileTrouble.periodOverTwoMonths(
            from: blth("2026-04"),
            to: blth("2026-05"),
            line: 3
        )
        #expect(try ProfileReading.trouble(text, hints: hints) == trouble)
        hints.periodMonths[Array("12004518".utf8)] = .first
        let read = try ProfileReading(text, hints: hints)
        #expect(read.heads == ["27014563 2026-05", "12004518 2026-04"])
    }

    @Test("of a slip that begins in the middle of a month is a question, not that month")
    func startDate() throws {
        let text = """
            NPP,27014563
            Employee,Employee Name,Start Date,End Date,Base,BPJS JHT (Employee),No KPJ
            K0011,Budi,2026-04-21,2026-05-20,5000000,100000,15087654321
            """
        let trouble = ProfileTrouble.periodOverTwoMonths(
            from: blth("2026-04"),
            to: blth("2026-05"),
            line: 3
        )
        #expect(try ProfileReading.trouble(text) == trouble)
        var hints = IntakeHints()
        hints.periodMonth = .last
        #expect(try ProfileReading(text, hints: hints).heads == ["27014563 2026-05"])
    }

    @Test("and its NPP must stand somewhere")
    func missing() throws {
        let table = "No KPJ;Nama;Upah\n15087654321;Budi;5000000\n"
        #expect(try ProfileReading.trouble(table) == .nppNotStated)
        var hints = IntakeHints()
        hints.npp = Array("27014563".utf8)
        #expect(try ProfileReading.trouble(table, hints: hints) == .monthNotStated)
        hints.month = blth("2026-10")
        #expect(try ProfileReading(table, hints: hints).heads == ["27014563 2026-10"])
        // What the file says is stronger than what is said of files that say nothing.
        let stated = "NPP : 12004518\nBLTH : 09-2026\n" + table
        #expect(try ProfileReading(stated, hints: hints).heads == ["12004518 2026-09"])
        #expect(
            try ProfileReading.trouble("NPP : tidak ada\n" + table, hints: hints)
                == .unreadableNPP(text: "tidak ada", line: 1)
        )
    }
}
