internal import Contributions
internal import Crypto
internal import DelimitedText
internal import Intake

/// What is known of an input file before its rows are read.
struct SurveyedFile: Sendable {
    var name: String
    var size = 0
    /// The SHA-256 of the bytes, in hexadecimal.
    var digest = ""
    var state: State

    enum State: Sendable {
        /// The rows can be read.
        case readable(InputFile, FileHead, FileSurvey)
        /// The whole file is refused, with the reason in Bahasa Indonesia: for the report, and
        /// without what may be a person's data.
        case refused(String, forLogs: String)
        /// The bytes are those of another file, which counts.
        case twin(of: Int)
    }
}

/// Reads every file once: its digest, its header, and where it can be cut into segments.
enum InputSurvey {
    /// The size of the pieces in which a file is parsed.
    static let segmentBytes = 1 << 20

    static func survey(_ candidates: [InputCandidate]) -> [SurveyedFile] {
        var files = Parallel.map(count: candidates.count) { survey(candidates[$0]) }
        markTwins(&files)
        return files
    }

    /// Of files with the same bytes one counts: of payrolls the last, because a payroll that is
    /// delivered again is again the newest version; of others the first.
    private static func markTwins(_ files: inout [SurveyedFile]) {
        var counted: [String: Int] = [:]
        for index in files.indices {
            guard case .readable(_, let head, _) = files[index].state else { continue }
            let kind = head.layout.kind
            let key = "\(kind.rawValue) \(files[index].digest)"
            guard let other = counted[key] else {
                counted[key] = index
                continue
            }
            if kind == .payroll {
                files[other].state = .twin(of: index)
                counted[key] = index
            } else {
                files[index].state = .twin(of: other)
            }
        }
        // Of three equal payrolls the first points to the second, which is a twin itself.
        for index in files.indices {
            while case .twin(let other) = files[index].state,
                case .twin(let next) = files[other].state
            {
                files[index].state = .twin(of: next)
            }
        }
    }

    private static func survey(_ candidate: InputCandidate) -> SurveyedFile {
        var surveyed = SurveyedFile(name: candidate.name, state: .refused("", forLogs: ""))
        do throws(FileTrouble) {
            let file = try InputFile(candidate.path)
            surveyed.size = file.size
            let headBytes = try bytes(of: file, count: min(file.size, HeaderReader.headBytes))
            let head: Result<FileHead, FileProblem> = headBytes.withUnsafeBytes { buffer in
                Result { () throws(FileProblem) in
                    try HeaderReader.read(
                        buffer,
                        isWholeFile: buffer.count == file.size,
                        kind: candidate.kind
                    )
                }
            }
            let terminator: UInt8
            switch head {
            case .success(let head): terminator = head.terminator
            case .failure: terminator = UInt8(ascii: "\n")
            }
            let (survey, digest) = try readThrough(file, terminator)
            surveyed.digest = digest
            switch head {
            case .success(let head): surveyed.state = .readable(file, head, survey)
            case .failure(let problem):
                surveyed.state = .refused(problem.message, forLogs: problem.messageForLogs)
            }
        } catch {
            let reason = "berkas tidak dapat dibaca: \(error)"
            surveyed.state = .refused(reason, forLogs: reason)
        }
        return surveyed
    }

    static func bytes(of file: InputFile, count: Int, at offset: Int = 0) throws(FileTrouble)
        -> [UInt8]
    {
        var trouble: FileTrouble?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            do throws(FileTrouble) {
                initializedCount = try file.read(
                    into: UnsafeMutableRawBufferPointer(buffer),
                    at: offset
                )
            } catch {
                trouble = error
            }
        }
        if let trouble { throw trouble }
        return bytes
    }

    private static func readThrough(
        _ file: InputFile,
        _ terminator: UInt8
    ) throws(FileTrouble) -> (FileSurvey, String) {
        var hash = SHA256()
        var survey = FileSurvey(segmentBytes: segmentBytes, terminator: terminator)
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        defer { block.deallocate() }
        while survey.byteCount < file.size {
            let count = try file.read(into: block, at: survey.byteCount)
            // A file that got shorter while it was read ends here.
            guard count > 0 else { break }
            let part = UnsafeRawBufferPointer(rebasing: block[..<count])
            hash.update(bufferPointer: part)
            survey.feed(part)
        }
        return (survey, hash.finalize().hexadecimal)
    }
}

extension Digest {
    /// The digest in lower-case hexadecimal digits.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }
}
