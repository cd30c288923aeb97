private import Foundation
internal import RunStore

/// Which files of which delivery somebody decides about: `12`, or `12/3`.
package struct DeliveryReference: Sendable {
    let delivery: Int
    /// Nil for all files of the delivery.
    let place: Int?

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let delivery = Int(parts[0]), delivery > 0 else {
            return nil
        }
        if parts.count == 2 {
            guard let place = Int(parts[1]), place > 0 else { return nil }
            self.place = place
        } else {
            place = nil
        }
        self.delivery = delivery
    }
}

/// What a person decides about a delivery: `iuran accept` and `iuran undo`.
package struct DeliveryDecision: Sendable {
    package enum Action: Sendable {
        /// Files that wait count after all.
        case accept
        /// Files are taken back.
        case undo
    }

    package var folder: String
    package var reference: DeliveryReference
    package var action: Action
    /// Nil for the account that runs the program.
    package var who: String?
    package var why: String

    package init(
        folder: String,
        reference: DeliveryReference,
        action: Action,
        who: String?,
        why: String
    ) {
        self.folder = folder
        self.reference = reference
        self.action = action
        self.who = who
        self.why = why
    }

    /// Decides.
    ///
    /// - Returns: What was decided, as a sentence.
    /// - Throws: A failure: exit 66 where there is no such delivery, 64 where nothing can be
    ///   decided about it, 75 while a run is going on.
    package func run() throws(Failure) -> String {
        let workspace = try Workspace(folder)
        let lock = try WorkspaceLock(
            workspace,
            for: action == .accept ? "iuran accept" : "iuran undo"
        )
        defer { withExtendedLifetime(lock) {} }
        let store = try workspace.openStore()
        let all = try store.reading { store throws(StoreTrouble) in
            try store.files(of: reference.delivery)
        }
        guard !all.isEmpty else {
            throw Failure(.noInput, "there is no delivery \(reference.delivery); see iuran status")
        }
        let named = all.filter { reference.place == nil || $0.id.place == reference.place }
        guard !named.isEmpty else {
            throw Failure(.noInput, "delivery \(reference.delivery) has \(all.count) files")
        }
        let files = named.filter { canBeDecided($0.state) }
        guard !files.isEmpty else {
            let states = Set(named.map(\.state.rawValue)).sorted().joined(separator: ", ")
            throw Failure(.usage, "nothing of \(text) \(expectation), it is \(states)")
        }
        let decision = Decision(
            action == .accept ? .accept : .undo,
            who: who ?? Host.user,
            why: why,
            at: Clock.now()
        )
        try store.writing { store throws(StoreTrouble) in
            try store.decide(decision, on: files.map(\.id))
        }
        if action == .undo {
            let quarantined = files.filter { $0.state == .waiting || $0.state == .refused }
            let after = try store.reading { store throws(StoreTrouble) in
                try store.files(of: reference.delivery)
            }
            Quarantine(workspace: workspace).remove(
                quarantined.map(\.id),
                remaining: after.count { $0.state == .waiting || $0.state == .refused }
            )
        }
        let names = files.map(\.id.description).joined(separator: ", ")
        switch action {
        case .accept: return "\(names) will count from the next iuran run on"
        case .undo: return "\(names) will not count any more from the next iuran run on"
        }
    }

    private var text: String {
        reference.place.map { "\(reference.delivery)/\($0)" } ?? "\(reference.delivery)"
    }

    private func canBeDecided(_ state: DeliveredFile.State) -> Bool {
        switch action {
        case .accept: state == .waiting
        case .undo: state != .undone
        }
    }

    private var expectation: String {
        switch action {
        case .accept: "waits for a confirmation"
        case .undo: "can be taken back"
        }
    }
}
