package import Contributions

/// A worker-month re-derived, for programs: `iuran explain --format json`.
///
/// The keys are these names in lower_snake_case.
package struct ExplanationDocument: Encodable {
    /// The bytes of one document per worker, as an array.
    ///
    /// - Throws: What the encoder throws; an explanation has nothing that it cannot encode.
    package static func render(
        _ explanations: [MonthExplanation],
        _ outcome: Outcome
    ) throws -> [UInt8] {
        try ReportJSON.bytes(of: explanations.map { ExplanationDocument($0, outcome) })
    }

    var npp: String
    var blth: String
    var kpj: String
    var perTanggal: String
    var statusIuran: String
    var jatuhTempo: String
    var tanggalLunas: String?
    var hariTerlambat: Int
    var upahDasar: String
    var upahJp: String
    var batasUpahJp: String?
    var kelasJkk: Int
    var program: String
    var usia: Int?
    var payroll: [RowEntry]
    var bukuIuran: [RowEntry]
    var setoran: [PaymentPart]
    var terutang: [ShareEntry]
    var denda: LateFeeEntry

    struct RowEntry: Encodable {
        var sumber: String
        var jumlah: String
        var keterangan: String
        var tanggalBayar: String?
        var kodeIuran: String?
    }

    struct PaymentPart: Encodable {
        var sumber: String
        var tanggalBayar: String
        var setoran: String
        var bagian: String
        var kodeTagihan: String
    }

    struct ShareEntry: Encodable {
        var program: String
        var dasar: String
        var tarif: String
        var terutang: String
        var ditagih: String
        var diterima: String
        var dasarHukum: [String]
    }

    struct LateFeeEntry: Encodable {
        var jumlah: String
        var tarif: String
        var dasarHukum: String
        var bagian: [LatePartEntry]
    }

    struct LatePartEntry: Encodable {
        var program: String
        var jumlah: String
        var dibayar: String?
        var bulan: Int
    }

    /// - Parameters:
    ///   - explanation: The worker-month.
    ///   - outcome: The run it is part of.
    init(_ explanation: MonthExplanation, _ outcome: Outcome) {
        let records = outcome.records
        let pool = records.identifiers
        let month = explanation.outcome
        func place(_ source: SourceLine) -> String {
            "\(records.files[source.file]):\(source.line)"
        }
        npp = pool.string(of: records.employers[Int(month.employer)].text)
        blth = month.month.description
        kpj = pool.string(of: explanation.worker.kpj.text)
        perTanggal = outcome.run.asOf.description
        statusIuran = month.status.code
        jatuhTempo = explanation.rules.due.description
        tanggalLunas = month.settledOn.ifPresent?.description
        hariTerlambat = Int(month.daysLate)
        upahDasar = month.base.decimalText
        upahJp = month.pensionBase.decimalText
        batasUpahJp = explanation.rules.pensionCap?.decimalText
        kelasJkk = explanation.employer?.riskClass ?? 1
        program = explanation.programmes.text
        usia = explanation.age
        payroll = explanation.payroll.map { use in
            RowEntry(
                sumber: place(use.row.source),
                jumlah: use.row.base.decimalText,
                keterangan: use.use.code
            )
        }
        bukuIuran = explanation.ledger.map { use in
            RowEntry(
                sumber: place(use.row.source),
                jumlah: use.row.shares.total.decimalText,
                keterangan: use.use.code,
                tanggalBayar: use.row.paid.ifPresent?.description,
                kodeIuran: use.row.billingCode.isAbsent
                    ? nil : pool.string(of: use.row.billingCode)
            )
        }
        setoran = explanation.payments.map { part in
            PaymentPart(
                sumber: place(records.payments[part.payment].source),
                tanggalBayar: part.paid.description,
                setoran: records.payments[part.payment].amount.decimalText,
                bagian: part.shares.total.decimalText,
                kodeTagihan: pool.string(of: part.billingCode)
            )
        }
        terutang = explanation.shares.map { share in
            ShareEntry(
                program: share.share.column,
                dasar: share.base.decimalText,
                tarif: AmountText.percent(share.rate),
                terutang: share.due.decimalText,
                ditagih: share.billed.decimalText,
                diterima: share.received.decimalText,
                dasarHukum: share.legalBasis
            )
        }
        denda = LateFeeEntry(
            jumlah: month.lateFee.decimalText,
            tarif: AmountText.percent(explanation.rules.lateFee),
            dasarHukum: explanation.laws.lateFee,
            bagian: explanation.lateParts.map { part in
                LatePartEntry(
                    program: part.share.column,
                    jumlah: part.amount.decimalText,
                    dibayar: part.paid.ifPresent?.description,
                    bulan: part.months
                )
            }
        )
    }
}

extension PayrollUse.Use {
    fileprivate var code: String {
        switch self {
        case .counted: "dihitung"
        case .outsideService: "di_luar_masa_kerja"
        case .twin: "kembar"
        }
    }
}

extension LedgerUse.Use {
    fileprivate var code: String {
        switch self {
        case .receipt: "penerimaan"
        case .bill: "tagihan"
        case .twin: "kembar"
        case .reprinted: "digantikan"
        }
    }
}
