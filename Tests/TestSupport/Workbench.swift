package import Contributions
internal import Intake

/// A reconciliation of files that stand as literals in a test.
///
/// ```swift
/// let bench = try Workbench(
///     asOf: "2026-04-20",
///     [
///         "payroll.csv": """
///             npp,blth,kpj,nama,upah
///             12004518,2026-02,19040012345,Sari,1000000
///             """
///     ]
/// )
/// bench.month("2026-02")?.status.code  // "belum_ada_data"
/// ```
///
/// The files stand in argument order. A file that is refused, a rejected row that the test does not
/// announce and a run that does not tie out are errors of every test.
package struct Workbench {
    package let outcome: Outcome
    /// The findings of reading and of the reconciliation.
    package let findings: [Finding]

    /// Reconciles files that are given in argument order.
    ///
    /// - Parameters:
    ///   - asOf: The day by which the run judges.
    ///   - ledgerUntil: The day up to which the ledgers reach, as `--ledger-until` says it.
    ///   - policy: The settings.
    ///   - rejectedRows: How many rows the test expects to be rejected.
    ///   - files: The names and texts of the files.
    /// - Throws: ``WorkbenchProblem``, or the problem of a file or rule table.
    package init(
        asOf: String,
        ledgerUntil: String? = nil,
        policy: Policy = Policy(),
        rejectedRows: Int = 0,
        _ files: KeyValuePairs<String, String>
    ) throws {
        let read = try FilesInMemory(files.map { ($0.key, Array($0.value.utf8)) })
        let rejected = read.segments.reduce(0) { $0 + $1.counts.rejected }
        guard rejected == rejectedRows else {
            throw WorkbenchProblem("\(rejected) rows were rejected: \(read.findings)")
        }
        var outcome = Reconciliation.reconcile(
            read.records,
            book: try RuleBook.read(),
            policy: policy,
            on: RunDates(asOf: day(asOf), ledgerUntil: ledgerUntil.map(day))
        )
        outcome.findMutations()
        self.outcome = outcome
        findings = read.findings + outcome.runFindings + outcome.batches.flatMap(\.findings)
        guard outcome.isTied else { throw WorkbenchProblem("NOT TIED: \(outcome.tieOut)") }
    }
}

/// Why a workbench cannot be set up.
package struct WorkbenchProblem: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

// MARK: - Looking up

extension Workbench {
    /// The outcome of the only worker, or of the only one with a reported KPJ or NIK.
    package func worker(_ number: String? = nil, at npp: String? = nil) -> WorkerOutcome? {
        let found = outcome.batches.flatMap(\.workers).filter { isMeant($0.worker, number, npp) }
        return found.count == 1 ? found[0] : nil
    }

    /// The personal values of that worker in the reports.
    package func profile(_ number: String? = nil, at npp: String? = nil) -> Worker? {
        worker(number, at: npp).map { outcome.workers[Int($0.worker)] }
    }

    /// The month of that worker.
    package func month(
        _ blth: String,
        _ number: String? = nil,
        at npp: String? = nil
    ) -> MonthOutcome? {
        let found = outcome.batches.flatMap(\.months).filter {
            $0.month.description == blth && isMeant($0.worker, number, npp)
        }
        return found.count == 1 ? found[0] : nil
    }

    /// `status_iuran` of that worker's month.
    package func status(_ blth: String, _ number: String? = nil, at npp: String? = nil) -> String? {
        month(blth, number, at: npp)?.status.code
    }

    /// All months as `blth kpj-or-nik status_iuran`, in the order of the reports.
    package var months: [String] {
        outcome.batches.flatMap(\.months).map {
            "\($0.month) \(number(of: $0.worker)) \($0.status.code)"
        }
    }

    /// All workers as `kpj-or-nik status`, in the order of the reports.
    package var workers: [String] {
        outcome.batches.flatMap(\.workers).map { "\(number(of: $0.worker)) \($0.status.code)" }
    }

    /// Where a finding was made, as `blth kpj-or-nik file:line` without what it lacks.
    package func places(_ code: String) -> [String] {
        findings.filter { $0.code.code == code }.map { finding in
            var parts: [String] = []
            if let month = finding.month { parts.append("\(month)") }
            if let worker = finding.worker { parts.append(number(of: worker)) }
            if let source = finding.source {
                parts.append("\(outcome.records.files[source.file]):\(source.line)")
            }
            return parts.joined(separator: " ")
        }
    }

    /// Whether a finding was made at all.
    package func finds(_ code: String) -> Bool {
        findings.contains { $0.code.code == code }
    }

    /// The KPJ by which the reports name a worker, else his NIK.
    package func number(of worker: UInt32) -> String {
        let worker = outcome.workers[Int(worker)]
        let text = worker.kpj.isUsable ? worker.kpj.text : worker.nik.text
        return outcome.records.identifiers.string(of: text)
    }

    private func isMeant(_ worker: UInt32, _ number: String?, _ npp: String?) -> Bool {
        let profile = outcome.workers[Int(worker)]
        let identifiers = outcome.records.identifiers
        let employer = outcome.records.employers[Int(profile.employer)]
        let numbers = [profile.kpj.text, profile.nik.text].map(identifiers.string)
        return number.map(numbers.contains) ?? true
            && npp.map { $0 == identifiers.string(of: employer.text) } ?? true
    }
}

// MARK: - Days and months

/// The day of a literal such as `2026-03-15`.
package func day(_ text: String) -> Day {
    guard let day = Array(text.utf8).withUnsafeBufferPointer(CellValue.day) else {
        preconditionFailure("\(text) is no day")
    }
    return day
}

/// The month of a literal such as `2026-03`.
package func blth(_ text: String) -> ContributionMonth {
    guard let month = Array(text.utf8).withUnsafeBufferPointer(CellValue.month) else {
        preconditionFailure("\(text) is no month")
    }
    return month
}
