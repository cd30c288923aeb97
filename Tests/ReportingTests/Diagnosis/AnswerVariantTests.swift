import Contributions
import Reporting
import TestSupport
import Testing

/// What changes in an answer, and what follows it.
@Suite("Variants of answers")
struct AnswerVariantTests {
    @Test("an employer without name or register is told of as far as it is known")
    func notRegisteredWithoutRegister() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.notRegisteredWithoutRegister) == """
                Anda belum didaftarkan sebagai peserta oleh perusahaan dengan NPP 21007764. Nama \
                Anda ada di payroll (daftar gaji), tetapi tidak ada di tagihan iuran, sedangkan \
                rekan kerja Anda ada. Iuran yang seharusnya sudah dibayar untuk bulan September \
                dan Oktober 2026 berjumlah Rp 878.400,00.

                Mendaftarkan pekerja dan membayar iurannya sejak Anda mulai bekerja adalah \
                kewajiban perusahaan. Itu bukan utang Anda. Mintalah HRD mendaftarkan Anda paling \
                lambat 15 Desember 2026, lalu tanyakan nomor peserta (KPJ) Anda.

                Data yang diterima belum lengkap. Daftar peserta BPJS Ketenagakerjaan belum \
                diterima, jadi status resmi Anda tidak dapat diperiksa dari data ini.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("one month in arrears reads as one, and a register that is ahead is named")
    func oneMonthUnpaid() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.oneMonthUnpaid) == """
                Iuran kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) menunggak. \
                Iuran bulan Oktober 2026 belum tercatat dibayar oleh perusahaan, padahal sudah \
                jatuh tempo pada 16 November 2026. Jumlahnya Rp 439.200,00.

                Membayar iuran adalah kewajiban perusahaan, termasuk bagian yang dipotong dari \
                upah Anda. Ini bukan utang Anda, dan dendanya pun ditanggung perusahaan. Mintalah \
                HRD melunasinya paling lambat 15 Desember 2026. Bila HRD menyatakan sudah \
                membayar, mintalah bukti bayarnya dan telepon 175.

                Catatan: daftar peserta yang diterima sudah menulis Anda nonaktif. Mintalah HRD \
                mencocokkannya di SIPP (sistem pelaporan perusahaan).

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who is only in the register is told that nothing else names him")
    func registerOnly() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.registerOnly) == """
                Keadaan kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) belum dapat \
                dipastikan, karena buktinya belum lengkap. Anda tercatat aktif di daftar peserta, \
                tetapi nama Anda tidak ada di payroll (daftar gaji) maupun di tagihan iuran yang \
                diterima. Ini tidak berarti iuran Anda tidak dibayar.

                Tanyakan status Anda lewat chat TanyaBPJAMSOSTEK atau telepon 175 dengan menyebut \
                nomor peserta (KPJ). HRD dapat melengkapi jawaban ini dengan buku iuran (catatan \
                tagihan dan pembayaran) atau daftar peserta terbaru yang memuat Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who is active where he is in no payroll is not told that all is well")
    func activeWithoutPayroll() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.activeWithoutPayroll) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) tercatat aktif, \
                tetapi nama Anda tidak ada di payroll (daftar gaji) yang diterima dari perusahaan \
                itu. Bila Anda tidak bekerja di sana, beri tahu HRD. Belum ada iuran yang terbukti \
                lunas dalam data ini.

                Bila aplikasi JMO atau kartu digital menampilkan hal lain, tanyakan lewat chat \
                TanyaBPJAMSOSTEK atau telepon 175 dengan menyebut nomor peserta (KPJ) Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who is not billed for a month is told when that turns the membership inactive")
    func oneMonthNotBilled() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.oneMonthNotBilled) == """
                Iuran kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) menunggak. \
                Iuran bulan Oktober 2026 untuk rekan kerja Anda sudah dibayar, tetapi nama Anda \
                tidak ada dalam tagihan itu, padahal Anda masih ada di payroll (daftar gaji). \
                Tampaknya perusahaan tidak lagi melaporkan Anda sebagai peserta. Iuran Anda yang \
                belum dibayar berjumlah Rp 439.200,00. Bila tidak ada pembayaran sampai 15 Januari \
                2027, kepesertaan Anda diperkirakan nonaktif pada 16 Januari 2027.

                Ini kewajiban perusahaan, bukan utang Anda. Bila Anda masih bekerja di sana, \
                mintalah HRD melaporkan Anda kembali di SIPP (sistem pelaporan perusahaan) paling \
                lambat 15 Januari 2027 dan membayar iurannya. Bila Anda sudah keluar, mintalah HRD \
                melaporkan tanggal keluar Anda.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("who has left is told once of what is still short")
    func leftWithArrears() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.leftWithArrears) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) sudah berakhir. Nama \
                Anda tidak lagi ada di payroll (daftar gaji) maupun di tagihan iuran. Iuran \
                terakhir yang lunas adalah bulan Juni 2026. Masih ada kekurangan iuran bulan Maret \
                2026 sebesar Rp 50.000,00; itu kewajiban perusahaan, bukan utang Anda.

                Bila Anda memang sudah keluar, ini wajar, dan saldo Jaminan Hari Tua (JHT) tetap \
                tercatat atas nama Anda. Bila Anda masih bekerja di sana, mintalah HRD melaporkan \
                Anda kembali.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("other causes, account, indications, register and gaps follow the answer")
    func remarks() {
        #expect(
            DiagnosisSamples.answer(DiagnosisSamples.remarks) == """
                Kepesertaan Anda di PT Rajut Pesisir Sejahtera (NPP 21007764) aktif. Namun data \
                pribadi Anda tidak cocok: tanggal lahir di BPJS Ketenagakerjaan berbeda dari \
                tanggal lahir di perusahaan (peserta.csv:12). Karena itu riwayat iuran, saldo, \
                atau akun Anda bisa tidak tampil, meskipun iurannya dibayar.

                Cocokkan data Anda dengan KTP bersama HRD. Bila data perusahaan yang salah, HRD \
                memperbaikinya. Bila data di BPJS Ketenagakerjaan yang salah, ajukan koreksi di \
                kantor cabang dengan membawa KTP dan nomor peserta (KPJ).

                Selain itu, akun JMO Anda belum pernah dibuat; buatlah di aplikasi JMO atau portal \
                SSO.

                Selain itu, iuran bulan Februari, Maret, dan Mei 2026 belum lengkap: masih kurang \
                Rp 928.400,00. Itu kewajiban perusahaan, bukan utang Anda.

                Ada indikasi bahwa upah Anda sudah dipotong untuk iuran bulan Februari dan Maret \
                2026, tetapi iurannya belum disetor. Ini baru indikasi: cocokkan dulu slip gaji \
                Anda dengan bukti bayar di HRD.

                Email pada akun Anda berbeda dari data terbaru; perbarui di portal SSO atau \
                aplikasi JMO. Nomor HP pada akun Anda berbeda dari data terbaru; perbarui di \
                portal SSO atau aplikasi JMO.

                Catatan: daftar peserta yang diterima sudah menulis Anda nonaktif sejak 30 \
                September 2026. Mintalah HRD mencocokkannya di SIPP (sistem pelaporan perusahaan).

                Data yang diterima belum lengkap. Payroll (daftar gaji) perusahaan baru diterima \
                sampai bulan September 2026. Buku iuran (catatan tagihan dan pembayaran) baru \
                diterima sampai bulan Agustus 2026.

                \(DiagnosisSamples.caveat)
                """
        )
    }

    @Test("a person is told the best status first, then each employer, and the caveat once")
    func person() {
        let text = AnswerText.render(DiagnosisSamples.person, DiagnosisSamples.head)
        #expect(
            text.replacing("\u{A0}", with: " ") == """
                Status Anda secara keseluruhan: aktif, di PT Lintas Samudra Kargo (NPP 21019930). \
                Anda tercatat di 2 perusahaan; yang dihitung adalah status terbaik di antaranya. \
                Seluruh iuran yang belum diterima berjumlah Rp 1.806.800,00.

                Kepesertaan Anda di PT Lintas Samudra Kargo (NPP 21019930) aktif, dan tidak \
                ditemukan masalah. Iuran terakhir yang lunas adalah bulan Oktober 2026; pembayaran \
                terakhir diterima pada 13 November 2026.

                Bila aplikasi JMO atau kartu digital menampilkan hal lain, tanyakan lewat chat \
                TanyaBPJAMSOSTEK atau telepon 175 dengan menyebut nomor peserta (KPJ) Anda.

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

    @Test("a person with one membership is told what that membership is told")
    func onePerson() {
        let diagnosis = DiagnosisSamples.sample(.notPaid)
        let head = DiagnosisSamples.head
        #expect(
            AnswerText.render(PersonDiagnosis([diagnosis]), head)
                == AnswerText.render(diagnosis, head)
        )
    }

    @Test(
        "months are named one by one, as a range, or counted",
        arguments: [
            (["2026-03"], "iuran bulan Maret 2026 belum"),
            (["2026-03", "2026-05"], "iuran bulan Maret dan Mei 2026 belum"),
            (["2025-12", "2026-02"], "iuran bulan Desember 2025 dan Februari 2026 belum"),
            (["2026-02", "2026-03", "2026-05"], "iuran bulan Februari, Maret, dan Mei 2026 belum"),
            (
                ["2025-11", "2025-12", "2026-01", "2026-02"],
                "iuran bulan November 2025 sampai Februari 2026 belum"
            ),
            (
                ["2025-01", "2025-03", "2025-05", "2025-07", "2025-09", "2025-11", "2026-01"],
                "iuran 7 bulan antara Januari 2025 dan Januari 2026 belum"
            ),
        ]
    )
    func months(_ months: [String], _ words: String) {
        var sample = DiagnosisSamples.sample(.paidIncompletely)
        sample.openMonths = months.map { DiagnosisSamples.open($0) }
        #expect(DiagnosisSamples.answer(sample).contains(words))
    }

    @Test("every sample gets the answer that it is made for", arguments: AnswerKind.allCases)
    func kinds(_ kind: AnswerKind) {
        #expect(AnswerKind(DiagnosisSamples.sample(kind)) == kind)
    }

    @Test("every cause has an answer in every status", arguments: Cause.allCases)
    func everyCause(_ cause: Cause) {
        for status in WorkerStatus.allCases {
            var diagnosis = DiagnosisSamples.diagnosis(status)
            if cause != .none { diagnosis.causes = [cause] }
            let text = DiagnosisSamples.answer(diagnosis)
            #expect(text.contains("PT Rajut Pesisir Sejahtera"), "\(cause) \(status)")
            #expect(text.hasSuffix(DiagnosisSamples.caveat), "\(cause) \(status)")
            #expect(!text.contains("{"), "\(cause) \(status)")
            #expect(text.firstMatch(of: /[ ][ .,;]|\(\)/) == nil, "\(cause) \(status)")
        }
    }

    @Test("every file of an answer is used, and every answer has one")
    func everyFile() throws {
        let folder = "\(PackageRoot.path)/Sources/Reporting/Diagnosis/Answers"
        let parts = [
            "akun", "batas", "daftar_peserta", "indikasi", "juga", "keadaan", "manfaat", "orang",
        ]
        let expected = (AnswerKind.allCases.map(\.rawValue) + parts).map { "\($0).mustache" }
        #expect(try FolderContents.names(in: folder).sorted() == expected.sorted())
    }

    @Test("only an indication is made of a cut that did not arrive")
    func indication() throws {
        for sentence in DiagnosisSamples.answer(DiagnosisSamples.remarks).split(separator: ".")
        where sentence.contains("dipotong") {
            #expect(sentence.contains("indikasi"))
        }
    }
}
