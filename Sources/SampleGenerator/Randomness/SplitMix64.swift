/// The generator of all chance in the samples: the same seed gives the same bytes on every machine.
struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// A number from 0 up to but not including `bound`.
    ///
    /// The standard library's own choice may change between versions, so it is made here.
    mutating func below(_ bound: Int) -> Int {
        scaled(next(), below: bound)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// Scatters the bits of a number; the same number always gives the same result.
    static func mix(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Brings a random number into 0 up to but not including `bound`.
func scaled(_ random: UInt64, below bound: Int) -> Int {
    Int(random.multipliedFullWidth(by: UInt64(bound)).high)
}
