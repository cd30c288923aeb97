import TestSupport
import Testing

/// What HR uploads to SIPP: `sipp/<npp>/`, which the tool reads with its own profiles.
@Suite("Uploads for SIPP")
struct UploadTests {
    private static let formula = "=cmd|A1"

    /// Budi left, Sari earns more than is billed, `=cmd|A1` is new; the NPP is an odd one.
    private func report() throws -> WorkFolder {
        let folder = try WorkFolder([
            "masuk/payroll.csv": """
            npp,blth,kpj,nik,nama,no_pegawai,tanggal_lahir,upah,tanggal_keluar,sebab_keluar
            12004518,2026-09,15080023456,3174052308850001,Budi,K2,1985-08-23,1000000,2026-09-30,PHK
            12004518,2026-09,19040012345,3273015204900001,"Sari, S.E.",K1,1990-04-12,1000000.50,,
            12004518,2026-10,19040012345,3273015204900001,"Sari, S.E.",K1,1990-04-12,1000000.50,,
            12004518,2026-10,,3578101702790001,\(Self.formula),K3,1979-02-17,2000000,,

            """,
            "masuk/ledger.csv": """
            npp,blth,kpj,nik,upah,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
            jp_tenaga_kerja,tanggal_bayar
            12004518,2026-09,15080023456,,1000000,2400,3000,37000,20000,20000,10000,2026-10-10
            12004518,2026-09,19040012345,,500000,1200,1500,18500,10000,10000,5000,2026-10-10
            12004518,2026-10,19040012345,,500000,1200,1500,18500,10000,10000,5000,2026-11-10

            """,
            "masuk/register.csv": """
            npp,kpj,nik,nama,status
            12004518,15080023456,3174052308850001,Budi,aktif
            12004518,19040012345,3273015204900001,Sari,aktif

            """,
            "masuk/perusahaan.csv": "npp,nama,kelas_jkk\n12004518,PT Batik,1\n",
        ])
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        return folder
    }

    @Test("have exactly SIPP's columns and its way of writing")
    func layouts() throws {
        let folder = try report()
        #expect(
            try folder.text("laporan/sipp/12004518/data_upah.csv") == """
                NIK,NO_PEGAWAI,KPJ,KODE_TK,NAMA_LENGKAP,TGL_LAHIR,UPAH,RAPEL,BLTH,NPP
                3578101702790001,K3,,,'\(Self.formula),17-02-1979,2000000,0,10-2026,12004518
                3273015204900001,K1,19040012345,,"Sari, S.E.",12-04-1990,1000000.50,0,10-2026,12004518

                """
        )
        #expect(
            try folder.text("laporan/sipp/12004518/data_tk_na.csv") == """
                KPJ,NAMA_LENGKAP,TGL_LAHIR,SEBAB_NA,TGL_KEJADIAN,KETERANGAN
                15080023456,Budi,23-08-1985,PHK,30-09-2026,

                """
        )
        let table = CSVTable(try folder.text("laporan/mutasi.csv"))
        #expect(table.column("jenis") == ["keluar", "tenaga_kerja_baru", "upah"])
        #expect(
            table.column("unggahan") == [
                "sipp/12004518/data_tk_na.csv", "sipp/12004518/data_upah.csv",
                "sipp/12004518/data_upah.csv",
            ]
        )
        #expect(table.column("dari").last == "500000.00")
        #expect(table.column("menjadi").last == "1000000.50")
        #expect(table.column("NAMA_LENGKAP")[1] == "'\(Self.formula)")
    }

    @Test(
        "are read by the profiles for SIPP's layouts",
        arguments: [("data_upah.csv", "sipp-upah", 2), ("data_tk_na.csv", "sipp-keluar", 1)]
    )
    func areReadAgain(_ name: String, _ profile: String, _ rows: Int) throws {
        let folder = try report()
        let run = try BuiltTool.run(["check", "laporan/sipp/12004518/\(name)"], in: folder.path)
        #expect(run.status == 0, "\(run)")
        #expect(run.stdout.contains("profil \(profile)"), "\(run)")
        #expect(run.stdout.contains("\(rows) diterima"), "\(run)")
    }

    @Test("belong to the report: listed, for the group alone, replaced with it")
    func belongToTheReport() throws {
        let folder = try report()
        let manifest = try folder.text("laporan/manifest.json")
        for name in ["sipp/12004518/data_upah.csv", "sipp/12004518/data_tk_na.csv", "mutasi.csv"] {
            #expect(manifest.contains("\"\(name)\""))
            #expect(try folder.mode(of: "laporan/\(name)") == 0o640)
        }
        #expect(try SmallCompany.reconcile(folder, "--replace").status == 0)
        try folder.write("penting", to: "laporan/sipp/12004518/catatan.txt")
        let stranger = try SmallCompany.reconcile(folder, "--replace")
        #expect(stranger.status == 73, "\(stranger)")
        #expect(stranger.stderr.contains("catatan.txt"), "\(stranger)")
    }
}
