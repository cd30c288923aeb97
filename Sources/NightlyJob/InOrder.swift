private import Dispatch
private import Synchronization

/// Takes pieces from several threads in any order and hands them on in that of their places.
///
/// Whoever brings the piece that is next in line hands it on, and all that follow it and are there,
/// while the others go on making pieces.
final class InOrder<Piece: Sendable>: Sendable {
    private struct State {
        var next = 0
        var ready: [Int: Piece] = [:]
        var isHandingOn = false
        var waiterCount = 0
    }

    private enum Role {
        case handsOn
        case waits
        case goesOn
    }

    /// The most pieces that are kept until their turn comes.
    private let mostReady: Int
    private let state = Mutex(State())
    private let turn = DispatchSemaphore(value: 0)

    /// - Parameter mostReady: How many pieces may be kept until their turn comes; beyond that those
    ///   who bring them wait, and pieces must be begun in their order.
    init(mostReady: Int = .max) {
        self.mostReady = mostReady
    }

    /// Takes a piece.
    ///
    /// - Parameters:
    ///   - piece: The piece.
    ///   - place: Its place, from 0.
    ///   - handOn: Called with each piece whose turn has come and its place, by one thread at a
    ///     time.
    func add(_ piece: Piece, at place: Int, _ handOn: (Piece, Int) -> Void) {
        switch keep(piece, at: place) {
        case .goesOn: return
        case .waits: turn.wait()
        case .handsOn:
            while let (piece, place) = takeNext() { handOn(piece, place) }
        }
    }

    private func keep(_ piece: Piece, at place: Int) -> Role {
        state.withLock { state in
            state.ready[place] = piece
            if !state.isHandingOn, place == state.next {
                state.isHandingOn = true
                return .handsOn
            }
            // The piece next in line never waits, so that the others do not wait for ever.
            guard state.ready.count > mostReady else { return .goesOn }
            state.waiterCount += 1
            return .waits
        }
    }

    /// The piece that is next in line, if it is there; otherwise others may hand on.
    private func takeNext() -> (Piece, Int)? {
        state.withLock { state in
            let piece = state.ready.removeValue(forKey: state.next)
            if piece == nil { state.isHandingOn = false } else { state.next += 1 }
            if state.ready.count <= mostReady {
                for _ in 0..<state.waiterCount { turn.signal() }
                state.waiterCount = 0
            }
            return piece.map { ($0, state.next - 1) }
        }
    }
}
