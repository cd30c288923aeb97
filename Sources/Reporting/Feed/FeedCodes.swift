internal import Contributions

/// The numbers that stand for codes in the feed, listed in its table `kode`.
///
/// They are frozen for a version of the feed: ``FeedFile/version`` rises with any change but an
/// addition. `FeedCodeTests` holds them fast.
enum FeedCodes {
    /// A row of the table `kode`.
    struct Row {
        var kind: String
        var number: Int
        var code: String
        var name: String
        var actor: String?
        var channel: String?
        var step: String?
    }

    static func number(_ status: WorkerStatus) -> Int { Int(status.rawValue) }
    static func number(_ word: RegisterStatus) -> Int { Int(word.rawValue) }
    static func number(_ cause: Cause) -> Int { Int(cause.rawValue) }
    static func number(_ sign: Sign) -> Int { Int(sign.rawValue) }
    static func number(_ status: MonthStatus) -> Int { Int(status.rawValue) }
    static func number(_ code: FindingCode) -> Int { Int(code.rawValue) }
    static func number(_ problem: AccountProblem) -> Int { Int(problem.rawValue) }

    /// A bit for each cause that holds, by its number.
    static func bits(_ causes: CauseSet) -> UInt16 { causes.bits }
    /// A bit for each problem that there is, by its number.
    static func bits(_ problems: AccountProblems) -> UInt8 { problems.rawValue }

    static var rows: [Row] {
        WorkerStatus.allCases.map { Row("status", number($0), $0.code, $0.name) }
            + RegisterStatus.allCases.map {
                Row("status_bpjs", number($0), $0.code, $0.code.isEmpty ? "Tidak ada" : $0.code)
            }
            + Cause.allCases.map(row)
            + Sign.allCases.map { Row("tanda", number($0), $0.code, $0.code) }
            + MonthStatus.allCases.map { Row("status_iuran", number($0), $0.code, $0.name) }
            + AccountProblem.allCases.map { problem in
                var row = Row("masalah_akun", number(problem), problem.code, problem.name)
                row.channel = problem.channel.code
                return row
            }
            + FindingCode.allCases.map { code in
                var row = Row("temuan", number(code), code.code, code.trigger)
                row.step = code.advice
                return row
            }
    }

    private static func row(_ cause: Cause) -> Row {
        var row = Row("penyebab", number(cause), cause.code, cause.name)
        row.actor = cause.actor.code
        row.channel = cause.channel.code
        row.step = cause.nextStep
        return row
    }
}

extension FeedCodes.Row {
    init(_ kind: String, _ number: Int, _ code: String, _ name: String) {
        self.init(kind: kind, number: number, code: code, name: name)
    }
}

// MARK: - Days, months and lines as numbers

/// Days, months and lines as the feed has them.
enum FeedNumber {
    /// The day as 20261122.
    static func day(_ day: Day) -> Int64 {
        let (year, month, dayOfMonth) = day.civil
        return Int64(year * 10_000 + month * 100 + dayOfMonth)
    }

    /// The day that a number stands for; absent for 0, as NULL reads.
    static func day(_ number: Int64) -> Day {
        Day(year: Int(number) / 10_000, month: Int(number) / 100 % 100, day: Int(number) % 100)
            ?? .absent
    }

    /// The month as 202611.
    static func month(_ month: ContributionMonth) -> Int64 {
        Int64(month.year * 100 + month.month)
    }

    /// The month that a number stands for; nil for 0, as NULL reads.
    static func month(_ number: Int64) -> ContributionMonth? {
        number == 0 ? nil : ContributionMonth(year: Int(number) / 100, month: Int(number) % 100)
    }

    /// The line as `berkas.id << 40 | line`.
    static func line(_ source: SourceLine) -> Int64 { Int64(bitPattern: source.raw) }
}
