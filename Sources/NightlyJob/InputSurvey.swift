internal import Contributions
internal import Crypto
internal import DelimitedText
internal import Intake
private import Reporting

/// What is known of an input file before its rows are read.
struct SurveyedFile: Sendable {
    var name: String
    /// The kind that the user names.
    var namedKind: InputKind?
    var size = 0
    /// The SHA-256 of the bytes, in hexadecimal; nil where it is found out with the rows, and of a
    /// file that cannot be read.
    var digest: String?
    var state: State

    enum State: Sendable {
        /// The rows can be read.
        case readable(InputFile, FileHead, FileSurvey)
        /// The rows are read through a profile.
        case profiled(ProfiledFile)
        /// The rows are those that an earlier run read.
        case parsed(ParsedFile)
        /// The whole file is refused.
        case refused(Refusal)
        /// The bytes are those of another file, which counts.
        case twin(of: Int)
    }

    /// Why a file is refused, in Bahasa Indonesia: for the report, and without what may be a
    /// person's data.
    struct Refusal: Sendable {
        var code = FindingCode.fileRejected
        var message: String
        var messageForLogs: String
        var line: Int?
        var column = ""

        init(_ problem: FileProblem) {
            code = problem.code
            message = problem.message
            messageForLogs = problem.messageForLogs
            line = problem.line
            column = problem.column
        }

        init(_ message: String) {
            self.message = message
            messageForLogs = message
        }
    }

    /// What the file is; nil where it is refused or repeats another one.
    var kind: InputKind? {
        switch state {
        case .readable(_, let head, _): head.layout.kind
        case .profiled(let file): file.layout.kind
        case .parsed(let file): file.facts.kind
        case .refused, .twin: nil
        }
    }
}

/// Looks at every file before its rows are read: at its header, where it can be cut into segments,
/// and for its digest where something rests on that.
enum InputSurvey {
    /// The size of the pieces in which a file is parsed.
    static let segmentBytes = 1 << 20
    /// The largest file that is read: 64 GiB, some 500 million payroll rows.
    ///
    /// What is larger is no delivery, and would only keep the night's run from ending.
    static let largestFile = 64 << 30

    /// - Parameters:
    ///   - candidates: The files of the run.
    ///   - intake: What the user says of them.
    ///   - kept: The rows that earlier runs kept, for files that need not be read again.
    /// - Returns: What is known of each file.
    static func survey(
        _ candidates: [InputCandidate],
        _ intake: IntakeOptions = IntakeOptions(),
        kept: ParsedRows? = nil
    ) -> [SurveyedFile] {
        // Where digests are known, those of all files are compared.
        let mayWait = kept == nil && candidates.allSatisfy { $0.knownDigest == nil }
        let alone = mayWait ? filesOfOwnSize(candidates) : [:]
        var files = Parallel.map(count: candidates.count) { index in
            let candidate = candidates[index]
            var file =
                candidate.knownDigest.flatMap { parsed(candidate, $0, kept, at: index) }
                ?? survey(candidate, intake, withoutDigest: alone[index])
            if let known = candidate.knownDigest, let digest = file.digest, digest != known {
                let reason = "isi berkas tidak lagi cocok dengan SHA-256-nya, \(known)"
                file.state = .refused(.init(reason))
            }
            // A file whose digest nobody knew had to be read for it, but not to be parsed.
            if candidate.knownDigest == nil, case .readable = file.state, let digest = file.digest,
                let parsed = parsed(candidate, digest, kept, at: index)
            {
                return parsed
            }
            return file
        }
        markTwins(&files)
        return files
    }

    /// The files that are the only ones of their size, by their place: none has the same bytes.
    private static func filesOfOwnSize(_ candidates: [InputCandidate]) -> [Int: InputFile] {
        var places: [Int: [Int]] = [:]
        var files: [Int: InputFile] = [:]
        for (place, candidate) in candidates.enumerated() {
            // What cannot be opened is refused later.
            guard let file = try? InputFile(candidate.path) else { continue }
            files[place] = file
            places[file.size, default: []].append(place)
        }
        for places in places.values where places.count > 1 {
            for place in places { files[place] = nil }
        }
        return files
    }

    private static func parsed(
        _ candidate: InputCandidate,
        _ digest: String,
        _ kept: ParsedRows?,
        at place: Int
    ) -> SurveyedFile? {
        kept?.file(digest, candidate.kind, at: place).map { parsed in
            SurveyedFile(
                name: candidate.name,
                namedKind: candidate.kind,
                size: parsed.facts.size,
                digest: digest,
                state: .parsed(parsed)
            )
        }
    }

