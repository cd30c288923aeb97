/// How much a finding matters.
package enum Severity: UInt8, Comparable, Sendable {
    case info
    case warning
    case error
    case grave

    /// The value in `temuan.csv`.
    package var code: String {
        switch self {
        case .info: "info"
        case .warning: "peringatan"
        case .error: "kesalahan"
        case .grave: "gawat"
        }
    }

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Every kind of finding: one severity, one trigger and one sentence of advice each.
package enum FindingCode: UInt8, CaseIterable, Sendable {
    // What was read.
    case fileRejected
    case rowRejected
    case headNotStated
    case periodUnclear
    case amountsContradict
    case datesUnclear
    case sidesUnclear
    case fileDamaged
    case cellsRepaired
    case totalDiffers
    case employeeClash
    case leaverUnknown
    case strayQuotes
    case rowTwin
    case replaced
    case partsOverlap
    case damagedNIK
    case damagedKPJ
    case unusualIdentifier
    case employerUnknown
    case employerContradicts
    case employerNotYetListed
    case programmesAssumed
    case rulesOutOfReach
    case paymentsNotStated
    case deliveryMissing
    case unallocatedMoney
    // Who is who.
    case identityClash
    case severalKPJ
    case nikDiffers
    case nikInvalid
    case nameDiffers
    case birthDiffers
    case birthMissing
    case pairCandidate
    case otherEmployer
    // What was paid.
    case noWage
    case wageOutsideService
    case underpaid
    case overpaid
    case notInPayroll
    case wageUnderreported
    case workersUnregistered
    case programmesTooFew
    case cutNotPaidOn
    case cutDiffers
    case notBilled
    // What became of the membership.
    case leftUnreported
    case membershipUnsupported
    case statusDiffers
}

extension FindingCode {
    /// The code in `temuan.csv`, for programs that read it.
    package var code: String { entry.code }

    package var severity: Severity { entry.severity }

    /// What makes the finding, in Bahasa Indonesia.
    package var trigger: String { entry.trigger }

    /// What to do about it, in Bahasa Indonesia.
    package var advice: String { entry.advice }

    private struct Entry {
        var code: String
        var severity: Severity
        var trigger: String
        var advice: String

        init(_ code: String, _ severity: Severity, _ trigger: String, _ advice: String) {
            self.code = code
            self.severity = severity
            self.trigger = trigger
            self.advice = advice
        }
    }

    private var entry: Entry {
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
        case .unallocatedMoney:
            Entry(
                "iuran-belum-rinci",
                .error,
                "uang diterima tetapi belum dirinci ke peserta",
                "rekonsiliasi pembayaran dengan BPJS Ketenagakerjaan (175 atau kantor cabang)"
            )
        case .identityClash:
            Entry(
                "identitas-bertabrakan",
                .error,
                "satu NIK dimiliki beberapa pekerja",
                "periksa NIK dan KPJ masing-masing, lalu perbaiki yang salah"
            )
        case .severalKPJ:
            Entry(
                "kpj-ganda",
                .warning,
                "satu orang mempunyai beberapa KPJ",
                "ajukan penggabungan (amalgamasi) KPJ di kantor cabang BPJS Ketenagakerjaan"
            )
        case .nikDiffers:
            Entry(
                "nik-berbeda",
                .error,
                "NIK di BPJS berbeda dari payroll",
                "cocokkan dengan KTP; koreksi data di SIPP atau kantor cabang"
            )
        case .nikInvalid:
            Entry(
                "nik-tidak-sah",
                .error,
                "NIK tidak mungkin benar",
                "cocokkan NIK dan tanggal lahir dengan KTP"
            )
        case .nameDiffers:
            Entry(
                "nama-berbeda",
                .warning,
                "nama di BPJS berbeda dari payroll",
                "cocokkan nama dengan KTP; koreksi data di SIPP atau kantor cabang"
            )
        case .birthDiffers:
            Entry(
                "tanggal-lahir-berbeda",
                .warning,
                "tanggal lahir di BPJS berbeda dari payroll",
                "cocokkan tanggal lahir dengan KTP; koreksi data di SIPP atau kantor cabang"
            )
        case .birthMissing:
            Entry(
                "tanggal-lahir-kosong",
                .warning,
                "tanggal lahir tidak diketahui, sehingga JP dianggap terutang",
                "lengkapi tanggal lahir di payroll"
            )
        case .pairCandidate:
            Entry(
                "calon-pasangan",
                .info,
                "dua pekerja mungkin orang yang sama",
                "periksa kedua nomor; pencocokan tidak dilakukan otomatis"
            )
        case .otherEmployer:
            Entry(
                "npp-lain",
                .error,
                "uang untuk pekerja ini tercatat di NPP lain",
                "minta pemindahan ke NPP yang benar lewat 175 atau kantor cabang"
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
        }
    }
}
