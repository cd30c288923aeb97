import Contributions
import TestSupport
import Testing

@testable import Intake

/// What spreadsheets do to cells, and what becomes of it.
@Suite("Spreadsheet damage")
struct DamageTests {
    /// A payroll with one row for each pair of KPJ and NIK.
    private static func payroll(_ numbers: [(kpj: String, nik: String)]) -> String {
        "NPP;BLTH;No KPJ;NIK KTP;Nama;Upah\n"
            + numbers.map { "27014563;2026-10;\($0.kpj);\($0.nik);Budi;5000000\n" }.joined()
    }

    @Test(
        "that can be taken off without loss is, and is named",
        arguments: [
            ("15087654321.0", "akhiran \".0\" pada nomor dibuang"),
            ("15087654321.00", "akhiran \".0\" pada nomor dibuang"),
            ("'15087654321", "tanda petik di depan atau belakang nomor dibuang"),
            ("15087654321'", "tanda petik di depan atau belakang nomor dibuang"),
            ("\u{2019}15087654321", "tanda petik di depan atau belakang nomor dibuang"),
            ("\u{A0}15087654321\u{A0}", "spasi tak terputus (NBSP) dibuang"),
        ]
    )
    func repaired(_ kpj: String, _ name: String) throws {
        let read = try ProfileReading(Self.payroll([(kpj, "3273011505900007")]))
        #expect(read.kpjs == ["15087654321"])
        #expect(read.repairs == ["2 No KPJ: 1 sel: \(name)"])
    }

    @Test("counts the repairs of a column at its first cell")
    func counted() throws {
        let read = try ProfileReading(
            Self.payroll([
                ("15087654321", "3273011505900007"), ("'15087654339", "'3273024412880003"),
                ("'15087654347.0", "3174052901950002"),
            ])
        )
        #expect(read.kpjs == ["15087654321", "15087654339", "15087654347"])
        #expect(
            read.repairs == [
                "3 NIK KTP: 1 sel: tanda petik di depan atau belakang nomor dibuang",
                "3 No KPJ: 2 sel: tanda petik di depan atau belakang nomor dibuang",
                "4 No KPJ: 1 sel: akhiran \".0\" pada nomor dibuang",
            ]
        )
    }

    @Test(
        "that stands for nothing is empty, and a finding where a value is required",
        arguments: [
            "-", "--", "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "Err:502", "\u{A0}",
        ]
    )
    func empty(_ cell: String) throws {
        let read = try ProfileReading(
            Self.payroll([(cell, "3273011505900007"), ("15087654339", cell), (cell, cell)])
        )
        #expect(read.kpjs == ["", "15087654339"])
        #expect(read.niks == ["3273011505900007", ""])
        #expect(read.counts() == [2, 1])
        #expect(
            read.rejections
                == ["4 NIK KTP: kosong; diharapkan KPJ atau NIK yang utuh"]
        )
    }

    @Test(
        "of a scientific number is never expanded and never matched on",
        arguments: ["3,27301E+15", "3.27301E+15", "3,27301e+15", "3E+15", "'3,27301E+15"]
    )
    func scientific(_ nik: String) throws {
        let numbers = [
            ("15087654321", nik), ("15087654339", "3273024412880003"),
            ("15087654347", "3174052901950002"),
        ]
        let read = try ProfileReading(Self.payroll(numbers))
        #expect(read.payroll.map(\.nik.isUsable) == [false, true, true])
        #expect(read.payroll[0].nik.isDamaged)
        #expect(!read.niks[0].contains("3273010"))
        // Without a KPJ nothing identifies the row.
        let alone = try ProfileReading(Self.payroll([("", nik)] + numbers.dropFirst()))
        #expect(alone.counts() == [2, 1])
        #expect(alone.messages(.damagedNIK).count == 1)
    }

    @Test("of a scientific KPJ leaves the row to its NIK")
    func scientificKPJ() throws {
        let read = try ProfileReading(
            Self.payroll([
                ("1,50877E+10", "3273011505900007"), ("1,50877E+10", "3273024412880003"),
                ("1,50877E+10", ""),
            ])
        )
        #expect(read.payroll.map(\.kpj.isUsable) == [false, false])
        #expect(read.counts() == [2, 1])
    }

    @Test("of most NIK refuses the whole file with the instruction that helps")
    func wholeFile() throws {
        let text = Self.payroll([
            ("15087654321", "3,27301E+15"), ("15087654339", "3,27302E+15"),
            ("15087654347", "3174052901950002"),
        ])
        let trouble = try #require(try ProfileReading.trouble(text))
        #expect(
            trouble
                == .damagedNIK(
                    damaged: 2,
                    of: 3,
                    ProfileTrouble.CellAt(line: 2, text: "3,27301E+15")
                )
        )
        #expect(trouble.code.code == "berkas-rusak-excel")
        #expect(trouble.code.advice.contains("kolom NIK sebagai Teks"))
    }

    @Test("of one NIK in two leaves the file readable")
    func half() throws {
        let text = Self.payroll([
            ("15087654321", "3,27301E+15"), ("15087654339", "3273024412880003"),
        ])
        #expect(try ProfileReading(text).counts() == [2, 0])
    }

    @Test("by the cap of 15 digits shows in a file where nearly all NIK end in zero")
    func cap() throws {
        func trouble(_ ends: [String]) throws -> ProfileTrouble? {
            try ProfileReading.trouble(
                Self.payroll(
                    ends.enumerated().map { ("1508765433\($0)", "32730115059000\($1)") }
                )
            )
        }
        let capped = ["10", "20", "30", "40", "50", "60", "70", "80", "90", "00"]
        let first = ProfileTrouble.CellAt(line: 2, text: "3273011505900010")
        #expect(try trouble(capped) == .damagedNIK(damaged: 10, of: 10, first))
        #expect(
            try trouble(Array(capped.dropLast()) + ["07"]) == .damagedNIK(damaged: 9, of: 10, first)
        )
        // Eight of ten, or fewer than eight in all, may be chance.
        #expect(try trouble(Array(capped.dropLast(2)) + ["07", "08"]) == nil)
        #expect(try trouble(Array(capped.prefix(7))) == nil)
    }

    @Test("of an employee number identifies nobody")
    func employeeNumber() throws {
        let list = """
            No Karyawan;Nama Lengkap;NIK;BPJS TK
            1,2E+07;Budi;3273011505900007;15087654321
            1E10;Siti;3273024412880003;15087654339
            """
        let pay = """
            NPP : 27014563
            BLTH : 10-2026
            NIK;Nama;Gaji Pokok;Hari Hadir;Jam Lembur
            1,2E+07;Budi;5000000;22;0
            1E10;Siti;5000000;22;0
            """
        let read = try ProfileReading(list, pay)
        #expect(read.counts(0) == [1, 1])
        #expect(read.counts(1) == [1, 1])
        // `1E10` may be a number that somebody gave; a comma or a plus is a spreadsheet's.
        #expect(read.kpjs == ["15087654339"])
    }
}
