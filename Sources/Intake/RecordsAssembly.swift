package import Contributions

/// Joins the segments of all files into the records of a run.
///
/// Employers are numbered in the order of their NPP, and identifiers that do not fit into eight
/// bytes get their place in a sorted pool; so nothing depends on how files were cut into segments.
package enum RecordsAssembly {
    /// - Parameters:
    ///   - segments: In the order of files and lines; their arenas are numbered by place.
    ///   - tables: The tables that the segments filled.
    ///   - files: The names of the files.
    /// - Returns: The records, and the findings made while reading.
    package static func assemble(
        _ segments: [SegmentRecords],
        _ tables: RecordTables,
        files: [String]
    ) -> (records: Records, findings: [Finding]) {
        let pool = sortedTexts(segments)
        let identifiers = IdentifierPool(sorted: pool)
        let employers = Set(segments.flatMap(\.employers.npps)).sorted(
            by: identifiers.isOrderedBefore
        )
        let numbers = Dictionary(
            uniqueKeysWithValues: employers.enumerated().map { ($1, UInt32($0)) }
        )
        let places = Dictionary(uniqueKeysWithValues: pool.enumerated().map { ($1, $0) })
        let translations = segments.enumerated().map { Translation($1, $0, numbers, places) }

        let payroll = tables.payroll.finish(segments.map(\.payroll)) {
            translations[$1].translate($0)
        }
        let leavers = segments.enumerated().flatMap { index, segment in
            segment.leavers.map { translations[index].translated($0) }
        }
        let left = Leavers(leavers).apply(to: payroll)
        let records = Records(
            employers: employers.map(NPP.init),
            payroll: payroll,
            ledger: tables.ledger.finish(segments.map(\.ledger)) {
                translations[$1].translate($0)
            },
            register: tables.register.finish(segments.map(\.register)) {
                translations[$1].translate($0)
            },
            payments: segments.enumerated().flatMap { index, segment in
                segment.payments.map { translations[index].translated($0) }
            },
            employerRows: segments.enumerated().flatMap { index, segment in
                segment.employerRows.map { translations[index].translated($0) }
            },
            pairs: segments.enumerated().flatMap { index, segment in
                segment.pairs.map { translations[index].translated($0) }
            },
            rapels: segments.flatMap(\.rapels).sorted { $0.source < $1.source },
            leavingReasons: leavingReasons(segments, left.reasons),
            files: files,
            texts: TextStore(segments.map(\.texts)),
            identifiers: identifiers
        )
        let findings = findings(segments).map { finding in
            var finding = finding
            finding.employer = numbers[finding.npp.text]
            return finding
        }
        return (records, findings + left.findings)
    }

    /// Why workers left, as payroll rows and reports of leavers say it.
    private static func leavingReasons(
        _ segments: [SegmentRecords],
        _ reported: [LeavingReason]
    ) -> [LeavingReason] {
        let stated = segments.enumerated().flatMap { place, segment in
            // The texts of a kept segment name the arena of an earlier run.
            segment.leavingReasons.map { segment.isKept ? $0.moved(toArena: place) : $0 }
        }
        return (stated + reported).sorted { $0.source < $1.source }
    }

    /// The findings of each file, joined over its segments.
    private static func findings(_ segments: [SegmentRecords]) -> [Finding] {
        var findings: [Finding] = []
        var ofFile = ReadingFindings()
        for (index, segment) in segments.enumerated() {
            if index > 0, segments[index - 1].file != segment.file {
                findings += ofFile.all()
                ofFile = ReadingFindings()
            }
            ofFile.append(segment.findings)
        }
        return findings + ofFile.all()
    }

    private static func sortedTexts(_ segments: [SegmentRecords]) -> [[UInt8]] {
        Set(segments.flatMap(\.identifiers.texts)).sorted { $0.lexicographicallyPrecedes($1) }
    }
}

