import Foundation
import RunStore
import TestSupport
import Testing

/// A command that is disturbed, with what goes before it and what follows.
struct NightCase: Sendable, CustomTestStringConvertible {
    var name: String
    /// Brings a workspace to the moment before the command.
    var prepare: @Sendable () throws -> Bench
    /// What is disturbed, and repeated afterwards.
    var command: [String]
    var isRepeated = true
    /// What the repetition may end with; where the disturbed command was done already, there is
    /// nothing left to do for it.
    var repetition: Set<Int32> = [0]
    /// What is done after the repetition.
    var after: [[String]] = []
    /// The reports that the command removes.
    var removed: Set<String> = []

    var testDescription: String { name }

    /// The runs of a night.
    static let nights = [firstNight, secondNight, sameDay]
    /// The other commands that write, and the run behind a decision.
    static let decisions = [accept, runAfterAccept, undo, purge, runAfterPurge, makeWorkspace]
}

extension NightCase {
    /// The first delivery: a subfolder, a file that is refused, and one that is not complete.
    static let firstNight = NightCase(
        name: "the first night",
        prepare: {
            let bench = try Bench()
            try bench.deliverFirst()
            try bench.drop("npp,blth\nsedang dikirim", as: "sisa.csv.part")
            return bench
        },
        command: ["run", "--as-of", "2026-11-20"]
    )

    /// A later delivery that replaces a payroll and a register, extends a ledger, repeats bytes,
    /// and holds a payroll that must wait.
    static let secondNight = NightCase(
        name: "the second night",
        prepare: {
            let bench = try Bench()
            try bench.deliverFirst()
            try bench.night("2026-11-20")
            try bench.deliverSecond()
            return bench
        },
        command: ["run", "--as-of", "2026-11-21"]
    )

    /// The same night again with a new delivery, so that a report is exchanged for another.
    static let sameDay = NightCase(
        name: "the same day again",
        prepare: {
            let bench = try Bench()
            try bench.deliverFirst()
            try bench.night("2026-11-19")
            try bench.drop(Company.roti.register(workers: 2), as: "register-roti.csv")
            try bench.night("2026-11-20")
            try bench.deliverSecond()
            return bench
        },
        command: ["run", "--as-of", "2026-11-20"]
    )

    /// A payroll that waits is confirmed.
    static let accept = NightCase(
        name: "accept",
        prepare: { try Bench.waiting() },
        command: ["accept", "2", "--why", "outlet tutup", "--who", "HRD"],
        repetition: [0, 64],
        after: [["run", "--as-of", "2026-11-22"]]
    )

    static let runAfterAccept = NightCase(
        name: "the run after accept",
        prepare: {
            let bench = try Bench.waiting()
            try bench.expect("accept", "2", "--why", "outlet tutup")
            return bench
        },
        command: ["run", "--as-of", "2026-11-22"]
    )

    static let undo = NightCase(
        name: "undo",
        prepare: { try Bench.waiting() },
        command: ["undo", "2", "--why", "salah bulan", "--who", "HRD"],
        repetition: [0, 64],
        after: [["run", "--as-of", "2026-11-22"]]
    )

    // Purging counts years from today.
    private static let longAgo = JakartaDay.today().advanced(by: -1000).description
    private static let lately = JakartaDay.today().advanced(by: -3).description
    private static let yesterday = JakartaDay.today().advanced(by: -1).description

    /// What is older than its retention is destroyed.
    static let purge = NightCase(
        name: "purge",
        prepare: {
            let bench = try Bench(settings: "retensi_tahun: 1")
            try bench.deliverFirst()
            try bench.night(longAgo)
            try bench.drop(
                Company.batik.payroll(["2026-09", "2026-10"], workers: 3),
                as: "payroll-baru.csv"
            )
            try bench.night(lately)
            return bench
        },
        command: ["purge", "--who", "Arsip"],
        after: [["run", "--as-of", yesterday]],
        removed: [longAgo]
    )

    /// A purge that nobody repeats before the next run.
    static let runAfterPurge = NightCase(
        name: "purge, and a run before the next",
        prepare: purge.prepare,
        command: purge.command,
        isRepeated: false,
        after: [
            ["run", "--as-of", yesterday], ["purge", "--who", "Arsip"],
            ["run", "--as-of", yesterday],
        ],
        removed: purge.removed
    )

    /// A new workspace.
    static let makeWorkspace = NightCase(
        name: "init",
        prepare: {
            let bench = try Bench(WorkFolder())
            try bench.folder.makeFolder("w")
            return bench
        },
        command: ["init", "."]
    )
}

// MARK: - Deliveries

