package import Contributions
private import Glibc

/// The only reader of the clock, which is that of Asia/Jakarta: seven hours ahead of UTC, and
/// without summer time.
package enum Clock {
    /// Today's date.
    package static func today() -> Day {
        Day(number: Int32(jakartaSeconds() / 86_400))
    }

    /// The date and time, such as `2026-11-22T01:30:00+07:00`.
    static func now() -> String {
        let seconds = jakartaSeconds()
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = seconds % 86_400
        return "\(today())T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))+07:00"
    }

    /// Seconds since 1970, for metrics.
    static func unixSeconds() -> Int { time(nil) }

    /// The time since the machine started, and the time all processors gave to this process.
    static func elapsed() -> TimeSpent {
        TimeSpent(
            seconds: seconds(CLOCK_MONOTONIC),
            processorSeconds: seconds(CLOCK_PROCESS_CPUTIME_ID)
        )
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func jakartaSeconds() -> Int { time(nil) + 7 * 3600 }
}