/// The tables that the segments of a run fill.
package struct RecordTables: Sendable {
    package let payroll: RowTableBuilder<PayrollRow>
    package let ledger: RowTableBuilder<LedgerRow>
    package let register: RowTableBuilder<RegisterRow>

    /// - Parameter lineCounts: The most rows of each kind.
    package init(lineCounts: [InputKind: Int]) {
        payroll = RowTableBuilder(capacity: lineCounts[.payroll] ?? 0)
        ledger = RowTableBuilder(capacity: lineCounts[.ledger] ?? 0)
        register = RowTableBuilder(capacity: lineCounts[.register] ?? 0)
    }

    /// The part of a kind's table from a row on.
    package func target(_ kind: InputKind, from start: Int, capacity: Int) -> SegmentTarget {
        switch kind {
        case .payroll: .payroll(payroll.region(from: start, capacity: capacity))
        case .ledger: .ledger(ledger.region(from: start, capacity: capacity))
        case .register: .register(register.region(from: start, capacity: capacity))
        case .payments, .employers, .leavers, .employees, .pairs: .arrays
        }
    }
}

/// From the numbers of a segment to those of the run.
private struct Translation: Sendable {
    let employers: [UInt32]
    private let texts: [Int]
    private let file: Int
    private let arena: Int
    /// Whether the rows still name the file and arena of an earlier run.
    private let isKept: Bool

    init(
        _ segment: SegmentRecords,
        _ place: Int,
        _ numbers: [PackedText: UInt32],
        _ places: [[UInt8]: Int]
    ) {
        employers = segment.employers.npps.map { numbers[$0] ?? 0 }
        texts = segment.identifiers.texts.map { places[$0] ?? 0 }
        file = segment.file
        arena = place
        isKept = segment.isKept
    }

    func translate(_ rows: UnsafeMutableBufferPointer<some NumberedRow>) {
        for index in rows.indices {
            rows[index].employer = employers[Int(rows[index].employer)]
            if !texts.isEmpty { rows[index].translate(by: self) }
            if isKept { rows[index].move(toFile: file, arena: arena) }
        }
    }

    func translate(_ text: inout PackedText) {
        guard text.kind == .pooled || text.kind == .damaged else { return }
        text = .pooled(at: texts[text.poolIndex], damaged: text.kind == .damaged)
    }

    func translated(_ row: PaymentRow) -> PaymentRow {
        var row = row
        row.employer = employers[Int(row.employer)]
        translate(&row.billingCode)
        return row
    }

    func translated(_ row: LeaverRow) -> LeaverRow {
        var row = row
        row.employer = row.employer.map { employers[Int($0)] }
        translate(&row.kpj.text)
        translate(&row.nik.text)
        return row
    }

    func translated(_ row: PairRow) -> PairRow {
        var row = row
        row.employer = employers[Int(row.employer)]
        translate(&row.kpj.text)
        translate(&row.nik.text)
        translate(&row.otherKPJ.text)
        translate(&row.otherNIK.text)
        return row
    }

    func translated(_ row: EmployerRow) -> EmployerRow {
        var row = row
        row.employer = employers[Int(row.employer)]
        return row
    }
}

/// A row of the large kinds, with numbers of its segment.
private protocol NumberedRow: KeepableRow {
    var employer: UInt32 { get set }
    /// Translates the identifiers that may be pooled.
    mutating func translate(by translation: Translation)
}

extension PayrollRow: NumberedRow {
    fileprivate mutating func translate(by translation: Translation) {
        translation.translate(&kpj.text)
        translation.translate(&nik.text)
    }
}

extension LedgerRow: NumberedRow {
    fileprivate mutating func translate(by translation: Translation) {
        translation.translate(&kpj.text)
        translation.translate(&nik.text)
        translation.translate(&billingCode)
    }
}

extension RegisterRow: NumberedRow {
    fileprivate mutating func translate(by translation: Translation) {
        translation.translate(&kpj.text)
        translation.translate(&nik.text)
    }
}
