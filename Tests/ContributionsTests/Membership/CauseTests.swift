internal import Contributions
internal import TestSupport
internal import Testing

/// `penyebab` and `penyebab_lain`; as-of is 2026-07-20, BLTH 2026-06 the newest past due.
@Suite("The causes")
struct CauseTests {
    private static let active = [",Sari,,,aktif,"]

    private static func causes(_ bench: Workbench, at npp: String = "12004518") -> [String]? {
        bench.worker(OneMember.kpj, at: npp).map { worker in
            ([worker.causes.first] + worker.causes.others).map(\.code)
        }
    }

    @Test(
        "in their order",
        arguments: [
            ("++++++", "", nil, false, ["tidak_ada"]),
            ("+++---", "", nil, false, ["iuran_belum_dibayarkan"]),
            // A colleague has receipts in all months of the run, and he has no row there.
            ("+++---", "", nil, true, ["tidak_lagi_didaftarkan"]),
            ("---   ", "", [], true, ["belum_didaftarkan", "tidak_lagi_didaftarkan"]),
            ("---   ", "", active, true, ["tidak_lagi_didaftarkan", "belum_dilaporkan_keluar"]),
            ("++++++", "2026-06-30", nil, false, ["tidak_lagi_didaftarkan"]),
            (
                "++++++", "2026-06-30", [",Sari,,2026-06-30,nonaktif,"], false,
                ["tidak_lagi_didaftarkan"]
            ),
            ("++++++", "2026-06-30", active, false, ["belum_dilaporkan_keluar"]),
            // In arrears and left.
            (
                "+++++-", "2026-06-30", nil, false,
                ["iuran_belum_dibayarkan", "tidak_lagi_didaftarkan"]
            ),
            // In arrears because not billed, and left: one code once.
            ("+++++-", "2026-06-30", nil, true, ["tidak_lagi_didaftarkan"]),
            ("++++++", "", ["3273015204900001,Orang Lain,,,aktif,"], false, ["data_pribadi_salah"]),
            ("++++++", "", [",Sari,,,aktif,T"], false, ["akun_belum_terdaftar"]),
            (
                "++++++", "", [",Sari,,,aktif,T", ",Sari,,2020-01-01,nonaktif,Y"], false,
                ["tidak_ada"]
            ),
            ("+/++++", "", nil, false, ["iuran_tidak_lengkap"]),
            (
                "-+++++", "2026-06-30", nil, false,
                ["tidak_lagi_didaftarkan", "iuran_tidak_lengkap"]
            ),
            // Who is in arrears has his arrears for the first cause, not twice.
            ("-++++-", "", nil, false, ["iuran_belum_dibayarkan"]),
            (
                "-+++++", "2026-06-30", [",Orang Lain,,,aktif,T"], false,
                [
                    "belum_dilaporkan_keluar", "data_pribadi_salah", "akun_belum_terdaftar",
                    "iuran_tidak_lengkap",
                ]
            ),
        ] as [(String, String, [String]?, Bool, [String])]
    )
    func inTheirOrder(
        _ months: String,
        _ left: String,
        _ register: [String]?,
        _ hasColleague: Bool,
        _ expected: [String]
    ) throws {
        let bench = try OneMember.bench(
            months,
            left: left,
            register: register,
            hasColleague: hasColleague,
            ledgerUntil: "2026-07-20"
        )
        #expect(Self.causes(bench) == expected)
    }

    @Test("is bukti_tidak_lengkap where nothing is known")
    func incompleteEvidence() throws {
        #expect(try Self.causes(OneMember.bench("---")) == ["bukti_tidak_lengkap"])
    }

