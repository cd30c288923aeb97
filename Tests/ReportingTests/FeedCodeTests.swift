import Contributions
import Testing

@testable import Reporting

/// The numbers of codes in the feed: programs that read version 1 rely on them.
@Suite("Codes of the feed")
struct FeedCodeTests {
    @Test("are those of version 1")
    func areThoseOfVersion1() {
        #expect(FeedFile.version == 1)
        let fixed = ["status", "status_bpjs", "penyebab", "tanda", "status_iuran", "masalah_akun"]
        let listed = FeedCodes.rows.filter { fixed.contains($0.kind) }
            .map { "\($0.kind) \($0.number) \($0.code)" }
        #expect(
            listed == [
                "status 0 belum_terdaftar", "status 1 nonaktif", "status 2 menunggak",
                "status 3 berakhir", "status 4 tidak_diketahui", "status 5 aktif",
                "status_bpjs 0 ", "status_bpjs 1 aktif", "status_bpjs 2 nonaktif",
                "penyebab 0 belum_didaftarkan", "penyebab 1 data_belum_sinkron",
                "penyebab 2 tidak_lagi_didaftarkan", "penyebab 3 iuran_belum_dibayarkan",
                "penyebab 4 belum_dilaporkan_keluar", "penyebab 5 data_pribadi_salah",
                "penyebab 6 akun_belum_terdaftar", "penyebab 7 bukti_tidak_lengkap",
                "penyebab 8 iuran_tidak_lengkap", "penyebab 9 tidak_ada",
                "tanda 0 tidak_diketahui", "tanda 1 ya", "tanda 2 tidak",
                "status_iuran 0 belum_ada_payroll", "status_iuran 1 tidak_di_payroll",
                "status_iuran 2 tidak_terutang", "status_iuran 3 lebih_bayar",
                "status_iuran 4 lunas", "status_iuran 5 lunas_terlambat",
                "status_iuran 6 belum_jatuh_tempo", "status_iuran 7 belum_ada_data",
                "status_iuran 8 kurang_bayar", "status_iuran 9 belum_dibayar",
                "masalah_akun 0 email_berbeda", "masalah_akun 1 no_hp_berbeda",
                "masalah_akun 2 akun_belum_dibuat", "masalah_akun 3 nik_tidak_cocok",
            ]
        )
    }

    @Test("days, months and lines are numbers that read as they are written")
    func numbersReadAsWritten() {
        let day = Day(year: 2026, month: 11, day: 22) ?? .absent
        #expect(FeedNumber.day(day) == 20_261_122)
        #expect(FeedNumber.day(20_261_122) == day)
        #expect(FeedNumber.day(0).isAbsent)
        let month = ContributionMonth(year: 2026, month: 9)
        #expect(FeedNumber.month(month) == 202_609)
        #expect(FeedNumber.month(202_609) == month)
        #expect(FeedNumber.month(0) == nil)
        #expect(FeedNumber.line(SourceLine(file: 3, line: 17)) == 3 << 40 | 17)
    }
}
