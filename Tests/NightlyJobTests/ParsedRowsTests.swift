import Contributions
import Intake
import TestSupport
import Testing

@testable import NightlyJob

/// The rows that earlier runs kept: a run with them writes the bytes of a run from scratch.
@Suite("Kept rows")
struct ParsedRowsTests {
    private func run(
        _ folder: WorkFolder,
        _ inputs: [InputPath],
        asOf: String,
        keeping: Bool = true
    ) throws -> [String: [UInt8]] {
        var request = ReconcileRequest(
            inputs: inputs,
            output: folder.path(of: "laporan"),
            run: RunDates(asOf: day(asOf))
        )
        request.replacesOutput = true
        request.parsedRows = keeping ? folder.path(of: "baris") : nil
        _ = try Reconcile.run(request, progress: ProgressReport(isShown: false))
        return try FolderContents.read(folder.path(of: "laporan"))
    }

    private func run(
        _ folder: WorkFolder,
        asOf: String,
        keeping: Bool = true
    ) throws -> [String: [UInt8]] {
        let inputs = [InputPath(path: folder.path(of: "masuk"))]
        return try run(folder, inputs, asOf: asOf, keeping: keeping)
    }

    private func expectSame(
        _ actual: [String: [UInt8]],
        _ expected: [String: [UInt8]],
        _ name: String
    ) {
        #expect(actual.keys.sorted() == expected.keys.sorted(), "\(name)")
        for file in expected.keys.sorted() where actual[file] != expected[file] {
            let difference = FirstDifference.between(actual[file], expected[file])
            Issue.record("\(name): \(file) differs in \(difference ?? "")")
        }
    }

    /// The names of the kept files.
    private func keptFiles(_ folder: WorkFolder) throws -> [String] {
        try FolderContents.names(in: folder.path(of: "baris")).map { "baris/\($0)" }
    }

    /// How many of the files of a folder need not be parsed again.
    private func usableCount(_ folder: WorkFolder, _ kept: ParsedRows? = nil) throws -> Int {
        let found = try InputDiscovery.find([InputPath(path: folder.path(of: "masuk"))])
        let kept = kept ?? ParsedRows(folder.path(of: "baris"))
        return InputSurvey.survey(found.files, kept: kept).count { file in
            if case .parsed = file.state { true } else { false }
        }
    }

