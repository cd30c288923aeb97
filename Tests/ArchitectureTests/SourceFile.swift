import TestSupport

/// A Swift file as these tests read it: the lines, and the lines without comments.
struct SourceFile: CustomStringConvertible {
    /// The path below the package.
    let path: String
    let lines: [String]

    init(_ path: String, _ text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// All Swift files below a folder of the package.
    static func all(below folder: String) throws -> [SourceFile] {
        let root = PackageRoot.path(of: folder)
        return try FolderContents.names(in: root).filter { $0.hasSuffix(".swift") }.map { name in
            SourceFile("\(folder)/\(name)", try FolderContents.text(of: "\(root)/\(name)"))
        }
    }

    var description: String { path }

    /// The folder below `Sources` or `Tests`, which is the target.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : ""
    }

    /// The modules that the file imports.
    var imports: [String] {
        code.compactMap { line in
            let pattern =
                /^\s*(?:@\w+ )*(?:(?:private|fileprivate|internal|package|public) )?import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/
            return line.firstMatch(of: pattern).map { String($0.1) }
        }
    }

    /// The lines with comments and the words inside quotation marks taken out.
    ///
    /// An interpolation goes with its string; the tests look for names that none holds.
    var code: [String] {
        lines.map { line in
            let withoutStrings = line.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
            guard let comment = withoutStrings.firstRange(of: "//") else { return withoutStrings }
            return String(withoutStrings[..<comment.lowerBound])
        }
    }

    /// The numbers of the lines whose code matches.
    func lines(matching pattern: some RegexComponent) -> [String] {
        code.enumerated().filter { $0.element.firstMatch(of: pattern) != nil }
            .map { "\(path):\($0.offset + 1)" }
    }
}
