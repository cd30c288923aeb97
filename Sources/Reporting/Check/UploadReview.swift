package import Contributions

/// Looks at the rows of uploads as they are, before anything is reconciled: identifiers that cannot
/// be right, rows that stand twice, control totals.
package struct UploadReview {
    private let records: Records
    private let headings: [UploadHeadings]
    private var files: [Tally]

    /// What a file calls the columns that a review names.
    package struct UploadHeadings: Sendable {
        package var nik = "nik"
        package var kpj = "kpj"
        package var npp = "npp"
        package var wage = "upah"
        /// Nil where the file has no birth dates at all.
        package var birth: String? = "tanggal_lahir"

        package init() {}
    }

    private struct Tally {
        var employers: Set<UInt32> = []
        var months: Set<ContributionMonth> = []
        var workers: Set<UInt64> = []
        var problems: [UploadProblem] = []
        var lacksBirths = false
        var wholeNIKs = 0
        /// Of the whole NIK those whose last digit is 0, and the line of the first.
        var zeroNIKs = (count: 0, line: 0)
        /// By ``TotalKey``; nil where no row has one.
        var totals = [Rupiah?](repeating: nil, count: TotalKey.allCases.count)
    }

    /// The sums that a review makes, in the order in which they are shown.
    private enum TotalKey: Int, CaseIterable {
        case base, cutJHT, cutJP
        case jkk, jkm, jhtEmployer, jhtWorker, jpEmployer, jpWorker, contributions
        case paid, lateFee

        var names: (code: String, label: String) {
            switch self {
            case .base: ("upah", "upah + rapel")
            case .cutJHT: ("potongan_jht", "potongan JHT")
            case .cutJP: ("potongan_jp", "potongan JP")
            case .jkk: ("jkk", "JKK (termasuk JKP pemberi kerja)")
            case .jkm: ("jkm", "JKM")
            case .jhtEmployer: ("jht_pemberi_kerja", "JHT pemberi kerja")
            case .jhtWorker: ("jht_tenaga_kerja", "JHT tenaga kerja")
            case .jpEmployer: ("jp_pemberi_kerja", "JP pemberi kerja")
            case .jpWorker: ("jp_tenaga_kerja", "JP tenaga kerja")
            case .contributions: ("total_iuran", "total iuran")
            case .paid: ("jumlah", "jumlah dibayar")
            case .lateFee: ("denda", "denda")
            }
        }
    }

    /// - Parameters:
    ///   - records: The rows that were accepted.
    ///   - headings: What each file calls its columns, by its place in the run.
    package init(_ records: Records, headings: [UploadHeadings]) {
        self.records = records
        self.headings = headings
        files = headings.map { _ in Tally() }
        reviewPayroll()
        reviewLedger()
        reviewRegister()
        reviewPayments()
        for row in records.employerRows { files[row.source.file].employers.insert(row.employer) }
        for row in records.pairs { files[row.source.file].employers.insert(row.employer) }
    }

    /// Puts what was found of a file into its summary.
    package func complete(_ summary: inout UploadSummary, file: Int) {
        let tally = files[file]
        let pool = records.identifiers
        summary.employers = tally.employers.map { pool.string(of: records.employers[Int($0)].text) }
            .sorted()
        summary.workerCount = tally.workers.count
        summary.months = tally.months.sorted()
        for npp in tally.employers.sorted() {
            let text = records.employers[Int(npp)].text
            guard text.digitCount != 8 else { continue }
            summary.problems.append(
                UploadProblem(
                    .unusualIdentifier,
                    line: 0,
                    column: headings[file].npp,
                    value: pool.string(of: text),
                    fact: "bukan 8 angka seperti NPP pada umumnya"
                )
            )
        }
        summary.problems += tally.problems
        if tally.wholeNIKs >= 8, tally.zeroNIKs.count * 10 >= tally.wholeNIKs * 9 {
            summary.problems.append(
                UploadProblem(
                    .fileDamaged,
                    line: tally.zeroNIKs.line,
                    column: headings[file].nik,
                    fact: "\(tally.zeroNIKs.count) dari \(tally.wholeNIKs) NIK berakhir 0"
                )
            )
        }
        summary.problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
        summary.totals = TotalKey.allCases.compactMap { key in
            tally.totals[key.rawValue].map {
                UploadSummary.ControlTotal(
                    code: key.names.code,
                    label: key.names.label,
                    amount: $0
                )
            }
        }
    }

}

