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

    init(_ outcome: WorkerOutcome, _ employer: EmployerLabel, in run: Outcome) {
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
    package fileprivate(set) var workerCount = 0
    /// What prevents it: their arrears.
    package fileprivate(set) var arrears = Rupiah.zero

    init(day: Day, employer: UInt32) {
        self.day = day
        self.employer = employer
    }

    mutating func add(_ outcome: WorkerOutcome) {
        workerCount += 1
        arrears += outcome.arrears
    }

    mutating func add(_ other: UpcomingInactivity) {
        workerCount += other.workerCount
        arrears += other.arrears
    }
}