    @Test("give the same bytes as the files themselves, night after night", arguments: 1...8)
    func giveTheSameBytes(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed)
        let folder = try WorkFolder()
        // Each night brings another file, at any place among those that are there.
        var random = SeededRandom(seed: seed)
        for table in inputs.tables.shuffled(using: &random) {
            try folder.write(table.text, to: "masuk/\(table.name)")
            // A first night of employers alone has nothing to reconcile.
            guard let expected = try? run(folder, asOf: inputs.asOf, keeping: false) else {
                continue
            }
            expectSame(try run(folder, asOf: inputs.asOf), expected, "\(inputs), \(table.name)")
        }
        let large = inputs.tables.filter { !$0.name.contains("pembayaran") }
        #expect(try usableCount(folder) >= large.count - 2, "\(inputs)")
        let expected = try run(folder, asOf: inputs.asOf, keeping: false)
        expectSame(try run(folder, asOf: inputs.asOf), expected, "\(inputs)")
    }

    /// What may happen to a kept file between two runs.
    enum Damage: CaseIterable {
        case oneBit
        case noEnd
        case nothingLeft
        case grown
        case otherBytes
        case otherVersion
    }

    @Test("are not used where they are damaged", arguments: Damage.allCases)
    func areNotUsedWhereDamaged(_ damage: Damage) throws {
        let inputs = RandomInputs(seed: 9)
        let folder = try WorkFolder()
        try inputs.write(to: folder)
        let expected = try run(folder, asOf: inputs.asOf, keeping: false)
        expectSame(try run(folder, asOf: inputs.asOf), expected, "first")
        let count = try usableCount(folder)
        #expect(count > 3)

        var random = SeededRandom(seed: 9)
        for name in try keptFiles(folder) {
            var bytes = try FolderContents.bytes(of: folder.path(of: name))
            switch damage {
            case .oneBit:
                let place = random.number(0..<bytes.count)
                // The last words of the header stand for nothing.
                bytes[(32..<64).contains(place) ? 64 : place] ^= 1 << random.number(0..<8)
            case .noEnd: bytes.removeLast(random.number(1..<bytes.count))
            case .nothingLeft: bytes = []
            case .grown: bytes += [UInt8](repeating: 0, count: 64)
            case .otherBytes: bytes = Array("npp,blth,kpj\n".utf8)
            case .otherVersion: bytes[8] ^= 1
            }
            try folder.write(bytes, to: name)
        }
        #expect(try usableCount(folder) == 0, "\(damage)")
        expectSame(try run(folder, asOf: inputs.asOf), expected, "\(damage)")
        #expect(try usableCount(folder) == count, "\(damage): kept again")
        expectSame(try run(folder, asOf: inputs.asOf), expected, "after \(damage)")
    }

    @Test("are for one program only")
    func areForOneProgramOnly() throws {
        let inputs = RandomInputs(seed: 10)
        let folder = try WorkFolder()
        try inputs.write(to: folder)
        _ = try run(folder, asOf: inputs.asOf)
        #expect(try usableCount(folder) > 0)
        #expect(try usableCount(folder, ParsedRows(folder.path(of: "baris"), program: 1)) == 0)
    }

    @Test("bring the findings and repairs of their files, and rows of several segments")
    func bringFindingsAndRepairs() throws {
        let header = "npp,blth,kpj,nik,nama,upah,catatan\n"
        let folder = try WorkFolder()
        var text = header
        for number in 0..<3_000 {
            let kpj = 19_040_010_000 + number
            text += number % 700 == 3 ? "'\(kpj)," : ""
            let nik = number % 900 == 5 ? "3,17401E+15" : "\"3174\(kpj)0\""
            let wage = number % 40 == 7 ? "lima juta" : "5000000"
            text += "12004518,2026-09,'\(kpj),\(nik),Sari \(number),\(wage),"
            text += "\"" + String(repeating: "x", count: 900) + "\"\n"
        }
        try folder.write(text, to: "masuk/payroll.csv")
        try folder.write("npp,kpj,nama\n12004518,19040010000.0,Sari\n", to: "masuk/register.csv")
        let expected = try run(folder, asOf: "2026-11-22", keeping: false)
        let findings = String(decoding: expected["temuan.csv"] ?? [], as: UTF8.self)
        #expect(findings.contains("lima juta"))
        #expect(findings.contains("tanda petik"))
        expectSame(try run(folder, asOf: "2026-11-22"), expected, "first")
        #expect(try usableCount(folder) == 2)
        expectSame(try run(folder, asOf: "2026-11-22"), expected, "second")
    }

    @Test("bring the back pay of ledger rows, and what rows say of persons")
    func bringBackPay() throws {
        let folder = try WorkFolder()
        try folder.write(
            """
            npp,blth,nama,upah,kpj,no_paspor,kewarganegaraan
            12004518,2026-08,Budi,5500000,15080023456,E7712345,JPN
            12004518,2026-09,Budi,5500000,15080023456,E7712345,JPN

            """,
            to: "masuk/payroll.csv"
        )
        try folder.write(
            """
            npp,blth,kpj,upah,rapel,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
            jp_tenaga_kerja,tanggal_bayar
            12004518,2026-08,15080023456,5000000,,12000,15000,185000,100000,0,0,2026-09-10
            12004518,2026-09,15080023456,5500000,500000,14400,18000,222000,120000,0,0,2026-10-10

            """,
            to: "masuk/ledger.csv"
        )
        let expected = try run(folder, asOf: "2026-11-22", keeping: false)
        let findings = String(decoding: expected["temuan.csv"] ?? [], as: UTF8.self)
        #expect(findings.contains("rapel-menutup") && findings.contains("E7712345"))
        expectSame(try run(folder, asOf: "2026-11-22"), expected, "first")
        #expect(try usableCount(folder) == 2)
        expectSame(try run(folder, asOf: "2026-11-22"), expected, "second")
    }

    @Test("stand for a file of known digest, which is not read")
    func standForAFileOfKnownDigest() throws {
        let inputs = RandomInputs(seed: 11)
        let folder = try WorkFolder()
        try inputs.write(to: folder)
        let names = inputs.tables.map(\.name)
        let digests = try SystemDigest.files(names, in: folder.path(of: "masuk"))
        let paths = names.map { name in
            InputPath(path: folder.path(of: "masuk/\(name)"), knownDigest: digests[name])
        }
        let expected = try run(folder, paths, asOf: inputs.asOf, keeping: false)
        expectSame(try run(folder, paths, asOf: inputs.asOf), expected, "first")
        for table in inputs.tables where !table.name.contains("pembayaran") {
            guard !table.name.contains("perusahaan") else { continue }
            try folder.write("rusak", to: "masuk/\(table.name)")
        }
        expectSame(try run(folder, paths, asOf: inputs.asOf), expected, "second")

        // Without them the archive's damage shows.
        let found = paths.map {
            InputCandidate(path: $0.path, kind: nil, name: "a", knownDigest: $0.knownDigest)
        }
        let refused = InputSurvey.survey(found).count { file in
            if case .refused(let refusal) = file.state {
                refusal.message.contains("SHA-256")
            } else {
                false
            }
        }
        #expect(refused > 0)
    }

    @Test("go with the files they are of")
    func goWithTheirFiles() throws {
        let inputs = RandomInputs(seed: 12)
        let folder = try WorkFolder()
        try inputs.write(to: folder)
        _ = try run(folder, asOf: inputs.asOf)
        let first = try #require(try keptFiles(folder).first)
        try folder.write("x", to: "baris/abc.payroll.baris.77.sementara")
        try folder.write("x", to: "baris/catatan.txt")
        let digest = first.dropFirst("baris/".count).prefix { $0 != "." }
        ParsedRows(folder.path(of: "baris")).removeAll(except: [String(digest)])
        #expect(try keptFiles(folder) == [first, "baris/catatan.txt"].sorted())
        #expect(try folder.mode(of: first) == 0o600)
    }
}
