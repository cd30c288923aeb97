package import Contributions

/// `rekap.csv`: one row per employer and month, which HR compares with SIPP and the bank slip.
package struct RecapTable: ReportTable {
    package let fileName = "rekap.csv"
    package let columns = [
        "npp", "nama_perusahaan", "blth", "jatuh_tempo", "tk_payroll", "tk_ditagih",
        "tk_diterima", "upah_dasar", "terutang", "ditagih", "diterima", "belum_jatuh_tempo",
        "tunggakan", "lebih_bayar", "denda_estimasi", "tanggal_bayar_terakhir",
    ]
    private let outcome: Outcome

    package init(_ outcome: Outcome) {
        self.outcome = outcome
    }

    package var partCount: Int { 1 }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let cells = WorkerCells(outcome)
        for totals in outcome.totals {
            buffer.reserve(2048)
            buffer.word(cells.npp(totals.employer))
            buffer.comma()
            buffer.text(outcome.employerMonths.row(totals.employer, totals.month)?.name ?? "")
            buffer.comma()
            buffer.month(totals.month)
            buffer.comma()
            buffer.day(outcome.employerMonths.rules(totals.month).due)
            buffer.comma()
            for count in [totals.payrollWorkers, totals.billedWorkers, totals.receivedWorkers] {
                buffer.number(count)
                buffer.comma()
            }
            let amounts = [
                totals.base, totals.due.total, totals.billed.total, totals.received.total,
                totals.tieOut.notYetDue.total, totals.tieOut.outstanding.total,
                totals.tieOut.overpaid.total, totals.lateFee,
            ]
            for amount in amounts {
                buffer.amount(amount)
                buffer.comma()
            }
            buffer.day(totals.lastPaid)
            buffer.endRow()
        }
    }
}
