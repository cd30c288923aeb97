package import Contributions

/// What to do about a cause, and where: the words of the pages.
extension Cause {
    /// The next step, in Bahasa Indonesia.
    package var nextStep: String {
        switch self {
        case .notRegistered:
            "HRD mendaftarkan pekerja di SIPP, lalu membayar iuran sejak ia bekerja."
        case .notSynchronised:
            "HRD meminta pencocokan pembayaran lewat 175 atau kantor cabang; siapkan bukti bayar."
        case .noLongerRegistered:
            "HRD memeriksa: bila masih bekerja, laporkan di SIPP agar ditagih; bila sudah keluar, "
                + "cukup arsipkan."
        case .notPaid:
            "Keuangan melunasi bulan yang menunggak, dimulai dari yang tertua."
        case .leavingNotReported:
            "HRD melaporkan keluar di SIPP, agar JHT dapat diklaim."
        case .wrongPersonalData:
            "HRD mencocokkan dengan KTP; koreksi di SIPP atau kantor cabang."
        case .accountNotRegistered:
            "Pekerja membuat akun di JMO atau portal; kepesertaannya sendiri tidak terganggu."
        case .evidenceIncomplete:
            "Kirim buku iuran atau daftar peserta yang memuat pekerja ini."
        case .paidIncompletely:
            "Keuangan melunasi kekurangan bulan lama; lihat rincian per bulan."
        case .none:
            "Tidak perlu tindakan."
        }
    }
}

extension WorkerStatus {
    /// The order in which people read them: from what is well to what is not known.
    static let readingOrder: [WorkerStatus] = [
        .active, .inArrears, .inactive, .unregistered, .ended, .unknown,
    ]
}

/// The state of a worker-month, in words for the pages.
extension MonthStatus {
    package var name: String {
        switch self {
        case .noPayroll: "Payroll belum diterima"
        case .notInPayroll: "Tidak ada di payroll"
        case .nothingDue: "Tidak terutang"
        case .overpaid: "Lebih bayar"
        case .paid: "Lunas"
        case .paidLate: "Lunas terlambat"
        case .notYetDue: "Belum jatuh tempo"
        case .noData: "Belum ada data bayar"
        case .short: "Kurang bayar"
        case .unpaid: "Belum dibayar"
        }
    }
}

extension Severity {
    /// The severities from the gravest to the slightest.
    package static let gravestFirst: [Severity] = [.grave, .error, .warning, .info]

    /// The word in reports for people.
    package var name: String {
        switch self {
        case .grave: "Gawat"
        case .error: "Kesalahan"
        case .warning: "Peringatan"
        case .info: "Info"
        }
    }
}
