/// Why a run cannot go on: a sentence for the operator, and the exit status.
package struct Failure: Error, CustomStringConvertible, Sendable {
    /// The exit status, as `sysexits.h` names them.
    package enum Status: Int32, Sendable {
        case failOn = 1
        case usage = 64
        case refusedInput = 65
        case noInput = 66
        case notTied = 70
        case cannotWrite = 73
        case anotherRun = 75
        case settings = 78
    }

    package var status: Status
    package var description: String

    package init(_ status: Status, _ description: String) {
        self.status = status
        self.description = description
    }
}
