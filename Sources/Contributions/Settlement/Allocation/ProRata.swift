/// Shares money out in proportion, exact to the sen.
enum ProRata {
    /// The part of each weight, by the largest remainder: everybody gets the sen that are surely
    /// his, and the sen left over go to those whose part was cut most; of equal ones to the first.
    ///
    /// - Parameters:
    ///   - amount: At least 0, and at most all weights together.
    ///   - weights: At least 0 each.
    /// - Returns: The parts in the order of the weights; they add up to the amount, and none is
    ///   larger than its weight.
    static func parts(of amount: Rupiah, by weights: [Rupiah]) -> [Rupiah] {
        let total = weights.reduce(Rupiah.zero, +)
        precondition(amount >= .zero && amount <= total, "shares out what is there")
        guard amount < total else { return weights }
        var parts: [Rupiah] = []
        parts.reserveCapacity(weights.count)
        var remainders: [(place: Int, rest: Int128)] = []
        var left = amount
        for (place, weight) in weights.enumerated() {
            let product = Int128(amount.sen) * Int128(weight.sen)
            let (part, rest) = product.quotientAndRemainder(dividingBy: Int128(total.sen))
            parts.append(Rupiah(sen: Int64(part)))
            left -= Rupiah(sen: Int64(part))
            if rest > 0 { remainders.append((place, rest)) }
        }
        guard left > .zero else { return parts }
        remainders.sort { ($1.rest, $0.place) < ($0.rest, $1.place) }
        for (place, _) in remainders.prefix(Int(left.sen)) { parts[place] += Rupiah(sen: 1) }
        return parts
    }

    /// The part of each share, in proportion to what is open of it.
    static func parts(of amount: Rupiah, by open: Shares) -> Shares {
        let parts = parts(of: amount, by: Share.allCases.map { open[$0] })
        var shares = Shares.zero
        for (share, part) in zip(Share.allCases, parts) { shares[share] = part }
        return shares
    }
}
