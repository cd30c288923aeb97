internal import Contributions
internal import Testing

@Suite("Finding codes")
struct FindingCodeTests {
    @Test("keep the names, and the severities, that others rely on")
    func names() {
        let contract: [(String, Severity)] = [
            ("baris-ditolak", .error), ("baris-kembar", .info), ("digantikan", .info),
            ("kutip-tidak-lazim", .warning),
            ("nik-rusak-excel", .error), ("perusahaan-tidak-terdaftar", .error),
            ("aturan-di-luar-jangkauan", .error), ("pembayaran-tidak-dinyatakan", .warning),
            ("iuran-belum-rinci", .error), ("identitas-bertabrakan", .error),
            ("kpj-ganda", .warning),
            ("nik-berbeda", .error), ("nik-tidak-sah", .error), ("nama-berbeda", .warning),
            ("tanggal-lahir-berbeda", .warning), ("calon-pasangan", .info), ("npp-lain", .error),
            ("upah-nol", .info), ("upah-di-luar-masa-kerja", .info), ("kurang-bayar", .error),
            ("lebih-bayar", .warning), ("tidak-di-payroll", .warning), ("pds-upah", .error),
            ("pds-tenaga-kerja", .error), ("pds-program", .error),
            ("dipotong-tidak-disetor", .grave),
            ("potongan-berbeda", .warning), ("tidak-ditagih", .error),
            ("keluar-tanpa-laporan", .warning), ("kepesertaan-tidak-sesuai", .warning),
            ("pasangan-dipakai", .info), ("pasangan-kedaluwarsa", .warning),
            ("pasangan-tidak-berlaku", .error), ("kpj-dua-orang", .error),
            ("kelas-jkk-berbeda", .error), ("program-berbeda", .error),
            ("lonjakan-upah", .warning), ("rapel-menutup", .info),
            ("email-berbeda", .info), ("no-hp-berbeda", .info),
        ]
        let known = Dictionary(
            uniqueKeysWithValues: FindingCode.allCases.map { ($0.code, $0.severity) }
        )
        for (code, severity) in contract { #expect(known[code] == severity, "\(code)") }
    }

    @Test("are one per trigger, in small letters, with a trigger and an advice each")
    func wellFormed() {
        let codes = FindingCode.allCases.map(\.code)
        #expect(Set(codes).count == codes.count)
        for code in FindingCode.allCases {
            #expect(code.code.allSatisfy { $0.isLowercase || $0 == "-" }, "\(code)")
            #expect(!code.trigger.isEmpty && !code.advice.isEmpty, "\(code)")
        }
        #expect(Set(FindingCode.allCases.map(\.trigger)).count == codes.count)
    }

    @Test("call a cut that was not paid on an indication")
    func indication() {
        #expect(FindingCode.cutNotPaidOn.trigger.contains("indikasi"))
    }
}