// MARK: - Kinds of rows

extension UploadReview {
    private mutating func reviewPayroll() {
        for row in records.payroll {
            let file = row.source.file
            files[file].employers.insert(row.employer)
            files[file].months.insert(row.month)
            add(row.base, .base, file)
            if row.marks.contains(.statesJHTCut) { add(row.cutJHT, .cutJHT, file) }
            if row.marks.contains(.statesJPCut) { add(row.cutJP, .cutJP, file) }
            reviewIdentity(row.kpj, row.nik, row.birth, row.person, row.source)
            if row.base <= .zero {
                note(
                    .noWage,
                    row.source,
                    headings[file].wage,
                    row.base.decimalText,
                    row.base < .zero ? "upah di bawah nol" : "upah nol"
                )
            }
            if row.birth.isAbsent {
                noteMissingBirth(row.source)
            }
            if !row.isWithinService {
                note(
                    .wageOutsideService,
                    row.source,
                    "",
                    "",
                    "bulan \(row.month) di luar masa kerjanya"
                )
            }
        }
        let texts = records.texts
        noteTwins(
            in: records.payroll,
            key: { Key($0.employer, $0.month, $0.kpj, $0.nik) },
            areTwins: { $0.isTwin(of: $1, in: texts) }
        )
    }

    private mutating func reviewLedger() {
        for row in records.ledger {
            let file = row.source.file
            files[file].employers.insert(row.employer)
            files[file].months.insert(row.month)
            for (share, key) in Self.shareKeys { add(row.shares[share], key, file) }
            add(row.shares.total, .contributions, file)
            reviewIdentity(row.kpj, row.nik, row.birth, row.person, row.source)
        }
        noteTwins(
            in: records.ledger,
            key: { Key($0.employer, $0.month, $0.kpj, $0.nik) },
            areTwins: { $0.isTwin(of: $1) }
        )
    }

    private static let shareKeys: [(Share, TotalKey)] = [
        (.jkk, .jkk), (.jkm, .jkm), (.jhtEmployer, .jhtEmployer), (.jhtWorker, .jhtWorker),
        (.jpEmployer, .jpEmployer), (.jpWorker, .jpWorker),
    ]

    private mutating func reviewRegister() {
        for row in records.register {
            files[row.source.file].employers.insert(row.employer)
            reviewIdentity(row.kpj, row.nik, row.birth, row.person, row.source)
        }
        let none = ContributionMonth(number: 0)
        let texts = records.texts
        noteTwins(
            in: records.register,
            key: { Key($0.employer, none, $0.kpj, $0.nik) },
            areTwins: { $0.isTwin(of: $1, in: texts) }
        )
    }

    private mutating func reviewPayments() {
        for row in records.payments {
            let file = row.source.file
            files[file].employers.insert(row.employer)
            if let month = row.month { files[file].months.insert(month) }
            add(row.amount, .paid, file)
            add(row.lateFee, .lateFee, file)
        }
    }

