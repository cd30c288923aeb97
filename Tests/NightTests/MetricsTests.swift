import Foundation
import TestSupport
import Testing

/// The metrics for Prometheus, and the log.
@Suite("Metrics and log", .timeLimit(.minutes(5)))
struct MetricsTests {
    /// Prometheus text as tests read it; throws for what the format does not allow.
    private struct Metrics {
        var values: [String: Double] = [:]

        struct Invalid: Error { var line: String }

        init(_ text: String) throws {
            guard text.hasSuffix("\n") else { throw Invalid(line: "no newline at the end") }
            var types: Set<String> = []
            var current = ""
            for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
                if let help = line.wholeMatch(of: /# HELP ([a-z_]+) [^\\]+/) {
                    current = String(help.1)
                    guard types.insert(current).inserted else { throw Invalid(line: String(line)) }
                } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) gauge/) {
                    guard type.1 == current else { throw Invalid(line: String(line)) }
                } else if let sample = line.wholeMatch(
                    of: /([a-z_]+)(\{[a-z_]+="[^"\\]*"\})? (-?\d+(?:\.\d+)?)/
                ), sample.1 == current, let value = Double(sample.3) {
                    let key = String(sample.1) + (sample.2 ?? "")
                    guard values.updateValue(value, forKey: key) == nil else {
                        throw Invalid(line: String(line))
                    }
                } else {
                    throw Invalid(line: String(line))
                }
            }
        }

        func value(_ name: String, _ label: String = "", _ word: String = "") -> Double? {
            values["iuran_" + name + (label.isEmpty ? "" : "{\(label)=\"\(word)\"}")]
        }
    }

    private func metrics(_ bench: Bench) throws -> Metrics {
        try Metrics(FolderContents.text(of: bench.path("metrik/iuran.prom")))
    }

    private func summary(_ bench: Bench) throws -> [String: Any] {
        let bytes = try FolderContents.bytes(of: bench.path("laporan/terbaru/ringkasan.json"))
        return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    /// All numbers and texts of a JSON value, by their path.
    private func flat(_ value: Any, _ path: String = "") -> [String: String] {
        var result: [String: String] = [:]
        if let object = value as? [String: Any] {
            for (key, value) in object { result.merge(flat(value, "\(path)/\(key)")) { $1 } }
        } else if let list = value as? [Any] {
            for (index, value) in list.enumerated() {
                result.merge(flat(value, "\(path)/\(index)")) { $1 }
            }
        } else {
            result[path] = "\(value)"
        }
        return result
    }

    @Test("agree with the report and with what the night took in")
    func agree() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.drop("npp", as: "sisa.part")
        #expect(symlink("x", bench.path("masuk/tautan")) == 0)
        let begin = Date().timeIntervalSince1970
        try bench.night("2026-11-20")
        let metrics = try metrics(bench)
        let status = CSVTable(
            try FolderContents.text(of: bench.path("laporan/terbaru/status.csv"))
        )
        #expect(metrics.value("workers") == Double(status.rows.count))
        let counts = Dictionary(status.column("status").map { ($0, 1.0) }, uniquingKeysWith: +)
        for (name, count) in counts {
            #expect(metrics.value("workers_by_status", "status", name) == count)
        }
        #expect(metrics.value("delivered_files", "state", "accepted") == 5)
        #expect(metrics.value("delivered_files", "state", "refused") == 1)
        #expect(metrics.value("delivered_files", "state", "waiting") == 0)
        #expect(metrics.value("quarantine_files", "state", "refused") == 1)
        #expect(metrics.value("inbox_incomplete_files") == 1)
        #expect(metrics.value("inbox_refused_entries") == 1)
        #expect(metrics.value("last_run_success") == 1)
        let success = try #require(metrics.value("last_success_timestamp_seconds"))
        #expect(success >= begin.rounded(.down) && success <= Date().timeIntervalSince1970)
        #expect(try bench.folder.mode(of: "w/metrik/iuran.prom") & 0o044 == 0o044)

        // What is unpaid, by class of age, is what ringkasan.json says.
        let unpaid = metrics.values.filter { $0.key.hasPrefix("iuran_unpaid_rupiah") }
        let figures = flat(try summary(bench))
        let arrears = unpaid.values.reduce(0, +)
        let owed = status.column("tunggakan").reduce(0) { $0 + sen($1) }
        #expect(Int((arrears * 100).rounded()) == owed)
        for (key, amount) in unpaid where amount > 0 {
            #expect(figures.values.contains { Double($0) == amount }, "\(key) \(amount)")
        }
    }

    @Test("after a night that failed: no success, and what was known stays")
    func afterAFailure() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        let good = try metrics(bench)
        try bench.folder.write("jendela_bulan: banyak\n", to: "w/iuran.yaml")
        let run = try bench.iuran(["run", "--as-of", "2026-11-21"])
        #expect(run.status == 78, "\(run)")
        let bad = try metrics(bench)
        #expect(bad.value("last_run_success") == 0)
        for name in ["last_success_timestamp_seconds", "rows", "workers", "duration_seconds"] {
            #expect(bad.value(name) == good.value(name) && bad.value(name) != nil, "\(name)")
        }
        try bench.folder.write("\n", to: "w/iuran.yaml")
        try bench.night("2026-11-21")
        #expect(try metrics(bench).value("last_run_success") == 1)
    }

    @Test("a night that is done already is a success")
    func aNightThatIsDone() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        let before = try metrics(bench)
        try bench.night("2026-11-20")
        let after = try metrics(bench)
        #expect(after.value("last_run_success") == 1)
        #expect(after.value("rows") == before.value("rows"))
    }

    @Test("of an account that can do no harm: a broken file of metrics is replaced")
    func aBrokenFile() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.folder.write(
            "iuran_rows 1 2 3\n}{\niuran_workers{ x\n",
            to: "w/metrik/iuran.prom"
        )
        try bench.night("2026-11-20")
        #expect(try metrics(bench).value("last_run_success") == 1)
    }

    @Test("lines of the log are JSON objects with time, level, event and run")
    func linesAreJSON() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.drop("x", as: "a\"b\\c\n.part")
        let run = try bench.night("2026-11-20")
        let lines = run.stderr.split(separator: "\n")
        #expect(lines.count >= 4)
        var runs: Set<String> = []
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            for key in ["time", "level", "event", "run"] {
                #expect(object?[key] is String, "\(key) in \(line)")
            }
            runs.insert(object?["run"] as? String ?? "")
            let time = object?["time"] as? String ?? ""
            #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00/) != nil, "\(time)")
        }
        #expect(runs.count == 1)
    }

    @Test("a log that cannot be written does not end the night")
    func aLogThatCannotBeWritten() throws {
        let bench = try Bench()
        try bench.deliverFirst()
        let command = "\"$1\" run --as-of 2026-11-20 2>/dev/full"
        let full = try BuiltTool.run(
            program: "sh",
            ["-c", command, "sh", BuiltTool.path],
            in: bench.root
        )
        #expect(full.status == 0, "\(full)")
        // A reader that has gone: `head` ends after one line.
        try bench.drop("x", as: "a.part")
        let pipe = "(\"$1\" run --as-of 2026-11-21 2>&1 >/dev/null; echo $? >ended) | head -c 1"
        let closed = try BuiltTool.run(
            program: "sh",
            ["-c", pipe, "sh", BuiltTool.path],
            in: bench.root
        )
        #expect(closed.status == 0)
        #expect(try FolderContents.text(of: bench.path("ended")) == "0\n")
        #expect(try bench.nights() == ["2026-11-20", "2026-11-21"])
    }
}
