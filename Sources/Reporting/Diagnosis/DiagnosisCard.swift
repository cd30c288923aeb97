package import Contributions

/// A person on one card of a terminal: status, proof, cause and next step of every membership.
///
/// An officer reads it while the worker waits, so what he needs comes in the order in which he is
/// asked: how is it, what shows it, why, what now.
package enum DiagnosisCard {
    /// The card, between 60 and 100 columns wide; without a whole NIK.
    ///
    /// Colours never say anything alone.
    package static func render(
        _ person: PersonDiagnosis,
        _ head: FeedHead,
        usesColour: Bool,
        width: Int
    ) -> String {
        var lines = CardLines(width: max(60, min(width, 100)), usesColour: usesColour)
        addPerson(person, to: &lines)
        for diagnosis in person.memberships {
            lines.space()
            MembershipCard(diagnosis, head).add(to: &lines)
        }
        lines.space()
        lines.add(Caveat.text(head.asOf))
        return lines.text
    }

    private static func addPerson(_ person: PersonDiagnosis, to lines: inout CardLines) {
        let memberships = person.memberships
        let name = memberships.lazy.map(\.name).first { !$0.isEmpty }
        lines.add(name?.uppercased() ?? "(nama tidak ada di data ini)", .bold)
        let kpjs = distinct(memberships.map(\.kpj))
        let niks = distinct(memberships.map(\.maskedNIK))
        let numbers =
            (kpjs.isEmpty ? [] : ["KPJ \(kpjs.joined(separator: ", "))"])
            + (niks.isEmpty ? [] : ["NIK \(niks.joined(separator: ", "))"])
        if !numbers.isEmpty { lines.add(numbers.joined(separator: ", ")) }
        lines.space()
        let status = person.status
        lines.add("STATUS: \(status.sign) \(status.name.uppercased())", status.emphasis)
        if memberships.count > 1 {
            lines.add("yang terbaik dari \(memberships.count) perusahaan")
            if person.arrears > .zero {
                lines.add("seluruh tunggakan \(AmountText.rupiah(person.arrears))", .yellow)
            }
        }
    }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.enumerated()
            .filter { index, text in !text.isEmpty && !texts[..<index].contains(text) }
            .map(\.element)
    }
}

// MARK: - One membership

/// What the card says of one membership.
private struct MembershipCard {
    /// How many months it lists.
    static let monthLimit = 12

    let diagnosis: Diagnosis
    let head: FeedHead

    init(_ diagnosis: Diagnosis, _ head: FeedHead) {
        self.diagnosis = diagnosis
        self.head = head
    }

    func add(to lines: inout CardLines) {
        lines.add(diagnosis.employer.titleWithNPP, .bold)
        lines.rule()
        addStatus(to: &lines)
        addCause(to: &lines)
        addNextStep(to: &lines)
        lines.space()
        addSigns(to: &lines)
        addProblems(to: &lines)
        lines.space()
        addMonths(to: &lines)
        addReach(to: &lines)
    }

    private func addStatus(to lines: inout CardLines) {
        let status = diagnosis.status
        let text = "\(status.sign) \(status.name)\(diagnosis.statusDetail)"
        lines.field("Status", text, status.emphasis)
        lines.field("Status BPJS", registerText)
    }

    private var registerText: String {
        let word = diagnosis.registerWord
        guard word != .unstated else {
            return diagnosis.employer.hasRegister
                ? "tidak ada di daftar peserta" : "tidak diketahui: daftar peserta belum diterima"
        }
        let isActive = word == .active
        let differs =
            switch diagnosis.status {
            case .active: !isActive
            case .inArrears: !isActive
            case .inactive, .ended: isActive
            case .unregistered, .unknown: false
            }
        return word.code + place(diagnosis.evidence.register)
            + (differs ? "; berbeda dari perkiraan di atas" : "")
    }

    private func addCause(to lines: inout CardLines) {
        let cause = diagnosis.cause
        lines.field("Penyebab", cause.name, .bold)
        let others = diagnosis.causes.dropFirst().map(\.name)
        if !others.isEmpty { lines.field("Juga", others.joined(separator: "; ")) }
        lines.field("Untuk pekerja", AnswerText.reason(diagnosis, head))
    }

