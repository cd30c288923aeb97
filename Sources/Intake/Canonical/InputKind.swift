/// The kinds of input, with the columns of their canonical form.
package enum InputKind: String, CaseIterable, Sendable {
    case payroll
    case ledger
    case payments
    case register
    case employers
    /// Workers who left, as reported to BPJS; they set `tanggal_keluar` of payroll rows.
    case leavers
    /// The employees of an employer, who give payroll rows their KPJ and NIK by employee number.
    case employees
    /// Pairs of numbers that a human confirmed to be one person's.
    case pairs

    /// The kinds whose canonical header is recognised; the others come through intake profiles.
    static let canonicalKinds: [InputKind] = [
        .ledger, .payroll, .employers, .payments, .pairs, .register,
    ]

    /// The name in messages.
    package var name: String {
        switch self {
        case .payroll: "payroll"
        case .ledger: "buku iuran (ledger)"
        case .payments: "pembayaran (payments)"
        case .register: "daftar peserta (register)"
        case .employers: "perusahaan (employers)"
        case .leavers: "pekerja keluar (leavers)"
        case .employees: "daftar karyawan (employees)"
        case .pairs: "pasangan (pairs)"
        }
    }

    /// All columns of the canonical form; others are left out and counted as ignored.
    var columns: [Column] {
        switch self {
        case .payroll:
            [
                .npp, .blth, .nama, .kpj, .nik, .upah, .gajiPokok, .tunjanganTetap, .upahHarian,
                .tanggalLahir, .rapel, .potonganJHT, .potonganJP, .tanggalMasuk, .tanggalKeluar,
                .sebabKeluar, .program, .jpLanjut, .email, .noHP, .noPegawai, .unit, .divisi,
                .noPaspor, .kewarganegaraan, .jenisKelamin,
            ]
        case .ledger:
            [
                .npp, .blth, .kpj, .nik, .nama, .tanggalLahir, .upah, .rapel, .jkk, .jkm,
                .jhtPemberiKerja, .jhtTenagaKerja, .jpPemberiKerja, .jpTenagaKerja,
                .jkpPemberiKerja, .kodeIuran, .tanggalBayar, .divisi, .noPaspor,
                .kewarganegaraan,
            ]
        case .payments: [.npp, .tanggalBayar, .jumlah, .blth, .kodeIuran, .denda]
        case .register:
            [
                .npp, .kpj, .nik, .nama, .tanggalLahir, .tanggalKepesertaan, .tanggalNonaktif,
                .status, .saldoJHT, .akunJMO, .email, .noHP, .noPaspor, .kewarganegaraan,
                .jenisKelamin,
            ]
        case .employers:
            [
                .npp, .nama, .kelasJKK, .berlakuDari, .skalaUsaha, .program, .padatKarya,
                .penundaanJP, .grup,
            ]
        case .leavers: [.npp, .kpj, .nik, .nama, .tanggalLahir, .tanggalKeluar, .sebabKeluar]
        case .employees:
            [
                .npp, .noPegawai, .nama, .kpj, .nik, .tanggalLahir, .tanggalMasuk, .tanggalKeluar,
                .email, .noHP, .unit, .divisi,
            ]
        case .pairs:
            [.npp, .kpj, .nik, .kpjLain, .nikLain, .alasan, .oleh, .berlakuSampai]
        }
    }

    /// The columns without which a file of the kind cannot be read: one of each group.
    var requiredColumns: [[[Column]]] {
        switch self {
        case .payroll:
            [
                [[.npp]], [[.blth]], [[.nama]], [[.kpj], [.nik], [.noPaspor]],
                [[.upah], [.gajiPokok, .tunjanganTetap], [.upahHarian]],
            ]
        case .ledger:
            [[[.npp]], [[.blth]], [[.kpj], [.nik], [.noPaspor]]]
                + [
                    Column.jkk, .jkm, .jhtPemberiKerja, .jhtTenagaKerja, .jpPemberiKerja,
                    .jpTenagaKerja,
                ].map { [[$0]] }
        case .payments: [[[.npp]], [[.tanggalBayar]], [[.jumlah]]]
        case .register: [[[.npp]], [[.kpj], [.nik], [.noPaspor]]]
        case .employers: [[[.npp]], [[.nama]], [[.kelasJKK]]]
        case .leavers: [[[.kpj], [.nik]], [[.tanggalKeluar]]]
        case .employees: [[[.noPegawai]], [[.kpj], [.nik]]]
        case .pairs:
            [[[.npp]], [[.kpj], [.nik]], [[.kpjLain], [.nikLain]], [[.alasan]], [[.oleh]]]
        }
    }
}

