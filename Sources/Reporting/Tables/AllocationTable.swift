package import Contributions

/// `alokasi.csv`: where every sen of every lump sum went, and by which rule.
///
/// A row is a payment and one use of it. The allocations of a payment add up to its `jumlah` and
/// `denda`; a worker's part is in `rincian.csv`, which names the payment in `sumber_setoran`.
package struct AllocationTable: ReportTable {
    package let fileName = "alokasi.csv"
    package let columns = [
        "npp", "tanggal_bayar", "kode_iuran", "blth_setoran", "jumlah", "denda", "aturan", "blth",
        "kode_tagihan", "alokasi", "tk", "berkas", "baris",
    ]
    private let outcome: Outcome

    package init(_ outcome: Outcome) {
        self.outcome = outcome
    }

    package var partCount: Int {
        (outcome.allocations.count + PartSize.rows - 1) / PartSize.rows
    }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let cells = WorkerCells(outcome)
        let start = index * PartSize.rows
        let end = min(start + PartSize.rows, outcome.allocations.count)
        for allocation in outcome.allocations[start..<end] {
            write(allocation, cells, to: buffer)
        }
    }

    private func write(_ allocation: Allocation, _ cells: WorkerCells, to buffer: ReportBuffer) {
        let payment = outcome.records.payments[allocation.payment]
        let pool = outcome.records.identifiers
        buffer.reserve(2048)
        cells.writeNPP(payment.employer, to: buffer)
        buffer.day(payment.paid)
        buffer.comma()
        buffer.identifier(payment.billingCode, pool)
        buffer.comma()
        if let month = payment.month { buffer.month(month) }
        buffer.comma()
        buffer.amount(payment.amount)
        buffer.comma()
        buffer.amount(payment.lateFee)
        buffer.comma()
        buffer.word(allocation.rule.code)
        buffer.comma()
        if let month = allocation.month { buffer.month(month) }
        buffer.comma()
        buffer.identifier(allocation.billingCode, pool)
        buffer.comma()
        buffer.amount(allocation.amount)
        buffer.comma()
        buffer.number(allocation.workerCount)
        buffer.comma()
        buffer.text(outcome.records.files[payment.source.file])
        buffer.comma()
        buffer.number(payment.source.line)
        buffer.endRow()
    }
}
