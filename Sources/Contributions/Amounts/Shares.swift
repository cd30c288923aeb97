/// An amount for each programme and side: what is due, billed or received of a worker-month.
///
/// JKK includes the employer's JKP, which PP 37/2021 carves out of JKK (and until BLTH 2025-01 also
/// out of JKM) without adding to it.
public struct Shares: Sendable, BitwiseCopyable {
    /// Sen per share, in the order of ``Share``.
    @usableFromInline var sen: InlineArray<6, Int64>

    /// Creates shares from an amount for each.
    @inlinable
    public init(
        jkk: Rupiah = .zero,
        jkm: Rupiah = .zero,
        jhtEmployer: Rupiah = .zero,
        jhtWorker: Rupiah = .zero,
        jpEmployer: Rupiah = .zero,
        jpWorker: Rupiah = .zero
    ) {
        sen = [jkk.sen, jkm.sen, jhtEmployer.sen, jhtWorker.sen, jpEmployer.sen, jpWorker.sen]
    }

    /// No money in any share.
    @inlinable
    public static var zero: Shares { Shares() }

    /// The amount of a share.
    @inlinable
    public subscript(share: Share) -> Rupiah {
        get { Rupiah(sen: sen[share.rawValue]) }
        set { sen[share.rawValue] = newValue.sen }
    }

    /// All shares together.
    @inlinable @inline(__always)
    public var total: Rupiah {
        Rupiah(sen: sen[0] + sen[1] + sen[2] + sen[3] + sen[4] + sen[5])
    }

    /// All shares together, each without its sign.
    package var absoluteTotal: Rupiah {
        var sum: Int64 = 0
        for index in 0..<6 { sum += abs(sen[index]) }
        return Rupiah(sen: sum)
    }

    /// Both sides of JHT.
    package var jht: Rupiah {
        self[.jhtEmployer] + self[.jhtWorker]
    }
}

extension Shares: Hashable {
    /// Whether all shares are equal.
    @inlinable @inline(__always)
    public static func == (left: Shares, right: Shares) -> Bool {
        for index in 0..<6 where left.sen[index] != right.sen[index] { return false }
        return true
    }

    /// Hashes all shares.
    public func hash(into hasher: inout Hasher) {
        for index in 0..<6 { hasher.combine(sen[index]) }
    }
}

// MARK: - Arithmetic

extension Shares {
    /// Adds each share.
    @inlinable @inline(__always)
    public static func += (left: inout Shares, right: Shares) {
        for index in 0..<6 { left.sen[index] += right.sen[index] }
    }

    /// Subtracts each share.
    @inlinable @inline(__always)
    public static func -= (left: inout Shares, right: Shares) {
        for index in 0..<6 { left.sen[index] -= right.sen[index] }
    }

    /// The shares added one by one.
    @inlinable @inline(__always)
    public static func + (left: Shares, right: Shares) -> Shares {
        var sum = left
        sum += right
        return sum
    }

    /// The shares subtracted one by one.
    @inlinable @inline(__always)
    public static func - (left: Shares, right: Shares) -> Shares {
        var difference = left
        difference -= right
        return difference
    }

    /// The shares that exceed their limit, the others 0.
    @inlinable
    public func exceeding(_ limits: Shares) -> Shares {
        var result = Shares()
        for index in 0..<6 where sen[index] > limits.sen[index] { result.sen[index] = sen[index] }
        return result
    }

    /// Whether any share exceeds its limit.
    @inlinable
    public func exceedsAny(_ limits: Shares) -> Bool {
        for index in 0..<6 where sen[index] > limits.sen[index] { return true }
        return false
    }

    /// The amounts as they are compared.
    ///
    /// Until BLTH 2025-01 a ledger may show JKM 0.20 + 0.10 under JKP, so JKK, JKM and JKP are
    /// compared together; their sum stands under JKK.
    @inlinable @inline(__always)
    public func compared(joiningJKM: Bool) -> Shares {
        guard joiningJKM else { return self }
        var joined = self
        joined[.jkk] += joined[.jkm]
        joined[.jkm] = .zero
        return joined
    }
}
