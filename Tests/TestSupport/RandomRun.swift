private import Contributions
private import NightlyJob

/// A reconciliation of files in a work folder, in the process of the tests.
package struct RandomRun: Sendable {
    /// The files of the report, by name.
    package let files: [String: [UInt8]]

    /// Reconciles random inputs.
    package init(_ inputs: RandomInputs) throws {
        let folder = try WorkFolder()
        try inputs.write(to: folder)
        try self.init(folder, asOf: inputs.asOf)
    }

    /// Reconciles the files below `masuk` of a folder.
    package init(_ folder: WorkFolder, asOf: String) throws {
        let parts = asOf.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
            preconditionFailure("\(asOf) is no day")
        }
        let request = ReconcileRequest(
            inputs: [InputPath(path: folder.path(of: "masuk"))],
            output: folder.path(of: "laporan"),
            run: RunDates(asOf: day, ledgerUntil: nil)
        )
        let result = try Reconcile.run(request, progress: ProgressReport(isShown: false))
        guard result.isTied else { throw NotTied() }
        files = try FolderContents.read(folder.path(of: "laporan"))
    }

    private struct NotTied: Error {}
}

extension RandomRun {
    /// The rows of a CSV file of the report.
    package func table(_ name: String) -> CSVTable {
        CSVTable(text(name))
    }

    /// A file of the report as text.
    package func text(_ name: String) -> String {
        String(decoding: files[name] ?? [], as: UTF8.self)
    }

    /// What `alokasi.csv` says came to bills, in sen.
    package func allocated(npp: String? = nil) -> Int {
        table("alokasi.csv").records.reduce(0) { sum, row in
            guard ["kode_iuran", "blth_tertua", "kelebihan"].contains(row["aturan"]),
                npp == nil || row["npp"] == npp
            else { return sum }
            return sum + sen(row["alokasi"] ?? "")
        }
    }

    /// `ringkasan.json`.
    package func summary() throws -> ReportSummary {
        try ReportSummary(files["ringkasan.json"] ?? [])
    }

    /// All text files, with everything taken out that says where in the inputs something stands:
    /// the sources of `rincian.csv`, the positions of `temuan.csv`, `mutasi.csv` and `alokasi.csv`,
    /// and the digests that follow from them.
    package func withoutSources() -> [String: String] {
        var texts = files.mapValues { String(decoding: $0, as: UTF8.self) }
        // The workbook holds the same rows; WorkbookTests compares them.
        texts["laporan.xlsx"] = nil
        // So does the feed, with the places of the rows; FeedTests compares it.
        texts["diagnosa.sqlite"] = nil
        texts["rincian.csv"] = Self.joined(
            table("rincian.csv").blanking("sumber_payroll", "sumber_iuran", "sumber_setoran")
        )
        for name in ["alokasi.csv", "mutasi.csv"] {
            texts[name] = Self.joined(table(name).blanking("berkas", "baris"))
        }
        var findings = table("temuan.csv").blanking("berkas", "baris")
        if let place = findings.columns.firstIndex(of: "pesan") {
            for row in findings.rows.indices {
                let message = findings.rows[row][place]
                findings.rows[row][place] = message.replacing(/[^ ]+\.csv(:[0-9]+)?/, with: "@")
            }
        }
        texts["temuan.csv"] = Self.joined(findings)
        texts["manifest.json"] = texts["manifest.json"]?
            .replacing(/"(sha256|ukuran)" : [^,\n]+/, with: "@")
        return texts
    }

    private static func joined(_ table: CSVTable) -> String {
        ([table.columns] + table.rows).map { $0.joined(separator: "|") + "\n" }.joined()
    }
}
