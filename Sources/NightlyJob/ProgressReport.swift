internal import Contributions
private import Foundation
private import Glibc
private import Synchronization

/// How far a run is: shown on a terminal, silent anywhere else, and how long its steps took.
package final class ProgressReport: Sendable {
    /// The steps of a run, with the words a user reads.
    enum Step: String {
        case reading = "Membaca berkas"
        case matching = "Mencocokkan pekerja"
        case settling = "Menghitung iuran"
        case judging = "Menilai kepesertaan"
        case writing = "Menulis laporan"
    }

    private struct State {
        var step: Step?
        var percent = -1
        var begin = TimeSpent()
        var times = PhaseTimes()

        mutating func end(at now: TimeSpent) {
            if let step { times.add(now - begin, to: step) }
            step = nil
        }
    }

    private let isShown: Bool
    private let state = Mutex(State())

    /// - Parameter isShown: Whether standard error is a terminal that should show progress.
    package init(isShown: Bool) {
        self.isShown = isShown
    }

    /// The time spent in the steps that have ended.
    var times: PhaseTimes { state.withLock(\.times) }

    func begin(_ step: Step) {
        let now = Clock.elapsed()
        state.withLock { state in
            state.end(at: now)
            state.step = step
            state.percent = -1
            state.begin = now
        }
        if isShown { show("\(step.rawValue) …") }
    }

    func begin(_ step: Reconciliation.Step) {
        switch step {
        case .matching: begin(Step.matching)
        case .settling: begin(Step.settling)
        case .judging: begin(Step.judging)
        }
    }

    /// Tells how much of the step is done.
    func advance(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let text = state.withLock { state -> String? in
            let percent = done * 100 / total
            guard percent != state.percent else { return nil }
            state.percent = percent
            let filled = percent / 5
            let bar =
                String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
            return "\(state.step?.rawValue ?? "") \(bar) \(percent) %"
        }
        if let text { show(text) }
    }

    /// Ends the last step and clears the line.
    func end() {
        let now = Clock.elapsed()
        state.withLock { $0.end(at: now) }
        if isShown { write("\r\u{1B}[K") }
    }

    private func show(_ text: String) {
        write("\r\u{1B}[K\(text)")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
