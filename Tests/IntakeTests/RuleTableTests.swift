internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

@Suite("Rule tables")
struct RuleTableTests {
    @Test("are all embedded, and every row names its legal basis", arguments: RuleTable.allCases)
    func embedded(_ table: RuleTable) throws {
        let text = String(decoding: table.embedded, as: UTF8.self)
        #expect(text.hasSuffix("\n"))
        let book = try RuleBook.read()
        let bases =
            book.rates.map(\.legalBasis) + book.pensionCaps.map(\.legalBasis)
            + book.pensionAges.map(\.legalBasis) + book.reliefs.map(\.legalBasis)
            + book.dueDates.map(\.legalBasis) + book.lateFees.map(\.legalBasis)
            + book.comparisons.map(\.legalBasis) + book.sizes.map(\.legalBasis)
            + book.holidays.map(\.legalBasis)
        #expect(bases.allSatisfy { !$0.isEmpty })
    }

    @Test("leave no month between two rows, and none twice")
    func coverEveryMonth() throws {
        let book = try RuleBook.read()
        var months: [ContributionMonth] = []
        for number in blth("2015-07").number...blth("2027-02").number {
            months.append(ContributionMonth(number: number))
        }
        for month in months {
            func count(_ validities: [Validity]) -> Int { validities.count { $0.contains(month) } }
            #expect(count(book.pensionCaps.map(\.validity)) == 1, "\(month)")
            #expect(count(book.pensionAges.map(\.validity)) == 1, "\(month)")
            #expect(count(book.dueDates.map(\.validity)) == 1, "\(month)")
            #expect(count(book.lateFees.map(\.validity)) == 1, "\(month)")
            #expect(count(book.comparisons.map(\.validity)) == 1, "\(month)")
            // Five classes of JKK and five other shares.
            #expect(count(book.rates.map(\.validity)) == 10, "\(month)")
        }
    }

    @Test("are replaceable: the settings' table decides, the others stay")
    func replaceable() throws {
        let caps = """
            berlaku_dari,berlaku_sampai,dasar_hukum,batas
            2027-03,,surat baru,12000000.50
            """
        let book = try RuleBook.read(replacing: [.pensionCaps: Array(caps.utf8)])
        #expect(book.pensionCaps.map(\.cap.sen) == [1_200_000_050])
        #expect(book.pensionCaps[0].validity == Validity(from: blth("2027-03")))
        #expect(book.rates.count == 10)
    }

    @Test(
        "that are broken are refused with line and expectation",
        arguments: [
            (
                RuleTable.pensionCaps,
                "batas,berlaku_dari,berlaku_sampai,dasar_hukum\n7000000,2015-07,,PP\nx,2016-03,,PP",
                "rule table batas_upah_jp, line 3: column batas: found \"x\", expected an amount of rupiah"
            ),
            (
                .pensionCaps, "batas,berlaku_dari,berlaku_sampai,dasar_hukum\n\n7000000,2015-7,,PP",
                "rule table batas_upah_jp, line 3: column berlaku_dari: found \"2015-7\", "
                    + "expected a month such as 2026-03"
            ),
            (
                .pensionCaps, "batas,berlaku_dari,berlaku_sampai,dasar_hukum\n7000000,2015-07,,",
                "rule table batas_upah_jp, line 2: column dasar_hukum: found \"\", expected the legal basis"
            ),
            (
                .pensionCaps, "batas,berlaku_dari,dasar_hukum\n7000000,2015-07,PP",
                "rule table batas_upah_jp, line 2: column berlaku_sampai is missing"
            ),
            (
                .pensionCaps, "batas,berlaku_dari,berlaku_sampai,dasar_hukum\n7000000,2015-07,PP",
                "rule table batas_upah_jp, line 2: found 3 cells, expected 4"
            ),
            (
                .pensionCaps, "batas,berlaku_dari,berlaku_sampai,dasar_hukum\n",
                "rule table batas_upah_jp, line 1: the table has no rows"
            ),
            (.pensionCaps, "", "rule table batas_upah_jp, line 1: the table has no rows"),
            (
                .pensionCaps, "batas,berlaku_dari,berlaku_sampai,dasar_hukum\n7\"0,2015-07,,PP",
                "rule table batas_upah_jp, line 2: the line is not valid CSV in UTF-8"
            ),
            (
                .rates,
                "bagian,kelas,persen,berlaku_dari,berlaku_sampai,dasar_hukum\njkp,,0.1,2015-07,,PP",
                "rule table tarif, line 2: column bagian: found \"jkp\", "
                    + "expected a share such as jht_tenaga_kerja"
            ),
            (
                .rates,
                "bagian,kelas,persen,berlaku_dari,berlaku_sampai,dasar_hukum\njkm,,0.30001,2015-07,,PP",
                "rule table tarif, line 2: column persen: found \"0.30001\", "
                    + "expected a percentage with at most four decimals"
            ),
            (
                .rates,
                "bagian,kelas,persen,berlaku_dari,berlaku_sampai,dasar_hukum\njkk,satu,0.24,2015-07,,PP",
                "rule table tarif, line 2: column kelas: found \"satu\", expected a whole number"
            ),
            (
                .pensionAges,
                "usia,tahun_pilihan,berlaku_dari,berlaku_sampai,dasar_hukum\n56.5,3,2015-07,,PP",
                "rule table usia_pensiun, line 2: column usia: found \"56.5\", expected a whole number"
            ),
            (
                .reliefs,
                "program,penerima,persen_dibayar,ditunda,berlaku_dari,berlaku_sampai,dasar_hukum\n"
                    + "JKK,umkm,1,T,2020-08,2021-01,PP",
                "rule table keringanan, line 2: column penerima: found \"umkm\", "
                    + "expected semua, padat_karya or penundaan_jp"
            ),
            (
                .reliefs,
                "program,penerima,persen_dibayar,ditunda,berlaku_dari,berlaku_sampai,dasar_hukum\n"
                    + "JKK,semua,1,ya,2020-08,2021-01,PP",
                "rule table keringanan, line 2: column ditunda: found \"ya\", expected Y or T"
            ),
            (
                .dueDates,
                "tanggal,geser,berlaku_dari,berlaku_sampai,dasar_hukum\n32,sesudah,2015-07,,PP",
                "rule table jatuh_tempo, line 2: column tanggal: found \"32\", expected a day from 1 to 31"
            ),
            (
                .dueDates,
                "tanggal,geser,berlaku_dari,berlaku_sampai,dasar_hukum\n15,maju,2015-07,,PP",
                "rule table jatuh_tempo, line 2: column geser: found \"maju\", expected sesudah or sebelum"
            ),
            (
                .sizes, "skala,program,dasar_hukum\nbesar,semua,Perpres",
                "rule table skala_usaha, line 2: column program: found \"semua\", "
                    + "expected programmes such as JKK;JKM"
            ),
            (
                .holidays, "tanggal,jenis,sumber\n2026-02-30,libur_nasional,SKB",
                "rule table hari_libur, line 2: column tanggal: found \"2026-02-30\", "
                    + "expected a day such as 2026-08-17"
            ),
            (
                .holidays, "tanggal,jenis,sumber\n2026-08-17,libur,SKB",
                "rule table hari_libur, line 2: column jenis: found \"libur\", "
                    + "expected libur_nasional or cuti_bersama"
            ),
        ] as [(RuleTable, String, String)]
    )
    func broken(_ table: RuleTable, _ text: String, _ message: String) {
        let problem = #expect(throws: RuleTableProblem.self) {
            try RuleBook.read(replacing: [table: Array(text.utf8)])
        }
        #expect(problem?.description == message)
    }
}
