import Contributions
import Reporting
import Testing

/// The card that an officer reads.
@Suite("Diagnosis card")
struct DiagnosisCardTests {
    private let head = DiagnosisSamples.head

    private func card(_ diagnosis: Diagnosis, width: Int, usesColour: Bool = false) -> String {
        DiagnosisCard.render(
            PersonDiagnosis([diagnosis]),
            head,
            usesColour: usesColour,
            width: width
        )
    }

    /// The card as it reads, without the spaces that keep amounts in one piece.
    private func text(_ card: String) -> String { card.replacing("\u{A0}", with: " ") }

    @Test("an inactive membership at 60 columns, proof below each month")
    func narrow() {
        #expect(
            text(card(DiagnosisSamples.sample(.notPaidUntilInactive), width: 60)) == """
                DEWI LESTARI
                KPJ 19040012345, NIK 3273********9001

                STATUS: ■ DIPERKIRAKAN NONAKTIF

                PT Rajut Pesisir Sejahtera (NPP 21007764)
                ────────────────────────────────────────────────────────────
                Status           ■ Diperkirakan nonaktif sejak 16 Oktober
                                 2026
                Status BPJS      aktif (peserta.csv:12); berbeda dari
                                 perkiraan di atas
                Penyebab         Iuran belum dibayarkan perusahaan
                Untuk pekerja    Kepesertaan Anda di PT Rajut Pesisir
                                 Sejahtera (NPP 21007764) diperkirakan
                                 nonaktif sejak 16 Oktober 2026. Sebabnya,
                                 iuran 4 bulan berturut-turut belum tercatat
                                 dibayar oleh perusahaan, yaitu bulan Juli
                                 sampai Oktober 2026. Jumlahnya
                                 Rp 1.756.800,00. Bersama kekurangan
                                 bulan-bulan sebelumnya, seluruhnya
                                 Rp 1.806.800,00. Kepesertaan biasanya
                                 menjadi nonaktif setelah 3 bulan
                                 berturut-turut tanpa pembayaran.
                Langkah          Keuangan melunasi bulan yang menunggak,
                                 dimulai dari yang tertua.
                Oleh             Perusahaan (HRD)
                Di               HRD perusahaan
                Paling lambat    15 Desember 2026

                ✓ Kartu digital  ya: aktif di daftar peserta
                                 (peserta.csv:12)
                ✗ Riwayat iuran  tidak: Oktober 2026 diterima Rp 0,00
                ✗ Saldo JHT      tidak: Oktober 2026 diterima Rp 0,00
                ✓ Perusahaan     ya: aktif di daftar peserta
                                 (peserta.csv:12)

                Tunggakan        Rp 1.806.800,00 (5 bulan)
                  Jul 2026  jatuh tempo 18 Agu 2026  Rp 439.200,00
                    payroll-2026-07.csv:4; tidak ada di buku iuran
                  Agu 2026  jatuh tempo 15 Sep 2026  Rp 439.200,00
                    payroll-2026-08.csv:4; tidak ada di buku iuran
                  Sep 2026  jatuh tempo 15 Okt 2026  Rp 439.200,00
                    payroll-2026-09.csv:4; tidak ada di buku iuran
                  Okt 2026  jatuh tempo 16 Nov 2026  Rp 439.200,00
                    payroll-2026-10.csv:4; tidak ada di buku iuran
                  +1 bulan lain, lihat rincian.csv
                Denda            perkiraan Rp 96.224,00, ditanggung
                                 perusahaan
                Manfaat          Bila iuran tertunggak lebih dari 3 bulan,
                                 perusahaan sendiri membayar dahulu manfaat
                                 JKK dan JKP kepada pekerja yang berhak.
                Lunas terakhir   Juni 2026
                Data             payroll sampai Oktober 2026; buku iuran
                                 sampai Oktober 2026; daftar peserta ada

                Perkiraan berdasarkan data yang diterima sampai 22 November
                2026; bukan penetapan BPJS Ketenagakerjaan.

                """
        )
    }

    @Test("a person with two memberships at 100 columns, proof beside each month")
    func wide() {
        let card = DiagnosisCard.render(
            DiagnosisSamples.person,
            head,
            usesColour: false,
            width: 100
        )
        #expect(
            text(card) == """
                DEWI LESTARI
                KPJ 19040012345, NIK 3273********9001

                STATUS: ✓ AKTIF
                yang terbaik dari 2 perusahaan
                seluruh tunggakan Rp 1.806.800,00

                PT Lintas Samudra Kargo (NPP 21019930)
                ────────────────────────────────────────────────────────────────────────────────────────────────────
                Status           ✓ Aktif
                Status BPJS      aktif (peserta.csv:12)
                Penyebab         Tidak ada masalah
                Untuk pekerja    Kepesertaan Anda di PT Lintas Samudra Kargo (NPP 21019930) aktif, dan tidak
                                 ditemukan masalah. Iuran terakhir yang lunas adalah bulan Oktober 2026; pembayaran
                                 terakhir diterima pada 13 November 2026.
                Langkah          Tidak perlu tindakan.
                Bertanya di      Chat TanyaBPJAMSOSTEK

                ✓ Kartu digital  ya: aktif di daftar peserta (peserta.csv:12)
                ✓ Riwayat iuran  ya: Oktober 2026 diterima Rp 439.200,00 (iuran.csv:44)
                ✓ Saldo JHT      ya: Oktober 2026 diterima Rp 285.000,00 (iuran.csv:44)
                ✓ Perusahaan     ya: aktif di daftar peserta (peserta.csv:12)

                Tunggakan        tidak ada
                Lunas terakhir   Oktober 2026; pembayaran terakhir 13 November 2026
                Data             payroll sampai Oktober 2026; buku iuran sampai Oktober 2026; daftar peserta ada

                PT Rajut Pesisir Sejahtera (NPP 21007764)
                ────────────────────────────────────────────────────────────────────────────────────────────────────
                Status           ■ Diperkirakan nonaktif sejak 16 Oktober 2026
                Status BPJS      aktif (peserta.csv:12); berbeda dari perkiraan di atas
                Penyebab         Iuran belum dibayarkan perusahaan
                Untuk pekerja    Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) diperkirakan nonaktif
                                 sejak 16 Oktober 2026. Sebabnya, iuran 4 bulan berturut-turut belum tercatat
                                 dibayar oleh perusahaan, yaitu bulan Juli sampai Oktober 2026. Jumlahnya
                                 Rp 1.756.800,00. Bersama kekurangan bulan-bulan sebelumnya, seluruhnya
                                 Rp 1.806.800,00. Kepesertaan biasanya menjadi nonaktif setelah 3 bulan
                                 berturut-turut tanpa pembayaran.
                Langkah          Keuangan melunasi bulan yang menunggak, dimulai dari yang tertua.
                Oleh             Perusahaan (HRD)
                Di               HRD perusahaan
                Paling lambat    15 Desember 2026

                ✓ Kartu digital  ya: aktif di daftar peserta (peserta.csv:12)
                ✗ Riwayat iuran  tidak: Oktober 2026 diterima Rp 0,00
                ✗ Saldo JHT      tidak: Oktober 2026 diterima Rp 0,00
                ✓ Perusahaan     ya: aktif di daftar peserta (peserta.csv:12)

                Tunggakan        Rp 1.806.800,00 (5 bulan)
                  Jul 2026  jatuh tempo 18 Agu 2026  Rp 439.200,00  payroll-2026-07.csv:4; tidak ada di buku iuran
                  Agu 2026  jatuh tempo 15 Sep 2026  Rp 439.200,00  payroll-2026-08.csv:4; tidak ada di buku iuran
                  Sep 2026  jatuh tempo 15 Okt 2026  Rp 439.200,00  payroll-2026-09.csv:4; tidak ada di buku iuran
                  Okt 2026  jatuh tempo 16 Nov 2026  Rp 439.200,00  payroll-2026-10.csv:4; tidak ada di buku iuran
                  +1 bulan lain, lihat rincian.csv
                Denda            perkiraan Rp 96.224,00, ditanggung perusahaan
                Manfaat          Bila iuran tertunggak lebih dari 3 bulan, perusahaan sendiri membayar dahulu
                                 manfaat JKK dan JKP kepada pekerja yang berhak.
                Lunas terakhir   Juni 2026
                Data             payroll sampai Oktober 2026; buku iuran sampai Oktober 2026; daftar peserta ada

                Perkiraan berdasarkan data yang diterima sampai 22 November 2026; bukan penetapan BPJS
                Ketenagakerjaan.

                """
        )
    }

    @Test("other causes, indications and problems of the account stand beside the signs")
    func remarks() {
        #expect(
            text(card(DiagnosisSamples.remarks, width: 80)) == """
                DEWI LESTARI
                KPJ 19040012345, NIK 3273********9001

                STATUS: ✓ AKTIF

                PT Rajut Pesisir Sejahtera (NPP 21007764)
                ────────────────────────────────────────────────────────────────────────────────
                Status           ✓ Aktif
                Status BPJS      nonaktif (peserta.csv:12); berbeda dari perkiraan di atas
                Penyebab         Data pribadi tidak cocok
                Juga             Akun JMO belum terdaftar; Iuran tidak lengkap
                Untuk pekerja    Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764)
                                 aktif. Namun data pribadi Anda tidak cocok: tanggal lahir di
                                 BPJS Ketenagakerjaan berbeda dari tanggal lahir di perusahaan
                                 (peserta.csv:12). Karena itu riwayat iuran, saldo, atau akun
                                 Anda bisa tidak tampil, meskipun iurannya dibayar.
                Langkah          HRD mencocokkan dengan KTP; koreksi di SIPP atau kantor cabang.
                Oleh             Perusahaan (HRD)
                Di               Kantor cabang BPJS Ketenagakerjaan
                Paling lambat    15 Desember 2026

                ✗ Kartu digital  tidak: nonaktif sejak 30 September 2026 di daftar peserta
                                 (peserta.csv:12)
                ✓ Riwayat iuran  ya: Oktober 2026 diterima Rp 439.200,00 (iuran.csv:44)
                ✓ Saldo JHT      ya: Oktober 2026 diterima Rp 285.000,00 (iuran.csv:44)
                ✗ Perusahaan     tidak: nonaktif sejak 30 September 2026 di daftar peserta
                                 (peserta.csv:12)
                Data pribadi     ! tanggal lahir di BPJS Ketenagakerjaan berbeda dari tanggal
                                 lahir di perusahaan (peserta.csv:12)
                Indikasi         ! upah dipotong untuk iuran bulan Februari dan Maret 2026,
                                 belum terlihat disetor; periksa dulu bukti bayarnya
                Masalah akun     ! Email terdaftar berbeda atau sudah tidak dipakai: Portal SSO
                                 atau aplikasi JMO
                Masalah akun     ! Nomor HP terdaftar berbeda dari data baru: Portal SSO atau
                                 aplikasi JMO
                Masalah akun     ! Akun belum pernah dibuat: Portal SSO atau aplikasi JMO

                Tunggakan        Rp 928.400,00 (3 bulan)
                  Feb 2026  jatuh tempo 16 Mar 2026  Rp 439.200,00
                    payroll-2026-02.csv:4; tidak ada di buku iuran
                  Mar 2026  jatuh tempo 15 Apr 2026  Rp 439.200,00
                    payroll-2026-03.csv:4; tidak ada di buku iuran
                  Mei 2026  jatuh tempo 15 Jun 2026   Rp 50.000,00
                    dibayar sebagian; payroll-2026-05.csv:4; tidak ada di buku iuran
                Manfaat          Bila iuran tertunggak lebih dari 3 bulan, perusahaan sendiri
                                 membayar dahulu manfaat JKK dan JKP kepada pekerja yang berhak.
                Lunas terakhir   Oktober 2026; pembayaran terakhir 13 November 2026
                Data             ! payroll sampai September 2026; buku iuran sampai Agustus
                                 2026; daftar peserta ada

                Perkiraan berdasarkan data yang diterima sampai 22 November 2026; bukan
                penetapan BPJS Ketenagakerjaan.

                """
        )
    }

    @Test("what is not known is marked as such")
    func unknown() {
        #expect(
            text(card(DiagnosisSamples.sample(.evidenceIncomplete), width: 80)) == """
                DEWI LESTARI
                KPJ 19040012345, NIK 3273********9001

                STATUS: ? TIDAK DIKETAHUI

                PT Rajut Pesisir Sejahtera (NPP 21007764)
                ────────────────────────────────────────────────────────────────────────────────
                Status           ? Tidak diketahui
                Status BPJS      tidak diketahui: daftar peserta belum diterima
                Penyebab         Bukti belum lengkap
                Untuk pekerja    Keadaan kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP
                                 21007764) belum dapat dipastikan, karena buktinya belum
                                 lengkap. Data yang diterima belum memuat pembayaran iuran Anda.
                                 Ini tidak berarti iuran Anda tidak dibayar.
                Langkah          Kirim buku iuran atau daftar peserta yang memuat pekerja ini.
                Oleh             Perusahaan (HRD)
                Di               Chat TanyaBPJAMSOSTEK

                ? Kartu digital  tidak diketahui: daftar peserta belum diterima
                ? Riwayat iuran  tidak diketahui: belum ada bulan jatuh tempo yang ada datanya
                ? Saldo JHT      tidak diketahui: belum ada bulan jatuh tempo yang ada datanya
                ? Perusahaan     tidak diketahui: daftar peserta belum diterima

                Tunggakan        tidak ada yang terbukti dari data
                Data             ! payroll sampai Oktober 2026; buku iuran tidak ada; daftar
                                 peserta tidak ada; pembayaran bulan September dan Oktober 2026
                                 belum ada datanya

                Perkiraan berdasarkan data yang diterima sampai 22 November 2026; bukan
                penetapan BPJS Ketenagakerjaan.

                """
        )
    }

    @Test("no line is wider than the terminal", arguments: [60, 61, 72, 80, 99, 100])
    func width(_ width: Int) {
        var samples = AnswerKind.allCases.map(DiagnosisSamples.sample)
        samples += [DiagnosisSamples.longest, DiagnosisSamples.remarks]
        for sample in samples {
            let lines = card(sample, width: width).split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= width })
        }
    }

    @Test("widths beyond 60 and 100 columns are taken as these")
    func clamped() {
        let sample = DiagnosisSamples.sample(.notPaid)
        #expect(card(sample, width: 20) == card(sample, width: 60))
        #expect(card(sample, width: 400) == card(sample, width: 100))
    }

    @Test("colours add nothing but colour", arguments: AnswerKind.allCases)
    func colour(_ kind: AnswerKind) {
        let sample = DiagnosisSamples.sample(kind)
        let coloured = card(sample, width: 80, usesColour: true)
        #expect(coloured.contains("\u{1B}["))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == card(sample, width: 80))
    }

    @Test("a long run shows its newest months and points to the rest")
    func longRun() {
        let card = card(DiagnosisSamples.longest, width: 100)
        #expect(card.contains("+12 bulan lain, lihat rincian.csv"))
        #expect(card.matches(of: /jatuh tempo [0-9]/).count == 12)
    }

    @Test("names cannot steer the terminal")
    func controlCharacters() {
        var sample = DiagnosisSamples.sample(.active)
        sample.name = "Dewi\u{1B}[31m\u{7}\nLestari"
        sample.employer.name = "PT\u{9B}2J Rajut"
        let controls = card(sample, width: 80).unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n"
        }
        #expect(controls.isEmpty)
    }
}
