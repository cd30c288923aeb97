/// A shuffle of 0..<count that is computed, not stored.
///
/// Ten million rows shuffled in memory would cost more than writing them. A Feistel network is a
/// bijection on the next power of four; results past the end are fed back until they fall inside.
struct Shuffle: Sendable {
    let count: Int
    private let halfBits: UInt64
    private let halfMask: UInt64
    private let keys: [UInt64]

    init(count: Int, seed: UInt64) {
        var bits: UInt64 = 1
        while (1 as UInt64) << (2 * bits) < UInt64(count) {
            bits += 1
        }
        self.count = count
        halfBits = bits
        halfMask = (1 << bits) - 1
        var generator = SplitMix64(seed: seed)
        keys = [generator.next(), generator.next(), generator.next(), generator.next()]
    }

    /// The element that stands at `index` after shuffling.
    subscript(index: Int) -> Int {
        var number = UInt64(index)
        repeat {
            number = permuted(number)
        } while number >= UInt64(count)
        return Int(number)
    }

    private func permuted(_ number: UInt64) -> UInt64 {
        var left = number >> halfBits
        var right = number & halfMask
        for key in keys {
            (left, right) = (right, left ^ (SplitMix64.mix(right &+ key) & halfMask))
        }
        return left << halfBits | right
    }
}