/// A column of the canonical form, under its name in the header.
package enum Column: UInt8, CaseIterable, Sendable {
    case npp
    case blth
    case nama
    case kpj
    case nik
    case upah
    case gajiPokok
    case tunjanganTetap
    case upahHarian
    case tanggalLahir
    case rapel
    case potonganJHT
    case potonganJP
    case tanggalMasuk
    case tanggalKeluar
    case sebabKeluar
    case program
    case jpLanjut
    case email
    case noHP
    case noPegawai
    case unit
    case divisi
    case jkk
    case jkm
    case jhtPemberiKerja
    case jhtTenagaKerja
    case jpPemberiKerja
    case jpTenagaKerja
    case jkpPemberiKerja
    case kodeIuran
    case tanggalBayar
    case jumlah
    case denda
    case tanggalKepesertaan
    case tanggalNonaktif
    case status
    case saldoJHT
    case akunJMO
    case kelasJKK
    case berlakuDari
    case skalaUsaha
    case padatKarya
    case penundaanJP
    case grup
    case kpjLain
    case nikLain
    case alasan
    case oleh
    case berlakuSampai
    case noPaspor
    case kewarganegaraan
    case jenisKelamin

    /// The name in the header.
    package var name: String {
        switch self {
        case .npp: "npp"
        case .blth: "blth"
        case .nama: "nama"
        case .kpj: "kpj"
        case .nik: "nik"
        case .upah: "upah"
        case .gajiPokok: "gaji_pokok"
        case .tunjanganTetap: "tunjangan_tetap"
        case .upahHarian: "upah_harian"
        case .tanggalLahir: "tanggal_lahir"
        case .rapel: "rapel"
        case .potonganJHT: "potongan_jht"
        case .potonganJP: "potongan_jp"
        case .tanggalMasuk: "tanggal_masuk"
        case .tanggalKeluar: "tanggal_keluar"
        case .sebabKeluar: "sebab_keluar"
        case .program: "program"
        case .jpLanjut: "jp_lanjut"
        case .email: "email"
        case .noHP: "no_hp"
        case .noPegawai: "no_pegawai"
        case .unit: "unit"
        case .divisi: "divisi"
        case .jkk: "jkk"
        case .jkm: "jkm"
        case .jhtPemberiKerja: "jht_pemberi_kerja"
        case .jhtTenagaKerja: "jht_tenaga_kerja"
        case .jpPemberiKerja: "jp_pemberi_kerja"
        case .jpTenagaKerja: "jp_tenaga_kerja"
        case .jkpPemberiKerja: "jkp_pemberi_kerja"
        case .kodeIuran: "kode_iuran"
        case .tanggalBayar: "tanggal_bayar"
        case .jumlah: "jumlah"
        case .denda: "denda"
        case .tanggalKepesertaan: "tanggal_kepesertaan"
        case .tanggalNonaktif: "tanggal_nonaktif"
        case .status: "status"
        case .saldoJHT: "saldo_jht"
        case .akunJMO: "akun_jmo"
        case .kelasJKK: "kelas_jkk"
        case .berlakuDari: "berlaku_dari"
        case .skalaUsaha: "skala_usaha"
        case .padatKarya: "padat_karya"
        case .penundaanJP: "penundaan_jp"
        case .grup: "grup"
        case .kpjLain: "kpj_lain"
        case .nikLain: "nik_lain"
        case .alasan: "alasan"
        case .oleh: "oleh"
        case .berlakuSampai: "berlaku_sampai"
        case .noPaspor: "no_paspor"
        case .kewarganegaraan: "kewarganegaraan"
        case .jenisKelamin: "jenis_kelamin"
        }
    }

    /// The column of a name, or nil.
    init?(name: String) {
        guard let column = Self.byName[name] else { return nil }
        self = column
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
