internal import Contributions

/// What the letter shows, by the names that its template uses.
struct LetterContent: TemplateContent {
    /// How many months the page has room for.
    static let monthLimit = 6

    let title: String
    /// Whether there is so much to say that it fits only in small print.
    let isDense: Bool
    let caveat: String
    let asOf: String
    let version: String
    let company: String
    let npp: String
    let name: String
    let kpj: String
    let nik: String
    let status: String
    let statusDetail: String
    let registerWord: String
    let settled: String
    let hasMonths: Bool
    let months: [MonthRow]
    let moreMonths: String?
    let arrears: String
    let lateFee: String?
    let cause: String
    let otherCauses: String?
    let reason: String
    let limits: String?
    let step: String
    let actor: String?
    let deadline: String?
    let proof: String?

    /// A month that is not paid in full.
    struct MonthRow: TemplateContent {
        let month: String
        let due: String
        let amount: String
        let places: String
    }

    init(_ diagnosis: Diagnosis, _ head: FeedHead) {
        let employer = diagnosis.employer
        title = "Keterangan pemberi kerja tentang kepesertaan dan iuran"
        caveat = Caveat.text(head.asOf)
        asOf = DateText.long(head.asOf)
        version = head.version
        company = Self.orDash(employer.name)
        npp = employer.npp
        name = Self.orDash(diagnosis.name)
        kpj = Self.orDash(diagnosis.kpj)
        nik = Self.orDash(diagnosis.maskedNIK)
        status = diagnosis.status.name
        statusDetail = diagnosis.statusDetail
        registerWord = Self.registerText(diagnosis)
        settled = Self.settledText(diagnosis)

        let short = diagnosis.shortMonths
        let shown = (diagnosis.run.isEmpty ? short : diagnosis.run).suffix(Self.monthLimit)
        hasMonths = !shown.isEmpty
        months = shown.map(MonthRow.init)
        moreMonths =
            short.count > shown.count
            ? "dan \(short.count - shown.count) bulan lain, lihat rincian.csv dalam laporan" : nil
        arrears = AmountText.grouped(diagnosis.arrears)
        lateFee = diagnosis.lateFee > .zero ? AmountText.rupiah(diagnosis.lateFee) : nil

        cause = diagnosis.cause.name
        let others = diagnosis.causes.dropFirst().map(\.name)
        otherCauses = others.isEmpty ? nil : others.joined(separator: "; ")
        reason = AnswerText.reason(diagnosis, head)
        limits = AnswerText.limits(diagnosis, head)
        let next = diagnosis.nextStep(nextDueDate: head.nextDueDate)
        step = diagnosis.nextStepWords
        actor = next.actor == .nobody ? nil : next.actor.name
        deadline = next.deadline.ifPresent.map(DateText.long)
        proof = Self.proof(diagnosis)
        let length = reason.count + (limits?.count ?? 0) + name.count + company.count
        isDense = length + months.count * 100 > 900
    }

    private static func orDash(_ text: String) -> String {
        text.isEmpty ? "\u{2013}" : MaskedIdentifier.masked(text)
    }

    private static func registerText(_ diagnosis: Diagnosis) -> String {
        switch diagnosis.registerWord {
        case .active, .inactive: diagnosis.registerWord.code
        case .unstated:
            diagnosis.employer.hasRegister
                ? "tidak ada di daftar peserta" : "daftar peserta belum diterima"
        }
    }

    private static func settledText(_ diagnosis: Diagnosis) -> String {
        guard let month = diagnosis.newestSettled else {
            return "belum ada bulan yang terbukti lunas dalam data"
        }
        let paid = diagnosis.lastPaid.ifPresent.map {
            "; pembayaran terakhir diterima \(DateText.long($0))"
        }
        return "iuran \(MonthsText.text([month])) lunas\(paid ?? "")"
    }

    /// The lines that an auditor looks up, besides those of the months.
    private static func proof(_ diagnosis: Diagnosis) -> String? {
        let evidence = diagnosis.evidence
        let places = [
            ("payroll", evidence.payroll), ("penerimaan", evidence.money),
            ("daftar peserta", evidence.register),
        ]
        let texts = places.compactMap { name, place in place.map { "\(name) \($0.shortText)" } }
        var wrong: [Place] = []
        for place in diagnosis.wrongData.flatMap(\.places) where !wrong.contains(place) {
            wrong.append(place)
        }
        let all =
            texts + (wrong.isEmpty ? [] : ["data pribadi \(wrong.text(limit: 3, isShort: true))"])
        return all.isEmpty ? nil : MaskedIdentifier.masked(all.joined(separator: "; "))
    }
}

extension LetterContent.MonthRow {
    fileprivate init(_ month: OpenMonth) {
        self.month = DateText.short(month.month)
        due = DateText.short(month.dueDate)
        amount = AmountText.grouped(month.short)
        let payroll = month.payroll?.shortText ?? "tidak ada di payroll"
        let ledger = month.ledger?.shortText ?? "tidak ada di buku iuran"
        places = MaskedIdentifier.masked("\(payroll); \(ledger)")
    }
}
