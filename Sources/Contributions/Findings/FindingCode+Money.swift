/// The codes about what was paid, and what became of the membership.
extension FindingCode {
    /// The entry of a code of this table; nil for any other code.
    var moneyEntry: Entry? {
        switch self {
        case .unallocatedMoney:
            Entry(
                "iuran-belum-rinci",
                .error,
                "uang diterima tetapi belum dirinci ke peserta",
                "rekonsiliasi pembayaran dengan BPJS Ketenagakerjaan (175 atau kantor cabang)"
            )
        case .paymentDiffers:
            Entry(
                "setoran-berbeda",
                .warning,
                "setoran dan penerimaan di buku iuran untuk uang yang sama berbeda jumlah",
                "cocokkan bukti setor dengan rincian iuran di SIPP; setoran tidak dihitung dua kali"
            )
        case .paymentTakenBack:
            Entry(
                "setoran-ditarik",
                .warning,
                "setoran negatif: uang ditarik kembali dari setoran sebelumnya dengan kode yang sama",
                "pastikan di rekening koran bahwa setoran itu benar batal, lalu setor lagi"
            )
        case .misdirectedPayment:
            Entry(
                "calon-salah-setor",
                .warning,
                "kelebihan bayar sama besar dengan kekurangan di tempat lain",
                "tanyakan ke kantor cabang BPJS Ketenagakerjaan apakah uang ini dapat dipindahkan "
                    + "ke NPP dan BLTH itu; iuran tidak dipindahkan tanpa keputusan mereka"
            )
        case .noWage:
            Entry(
                "upah-nol",
                .info,
                "upah bulan ini nol atau kurang",
                "tidak ada iuran; pastikan memang cuti di luar tanggungan"
            )
        case .wageOutsideService:
            Entry(
                "upah-di-luar-masa-kerja",
                .info,
                "upah dibayar di luar masa kerja",
                "tidak ada iuran; pastikan tanggal masuk dan keluar benar"
            )
        case .underpaid:
            Entry(
                "kurang-bayar",
                .error,
                "iuran yang diterima kurang dari yang terutang",
                "lunasi kekurangannya atau koreksi upah yang dilaporkan"
            )
        case .overpaid:
            Entry(
                "lebih-bayar",
                .warning,
                "iuran yang diterima lebih dari yang terutang",
                "periksa upah dan bulannya; kelebihan dapat diperhitungkan ke bulan berikutnya"
            )
        case .notInPayroll:
            Entry(
                "tidak-di-payroll",
                .warning,
                "ada di buku iuran tetapi tidak di payroll bulan ini",
                "laporkan keluar di SIPP, atau lengkapi payroll"
            )
        case .wageUnderreported:
            Entry(
                "pds-upah",
                .error,
                "upah yang dilaporkan lebih rendah dari payroll (PDS upah)",
                "koreksi upah di SIPP dan lunasi selisih iurannya"
            )
        case .workersUnregistered:
            Entry(
                "pds-tenaga-kerja",
                .error,
                "pekerja belum didaftarkan sementara rekan sekerjanya sudah (PDS tenaga kerja)",
                "daftarkan pekerja ini di SIPP"
            )
        case .programmesTooFew:
            Entry(
                "pds-program",
                .error,
                "program perusahaan kurang dari yang wajib untuk skalanya (PDS program)",
                "daftarkan program yang kurang di kantor cabang"
            )
        case .cutNotPaidOn:
            Entry(
                "dipotong-tidak-disetor",
                .grave,
                "indikasi: upah dipotong tetapi iurannya belum disetor",
                "setorkan segera (UU 24/2011 pasal 55); periksa dulu bukti bayarnya"
            )
        case .cutDiffers:
            Entry(
                "potongan-berbeda",
                .warning,
                "potongan upah berbeda dari bagian pekerja",
                "periksa perhitungan potongan JHT dan JP di payroll"
            )
        case .notBilled:
            Entry(
                "tidak-ditagih",
                .error,
                "iuran rekan sekerja sudah dibayar, tetapi pekerja ini tidak ada di tagihan",
                "laporkan pekerja ini di SIPP agar masuk tagihan"
            )
        case .leftUnreported:
            Entry(
                "keluar-tanpa-laporan",
                .warning,
                "tidak lagi di payroll maupun buku iuran, tanpa tanggal keluar",
                "laporkan keluar di SIPP, atau lengkapi payroll"
            )
        case .membershipUnsupported:
            Entry(
                "kepesertaan-tidak-sesuai",
                .warning,
                "aktif di daftar peserta tetapi tidak ada di payroll maupun buku iuran",
                "laporkan keluar di SIPP, atau lengkapi payroll"
            )
        case .statusDiffers:
            Entry(
                "status-bpjs-berbeda",
                .warning,
                "status di daftar peserta berbeda dari perkiraan laporan ini",
                "cocokkan dengan SIPP; daftar peserta mungkin lebih lama dari buku iuran"
            )
        case .classDiffers:
            Entry(
                "kelas-jkk-berbeda",
                .error,
                "JKK ditagih dengan tarif kelas lain",
                "cocokkan kelas risiko (PP 82/2019) di SIPP dengan berkas perusahaan, lalu perbaiki "
                    + "yang salah"
            )
        case .programmeDiffers:
            Entry(
                "program-berbeda",
                .error,
                "satu program ditagih lain dari yang terutang bagi hampir semua pekerja",
                "cocokkan program yang diikuti di SIPP dengan berkas perusahaan, lalu perbaiki yang salah"
            )
        case .wageJump:
            Entry(
                "lonjakan-upah",
                .warning,
                "upah bulan ini jauh di atas biasanya, sedangkan yang dilaporkan upah biasanya",
                "pisahkan THR, bonus atau lembur dari kolom upah; bila upahnya memang naik, laporkan "
                    + "di SIPP"
            )
        case .backPayCovers:
            Entry(
                "rapel-menutup",
                .info,
                "kekurangan bulan ini dibayar lewat rapel di bulan kemudian",
                "tidak perlu dilunasi lagi; cukup pastikan rapelnya memang untuk bulan ini"
            )
        default: nil
        }
    }
}
