internal import Contributions

/// Numbers the employers of a segment in the order they are met.
///
/// It is asked once per row, in files whose employers may change from row to row, so it is a small
/// table of its own with one multiplication per look-up.
struct EmployerNumbers: Sendable {
    private(set) var npps: [PackedText] = []
    /// Number + 1 of the employer in a slot, or 0; the count is a power of two.
    private var slots = [UInt32](repeating: 0, count: 64)

    /// The employers of a segment that was read before, in the order they were met.
    init(_ npps: [PackedText] = []) {
        for npp in npps { _ = number(of: npp) }
    }

    mutating func number(of npp: PackedText) -> UInt32 {
        var slot = Self.slot(npp, slots.count)
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if npps[Int(number)] == npp { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        npps.append(npp)
        slots[slot] = UInt32(npps.count)
        if npps.count * 2 > slots.count { grow() }
        return UInt32(npps.count - 1)
    }

    private static func slot(_ npp: PackedText, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (npp.raw &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, npp) in npps.enumerated() {
            var slot = Self.slot(npp, slots.count)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }
}