    /// Of files with the same bytes one counts: of payrolls the last, because a payroll that is
    /// delivered again is again the newest version; of others the first.
    private static func markTwins(_ files: inout [SurveyedFile]) {
        var counted: [String: Int] = [:]
        for index in files.indices {
            guard let kind = files[index].kind, let digest = files[index].digest else { continue }
            var key = "\(kind.rawValue) \(digest)"
            if case .profiled(let file) = files[index].state { key += " \(file.contextKey)" }
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

    private static func survey(
        _ candidate: InputCandidate,
        _ intake: IntakeOptions,
        withoutDigest alone: InputFile?
    ) -> SurveyedFile {
        var surveyed = SurveyedFile(
            name: candidate.name,
            namedKind: candidate.kind,
            state: .refused(.init(""))
        )
        do throws(FileTrouble) {
            let file: InputFile
            if let alone { file = alone } else { file = try InputFile(candidate.path) }
            surveyed.size = file.size
            guard file.size <= largestFile else {
                let reason = "berkas lebih dari 64 GiB; bagi menjadi beberapa berkas"
                surveyed.state = .refused(.init(reason))
                return surveyed
            }
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
            if alone != nil, case .success(let head) = head {
                surveyed.state = .readable(file, head, try count(file, terminator))
                return surveyed
            }
            let (survey, digest) = try readThrough(file, terminator)
            surveyed.digest = digest
            switch head {
            case .success(let head): surveyed.state = .readable(file, head, survey)
            case .failure(.empty): surveyed.state = .refused(.init(.empty))
            case .failure(.foreign(let format)):
                surveyed.state = .refused(.init(.foreign(format)))
            case .failure(.layout(.ownReport)):
                surveyed.state = .refused(.init(.layout(.ownReport)))
            case .failure(let problem):
                let hints = intake.hints(for: candidate.knownName)
                surveyed.state = try profiled(
                    file,
                    candidate.kind,
                    intake.catalogue(),
                    hints,
                    problem
                )
            }
        } catch {
            surveyed.state = .refused(.init("berkas tidak dapat dibaca: \(error)"))
        }
        return surveyed
    }

    /// A file that has no canonical header: its profile, or why none reads it.
    private static func profiled(
        _ file: InputFile,
        _ kind: InputKind?,
        _ catalogue: ProfileCatalogue,
        _ hints: IntakeHints,
        _ problem: FileProblem
    ) throws(FileTrouble) -> SurveyedFile.State {
        guard file.size <= ProfiledFile.largestFile else {
            return .refused(.init(.profile(.tooLarge(byteCount: file.size))))
        }
        let bytes = try bytes(of: file, count: file.size)
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(ProfileTrouble) in
                try ProfiledFile(buffer, profiles: catalogue, kind: kind, hints: hints)
            }
        }
        switch result {
        case .success(let file): return .profiled(file)
        case .failure(let trouble): return .refused(.init(moreHelpful(problem, trouble)))
        }
    }

    /// A header that is nearly canonical is told what the canonical form lacks.
    private static func moreHelpful(
        _ problem: FileProblem,
        _ trouble: ProfileTrouble
    ) -> FileProblem {
        switch (problem, trouble) {
        case (.layout(.missingColumns), .unknownLayout),
            (.layout(.missingColumns), .missingHeadings),
            (.layout(.missingColumns), .tie),
            (.layout(.missingColumns), .nppNotStated),
            (.layout(.missingColumns), .monthNotStated),
            (.layout(.duplicateColumn), _),
            (.brokenHeader, .unknownLayout):
            problem
        default: .profile(trouble)
        }
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

    /// Reads a file from its beginning to its end, for its digest as well.
    private static func readThrough(
        _ file: InputFile,
        _ terminator: UInt8
    ) throws(FileTrouble) -> (FileSurvey, String) {
        var hash = SHA256()
        var survey = FileSurvey(segmentBytes: segmentBytes, terminator: terminator)
        try read(file, 0..<file.size) { part in
            hash.update(bufferPointer: part)
            survey.feed(part)
        }
        return (survey, hash.finalize().hexadecimal)
    }

    /// Reads the segments of a file side by side.
    private static func count(
        _ file: InputFile,
        _ terminator: UInt8
    ) throws(FileTrouble) -> FileSurvey {
        let empty = FileSurvey(segmentBytes: segmentBytes, terminator: terminator)
        let ranges = Parallel.ranges(count: file.size, size: segmentBytes)
        let parts = Parallel.map(count: ranges.count) { index in
            Result { () throws(FileTrouble) in
                var survey = empty
                try read(file, ranges[index]) { survey.feed($0) }
                return survey
            }
        }
        var survey = empty
        for (range, part) in zip(ranges, parts) {
            // A file that got shorter while it was read ends here.
            guard survey.byteCount == range.lowerBound else { break }
            survey.append(try part.get())
        }
        return survey
    }

    /// Reads a range of a file, as far as the file reaches, in blocks that are in the cache when
    /// they are looked at.
    private static func read(
        _ file: InputFile,
        _ range: Range<Int>,
        _ use: (UnsafeRawBufferPointer) -> Void
    ) throws(FileTrouble) {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        defer { block.deallocate() }
        var position = range.lowerBound
        while position < range.upperBound {
            let wanted = min(block.count, range.upperBound - position)
            let count = try file.read(
                into: UnsafeMutableRawBufferPointer(rebasing: block[..<wanted]),
                at: position
            )
            guard count > 0 else { return }
            use(UnsafeRawBufferPointer(rebasing: block[..<count]))
            position += count
        }
    }
}

extension Digest {
    /// The digest in lower-case hexadecimal digits.
    var hexadecimal: String { Hexadecimal.text(self) }
}
