package import Contributions

/// A worker-month re-derived, for people: what `iuran explain` prints.
///
/// It reads as the reckoning goes: pay, rule, due, bill, money, status. Every figure names its file
/// and line.
package struct ExplanationText {
    private let explanation: MonthExplanation
    private let outcome: Outcome
    private var lines: [Line] = []

    /// A line of text, or a row of cells that stand in columns.
    private enum Line {
        case text(String)
        case row(name: String, value: String, note: String)
    }

    /// Renders an explanation.
    ///
    /// - Parameters:
    ///   - explanation: The worker-month.
    ///   - outcome: The run it is part of.
    /// - Returns: Lines for a terminal, at most 100 columns where no text is longer.
    package static func render(_ explanation: MonthExplanation, _ outcome: Outcome) -> String {
        var text = ExplanationText(explanation: explanation, outcome: outcome)
        text.addHead()
        text.addPay()
        text.addRules()
        text.addDue()
        text.addLedger()
        text.addMoney()
        text.addStatus()
        text.addLateFee()
        text.addFindings()
        return text.laidOut()
    }

    private init(explanation: MonthExplanation, outcome: Outcome) {
        self.explanation = explanation
        self.outcome = outcome
    }
}

// MARK: - Sections

extension ExplanationText {
    private var month: MonthOutcome { explanation.outcome }

    private mutating func addHead() {
        let records = outcome.records
        let worker = explanation.worker
        let npp = records.identifiers.string(of: records.employers[Int(worker.employer)].text)
        let nik = MaskedIdentifier.text(worker.nik, in: records.identifiers)
        let numbers = [
            worker.kpj.isUsable ? "KPJ \(records.identifiers.string(of: worker.kpj.text))" : "",
            nik.isEmpty ? "" : "NIK \(nik)",
        ]
        add(
            line: ([records.texts.string(of: worker.name)] + numbers).filter { !$0.isEmpty }
                .joined(separator: ", ")
        )
        add(
            line: "NPP \(npp) \(explanation.employer?.name ?? "")".trimmed
                + ", BLTH \(month.month), keadaan per \(outcome.run.asOf)"
        )
        add(line: "")
        add(line: "Status iuran: \(month.status.name) (\(month.status.code))")
    }

    private mutating func addPay() {
        section("Upah")
        guard !explanation.payroll.isEmpty else {
            return add("", "tidak ada baris payroll untuk pekerja ini pada BLTH ini")
        }
        for use in explanation.payroll {
            let note =
                switch use.use {
                case .counted: ""
                case .outsideService: "di luar masa kerja; tidak terutang"
                case .twin: "baris kembar; tidak dihitung lagi"
                }
            add(place(use.row.source), amount(use.row.base), note)
        }
        add("dasar iuran", amount(month.base), "upah + rapel, semua baris yang dihitung")
    }

    private mutating func addRules() {
        section("Aturan BLTH \(month.month)")
        let employer = explanation.employer
        let history = employer.map { row in
            "berlaku dari \(row.from?.description ?? "awal"), \(place(row.source))"
        }
        add("kelas JKK", "\(employer?.riskClass ?? 1)", history ?? "perusahaan tidak terdaftar")
        add("program", explanation.programmes.text)
        let laws = explanation.laws
        if explanation.programmes.contains(.jp) {
            let cap = explanation.rules.pensionCap.map(amount) ?? "belum diketahui"
            add("batas upah JP", cap, laws.pensionCap)
            let age = explanation.age.map { "\($0) tahun" } ?? "tidak diketahui"
            let isForeign = explanation.worker.person.contains(.foreign)
            let birth =
                explanation.worker.birth.ifPresent.map { "lahir \($0)" } ?? "tanpa tanggal lahir"
            add(
                "usia pada \(month.month)-01",
                "\(age), \(explanation.owesPension ? "wajib JP" : "tidak wajib JP")",
                "\(birth)\(isForeign ? ", warga negara asing" : ""); usia pensiun \(laws.pensionYears.map(String.init) ?? "?"); "
                    + laws.pensionAge
            )
        }
        let assumed = explanation.rules.dueIsAssumed ? " (diasumsikan)" : ""
        add("jatuh tempo", "\(explanation.rules.due)\(assumed)", laws.due)
        add("pembulatan", "ke \(outcome.policy.rounding.rawValue), sekali per program")
    }

    private mutating func addDue() {
        section("Terutang")
        for share in explanation.shares where share.due != .zero {
            add(
                share.share.name,
                amount(share.due),
                "\(AmountText.percent(share.rate)) x \(amount(share.base)); "
                    + share.legalBasis.joined(separator: "; ")
            )
        }
        add("jumlah", amount(month.due.total))
    }