    private func addProblems(to lines: inout CardLines) {
        for wrong in diagnosis.wrongData {
            let places = wrong.places.isEmpty ? "" : " (\(wrong.places.text(limit: 3)))"
            lines.field("Data pribadi", "! \(wrong.what)\(places)", .yellow)
        }
        let cuts = diagnosis.monthsCut
        if !cuts.isEmpty {
            lines.field(
                "Indikasi",
                "! upah dipotong untuk iuran \(MonthsText.text(cuts)), belum terlihat disetor; "
                    + "periksa dulu bukti bayarnya",
                .red
            )
        }
        for problem in diagnosis.accountProblems {
            lines.field("Masalah akun", "! \(problem.name): \(problem.channel.name)", .yellow)
        }
    }

    private func addReach(to lines: inout CardLines) {
        let employer = diagnosis.employer
        func until(_ month: ContributionMonth?) -> String {
            month.map { "sampai \(DateText.long($0))" } ?? "tidak ada"
        }
        var parts = [
            "payroll \(until(employer.payrollUntil))",
            "buku iuran \(until(employer.ledgerUntil))",
            "daftar peserta \(employer.hasRegister ? "ada" : "tidak ada")",
        ]
        let unknown = diagnosis.monthsWithoutData
        if !unknown.isEmpty {
            parts.append("pembayaran \(MonthsText.text(unknown)) belum ada datanya")
        }
        let isOld = [employer.payrollUntil, employer.ledgerUntil].contains { month in
            month.map { $0 < head.newestPastDue } ?? true
        }
        let hasGap = isOld || !employer.hasRegister || !unknown.isEmpty
        lines.field(
            "Data",
            (hasGap ? "! " : "") + parts.joined(separator: "; "),
            hasGap ? .yellow : .plain
        )
    }

    private func addNextStep(to lines: inout CardLines) {
        let step = diagnosis.nextStep(nextDueDate: head.nextDueDate)
        lines.field("Langkah", diagnosis.nextStepWords, .bold)
        if step.actor != .nobody { lines.field("Oleh", step.actor.name) }
        lines.field(step.actor == .nobody ? "Bertanya di" : "Di", step.channel.name)
        if let day = step.deadline.ifPresent {
            lines.field("Paling lambat", DateText.long(day), .bold)
        }
    }

    private func place(_ place: Place?) -> String { place.map { " (\($0.text))" } ?? "" }
}

// MARK: - The four signs

extension MembershipCard {
    private func addSigns(to lines: inout CardLines) {
        let signs = diagnosis.signs
        add(signs.card, "Kartu digital", cardText, to: &lines)
        add(signs.history, "Riwayat iuran", moneyText(diagnosis.evidence.received), to: &lines)
        add(signs.balance, "Saldo JHT", balanceText, to: &lines)
        add(signs.employer, "Perusahaan", employerText, to: &lines)
    }

    private func add(
        _ sign: Sign,
        _ name: String,
        _ evidence: String,
        to lines: inout CardLines
    ) {
        lines.field("\(sign.mark) \(name)", "\(sign.name): \(evidence)", sign.emphasis)
    }

    private var cardText: String {
        if diagnosis.signs.card == .yes, diagnosis.signs.employer != .yes {
            return "masih aktif di daftar peserta perusahaan lain"
        }
        return employerText
    }

    private var employerText: String {
        let evidence = diagnosis.evidence
        switch diagnosis.signs.employer {
        case .unknown: return "daftar peserta belum diterima"
        case .yes: return "aktif di daftar peserta\(place(evidence.register))"
        case .no:
            guard evidence.register != nil else { return "tidak ada di daftar peserta" }
            let day = evidence.ended.ifPresent.map { " sejak \(DateText.long($0))" } ?? ""
            return "nonaktif\(day) di daftar peserta\(place(evidence.register))"
        }
    }