extension Bench {
    /// Two employers, with files of every kind and one that nobody can read.
    func deliverFirst() throws {
        let paid = [("2026-08", "2026-09-10"), ("2026-09", "2026-10-10")]
        try drop(Company.batik.employer, as: "perusahaan-batik.csv")
        try drop(
            Company.batik.payroll(["2026-08", "2026-09", "2026-10"], workers: 3),
            as: "batik/payroll.csv"
        )
        try drop(Company.batik.ledger(paid, workers: 3), as: "batik/iuran \"lama\".csv")
        try drop(Company.batik.register(workers: 2), as: "batik/register.csv")
        try drop(Company.roti.payroll(["2026-09", "2026-10"], workers: 2), as: "payroll-roti.csv")
        try drop("bukan,tabel,iuran\n1,2,3\n", as: "tak-dikenal.csv")
    }

    /// What comes a night later.
    func deliverSecond() throws {
        let months = ["2026-08", "2026-09", "2026-10"]
        let paid = [("2026-10", "2026-11-10")]
        try drop(
            Company.batik.payroll(months, workers: 3, wage: 5_100_000),
            as: "batik/payroll.csv"
        )
        try drop(Company.batik.ledger(paid, workers: 3), as: "batik/iuran.csv")
        try drop(Company.batik.register(workers: 3), as: "batik/register.csv")
        try drop(Company.roti.payroll(["2026-10"], workers: 1), as: "payroll-roti.csv")
        try drop(Company.batik.employer, as: "lagi.csv")
        try drop("npp,blth,kpj,nama,upah\n12004518,2026-10,1904,Sekar,x\n", as: "rusak.csv")
    }

    /// A workspace in which a payroll waits for a confirmation, with a refused file beside it.
    static func waiting() throws -> Bench {
        let bench = try Bench()
        try bench.deliverFirst()
        try bench.night("2026-11-20")
        try bench.drop(Company.batik.payroll(["2026-10"], workers: 2), as: "payroll.csv")
        try bench.night("2026-11-21")
        guard try bench.delivered().contains(where: { $0.state == .waiting }) else {
            throw NothingWaits()
        }
        return bench
    }

    private struct NothingWaits: Error {}
}

// MARK: - Undisturbed and disturbed

extension NightCase {
    /// What the case comes to when nothing disturbs it.
    struct Undisturbed: Sendable {
        var prepared: Bench
        var calls: CallCount
        var snapshot: [String: String]
        /// The nights that have a report before the command.
        var nightsBefore: Set<String>
        /// The reports as soon as the command has ended.
        var reports: [String: String]
    }

    func undisturbed() throws -> Undisturbed {
        let prepared = try prepare()
        let bench = try Bench(copying: prepared)
        let log = bench.folder.path(of: "calls")
        let run = try bench.iuran(command, Fault(.count(log: log)))
        guard run.status == 0 else { throw run }
        let reports = try bench.snapshot().filter { $0.key.hasPrefix("laporan/") }
        try follow(bench)
        return Undisturbed(
            prepared: prepared,
            calls: try CallCount(log: log),
            snapshot: try bench.snapshot(),
            nightsBefore: Set(try prepared.nights()),
            reports: reports
        )
    }

    private func follow(_ bench: Bench) throws {
        for command in after {
            let run = try bench.iuran(command)
            guard run.status == 0 else { throw run }
        }
    }

    /// Disturbs the command, looks at what is left, repeats the command and looks again.
    ///
    /// - Returns: Whether the fault befell the command, and what is wrong; nothing where the case
    ///   stands it.
    func disturb(
        _ fault: Fault,
        _ undisturbed: Undisturbed
    ) throws -> (struck: Bool, trouble: [String]) {
        let bench = try Bench(copying: undisturbed.prepared)
        let run = try bench.iuran(command, fault)
        var trouble: [String] = []
        switch run.status {
        case 9 where fault.kills: break
        case 0:
            // The call was not reached, or is one that the run can do without.
            trouble += differences(try bench.reports(), undisturbed.reports).map {
                "at once: \($0)"
            }
        case 73 where !fault.kills:
            if !run.stderr.contains("cannot ") { trouble.append("no clear message: \(run)") }
        default: trouble.append("ended unexpectedly: \(run)")
        }
        if FileManager.default.fileExists(atPath: bench.path("laporan")) {
            trouble += try bench.brokenReports().map { "before the next run: \($0)" }
            let gone = undisturbed.nightsBefore.subtracting(try bench.nights() + removed)
            trouble += gone.sorted().map { "the report of \($0) is gone" }
        }

        if isRepeated {
            let again = try bench.iuran(command)
            if !repetition.contains(again.status) { trouble.append("the next run: \(again)") }
        }
        for command in after {
            let run = try bench.iuran(command)
            if run.status != 0 { trouble.append("after that: \(run)") }
        }
        trouble += differences(try bench.snapshot(), undisturbed.snapshot)
        return (run.status != 0, trouble.isEmpty ? [] : ["\(name), \(fault):"] + trouble)
    }
}

extension Bench {
    fileprivate func reports() throws -> [String: String] {
        try snapshot().filter { $0.key.hasPrefix("laporan/") && !$0.key.contains("sementara") }
    }
}
