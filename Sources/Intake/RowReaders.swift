internal import Contributions

// One reader per kind: cells in, one record out. Each notes what it cannot read in the row's
// problems; the row is used only when there are none.

extension SegmentReader {
    mutating func readPayroll(_ cells: inout CanonicalRow, _ source: SourceLine) {
        let npp = cells.requiredNPP()
        let month = cells.requiredMonth()
        cells.require(.nama, Expectation.name)
        let (kpj, nik, person) = person(&cells, source)
        var residue = Fingerprint()
        let (base, rapel) = base(&cells, &residue)
        let cutJHT = cells.amount(.potonganJHT)
        let cutJP = cells.amount(.potonganJP)
        let birth = cells.day(.tanggalLahir)
        let joined = cells.day(.tanggalMasuk)
        let left = cells.day(.tanggalKeluar)
        let programmes = cells.optional(.program, Expectation.programmes, CellValue.programmes)
        let electsJP = cells.yesOrNo(.jpLanjut) ?? false
        residue.add(.sebabKeluar, cells.bytes(.sebabKeluar))
        residue.add(.email, cells.bytes(.email))
        residue.add(.noHP, cells.bytes(.noHP))
        residue.add(.divisi, cells.bytes(.divisi))
        if layout.statesPersons { cells.addPerson(to: &residue) }
        guard cells.problems.isEmpty else { return }

        var marks = PayrollMarks(person)
        if electsJP { marks.insert(.electsJP) }
        if cutJHT != nil { marks.insert(.statesJHTCut) }
        if cutJP != nil { marks.insert(.statesJPCut) }
        records.amountTotal.add(base)
        if let cutJHT { records.amountTotal.add(cutJHT) }
        if let cutJP { records.amountTotal.add(cutJP) }
        if rapel != .zero { records.rapels.append(StatedRapel(source: source, amount: rapel)) }
        if !left.isAbsent, cells.has(.sebabKeluar) {
            let reason = records.texts.keep(cells.bytes(.sebabKeluar))
            records.leavingReasons.append(LeavingReason(source: source, text: reason))
        }
        records.payroll.append(
            PayrollRow(
                employer: records.employers.number(of: npp),
                month: month,
                programmes: programmes ?? .none,
                marks: marks,
                kpj: kpj,
                nik: nik,
                base: base,
                cutJHT: cutJHT ?? .zero,
                cutJP: cutJP ?? .zero,
                birth: birth,
                joined: joined,
                left: left,
                contacts: cells.contacts(),
                name: records.texts.keep(cells.bytes(.nama)),
                employeeNumber: records.texts.keep(cells.bytes(.noPegawai)),
                unit: records.texts.keep(cells.bytes(.unit)),
                source: source,
                residue: residue.value
            )
        )
    }

    /// Upah + rapel: the wage as stated, else basic pay and fixed allowance, else 25 days' pay; and
    /// the rapel in it.
    private mutating func base(
        _ cells: inout CanonicalRow,
        _ residue: inout Fingerprint
    ) -> (base: Rupiah, rapel: Rupiah) {
        let wage = cells.amount(.upah)
        let basic = cells.amount(.gajiPokok)
        let allowance = cells.amount(.tunjanganTetap)
        let daily = cells.amount(.upahHarian)
        let rapel = cells.amount(.rapel)
        if let wage { residue.add(.upah, wage.sen) }
        if let basic { residue.add(.gajiPokok, basic.sen) }
        if let allowance { residue.add(.tunjanganTetap, allowance.sen) }
        if let daily { residue.add(.upahHarian, daily.sen) }
        if let rapel { residue.add(.rapel, rapel.sen) }
        let stated: Rupiah
        if let wage {
            stated = wage
        } else if let basic {
            stated = basic + (allowance ?? .zero)
        } else if let daily {
            stated = Rupiah(sen: daily.sen * 25)
        } else {
            if cells.problems.isEmpty { cells.refuse(wageColumn, Expectation.wage) }
            return (.zero, .zero)
        }
        return (stated + (rapel ?? .zero), rapel ?? .zero)
    }

    private var wageColumn: Column {
        [.upah, .gajiPokok, .upahHarian].first { layout.cell(of: $0) >= 0 } ?? .upah
    }

