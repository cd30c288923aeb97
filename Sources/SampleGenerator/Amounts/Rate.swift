/// An exact contribution rate, counted in ten-millionths.
///
/// The unit is small enough for 1 % of 0.24 %, the least rate that a relief ever left.
struct Rate: Hashable, Sendable {
    let tenMillionths: Int64

    /// Writes a rate in hundredths of a percent, as the regulations print it: 3.70 % is `370`.
    init(basisPoints: Int64) {
        tenMillionths = basisPoints * 1_000
    }

    private init(tenMillionths: Int64) {
        self.tenMillionths = tenMillionths
    }

    /// The rate that a relief leaves, before anything is rounded.
    func reduced(toPercent percent: Int64) -> Rate {
        Rate(tenMillionths: tenMillionths * percent / 100)
    }
}
