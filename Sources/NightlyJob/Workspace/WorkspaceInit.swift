private import Foundation
internal import Glibc
internal import RunStore

/// Makes a workspace (`iuran init`).
package enum WorkspaceInit {
    /// Makes what is missing and leaves alone what is there, so that it can be repeated after it
    /// was interrupted.
    ///
    /// - Returns: The names of what was made, in order.
    /// - Throws: A failure (exit 73) when the folder holds something else, or cannot be written.
    package static func run(_ path: String) throws(Failure) -> [String] {
        let workspace = Workspace(unchecked: path)
        try refuseStrangers(in: workspace, path)
        var made: [String] = []
        for folder in [workspace.root] + workspace.folders {
            do throws(FileTrouble) {
                if try Folder.make(folder) { made.append(workspace.name(of: folder) + "/") }
            } catch {
                throw Failure(.cannotWrite, "cannot create the folder \(folder): \(error)")
            }
        }
        let files: [(path: String, bytes: [UInt8], mode: mode_t)] = [
            (workspace.settings, PackageResources.iuran_yaml, 0o640),
            (workspace.employers, PackageResources.perusahaan_csv, 0o640),
            (workspace.pairs, PackageResources.pasangan_csv, 0o640),
            (workspace.tokenKey, TokenKey.make(), 0o600),
            (workspace.lock, [], 0o640),
        ]
        for (file, bytes, mode) in files where !FileManager.default.fileExists(atPath: file) {
            do throws(FileTrouble) {
                try DurableFile.write(bytes, to: file, mode: mode)
            } catch {
                throw Failure(.cannotWrite, "cannot write \(file): \(error)")
            }
            made.append(workspace.name(of: file))
        }
        if !FileManager.default.fileExists(atPath: workspace.store) {
            made.append(workspace.name(of: workspace.store))
        }
        do throws(StoreTrouble) {
            _ = try RunStore(workspace.store)
        } catch {
            throw Failure(.cannotWrite, "cannot make \(workspace.store): \(error)")
        }
        chmod(workspace.store, 0o640)
        return made
    }

    /// A folder full of other things is probably a typing error.
    private static func refuseStrangers(
        in workspace: Workspace,
        _ path: String
    ) throws(Failure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: workspace.root, isDirectory: &isFolder) else {
            return
        }
        guard isFolder.boolValue else {
            throw Failure(.cannotWrite, "\(path) is a file; a workspace is a folder")
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: workspace.root)) ?? []
        let ours = Set(
            (workspace.folders
                + [workspace.settings, workspace.employers, workspace.pairs, workspace.store])
                .map { workspace.name(of: $0) }
        )
        guard let stranger = names.sorted().first(where: { !$0.hasPrefix(".") }),
            ours.isDisjoint(with: names)
        else { return }
        throw Failure(
            .cannotWrite,
            "\(path) holds \(stranger) and is no workspace; give an empty or a new folder"
        )
    }
}

extension Workspace {
    /// A path as the operator sees it: below the workspace.
    func name(of path: String) -> String {
        path == root ? "." : String(path.dropFirst(root.count + 1))
    }
}
