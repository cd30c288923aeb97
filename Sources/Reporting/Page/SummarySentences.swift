import Contributions

// The sentences of `ringkasan.html` that depend on the figures.

extension RunSummary {
    /// What the reader most needs, in two sentences.
    var lede: [LedePart] {
        func count(_ status: WorkerStatus) -> LedePart {
            let word = status.name.lowercased()
            return LedePart("\(AmountText.count(statuses[status])) \(word)", strong: true)
        }
        var parts = [
            LedePart(
                "Dari \(AmountText.count(workerCount)) pekerja di "
                    + "\(AmountText.count(employers.count)) perusahaan, "
            ),
            count(.active), LedePart(", "), count(.inArrears), LedePart(", dan "),
            count(.inactive), LedePart(". "),
        ]
        parts += tieOut.arrearsSentences
        let incomplete = employers.count { !$0.reach.gaps.isEmpty }
        if incomplete > 0 {
            parts += [
                LedePart("Data "),
                LedePart("\(AmountText.count(incomplete)) perusahaan", strong: true),
                LedePart(" kurang lengkap atau tertinggal."),
            ]
        }
        return parts
    }

    var findingsNote: String {
        "\(AmountText.count(findingCount(.error))) kesalahan, "
            + "\(AmountText.count(findingCount(.warning))) peringatan, "
            + "\(AmountText.count(findingCount(.info))) info."
    }

    /// What does not tie: a bug of ours, which the page shows before anything else.
    var untiedNote: String {
        let payers = payments.count { !$0.isTied }
        let months = "\(untied.count) bulan perusahaan"
        return payers == 0
            ? "\(months) tidak seimbang."
            : "\(months) dan setoran \(payers) perusahaan tidak seimbang."
    }

    var reachNote: String {
        guard let newestPastDue else {
            return "Belum ada bulan yang melewati jatuh tempo."
        }
        return "Bulan terbaru yang sudah jatuh tempo adalah BLTH \(DateText.long(newestPastDue)). "
            + "Yang datanya tidak sampai ke situ berdiri paling atas: angkanya lebih tua daripada "
            + "tanggal laporan."
    }

    var upcomingNote: String {
        let count = upcoming.reduce(0) { $0 + $1.workerCount }
        guard count > 0 else { return "Tidak ada pekerja yang segera menjadi nonaktif." }
        return "\(AmountText.count(count)) pekerja menunggak dan diperkirakan menjadi nonaktif "
            + "pada tanggal di bawah ini bila tidak ada yang dibayar. Paling sedikit, bulan tertua "
            + "dari tunggakan berturut-turutnya harus diterima penuh; itu hanya menunda satu "
            + "bulan. Lunas berarti semua tunggakannya dan iuran yang jatuh tempo sampai hari itu."
    }

    /// Where the workers of the next due date are listed.
    var forecastNote: String? {
        guard let forecast else { return nil }
        return "Jatuh tempo berikutnya \(DateText.long(forecast.payBy)): "
            + "\(AmountText.count(forecast.workerCount)) pekerja, paling sedikit "
            + "\(AmountText.rupiah(forecast.preventing)), lunas dengan "
            + "\(AmountText.rupiah(forecast.whole)). Satu per satu ada di "
    }

    var mutationsNote: String {
        guard !mutations.isEmpty, let deadline = mutations.deadline else {
            return "Tidak ada yang harus diisi."
        }
        return mutations.sentence(deadline, self)
    }

    var inactiveNote: String {
        let count = statuses[.inactive]
        guard count > 0 else { return "Tidak ada." }
        return "\(AmountText.count(count)) pekerja dengan sedikitnya "
            + "\(policy.inactiveAfterMonths) bulan terakhir berturut-turut belum dibayar, "
            + "yang terlama lebih dahulu."
    }
}

extension TieOut {
    /// What is outstanding, and what cannot be judged for want of data: silence about the second
    /// would read as good news.
    var arrearsSentences: [LedePart] {
        var parts: [LedePart] = []
        let unjudged = noData.total
        if outstanding.total > .zero {
            parts += [
                LedePart("Iuran sebesar "),
                LedePart(AmountText.rupiah(outstanding.total), strong: true),
                LedePart(" sudah jatuh tempo dan belum diterima. "),
            ]
        } else if unjudged == .zero {
            parts.append(LedePart("Tidak ada iuran jatuh tempo yang belum diterima. "))
        }
        if unjudged > .zero {
            parts += [
                LedePart("Untuk "),
                LedePart(AmountText.rupiah(unjudged), strong: true),
                LedePart(" yang sudah jatuh tempo belum ada data pembayaran, "),
                LedePart("jadi belum dapat dinilai. "),
            ]
        }
        return parts
    }
}
