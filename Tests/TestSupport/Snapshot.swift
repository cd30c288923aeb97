package import Testing

/// A recorded output below `Tests/Snapshots`; `RECORD_REPORTS=1` records it and fails the test.
package struct Snapshot: Sendable {
    private let name: String

    package init(_ name: String) {
        self.name = name
    }

    /// Expects a text to be the recorded one, to the byte.
    package func expect(
        _ actual: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let path = PackageRoot.path(of: "Tests/Snapshots/\(name)")
        guard !Recording.isOn else {
            try FolderContents.write(Array(actual.utf8), to: path)
            Issue.record("Recorded Tests/Snapshots/\(name)", sourceLocation: sourceLocation)
            return
        }
        let difference = FirstDifference.between(actual, try FolderContents.text(of: path))
        #expect(
            difference == nil,
            "Tests/Snapshots/\(name) differs in \(difference ?? "")",
            sourceLocation: sourceLocation
        )
    }
}
