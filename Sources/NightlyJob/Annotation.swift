internal import Contributions
internal import DelimitedText
private import Foundation
internal import Intake
internal import Reporting

/// Writes uploads back with a column that says what is wrong with each row.
struct Annotation {
    /// A file for one upload, a folder for several.
    let target: String

    func write(
        _ uploads: [UploadSummary],
        _ inputs: [InputSummary],
        _ candidates: [InputCandidate]
    ) throws(Failure) -> [String] {
        var written: [String] = []
        for (place, upload) in uploads.enumerated() {
            let path: String
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: target, isDirectory: &isFolder)
            if uploads.count == 1, !isFolder.boolValue {
                path = target
            } else {
                let name = upload.name.replacingOccurrences(of: "/", with: "_")
                path = (target as NSString).appendingPathComponent(name)
            }
            try refuseOverwriting(path, candidates)
            let bytes = try annotated(upload, inputs[place], candidates[place].path)
            try write(bytes, to: path)
            written.append(path)
        }
        return written
    }

    /// The bytes of an upload with the column added.
    func annotated(
        _ upload: UploadSummary,
        _ input: InputSummary,
        _ path: String
    ) throws(Failure) -> [UInt8] {
        let content: [UInt8]
        do throws(FileTrouble) {
            let file = try InputFile(path)
            content = try InputSurvey.bytes(of: file, count: file.size)
        } catch {
            throw Failure(.refusedInput, "cannot read \(path): \(error)")
        }
        let messages = messages(upload)
        let annotated = content.withUnsafeBufferPointer { bytes in
            let encoding = TextEncoding.detect(bytes)
            var delimiter = Delimiter.comma
            var lines = AnnotatedFile.Lines.all
            switch input.file.state {
            case .profiled(let file):
                delimiter = file.delimiter
                lines = file.annotatedLines
            case .refused:
                delimiter = Delimiter.detect(bytes, terminator: UInt8(ascii: "\n"))
                lines = .some(headers: [], rows: [])
            case .readable, .parsed, .twin: break
            }
            return AnnotatedFile.annotate(
                bytes,
                encoding: encoding,
                delimiter: delimiter,
                lines: lines,
                messages: messages
            )
        }
        guard let annotated else {
            throw Failure(.refusedInput, "\(path) is not text, so nothing can be written into it")
        }
        return annotated
    }

    /// The problems of each line, without what was repaired.
    ///
    /// What concerns the whole file stands on its first line.
    private func messages(_ upload: UploadSummary) -> [Int: String] {
        var messages: [Int: [String]] = [:]
        for problem in upload.problems where problem.code.severity > .info {
            messages[max(1, problem.line), default: []].append(
                "\(problem.sentence) [\(problem.code.code)]"
            )
        }
        return messages.mapValues { $0.joined(separator: "; ") }
    }

    private func refuseOverwriting(
        _ path: String,
        _ candidates: [InputCandidate]
    ) throws(Failure) {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        for candidate in candidates
        where URL(fileURLWithPath: candidate.path).resolvingSymlinksInPath().path == resolved {
            throw Failure(
                .usage,
                "--annotate \(path) would overwrite the upload; give another file"
            )
        }
    }

    /// Writes beside the target and renames, so that no half file is ever found there.
    private func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        do {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: true
                )
            }
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        } catch {
            throw Failure(.cannotWrite, "cannot write \(path): \(error.localizedDescription)")
        }
    }
}
