package import Contributions

/// The words of a finding, in Bahasa Indonesia: what was found and what was expected, then what to
/// do.
package struct FindingTexts: Sendable {
    /// Owns the rows of the workers.
    private let outcome: Outcome
    private let workers: RowTable<Worker>
    private let employerMonths: EmployerMonths
    private let texts: TextStore
    private let pool: IdentifierPool
    private let files: WordTable
    private static let triggers = WordTable(FindingCode.allCases.map(\.trigger))

    /// Keeps at hand what words are made of: looked up through the outcome, each would be counted
    /// as in use for every finding, while other threads count it too.
    package init(_ outcome: Outcome) {
        self.outcome = outcome
        workers = outcome.workers
        employerMonths = outcome.employerMonths
        texts = outcome.records.texts
        pool = outcome.records.identifiers
        files = WordTable(outcome.records.files)
    }

    /// The cells `nilai` and `pesan` of a finding.
    func text(of finding: Finding) -> (value: String, message: String) {
        let message = Self.string { writeSentence(of: finding, to: $0) }
        return (value(of: finding), message + Self.adviceMark + finding.code.advice)
    }

    /// What stands between the sentence of a finding and its advice.
    static let adviceMark = ". Saran: "

    /// The cell `nilai` alone.
    func value(of finding: Finding) -> String {
        Self.string { writeValue(of: finding, to: $0) }
    }

    private static func string(_ write: (ReportBuffer) -> Void) -> String {
        let bytes = ReportBuffer(capacity: 1 << 12)
        write(bytes)
        return bytes.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The finding as a terminal shows it.
    package func diagnostic(of finding: Finding) -> DiagnosticText {
        let words = words(of: finding)
        return DiagnosticText(
            finding.code,
            file: place(of: finding),
            line: finding.source?.line ?? 0,
            column: finding.column,
            value: words.isRemark && !finding.column.isEmpty ? words.value : "",
            fact: words.fact
        )
    }
}

// MARK: - Words

extension FindingTexts {
    private struct Words {
        var value: String
        var fact: String
        /// Whether the fact stands in place of the trigger and reads on from the value.
        var isRemark: Bool

        static func remark(_ value: String, _ text: String) -> Words {
            Words(value: value, fact: text, isRemark: true)
        }
    }

    /// The file, or whom and which month a finding is about that no file made.
    private func place(of finding: Finding) -> String {
        if let source = finding.source { return outcome.records.files[source.file] }
        let npp = finding.employer.map { outcome.records.employers[Int($0)] } ?? finding.npp
        let parts = [
            npp.text.isAbsent ? "" : "NPP \(pool.string(of: npp.text))",
            finding.month.map { "BLTH \($0)" } ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func words(of finding: Finding) -> Words {
        if let remark = remark(on: finding) { return .remark(value(of: finding), remark) }
        let fact = Self.string { writeTriggerAndFact(of: finding, to: $0) }
        return Words(value: value(of: finding), fact: fact, isRemark: false)
    }

    /// What stands in place of the trigger and reads on from the value; nil for most findings.
    private func remark(on finding: Finding) -> String? {
        switch finding.detail {
        case .remark(_, let text): return text
        case .identifier: return remarkOnNumber(finding)
        case .nikFault(let fault):
            let worker = finding.worker.map { workers[Int($0)] }
            return "tidak mungkin benar: \(fault.words(worker?.birth, worker?.person ?? .none))"
        default: return nil
        }
    }

    /// What is wrong with a number that is to be looked at by itself.
    private func remarkOnNumber(_ finding: Finding) -> String? {
        switch finding.code {
        case .damagedNIK, .damagedKPJ: "sudah kehilangan digit di lembar kerja"
        case .unusualIdentifier:
            finding.column == "npp"
                ? "bukan 8 angka seperti NPP pada umumnya"
                : "bukan 11 angka seperti KPJ pada umumnya"
        default: nil
        }
    }
}

// MARK: - Writing

extension FindingTexts {
    /// Writes the cell `nilai` of a finding, not yet as a cell.
    func writeValue(of finding: Finding, to words: ReportBuffer) {
        words.reserve(1024)
        switch finding.detail {
        case .none, .sameAs, .contact: break
        case .remark(let value, _), .text(let value, _): words.longWord(value)
        case .amounts(let found, _), .amount(let found): words.amount(found)
        case .shares(let shares): words.amount(shares.total)
        case .names(let found, _): write(found, to: words)
        case .days(let found, _): words.day(found)
        case .identifiers(let found, _), .identifier(let found): write(found, to: words)
        case .nikFault:
            guard let worker = finding.worker else { break }
            write(workers[Int(worker)].nik.text, to: words)
        }
    }

    /// Writes the cell `pesan` of a finding up to the advice, not yet as a cell.
    func writeSentence(of finding: Finding, to words: ReportBuffer) {
        if remark(on: finding) != nil {
            // The trigger names its column itself.
            words.longWord(diagnostic(of: finding).sentence)
        } else {
            writeTriggerAndFact(of: finding, to: words)
        }
    }

    private func writeTriggerAndFact(of finding: Finding, to words: ReportBuffer) {
        Self.triggers.writeLong(finding.code.rawValue, to: words)
        switch finding.detail {
        case .none, .remark, .nikFault: return
        case .text(_, let message) where message.isEmpty: return
        default: break
        }
        words.longWord(": ")
        writeFact(of: finding, to: words)
    }

    /// Writes what a finding adds to its trigger.
    private func writeFact(of finding: Finding, to words: ReportBuffer) {
        words.reserve(1024)
        switch finding.detail {
        case .none, .remark, .nikFault: break
        case .text(_, let message): words.longWord(message)
        case .amounts(let found, let expected):
            words.word("ditemukan ")
            words.amount(found)
            words.word(", seharusnya ")
            words.amount(expected)
        case .shares(let shares): write(shares, finding, to: words)
        case .names(let found, let expected):
            words.word("ditemukan \"")
            write(found, to: words)
            words.word("\", payroll \"")
            write(expected, to: words)
            words.word("\"")
        case .days(let found, let expected):
            words.word("ditemukan ")
            words.day(found)
            words.word(", payroll ")
            words.day(expected)
        case .identifiers(let found, let expected):
            words.word("ditemukan ")
            write(found, to: words)
            words.word(finding.code == .nikDiffers ? ", payroll " : ", di laporan ")
            write(expected, to: words)
        case .identifier(let found):
            words.word("\"")
            write(found, to: words)
            words.word("\"")
        case .amount(let found):
            words.word("jumlah ")
            words.amount(found)
        case .sameAs(let source): writeSeeAlso(source, to: words)
        case .contact(let payroll, let registerStates):
            if !registerStates { words.word("di daftar peserta kosong; ") }
            writeSeeAlso(payroll, to: words)
        }
    }

    private func writeSeeAlso(_ source: SourceLine, to words: ReportBuffer) {
        words.word("lihat juga ")
        files.writeLong(source.file, to: words)
        words.word(":")
        words.number(source.line)
    }

    private func write(_ text: TextReference, to words: ReportBuffer) {
        let bytes = texts.bytes(of: text)
        words.reserve(bytes.count + 1024)
        words.word(bytes)
    }

    private func write(_ number: PackedText, to words: ReportBuffer) {
        if number.digitCount > 0 { return words.identifier(number, pool) }
        let bytes = pool.bytes(of: number)
        words.reserve(bytes.count + 1024)
        words.word(bytes)
    }

    /// The shares that are not 0, each with its amount.
    private func write(_ shares: Shares, _ finding: Finding, to words: ReportBuffer) {
        let joinsJKM = finding.month.map { employerMonths.rules($0).joinsJKM } ?? false
        var isFirst = true
        for share in Share.allCases where shares[share] != .zero {
            if !isFirst { words.word(", ") }
            isFirst = false
            words.word(share == .jkk && joinsJKM ? "JKK+JKM" : share.name)
            words.word(finding.code == .overpaid ? " lebih " : " kurang ")
            words.amount(shares[share])
        }
    }
}
