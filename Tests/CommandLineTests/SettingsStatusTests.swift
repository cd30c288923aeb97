import TestSupport
import Testing

/// Exit status 78: settings that cannot be used.
@Suite("Settings that cannot be used end with 78")
struct SettingsStatusTests {
    @Test(
        "a setting that is unknown, of a wrong type or out of range",
        arguments: [
            ("warna: biru", "warna: unknown key"),
            ("ambang_nonaktif_bulan: banyak", "expected a whole number from 1 to 24"),
            ("ambang_nonaktif_bulan: 0", "expected a whole number from 1 to 24"),
            ("toleransi: -1", "expected rupiah"),
            ("toleransi: 1,5", "expected rupiah"),
            ("toleransi:\n  jkx: 1.00", "unknown share \"jkx\""),
            ("pembulatan: juta", "expected sen or rupiah"),
            ("cuti_bersama_menggeser: mungkin", "expected true or false"),
            ("jp_warga_asing: mungkin", "expected ya or tidak"),
            ("umur_piutang_bulan: [12, 6, 3]", "three rising numbers"),
            ("tenggat_mutasi: besok", "expected jatuh_tempo or days after the event"),
            ("tenggat_mutasi: 400", "expected jatuh_tempo or days after the event"),
            ("aturan:\n  gaji: a.csv", "unknown table"),
            ("aturan:\n  hari_libur: tidak-ada.csv", "cannot read"),
            ("aturan:\n  hari_libur: rusak.csv", "hari_libur"),
            ("aturan: [", "not valid YAML"),
            ("- satu\n- dua", "expected a list of"),
        ]
    )
    func aSettingThatCannotBeUsed(_ yaml: String, _ words: String) throws {
        let folder = try SmallCompany.folder()
        try folder.write(yaml + "\n", to: "iuran.yaml")
        try folder.write("tanggal\n2026-13-01\n", to: "rusak.csv")
        let run = try SmallCompany.reconcile(folder, "--settings", "iuran.yaml")
        #expect(run.status == 78, "\(run)")
        #expect(run.stderr.contains(words), "\(run)")
        #expect(!folder.holds("laporan"))
        let rules = try BuiltTool.run(["rules", "--settings", "iuran.yaml"], in: folder.path)
        #expect(rules.status == 78, "\(rules)")
    }

    @Test("a settings file that does not exist")
    func aSettingsFileThatDoesNotExist() throws {
        let folder = try SmallCompany.folder()
        let run = try SmallCompany.reconcile(folder, "--settings", "tidak-ada.yaml")
        #expect(run.status == 78, "\(run)")
        #expect(run.stderr.contains("tidak-ada.yaml"), "\(run)")
    }

    @Test("good settings are used and stand in the manifest")
    func goodSettingsAreUsed() throws {
        let folder = try SmallCompany.folder()
        try folder.write(
            "ambang_nonaktif_bulan: 2\ntoleransi: 5.00\ntenggat_mutasi: 7\n",
            to: "iuran.yaml"
        )
        let run = try SmallCompany.reconcile(folder, "--settings", "iuran.yaml")
        #expect(run.status == 0, "\(run)")
        let manifest = try folder.text("laporan/manifest.json")
        #expect(manifest.contains("\"ambang_nonaktif_bulan\" : 2"))
        #expect(manifest.contains("\"umum\" : \"5.00\""))
        #expect(manifest.contains("\"tenggat_mutasi\" : \"7\""))
    }
}
