internal import ArgumentParser
internal import Contributions
private import Intake

/// A day given on the command line.
struct DayOption: ExpressibleByArgument {
    let day: Day

    init?(argument: String) {
        var text = argument
        guard let day = text.withUTF8({ CellValue.day($0) }) else { return nil }
        self.day = day
    }
}

/// A contribution month given on the command line.
struct MonthOption: ExpressibleByArgument {
    let month: ContributionMonth

    init?(argument: String) {
        var text = argument
        guard let month = text.withUTF8({ CellValue.month($0) }) else { return nil }
        self.month = month
    }
}

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
}

/// What turns the exit status of a complete run to 1.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
    /// Findings of severity kesalahan or gawat.
    case findings
    /// Refused files or rows, or an employer whose payments no file states.
    case incomplete
}
