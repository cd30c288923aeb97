internal import Contributions

/// The value (`nilai`) and the sentence (`pesan`) of a finding, in Bahasa Indonesia.
///
/// A sentence says what was found and what was expected, then what to do.
struct FindingTexts: Sendable {
    private let outcome: Outcome

    init(_ outcome: Outcome) {
        self.outcome = outcome
    }

    func text(of finding: Finding) -> (value: String, message: String) {
        let (value, fact) = fact(of: finding)
        let trigger = finding.code.trigger
        let sentence = fact.isEmpty ? trigger : "\(trigger): \(fact)"
        return (value, "\(sentence). Saran: \(finding.code.advice)")
    }

    private func fact(of finding: Finding) -> (value: String, fact: String) {
        let pool = outcome.records.identifiers
        let texts = outcome.records.texts
        switch finding.detail {
        case .none: return ("", "")
        case .text(let value, let message): return (value, message)
        case .amounts(let found, let expected):
            return (
                found.decimalText,
                "ditemukan \(found.decimalText), seharusnya \(expected.decimalText)"
            )
        case .shares(let shares): return (shares.total.decimalText, self.shares(shares, finding))
        case .names(let found, let expected):
            let name = texts.string(of: found)
            return (name, "ditemukan \"\(name)\", payroll \"\(texts.string(of: expected))\"")
        case .days(let found, let expected):
            return ("\(found)", "ditemukan \(found), payroll \(expected)")
        case .identifiers(let found, let expected):
            let number = pool.string(of: found)
            return (number, "ditemukan \(number), di laporan \(pool.string(of: expected))")
        case .identifier(let number):
            return (pool.string(of: number), "\"\(pool.string(of: number))\"")
        case .nikFault(let fault): return (nik(finding), text(of: fault, finding))
        case .amount(let amount): return (amount.decimalText, "jumlah \(amount.decimalText)")
        case .sameAs(let source):
            let position = "\(outcome.records.files[source.file]):\(source.line)"
            return ("", "sama dengan \(position)")
        }
    }

    private func nik(_ finding: Finding) -> String {
        guard let worker = finding.worker else { return "" }
        return outcome.records.identifiers.string(of: outcome.workers[Int(worker)].nik.text)
    }

    private func text(of fault: NIKFault, _ finding: Finding) -> String {
        switch fault {
        case .notSixteenDigits: return "bukan 16 angka"
        case .impossibleDate: return "bagian tanggal lahirnya bukan tanggal"
        case .serialZero: return "nomor urutnya 0000, biasanya digit terakhir hilang di Excel"
        case .contradictsBirthDate:
            let birth = finding.worker.map { outcome.workers[Int($0)].birth }
            return
                "bagian tanggalnya tidak cocok dengan tanggal lahir \(birth.map { "\($0)" } ?? "")"
        }
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
