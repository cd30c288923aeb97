package import Contributions

extension RuleBook {
    /// Reads the tables of the law.
    ///
    /// - Parameter replacements: Tables that settings put in place of the embedded ones.
    /// - Returns: The rules of all tables.
    /// - Throws: ``RuleTableProblem`` for a table that cannot be read.
    package static func read(
        replacing replacements: [RuleTable: [UInt8]] = [:]
    ) throws(RuleTableProblem) -> RuleBook {
        func rows(_ table: RuleTable) throws(RuleTableProblem) -> [RuleRow] {
            try RuleRows(table, replacements[table] ?? table.embedded).rows
        }
        return RuleBook(
            rates: try all(rows(.rates), rate),
            pensionCaps: try all(rows(.pensionCaps), pensionCap),
            pensionAges: try all(rows(.pensionAges), pensionAge),
            reliefs: try all(rows(.reliefs), relief),
            dueDates: try all(rows(.dueDates), dueDate),
            lateFees: try all(rows(.lateFees), lateFee),
            comparisons: try all(rows(.comparisons), comparison),
            sizes: try all(rows(.sizes), size),
            holidays: try all(rows(.holidays), holiday)
        )
    }

    private static func all<Rule>(
        _ rows: [RuleRow],
        _ read: (RuleRow) throws(RuleTableProblem) -> Rule
    ) throws(RuleTableProblem) -> [Rule] {
        var rules: [Rule] = []
        for row in rows { rules.append(try read(row)) }
        return rules
    }

    private static func rate(_ row: RuleRow) throws(RuleTableProblem) -> RateRule {
        let riskClass = try row.text("kelas")
        return RateRule(
            share: try row.value("bagian", "a share such as jht_tenaga_kerja") { text in
                Share.allCases.first { $0.column == text }
            },
            riskClass: riskClass.isEmpty ? nil : try row.int("kelas"),
            rate: try row.percent("persen"),
            validity: try row.validity(),
            legalBasis: try row.legalBasis()
        )
    }

    private static func pensionCap(_ row: RuleRow) throws(RuleTableProblem) -> PensionCapRule {
        PensionCapRule(
            cap: try row.value("batas", "an amount of rupiah", RuleRow.amount),
            validity: try row.validity(),
            legalBasis: try row.legalBasis()
        )
    }

    private static func pensionAge(_ row: RuleRow) throws(RuleTableProblem) -> PensionAgeRule {
        PensionAgeRule(
            age: try row.int("usia"),
            electableYears: try row.int("tahun_pilihan"),
            validity: try row.validity(),
            legalBasis: try row.legalBasis()
        )
    }

    private static func relief(_ row: RuleRow) throws(RuleTableProblem) -> ReliefRule {
        ReliefRule(
            programme: try row.value("program", "JKK, JKM, JHT or JP") { text in
                Programme.allCases.first { $0.name == text }
            },
            beneficiary: try row.value("penerima", "semua, padat_karya or penundaan_jp") {
                ReliefRule.Beneficiary(rawValue: $0)
            },
            part: try row.percent("persen_dibayar"),
            isDeferral: try row.flag("ditunda"),
            validity: try row.validity(),
            legalBasis: try row.legalBasis()
        )
    }

    private static func dueDate(_ row: RuleRow) throws(RuleTableProblem) -> DueDateRule {
        DueDateRule(
            day: try row.value("tanggal", "a day from 1 to 31") { text in
                Int(text).flatMap { (1...31).contains($0) ? $0 : nil }
            },
            shift: try row.value("geser", "sesudah or sebelum") { DueDateShift(rawValue: $0) },
            validity: try row.validity(),
            legalBasis: try row.legalBasis()
        )
    }

    private static func lateFee(_ row: RuleRow) throws(RuleTableProblem) -> LateFeeRule {
        LateFeeRule(
            rate: try row.percent("persen_per_bulan"),
            validity: try row.validity(),
            legalBasis: try row.legalBasis()
        )
    }

    private static func comparison(_ row: RuleRow) throws(RuleTableProblem) -> ComparisonRule {
        ComparisonRule(
            joinsJKM: try row.flag("gabung_jkm"),
            validity: try row.validity(),
            legalBasis: try row.legalBasis()
        )
    }

    private static func size(_ row: RuleRow) throws(RuleTableProblem) -> SizeRule {
        SizeRule(
            size: try row.value("skala", "besar, menengah, kecil or mikro") {
                EmployerSize(rawValue: $0)
            },
            programmes: try row.value("program", "programmes such as JKK;JKM", RuleRow.programmes),
            legalBasis: try row.legalBasis()
        )
    }

    private static func holiday(_ row: RuleRow) throws(RuleTableProblem) -> HolidayRule {
        HolidayRule(
            day: try row.value("tanggal", "a day such as 2026-08-17", RuleRow.day),
            isCollectiveLeave: try row.value("jenis", "libur_nasional or cuti_bersama") {
                ["libur_nasional": false, "cuti_bersama": true][$0]
            },
            legalBasis: try row.value("sumber", "the legal basis") { $0.isEmpty ? nil : $0 }
        )
    }
}
