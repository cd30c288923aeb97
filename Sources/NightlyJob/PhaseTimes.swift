/// The time that something took.
package struct TimeSpent: Sendable {
    /// On a clock at the wall.
    package var seconds = 0.0
    /// Of all processors together.
    package var processorSeconds = 0.0

    static func - (left: TimeSpent, right: TimeSpent) -> TimeSpent {
        TimeSpent(
            seconds: left.seconds - right.seconds,
            processorSeconds: left.processorSeconds - right.processorSeconds
        )
    }

    static func += (left: inout TimeSpent, right: TimeSpent) {
        left.seconds += right.seconds
        left.processorSeconds += right.processorSeconds
    }
}

/// How long each step of a run took; never in a report, whose bytes depend on its inputs only.
package struct PhaseTimes: Sendable {
    package private(set) var reading = TimeSpent()
    package private(set) var matching = TimeSpent()
    package private(set) var settling = TimeSpent()
    package private(set) var judging = TimeSpent()
    package private(set) var writing = TimeSpent()

    mutating func add(_ time: TimeSpent, to step: ProgressReport.Step) {
        switch step {
        case .reading: reading += time
        case .matching: matching += time
        case .settling: settling += time
        case .judging: judging += time
        case .writing: writing += time
        }
    }
}

extension PhaseTimes: CustomStringConvertible {
    /// A line for each step: its name, seconds, and seconds of all processors.
    package var description: String {
        let steps = [
            ("reading", reading), ("matching", matching), ("settling", settling),
            ("judging", judging), ("writing", writing),
        ]
        return steps.map { name, time in
            "\(name) \(Self.text(time.seconds)) \(Self.text(time.processorSeconds))"
        }
        .joined(separator: "\n")
    }

    private static func text(_ seconds: Double) -> String {
        let hundredths = Int((seconds * 100).rounded())
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }
}
