import Contributions

/// A setting that decides, as the page prints it.
struct SettingRow: TemplateContent {
    let name: String
    let value: String
}

extension RunSummary {
    /// The settings that decide, all of them.
    var settingRows: [SettingRow] {
        let limits = policy.ageingLimits.map(String.init).joined(separator: ", ")
        return [
            SettingRow(name: "Tanggal laporan", value: DateText.long(run.asOf)),
            SettingRow(
                name: "Buku iuran dianggap sampai",
                value: run.ledgerUntil.map(DateText.long) ?? "tanggal laporan"
            ),
            SettingRow(name: "Bulan yang tercakup", value: monthsText),
            SettingRow(
                name: "Ambang nonaktif",
                value: "\(policy.inactiveAfterMonths) bulan berturut-turut belum dibayar"
            ),
            SettingRow(name: "Toleransi per program", value: toleranceText),
            SettingRow(name: "Toleransi upah", value: AmountText.rupiah(policy.tolerance.general)),
            SettingRow(
                name: "Toleransi potongan upah",
                value: AmountText.rupiah(policy.cutTolerance)
            ),
            SettingRow(
                name: "Pembulatan",
                value: "setengah ke atas, ke \(policy.rounding.rawValue)"
            ),
            SettingRow(
                name: "Cuti bersama menggeser jatuh tempo",
                value: policy.collectiveLeaveShifts ? "ya" : "tidak"
            ),
            SettingRow(
                name: "JP bagi warga negara asing",
                value: policy.expectsJPOfForeigners ? "ya" : "tidak"
            ),
            SettingRow(
                name: "Dipotong, tidak disetor",
                value: "indikasi sejak \(policy.daysUntilCutIsSuspect) hari sesudah jatuh tempo"
            ),
            SettingRow(
                name: "Tenggat mutasi di SIPP",
                value: policy.mutationDeadline.shortText
            ),
            SettingRow(name: "Batas kelas piutang", value: "\(limits) bulan"),
        ]
    }

    /// What a reader must know to judge the figures.
    var notes: [String] {
        [
            "Diperkirakan nonaktif berarti: \(policy.inactiveAfterMonths) bulan terakhir yang "
                + "jatuh tempo belum dibayar berturut-turut. Kata BPJS menurut daftar peserta "
                + "berdiri di sampingnya; bila berbeda, itu menjadi temuan.",
            Ageing.benefitsRule,
            "Bulan yang belum jatuh tempo bukan tunggakan. Tanpa berkas yang menyatakan "
                + "pembayaran, ketiadaan uang tidak membuktikan apa pun: bulannya "
                + "\u{201C}belum ada data\u{201D}.",
            "Tunggakan dihitung per program: kurang di satu program tetap kurang, walaupun jumlah "
                + "seluruhnya cocok. Selisih sampai batas toleransi dianggap lunas.",
            "JP terutang atas upah sampai batas upah JP bulan itu, selama pekerja di bawah usia "
                + "pensiun pada hari pertama BLTH; sesudahnya hanya bila ia memilih lanjut "
                + "(jp_lanjut). Tanpa batas upah yang diketahui, JP tidak dihitung dan menjadi "
                + "temuan.",
            "Denda adalah perkiraan menurut tabel aturan: bulan yang sudah berjalan dihitung "
                + "penuh, tidak berbunga, dan menjadi beban pemberi kerja.",
        ]
    }

    private var monthsText: String {
        guard let months else { return "tidak ada" }
        return "\(DateText.long(months.lowerBound)) sampai \(DateText.long(months.upperBound))"
    }

    private var toleranceText: String {
        let tolerance = policy.tolerance.perShare
        let amounts = Set(Share.allCases.map { tolerance[$0] })
        if amounts.count == 1, let amount = amounts.first { return AmountText.rupiah(amount) }
        return Share.allCases
            .map { "\($0.name) \(AmountText.rupiah(tolerance[$0]))" }
            .joined(separator: "; ")
    }
}

extension Ageing {
    /// Why anybody cares about arrears.
    static let benefitsRule =
        "Bila iuran tertunggak lebih dari 3 bulan, perusahaan sendiri membayar dahulu manfaat JKK "
        + "dan JKP kepada pekerja yang berhak."

    /// The warning that the employer itself pays benefits first, where it may have to; `subject`
    /// says whose arrears they are, as the beginning of a sentence.
    func benefitsWarning(_ subject: String) -> String? {
        guard makesEmployerPayBenefits else { return nil }
        return "\(subject) lebih dari 3 bulan. \(Self.benefitsRule)"
    }
}
