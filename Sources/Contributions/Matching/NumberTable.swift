/// Counts keys as they are met; one multiplication and mostly one look into memory for each.
struct NumberTable: Sendable {
    /// The keys in the order they were met; the index of an entry is its number.
    private var entries: [SortEntry]
    /// A part of a key's hash and its number + 1, or 0 in an empty slot; a power of two of them, of
    /// which at most half are taken.
    private var slots: [UInt64]

    /// - Parameter keyCount: How often keys will be looked for; most may be repetitions.
    init(expecting keyCount: Int) {
        var slotCount = 1 << 10
        while slotCount < min(keyCount, 1 << 20) * 2 { slotCount *= 2 }
        slots = [UInt64](filledWith: 0, count: slotCount)
        entries = [SortEntry](roomFor: keyCount)
    }

    /// Hands the keys over, in the order they were met.
    mutating func takeEntries() -> [SortEntry] {
        defer { entries = [] }
        return entries
    }

    /// Gives every key another number.
    ///
    /// - Parameter places: The new number of each, by the old one.
    mutating func renumber(_ places: [UInt32]) {
        slots.change { _, slot in
            guard slot != 0 else { return }
            let number = Int(UInt32(truncatingIfNeeded: slot) - 1)
            slot = slot & (~0 << 32) | UInt64(places[number] + 1)
        }
    }

    /// The number of a key that was counted.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - employer: Its employer.
    ///   - entries: The keys by their numbers.
    /// - Returns: Its number; nil for a key that was not counted.
    @inline(__always)
    func number(of key: UInt64, at employer: UInt32, among entries: [SortEntry]) -> UInt32? {
        let slot = slots[slot(of: key, at: employer, among: entries)]
        return slot == 0 ? nil : UInt32(truncatingIfNeeded: slot) - 1
    }

    /// The slot in which a key stands, or the empty one in which it would.
    @inline(__always)
    private func slot(of key: UInt64, at employer: UInt32, among entries: [SortEntry]) -> Int {
        let hash = Self.hash(key, employer)
        var place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[place] != 0 {
            if (slots[place] ^ hash) >> 32 == 0 {
                let entry = entries[Int(UInt32(truncatingIfNeeded: slots[place]) - 1)]
                if entry.key == key, entry.employer == employer { break }
            }
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }

    /// The number in the first slot of a key, which is mostly its own; 0 for none.
    @inline(__always)
    func likelyNumber(of key: UInt64, at employer: UInt32) -> Int {
        let hash = Self.hash(key, employer)
        let slot = slots[Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)]
        return slot == 0 ? 0 : Int(UInt32(truncatingIfNeeded: slot) - 1)
    }

    /// The number of a key, which is counted where it was not yet.
    mutating func number(of key: UInt64, at employer: UInt32) -> UInt32 {
        let place = slot(of: key, at: employer, among: entries)
        if slots[place] != 0 { return UInt32(truncatingIfNeeded: slots[place]) - 1 }
        let number = UInt32(entries.count)
        entries.append(SortEntry(key: key, employer: employer, index: number))
        slots[place] = Self.hash(key, employer) & (~0 << 32) | UInt64(number + 1)
        if entries.count * 2 > slots.count { grow() }
        return number
    }

    /// Asks for the slot of a key.
    @inline(__always)
    func prefetch(_ key: UInt64, at employer: UInt32) {
        let hash = Self.hash(key, employer)
        slots.prefetch(Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1))
    }

    private static func hash(_ key: UInt64, _ employer: UInt32) -> UInt64 {
        (key ^ UInt64(employer) << 40) &* 0x9E37_79B9_7F4A_7C15
    }

    private mutating func grow() {
        slots = [UInt64](filledWith: 0, count: slots.count * 4)
        for entry in entries {
            let hash = Self.hash(entry.key, entry.employer)
            var place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = hash & (~0 << 32) | UInt64(entry.index + 1)
        }
    }
}
