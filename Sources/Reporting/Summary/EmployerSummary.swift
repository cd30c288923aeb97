package import Contributions

/// What a run found out about one employer.
package struct EmployerSummary: Sendable {
    /// The employer's place in ``Records/employers``.
    package let employer: UInt32
    package let npp: String
    /// The newest name of the employers file; empty without one.
    package let name: String
    package let statuses: Tally<WorkerStatus>
    package let causes: Tally<Cause>
    package let findings: Tally<FindingCode>
    package let tieOut: TieOut
    /// Whether the bridges of all its months close.
    package let isTied: Bool
    /// The late fee as far as the data tell; an estimate.
    package let lateFee: Rupiah
    package let ageing: Ageing
    package let reach: DataReach
    /// What HR must enter in SIPP.
    package let mutations: MutationCounts
    /// Who turns inactive when the next due date passes and nothing comes; nil for nobody.
    package let forecast: UpcomingInactivity?
    /// Where its months stand in ``Outcome/totals``.
    package let months: Range<Int>
    /// Where its workers stand in ``Outcome/workers``.
    package let workers: Range<Int>

    /// What is outstanding: the short amounts of unpaid and short months (`tunggakan`).
    package var arrears: Rupiah { tieOut.outstanding.total }

    /// Whether it belongs among the employers in arrears.
    var owesSomething: Bool {
        arrears > .zero || statuses[.inactive] > 0 || statuses[.inArrears] > 0
    }

    /// The name, or without one the word for it.
    package var title: String { name.isEmpty ? "NPP \(npp)" : name }

    /// The name of the employer's page under `perusahaan/`.
    package var pageFileName: String { PathComponent.of(npp) + ".html" }
}
