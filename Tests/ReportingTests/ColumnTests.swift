import TestSupport
import Testing

/// The columns of `design.md` 5, in its words: other programs read them.
@Suite("Columns of the report")
struct ColumnTests {
    private static let shares = """
        jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja
        """

    private static let columns = [
        "rincian.csv": """
        npp,blth,kpj,nik,nama,no_pegawai,unit,status_iuran,jatuh_tempo,tanggal_lunas,\
        hari_terlambat,upah_dasar,upah_jp,upah_dilaporkan,terutang,ditagih,diterima,selisih,\
        kurang_lapor,kurang_setor,denda_estimasi,\(
            ["terutang", "ditagih", "diterima"].flatMap { what in
                shares.split(separator: ",").map { "\(what)_\($0)" }
            }.joined(separator: ",")
        ),kunci_cocok,sumber_payroll,sumber_iuran,sumber_setoran,\
        temuan_perusahaan
        """,
        "status.csv": """
        npp,kpj,nik,nama,no_pegawai,unit,status,status_bpjs,bulan_berturut,bulan_tunggakan,\
        blth_tunggakan,tunggakan,denda_estimasi,blth_lunas_terakhir,tanggal_bayar_terakhir,\
        nonaktif_sejak,akan_nonaktif_pada,penyebab,penyebab_lain,kartu_digital,riwayat_iuran,\
        saldo_jht,perusahaan_terakhir,perubahan
        """,
        "rekap.csv": """
        npp,nama_perusahaan,blth,jatuh_tempo,tk_payroll,tk_ditagih,tk_diterima,upah_dasar,\
        terutang,ditagih,diterima,belum_jatuh_tempo,tunggakan,lebih_bayar,denda_estimasi,\
        tanggal_bayar_terakhir
        """,
        "alokasi.csv": """
        npp,tanggal_bayar,kode_iuran,blth_setoran,jumlah,denda,aturan,blth,kode_tagihan,alokasi,tk,\
        berkas,baris
        """,
        "akan_nonaktif.csv": """
        npp,nama_perusahaan,kpj,nik,nama,no_pegawai,unit,bulan_berturut,blth_tunggakan,batas_bayar,\
        akan_nonaktif_pada,blth_pencegah,jumlah_pencegah,tunggakan,iuran_berjalan,jumlah_lunas,\
        denda_estimasi,catatan
        """,
        "mutasi.csv": """
        npp,nama_perusahaan,jenis,tenggat,blth,alasan,berkas,baris,tempat,kolom,dari,menjadi,\
        unggahan,NIK,NO_PEGAWAI,KPJ,KODE_TK,NAMA_LENGKAP,TGL_LAHIR,UPAH,RAPEL,SEBAB_NA,\
        TGL_KEJADIAN,KETERANGAN
        """,
        "temuan.csv": """
        kode,tingkat,npp,blth,kpj,nik,nilai,pesan,berkas,baris,kolom,pertama_terlihat,umur_hari,\
        keadaan
        """,
    ]

    @Test("are those of the contract, in its order", arguments: columns.keys.sorted())
    func areThoseOfTheContract(_ file: String) throws {
        let run = try RandomRun(RandomInputs(seed: 1))
        let table = run.table(file)
        #expect(table.columns.joined(separator: ",") == Self.columns[file])
        #expect(!table.rows.isEmpty)
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }

    @Test("every text file ends its lines with a line feed alone", arguments: 1...3)
    func lineFeeds(_ seed: Int) throws {
        for (name, bytes) in try RandomRun(RandomInputs(seed: seed)).files
        where !["laporan.xlsx", "diagnosa.sqlite"].contains(name) {
            #expect(bytes.last == UInt8(ascii: "\n"), "\(name)")
            #expect(!bytes.contains(UInt8(ascii: "\r")), "\(name)")
            #expect(String(validating: bytes, as: UTF8.self) != nil, "\(name)")
        }
    }

    @Test("rows are sorted by their key", arguments: 1...5)
    func rowsAreSorted(_ seed: Int) throws {
        let run = try RandomRun(RandomInputs(seed: seed))
        let keys = [
            "rincian.csv": ["npp", "blth", "kpj", "nik"], "status.csv": ["npp", "kpj", "nik"],
            "rekap.csv": ["npp", "blth"], "temuan.csv": ["kode", "npp"],
            "akan_nonaktif.csv": ["npp", "kpj", "nik"],
            "mutasi.csv": ["npp", "jenis", "KPJ", "NIK"],
        ]
        for (file, columns) in keys {
            let table = run.table(file)
            let rows = table.rows.map { row in columns.map { table.cell(row, $0) } }
            let isSorted = zip(rows, rows.dropFirst()).allSatisfy { left, right in
                left == right || left.lexicographicallyPrecedes(right)
            }
            #expect(isSorted, "seed \(seed): \(file)")
        }
    }
}
