internal import Contributions
private import Foundation
package import Intake

/// What a user says of the files beside what stands in them.
package struct IntakeOptions: Sendable {
    /// The profiles of the user, before the shipped ones.
    private var added: [IntakeProfile] = []
    /// For every file.
    package var hints = IntakeHints()
    /// For files by name, from the settings; of several that fit, later ones win.
    package var byName: [NamedHints] = []

    /// Hints for files whose name fits a pattern such as `sari-roti/*.csv`.
    package struct NamedHints: Sendable {
        package var pattern: String
        package var hints: IntakeHints
    }

    package init() {}

    /// Adds profiles; one with the name of another takes its place.
    package mutating func add(_ profiles: [IntakeProfile]) {
        let names = Set(profiles.map(\.name))
        added = profiles + added.filter { !names.contains($0.name) }
    }

    /// All profiles; made when a file needs them, for most runs hold canonical files only.
    package func catalogue() -> ProfileCatalogue {
        added.isEmpty ? .shippedOnly : ProfileCatalogue(adding: added)
    }

    /// What is said of a file.
    ///
    /// - Parameter name: Its name as reports print it.
    /// - Returns: The hints for every file, overridden by those for its name.
    func hints(for name: String) -> IntakeHints {
        var hints = hints
        for entry in byName where FilePattern(entry.pattern).matches(name) {
            hints.npp = entry.hints.npp ?? hints.npp
            hints.month = entry.hints.month ?? hints.month
            hints.periodMonth = entry.hints.periodMonth ?? hints.periodMonth
            hints.dateOrder = entry.hints.dateOrder ?? hints.dateOrder
            hints.profile = entry.hints.profile ?? hints.profile
        }
        return hints
    }

    /// Reads profiles of a user.
    ///
    /// - Parameter paths: YAML files, or folders of them.
    /// - Returns: The profiles in the order of the paths.
    /// - Throws: A failure (exit 78) that names the file, the key and what was expected.
    package static func profiles(at paths: [String]) throws(Failure) -> [IntakeProfile] {
        var profiles: [IntakeProfile] = []
        for file in try profileFiles(at: paths) { profiles.append(try profile(at: file)) }
        return profiles
    }

    /// The YAML files behind paths: files as given, folders with all in them by name.
    static func profileFiles(at paths: [String]) throws(Failure) -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw Failure(.settings, "no such profile: \(path)")
            }
            files +=
                isFolder.boolValue
                ? ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
                    .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
                    .map { (path as NSString).appendingPathComponent($0) } : [path]
        }
        return files
    }

    private static func profile(at path: String) throws(Failure) -> IntakeProfile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.settings, "cannot read the profile \(path)")
        }
        do {
            return try IntakeProfile(yaml: String(decoding: data, as: UTF8.self), source: path)
        } catch {
            throw Failure(.settings, "\(error)")
        }
    }
}

/// A file name with `*` for any characters but a slash.
struct FilePattern {
    private let parts: [Substring]

    init(_ pattern: String) {
        parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    }

    func matches(_ name: String) -> Bool {
        guard let first = parts.first, name.hasPrefix(first) else { return false }
        return matches(name.dropFirst(first.count), parts.dropFirst())
    }

    private func matches(_ rest: Substring, _ parts: ArraySlice<Substring>) -> Bool {
        guard let part = parts.first else { return rest.isEmpty }
        var start = rest.startIndex
        while true {
            if rest[start...].hasPrefix(part) {
                let behind = rest.index(start, offsetBy: part.count)
                if matches(rest[behind...], parts.dropFirst()) { return true }
            }
            guard start < rest.endIndex, rest[start] != "/" else { return false }
            start = rest.index(after: start)
        }
    }
}
