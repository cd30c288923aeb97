import Contributions
import Reporting

/// Memberships as the feed tells of them, made for one state each.
enum DiagnosisSamples {
    static let nik = "3273015204909001"

    /// A report of 22 November 2026: October, due on 16 November, is the newest month past due.
    static let head = FeedHead(
        version: "1.2.0",
        asOf: day("2026-11-22"),
        nextDueDate: day("2026-12-15"),
        inactiveAfterMonths: 3,
        fields: .all
    )

    static func day(_ text: String) -> Day { Day(iso: text) ?? .absent }

    static func month(_ text: String) -> ContributionMonth {
        ContributionMonth(iso: text) ?? ContributionMonth(number: 0)
    }

    static let employer = DiagnosedEmployer(
        npp: "21007764",
        name: "PT Rajut Pesisir Sejahtera",
        payrollUntil: month("2026-10"),
        ledgerUntil: month("2026-10"),
        hasRegister: true
    )

    /// A membership of Dewi's, with what a state needs changed.
    static func diagnosis(
        _ status: WorkerStatus,
        _ causes: Cause...,
        change: (inout Diagnosis) -> Void = { _ in }
    ) -> Diagnosis {
        var diagnosis = Diagnosis(id: 7, employer: employer, status: status)
        diagnosis.kpj = "19040012345"
        diagnosis.nik = nik
        diagnosis.name = "Dewi Lestari"
        diagnosis.causes = causes
        diagnosis.registerWord = .active
        diagnosis.signs = Signs(card: .yes, history: .no, balance: .no, employer: .yes)
        diagnosis.evidence.month = month("2026-10")
        diagnosis.evidence.payroll = Place(file: "payroll-2026-10.csv", line: 4)
        diagnosis.evidence.register = Place(file: "peserta.csv", line: 12)
        change(&diagnosis)
        return diagnosis
    }

    /// The due dates of the months that the samples use.
    private static let dueDates = [
        "2026-02": "2026-03-16", "2026-03": "2026-04-15", "2026-05": "2026-06-15",
        "2026-06": "2026-07-15", "2026-07": "2026-08-18", "2026-08": "2026-09-15",
        "2026-09": "2026-10-15", "2026-10": "2026-11-16",
    ]

    static func open(
        _ text: String,
        short rupiah: Int64 = 439_200,
        _ status: MonthStatus = .unpaid,
        ledger: Int? = nil
    ) -> OpenMonth {
        OpenMonth(
            month: month(text),
            status: status,
            dueDate: day(dueDates[text] ?? "2025-01-15"),
            due: Rupiah(sen: 43_920_000),
            billed: ledger == nil ? .zero : Rupiah(sen: 43_920_000),
            received: Rupiah(sen: 43_920_000 - rupiah * 100),
            short: Rupiah(sen: rupiah * 100),
            payroll: Place(file: "payroll-\(text).csv", line: 4),
            ledger: ledger.map { Place(file: "iuran.csv", line: $0) }
        )
    }

    static func finding(
        _ code: FindingCode,
        _ month: String? = nil,
        _ place: Place? = nil,
        value: String = ""
    ) -> NotedFinding {
        NotedFinding(
            code: code,
            month: month.map(self.month),
            place: place,
            column: "",
            value: value
        )
    }
}

extension Diagnosis {
    /// Owes months, the trailing run of which is unpaid.
    mutating func owe(_ months: OpenMonth..., run: Int) {
        openMonths = months
        unpaidRun = run
        unpaidMonths = months.count { $0.status == .unpaid }
        arrears = months.reduce(into: .zero) { $0 += $1.short }
    }
}

// MARK: - One of each answer

