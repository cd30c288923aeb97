package import Contributions

/// The answers there are: one for each cause, and for each state that needs its own words.
///
/// The raw value is the name of the file in `Answers/`.
package enum AnswerKind: String, CaseIterable, Sendable {
    case notRegistered = "belum_didaftarkan"
    /// The money stands under another employer's number.
    case paidElsewhere = "data_belum_sinkron_npp_lain"
    /// The money is not shared out over the workers.
    case notAllocated = "data_belum_sinkron_belum_rinci"
    /// Colleagues are billed and he is not.
    case notBilled = "tidak_lagi_didaftarkan_menunggak"
    case left = "tidak_lagi_didaftarkan_keluar"
    case notPaid = "iuran_belum_dibayarkan_menunggak"
    case notPaidUntilInactive = "iuran_belum_dibayarkan_nonaktif"
    case leavingNotReported = "belum_dilaporkan_keluar"
    case wrongPersonalData = "data_pribadi_salah"
    case accountNotRegistered = "akun_belum_terdaftar"
    case evidenceIncomplete = "bukti_tidak_lengkap"
    case paidIncompletely = "iuran_tidak_lengkap"
    case active = "tidak_ada_aktif"
    case ended = "tidak_ada_berakhir"
    /// A newer feed may name a cause that this program does not know.
    case unexplained = "tidak_ada_lain"

    /// The answer to a diagnosis.
    package init(_ diagnosis: Diagnosis) {
        let status = diagnosis.status
        self =
            switch diagnosis.cause {
            case .notRegistered: .notRegistered
            case .notSynchronised:
                diagnosis.monthsPaidElsewhere.isEmpty ? .notAllocated : .paidElsewhere
            case .noLongerRegistered:
                status == .inArrears || status == .inactive ? .notBilled : .left
            case .notPaid: status == .inactive ? .notPaidUntilInactive : .notPaid
            case .leavingNotReported: .leavingNotReported
            case .wrongPersonalData: .wrongPersonalData
            case .accountNotRegistered: .accountNotRegistered
            case .evidenceIncomplete: .evidenceIncomplete
            case .paidIncompletely: .paidIncompletely
            case .none: status == .active ? .active : status == .ended ? .ended : .unexplained
            }
    }

    /// The bytes of its file.
    var source: [UInt8] {
        switch self {
        case .notRegistered: PackageResources.belum_didaftarkan_mustache
        case .paidElsewhere: PackageResources.data_belum_sinkron_npp_lain_mustache
        case .notAllocated: PackageResources.data_belum_sinkron_belum_rinci_mustache
        case .notBilled: PackageResources.tidak_lagi_didaftarkan_menunggak_mustache
        case .left: PackageResources.tidak_lagi_didaftarkan_keluar_mustache
        case .notPaid: PackageResources.iuran_belum_dibayarkan_menunggak_mustache
        case .notPaidUntilInactive: PackageResources.iuran_belum_dibayarkan_nonaktif_mustache
        case .leavingNotReported: PackageResources.belum_dilaporkan_keluar_mustache
        case .wrongPersonalData: PackageResources.data_pribadi_salah_mustache
        case .accountNotRegistered: PackageResources.akun_belum_terdaftar_mustache
        case .evidenceIncomplete: PackageResources.bukti_tidak_lengkap_mustache
        case .paidIncompletely: PackageResources.iuran_tidak_lengkap_mustache
        case .active: PackageResources.tidak_ada_aktif_mustache
        case .ended: PackageResources.tidak_ada_berakhir_mustache
        case .unexplained: PackageResources.tidak_ada_lain_mustache
        }
    }
}
