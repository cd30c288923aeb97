package import Contributions

/// The words of a finding, in Bahasa Indonesia: what was found and what was expected, then what to
/// do.
package struct FindingTexts: Sendable {
    private let outcome: Outcome

    package init(_ outcome: Outcome) {
        self.outcome = outcome
    }

    /// The cells `nilai` and `pesan` of a finding.
    func text(of finding: Finding) -> (value: String, message: String) {
        let (value, sentence) = sentence(of: finding)
        return (value, sentence + Self.adviceMark + finding.code.advice)
    }

    /// What stands between the sentence of a finding and its advice.
    static let adviceMark = ". Saran: "

    /// The cell `nilai` of a finding, and `pesan` up to the advice.
    func sentence(of finding: Finding) -> (value: String, sentence: String) {
        let words = words(of: finding)
        // The trigger names its column itself.
        return (words.value, words.isRemark ? diagnostic(of: finding).sentence : words.fact)
    }

    /// The cell `nilai` alone.
    ///
    /// It is asked for every finding of a night, to know it again; its words are not.
    func value(of finding: Finding) -> String {
        switch finding.detail {
        case .none, .sameAs, .contact: ""
        case .remark(let value, _), .text(let value, _): value
        case .amounts(let found, _), .amount(let found): found.decimalText
        case .shares(let shares): shares.total.decimalText
        case .names(let found, _): outcome.records.texts.string(of: found)
        case .days(let found, _): "\(found)"
        case .identifiers(let found, _), .identifier(let found):
            outcome.records.identifiers.string(of: found)
        case .nikFault: nik(finding)
        }
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
        let pool = outcome.records.identifiers
        let npp = finding.employer.map { outcome.records.employers[Int($0)] } ?? finding.npp
        let parts = [
            npp.text.isAbsent ? "" : "NPP \(pool.string(of: npp.text))",
            finding.month.map { "BLTH \($0)" } ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func words(of finding: Finding) -> Words {
        let value = value(of: finding)
        switch finding.detail {
        case .remark(_, let text): return .remark(value, text)
        case .identifier:
            if let remark = remark(on: finding) { return .remark(value, remark) }
        case .nikFault(let fault):
            let worker = finding.worker.map { outcome.workers[Int($0)] }
            let words = fault.words(worker?.birth, worker?.person ?? .none)
            return .remark(value, "tidak mungkin benar: \(words)")
        default: break
        }
        let fact = fact(of: finding, value)
        let trigger = finding.code.trigger
        let sentence = fact.isEmpty ? trigger : "\(trigger): \(fact)"
        return Words(value: value, fact: sentence, isRemark: false)
    }

    /// What is wrong with a number that is to be looked at by itself.
    private func remark(on finding: Finding) -> String? {
        switch finding.code {
        case .damagedNIK, .damagedKPJ: "sudah kehilangan digit di lembar kerja"
        case .unusualIdentifier:
            finding.column == "npp"
                ? "bukan 8 angka seperti NPP pada umumnya"
                : "bukan 11 angka seperti KPJ pada umumnya"
        default: nil
        }
    }

    /// What a finding adds to its trigger.
    private func fact(of finding: Finding, _ value: String) -> String {
        switch finding.detail {
        case .none, .remark, .nikFault: return ""
        case .text(_, let message): return message
        case .amounts(_, let expected):
            return "ditemukan \(value), seharusnya \(expected.decimalText)"
        case .shares(let shares): return self.shares(shares, finding)
        case .names(_, let expected):
            let name = outcome.records.texts.string(of: expected)
            return "ditemukan \"\(value)\", payroll \"\(name)\""
        case .days(_, let expected): return "ditemukan \(value), payroll \(expected)"
        case .identifiers(_, let expected):
            let number = outcome.records.identifiers.string(of: expected)
            let place = finding.code == .nikDiffers ? "payroll" : "di laporan"
            return "ditemukan \(value), \(place) \(number)"
        case .identifier: return "\"\(value)\""
        case .amount: return "jumlah \(value)"
        case .sameAs(let source):
            return seeAlso(source)
        case .contact(let payroll, let registerStates):
            return (registerStates ? "" : "di daftar peserta kosong; ") + seeAlso(payroll)
        }
    }

    private func seeAlso(_ source: SourceLine) -> String {
        "lihat juga \(outcome.records.files[source.file]):\(source.line)"
    }

    private func nik(_ finding: Finding) -> String {
        guard let worker = finding.worker else { return "" }
        return outcome.records.identifiers.string(of: outcome.workers[Int(worker)].nik.text)
    }

    /// The shares that are not 0, each with its amount.
    private func shares(_ shares: Shares, _ finding: Finding) -> String {
        let joinsJKM = finding.month.map { outcome.employerMonths.rules($0).joinsJKM } ?? false
        let word = finding.code == .overpaid ? "lebih" : "kurang"
        let parts = Share.allCases.filter { shares[$0] != .zero }.map { share in
            let name = share == .jkk && joinsJKM ? "JKK+JKM" : share.name
            return "\(name) \(word) \(shares[share].decimalText)"
        }
        return parts.joined(separator: ", ")
    }
}
