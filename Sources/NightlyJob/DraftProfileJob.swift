private import Foundation
private import Intake

/// Writes a profile to complete for a file whose layout no profile reads.
package enum DraftProfileJob {
    /// - Parameters:
    ///   - path: The file.
    ///   - target: Where the profile goes; an existing file is not overwritten.
    /// - Throws: A failure (exit 65, 66 or 73) for a file that is no table, or a target that
    ///   exists.
    package static func write(_ path: String, to target: String) throws(Failure) {
        guard !FileManager.default.fileExists(atPath: target) else {
            throw Failure(.cannotWrite, "\(target) exists; give another --draft-profile")
        }
        let bytes: [UInt8]
        do throws(FileTrouble) {
            let file = try InputFile(path)
            bytes = try InputSurvey.bytes(of: file, count: file.size)
        } catch {
            throw Failure(.noInput, "cannot read \(path): \(error)")
        }
        let name = (path as NSString).lastPathComponent
        let yaml = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(ProfileTrouble) in try DraftProfile.yaml(buffer, name: name) }
        }
        do {
            try yaml.get().write(toFile: target, atomically: true, encoding: .utf8)
        } catch let error as ProfileTrouble {
            throw Failure(.refusedInput, "\(path): \(error.messageForLogs)")
        } catch {
            throw Failure(.cannotWrite, "cannot write \(target): \(error.localizedDescription)")
        }
    }
}