    @Test(
        "tidak_lagi_didaftarkan needs a colleague's receipt in every month of the run, and no row of his",
        arguments: [
            (["2026-05", "2026-06"], [], true), (["2026-06"], [], false), ([], [], false),
            (["2026-05", "2026-06"], ["2026-05"], false),
        ] as [([String], [String], Bool)]
    )
    func notBilled(_ colleague: [String], _ own: [String], _ holds: Bool) throws {
        let rows =
            colleague.map { "12004518,\($0),15080023456,\(OneWorker.full),,A,2026-07-10," }
            + own.map { "12004518,\($0),19040012345,\(OneWorker.full),,A,," }
        let bench = try OneMember.bench("++++--", extraLedger: rows)
        let cause = holds ? "tidak_lagi_didaftarkan" : "iuran_belum_dibayarkan"
        #expect(Self.causes(bench) == [cause])
        #expect(
            bench.places("tidak-ditagih")
                == (holds
                    ? ["2026-05 19040012345 payroll.csv:6", "2026-06 19040012345 payroll.csv:7"]
                    : [])
        )
    }

    @Test(
        "data_belum_sinkron needs money of a month of the run under another NPP",
        arguments: [
            // The row at the other NPP as `blth,kpj,nik`, whether he is in its payroll there.
            ("2026-06,19040012345,", false, true), ("2026-05,,3273015204900001", false, true),
            ("2026-04,19040012345,", false, false), ("2026-06,18050078901,", false, false),
            ("2026-06,19040012345,", true, false),
        ]
    )
    func misplaced(_ row: String, _ isInPayrollThere: Bool, _ holds: Bool) throws {
        let month = row.prefix(7)
        let elsewhere = isInPayrollThere ? "\n14011730,\(month),19040012345,,Sari,1000000" : ""
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-04,19040012345,3273015204900001,Sari,1000000
                12004518,2026-05,19040012345,3273015204900001,Sari,1000000
                12004518,2026-06,19040012345,3273015204900001,Sari,1000000\(elsewhere)
                """,
                "ledger.csv": """
                npp,blth,kpj,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,tanggal_bayar
                12004518,2026-04,19040012345,,\(OneWorker.full),2026-05-10
                14011730,\(row),\(OneWorker.full),2026-07-10
                """,
            ]
        )
        let isMisplaced = holds || month == "2026-04"
        let line = month.hasSuffix("4") ? 2 : month.hasSuffix("5") ? 3 : 4
        #expect(
            bench.places("npp-lain")
                == (isMisplaced ? ["\(month) 19040012345 payroll.csv:\(line)"] : [])
        )
        #expect(
            Self.causes(bench) == [holds ? "data_belum_sinkron" : "iuran_belum_dibayarkan"]
        )
    }

    @Test(
        "npp-lain holds for a lump sum whose bill has rows of several NIKs, in any order",
        arguments: [false, true]
    )
    func lumpSumOfSeveral(_ isReversed: Bool) throws {
        // 92,400 of the bill are for a NIK that payroll has elsewhere, 46,200 for another one.
        let rows = [
            "22004518,2026-06,20010034567,3273015204900001,\(OneWorker.full),26092200451,",
            "22004518,2026-06,20010034567,3174051203859002,1200,1500,18500,10000,10000,5000,"
                + "26092200451,",
        ]
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nik,nama,upah
                12004518,2026-06,19040012345,3273015204900001,Sari,1000000
                """,
                "ledger.csv": """
                npp,blth,kpj,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja,kode_iuran,tanggal_bayar
                """ + (isReversed ? rows.reversed() : rows).map { "\n\($0)" }.joined(),
                "payments.csv": """
                npp,tanggal_bayar,jumlah,blth,kode_iuran
                22004518,2026-07-10,138600,2026-06,26092200451
                """,
            ]
        )
        let found = bench.findings.filter { $0.code == .otherEmployer }
        let messages = found.map { finding -> String in
            if case .text(_, let message) = finding.detail { message } else { "" }
        }
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix("diterima 92400.00 di NPP 22004518") == true)
    }

    @Test(
        "data_belum_sinkron holds with iuran belum rinci of that NPP and month",
        arguments: [
            ("12004518,2026-07-10,92400,2026-06,X", true),
            ("12004518,2026-07-10,92400,2026-05,X", false),
            ("12004518,2026-07-10,92400,,X", false), ("14011730,2026-07-10,92400,2026-06,X", false),
            ("12004518,2026-07-21,92400,2026-06,X", false),
            // Its code is in the ledger: the payment is contained there.
            ("12004518,2026-06-10,92400,2026-06,A", false),
        ]
    )
    func unallocated(_ payment: String, _ holds: Bool) throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-05,19040012345,Sari,1000000
                12004518,2026-06,19040012345,Sari,1000000
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-05,19040012345,\(OneWorker.full),,A,2026-06-10,
                """,
                "payments.csv": """
                npp,tanggal_bayar,jumlah,blth,kode_iuran
                \(payment)
                """,
            ]
        )
        #expect(
            Self.causes(bench) == [holds ? "data_belum_sinkron" : "iuran_belum_dibayarkan"]
        )
    }

    @Test("data_belum_sinkron takes the place of tidak-ditagih")
    func unallocatedAndNotBilled() throws {
        let bench = try Workbench(
            asOf: "2026-07-20",
            [
                "payroll.csv": """
                npp,blth,kpj,nama,upah
                12004518,2026-05,19040012345,Sari,1000000
                12004518,2026-06,19040012345,Sari,1000000
                """,
                "ledger.csv": """
                \(OneWorker.ledgerHeader)
                12004518,2026-05,19040012345,\(OneWorker.full),,A,2026-06-10,
                12004518,2026-06,15080023456,\(OneWorker.full),,A,2026-07-10,
                """,
                "payments.csv": """
                npp,tanggal_bayar,jumlah,blth,kode_iuran
                12004518,2026-07-12,92400,2026-06,X
                """,
            ]
        )
        #expect(Self.causes(bench) == ["data_belum_sinkron"])
        #expect(!bench.finds("tidak-ditagih"))
    }
}
