import TestSupport
import Testing

@testable import Intake

/// Profiles as YAML: what they may say, and how a mistake is named.
@Suite("A profile")
struct ProfileDocumentTests {
    private static let least = """
        nama: kami
        jenis: payroll
        kolom: {kpj: [No KPJ, Nomor KPJ], nama: Nama}
        """

    private func problem(_ yaml: String) -> String {
        do {
            _ = try IntakeProfile(yaml: yaml, source: "kami.yaml")
            return ""
        } catch {
            return error.description
        }
    }

    @Test("says how a layout is read")
    func everyKey() throws {
        let profile = try IntakeProfile(
            yaml: """
                nama: kami
                judul: "ekspor kami"
                jenis: payroll
                kolom:
                  kpj: [No KPJ, Nomor KPJ]
                  nama: Nama
                  nik_atau_no_pegawai: [NIK]
                  jht: [JHT]
                wajib: [kpj, nama]
                abaikan: [No, Jabatan]
                baris_judul: 2
                di_atas:
                  npp: [NPP]
                  blth: Periode
                isi:
                  tunjangan_tetap: "0"
                akhir: Total
                lewati: [Halaman]
                kelompok: [unit, divisi]
                nama_bersambung: ya
                tanggal: bulan-hari
                gabung_karyawan: tidak
                sinonim: false
                """,
            source: "kami.yaml"
        )
        #expect(profile.name == "kami")
        #expect(profile.title == "ekspor kami")
        #expect(profile.kind == .payroll)
        #expect(profile.columns.map(\.role.name) == ["kpj", "nama", "nik_atau_no_pegawai", "jht"])
        #expect(profile.columns.map(\.isRequired) == [true, true, false, false])
        #expect(profile.columns[0].spellings == ["No KPJ", "Nomor KPJ"])
        #expect(profile.ignoredHeadings == [Heading("no"), Heading("jabatan")])
        #expect(profile.headerLines == 2)
        // Its own words come first; those that every layout has follow.
        #expect(profile.titleLabels[.npp]?.first == Heading("npp"))
        #expect(profile.titleLabels[.blth]?.first == Heading("periode"))
        #expect(profile.titleLabels[.npp]?.contains(Heading("Nomor Pendaftaran")) == true)
        #expect(profile.constants == [.tunjanganTetap: "0"])
        #expect(profile.endWords == [Heading("total")])
        #expect(profile.skippedWords == [Heading("halaman")])
        #expect(profile.groups == [.unit, .divisi])
        #expect(profile.wrapsNames)
        #expect(profile.dateOrder == .monthFirst)
        #expect(!profile.joinsEmployees)
        #expect(!profile.usesSynonyms)
    }

    @Test(
        "with a mistake is refused with the key, what was found and what was expected",
        arguments: [
            ("jenis: gaji", "jenis: found \"gaji\", expected one of payroll, ledger, payments, "),
            ("jenis: [payroll]", "jenis: expected a text"),
            ("nama: [a]", "nama: expected a text"), ("judul: {a: b}", "judul: expected a text"),
            ("kolom: [kpj]", "kolom: expected columns with headings, such as `kpj: [No KPJ]`"),
            ("kolom: {gaji: [Gaji]}", "kolom: unknown column \"gaji\""),
            ("kolom: {kpj: {a: b}}", "kolom: expected a text or a list of texts"),
            ("wajib: [upah]", "wajib: upah is not among kolom"),
            ("wajib: [gaji]", "wajib: unknown column \"gaji\""),
            ("abaikan: {a: b}", "abaikan: expected a text or a list of texts"),
            ("baris_judul: 4", "baris_judul: found \"4\", expected a whole number from 1 to 3"),
            ("baris_judul: dua", "baris_judul: found \"dua\", expected a whole number from 1 to 3"),
            ("baris_judul: []", "baris_judul: found a list, expected a whole number from 1 to 3"),
            ("di_atas: [NPP]", "di_atas: expected labels, such as `npp: [NPP]`"),
            ("di_atas: {nama: [Nama]}", "di_atas: found \"nama\", expected npp or blth"),
            ("isi: nol", "isi: expected columns with values, such as `jp_tenaga_kerja: 0`"),
            ("isi: {gaji: 0}", "isi: unknown column \"gaji\""),
            ("isi: {upah: [0]}", "isi: expected a text"),
            ("akhir: [[Total]]", "akhir: expected a text"),
            ("lewati: {a: b}", "lewati: expected a text or a list of texts"),
            ("kelompok: [outlet]", "kelompok: unknown column \"outlet\""),
            (
                "nama_bersambung: mungkin",
                "nama_bersambung: found \"mungkin\", expected ya or tidak"
            ),
            ("tanggal: dmy", "tanggal: found \"dmy\", expected hari-bulan or bulan-hari"),
            ("gabung_karyawan: 1", "gabung_karyawan: found \"1\", expected ya or tidak"),
            ("sinonim: []", "sinonim: found a list, expected ya or tidak"),
            ("pemisah: koma", "pemisah: unknown key; known are nama, judul, jenis, kolom, wajib, "),
        ]
    )
    func mistake(_ line: String, _ message: String) {
        // A key may stand once; the mistaken one takes the place of the right one.
        let key = line.prefix { $0 != ":" }
        let others = Self.least.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }
        let problem = problem(others.joined(separator: "\n") + "\n" + line)
        #expect(problem.hasPrefix("kami.yaml: " + message), "\(problem)")
    }

    @Test(
        "needs a name, a kind and columns",
        arguments: [
            "nama: kami", "jenis: payroll", "nama: \"\"\njenis: payroll\nkolom: {kpj: KPJ}",
        ]
    )
    func incomplete(_ yaml: String) {
        #expect(problem(yaml) == "kami.yaml: nama, jenis and kolom must be given")
    }

    @Test("must be YAML, and a list of keys")
    func noYAML() {
        #expect(problem("nama: [").hasPrefix("kami.yaml is not valid YAML: "))
        #expect(problem("- nama") == "kami.yaml: expected a list of `key: value`")
        #expect(problem("") == "kami.yaml: expected a list of `key: value`")
    }

    @Test("of a user takes the place of a shipped one of its name")
    func replacing() throws {
        let own = try IntakeProfile(
            yaml: """
                nama: sap
                jenis: payroll
                kolom: {kpj: [Kartu], nama: [Orang], upah: [Uang]}
                wajib: [kpj, nama, upah]
                di_atas: {npp: NPP, blth: BLTH}
                """,
            source: "sap.yaml"
        )
        let catalogue = ProfileCatalogue(adding: [own])
        #expect(catalogue.profiles.count == ProfileCatalogue.shipped.count)
        #expect(catalogue.profile(named: "sap")?.columns.count == 3)
        let text = "NPP;27014563\nBLTH;10-2026\nKartu;Orang;Uang\n15087654321;Budi;5000000\n"
        #expect(try ProfileReading(text, profiles: catalogue).names == ["Budi"])
        #expect(try ProfileReading.trouble(text) != nil)
        let sap = """
            NPP;27014563
            BLTH;10-2026
            Nip;Nama;Tgl Masuk;Gaji per Bulan;No KPJ
            1;Budi;20190301;5000000;15087654321
            """
        #expect(try ProfileReading(sap).files[0].profile.name == "sap")
        #expect(try ProfileReading(sap, profiles: catalogue).files[0].profile.name != "sap")
    }
}