    private mutating func addLedger() {
        section("Tagihan dan penerimaan menurut buku iuran")
        if explanation.ledger.isEmpty {
            return add("", "tidak ada baris untuk pekerja ini pada BLTH ini: tidak ditagih")
        }
        for use in explanation.ledger {
            let row = use.row
            let code = outcome.records.identifiers.string(of: row.billingCode)
            let kind =
                switch use.use {
                case .receipt: "diterima \(row.paid)"
                case .bill:
                    row.paid.isAbsent
                        ? "tagihan, bukan bukti bayar"
                        : "dibayar \(row.paid), setelah tanggal laporan"
                case .twin: "baris kembar; tidak dihitung lagi"
                case .reprinted: "dicetak lagi di berkas yang lebih baru; tidak dihitung"
                }
            add(
                place(row.source),
                amount(row.shares.total),
                kind + (code.isEmpty ? "" : ", kode iuran \(code)")
            )
        }
        if !month.matchKey.code.isEmpty { add("kunci cocok", month.matchKey.code) }
        add("ditagih", amount(month.billed.total))
        if month.reportedWage > .zero {
            add("upah dilaporkan", amount(month.reportedWage))
        }
    }

    private mutating func addMoney() {
        section("Setoran yang dialokasikan kepada pekerja ini")
        if explanation.payments.isEmpty { add("", "tidak ada") }
        for part in explanation.payments {
            let payment = outcome.records.payments[part.payment]
            let rule = outcome.allocations.first { use in
                use.payment == part.payment && use.month == part.month
                    && use.billingCode == part.billingCode && use.rule.paysBills
            }
            let words = rule.map { " (\($0.rule.code), \($0.workerCount) pekerja)" } ?? ""
            add(
                place(payment.source),
                amount(part.shares.total),
                "bagian dari setoran \(payment.paid) \(amount(payment.amount))\(words)"
            )
        }
        add("diterima", amount(month.received.total), "semua penerimaan BLTH ini")
    }

    private mutating func addStatus() {
        section("Perbandingan per program")
        let joins = explanation.rules.joinsJKM
        let (due, received) = (
            month.due.compared(joiningJKM: joins), month.received.compared(joiningJKM: joins)
        )
        for share in Share.allCases where due[share] != .zero || received[share] != .zero {
            let net = received[share] - due[share]
            let tolerance = outcome.policy.tolerance.perShare[share]
            let word =
                net < -tolerance
                ? "kurang \(amount(-net))"
                : net > tolerance
                    ? "lebih \(amount(net))" : "cocok (toleransi \(amount(tolerance)))"
            add(
                share == .jkk && joins ? "JKK + JKM" : share.name,
                "\(amount(received[share])) dari \(amount(due[share]))",
                word
            )
        }
        if let day = month.settledOn.ifPresent { add("lunas sejak", "\(day)") }
        if month.daysLate > 0 { add("terlambat", "\(month.daysLate) hari") }
        add("status", month.status.code, month.status.name)
    }

    private mutating func addLateFee() {
        guard !explanation.lateParts.isEmpty else { return }
        section("Denda (perkiraan, bukan penetapan BPJS Ketenagakerjaan)")
        for part in explanation.lateParts {
            let when = part.paid.ifPresent.map { "dibayar \($0)" } ?? "belum dibayar"
            add(
                part.share == .jkk && explanation.rules.joinsJKM ? "JKK + JKM" : part.share.name,
                "\(amount(part.amount)) x \(part.months) bulan",
                "\(when); sejak \(explanation.rules.due)"
            )
        }
        add(
            "denda",
            amount(month.lateFee),
            "\(AmountText.percent(explanation.rules.lateFee)) per bulan yang dimulai; "
                + explanation.laws.lateFee
        )
    }

    private mutating func addFindings() {
        guard !explanation.findings.isEmpty else { return }
        section("Temuan")
        let texts = FindingTexts(outcome)
        for finding in explanation.findings {
            for line in texts.diagnostic(of: finding).lines {
                add(line: "  " + MaskedIdentifier.masked(line))
            }
        }
    }
}

// MARK: - Lines

extension ExplanationText {
    private mutating func section(_ title: String) {
        lines += [.text(""), .text(title)]
    }

    private mutating func add(_ name: String, _ value: String, _ note: String = "") {
        lines.append(.row(name: name, value: value, note: note))
    }

    private mutating func add(line: String) { lines.append(.text(line)) }

    /// All lines, the cells of rows under each other.
    private func laidOut() -> String {
        var (nameWidth, valueWidth) = (0, 0)
        for case .row(let name, let value, let note) in lines {
            nameWidth = max(nameWidth, name.count)
            if !note.isEmpty { valueWidth = max(valueWidth, value.count) }
        }
        let texts = lines.map { line in
            switch line {
            case .text(let text): text
            case .row(let name, let value, let note):
                "  \(name.padded(to: nameWidth))  \(value.padded(to: valueWidth))  \(note)"
                    .trimmedEnd
            }
        }
        return texts.joined(separator: "\n") + "\n"
    }

    private func place(_ source: SourceLine) -> String {
        "\(outcome.records.files[source.file]):\(source.line)"
    }

    private func amount(_ amount: Rupiah) -> String { AmountText.grouped(amount) }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    fileprivate var trimmed: String { trimmedEnd }
}
