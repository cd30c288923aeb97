/// The codes about files and rows.
extension FindingCode {
    /// The entry of a code of this table; nil for any other code.
    var inputEntry: Entry? {
        switch self {
        case .fileRejected:
            Entry(
                "berkas-ditolak",
                .grave,
                "berkas tidak dapat dibaca sebagai data",
                "perbaiki berkas sesuai pesan, lalu kirim lagi; isi berkas ini belum dihitung"
            )
        case .rowRejected:
            Entry(
                "baris-ditolak",
                .error,
                "baris tidak dapat dipakai",
                "perbaiki baris ini di berkas asal, lalu kirim lagi; baris lain tetap dihitung"
            )
        case .headNotStated:
            Entry(
                "npp-blth-tidak-ada",
                .grave,
                "berkas tidak menyebut NPP atau bulan iurannya",
                "tulis NPP dan bulan di atas tabel (NPP : 12345678, BLTH : 05-2026), "
                    + "atau sebutkan dengan --npp dan --blth"
            )
        case .periodUnclear:
            Entry(
                "masa-gaji-dua-bulan",
                .grave,
                "masa gaji di atas tabel meliputi dua bulan",
                "isi pengaturan blth_periode (atau --blth-period) dengan awal atau akhir, "
                    + "sesuai bulan yang dilaporkan ke BPJS"
            )
        case .amountsContradict:
            Entry(
                "jumlah-bertentangan",
                .grave,
                "jumlah rupiah dalam satu kolom ditulis dengan dua cara",
                "samakan cara menulis titik dan koma di seluruh kolom, lalu kirim lagi"
            )
        case .datesUnclear:
            Entry(
                "tanggal-meragukan",
                .grave,
                "urutan hari dan bulan dalam satu kolom tidak pasti",
                "tulis tanggal sebagai tahun-bulan-hari (2026-11-22), "
                    + "atau sebutkan --date-order hari-bulan atau bulan-hari"
            )
        case .sidesUnclear:
            Entry(
                "bagian-tidak-jelas",
                .grave,
                "kolom bagian pemberi kerja dan pekerja tidak dapat dibedakan",
                "beri judul Pemberi Kerja dan Tenaga Kerja pada kedua kolom"
            )
        case .fileDamaged:
            Entry(
                "berkas-rusak-excel",
                .grave,
                "sebagian besar NIK sudah kehilangan digit di lembar kerja",
                "ekspor ulang dari sistem asal dengan kolom NIK sebagai Teks; "
                    + "jangan buka dan simpan CSV di Excel sebelum dikirim"
            )
        case .cellsRepaired:
            Entry(
                "sel-diperbaiki",
                .info,
                "tanda dari lembar kerja dibuang dari isi sel",
                "periksa bahwa sel yang dianggap kosong memang kosong; nomornya sendiri tidak berubah"
            )
        case .totalDiffers:
            Entry(
                "jumlah-tidak-cocok",
                .warning,
                "baris jumlah di berkas tidak sama dengan jumlah barisnya",
                "periksa apakah ada pekerja yang terlewat atau tertulis dua kali"
            )
        case .employeeClash:
            Entry(
                "nomor-pegawai-bertabrakan",
                .error,
                "satu nomor pegawai dimiliki dua orang di daftar karyawan",
                "perbaiki nomor pegawainya; baris gaji dengan nomor itu ditolak"
            )
        case .leaverUnknown:
            Entry(
                "keluar-tidak-dikenal",
                .warning,
                "pekerja di laporan keluar tidak ada di payroll, atau ada di beberapa perusahaan",
                "periksa KPJ-nya, atau kirim payroll bulan terakhirnya"
            )
        case .strayQuotes:
            Entry(
                "kutip-tidak-lazim",
                .warning,
                "tanda kutip di dalam sel tidak ditulis menurut aturan CSV",
                "periksa apakah isi selnya seperti yang dimaksud; minta sistem asal menggandakan "
                    + "tanda kutip"
            )
        case .rowTwin:
            Entry(
                "baris-kembar",
                .info,
                "baris sama dengan baris lain",
                "tidak perlu tindakan bila memang tercetak dua kali; dihitung satu kali"
            )
        case .replaced:
            Entry(
                "digantikan",
                .info,
                "berkas yang lebih baru menggantikan isi berkas ini",
                "pastikan berkas penggantinya memang versi yang benar"
            )
        case .damagedNIK:
            Entry(
                "nik-rusak-excel",
                .error,
                "NIK sudah kehilangan digit di lembar kerja",
                "format kolom NIK sebagai Teks di Excel, ekspor ulang, lalu unggah lagi"
            )
        case .damagedKPJ:
            Entry(
                "kpj-rusak-excel",
                .error,
                "KPJ sudah kehilangan digit di lembar kerja",
                "format kolom KPJ sebagai Teks di Excel, ekspor ulang, lalu unggah lagi"
            )
        case .unusualIdentifier:
            Entry(
                "nomor-tidak-lazim",
                .warning,
                "bentuk NPP atau KPJ tidak seperti biasanya",
                "cocokkan nomor dengan kartu atau SIPP"
            )
        case .employerUnknown:
            Entry(
                "perusahaan-tidak-terdaftar",
                .error,
                "NPP tidak ada di berkas perusahaan, sehingga dianggap kelas I dengan semua program",
                "tambahkan NPP ini beserta kelas JKK dan programnya di berkas perusahaan"
            )
        case .employerContradicts:
            Entry(
                "perusahaan-bertentangan",
                .error,
                "berkas perusahaan memuat dua keterangan berbeda untuk bulan mulai yang sama",
                "sisakan satu baris per NPP dan berlaku_dari"
            )
        case .employerNotYetListed:
            Entry(
                "perusahaan-belum-berlaku",
                .warning,
                "bulan ini lebih awal daripada berlaku_dari pertama NPP ini",
                "tambahkan baris perusahaan yang berlaku untuk bulan ini"
            )
        case .programmesAssumed:
            Entry(
                "program-diasumsikan",
                .warning,
                "program dan skala usaha perusahaan kosong, sehingga dianggap ikut semua program",
                "isi kolom program atau skala_usaha di berkas perusahaan"
            )
        case .rulesOutOfReach:
            Entry(
                "aturan-di-luar-jangkauan",
                .error,
                "tarif, batas upah atau hari libur untuk bulan ini tidak ada di tabel aturan",
                "perbarui tabel aturan lewat pengaturan sebelum memakai angka bulan ini"
            )
        case .partsOverlap:
            Entry(
                "bagian-tumpang-tindih",
                .grave,
                "dua berkas payroll satu kiriman memuat pekerja yang sama, dan upahnya dijumlahkan",
                "bila salah satunya perbaikan dari yang lain, tarik kembali yang keliru: "
                    + "iuran undo KIRIMAN/NOMOR"
            )
        case .deliveryMissing:
            Entry(
                "kiriman-tidak-ada",
                .warning,
                "berkas yang diharapkan belum datang",
                "kirim berkas bulan ini; sampai berkas itu datang, keadaan pekerja tidak dapat dipastikan"
            )
        case .paymentsNotStated:
            Entry(
                "pembayaran-tidak-dinyatakan",
                .warning,
                "tidak ada berkas yang menyatakan pembayaran NPP ini, sehingga tunggakan tidak dapat dinilai",
                "kirim buku iuran dengan tanggal_bayar, atau berkas pembayaran"
            )
        default: nil
        }
    }
}