    private var balanceText: String {
        if diagnosis.signs.balance == .unknown, let month = diagnosis.evidence.month {
            return "\(DateText.long(month)) tanpa program JHT"
        }
        return moneyText(diagnosis.evidence.receivedJHT)
    }

    private func moneyText(_ received: Rupiah) -> String {
        guard let month = diagnosis.evidence.month else {
            return "belum ada bulan jatuh tempo yang ada datanya"
        }
        return "\(DateText.long(month)) diterima \(AmountText.rupiah(received))"
            + place(diagnosis.evidence.money)
    }
}

// MARK: - Months owed

extension MembershipCard {
    private func addMonths(to lines: inout CardLines) {
        let short = diagnosis.shortMonths
        guard !short.isEmpty || diagnosis.arrears > .zero else {
            let isProven = diagnosis.status != .unknown && diagnosis.monthsWithoutData.isEmpty
            lines.field("Tunggakan", isProven ? "tidak ada" : "tidak ada yang terbukti dari data")
            addSettled(to: &lines)
            return
        }
        lines.field(
            "Tunggakan",
            "\(AmountText.rupiah(diagnosis.arrears)) (\(short.count) bulan)",
            .yellow
        )
        let shown = (diagnosis.run.isEmpty ? short : diagnosis.run).suffix(Self.monthLimit)
        add(Array(shown), to: &lines)
        if short.count > shown.count {
            lines.add("+\(short.count - shown.count) bulan lain, lihat rincian.csv", indent: 2)
        }
        if diagnosis.lateFee > .zero {
            let fee = AmountText.rupiah(diagnosis.lateFee)
            lines.field("Denda", "perkiraan \(fee), ditanggung perusahaan")
        }
        if diagnosis.isLongOverdue(on: head.asOf) { lines.field("Manfaat", Ageing.benefitsRule) }
        addSettled(to: &lines)
    }

    private func addSettled(to lines: inout CardLines) {
        guard let month = diagnosis.newestSettled else { return }
        let paid = diagnosis.lastPaid.ifPresent.map {
            "; pembayaran terakhir \(DateText.long($0))"
        }
        lines.field("Lunas terakhir", DateText.long(month) + (paid ?? ""))
    }

    /// The months under each other, with their proof beside them, or below where that is too wide.
    private func add(_ months: [OpenMonth], to lines: inout CardLines) {
        let amounts = months.map { AmountText.rupiah($0.short) }
        let amountWidth = amounts.map(\.count).max() ?? 0
        let heads = zip(months, amounts).map { month, amount in
            "  \(DateText.short(month.month))  jatuh tempo "
                + DateText.short(month.dueDate).padded(to: 11) + "  "
                + String(repeating: " ", count: amountWidth - amount.count) + amount
        }
        let proofs = months.map(proof)
        let fits = zip(heads, proofs).allSatisfy { $0.count + 2 + $1.count <= lines.width }
        for (head, proof) in zip(heads, proofs) {
            if fits {
                lines.row("\(head)  \(proof)")
            } else {
                lines.row(head)
                lines.add(proof, indent: 4)
            }
        }
    }

    private func proof(_ month: OpenMonth) -> String {
        let state = month.status == .short ? "dibayar sebagian; " : ""
        let payroll = month.payroll?.text ?? "tidak ada di payroll"
        let ledger = month.ledger?.text ?? "tidak ada di buku iuran"
        return "\(state)\(payroll); \(ledger)"
    }
}

extension Sign {
    fileprivate var mark: String {
        switch self {
        case .yes: "\u{2713}"
        case .no: "\u{2717}"
        case .unknown: "?"
        }
    }

    fileprivate var name: String { self == .unknown ? "tidak diketahui" : code }

    fileprivate var emphasis: TerminalText.Emphasis {
        switch self {
        case .yes: .green
        case .no: .red
        case .unknown: .yellow
        }
    }
}

extension WorkerStatus {
    fileprivate var emphasis: TerminalText.Emphasis {
        switch self {
        case .active: .green
        case .inArrears, .unknown: .yellow
        case .inactive, .unregistered: .red
        case .ended: .bold
        }
    }
}