extension DiagnosisSamples {
    /// The membership that gets an answer.
    static func sample(_ kind: AnswerKind) -> Diagnosis {
        switch kind {
        case .notRegistered:
            diagnosis(.unregistered, .notRegistered) { diagnosis in
                diagnosis.registerWord = .unstated
                diagnosis.signs = Signs(card: .no, history: .no, balance: .no, employer: .no)
                diagnosis.evidence.register = nil
                diagnosis.owe(open("2026-09"), open("2026-10"), run: 2)
            }
        case .paidElsewhere:
            diagnosis(.inArrears, .notSynchronised) { diagnosis in
                diagnosis.owe(open("2026-10"), run: 1)
                diagnosis.inactiveOn = day("2027-01-16")
                diagnosis.findings = [finding(.otherEmployer, "2026-10", value: "21019930")]
            }
        case .notAllocated:
            diagnosis(.inArrears, .notSynchronised) { diagnosis in
                diagnosis.owe(open("2026-09"), open("2026-10"), run: 2)
                diagnosis.inactiveOn = day("2026-12-16")
            }
        case .notBilled:
            diagnosis(.inactive, .noLongerRegistered) { diagnosis in
                diagnosis.owe(open("2026-08"), open("2026-09"), open("2026-10"), run: 3)
                diagnosis.inactiveSince = day("2026-11-17")
            }
        case .left:
            diagnosis(.ended, .noLongerRegistered) { diagnosis in
                diagnosis.registerWord = .inactive
                diagnosis.evidence.ended = day("2026-06-30")
                diagnosis.newestSettled = month("2026-06")
            }
        case .notPaid:
            diagnosis(.inArrears, .notPaid) { diagnosis in
                diagnosis.owe(open("2026-09", ledger: 31), open("2026-10", ledger: 44), run: 2)
                diagnosis.inactiveOn = day("2026-12-16")
                diagnosis.newestSettled = month("2026-08")
                diagnosis.lastPaid = day("2026-09-14")
                diagnosis.lateFee = Rupiah(sen: 2_635_200)
            }
        case .notPaidUntilInactive:
            diagnosis(.inactive, .notPaid) { diagnosis in
                diagnosis.owe(
                    open("2026-03", short: 50_000, .short, ledger: 9),
                    open("2026-07"),
                    open("2026-08"),
                    open("2026-09"),
                    open("2026-10"),
                    run: 4
                )
                diagnosis.inactiveSince = day("2026-10-16")
                diagnosis.newestSettled = month("2026-06")
                diagnosis.lateFee = Rupiah(sen: 9_622_400)
            }
        case .leavingNotReported:
            diagnosis(.ended, .leavingNotReported) { diagnosis in
                diagnosis.newestSettled = month("2026-07")
                diagnosis.findings = [finding(.leftUnreported)]
            }
        case .wrongPersonalData:
            diagnosis(.active, .wrongPersonalData) { diagnosis in
                diagnosis.settle()
                let register = Place(file: "peserta.csv", line: 12)
                diagnosis.findings = [
                    finding(.nikDiffers, nil, register),
                    finding(.nameDiffers, "2026-09", Place(file: "iuran.csv", line: 31)),
                    finding(.nameDiffers, nil, register),
                    finding(.nameDiffers, "2026-10", Place(file: "iuran.csv", line: 44)),
                ]
            }
        case .accountNotRegistered:
            diagnosis(.active, .accountNotRegistered) { diagnosis in
                diagnosis.settle()
                diagnosis.accountProblems = [.noAccount]
            }
        case .evidenceIncomplete:
            diagnosis(.unknown, .evidenceIncomplete) { diagnosis in
                diagnosis.registerWord = .unstated
                diagnosis.signs = Signs()
                diagnosis.evidence.month = nil
                diagnosis.evidence.register = nil
                diagnosis.employer.hasRegister = false
                diagnosis.employer.ledgerUntil = nil
                diagnosis.openMonths = [
                    open("2026-09", .noData), open("2026-10", .noData),
                ]
            }
        case .paidIncompletely:
            diagnosis(.active, .paidIncompletely) { diagnosis in
                diagnosis.settle()
                diagnosis.owe(
                    open("2026-03", short: 50_000, .short, ledger: 9),
                    open("2026-05"),
                    run: 0
                )
            }
        case .active: diagnosis(.active) { $0.settle() }
        case .ended:
            diagnosis(.ended) { diagnosis in
                diagnosis.registerWord = .inactive
                diagnosis.evidence.ended = day("2026-06-30")
                diagnosis.newestSettled = month("2026-06")
            }
        case .unexplained:
            diagnosis(.inArrears) { $0.owe(open("2026-10"), run: 1) }
        }
    }
}

extension Diagnosis {
    /// Has paid everything up to October.
    fileprivate mutating func settle() {
        signs = Signs(card: .yes, history: .yes, balance: .yes, employer: .yes)
        evidence.received = Rupiah(sen: 43_920_000)
        evidence.receivedJHT = Rupiah(sen: 28_500_000)
        evidence.money = Place(file: "iuran.csv", line: 44)
        newestSettled = DiagnosisSamples.month("2026-10")
        lastPaid = DiagnosisSamples.day("2026-11-13")
    }
}

// MARK: - The extremes

extension DiagnosisSamples {
    /// Everything at once, and long: what must still fit on a page.
    static var longest: Diagnosis {
        let folder = "masuk/2026-11/pt-lintas-samudra-kargo-internasional-nusantara"
        var diagnosis = diagnosis(
            .inactive,
            .notPaid,
            .leavingNotReported,
            .wrongPersonalData,
            .accountNotRegistered
        )
        diagnosis.name = "Raden Ajeng Siti Nurhaliza Kusumawardhani Prawirodirdjo binti Soekarno"
        diagnosis.employer = DiagnosedEmployer(
            npp: "21019930",
            name: "PT Lintas Samudra Kargo Internasional Nusantara Abadi Sejahtera (Persero) Tbk",
            payrollUntil: month("2026-08"),
            ledgerUntil: month("2026-07"),
            hasRegister: true
        )
        let first = month("2024-11")
        diagnosis.openMonths = (0..<24).map { index in
            let month = first.advanced(by: index)
            let name = "\(folder)/\(month)"
            return OpenMonth(
                month: month,
                status: .unpaid,
                dueDate: month.advanced(by: 1).day(15),
                due: Rupiah(sen: 1_234_567_89),
                billed: .zero,
                received: .zero,
                short: Rupiah(sen: 1_234_567_89),
                payroll: Place(file: "\(name)-payroll-staf.csv", line: 1234),
                ledger: Place(file: "\(name)-buku-iuran.csv", line: 98765)
            )
        }
        diagnosis.unpaidRun = 24
        diagnosis.unpaidMonths = 24
        diagnosis.arrears = Rupiah(sen: 24 * 1_234_567_89)
        diagnosis.lateFee = Rupiah(sen: 7_407_407_34)
        diagnosis.inactiveSince = day("2025-02-16")
        diagnosis.newestSettled = month("2024-10")
        diagnosis.lastPaid = day("2024-11-14")
        diagnosis.accountProblems = AccountProblem.allCases
        diagnosis.evidence.payroll = Place(file: "\(folder)/2026-08-payroll.csv", line: 1234)
        diagnosis.evidence.register = Place(file: "\(folder)/daftar-peserta.csv", line: 98765)
        let codes: [FindingCode] = [.nikDiffers, .nameDiffers, .birthDiffers]
        diagnosis.findings = codes.map { code in
            finding(code, nil, Place(file: "\(folder)/daftar-peserta.csv", line: 98765))
        }
        return diagnosis
    }

