import TestSupport
import Testing

/// The worked figures of `domain.md` 7, typed in, through the whole tool.
@Suite("Worked figures")
struct WorkedFiguresTests {
    /// One line of the table; shares that the table leaves out are nil.
    struct Figure: Sendable, CustomStringConvertible {
        var wage: Int
        var riskClass: String
        var month: String
        var jkk: String?
        var jkm: String?
        var jht: (employer: String, worker: String)
        var jp: (employer: String, worker: String)
        var isLabourIntensive = false
        var defersJP = false

        var description: String { "\(wage), class \(riskClass), \(month)" }
    }

    static let figures = [
        Figure(
            wage: 15_000_000,
            riskClass: "III",
            month: "2026-02",
            jkk: "133500.00",
            jkm: "45000.00",
            jht: ("555000.00", "300000.00"),
            jp: ("210948.00", "105474.00")
        ),
        Figure(
            wage: 15_000_000,
            riskClass: "III",
            month: "2026-03",
            jkk: "133500.00",
            jkm: "45000.00",
            jht: ("555000.00", "300000.00"),
            jp: ("221726.00", "110863.00")
        ),
        Figure(
            wage: 5_000_000,
            riskClass: "I",
            month: "2026-03",
            jkk: "12000.00",
            jkm: "15000.00",
            jht: ("185000.00", "100000.00"),
            jp: ("100000.00", "50000.00")
        ),
        Figure(
            wage: 5_000_000,
            riskClass: "I",
            month: "2025-08",
            jkk: "6000.00",
            jkm: "15000.00",
            jht: ("185000.00", "100000.00"),
            jp: ("100000.00", "50000.00"),
            isLabourIntensive: true
        ),
        Figure(
            wage: 5_000_000,
            riskClass: "I",
            month: "2020-10",
            jkk: "120.00",
            jkm: "150.00",
            jht: ("185000.00", "100000.00"),
            jp: ("1000.00", "500.00"),
            defersJP: true
        ),
        Figure(
            wage: 4_900_000,
            riskClass: "I",
            month: "2024-06",
            jkk: "11760.00",
            jkm: "14700.00",
            jht: ("181300.00", "98000.00"),
            jp: ("98000.00", "49000.00")
        ),
        Figure(
            wage: 50_000_000,
            riskClass: "I",
            month: "2024-06",
            jkk: "120000.00",
            jkm: "150000.00",
            jht: ("1850000.00", "1000000.00"),
            jp: ("200846.00", "100423.00")
        ),
        Figure(
            wage: 2_773_184,
            riskClass: "IV",
            month: "2026-08",
            jht: ("102607.81", "55463.68"),
            jp: ("55463.68", "27731.84")
        ),
        Figure(
            wage: 5_938_885,
            riskClass: "II",
            month: "2026-08",
            jkk: "32069.98",
            jkm: "17816.66",
            jht: ("219738.75", "118777.70"),
            jp: ("118777.70", "59388.85")
        ),
    ]

    @Test("come out to the sen", arguments: figures)
    func comeOutToTheSen(_ figure: Figure) throws {
        let folder = try WorkFolder([
            "masuk/payroll.csv": """
            npp,blth,kpj,nama,tanggal_lahir,upah
            12004518,\(figure.month),19040012345,Sari,1990-04-12,\(figure.wage)

            """,
            "masuk/perusahaan.csv": """
            npp,nama,kelas_jkk,program,padat_karya,penundaan_jp
            12004518,PT Batik,\(figure.riskClass),JKK;JKM;JHT;JP,\
            \(figure.isLabourIntensive ? "Y" : "T"),\(figure.defersJP ? "Y" : "T")

            """,
        ])
        let run = try SmallCompany.reconcile(folder)
        #expect(run.status == 0, "\(run)")
        let row = try #require(try folder.table("laporan/rincian.csv").records.first)
        if let jkk = figure.jkk { #expect(row["terutang_jkk"] == jkk) }
        if let jkm = figure.jkm { #expect(row["terutang_jkm"] == jkm) }
        #expect(row["terutang_jht_pemberi_kerja"] == figure.jht.employer)
        #expect(row["terutang_jht_tenaga_kerja"] == figure.jht.worker)
        #expect(row["terutang_jp_pemberi_kerja"] == figure.jp.employer)
        #expect(row["terutang_jp_tenaga_kerja"] == figure.jp.worker)
    }
}
