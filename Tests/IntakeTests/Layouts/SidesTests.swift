import Contributions
import TestSupport
import Testing

@testable import Intake

/// Columns whose heading says too little: the values decide, or the file is refused.
@Suite("Columns without a side")
struct SidesTests {
    /// A bill with JHT and JP twice under the same heading.
    private static func bill(_ rows: [[String]]) -> String {
        "NPP,27014563\nPeriode,10-2026\nNomor Referensi,Nama,Upah,JKK,JKM,JHT,JHT,JP,JP\n"
            + rows.enumerated().map { place, cells in
                "1508765432\(place),Budi,1,2,3,\(cells.joined(separator: ","))\n"
            }
            .joined()
    }

    /// JHT and JP of the first row as `employer worker employer worker`, in rupiah.
    private func shares(_ rows: [String]...) throws -> [Int64] {
        let shares = try #require(try ProfileReading(Self.bill(rows)).ledger.first).shares
        return [shares[.jhtEmployer], shares[.jhtWorker], shares[.jpEmployer], shares[.jpWorker]]
            .map { $0.sen / 100 }
    }

    @Test("are told apart by the ratio of their amounts, in either order")
    func ratio() throws {
        #expect(try shares(["37000", "20000", "20000", "10000"]) == [37000, 20000, 20000, 10000])
        #expect(try shares(["20000", "37000", "10000", "20000"]) == [37000, 20000, 20000, 10000])
        // Each programme has an order of its own, and rounding to a rupiah is none of its own.
        #expect(try shares(["37001", "20000", "10000", "20001"]) == [37001, 20000, 20001, 10000])
        // A worker past pension age has no JP; one odd row in eleven is a correction.
        let odd = [["1000", "1000", "0", "0"]]
        let even = [[String]](repeating: ["20000", "37000", "10000", "20000"], count: 10)
        let rows = even + odd
        let read = try ProfileReading(Self.bill(rows))
        #expect(
            read.ledger.map { $0.shares[.jhtEmployer].sen } == [Int64](
                repeating: 3_700_000,
                count: 10
            ) + [100_000]
        )
    }

    @Test("of a programme that nobody pays need no side")
    func nothing() throws {
        #expect(try shares(["37000", "20000", "0", "0"]) == [37000, 20000, 0, 0])
        #expect(try shares(["20000", "37000", "0.00", "0.00"]) == [37000, 20000, 0, 0])
    }

    @Test(
        "are refused where neither order fits",
        arguments: [
            (["30000", "20000", "20000", "10000"], "JHT"),
            (["37000", "20000", "20000", "20000"], "JP"),
            (["37000", "0", "20000", "10000"], "JHT"), (["2", "1", "20000", "10000"], "JHT"),
        ]
    )
    func unclear(_ cells: [String], _ heading: String) throws {
        let trouble = try ProfileReading.trouble(Self.bill([cells]))
        #expect(trouble == .sidesUnclear(heading: heading))
        #expect(trouble?.code.code == "bagian-tidak-jelas")
    }

    @Test("are refused where rows say the opposite of each other")
    func opposite() throws {
        let rows = [["37000", "20000", "20000", "10000"], ["20000", "37000", "20000", "10000"]]
        #expect(try ProfileReading.trouble(Self.bill(rows)) == .sidesUnclear(heading: "JHT"))
    }
}

/// A column called NIK holds population numbers or employee numbers, file by file.
@Suite("A column called NIK")
struct NIKColumnTests {
    private func read(_ numbers: [String]) throws -> ProfileReading {
        try ProfileReading(
            "NPP;BLTH;NIK;No Pegawai;No KPJ;Nama;Upah\n"
                + numbers.enumerated().map { place, number in
                    "27014563;2026-10;\(number);;1508765432\(place);Budi;5000000\n"
                }
                .joined()
        )
    }

    @Test("holds population numbers where most have 16 digits")
    func population() throws {
        let read = try read(["3273011505900007", "3273024412880003", "K0013"])
        #expect(read.niks == ["3273011505900007", "3273024412880003", "K0013"])
    }

    @Test(
        "holds employee numbers where they do not",
        arguments: [["K0011", "K0012"], ["11", "12"]]
    )
    func employees(_ numbers: [String]) throws {
        let read = try ProfileReading(
            "No.;NPP;BLTH;NIK;No KPJ;Nama;Gaji Pokok;Jabatan;Lembur\n"
                + numbers.enumerated().map { place, number in
                    "1;27014563;2026-10;\(number);1508765432\(place);Budi;5000000;Staf;0\n"
                }
                .joined(),
            hints: {
                var hints = IntakeHints()
                hints.profile = "restoran"
                hints.npp = Array("27014563".utf8)
                hints.month = blth("2026-10")
                return hints
            }()
        )
        #expect(read.niks == ["", ""])
        #expect(read.payroll.map { read.text($0.employeeNumber) } == numbers)
    }
}
