/// Why the membership of a worker at an employer is as it is: what the feed tells of him, put
/// together again for the one who asks.
package struct Diagnosis: Sendable {
    /// His place in `status.csv`, from 1.
    package var id: Int
    package var employer: DiagnosedEmployer
    /// His number in the reports; empty where he has none or the feed leaves it out.
    package var kpj = ""
    package var nik = ""
    /// The keyed tokens of his numbers, in hexadecimal; empty where no key was given.
    package var tokenOfKPJ = ""
    package var tokenOfNIK = ""
    package var name = ""
    package var birth = Day.absent

    package var status: WorkerStatus
    /// The register's own word.
    package var registerWord = RegisterStatus.unstated
    /// The causes that hold, the deciding one first; empty where none holds.
    package var causes: [Cause] = []
    package var signs = Signs()
    package var accountProblems: [AccountProblem] = []

    /// The trailing run of unpaid months (`bulan_berturut`).
    package var unpaidRun = 0
    /// All unpaid months past due (`bulan_tunggakan`).
    package var unpaidMonths = 0
    package var arrears = Rupiah.zero
    /// The employer's late fee, an estimate.
    package var lateFee = Rupiah.zero
    package var newestSettled: ContributionMonth?
    package var lastPaid = Day.absent
    package var inactiveSince = Day.absent
    package var inactiveOn = Day.absent

    package var evidence = Evidence()
    /// The months that are not settled, oldest first; settled ones are in `rincian.csv`.
    package var openMonths: [OpenMonth] = []
    package var findings: [NotedFinding] = []

    package init(id: Int, employer: DiagnosedEmployer, status: WorkerStatus) {
        self.id = id
        self.employer = employer
        self.status = status
    }
}

/// The employer of a membership.
package struct DiagnosedEmployer: Sendable {
    package var npp: String
    /// Empty where no employers file names it.
    package var name: String
    /// The last months that payroll and ledger reach, so that old data do not look fresh.
    package var payrollUntil: ContributionMonth?
    package var ledgerUntil: ContributionMonth?
    package var hasRegister: Bool

    package init(
        npp: String,
        name: String,
        payrollUntil: ContributionMonth?,
        ledgerUntil: ContributionMonth?,
        hasRegister: Bool
    ) {
        self.npp = npp
        self.name = name
        self.payrollUntil = payrollUntil
        self.ledgerUntil = ledgerUntil
        self.hasRegister = hasRegister
    }
}

/// A line of an input file that proves something.
package struct Place: Hashable, Sendable {
    package var file: String
    package var line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

/// What the four signs rest on.
package struct Evidence: Sendable {
    /// The newest month past due that tells something; `riwayat_iuran` and `saldo_jht` are about
    /// it.
    package var month: ContributionMonth?
    package var received = Rupiah.zero
    package var receivedJHT = Rupiah.zero
    /// A ledger row of that month, or a lump sum that came to it.
    package var money: Place?
    /// His newest payroll row.
    package var payroll: Place?
    /// The register row that shows him active or ended at this employer.
    package var register: Place?
    /// The day on which the register ended his membership.
    package var ended = Day.absent

    package init() {}
}

/// A month that is not settled.
package struct OpenMonth: Sendable {
    package var month: ContributionMonth
    package var status: MonthStatus
    package var dueDate: Day
    package var due: Rupiah
    package var billed: Rupiah
    package var received: Rupiah
    /// The shares that are short by more than the tolerance.
    package var short: Rupiah
    package var payroll: Place?
    package var ledger: Place?

    package init(
        month: ContributionMonth,
        status: MonthStatus,
        dueDate: Day,
        due: Rupiah,
        billed: Rupiah,
        received: Rupiah,
        short: Rupiah,
        payroll: Place?,
        ledger: Place?
    ) {
        self.month = month
        self.status = status
        self.dueDate = dueDate
        self.due = due
        self.billed = billed
        self.received = received
        self.short = short
        self.payroll = payroll
        self.ledger = ledger
    }
}

/// A finding about the worker.
package struct NotedFinding: Sendable {
    package var code: FindingCode
    package var month: ContributionMonth?
    package var place: Place?
    package var column: String
    /// What the finding is about, where it is no personal value: the other employer's NPP, an
    /// amount.
    package var value: String

    package init(
        code: FindingCode,
        month: ContributionMonth?,
        place: Place?,
        column: String,
        value: String
    ) {
        self.code = code
        self.month = month
        self.place = place
        self.column = column
        self.value = value
    }
}

extension Diagnosis {
    /// The cause that decides.
    package var cause: Cause { causes.first ?? .none }

    /// The months of the trailing run of unpaid ones, oldest first.
    package var run: [OpenMonth] {
        openMonths.filter { $0.status == .unpaid }.suffix(unpaidRun)
    }

    /// The months with something short: unpaid ones and those paid in part.
    package var shortMonths: [OpenMonth] {
        openMonths.filter { $0.status == .unpaid || $0.status == .short }
    }

    /// The findings with one of some codes.
    package func findings(_ codes: FindingCode...) -> [NotedFinding] {
        findings.filter { codes.contains($0.code) }
    }
}
