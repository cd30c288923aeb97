/// All rows about one employee, wherever they are filed.
///
/// It begins with a worker about whom everything is in order; a story then changes what it is
/// about.
struct Dossier: Sendable {
    let employee: Employee
    let company: Company
    var payroll: [PayrollRow]
    var ledger: [LedgerRow]
    var register: [RegisterRow]

    /// Files a year of a worker who was paid, billed and registered.
    init(
        _ employee: Employee,
        at company: Company,
        months: ClosedRange<Month>,
        payday: (Month) -> Day?
    ) {
        self.employee = employee
        self.company = company
        payroll = []
        ledger = []
        for month in months {
            let job = Job(employee.person, at: company, wage: employee.wage(in: month))
            let owed = job.owed(month)
            payroll.append(
                job.payroll(month).with {
                    $0.jhtCut = owed.jhtWorker.wholeRupiah
                    $0.jpCut = owed.jpWorker.wholeRupiah
                    $0.joined = employee.joined
                    $0.employeeNumber = employee.number
                    $0.unit = employee.unit
                }
            )
            ledger.append(job.bill(month).with { $0.paid = payday(month) })
        }
        let served = Int64(months.upperBound.number - employee.joined.month.number)
        let monthly = employee.firstWage.share(Rate(basisPoints: 570)).sen
        register = [
            Job(employee.person, at: company).register(since: employee.joined).with {
                $0.balance = Rupiah(sen: monthly * served * 8 / 10)
                $0.hasAccount = true
            }
        ]
    }
}

// MARK: - Changes that several stories make

extension Dossier {
    mutating func changePayroll(_ months: ClosedRange<Month>, _ change: (inout PayrollRow) -> Void)
    {
        for index in payroll.indices where months.contains(payroll[index].blth) {
            change(&payroll[index])
        }
    }

    mutating func changeLedger(_ months: ClosedRange<Month>, _ change: (inout LedgerRow) -> Void) {
        for index in ledger.indices where months.contains(ledger[index].blth) {
            change(&ledger[index])
        }
    }

    mutating func changeRegister(_ change: (inout RegisterRow) -> Void) {
        for index in register.indices {
            change(&register[index])
        }
    }

    mutating func removePayroll(_ months: ClosedRange<Month>) {
        payroll.removeAll { months.contains($0.blth) }
    }

    mutating func removeLedger(_ months: ClosedRange<Month>) {
        ledger.removeAll { months.contains($0.blth) }
    }

    /// Leaves the bills and takes away the payment.
    mutating func leaveUnpaid(_ months: ClosedRange<Month>) {
        changeLedger(months) { $0.paid = nil }
    }

    /// Bills a month anew, as if his wage or his programmes were others.
    mutating func rebill(_ months: ClosedRange<Month>, as job: (Month) -> Job) {
        changeLedger(months) { row in
            let bill = job(row.blth).bill(row.blth)
            row.wage = bill.wage
            row.amounts = bill.amounts
        }
    }

    /// Ends payroll and bills with the month of a day.
    mutating func end(_ day: Day) {
        payroll.removeAll { $0.blth > day.month }
        ledger.removeAll { $0.blth > day.month }
    }

    /// Ends the employment on a day that payroll knows.
    mutating func leave(on day: Day) {
        end(day)
        changePayroll(day.month...day.month) {
            $0.left = day
            $0.reasonLeft = "mengundurkan diri"
        }
    }

    /// Begins the employment on a day of the year under review.
    mutating func join(on day: Day) {
        payroll.removeAll { $0.blth < day.month }
        ledger.removeAll { $0.blth < day.month }
        for index in payroll.indices {
            payroll[index].joined = day
        }
        changeRegister {
            $0.since = day
            $0.balance = nil
        }
    }

    /// Gives him another KPJ, or none, in the payroll of some months.
    mutating func usePayrollKPJ(_ kpj: String, in months: ClosedRange<Month>) {
        changePayroll(months) { $0.kpj = kpj }
    }

    /// Notes how he can be reached, in payroll and register alike.
    mutating func addContact(email: String, mobile: String) {
        for index in payroll.indices {
            payroll[index].email = email
            payroll[index].mobile = mobile
        }
        changeRegister {
            $0.email = email
            $0.mobile = mobile
        }
    }

    /// Changes his NIK in every row about him.
    mutating func changeNIK(_ change: (String) -> String) {
        for index in payroll.indices { payroll[index].nik = change(payroll[index].nik) }
        for index in ledger.indices { ledger[index].nik = change(ledger[index].nik) }
        changeRegister { $0.nik = change($0.nik) }
    }
}
