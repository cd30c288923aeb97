/// A company of three workers and three months, all paid in time: the ground on which a test
/// changes one thing.
package enum SmallCompany {
    /// The scenario whose files these are.
    package static let scenario = "tepat-waktu"
    /// The day on which its last month is past due and paid.
    package static let asOf = "2026-11-22"

    /// The text of one of its files: `payroll.csv`, `ledger.csv`, `employers.csv`, `register.csv`.
    package static func file(_ name: String) throws -> String {
        try FolderContents.text(of: PackageRoot.path(of: "SampleData/\(scenario)/\(name)"))
    }

    /// A work folder with its files below `masuk`.
    package static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        for name in ["payroll.csv", "ledger.csv", "employers.csv", "register.csv"] {
            try folder.write(try file(name), to: "masuk/\(name)")
        }
        return folder
    }

    /// Reconciles the files below `masuk` of a folder into its `laporan`, with more options.
    package static func reconcile(_ folder: WorkFolder, _ options: String...) throws -> ToolRun {
        try BuiltTool.run(
            ["reconcile", "masuk", "--as-of", asOf, "--output", "laporan"] + options,
            in: folder.path
        )
    }
}
