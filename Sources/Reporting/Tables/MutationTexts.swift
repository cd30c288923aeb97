internal import Contributions

/// What HR must know before entering a mutation (`KETERANGAN`), in Bahasa Indonesia.
struct MutationTexts: Sendable {
    private let outcome: Outcome

    init(_ outcome: Outcome) {
        self.outcome = outcome
    }

    func remarks(on mutation: Mutation, _ worker: Worker) -> String {
        var remarks = mutation.remarks.map { words(of: $0, mutation, worker) }
        if mutation.place == .branch { remarks.append("koreksi NIK diajukan ke kantor cabang") }
        return remarks.joined(separator: "; ")
    }

    private func words(
        of remark: MutationRemark,
        _ mutation: Mutation,
        _ worker: Worker
    ) -> String {
        switch remark {
        case .mayBeKnown:
            mutation.kind == .newWorker
                ? "mungkin sudah dikenal BPJS dengan nomor lain (calon-pasangan di temuan.csv): "
                    + "periksa dahulu agar tidak terdaftar dua kali"
                : "mungkin masih bekerja dengan nomor lain (calon-pasangan di temuan.csv): periksa "
                    + "dahulu sebelum melaporkan keluar"
        case .owedSince(let month):
            "ada di payroll sejak BLTH \(month), iurannya terutang sejak bulan itu"
        case .membershipEnded(let day): "kepesertaan lamanya berakhir \(day)"
        case .hasLeft(let day): "menurut payroll sudah keluar \(day)"
        case .notBilled: "tidak ada di tagihan: laporkan upahnya agar ditagih"
        case .leavingDayUnknown(let month):
            "tanggal keluar tidak diketahui"
                + (month.map { ", terakhir di payroll BLTH \($0)" } ?? ", tidak pernah di payroll")
        case .leavingReasonUnknown: "sebab keluar tidak ada di payroll: isi SEBAB_NA"
        case .payrollMayLackHim: "pastikan memang sudah keluar; bila belum, lengkapi payroll"
        case .missingWages(let first, let last, let amount):
            first == last
                ? "upah BLTH \(first) kurang dilaporkan \(amount.decimalText)"
                : "upah BLTH \(first) sampai \(last) kurang dilaporkan \(amount.decimalText)"
        case .onlyPastMonths:
            "upah bulan terbaru sudah benar; tanyakan ke kantor cabang cara mengoreksi bulan lampau"
        case .checkIDCard: "cocokkan dahulu dengan KTP"
        case .nikFault(let fault):
            "NIK tidak mungkin benar: \(fault.words(worker.birth.ifPresent, worker.person))"
        case .payrollIsWrong: "NIK di payroll tidak mungkin benar: koreksi payroll, bukan SIPP"
        case .lacks(let columns):
            "belum dapat diunggah, lengkapi atau betulkan \(columns.joined(separator: ", "))"
        }
    }
}
