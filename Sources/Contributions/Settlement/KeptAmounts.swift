/// Amounts that come one after the other, as far as they were not taken back.
///
/// A negative one takes back the newest earlier ones first; what was taken back before anything had
/// come in is made up by what comes later.
struct KeptAmounts<Label> {
    /// What was kept, in the order in which it came.
    private(set) var all: [(label: Label, amount: Rupiah)] = []
    private var owedBack = Rupiah.zero

    /// Adds what came next.
    mutating func add(_ amount: Rupiah, _ label: Label) {
        guard amount < .zero else {
            let madeUp = min(amount, owedBack)
            owedBack -= madeUp
            if amount > madeUp { all.append((label, amount - madeUp)) }
            return
        }
        var rest = -amount
        while rest > .zero, let last = all.last {
            let taken = min(rest, last.amount)
            rest -= taken
            all[all.count - 1].amount -= taken
            if all[all.count - 1].amount == .zero { all.removeLast() }
        }
        owedBack += rest
    }
}
