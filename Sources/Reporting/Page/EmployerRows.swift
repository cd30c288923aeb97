import Contributions

/// A month of an employer.
struct MonthRow: TemplateContent {
    let month: String
    let due: String
    let workers: String
    let owed: String
    let billed: String
    let received: String
    let outstanding: String
    let isSettled: Bool
    let status: String
    let sign: String
    let tone: String
    let hasDetail: Bool
    let detail: String

    init(_ totals: EmployerMonthTotals, due: Day) {
        month = DateText.short(totals.month)
        self.due = DateText.short(due)
        workers = AmountText.count(totals.payrollWorkers)
        owed = AmountText.grouped(totals.due.total)
        billed = AmountText.grouped(totals.billed.total)
        received = AmountText.grouped(totals.received.total)
        outstanding = AmountText.grouped(totals.tieOut.outstanding.total)
        isSettled = totals.tieOut.outstanding.total == .zero
        let state = EmployerMonthState(totals)
        status = state.words
        sign = state.sign
        tone = state.tone
        detail = state.detail
        hasDetail = !state.detail.isEmpty
    }
}

/// What became of an employer's month as a whole: the worst that happened to anybody in it.
private struct EmployerMonthState {
    let words: String
    let sign: String
    let tone: String
    let detail: String

    init(_ totals: EmployerMonthTotals) {
        func count(_ status: MonthStatus) -> Int {
            totals.byStatus.first { $0.status == status }?.workerMonths ?? 0
        }
        func workers(_ status: MonthStatus) -> String? {
            let count = count(status)
            return count == 0 ? nil : "\(AmountText.count(count)) \(status.name.lowercased())"
        }
        func details(_ statuses: MonthStatus...) -> String {
            statuses.compactMap(workers).joined(separator: ", ")
        }
        if count(.unpaid) + count(.short) > 0 {
            let nobodyPaid = totals.tieOut.matched.total <= .zero
            words =
                nobodyPaid
                ? "Belum dibayar" : count(.unpaid) > 0 ? "Sebagian belum dibayar" : "Kurang bayar"
            (sign, tone) = ("\u{2717}", "is-bad")
            detail = details(.unpaid, .short, .notInPayroll)
        } else if count(.noData) > 0 {
            (words, sign, tone) = ("Belum ada data bayar", "?", "is-warn")
            detail = details(.noData, .notInPayroll)
        } else if count(.notYetDue) > 0 {
            (words, sign, tone) = ("Belum jatuh tempo", "\u{25CB}", "")
            detail = details(.notInPayroll)
        } else if count(.noPayroll) > 0 {
            (words, sign, tone) = ("Payroll belum diterima", "?", "is-warn")
            detail = ""
        } else if totals.due.total == .zero {
            (words, sign, tone) = ("Tidak terutang", "\u{2013}", "")
            detail = details(.notInPayroll)
        } else {
            (words, sign, tone) = ("Lunas", "\u{2713}", "is-good")
            detail = details(.paidLate, .overpaid, .notInPayroll)
        }
    }
}

/// A kind of mutation with what to do about it.
struct MutationRow: TemplateContent {
    let name: String
    let code: String
    let count: String
    let step: String
    /// The upload that holds those of the kind of which everything is known.
    let upload: String?
    let uploadNote: String

    init(_ kind: MutationKind, _ employer: EmployerSummary) {
        name = kind.name
        code = kind.code
        count = AmountText.count(employer.mutations.kinds[kind])
        step = kind.nextStep
        let uploaded = employer.mutations.uploaded[kind]
        upload = uploaded > 0 ? kind.layout?.fileName(npp: employer.npp) : nil
        uploadNote = "\(AmountText.count(uploaded)) siap unggah"
    }
}

/// A worker who is not active.
struct WorkerRow {
    let name: String
    let unit: String
    let kpj: String
    let nik: String
    let sign: String
    let status: String
    let statusNote: String
    let unpaid: String
    let amount: String
    let cause: String
    /// Empty where there are none.
    let otherCauses: String
    let nextStep: String

    init(_ worker: ListedWorker) {
        name = worker.name
        unit = worker.unit
        kpj = worker.kpj
        nik = worker.maskedNIK
        sign = worker.status.sign
        status = worker.status.name
        statusNote = Self.note(worker)
        unpaid = AmountText.count(worker.unpaidMonths)
        amount = AmountText.grouped(worker.arrears)
        cause = worker.cause.name
        let others = worker.otherCauses.map { $0.name.lowercasedFirst }
        otherCauses = others.isEmpty ? "" : "juga: " + others.joined(separator: "; ")
        nextStep = worker.cause.nextStep
    }

    /// Writes the row of the table.
    ///
    /// It is not in the template, which looks up every value anew: the rows of 200 workers took as
    /// long as all the rest of the pages ten times over.
    func write(to html: inout HTMLText) {
        html.add(markup: "<tr><th scope=\"row\">")
        html.add(name)
        if !unit.isEmpty { html.addSmall(unit) }
        html.add(markup: "</th><td><span class=\"mark\" data-sign=\"")
        html.add(sign)
        html.add(markup: "\">")
        html.add(status)
        html.add(markup: "</span>")
        html.addSmall(statusNote)
        html.add(markup: "</td><td class=\"keep\">")
        html.add(kpj)
        html.addSmall(nik)
        html.add(markup: "</td><td class=\"num\">")
        html.add(unpaid)
        html.add(markup: "</td><td class=\"num\">")
        html.add(amount)
        html.add(markup: "</td><td class=\"prose\">")
        html.add(cause)
        if !otherCauses.isEmpty { html.addSmall(otherCauses) }
        html.addSmall(nextStep)
        html.add(markup: "</td></tr>")
    }

    private static func note(_ worker: ListedWorker) -> String {
        var notes: [String] = []
        if let day = worker.inactiveOn {
            notes.append(
                worker.status == .inactive
                    ? "sejak \(DateText.short(day))" : "nonaktif mulai \(DateText.short(day))"
            )
        }
        if worker.registerWord != .unstated {
            notes.append("menurut BPJS \(worker.registerWord.name)")
        }
        return notes.joined(separator: "; ")
    }
}

extension String {
    /// The text inside a sentence; an abbreviation such as JMO keeps its capitals.
    fileprivate var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }
}
