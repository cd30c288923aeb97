import TestSupport
import Testing

/// Files that look right and are read wrongly by whoever does not look twice.
@Suite("An upload that sets a trap")
struct UploadTrapTests {
    private static let head = "NPP;27014563;;;;\nPeriode;Oktober 2026;;;;\n"

    private func check(_ text: String, _ arguments: String...) throws -> ToolRun {
        let folder = try WorkFolder(["kiriman.csv": text])
        return try BuiltTool.run(["check", "kiriman.csv"] + arguments, in: folder.path)
    }

    @Test("counts a head count on a total line as no worker")
    func headCount() throws {
        let run = try check(
            Self.head + "No;No KPJ;NIK KTP;Nama;Tgl Lahir;Upah\n"
                + "1;19040012345;;Sari Wulandari;1990-04-12;5000000\n"
                + "2;19040012352;;Total Sugiarto;1987-11-25;6000000\n"
                + ";2;;Jumlah;;11000000\n"
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.contains("2 diterima"), "\(run)")
        #expect(run.stdout.contains("1 baris jumlah"), "\(run)")
    }

    @Test("keeps a worker called Total whose numbers are missing, and refuses his row")
    func workerCalledTotal() throws {
        let run = try check(
            Self.head + "No;No KPJ;NIK KTP;Nama;Tgl Lahir;Upah\n"
                + "1;19040012345;;Sari Wulandari;1990-04-12;5000000\n"
                + "2;;;TOTAL SIHOMBING;1987-11-25;6000000\n"
        )
        #expect(run.status == 65)
        #expect(run.stdout.contains("1 diterima, 1 ditolak"), "\(run)")
    }

    @Test("reads a column that the layout is said not to have")
    func columnBeyondTheLayout() throws {
        let run = try check(
            "NPP : 27014563\nPeriode : 10-2026\nNO,NO KPJ,NIK,NAMA LENGKAP,UPAH,RAPEL,IURAN JHT TK,"
                + "IURAN JHT PERUSAHAAN,TGL LAHIR\n"
                + "1,19040012345,3273015204900001,Sari,5000000,250000,100000,185000,1990-04-12\n"
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.contains("profil odoo"), "\(run)")
        #expect(run.stdout.contains("Rp\u{A0}5.250.000,00"), "\(run)")
        #expect(!run.stdout.contains("tanggal-lahir-kosong"), "\(run)")
    }

    @Test("never takes a bill for a payroll")
    func billAsPayroll() throws {
        let run = try check(
            "NPP : 27014563\nPeriode : 10-2026\nNo,Nomor Referensi,NIK,Nama,Upah,JKK,JKM,JHT,JP\n"
                + "1,19040012345,3273015204900001,SARI,5000000,12000,15000,285000,150000\n"
        )
        #expect(run.status == 65, "\(run)")
        #expect(!run.stdout.contains("payroll\n"), "\(run)")
    }

    @Test("gives the rows of a second table their own employer and month")
    func secondTable() throws {
        let header = "No,No KPJ,NIK KTP,Nama,Upah\n"
        let run = try check(
            "NPP,27014563,,,\nPeriode,10-2026,,,\n" + header
                + "1,19040012345,,Sari,5000000\nTotal,,,,5000000\n"
                + "NPP,:,12004518,,\nPeriode,:,09-2026,,\n" + header
                + "1,19040012352,,Joko,6000000\nTotal,,,,6000000\n"
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.contains("12004518, 27014563"), "\(run)")
        #expect(run.stdout.contains("2026-09, 2026-10"), "\(run)")
    }

    @Test("refuses a row that goes on under no heading")
    func cellsUnderNoHeading() throws {
        let run = try check(
            "NPP;BLTH;No KPJ;Nama;Upah;Rapel;;\n".replacing(";", with: ",")
                + "27014563,Okt 2026,19040012345,Sari,6.250.000,00,250.000,00\n"
        )
        #expect(run.status == 65, "\(run)")
        #expect(run.stdout.contains("0 diterima, 1 ditolak"), "\(run)")
    }

    @Test("refuses dates that contradict what the layout writes")
    func datesAgainstTheLayout() throws {
        let run = try check(
            "KPJ,NAMA_LENGKAP,TGL_LAHIR,SEBAB_NA,TGL_KEJADIAN,KETERANGAN\n"
                + "19040012345,SARI,12-04-1990,PENSIUN,11/05/2026,\n"
                + "19040012352,JOKO,25-11-1987,PENSIUN,10/20/2026,\n"
        )
        #expect(run.status == 65, "\(run)")
        #expect(run.stdout.contains("[tanggal-meragukan]"), "\(run)")
        #expect(run.stdout.contains("baris 3"), "\(run)")
    }

    @Test("refuses amounts where an employee list should have numbers")
    func amountsForNumbers() throws {
        let run = try check(
            "No Karyawan,Nama Lengkap,NIK,Tgl Lahir,Tgl Masuk,BPJS TK\n"
                + "K001,Sari Wulandari,3273015204900001,1990-04-12,2019-02-01,255000\n"
        )
        #expect(run.status == 65, "\(run)")
        #expect(run.stdout.contains("tidak berisi nomor KPJ"), "\(run)")
    }

    @Test("leaves signatures out of the last worker's name")
    func signatures() throws {
        let folder = try WorkFolder([
            "masuk/gaji.csv": Self.head + "No;No KPJ;NIK KTP;Nama;Tgl Lahir;Upah\n"
                + "1;19040012345;;Sari Wulandari;1990-04-12;5000000\n;;;;;\n"
                + ";;;Mengetahui,;;\n;;;RINA KARTIKA;;\n"
        ])
        let arguments = ["reconcile", "masuk", "--as-of", "2026-11-22", "--output", "laporan"]
        #expect(try BuiltTool.run(arguments, in: folder.path).status == 0)
        #expect(try folder.table("laporan/status.csv").column("nama") == ["Sari Wulandari"])
    }

    @Test(
        "names nobody on standard error",
        arguments: [
            "27014563,2026-10,15087654321,3273011505900007,Budi Hartono,8500000\n",
            "npp,blth,3273011505900007,Budi Hartono,8500000\n",
        ]
    )
    func privacy(_ line: String) throws {
        let folder = try WorkFolder(["gaji.csv": line + line])
        for arguments in [["--payroll", "gaji.csv"], ["gaji.csv"]] {
            let run = try BuiltTool.run(
                ["reconcile"] + arguments + ["--output", "laporan"],
                in: folder.path
            )
            for secret in ["3273011505900007", "udi", "8500000"] {
                #expect(!run.stderr.contains(secret), "\(run)")
            }
        }
    }

    @Test("keeps the message of a short row under its own heading")
    func shortRow() throws {
        let folder = try WorkFolder([
            "gaji.csv": Self.head + "KPJ;NIK;Nama;Tgl Lahir;Upah;Rapel\n"
                + "19040012345;;Sari;1990-04-12;5000000;0\n19040012352;;Joko;1987-11-25\n"
        ])
        func annotate(_ name: String, _ out: String) throws -> [String] {
            _ = try BuiltTool.run(["check", name, "--annotate", out], in: folder.path)
            return try folder.text(out).split(separator: "\n").map(String.init)
        }
        let once = try annotate("gaji.csv", "sekali.csv")
        #expect(once[2] == "KPJ;NIK;Nama;Tgl Lahir;Upah;Rapel;kesalahan")
        #expect(once[4].hasPrefix("19040012352;;Joko;1987-11-25;;;"))
        #expect(once.count == 5)
    }
}
