/// A folder of `SampleData`: invented inputs, and the arguments its recorded report was made with.
package struct Scenario: Sendable, CustomStringConvertible {
    /// The name of the folder.
    package let name: String
    /// The options of `iuran reconcile`, such as `--as-of 2026-11-22`.
    package let arguments: [String]

    /// The scenario of a folder of `SampleData`.
    package init(_ name: String) throws {
        self.name = name
        let line = try FolderContents.text(of: PackageRoot.path(of: "SampleData/\(name)/arguments"))
        arguments = line.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// All scenarios, by name.
    package static func all() throws -> [Scenario] {
        try FolderContents.folders(in: PackageRoot.path(of: "SampleData")).map(Scenario.init)
    }

    package var description: String { name }

    /// The folder of the inputs.
    package var inputs: String { PackageRoot.path(of: "SampleData/\(name)") }

    /// The folder of the recorded report.
    package var report: String { PackageRoot.path(of: "Reports/\(name)") }
}

extension Scenario {
    /// Runs the built tool on the inputs and returns the files of the report, by name.
    package func run() throws -> [String: [UInt8]] {
        let folder = try WorkFolder()
        let output = folder.path(of: "laporan")
        let run = try BuiltTool.run(["reconcile", inputs] + arguments + ["--output", output])
        guard run.status == 0 else { throw run }
        return try FolderContents.read(output)
    }
}
