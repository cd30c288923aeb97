private import Foundation

/// `Tests/WorkbookCheck`: scripts that read workbooks with nothing of ours.
package enum WorkbookCheck {
    private static let scripts = PackageRoot.path(of: "Tests/WorkbookCheck")

    /// Compares the workbook of a report with its CSV files, cell by cell; `office` is a folder
    /// with the sheets as LibreOffice wrote them.
    package static func compare(_ report: String, office: String? = nil) throws -> ToolRun {
        let options = office.map { ["--office", $0] } ?? []
        return try BuiltTool.run(
            program: "python3",
            ["-B", "\(scripts)/check.py", report] + options
        )
    }

    /// Where the parts of two workbooks differ, or nil when they are the same.
    package static func difference(_ actual: [UInt8], _ expected: [UInt8]) throws -> String? {
        guard actual != expected else { return nil }
        let folder = try WorkFolder()
        try folder.write(actual, to: "actual.xlsx")
        try folder.write(expected, to: "expected.xlsx")
        let run = try BuiltTool.run(
            program: "python3",
            ["-B", "\(scripts)/parts.py", "actual.xlsx", "expected.xlsx"],
            in: folder.path
        )
        return run.status == 0 ? nil : "\(run)"
    }

    /// A manifest without the digest and size of the workbook, which follow from how it is packed.
    package static func withoutDigest(_ manifest: [UInt8]) -> String {
        String(decoding: manifest, as: UTF8.self).replacing(
            /("berkas" : "laporan\.xlsx",\n\s+"sha256" : )"[0-9a-f]{64}",\n\s+"ukuran" : [0-9]+/
        ) { "\($0.1)@" }
    }
}

/// LibreOffice, which is heavy and not everywhere.
package enum Office {
    package static var isInstalled: Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/soffice")
        }
    }

    /// Opens a workbook and writes every sheet of it as CSV, numbers and texts as they are stored.
    package static func convert(_ workbook: String, into folder: WorkFolder) throws {
        let filter =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,"
            + "false,false,false,false,false,-1"
        let run = try BuiltTool.run(
            program: "soffice",
            [
                "-env:UserInstallation=file://\(folder.path(of: "profile"))", "--headless",
                "--convert-to", filter, "--outdir", folder.path(of: "sheets"), workbook,
            ]
        )
        guard run.status == 0, folder.holds("sheets") else { throw run }
    }
}
