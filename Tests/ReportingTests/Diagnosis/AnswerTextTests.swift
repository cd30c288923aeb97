import Contributions
import Reporting
import Testing

/// What workers are told, word by word.
@Suite("Answers")
struct AnswerTextTests {
    @Test("who was never registered is told whose duty that is")
    func notRegistered() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.notRegistered)) == """
                Anda belum didaftarkan sebagai peserta oleh PT Rajut Pesisir Sejahtera (NPP \
                21007764). Nama Anda ada di payroll (daftar gaji), tetapi tidak ada di daftar \
                peserta maupun di tagihan iuran. Iuran yang seharusnya sudah dibayar untuk bulan \
                September dan Oktober 2026 berjumlah Rp 878.400,00.

                Mendaftarkan pekerja dan membayar iurannya sejak Anda mulai bekerja adalah \
                kewajiban perusahaan. Itu bukan utang Anda. Mintalah HRD mendaftarkan Anda paling \
                lambat 15 Desember 2026, lalu tanyakan nomor peserta (KPJ) Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("money under another NPP is named with that NPP")
    func paidElsewhere() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.paidElsewhere)) == """
                Iuran kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) menunggak. \
                Uang iuran bulan Oktober 2026 sudah masuk, tetapi tercatat di bawah nomor \
                perusahaan (NPP) 21019930, bukan 21007764. Karena itu uangnya belum tampil pada \
                Anda, dan iuran bulan Oktober 2026 sebesar Rp 439.200,00 masih tercatat belum \
                dibayar. Bila belum dibetulkan sampai 15 Januari 2027, kepesertaan Anda \
                diperkirakan nonaktif pada 16 Januari 2027.

                Ini bukan kesalahan dan bukan utang Anda. HRD perlu meminta pemindahan uang itu \
                lewat telepon 175 atau kantor cabang, paling lambat 15 Januari 2027, dengan bukti \
                bayar. Anda pun dapat menanyakannya lewat 175 dengan menyebut nomor peserta (KPJ) \
                Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("money that is not shared out is explained")
    func notAllocated() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.notAllocated)) == """
                Iuran kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) menunggak. Ada \
                pembayaran dari perusahaan untuk bulan September dan Oktober 2026 atau sebagian \
                bulan itu, tetapi uangnya belum dibagikan ke masing-masing pekerja (disebut "iuran \
                belum rinci"). Karena itu iuran Anda sebesar Rp 878.400,00 masih tercatat belum \
                dibayar. Bila belum dibetulkan sampai 15 Desember 2026, kepesertaan Anda \
                diperkirakan nonaktif pada 16 Desember 2026.

                Ini bukan kesalahan dan bukan utang Anda. HRD perlu menyampaikan rincian \
                pembayaran itu lewat telepon 175 atau kantor cabang, paling lambat 15 Desember \
                2026, dengan bukti bayar. Anda pun dapat menanyakannya lewat 175 dengan menyebut \
                nomor peserta (KPJ) Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who is no longer billed while colleagues are is told so")
    func notBilled() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.notBilled)) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) diperkirakan \
                nonaktif sejak 17 November 2026. Iuran bulan Agustus, September, dan Oktober 2026 \
                untuk rekan kerja Anda sudah dibayar, tetapi nama Anda tidak ada dalam tagihan \
                itu, padahal Anda masih ada di payroll (daftar gaji). Tampaknya perusahaan tidak \
                lagi melaporkan Anda sebagai peserta. Iuran Anda yang belum dibayar berjumlah Rp \
                1.317.600,00.

                Ini kewajiban perusahaan, bukan utang Anda. Bila Anda masih bekerja di sana, \
                mintalah HRD melaporkan Anda kembali di SIPP (sistem pelaporan perusahaan) paling \
                lambat 15 Desember 2026 dan membayar iurannya. Bila Anda sudah keluar, mintalah \
                HRD melaporkan tanggal keluar Anda.

                Catatan: daftar peserta yang diterima masih menulis Anda aktif. Daftar itu bisa \
                lebih lama daripada data pembayaran.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who has left is told since when")
    func left() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.left)) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) sudah berakhir pada \
                30 Juni 2026. Iuran terakhir yang lunas adalah bulan Juni 2026.

                Bila Anda memang sudah keluar, ini wajar, dan saldo Jaminan Hari Tua (JHT) tetap \
                tercatat atas nama Anda. Bila Anda masih bekerja di sana, mintalah HRD melaporkan \
                Anda kembali.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("arrears come with the day on which the membership turns inactive")
    func notPaid() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.notPaid)) == """
                Iuran kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) menunggak. \
                Iuran bulan September dan Oktober 2026 belum tercatat dibayar oleh perusahaan, \
                padahal yang tertua sudah jatuh tempo pada 15 Oktober 2026. Jumlahnya Rp \
                878.400,00. Bila tidak ada pembayaran sampai 15 Desember 2026, kepesertaan \
                diperkirakan nonaktif pada 16 Desember 2026.

                Membayar iuran adalah kewajiban perusahaan, termasuk bagian yang dipotong dari \
                upah Anda. Ini bukan utang Anda, dan dendanya pun ditanggung perusahaan. Mintalah \
                HRD melunasinya paling lambat 15 Desember 2026. Bila HRD menyatakan sudah \
                membayar, mintalah bukti bayarnya dan telepon 175.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("an inactive membership comes with since when, why, and who pays benefits now")
    func notPaidUntilInactive() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.notPaidUntilInactive)) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) diperkirakan \
                nonaktif sejak 16 Oktober 2026. Sebabnya, iuran 4 bulan berturut-turut belum \
                tercatat dibayar oleh perusahaan, yaitu bulan Juli sampai Oktober 2026. Jumlahnya \
                Rp 1.756.800,00. Bersama kekurangan bulan-bulan sebelumnya, seluruhnya Rp \
                1.806.800,00. Kepesertaan biasanya menjadi nonaktif setelah 3 bulan berturut-turut \
                tanpa pembayaran.

                Membayar iuran adalah kewajiban perusahaan, termasuk bagian yang dipotong dari \
                upah Anda. Ini bukan utang Anda, dan dendanya pun ditanggung perusahaan. Mintalah \
                HRD melunasinya paling lambat 15 Desember 2026. Bila HRD menyatakan sudah \
                membayar, mintalah bukti bayarnya dan telepon 175.

                Tunggakan ini sudah lebih dari 3 bulan. Bila sekarang Anda mengalami kecelakaan \
                kerja atau kehilangan pekerjaan, perusahaan sendiri harus lebih dahulu membayar \
                manfaat Jaminan Kecelakaan Kerja (JKK) dan Jaminan Kehilangan Pekerjaan (JKP) yang \
                menjadi hak Anda.

                Catatan: daftar peserta yang diterima masih menulis Anda aktif. Daftar itu bisa \
                lebih lama daripada data pembayaran.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who left without a report is told what stands before the JHT")
    func leavingNotReported() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.leavingNotReported)) == """
                Menurut data, Anda sudah tidak bekerja di PT Rajut Pesisir Sejahtera (NPP \
                21007764), tetapi perusahaan belum melaporkannya: di daftar peserta, Anda masih \
                tercatat aktif. Nama Anda tidak lagi ada di payroll (daftar gaji) maupun di \
                tagihan iuran. Selama belum dilaporkan, saldo Jaminan Hari Tua (JHT) Anda belum \
                dapat diklaim. Iuran terakhir yang lunas adalah bulan Juli 2026.

                JHT dapat diklaim setelah perusahaan melakukan dua hal: membayar iuran sampai \
                bulan terakhir Anda bekerja, dan melaporkan Anda keluar di SIPP (sistem pelaporan \
                perusahaan). Mintalah HRD melakukannya paling lambat 15 Desember 2026. Bila Anda \
                masih bekerja di sana, beri tahu HRD.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("data that differ are named with the lines that show it")
    func wrongPersonalData() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.wrongPersonalData)) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) aktif. Namun data \
                pribadi Anda tidak cocok: NIK di BPJS Ketenagakerjaan berbeda dari NIK di \
                perusahaan (peserta.csv:12); nama di BPJS Ketenagakerjaan berbeda dari nama di \
                perusahaan (iuran.csv:31, peserta.csv:12, +1 lagi). Karena itu riwayat iuran, \
                saldo, atau akun Anda bisa tidak tampil, meskipun iurannya dibayar.

                Cocokkan data Anda dengan KTP bersama HRD. Bila data perusahaan yang salah, HRD \
                memperbaikinya. Bila data di BPJS Ketenagakerjaan yang salah, ajukan koreksi di \
                kantor cabang dengan membawa KTP dan nomor peserta (KPJ).

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who lacks an account is told that the membership is well")
    func accountNotRegistered() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.accountNotRegistered)) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) aktif. Yang belum \
                ada adalah akun online Anda: menurut daftar peserta, akun di JMO (aplikasi BPJS \
                Ketenagakerjaan) belum pernah dibuat. Kepesertaan dan iuran Anda tidak terganggu \
                karenanya.

                Buatlah akun di aplikasi JMO atau portal SSO. Siapkan NIK, nomor peserta (KPJ), \
                serta email dan nomor HP yang masih Anda pakai. Bila ditolak, telepon 175.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("what is not known is said plainly")
    func evidenceIncomplete() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.evidenceIncomplete)) == """
                Keadaan kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) belum dapat \
                dipastikan, karena buktinya belum lengkap. Data yang diterima belum memuat \
                pembayaran iuran Anda. Ini tidak berarti iuran Anda tidak dibayar.

                Tanyakan status Anda lewat chat TanyaBPJAMSOSTEK atau telepon 175 dengan menyebut \
                nomor peserta (KPJ). HRD dapat melengkapi jawaban ini dengan buku iuran (catatan \
                tagihan dan pembayaran) atau daftar peserta terbaru yang memuat Anda.

                Data yang diterima belum lengkap. Buku iuran (catatan tagihan dan pembayaran) \
                belum diterima. Data pembayaran bulan September dan Oktober 2026 belum ada, jadi \
                bulan itu belum dinilai. Daftar peserta BPJS Ketenagakerjaan belum diterima, jadi \
                status resmi Anda tidak dapat diperiksa dari data ini.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("older gaps are told month by month")
    func paidIncompletely() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.paidIncompletely)) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) aktif, tetapi iuran \
                bulan Maret dan Mei 2026 belum lengkap: masih kurang Rp 489.200,00. Rinciannya: \
                Maret 2026 kurang Rp 50.000,00; Mei 2026 kurang Rp 439.200,00. Iuran terakhir yang \
                lunas adalah bulan Oktober 2026.

                Kekurangan ini kewajiban perusahaan, bukan utang Anda. Sampai dilunasi, saldo \
                Jaminan Hari Tua (JHT) Anda bisa lebih kecil dari seharusnya. Mintalah HRD \
                melunasinya paling lambat 15 Desember 2026.

                Tunggakan ini sudah lebih dari 3 bulan. Bila sekarang Anda mengalami kecelakaan \
                kerja atau kehilangan pekerjaan, perusahaan sendiri harus lebih dahulu membayar \
                manfaat Jaminan Kecelakaan Kerja (JKK) dan Jaminan Kehilangan Pekerjaan (JKP) yang \
                menjadi hak Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who is well is told so, with the newest money")
    func active() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.active)) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) aktif, dan tidak \
                ditemukan masalah. Iuran terakhir yang lunas adalah bulan Oktober 2026; pembayaran \
                terakhir diterima pada 13 November 2026.

                Bila aplikasi JMO atau kartu digital menampilkan hal lain, tanyakan lewat chat \
                TanyaBPJAMSOSTEK atau telepon 175 dengan menyebut nomor peserta (KPJ) Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("a membership that ended without gaps is told so")
    func ended() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.ended)) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) sudah berakhir pada \
                30 Juni 2026, dan tidak ditemukan kekurangan iuran. Iuran terakhir yang lunas \
                adalah bulan Juni 2026.

                Saldo Jaminan Hari Tua (JHT) tetap tercatat atas nama Anda. Bila Anda masih \
                bekerja di sana, tanyakan kepada HRD.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("a cause that a newer feed names is not guessed")
    func unexplained() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.sample(.unexplained)) == """
                Iuran kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) menunggak. \
                Penyebabnya tidak tercantum dalam data ini. Iuran yang belum diterima berjumlah Rp \
                439.200,00.

                Tanyakan kepada HRD, atau telepon 175 dengan menyebut nomor peserta (KPJ) Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }
}