    private mutating func reviewIdentity(
        _ kpj: KPJ,
        _ nik: NIK,
        _ birth: Day,
        _ person: PersonMarks,
        _ source: SourceLine
    ) {
        let file = source.file
        let pool = records.identifiers
        files[file].workers.insert(kpj.isUsable ? kpj.text.raw : nik.text.raw)
        if nik.isDamaged {
            let value = pool.string(of: nik.text)
            note(.damagedNIK, source, headings[file].nik, value, "sudah kehilangan digit")
        } else {
            countLastDigit(nik, source)
        }
        if nik.isUsable, !person.contains(.passport),
            let fault = nik.fault(birth: birth, person: person)
        {
            let value = pool.string(of: nik.text)
            note(.nikInvalid, source, headings[file].nik, value, fault.words(birth, person))
        }
        if kpj.isDamaged {
            let value = pool.string(of: kpj.text)
            note(.damagedKPJ, source, headings[file].kpj, value, "sudah kehilangan digit")
        } else if kpj.isUsable, kpj.text.digitCount != 11 {
            let fact =
                kpj.text.digitCount == 10
                ? "10 angka; angka nol di depan mungkin hilang di Excel"
                : "bukan 11 angka seperti KPJ pada umumnya"
            note(.unusualIdentifier, source, headings[file].kpj, pool.string(of: kpj.text), fact)
        }
    }

    /// A file without the column is told once.
    private mutating func noteMissingBirth(_ source: SourceLine) {
        if let heading = headings[source.file].birth {
            note(.birthMissing, source, heading, "", "kosong")
        } else if !files[source.file].lacksBirths {
            files[source.file].lacksBirths = true
            files[source.file].problems.append(
                UploadProblem(.birthMissing, line: 0, fact: "berkas tidak memuat tanggal lahir")
            )
        }
    }

    /// Of real NIK one in ten ends in 0; of those that a spreadsheet cut to 15 digits all do.
    private mutating func countLastDigit(_ nik: NIK, _ source: SourceLine) {
        guard nik.text.digitCount == 16 else { return }
        files[source.file].wholeNIKs += 1
        guard nik.text.decimalValue % 10 == 0 else { return }
        if files[source.file].zeroNIKs.count == 0 { files[source.file].zeroNIKs.line = source.line }
        files[source.file].zeroNIKs.count += 1
    }

    private mutating func add(_ amount: Rupiah, _ key: TotalKey, _ file: Int) {
        let sum = files[file].totals[key.rawValue] ?? .zero
        files[file].totals[key.rawValue] = sum + amount
    }

    private mutating func note(
        _ code: FindingCode,
        _ source: SourceLine,
        _ column: String,
        _ value: String,
        _ fact: String
    ) {
        files[source.file].problems.append(
            UploadProblem(code, line: source.line, column: column, value: value, fact: fact)
        )
    }
}

// MARK: - Twins

extension UploadReview {
    private struct Key: Hashable {
        var employer: UInt32
        var month: ContributionMonth
        var kpj: UInt64
        var nik: UInt64

        init(_ employer: UInt32, _ month: ContributionMonth, _ kpj: KPJ, _ nik: NIK) {
            self.employer = employer
            self.month = month
            self.kpj = kpj.text.raw
            self.nik = nik.text.raw
        }
    }

    /// Notes rows that repeat an earlier one.
    private mutating func noteTwins<Row: UploadRow>(
        in rows: RowTable<Row>,
        key: (Row) -> Key,
        areTwins: (Row, Row) -> Bool
    ) {
        var firsts: [Key: [Int]] = [:]
        firsts.reserveCapacity(rows.count)
        for index in rows.indices {
            let row = rows[index]
            let key = key(row)
            guard let earlier = firsts[key] else {
                firsts[key] = [index]
                continue
            }
            if let first = earlier.first(where: { areTwins(rows[$0], row) }) {
                let source = rows[first].source
                note(.rowTwin, row.source, "", "", "sama dengan \(position(source, from: row))")
            } else {
                firsts[key] = earlier + [index]
            }
        }
    }

    private func position(_ source: SourceLine, from row: some UploadRow) -> String {
        source.file == row.source.file
            ? "baris \(source.line)" : "\(records.files[source.file]):\(source.line)"
    }
}

/// A row that knows where it stands.
private protocol UploadRow: Sendable {
    var source: SourceLine { get }
}

extension PayrollRow: UploadRow {}
extension LedgerRow: UploadRow {}
extension RegisterRow: UploadRow {}
