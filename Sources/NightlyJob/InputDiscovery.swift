internal import Contributions
private import Foundation
package import Intake

/// A file the user gives, in the order in which versions replace each other.
package struct InputPath: Sendable {
    package var path: String
    /// The kind that the user names; nil recognises it from the header.
    package var kind: InputKind?
    /// What reports call the file; nil goes by the path.
    var name: String?
    /// What a workspace knows of the file; nil for a file that a user names.
    var delivered: DeliveredInput?
    /// The SHA-256 of the bytes, in hexadecimal, where it is known; a file in which other bytes are
    /// found is refused.
    package var knownDigest: String?

    package init(path: String, kind: InputKind? = nil, knownDigest: String? = nil) {
        self.path = path
        self.kind = kind
        self.knownDigest = knownDigest
    }
}

/// What a workspace knows of a file beside its bytes.
struct DeliveredInput: Sendable {
    /// What reports call it, such as `kiriman-12/gaji.csv`.
    var name: String
    /// What HR called it, for what the settings know of files by their name.
    var nameBelowInbox: String
    /// The number of its delivery.
    var delivery: Int
    /// The night that received it.
    var night: Day
}

/// A file to be read, under the name that reports print.
struct InputCandidate {
    var path: String
    var kind: InputKind?
    var name: String
    var delivered: DeliveredInput?

    /// The name that the settings know the file by.
    var knownName: String { delivered?.nameBelowInbox ?? name }
    /// The SHA-256 of the bytes, in hexadecimal, where it is known before the file is read.
    var knownDigest: String?
}

/// Finds the files of a run.
enum InputDiscovery {
    /// The CSV files behind the paths: files as given, folders with all below them in byte order.
    ///
    /// - Returns: The files, and the names in folders that were passed over.
    /// - Throws: A failure: exit 66 where there is no file, 64 for a folder where a file is meant.
    static func find(_ paths: [InputPath]) throws(Failure) -> (
        files: [InputCandidate], passedOver: [String]
    ) {
        var found: [(input: InputPath, relative: String)] = []
        var passedOver: [String] = []
        for input in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: input.path, isDirectory: &isFolder) else {
                throw Failure(.noInput, "no such file or folder: \(input.path)")
            }
            guard isFolder.boolValue else {
                let name =
                    input.name ?? input.delivered?.name
                    ?? (input.path as NSString).lastPathComponent
                found.append((input, name))
                continue
            }
            guard input.kind == nil else {
                throw Failure(
                    .usage,
                    "\(input.path) is a folder; --\(input.kind?.rawValue ?? "") takes a file"
                )
            }
            let (files, others) = try filesBelow(input.path)
            for relative in files {
                let path = (input.path as NSString).appendingPathComponent(relative)
                found.append((InputPath(path: path), relative))
            }
            passedOver += others
        }
        guard !found.isEmpty else {
            throw Failure(
                .noInput,
                "no CSV file in \(paths.map(\.path).joined(separator: ", "))"
            )
        }
        let names = uniqueNames(found)
        let files = zip(found, names).map { entry, name in
            InputCandidate(
                path: entry.input.path,
                kind: entry.input.kind,
                name: name,
                delivered: entry.input.delivered,
                knownDigest: entry.input.knownDigest
            )
        }
        return (files, passedOver.sorted())
    }

    private static func filesBelow(
        _ folder: String
    ) throws(Failure) -> (files: [String], others: [String]) {
        guard let names = FileManager.default.enumerator(atPath: folder) else {
            throw Failure(.noInput, "cannot list the folder \(folder)")
        }
        var files: [String] = []
        var others: [String] = []
        while let name = names.nextObject() as? String {
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            var isFolder: ObjCBool = false
            let path = (folder as NSString).appendingPathComponent(name)
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if exists, isFolder.boolValue {
                // A report has tables that look like inputs.
                if ReportFolder.isReport(path) {
                    names.skipDescendants()
                    others.append(name + "/")
                }
                continue
            }
            if !isHidden, name.lowercased().hasSuffix(".csv") {
                files.append(name)
            } else {
                others.append(name)
            }
        }
        return (files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, others)
    }

    /// The name of each file in reports: relative to the folder given, with parent folders in front
    /// where two files would be called the same.
    private static func uniqueNames(_ found: [(input: InputPath, relative: String)]) -> [String] {
        var names = found.map(\.relative)
        for depth in 1...8 {
            let paths = Dictionary(
                zip(names, found).map { ($0, Set([$1.input.path])) },
                uniquingKeysWith: { $0.union($1) }
            )
            guard paths.values.contains(where: { $0.count > 1 }) else { break }
            for index in names.indices where (paths[names[index]]?.count ?? 0) > 1 {
                let parts = found[index].input.path.split(separator: "/")
                let own = found[index].relative.split(separator: "/").count
                names[index] = parts.suffix(own + depth).joined(separator: "/")
            }
        }
        // The same path twice: told apart by position.
        return names.enumerated().map { index, name in
            names.firstIndex(of: name) == index ? name : "\(name)#\(index + 1)"
        }
    }
}
