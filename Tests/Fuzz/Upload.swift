import Contributions
import DelimitedText
import Intake

/// A file in any layout, understood through the shipped profiles, read, annotated and drafted.
enum Upload {
    private static let book: RuleBook? = try? RuleBook.read()
    private static let profiles = ProfileCatalogue()

    static func check(_ file: UnsafeRawBufferPointer, _ options: FuzzOptions) {
        guard options.isUpload else { return }
        guard let book else { preconditionFailure("the rule tables cannot be read") }
        let bytes = file.bindMemory(to: UInt8.self)
        checkDraft(bytes)
        let read = Result { () throws(ProfileTrouble) in
            try ProfiledFile(
                bytes,
                profiles: profiles,
                kind: options.kind,
                hints: hints(options)
            )
        }
        switch read {
        case .failure(let trouble):
            expect(!trouble.message.isEmpty, "a refusal without a reason")
            expect(!trouble.messageForLogs.isEmpty, "a refusal without a reason for logs")
        case .success(let file):
            checkRows(file, book)
            checkAnnotation(bytes, file, options)
        }
    }

    /// Every other size of pieces brings an employer and a month along.
    private static func hints(_ options: FuzzOptions) -> IntakeHints {
        var hints = IntakeHints()
        guard options.segmentBytes > 20 else { return hints }
        hints.npp = Array("12004518".utf8)
        hints.month = ContributionMonth(year: 2026, month: 10)
        hints.periodMonth = .last
        hints.dateOrder = .dayFirst
        return hints
    }

    /// Every row of the table is accepted, rejected or blank.
    private static func checkRows(_ file: ProfiledFile, _ book: RuleBook) {
        let kind = file.layout.kind
        let tables = RecordTables(lineCounts: [kind: file.rowCount])
        let records = SegmentReader.read(
            file,
            at: 0,
            arenaNumber: 0,
            target: tables.target(kind, from: 0, capacity: file.rowCount),
            employees: EmployeeDirectory(),
            book: book
        )
        let counts = records.counts
        let skipped = file.skippedLines.reduce(0) { $0 + $1.count }
        let sum =
            file.headerLineCount + counts.accepted + counts.rejected + counts.blank + skipped
            + counts.continuationLines
        expect(sum == file.lineCount, "\(file.lineCount) lines, but \(sum) are accounted for")
    }

    /// An annotation adds cells and takes nothing away.
    private static func checkAnnotation(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ file: ProfiledFile,
        _ options: FuzzOptions
    ) {
        let lines = file.annotatedLines
        var messages: [Int: String] = [:]
        if case .some(_, let rows) = lines, let first = rows.min() {
            messages[first] = "salah; \"sekali\", sungguh"
        }
        let annotated = AnnotatedFile.annotate(
            bytes,
            encoding: file.encoding,
            delimiter: file.delimiter,
            lines: lines,
            messages: messages
        )
        guard let annotated, file.encoding == .utf8 else { return }
        let lineEnd = UInt8(ascii: "\n")
        let word = Array(AnnotationColumn.name.utf8)
        let before = bytes.split(separator: lineEnd, omittingEmptySubsequences: false)
        let after = annotated.split(separator: lineEnd, omittingEmptySubsequences: false)
        // In a file that has the column already, or lines that end otherwise, cells are replaced.
        guard before.count > 1, !bytes.contains(word) else { return }
        expect(before.count == after.count, "an annotation makes lines")
        for (own, line) in zip(before, after) {
            let content = own.last == UInt8(ascii: "\r") ? own.dropLast() : own
            expect(line.starts(with: content.prefix { $0 != UInt8(ascii: "\r") }), "lost bytes")
        }
    }

    /// A draft is always a profile that can be read.
    private static func checkDraft(_ bytes: UnsafeBufferPointer<UInt8>) {
        let draft = Result { () throws(ProfileTrouble) in
            try DraftProfile.yaml(bytes, name: "berkas")
        }
        guard case .success(let yaml) = draft else { return }
        do {
            _ = try IntakeProfile(yaml: yaml, source: "berkas")
        } catch {
            // Of a header without a known heading the columns are left to complete.
            expect("\(error)".contains("kolom"), "a draft that cannot be read: \(error)")
        }
    }
}
