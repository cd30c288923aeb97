import Contributions
import TestSupport
import Testing

@testable import Intake

/// The report of leavers sets the last day of service in payrolls.
@Suite("A report of leavers")
struct LeaverTests {
    /// Payroll rows of two employers, as `npp kpj tanggal_masuk`.
    private static func payroll(_ rows: String...) -> String {
        "NPP;BLTH;No KPJ;NIK KTP;Nama;Tgl Masuk;Tgl Keluar;Upah\n"
            + rows.map { row in
                let cells = row.split(separator: " ", omittingEmptySubsequences: false)
                let left = cells.count > 3 ? cells[3] : ""
                let nik = cells[1].isEmpty ? "3273011505900007" : ""
                return "\(cells[0]);2026-10;\(cells[1]);\(nik);Budi;\(cells[2]);\(left);5000000\n"
            }
            .joined()
    }

    private static func report(_ rows: String...) -> String {
        "KPJ,NAMA_LENGKAP,TGL_LAHIR,SEBAB_NA,TGL_KEJADIAN,KETERANGAN\n"
            + rows.map { row in
                let cells = row.split(separator: " ")
                return "\(cells[0]),Budi,15-05-1990,MENGUNDURKAN DIRI,\(cells[1]),\n"
            }
            .joined()
    }

    private func left(_ read: ProfileReading) -> [String] {
        read.payroll.map { $0.left.isAbsent ? "" : "\($0.left)" }
    }

    @Test("sets tanggal_keluar, whatever the order of the files")
    func sets() throws {
        let payroll = Self.payroll(
            "27014563 15087654321 2019-03-01",
            "27014563 15087654339 2019-03-01"
        )
        let report = Self.report("15087654321 20-10-2026")
        for texts in [[payroll, report], [report, payroll]] {
            let read = try ProfileReading(files: texts.map { Array($0.utf8) })
            #expect(left(read) == ["2026-10-20", ""])
            #expect(read.messages(.leaverUnknown).isEmpty)
        }
    }

    @Test("leaves a last day that the payroll states")
    func stated() throws {
        let read = try ProfileReading(
            Self.payroll("27014563 15087654321 2019-03-01 2026-10-31"),
            Self.report("15087654321 20-10-2026")
        )
        #expect(left(read) == ["2026-10-31"])
    }

    @Test("is not about service that began after it: somebody was hired again")
    func rehired() throws {
        let read = try ProfileReading(
            Self.payroll("27014563 15087654321 2026-09-01"),
            Self.report("15087654321 20-06-2026")
        )
        #expect(left(read) == [""])
        #expect(read.messages(.leaverUnknown).isEmpty)
        // Of two reports the latest that fits counts.
        let twice = try ProfileReading(
            Self.payroll("27014563 15087654321 2019-03-01"),
            Self.report("15087654321 20-10-2026", "15087654321 20-06-2026")
        )
        #expect(left(twice) == ["2026-10-20"])
    }

    @Test("of a worker of two employers says which one, or is a finding")
    func twoEmployers() throws {
        let payroll = Self.payroll(
            "27014563 15087654321 2019-03-01",
            "12004518 15087654321 2019-03-01"
        )
        let read = try ProfileReading(payroll, Self.report("15087654321 20-10-2026"))
        #expect(left(read) == ["", ""])
        #expect(
            read.messages(.leaverUnknown) == [
                "2 kpj: pekerja ini ada di payroll 2 perusahaan; sebutkan NPP-nya"
            ]
        )
        let named = try ProfileReading(
            payroll,
            "NPP,12004518\n" + Self.report("15087654321 20-10-2026")
        )
        #expect(left(named) == ["", "2026-10-20"])
        #expect(named.messages(.leaverUnknown).isEmpty)
    }

    @Test("of somebody unknown is a finding")
    func unknown() throws {
        let read = try ProfileReading(
            Self.payroll("27014563 15087654321 2019-03-01"),
            Self.report("15087654321 20-10-2026", "19999999999 20-10-2026")
        )
        #expect(
            read.messages(.leaverUnknown) == ["3 kpj: nomornya tidak ada di payroll mana pun"]
        )
    }

    @Test(
        "without a day or a number is rejected",
        arguments: [
            "15087654321,Budi,15-05-1990,MENGUNDURKAN DIRI,,",
            "15087654321,Budi,15-05-1990,MENGUNDURKAN DIRI,0000-00-00,",
            "\"1,50877E+10\",Budi,15-05-1990,MENGUNDURKAN DIRI,20-10-2026,",
        ]
    )
    func rejected(_ row: String) throws {
        #expect(try ProfileReading(Self.report() + row).counts() == [0, 1])
    }
}
