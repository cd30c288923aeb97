package import Contributions

/// `akan_nonaktif.csv`: the workers in arrears who turn inactive when the next due date passes and
/// nothing comes, with the money that prevents it.
package struct ForecastTable: ReportTable {
    package let fileName = "akan_nonaktif.csv"
    package let columns = [
        "npp", "nama_perusahaan", "kpj", "nik", "nama", "no_pegawai", "unit", "bulan_berturut",
        "blth_tunggakan", "batas_bayar", "akan_nonaktif_pada", "blth_pencegah", "jumlah_pencegah",
        "tunggakan", "iuran_berjalan", "jumlah_lunas", "denda_estimasi", "catatan",
    ]
    private let outcome: Outcome
    private let cells: WorkerCells
    private let names: EmployerNames
    private let inactiveOn: Day

    package init(_ outcome: Outcome) {
        self.outcome = outcome
        cells = WorkerCells(outcome)
        names = EmployerNames(outcome)
        inactiveOn = outcome.nextDue.due.advanced(by: 1)
    }

    package var partCount: Int { outcome.batches.count }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let batch = outcome.batches[index]
        // Most workers of a part have the same remarks.
        var remarks = (on: RemarkReasons(), text: "")
        for worker in batch.workers where worker.inactiveOn == inactiveOn {
            guard let forecast = outcome.forecast(of: worker, batch.months(of: worker)) else {
                continue
            }
            let reasons = RemarkReasons(forecast, worker)
            if reasons != remarks.on { remarks = (reasons, reasons.remarks) }
            write(worker, forecast, remarks.text, to: buffer)
        }
    }

    private func write(
        _ worker: WorkerOutcome,
        _ forecast: InactivityForecast,
        _ remarks: String,
        to buffer: ReportBuffer
    ) {
        let employer = cells.worker(worker.worker).employer
        buffer.reserve(2048)
        cells.writeNPP(employer, to: buffer)
        names.write(employer, to: buffer)
        cells.write(worker.worker, to: buffer)
        buffer.number(forecast.run.count)
        buffer.comma()
        for (index, month) in forecast.run.enumerated() {
            if index > 0 { buffer.byte(UInt8(ascii: ";")) }
            buffer.month(month)
        }
        buffer.comma()
        buffer.day(forecast.payBy)
        buffer.comma()
        buffer.day(worker.inactiveOn)
        buffer.comma()
        if forecast.exemption == nil, let oldest = forecast.run.first { buffer.month(oldest) }
        buffer.comma()
        buffer.amount(forecast.preventing)
        buffer.comma()
        buffer.amount(forecast.arrears)
        buffer.comma()
        if let current = forecast.current { buffer.amount(current) }
        buffer.comma()
        buffer.amount(forecast.whole)
        buffer.comma()
        buffer.amount(worker.lateFee)
        buffer.comma()
        buffer.text(remarks)
        buffer.endRow()
    }
}

/// What makes remarks on a forecast necessary.
private struct RemarkReasons: Hashable {
    private var isUnsynchronised = false
    private var exemption: InactivityForecast.Exemption?
    /// The month whose payroll has not come, so that what it will cost is not known.
    private var monthWithoutPayroll: ContributionMonth?
    private var monthWithoutData: ContributionMonth?

    /// No reasons.
    init() {}

    init(_ forecast: InactivityForecast, _ worker: WorkerOutcome) {
        isUnsynchronised = worker.causes.first == .notSynchronised
        exemption = forecast.exemption
        monthWithoutPayroll = forecast.current == nil ? forecast.decidingMonth : nil
        monthWithoutData = forecast.monthWithoutData
    }

    /// What a reader must know beside the amounts, in Bahasa Indonesia.
    var remarks: String {
        var remarks: [String] = []
        if isUnsynchronised {
            remarks.append(
                "uang untuk bulan tunggakan tercatat di NPP lain atau belum rinci: minta "
                    + "pencocokan (175 atau kantor cabang) sebelum membayar lagi"
            )
        }
        switch exemption {
        case .paidAlready(let month):
            remarks.append("tidak jadi nonaktif: BLTH \(month) sudah ada penerimaannya")
        case .nothingDue(let month):
            remarks.append("tidak jadi nonaktif: BLTH \(month) tidak terutang menurut payroll")
        case .hasLeft(let day):
            remarks.append("tidak jadi nonaktif karena tunggakan: sudah keluar \(day)")
        case nil:
            guard let month = monthWithoutPayroll else { break }
            remarks.append(
                "payroll BLTH \(month) belum diterima: iurannya belum diketahui dan belum termasuk "
                    + "jumlah_lunas"
            )
        }
        if let month = monthWithoutData {
            remarks.append("BLTH \(month) belum ada data pembayaran")
        }
        return remarks.joined(separator: "; ")
    }
}

/// The newest name of each employer, as a cell.
struct EmployerNames: Sendable {
    private let names: WordTable

    init(_ outcome: Outcome) {
        names = WordTable(cells: outcome.employerMonths.histories.map { $0.last?.name ?? "" })
    }

    func write(_ employer: UInt32, to buffer: ReportBuffer) {
        names.writeLong(employer, to: buffer)
        buffer.comma()
    }
}
