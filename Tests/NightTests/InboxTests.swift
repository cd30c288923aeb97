import Foundation
import RunStore
import TestSupport
import Testing

/// What is taken from `masuk/`, and what stays.
@Suite("The inbox", .timeLimit(.minutes(5)))
struct InboxTests {
    /// A payroll that differs from that of every other number.
    private func payroll(_ number: Int) -> String {
        Company.roti.payroll(["2026-10"], workers: 2, wage: 5_000_000 + number)
    }

    /// Makes a file with any bytes in its name.
    private func create(_ folder: String, _ name: [UInt8], _ text: String) {
        let path = Array("\(folder)/".utf8) + name + [0]
        let descriptor = open(path.map { CChar(bitPattern: $0) }, O_WRONLY | O_CREAT, 0o644)
        #expect(descriptor >= 0, "cannot create \(name)")
        _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }

    @Test("what is not complete stays, and is taken when it is")
    func whatIsNotCompleteStays() throws {
        let bench = try Bench()
        try bench.drop(payroll(0), as: "lengkap.csv")
        try bench.drop(payroll(1), as: "sedang.csv.part")
        try bench.drop(payroll(2), as: "SEDANG.CSV.PART")
        try bench.drop(payroll(3), as: ".tersembunyi.csv")
        try bench.drop(payroll(4), as: "terbuka.csv")
        let writer = FileHandle(forWritingAtPath: bench.path("masuk/terbuka.csv"))
        try writer?.seekToEnd()
        let run = try bench.night("2026-11-20")
        let left = [".tersembunyi.csv", "SEDANG.CSV.PART", "sedang.csv.part", "terbuka.csv"]
        #expect(try Set(bench.names("masuk")) == Set(left), "\(run)")
        #expect(try bench.delivered().map(\.name) == ["lengkap.csv"])
        #expect(run.stderr.contains("a process has it open for writing"), "\(run)")
        #expect(run.stderr.contains("its name ends with .part"), "\(run)")
        #expect(!run.stderr.contains("terbuka.csv"), "\(run)")

        try writer?.write(contentsOf: Data("27014563,2026-10,,,Rara,,1\n".utf8))
        try writer?.close()
        try FileManager.default.moveItem(
            atPath: bench.path("masuk/sedang.csv.part"),
            toPath: bench.path("masuk/sedang.csv")
        )
        try bench.night("2026-11-21")
        #expect(try bench.delivered().map(\.name) == ["lengkap.csv", "sedang.csv", "terbuka.csv"])
        let digests = try bench.delivered().map(\.digest)
        #expect(digests[1] == Bench.digest(Array(payroll(1).utf8)))
        #expect(
            digests[2] == Bench.digest(Array((payroll(4) + "27014563,2026-10,,,Rara,,1\n").utf8))
        )
    }

    @Test("age does not matter: neither a new file nor an old one is judged by it")
    func ageDoesNotMatter() throws {
        let bench = try Bench()
        try bench.drop(payroll(0), as: "lama.csv")
        try bench.drop(payroll(1), as: "baru.csv")
        for (name, year) in [("lama.csv", 2001), ("baru.csv", 2049)] {
            let date = Date(timeIntervalSince1970: Double(year - 1970) * 31_556_952)
            try FileManager.default.setAttributes(
                [.modificationDate: date],
                ofItemAtPath: bench.path("masuk/\(name)")
            )
        }
        try bench.night("2026-11-20")
        #expect(try bench.delivered().count == 2)
    }

    @Test("links, pipes and sockets are refused and stay, and nothing is read through them")
    func linksAreRefused() throws {
        let bench = try Bench()
        try bench.drop(payroll(0), as: "biasa.csv")
        try bench.folder.write(payroll(1), to: "luar/rahasia.csv")
        let inbox = bench.path("masuk")
        let outside = bench.folder.path(of: "luar")
        #expect(symlink("\(outside)/rahasia.csv", "\(inbox)/tautan.csv") == 0)
        #expect(symlink(outside, "\(inbox)/folder") == 0)
        #expect(symlink("tidak-ada", "\(inbox)/putus.csv") == 0)
        #expect(mkfifo("\(inbox)/pipa.csv", 0o644) == 0)
        let run = try bench.night("2026-11-20")
        #expect(try bench.delivered().map(\.name) == ["biasa.csv"])
        #expect(try Set(bench.names("masuk")) == ["tautan.csv", "folder", "putus.csv", "pipa.csv"])
        #expect(try FolderContents.names(in: outside) == ["rahasia.csv"])
        #expect(run.stderr.matches(of: /refused an entry of the inbox/).count == 4, "\(run)")
        #expect(run.stderr.matches(of: /a symbolic link/).count == 3, "\(run)")
    }

    @Test("a subfolder per employer is read to the bottom, and stays")
    func subfolders() throws {
        let bench = try Bench()
        try bench.drop(Company.batik.payroll(["2026-10"], workers: 2), as: "batik/gaji.csv")
        try bench.drop(payroll(0), as: "roti/2026/oktober/gaji.csv")
        try bench.drop(payroll(1), as: "roti/.arsip/gaji.csv")
        try bench.night("2026-11-20")
        #expect(
            try bench.delivered().map(\.name) == ["batik/gaji.csv", "roti/2026/oktober/gaji.csv"]
        )
        #expect(try bench.names("masuk").contains("roti/2026/oktober"))
        #expect(try bench.names("masuk").contains("roti/.arsip/gaji.csv"))
        let manifest = try ReportManifest.read(bench.path("laporan/2026-11-20/manifest.json"))
        #expect(manifest.input("kiriman-1/batik/gaji.csv")?.diterima == 2, "\(manifest.masukan)")
    }

    @Test("a name never becomes a path, whatever is in it")
    func aNameNeverBecomesAPath() throws {
        let bench = try Bench()
        let names: [[UInt8]] = [
            Array("baris\nbaru.csv".utf8), Array("kutip\"'`$(touch x).csv".utf8),
            Array("naik..\\..\\x.csv".utf8), Array("-rf".utf8), Array("~".utf8),
            Array("*.csv".utf8), Array("kanan\u{202E}vsc.csv".utf8),
            Array("a\u{1B}[31mmerah.csv".utf8), Array("%2e%2e%2fnaik".utf8),
            [0xFF, 0xFE, 0x80] + Array(".csv".utf8), [0xC3] + Array(".csv".utf8),
            Array(repeating: UInt8(ascii: "a"), count: 250),
            Array(repeating: UInt8(ascii: "a"), count: 249) + [UInt8(ascii: "b")],
            Array(repeating: UInt8(ascii: "!"), count: 255), Array("gaji.PDF".utf8),
        ]
        // Some are refused, so that quarantine names files too.
        for (index, name) in names.enumerated() {
            let text = index % 3 == 0 ? "tidak,dikenal\n\(index),1\n" : payroll(index)
            create(bench.path("masuk"), name, text)
        }
        let run = try bench.night("2026-11-20")
        let delivered = try bench.delivered()
        #expect(delivered.count == names.count, "\(run)")
        #expect(Set(delivered.map(\.digest)).count == names.count)
        #expect(try bench.names("masuk").isEmpty)
        let known: Set = [
            "arsip", "karantina", "laporan", "masuk", "metrik", "singgahan", "iuran.yaml",
            "perusahaan.csv", "pasangan.csv", "iuran.sqlite", ".iuran.kunci", "kunci-token",
        ]
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: bench.root)).subtracting(known)
                .isEmpty
        )
        for name in try bench.names("karantina") + bench.names("arsip") {
            let isOurs = name.wholeMatch(
                of: /(\d+|[0-9a-f]{2})(\/(\d+(-catatan)?\.(csv|pdf)|keterangan\.txt|[0-9a-f]{64}))?/
            )
            #expect(isOurs != nil, "\(name)")
        }
        // A name in a report is text in one cell of one line.
        #expect(try bench.brokenReports().isEmpty)
        let status = try bench.expect("status").stdout
        #expect(!status.contains("\u{1B}") && !status.contains("\u{202E}"), "\(status)")
        for line in status.split(separator: "\n") { #expect(!line.hasPrefix("baru.csv")) }
        for line in run.stderr.split(separator: "\n") {
            #expect(throws: Never.self) {
                _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
            }
        }
    }

    @Test(
        "names that look like ours stop no night",
        arguments: [
            ".iuran-diambil-", ".iuran-diambil-.", ".iuran-diambil-..", ".iuran-diambil-a.csv",
        ]
    )
    func namesThatLookLikeOurs(_ name: String) throws {
        let bench = try Bench()
        try bench.drop(payroll(0), as: "a.csv")
        try bench.drop(payroll(1), as: name)
        try bench.night("2026-11-20")
        try bench.night("2026-11-21")
        #expect(try Set(bench.delivered().map(\.digest)).count == 2)
        #expect(try bench.names("masuk").isEmpty)
    }

    @Test("two names for the same bytes are two files of the delivery, and count once")
    func twoNames() throws {
        let bench = try Bench()
        try bench.drop(payroll(0), as: "a.csv")
        #expect(link(bench.path("masuk/a.csv"), bench.path("masuk/b.csv")) == 0)
        try bench.night("2026-11-20")
        #expect(try bench.delivered().count == 2)
        #expect(try bench.names("masuk").isEmpty)
        let detail = CSVTable(
            try FolderContents.text(of: bench.path("laporan/terbaru/rincian.csv"))
        )
        #expect(detail.rows.count == 2)
    }

    @Test("an empty inbox gives a report of what came before, an empty workspace ends with 66")
    func anEmptyInbox() throws {
        let bench = try Bench()
        let run = try bench.iuran(["run", "--as-of", "2026-11-20"])
        #expect(run.status == 66, "\(run)")
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        try bench.night("2026-11-21")
        #expect(try bench.nights() == ["2026-11-20", "2026-11-21"])
    }
}
