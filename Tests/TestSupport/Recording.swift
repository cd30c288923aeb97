private import Foundation

/// Whether a run of the tests records what it sees instead of comparing it.
package enum Recording {
    /// Whether `RECORD_REPORTS=1` is set.
    ///
    /// A test that records fails, so that it cannot pass in CI.
    package static let isOn = ProcessInfo.processInfo.environment["RECORD_REPORTS"] != nil
}
