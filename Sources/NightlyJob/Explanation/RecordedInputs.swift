private import Crypto
private import Foundation
internal import Intake

/// Finds again the files that a report was made from, wherever they are now.
///
/// A manifest names no folders, so that a report says the same wherever it is made; but it has the
/// size and the digest of every file, and bytes that have both are the ones.
struct RecordedInputs {
    /// The files in the order of the report.
    private(set) var found: [InputPath] = []
    /// The names of those that are nowhere.
    private(set) var missing: [String] = []

    /// How many files and folders are looked at below each folder, at most.
    private static let reach = 100_000

    /// - Parameters:
    ///   - inputs: What the manifest lists.
    ///   - folders: Where to look, with all below.
    init(_ inputs: [WrittenManifest.Input], below folders: [String]) {
        let sizes = Set(inputs.compactMap(\.size))
        var pathOfDigest: [String: String] = [:]
        let wanted = Set(inputs.compactMap(\.digest))
        for path in Self.files(ofSizes: sizes, below: folders) {
            guard pathOfDigest.count < wanted.count,
                let bytes = FileManager.default.contents(atPath: path)
            else { continue }
            let digest = SHA256.hash(data: bytes).hexadecimal
            if wanted.contains(digest), pathOfDigest[digest] == nil { pathOfDigest[digest] = path }
        }
        for input in inputs {
            guard let digest = input.digest, let path = pathOfDigest[digest] else {
                missing.append(input.name)
                continue
            }
            var file = InputPath(
                path: path,
                kind: input.kind.flatMap(InputKind.init(rawValue:)),
                knownDigest: digest
            )
            file.name = input.name
            found.append(file)
        }
    }

    private static func files(ofSizes sizes: Set<Int>, below folders: [String]) -> [String] {
        var files: [String] = []
        for folder in folders {
            guard let names = FileManager.default.enumerator(atPath: folder) else { continue }
            var looked = 0
            while let name = names.nextObject() as? String, looked < reach {
                looked += 1
                if (name as NSString).lastPathComponent.hasPrefix(".") {
                    names.skipDescendants()
                    continue
                }
                let attributes = names.fileAttributes
                guard attributes?[.type] as? FileAttributeType == .typeRegular,
                    let size = (attributes?[.size] as? NSNumber)?.intValue, sizes.contains(size)
                else { continue }
                files.append((folder as NSString).appendingPathComponent(name))
            }
        }
        return files
    }
}
