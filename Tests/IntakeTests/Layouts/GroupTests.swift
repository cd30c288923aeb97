import Contributions
import TestSupport
import Testing

@testable import Intake

/// The names of outlets and sections on lines of their own, which hold for the rows below.
@Suite("A group")
struct GroupTests {
    private static func payroll(_ lines: String...) -> String {
        ([
            "NPP : 27014563", "Payroll Date :  01 Okt 2026  To  31 Okt 2026",
            "No.;No KPJ;Nama;Jabatan;Gaji Pokok;Lembur",
        ] + lines).joined(separator: "\n")
    }

    /// The unit of every row.
    private func units(_ text: String) throws -> [String] {
        let read = try ProfileReading(text)
        #expect(read.segments[0].counts.rejected == 0)
        return read.payroll.map { read.text($0.unit) }
    }

    private static let budi = "1;15087654321;Budi;Staf;5000000;0"
    private static let siti = "2;15087654339;Siti;Staf;5000000;0"
    private static let ayu = "3;15087654347;Ayu;Staf;5000000;0"

    @Test("of one level is the unit of the rows below")
    func oneLevel() throws {
        #expect(
            try units(
                Self.payroll(
                    "Braga;;;;;",
                    Self.budi,
                    Self.siti,
                    ";;Jumlah;;;",
                    "Dago;;;;;",
                    Self.ayu
                )
            ) == ["Braga", "Braga", "Dago"]
        )
    }

    @Test("of two levels is outlet and section; a section alone stays in its outlet")
    func twoLevels() throws {
        let text = Self.payroll(
            "Braga;;;;;",
            "Dapur;;;;;",
            Self.budi,
            "Layanan;;;;;",
            Self.siti,
            "Dago;;;;;",
            "Dapur;;;;;",
            Self.ayu
        )
        #expect(try units(text) == ["Braga", "Braga", "Dago"])
    }

    @Test("goes on over the break of a page")
    func pageBreak() throws {
        let text = Self.payroll(
            "Braga;;;;;",
            "Dapur;;;;;",
            Self.budi,
            "Dago;;;;;",
            "Hal. : 1;;;;;",
            "No.;No KPJ;Nama;Jabatan;Gaji Pokok;Lembur",
            "Dapur;;;;;",
            Self.siti
        )
        #expect(try units(text) == ["Braga", "Dago"])
    }

    @Test("is none where lone lines stand below the last row")
    func signatures() throws {
        let text = Self.payroll(
            "Braga;;;;;",
            Self.budi,
            "Disetujui oleh;;;;;",
            "Rina Kartika;;;;;",
            "Manajer;;;;;"
        )
        #expect(try units(text) == ["Braga"])
    }

    @Test("does not carry above the first one")
    func above() throws {
        #expect(try units(Self.payroll(Self.budi, "Dago;;;;;", Self.siti)) == ["", "Dago"])
    }
}
