/// Random numbers that a seed repeats (SplitMix64).
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension SeededRandom {
    /// True in `percent` of 100 cases.
    package mutating func chance(_ percent: Int) -> Bool {
        number(0..<100) < percent
    }

    /// A number of a range.
    package mutating func number(_ range: Range<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// One of some values.
    package mutating func pick<Value>(_ values: [Value]) -> Value {
        values[number(0..<values.count)]
    }
}
