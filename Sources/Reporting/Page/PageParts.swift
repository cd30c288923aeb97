import Contributions

// What the templates show: texts only, formatted here, so that a template decides nothing.

/// A part of the opening sentence; the figures that matter stand out.
struct LedePart: TemplateContent {
    let text: String
    let strong: Bool

    init(_ text: String, strong: Bool = false) {
        self.text = text
        self.strong = strong
    }
}

/// The workers by status, as a band and in figures.
struct StatusBand: TemplateContent {
    let band: [Segment]
    let legend: [Entry]

    struct Segment: TemplateContent {
        let kind: String
        let weight: Int
    }

    struct Entry: TemplateContent {
        let kind: String
        let count: String
        let word: String
    }

    init(_ statuses: Tally<WorkerStatus>) {
        let order = WorkerStatus.readingOrder
        band = order.filter { statuses[$0] > 0 }.map {
            Segment(kind: $0.code, weight: statuses[$0])
        }
        legend = order.map {
            Entry(kind: $0.code, count: AmountText.count(statuses[$0]), word: $0.name)
        }
    }
}

/// The receivable classes as a table.
struct AgeingTable: TemplateContent {
    let classes: [Row]
    let workerMonths: String
    let amount: String

    struct Row: TemplateContent {
        let kind: String
        let age: String
        let workerMonths: String
        let amount: String
        let percent: String
        /// The length of the bar in percent.
        let width: String
    }

    init(_ ageing: Ageing) {
        let whole = ageing.amount
        classes = ageing.classes.map { ageingClass in
            let perMille = AmountText.perMille(ageingClass.amount.sen, of: whole.sen)
            return Row(
                kind: ageingClass.kind.name,
                age: ageingClass.ageText,
                workerMonths: AmountText.count(ageingClass.workerMonths),
                amount: AmountText.grouped(ageingClass.amount),
                percent: AmountText.percent(ageingClass.amount.sen, of: whole.sen),
                width: "\(perMille / 10).\(perMille % 10)"
            )
        }
        workerMonths = AmountText.count(ageing.workerMonths)
        amount = AmountText.grouped(whole)
    }
}

/// How far an employer's data reach, as cells.
struct ReachCells: TemplateContent {
    let payroll: String
    let ledger: String
    let receipt: String
    let payments: String
    let register: String
    /// When the newest files came; nil where nobody knows.
    let payrollReceived: String?
    let ledgerReceived: String?
    let registerReceived: String?
    let isCurrent: Bool
    let gaps: String

    init(_ reach: DataReach) {
        payroll = reach.payroll.map { DateText.short($0.upperBound) } ?? "\u{2013}"
        ledger = reach.ledger.map { DateText.short($0.upperBound) } ?? "\u{2013}"
        receipt = reach.newestReceipt.map(DateText.short) ?? "\u{2013}"
        payments = reach.statesPayments ? "ya" : "tidak"
        register = reach.hasRegister ? "ada" : "tidak ada"
        payrollReceived = reach.received.payroll.map(DateText.short)
        ledgerReceived = reach.received.ledger.map(DateText.short)
        registerReceived = reach.received.register.map(DateText.short)
        isCurrent = reach.gaps.isEmpty
        gaps = reach.gaps.joined(separator: ", ")
    }
}

/// A kind of finding as a row.
struct FindingRow: TemplateContent {
    let trigger: String
    let code: String
    let severity: String
    let sign: String
    let tone: String
    let count: String
    let advice: String

    init(_ finding: FindingCount) {
        trigger = finding.code.trigger.withCapital
        code = finding.code.code
        severity = finding.code.severity.name
        (sign, tone) =
            switch finding.code.severity {
            case .grave: ("\u{2717}", "is-bad")
            case .error: ("!", "is-bad")
            case .warning: ("\u{25B3}", "is-warn")
            case .info: ("i", "")
            }
        count = AmountText.count(finding.count)
        advice = finding.code.advice.withCapital
    }
}

extension WorkerStatus {
    /// A sign beside the word, so that no status is told by its colour alone.
    var sign: String {
        switch self {
        case .active: "\u{2713}"
        case .inArrears: "\u{25B2}"
        case .inactive: "\u{25A0}"
        case .unregistered: "\u{25C6}"
        case .ended: "\u{25CB}"
        case .unknown: "?"
        }
    }
}

extension String {
    /// The text as the beginning of a sentence.
    var withCapital: String {
        prefix(1).uppercased() + dropFirst()
    }
}

extension Ageing {
    /// What stands below the amount that is outstanding: its worker-months, its age and the fee.
    func note(lateFee: Rupiah) -> String {
        guard workerMonths > 0 else { return "Tidak ada tunggakan yang terbukti dari data." }
        return "\(AmountText.count(workerMonths)) pekerja-bulan, yang tertua \(oldestAge) bulan; "
            + "perkiraan denda \(AmountText.rupiah(lateFee))."
    }
}
