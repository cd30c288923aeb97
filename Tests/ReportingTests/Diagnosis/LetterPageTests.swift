import Contributions
import Reporting
import Testing

/// The letter that HRD hands out.
@Suite("Letter")
struct LetterPageTests {
    private func letter(_ diagnosis: Diagnosis) throws -> String {
        let page = try LetterPage.render(diagnosis, DiagnosisSamples.head)
        return String(decoding: page, as: UTF8.self).replacing("\u{A0}", with: " ")
    }

    @Test("says who states what of whom, why, and what is done until when")
    func contents() throws {
        let letter = try letter(DiagnosisSamples.sample(.notPaid))
        let phrases = [
            "<h1>Keterangan pemberi kerja</h1>",
            "<strong>bukan kartu, dokumen, atau penetapan BPJS Ketenagakerjaan</strong>",
            "<p class=\"firm\">PT Rajut Pesisir Sejahtera</p>",
            "NPP (nomor pendaftaran perusahaan) 21007764",
            "Keadaan data per <strong>22 November 2026</strong>",
            "<dd><strong>Dewi Lestari</strong></dd>",
            "KPJ 19040012345, NIK 3273********9001",
            "<strong>Menunggak</strong>; diperkirakan nonaktif pada 16 Desember 2026",
            "iuran bulan Agustus 2026 lunas; pembayaran terakhir diterima 14 September 2026",
            ">Sep 2026</th><td class=\"keep\" data-label=\"Jatuh tempo\">15 Okt 2026</td>",
            ">439.200,00</td>",
            ">payroll-2026-09.csv:4; iuran.csv:31</td>",
            ">878.400,00</td>",
            "Denda keterlambatan diperkirakan Rp 26.352,00, ditanggung perusahaan.",
            "<h2>Penyebab: Iuran belum dibayarkan perusahaan</h2>",
            "Yang bertindak: Perusahaan (HRD), paling lambat <strong>15 Desember 2026</strong>.",
            "aplikasi JMO, lewat telepon 175, atau di kantor cabang",
            "Nama, jabatan, tanda tangan",
            "Perkiraan berdasarkan data yang diterima sampai 22 November 2026; bukan penetapan",
            "Asal: laporan rekonsiliasi iuran 1.2.0 per 22 November 2026",
            "Bukti: payroll payroll-2026-10.csv:4; daftar peserta peserta.csv:12.",
        ]
        for phrase in phrases { #expect(letter.contains(phrase), "\(phrase)") }
    }

    @Test("names that are markup stay text")
    func markupStaysText() throws {
        var sample = DiagnosisSamples.sample(.notPaid)
        sample.name = "Dewi <b>\"L\"</b>"
        sample.employer.name = "PT <b>A</b> & Co"
        sample.kpj = "<b>1</b>"
        sample.openMonths[0].payroll?.file = "<b>.csv"
        let letter = try letter(sample)
        #expect(!letter.contains("<b>"))
        #expect(letter.contains("Dewi &lt;b&gt;&quot;L&quot;&lt;/b&gt;"))
        #expect(letter.contains("PT &lt;b&gt;A&lt;/b&gt; &amp; Co"))
    }

    @Test(
        "is whole in itself, shows no logo and does not pass for a card",
        arguments: AnswerKind.allCases
    )
    func isPlain(_ kind: AnswerKind) throws {
        let letter = try letter(DiagnosisSamples.sample(kind))
        #expect(letter.hasPrefix("<!DOCTYPE html>"))
        #expect(letter.firstMatch(of: /<(img|svg|script|link|iframe)|url\(|(src|href)=/) == nil)
        #expect(letter.contains("Keterangan pemberi kerja"))
        #expect(letter.contains("bukan kartu, dokumen, atau penetapan BPJS Ketenagakerjaan"))
        for heading in letter.matches(of: /<h[12]>(.*?)<\/h[12]>|<title>(.*?)<\/title>/) {
            #expect(!heading.output.0.contains("BPJS"))
        }
        #expect(!letter.contains("{{"))
    }

    @Test("a long run shows the months that fit on the page and points to the rest")
    func longRun() throws {
        let letter = try letter(DiagnosisSamples.longest)
        #expect(letter.matches(of: /data-label="Jatuh tempo"/).count == 6)
        #expect(letter.contains("dan 18 bulan lain, lihat rincian.csv dalam laporan"))
        #expect(letter.contains(">29.629.629,36</td>"))
        #expect(letter.contains("class=\"letter dense\""))
    }

    @Test("what is missing is a dash, not a gap")
    func missing() throws {
        var sample = DiagnosisSamples.sample(.evidenceIncomplete)
        sample.name = ""
        sample.kpj = ""
        sample.nik = ""
        sample.evidence.payroll = nil
        let letter = try letter(sample)
        #expect(letter.contains("<dd><strong>\u{2013}</strong></dd>"))
        #expect(letter.contains("KPJ \u{2013}, NIK \u{2013} (sebagian ditutup)"))
        #expect(letter.contains("belum ada bulan yang terbukti lunas dalam data"))
        #expect(!letter.contains("Bukti:"))
    }
}
