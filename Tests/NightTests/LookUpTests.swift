import Foundation
import TestSupport
import Testing

/// Every look-up in a workspace is written down, and says nothing of the number (UU 27/2022).
@Suite("Look-ups in a workspace", .timeLimit(.minutes(5)))
struct LookUpTests {
    private func workspace(settings: String = "") throws -> Bench {
        let bench = try Bench(settings: settings)
        try bench.drop(Company.batik.payroll(["2026-09", "2026-10"], workers: 3), as: "gaji.csv")
        try bench.night("2026-11-20")
        return bench
    }

    private func log(_ bench: Bench) throws -> [[String: Any]] {
        try FolderContents.text(of: bench.path("catatan/pencarian.jsonl"))
            .split(separator: "\n")
            .compactMap {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }
    }

    private func kpj(_ bench: Bench) throws -> String {
        let status = CSVTable(try FolderContents.text(of: bench.path("laporan/terbaru/status.csv")))
        return try #require(status.column("kpj").first)
    }

    @Test("records who, when and the token, of answers and of none")
    func records() throws {
        let bench = try workspace()
        let kpj = try kpj(bench)
        try bench.expect("diagnose", "--kpj", kpj, "--who", "Petugas 175")
        try bench.expect("diagnose", "--kpj", "99999999999")
        try bench.expect("diagnose", "--all")
        let entries = try log(bench)
        #expect(entries.count == 3)
        #expect(entries[0]["oleh"] as? String == "Petugas 175")
        #expect(entries[0]["laporan"] as? String == "2026-11-20")
        #expect(entries.map { $0["hasil"] as? Int } == [1, 0, -1])
        let token = try #require(entries[0]["token"] as? String)
        #expect(token.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect((entries[0]["waktu"] as? String)?.hasSuffix("+07:00") == true)
        #expect(!(try FolderContents.text(of: bench.path("catatan/pencarian.jsonl"))).contains(kpj))
        let json = try bench.expect("diagnose", "--token", token, "--format", "json")
        #expect(json.stdout.contains("\"kpj\" : \"\(kpj)\""), "\(json)")
    }

    @Test("a re-derived month is a look-up, too, and asks for the birth date where answers do")
    func explainsAreLookUps() throws {
        let bench = try workspace()
        let kpj = try kpj(bench)
        try bench.expect("explain", "--kpj", kpj, "--blth", "2026-09")
        let nobody = try bench.iuran(["explain", "--kpj", "99999999999", "--blth", "2026-09"])
        #expect(nobody.status == 66, "\(nobody)")
        #expect(try log(bench).map { $0["perintah"] as? String } == ["explain", "explain"])
        #expect(try log(bench).map { $0["hasil"] as? Int } == [1, 0])
        try bench.folder.append(Array("verifikasi: ya\n".utf8), to: "w/iuran.yaml")
        let run = try bench.iuran(["explain", "--kpj", kpj, "--blth", "2026-09"])
        #expect(run.status == 64, "\(run)")
        #expect(run.stdout.isEmpty, "\(run)")
    }

    @Test("does not forget what a workspace asks for because a file of it is missing")
    func doesNotForget() throws {
        let bench = try workspace(settings: "verifikasi: ya")
        let kpj = try kpj(bench)
        let report = bench.path("laporan/2026-11-20")
        let asked = ["diagnose", "--kpj", kpj, "--report", report]
        #expect(try bench.iuran(asked).status == 64)
        try FileManager.default.moveItem(
            atPath: bench.path("iuran.yaml"),
            toPath: bench.path("lama.yaml")
        )
        #expect(try bench.iuran(asked).status == 66)
    }

    @Test("does not answer what it cannot record")
    func doesNotAnswerUnrecorded() throws {
        let bench = try workspace()
        let kpj = try kpj(bench)
        // A folder stands where the log should be.
        try FileManager.default.createDirectory(
            atPath: bench.path("catatan/pencarian.jsonl"),
            withIntermediateDirectories: true
        )
        let run = try bench.iuran(["diagnose", "--kpj", kpj])
        #expect(run.status == 73, "\(run)")
        #expect(run.stdout.isEmpty, "\(run)")
        try FileManager.default.removeItem(atPath: bench.path("catatan"))
        try FileManager.default.removeItem(atPath: bench.path("kunci-token"))
        let keyless = try bench.iuran(["diagnose", "--kpj", kpj])
        #expect(keyless.status == 78, "\(keyless)")
        #expect(keyless.stderr.contains("iuran init"), "\(keyless)")
    }

    @Test("init makes a key that only the owner reads, and never another one")
    func initMakesAKey() throws {
        let folder = try WorkFolder()
        let first = try BuiltTool.run(["init", folder.path(of: "w")])
        #expect(first.status == 0, "\(first)")
        #expect(try folder.mode(of: "w/kunci-token") == 0o600)
        let key = try folder.text("w/kunci-token")
        #expect(key.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
        _ = try BuiltTool.run(["init", folder.path(of: "w")])
        #expect(try folder.text("w/kunci-token") == key)
        _ = try BuiltTool.run(["init", folder.path(of: "v")])
        #expect(try folder.text("v/kunci-token") != key)
    }

    @Test("another key makes the night anew")
    func anotherKey() throws {
        let bench = try workspace()
        #expect(try bench.night("2026-11-20").stderr.contains("already done"))
        try bench.folder.write(String(repeating: "a1", count: 32) + "\n", to: "w/kunci-token")
        chmod(bench.path("kunci-token"), 0o600)
        #expect(try bench.night("2026-11-20").stderr.contains("wrote a report"))
    }
}
