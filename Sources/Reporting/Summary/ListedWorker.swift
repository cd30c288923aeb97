package import Contributions

/// A worker whom a page names.
package struct ListedWorker: Sendable {
    package let employer: UInt32
    package let npp: String
    package let employerName: String
    package let kpj: String
    /// The NIK with its middle hidden.
    package let maskedNIK: String
    package let name: String
    package let unit: String
    package let status: WorkerStatus
    package let registerWord: RegisterStatus
    package let cause: Cause
    package let otherCauses: [Cause]
    package let unpaidRun: Int
    package let unpaidMonths: Int
    package let arrears: Rupiah
    /// The day his membership turned inactive, or will.
    package let inactiveOn: Day?
    /// What becomes of one in arrears, where a list is about that.
    package let forecast: InactivityForecast?

    init(
        _ outcome: WorkerOutcome,
        _ employer: EmployerLabel,
        in run: Outcome,
        forecast: InactivityForecast? = nil
    ) {
        let worker = run.workers[Int(outcome.worker)]
        let records = run.records
        self.employer = worker.employer
        npp = employer.npp
        employerName = employer.name
        kpj = records.identifiers.string(of: worker.kpj.text)
        maskedNIK = MaskedIdentifier.text(worker.nik, in: records.identifiers)
        name = records.texts.string(of: worker.name)
        unit = records.texts.string(of: worker.unit)
        status = outcome.status
        registerWord = outcome.registerWord
        cause = outcome.causes.first
        otherCauses = outcome.causes.others
        unpaidRun = Int(outcome.unpaidRun)
        unpaidMonths = Int(outcome.unpaidMonths)
        arrears = outcome.arrears
        inactiveOn = outcome.inactiveSince.ifPresent ?? outcome.inactiveOn.ifPresent
        self.forecast = forecast
    }
}

/// An employer's number and newest name.
struct EmployerLabel {
    let npp: String
    let name: String

    init(_ employer: UInt32, in run: Outcome) {
        npp = run.records.identifiers.string(of: run.records.employers[Int(employer)].text)
        name = run.employerMonths.histories[Int(employer)].last?.name ?? ""
    }
}

/// The workers of an employer who turn inactive on the same day unless money comes.
package struct UpcomingInactivity: Sendable {
    package let day: Day
    package let employer: UInt32
    package private(set) var workerCount = 0
    /// The least that prevents it: the oldest month of each run, in full.
    package private(set) var preventing = Rupiah.zero
    /// What makes them whole up to that day, as far as it is known.
    package private(set) var whole = Rupiah.zero
    /// The workers for whom a month is not in it, because its payroll has not come.
    package private(set) var unknownCount = 0

    /// The last day on which money prevents it.
    package var payBy: Day { day.advanced(by: -1) }

    init(day: Day, employer: UInt32) {
        self.day = day
        self.employer = employer
    }

    mutating func add(_ forecast: InactivityForecast) {
        workerCount += 1
        preventing += forecast.preventing
        whole += forecast.whole
        if forecast.current == nil { unknownCount += 1 }
    }

    mutating func add(_ other: UpcomingInactivity) {
        workerCount += other.workerCount
        preventing += other.preventing
        whole += other.whole
        unknownCount += other.unknownCount
    }
}
