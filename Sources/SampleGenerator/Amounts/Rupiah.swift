/// An exact amount of rupiah, counted in sen.
struct Rupiah: Hashable, Sendable {
    var sen: Int64

    static let zero = Rupiah(sen: 0)
}

extension Rupiah {
    /// The share of the amount that a rate takes, rounded half up to the sen.
    func share(_ rate: Rate) -> Rupiah {
        Rupiah(sen: (sen * rate.tenMillionths + 5_000_000) / 10_000_000)
    }

    /// The amount as payroll programs cut it: whole rupiah, halves upwards.
    var wholeRupiah: Rupiah {
        Rupiah(sen: (sen + 50) / 100 * 100)
    }

    static func + (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(sen: left.sen + right.sen)
    }

    static func - (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(sen: left.sen - right.sen)
    }

    static prefix func - (amount: Rupiah) -> Rupiah {
        Rupiah(sen: -amount.sen)
    }
}

extension Rupiah: Comparable {
    static func < (left: Rupiah, right: Rupiah) -> Bool {
        left.sen < right.sen
    }
}

// MARK: - Text

extension Rupiah: CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// The canonical notation: `5000000`, and `102607.81` where sen are left.
    var description: String {
        let sign = sen < 0 ? "-" : ""
        let cents = Int(sen.magnitude % 100)
        let whole = "\(sign)\(sen.magnitude / 100)"
        return cents == 0 ? whole : "\(whole).\(padded(cents))"
    }

    /// Writes whole rupiah, `5_000_000`.
    init(integerLiteral rupiah: Int64) {
        self.init(sen: rupiah * 100)
    }
}
