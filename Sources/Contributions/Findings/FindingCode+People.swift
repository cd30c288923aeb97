/// The codes about who is who.
extension FindingCode {
    /// The entry of a code of this table; nil for any other code.
    var peopleEntry: Entry? {
        switch self {
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
        case .pairUsed:
            Entry(
                "pasangan-dipakai",
                .info,
                "dicocokkan menurut berkas pasangan",
                "tetap betulkan datanya di SIPP atau payroll, lalu hapus baris pasangannya"
            )
        case .pairExpired:
            Entry(
                "pasangan-kedaluwarsa",
                .warning,
                "pasangan sudah lewat masa berlakunya dan tidak dipakai",
                "betulkan datanya, atau perpanjang berlaku_sampai bila pasangannya masih benar"
            )
        case .pairVoid:
            Entry(
                "pasangan-tidak-berlaku",
                .error,
                "baris pasangan tidak dapat dipakai",
                "perbaiki atau hapus baris ini di berkas pasangan"
            )
        case .kpjOfTwo:
            Entry(
                "kpj-dua-orang",
                .error,
                "satu KPJ dipakai dua orang",
                "cocokkan KPJ dengan kartu masing-masing; koreksi di SIPP atau kantor cabang"
            )
        case .emailDiffers:
            Entry(
                "email-berbeda",
                .info,
                "email di daftar peserta tidak sama dengan email di payroll",
                "tanyakan kepada pekerja email mana yang masih aktif; ia memperbaruinya di JMO atau "
                    + "kantor cabang BPJS Ketenagakerjaan"
            )
        case .phoneDiffers:
            Entry(
                "no-hp-berbeda",
                .info,
                "nomor HP di daftar peserta tidak sama dengan nomor HP di payroll",
                "tanyakan kepada pekerja nomor mana yang masih aktif; ia memperbaruinya di JMO atau "
                    + "kantor cabang BPJS Ketenagakerjaan"
            )
        default: nil
        }
    }
}