    /// What follows an answer, all of it.
    static var remarks: Diagnosis {
        diagnosis(.active, .wrongPersonalData, .accountNotRegistered, .paidIncompletely) {
            diagnosis in
            diagnosis.settle()
            diagnosis.registerWord = .inactive
            diagnosis.signs.card = .no
            diagnosis.signs.employer = .no
            diagnosis.evidence.ended = day("2026-09-30")
            diagnosis.owe(
                open("2026-02"),
                open("2026-03"),
                open("2026-05", short: 50_000, .short),
                run: 0
            )
            diagnosis.findings = [
                finding(.birthDiffers, nil, Place(file: "peserta.csv", line: 12)),
                finding(.cutNotPaidOn, "2026-02"), finding(.cutNotPaidOn, "2026-03"),
            ]
            diagnosis.accountProblems = [.email, .phone, .noAccount]
            diagnosis.employer.payrollUntil = month("2026-09")
            diagnosis.employer.ledgerUntil = month("2026-08")
        }
    }
}

// MARK: - Variants of an answer

extension DiagnosisSamples {
    /// A person with a good and a bad membership.
    static var person: PersonDiagnosis {
        var second = sample(.active)
        second.id = 8
        second.employer.npp = "21019930"
        second.employer.name = "PT Lintas Samudra Kargo"
        return PersonDiagnosis([sample(.notPaidUntilInactive), second])
    }

    /// Nobody named the employer, and its colleagues' ledger came without a register.
    static var notRegisteredWithoutRegister: Diagnosis {
        var diagnosis = sample(.notRegistered)
        diagnosis.employer.name = ""
        diagnosis.employer.hasRegister = false
        return diagnosis
    }

    /// One month in arrears, and the register is ahead of the ledger.
    static var oneMonthUnpaid: Diagnosis {
        var diagnosis = sample(.notPaid)
        diagnosis.registerWord = .inactive
        diagnosis.owe(open("2026-10"), run: 1)
        diagnosis.inactiveOn = .absent
        return diagnosis
    }

    /// Known only to the register.
    static var registerOnly: Diagnosis {
        var diagnosis = sample(.evidenceIncomplete)
        diagnosis.registerWord = .active
        diagnosis.employer = employer
        diagnosis.openMonths = []
        return diagnosis
    }

    /// Active by money that came under an employer whose payroll does not have him.
    static var activeWithoutPayroll: Diagnosis {
        var diagnosis = sample(.active)
        diagnosis.evidence.payroll = nil
        diagnosis.newestSettled = nil
        return diagnosis
    }

    /// Not billed for a month, not yet inactive.
    static var oneMonthNotBilled: Diagnosis {
        var diagnosis = sample(.notBilled)
        diagnosis.status = .inArrears
        diagnosis.owe(open("2026-10"), run: 1)
        diagnosis.inactiveSince = .absent
        diagnosis.inactiveOn = day("2027-01-16")
        return diagnosis
    }

    /// Has left and still has something short.
    static var leftWithArrears: Diagnosis {
        var diagnosis = sample(.left)
        diagnosis.causes = [.noLongerRegistered, .paidIncompletely]
        diagnosis.evidence.ended = .absent
        diagnosis.owe(open("2026-03", short: 50_000, .short), run: 0)
        diagnosis.findings = [finding(.leftUnreported)]
        return diagnosis
    }
}

// MARK: - Reading answers

extension DiagnosisSamples {
    /// What every answer ends with.
    static let caveat = """
        Perkiraan berdasarkan data yang diterima sampai 22 November 2026; bukan penetapan BPJS \
        Ketenagakerjaan.
        """

    /// An answer as it reads, without the spaces that keep amounts in one piece.
    static func answer(_ diagnosis: Diagnosis) -> String {
        AnswerText.render(diagnosis, head).replacing("\u{A0}", with: " ")
    }
}