    mutating func readLedger(_ cells: inout CanonicalRow, _ source: SourceLine) {
        let npp = cells.requiredNPP()
        let month = cells.requiredMonth()
        let (kpj, nik, person) = person(&cells, source)
        let jkp = cells.amount(.jkpPemberiKerja) ?? .zero
        let shares = Shares(
            jkk: cells.requiredAmount(.jkk) + jkp,
            jkm: cells.requiredAmount(.jkm),
            jhtEmployer: cells.requiredAmount(.jhtPemberiKerja),
            jhtWorker: cells.requiredAmount(.jhtTenagaKerja),
            jpEmployer: cells.requiredAmount(.jpPemberiKerja),
            jpWorker: cells.requiredAmount(.jpTenagaKerja)
        )
        let wage = cells.amount(.upah)
        let rapel = cells.amount(.rapel)
        let paid = cells.day(.tanggalBayar)
        let birth = cells.day(.tanggalLahir)
        guard cells.problems.isEmpty else { return }
        records.amountTotal.add(shares)
        let reported = (wage ?? .zero) + (rapel ?? .zero)
        records.amountTotal.add(reported)
        var wageMarks = wage != nil || rapel != nil ? WageMarks.wage : .none
        if let rapel, rapel > .zero {
            wageMarks.insert(.rapel)
            records.rapels.append(StatedRapel(source: source, amount: rapel))
        }
        records.ledger.append(
            LedgerRow(
                employer: records.employers.number(of: npp),
                month: month,
                wageMarks: wageMarks,
                person: person,
                kpj: kpj,
                nik: nik,
                billingCode: records.identifiers.pack(cells.bytes(.kodeIuran)),
                paid: paid,
                birth: birth,
                shares: shares,
                jkp: jkp,
                wage: reported,
                name: records.texts.keep(cells.bytes(.nama)),
                nameFingerprint: Fingerprint(of: cells.bytes(.nama)),
                source: source
            )
        )
    }

    mutating func readRegister(_ cells: inout CanonicalRow, _ source: SourceLine) {
        let npp = cells.requiredNPP()
        let (kpj, nik, person) = person(&cells, source)
        let birth = cells.day(.tanggalLahir)
        let started = cells.day(.tanggalKepesertaan)
        let ended = cells.day(.tanggalNonaktif)
        let balance = cells.amount(.saldoJHT)
        let status = cells.optional(.status, Expectation.registerStatus) { bytes in
            CellText.equals(bytes, "aktif")
                ? RegisterStatus.active : CellText.equals(bytes, "nonaktif") ? .inactive : nil
        }
        let hasAccount = cells.yesOrNo(.akunJMO)
        guard cells.problems.isEmpty else { return }
        var residue = Fingerprint()
        residue.add(.tanggalKepesertaan, Int64(started.number))
        residue.add(.saldoJHT, balance?.sen ?? .min)
        residue.add(.email, cells.bytes(.email))
        residue.add(.noHP, cells.bytes(.noHP))
        if layout.statesPersons { cells.addPerson(to: &residue) }
        records.register.append(
            RegisterRow(
                employer: records.employers.number(of: npp),
                status: status ?? .unstated,
                account: hasAccount.map { $0 ? .exists : .missing } ?? .unstated,
                person: person,
                kpj: kpj,
                nik: nik,
                birth: birth,
                ended: ended,
                contacts: cells.contacts(),
                name: records.texts.keep(cells.bytes(.nama)),
                nameFingerprint: Fingerprint(of: cells.bytes(.nama)),
                source: source,
                residue: residue.value
            )
        )
    }

    mutating func readPayment(_ cells: inout CanonicalRow, _ source: SourceLine) {
        let npp = cells.requiredNPP()
        let paid = cells.requiredDay(.tanggalBayar)
        let amount = cells.requiredAmount(.jumlah)
        let month = cells.optional(.blth, Expectation.month, CellValue.month)
        let lateFee = cells.amount(.denda) ?? .zero
        guard cells.problems.isEmpty else { return }
        records.amountTotal.add(amount)
        records.amountTotal.add(lateFee)
        records.payments.append(
            PaymentRow(
                employer: records.employers.number(of: npp),
                paid: paid,
                amount: amount,
                lateFee: lateFee,
                month: month,
                billingCode: records.identifiers.pack(cells.bytes(.kodeIuran)),
                source: source
            )
        )
    }

