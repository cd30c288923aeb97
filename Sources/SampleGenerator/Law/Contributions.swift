/// What a worker-month owes, or what a ledger row states, by programme and side.
struct Contributions: Hashable, Sendable {
    var jkk: Rupiah = 0
    var jkm: Rupiah = 0
    var jhtEmployer: Rupiah = 0
    var jhtWorker: Rupiah = 0
    var jpEmployer: Rupiah = 0
    var jpWorker: Rupiah = 0

    /// The part of the same payment that a bill prints under JKP.
    var jkpEmployer: Rupiah = 0

    /// Every amount with the opposite sign, as a correction states it.
    var negated: Contributions {
        Contributions(
            jkk: -jkk,
            jkm: -jkm,
            jhtEmployer: -jhtEmployer,
            jhtWorker: -jhtWorker,
            jpEmployer: -jpEmployer,
            jpWorker: -jpWorker,
            jkpEmployer: -jkpEmployer
        )
    }

    /// The contributions in two parts, the first a hundredth as many times `percent` as the whole.
    func split(percent: Int64) -> (first: Contributions, rest: Contributions) {
        func part(_ amount: Rupiah) -> Rupiah {
            Rupiah(sen: amount.sen * percent / 100)
        }
        let first = Contributions(
            jkk: part(jkk),
            jkm: part(jkm),
            jhtEmployer: part(jhtEmployer),
            jhtWorker: part(jhtWorker),
            jpEmployer: part(jpEmployer),
            jpWorker: part(jpWorker),
            jkpEmployer: part(jkpEmployer)
        )
        let rest = Contributions(
            jkk: jkk - first.jkk,
            jkm: jkm - first.jkm,
            jhtEmployer: jhtEmployer - first.jhtEmployer,
            jhtWorker: jhtWorker - first.jhtWorker,
            jpEmployer: jpEmployer - first.jpEmployer,
            jpWorker: jpWorker - first.jpWorker,
            jkpEmployer: jkpEmployer - first.jkpEmployer
        )
        return (first, rest)
    }

    var total: Rupiah {
        jkk + jkm + jhtEmployer + jhtWorker + jpEmployer + jpWorker + jkpEmployer
    }
}
