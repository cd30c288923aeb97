internal import Contributions
private import Foundation
internal import Reporting
internal import RunStore

/// Metrics of the nightly job for the textfile collector of Prometheus, and the address it calls.
struct NightMetrics {
    private let workspace: Workspace
    private var path: String?
    private var address: String?
    private let begin = Clock.elapsed()
    var taken = TakenIn()
    /// How long the reports took.
    var seconds = 0.0

    init(_ workspace: Workspace) {
        self.workspace = workspace
        use(Settings())
    }

    mutating func use(_ settings: Settings) {
        let name = settings.night.metrics
        path = name.isEmpty ? nil : name.hasPrefix("/") ? name : workspace.root + "/" + name
        address = settings.night.ping
    }
}

// MARK: - Metrics

extension NightMetrics {
    /// Writes the metrics of a night.
    ///
    /// After a night that failed, what the last good one said of itself stays.
    func write(
        success: Bool,
        _ result: NightResult? = nil,
        _ store: RunStore? = nil
    ) throws(Failure) {
        guard let path else { return }
        var metrics = kept(path, success)
        metrics.set("iuran_last_run_timestamp_seconds", Clock.unixSeconds())
        metrics.set("iuran_last_run_success", success ? 1 : 0)
        if success {
            metrics.set("iuran_last_success_timestamp_seconds", Clock.unixSeconds())
            metrics.set("iuran_duration_seconds", (Clock.elapsed() - begin).seconds)
            metrics.set("iuran_inbox_incomplete_files", taken.incompleteCount)
            metrics.set("iuran_inbox_refused_entries", taken.refusedEntryCount)
            metrics.set("iuran_inbox_oldest_timestamp_seconds", taken.oldestLeft ?? 0)
            metrics.set("iuran_delivered_files", taken.count(.accepted), "state=\"accepted\"")
            metrics.set("iuran_delivered_files", taken.count(.refused), "state=\"refused\"")
            metrics.set("iuran_delivered_files", taken.count(.waiting), "state=\"waiting\"")
        }
        if let store {
            let waiting = try store.reading { store throws(StoreTrouble) in
                (try store.files(in: .refused).count, try store.files(in: .waiting).count)
            }
            metrics.set("iuran_quarantine_files", waiting.0, "state=\"refused\"")
            metrics.set("iuran_quarantine_files", waiting.1, "state=\"waiting\"")
        }
        if let report = result?.report {
            let figures = report.figures
            metrics.set("iuran_report_duration_seconds", seconds)
            metrics.set("iuran_rows", report.rowCount)
            metrics.set("iuran_refused_files", report.refusedFileCount)
            metrics.set("iuran_workers", figures.workerCount)
            for status in WorkerStatus.allCases {
                metrics.set(
                    "iuran_workers_by_status",
                    figures.statuses[status],
                    "status=\"\(status.code)\""
                )
            }
            for entry in figures.ageing.classes {
                metrics.set(
                    "iuran_unpaid_rupiah",
                    entry.amount,
                    "age=\"\(entry.kind.rawValue)\""
                )
            }
        }
        do throws(FileTrouble) {
            try Folder.make(Folder.parent(of: path))
            // The collector runs as another account.
            try DurableFile.write(Array(metrics.text.utf8), to: path, mode: 0o644)
        } catch {
            throw Failure(.cannotWrite, "cannot write \(path): \(error)")
        }
    }

    /// The metrics of the last run, so that a failed night does not take away what was known.
    private func kept(_ path: String, _ success: Bool) -> MetricSet {
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        return MetricSet(String(decoding: bytes, as: UTF8.self))
    }

    /// Tells an address how the night went; trouble with it is logged and changes nothing.
    func ping(failed: Bool, _ log: NightLog) {
        guard let address else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "curl", "--fail", "--silent", "--show-error", "--max-time", "10", "--retry", "3",
            "--output", "/dev/null", "--", failed ? address + "/fail" : address,
        ]
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            process.waitUntilExit()
            if process.terminationStatus != 0 {
                log.warning("the ping failed", ["status": Int(process.terminationStatus)])
            }
        } catch {
            log.warning("the ping needs curl, which cannot be run")
        }
    }
}

/// Metrics in the text format of Prometheus, in the order of their definition.
struct MetricSet {
    private struct Key: Hashable {
        var name: String
        var labels: String
    }

    private var values: [Key: String] = [:]

    /// Name and help of every metric; all are gauges.
    private static let definitions: [(name: String, help: String)] = [
        ("iuran_last_run_timestamp_seconds", "When the job last ended."),
        ("iuran_last_run_success", "Whether it ended well."),
        ("iuran_last_success_timestamp_seconds", "When the job last ended well."),
        ("iuran_duration_seconds", "How long the last good run took in all."),
        ("iuran_report_duration_seconds", "How long its reports took."),
        ("iuran_rows", "The rows in the newest report."),
        ("iuran_refused_files", "The files that count and that the newest report could not use."),
        ("iuran_workers", "The workers in the newest report."),
        ("iuran_workers_by_status", "The workers in the newest report by status."),
        ("iuran_unpaid_rupiah", "What is outstanding by class of age."),
        ("iuran_delivered_files", "The files that the last good run took in."),
        ("iuran_quarantine_files", "The files that lie in quarantine."),
        ("iuran_inbox_incomplete_files", "The files that stay in the inbox."),
        ("iuran_inbox_refused_entries", "Links and the like in the inbox."),
        (
            "iuran_inbox_oldest_timestamp_seconds",
            "When the oldest of these was last written, or 0."
        ),
    ]

    /// Reads metrics that were written before.
    init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let name = parts[0].split(separator: "{").first else {
                continue
            }
            let labels = parts[0].dropFirst(name.count).dropFirst().dropLast()
            values[Key(name: String(name), labels: String(labels))] = String(parts[1])
        }
    }

    mutating func set(_ name: String, _ value: Int, _ labels: String = "") {
        values[Key(name: name, labels: labels)] = "\(value)"
    }

    mutating func set(_ name: String, _ seconds: Double, _ labels: String = "") {
        let milliseconds = Int((seconds * 1000).rounded())
        let fraction = "\(1000 + milliseconds % 1000)".dropFirst()
        values[Key(name: name, labels: labels)] = "\(milliseconds / 1000).\(fraction)"
    }

    mutating func set(_ name: String, _ amount: Rupiah, _ labels: String = "") {
        values[Key(name: name, labels: labels)] = amount.decimalText
    }

    var text: String {
        var lines: [String] = []
        for (name, help) in Self.definitions {
            let samples = values.filter { $0.key.name == name }.sorted {
                $0.key.labels < $1.key.labels
            }
            guard !samples.isEmpty else { continue }
            lines += ["# HELP \(name) \(help)", "# TYPE \(name) gauge"]
            lines += samples.map { key, value in
                key.labels.isEmpty ? "\(name) \(value)" : "\(name){\(key.labels)} \(value)"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
