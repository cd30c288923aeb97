package import Contributions

/// A file that came, as the store remembers it.
package struct DeliveredFile: Sendable {
    package var id: DeliveredFileID
    /// The night that took it in.
    package var night: Day
    /// The path below the inbox, as HR named it; never used as a path.
    package var name: String
    /// The account that owned the file.
    package var sender: String
    package var digest: String
    package var size: Int
    /// The kind of input; nil where it was not recognised.
    package var kind: String?
    /// The intake profile that read it; nil for the canonical form.
    package var profile: String?
    package var state: State
    /// The first night in whose report it counts.
    package var effectiveFrom: Day?
    /// Why it was refused or waits, in Bahasa Indonesia.
    package var reason = ""
    package var accepted = 0
    package var rejected = 0
    package var coverage: [Coverage] = []
    /// What identifies it in the inbox as long as it may lie there.
    package var inboxMark: String?
    /// Whether its bytes were destroyed (`iuran purge`).
    package var isDestroyed = false

    package enum State: String, Sendable {
        /// It counts.
        case accepted = "diterima"
        /// It was refused, and lies in quarantine.
        case refused = "ditolak"
        /// It lies in quarantine until somebody confirms it.
        case waiting = "menunggu"
        /// Somebody confirmed it; the next night takes it in.
        case confirmed = "dikonfirmasi"
        /// Somebody took it back.
        case undone = "dibatalkan"
    }

    package init(
        id: DeliveredFileID,
        night: Day,
        name: String,
        sender: String,
        digest: String,
        size: Int,
        state: State
    ) {
        self.id = id
        self.night = night
        self.name = name
        self.sender = sender
        self.digest = digest
        self.size = size
        self.state = state
    }
}

/// A delivery and the place of a file in it, written `12/3`.
package struct DeliveredFileID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var delivery: Int
    /// From 1.
    package var place: Int

    package init(delivery: Int, place: Int) {
        self.delivery = delivery
        self.place = place
    }

    package var description: String { "\(delivery)/\(place)" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.delivery, left.place) < (right.delivery, right.place)
    }
}

/// An employer's month that a file names.
package struct Coverage: Sendable {
    package var npp: String
    /// Nil for a register, which has no months.
    package var month: ContributionMonth?
    package var rowCount: Int
    /// The wages of a payroll, the contributions of a ledger, the sums of payments.
    package var total: Rupiah

    package init(npp: String, month: ContributionMonth?, rowCount: Int, total: Rupiah) {
        self.npp = npp
        self.month = month
        self.rowCount = rowCount
        self.total = total
    }
}