    mutating func readEmployer(_ cells: inout CanonicalRow, _ source: SourceLine) {
        let npp = cells.requiredNPP()
        cells.require(.nama, Expectation.name)
        let riskClass = CellValue.riskClass(cells.bytes(.kelasJKK), in: book)
        if riskClass == nil { cells.refuse(.kelasJKK, Expectation.riskClass) }
        let from = cells.optional(.berlakuDari, Expectation.month, CellValue.month)
        let size = cells.optional(.skalaUsaha, Expectation.size) {
            EmployerSize(rawValue: String(decoding: $0, as: UTF8.self).lowercased())
        }
        let programmes = cells.optional(.program, Expectation.programmes, CellValue.programmes)
        let isLabourIntensive = cells.yesOrNo(.padatKarya) ?? false
        let defersJP = cells.yesOrNo(.penundaanJP) ?? false
        guard cells.problems.isEmpty, let riskClass else { return }
        records.employerRows.append(
            EmployerRow(
                employer: records.employers.number(of: npp),
                name: String(decoding: cells.bytes(.nama), as: UTF8.self),
                riskClass: riskClass,
                from: from,
                size: size,
                programmes: programmes ?? .none,
                isLabourIntensive: isLabourIntensive,
                defersJP: defersJP,
                group: String(decoding: cells.bytes(.grup), as: UTF8.self),
                source: source
            )
        )
    }

    mutating func readLeaver(_ cells: inout CanonicalRow, _ source: SourceLine) {
        let npp = cells.has(.npp) ? cells.requiredNPP() : nil
        let (kpj, nik) = identity(&cells, source)
        let left = cells.requiredDay(.tanggalKeluar)
        guard cells.problems.isEmpty else { return }
        records.leavers.append(
            LeaverRow(
                employer: npp.map { records.employers.number(of: $0) },
                kpj: kpj,
                nik: nik,
                left: left,
                reason: records.texts.keep(cells.bytes(.sebabKeluar)),
                source: source
            )
        )
    }

    mutating func readEmployee(_ cells: inout CanonicalRow, _ source: SourceLine) {
        cells.require(.noPegawai, Expectation.employeeNumber)
        if CellText.isShortened(cells.bytes(.noPegawai)) {
            cells.refuse(.noPegawai, Expectation.employeeNumber)
        }
        _ = identity(&cells, source)
        for column in [Column.tanggalLahir, .tanggalMasuk, .tanggalKeluar] { _ = cells.day(column) }
        guard cells.problems.isEmpty else { return }
        records.employees.append(
            EmployeeDirectory.Entry(
                npp: [UInt8](cells.bytes(.npp)),
                number: [UInt8](cells.bytes(.noPegawai)),
                cells: EmployeeDirectory.columns.map { [UInt8](cells.bytes($0)) },
                source: source
            )
        )
    }

    mutating func readPair(_ cells: inout CanonicalRow, _ source: SourceLine) {
        let npp = cells.requiredNPP()
        let (kpj, nik) = identity(&cells, source)
        let otherKPJ = self.kpj(&cells, source, in: .kpjLain)
        let otherNIK = self.nik(&cells, source, in: .nikLain)
        for (column, isDamaged) in [
            (Column.kpjLain, otherKPJ.isDamaged), (.nikLain, otherNIK.isDamaged),
        ] where isDamaged {
            cells.refuse(column, .damaged, Expectation.otherIdentity)
        }
        if !cells.has(.kpjLain), !cells.has(.nikLain) {
            let column = layout.states(.kpjLain) ? Column.kpjLain : .nikLain
            cells.refuse(column, .missing, Expectation.otherIdentity)
        }
        cells.require(.alasan, Expectation.reason)
        cells.require(.oleh, Expectation.decider)
        let until = cells.day(.berlakuSampai)
        guard cells.problems.isEmpty else { return }
        records.pairs.append(
            PairRow(
                employer: records.employers.number(of: npp),
                kpj: kpj,
                nik: nik,
                otherKPJ: otherKPJ,
                otherNIK: otherNIK,
                reason: CellText.shownWhole(cells.bytes(.alasan)),
                decider: CellText.shownWhole(cells.bytes(.oleh)),
                until: until,
                source: source
            )
        )
    }
}

extension CanonicalRow {
    /// Adds the cells of a person that are not kept as they stand.
    @inline(__always)
    fileprivate func addPerson(to residue: inout Fingerprint) {
        residue.add(.noPaspor, bytes(.noPaspor))
        residue.add(.kewarganegaraan, bytes(.kewarganegaraan))
    }
}
