import Contributions
import TestSupport
import Testing

@testable import Intake

/// A payroll that knows its workers by employee number, and the list that says who they are.
@Suite("An employee list")
struct EmployeeTests {
    private static let list = """
        No Karyawan;Nama Lengkap;NIK;Tgl Lahir;Tgl Masuk;BPJS TK
        K0011;Budi;3273011505900007;15/05/1990;13/03/2019;15087654321
        0012;Siti;3273024412880003;04/12/1988;16/07/2018;'15087654339
        """

    @Test("gives rows their KPJ, NIK and dates by employee number")
    func joined() throws {
        let read = try ProfileReading(
            Self.list,
            """
            NPP : 27014563
            BLTH : 10-2026
            NIK;Nama;Divisi;Gaji Pokok;Hari Hadir;Jam Lembur
            K0011;Budi;Dapur;5000000;22;0
            0012;Siti;Dapur;5000000;22;0
            """
        )
        #expect(read.files.map(\.profile.name) == ["karyawan", "ess-gaji"])
        #expect(read.kpjs == ["15087654321", "15087654339"])
        #expect(read.niks == ["3273011505900007", "3273024412880003"])
        #expect(read.payroll.map(\.birth) == [day("1990-05-15"), day("1988-12-04")])
        #expect(read.payroll.map(\.joined) == [day("2019-03-13"), day("2018-07-16")])
    }

    @Test("knows no number by halves: a row whose number is missing is rejected")
    func missing() throws {
        let read = try ProfileReading(
            Self.list,
            """
            NPP : 27014563
            BLTH : 10-2026
            NIK;Nama;Divisi;Gaji Pokok;Hari Hadir;Jam Lembur
            k0011;Budi;Dapur;5000000;22;0
            12;Siti;Dapur;5000000;22;0
            ;Ayu;Dapur;5000000;22;0
            """
        )
        #expect(read.counts(1) == [0, 3])
        #expect(
            read.rejections[0].contains(
                "tidak dikenal; diharapkan nomor yang ada di daftar karyawan"
            )
        )
    }

    @Test("that gives a number to two persons gives it to nobody")
    func clash() throws {
        let clash = Self.list + "\nK0011;Ayu;3174052901950002;29/01/1995;13/03/2020;15087654347"
        let directory = try ProfileReading(clash)
        #expect(directory.counts() == [3, 0])
        let employees = EmployeeDirectory(directory.segments[0].employees)
        #expect(employees.clashes.map { "\($0.0) \($0.1.line) \($0.2.line)" } == ["K0011 2 4"])
        let read = try ProfileReading(
            clash,
            """
            NPP : 27014563
            BLTH : 10-2026
            NIK;Nama;Divisi;Gaji Pokok;Hari Hadir;Jam Lembur
            K0011;Budi;Dapur;5000000;22;0
            0012;Siti;Dapur;5000000;22;0
            """
        )
        #expect(read.kpjs == ["15087654339"])
        #expect(read.counts(1) == [1, 1])
    }

    @Test("that repeats an employee is no clash")
    func twin() throws {
        let line = "\nK0011;Budi H.;3273011505900007;15/05/1990;13/03/2019;15087654321"
        let read = try ProfileReading(Self.list + line)
        #expect(EmployeeDirectory(read.segments[0].employees).clashes.isEmpty)
    }

    @Test("with an NPP serves that employer only")
    func employer() throws {
        let list = """
            NPP;No Karyawan;Nama Lengkap;NIK;BPJS TK
            12004518;7;Budi;3273011505900007;15087654321
            27014563;7;Siti;3273024412880003;15087654339
            27014563;8;Ayu;3174052901950002;15087654347
            """
        func kpjs(_ npp: String) throws -> [String] {
            let pay = """
                NPP : \(npp)
                BLTH : 10-2026
                NIK;Nama;Divisi;Gaji Pokok;Hari Hadir;Jam Lembur
                7;Seseorang;Dapur;5000000;22;0
                8;Seseorang;Dapur;5000000;22;0
                """
            return try ProfileReading(list, pay).kpjs
        }
        #expect(try kpjs("12004518") == ["15087654321"])
        #expect(try kpjs("27014563") == ["15087654339", "15087654347"])
    }

    @Test("says nothing of a row that names somebody else")
    func contradiction() throws {
        let pay = """
            NPP;BLTH;No Pegawai;Nama;No KPJ;NIK KTP;Upah
            27014563;10-2026;K0011;Budi;15087654321;;5000000
            27014563;10-2026;K0011;Ayu;15087654347;;5000000
            27014563;10-2026;K0011;Ayu;;3174052901950002;5000000
            """
        let read = try ProfileReading(Self.list, pay)
        #expect(read.kpjs == ["15087654321", "15087654347", ""])
        #expect(read.niks == ["3273011505900007", "", "3174052901950002"])
    }
}
