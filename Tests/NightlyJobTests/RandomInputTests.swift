import TestSupport
import Testing

/// Properties over random inputs prove nothing about what the inputs never hold.
@Suite("Random inputs")
struct RandomInputTests {
    @Test("the same seed gives the same files, another seed others")
    func theSameSeed() {
        let texts = { (seed: Int) in RandomInputs(seed: seed).tables.map(\.text) }
        #expect(texts(1) == texts(1))
        #expect(texts(1) != texts(2))
    }

    @Test("reach every status, every match and what the contract says of rows")
    func reachEveryStatus() throws {
        var seen: [String: Set<String>] = [:]
        for seed in 1...12 {
            let run = try RandomRun(RandomInputs(seed: seed))
            for (file, column) in [
                ("rincian.csv", "status_iuran"), ("rincian.csv", "kunci_cocok"),
                ("status.csv", "status"), ("temuan.csv", "kode"),
            ] {
                seen[column, default: []].formUnion(run.table(file).column(column))
            }
        }
        #expect(
            seen["status_iuran"] == [
                "belum_ada_payroll", "tidak_di_payroll", "tidak_terutang", "lebih_bayar", "lunas",
                "lunas_terlambat", "belum_jatuh_tempo", "belum_ada_data", "kurang_bayar",
                "belum_dibayar",
            ]
        )
        #expect(
            seen["status"] == [
                "belum_terdaftar", "nonaktif", "menunggak", "berakhir", "tidak_diketahui", "aktif",
            ]
        )
        #expect(seen["kunci_cocok"] == ["", "kpj", "nik", "nik_kpj_berbeda"])
        let codes: Set = [
            "baris-ditolak", "baris-kembar", "digantikan", "identitas-bertabrakan", "kpj-ganda",
            "nik-berbeda", "npp-lain", "iuran-belum-rinci", "kurang-bayar", "lebih-bayar",
            "tidak-di-payroll", "pembayaran-tidak-dinyatakan", "perusahaan-tidak-terdaftar",
            "upah-nol", "tidak-ditagih",
        ]
        #expect(codes.subtracting(seen["kode"] ?? []).isEmpty)
    }
}
