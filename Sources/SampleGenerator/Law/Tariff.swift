/// The terms on which an employer pays in one contribution month.
///
/// The rules are written out once more here, on purpose: samples that were computed by the program
/// under test would agree with its mistakes.
struct Tariff: Sendable {
    var jkkClass: JKKClass
    var programmes: Programmes
    var isLabourIntensive = false
    var defersPension = false

    /// Whether the bill prints a part of JKK (and before 2025-02 of JKM) under JKP.
    var printsJKP = false
}

extension Tariff {
    /// What a worker with this wage owes in a month.
    func contributions(wage: Rupiah, month: Month, owesPension: Bool) -> Contributions {
        var owed = Contributions()
        if programmes.contains(.jkk) {
            owed.jkk = wage.share(jkkRate(in: month))
        }
        if programmes.contains(.jkm) {
            owed.jkm = wage.share(jkmRate(in: month))
        }
        if programmes.contains(.jht) {
            owed.jhtEmployer = wage.share(Rate(basisPoints: 370))
            owed.jhtWorker = wage.share(Rate(basisPoints: 200))
        }
        if programmes.contains(.jp), owesPension {
            let pensionWage = min(wage, PensionRules.wageCap(in: month))
            let percent: Int64 = defersPension && Self.pandemicRelief.contains(month) ? 1 : 100
            owed.jpEmployer = pensionWage.share(Rate(basisPoints: 200).reduced(toPercent: percent))
            owed.jpWorker = pensionWage.share(Rate(basisPoints: 100).reduced(toPercent: percent))
        }
        if printsJKP, programmes.contains(.jht) {
            moveJKP(in: &owed, wage: wage, month: month)
        }
        return owed
    }

    private func jkkRate(in month: Month) -> Rate {
        if Self.pandemicRelief.contains(month) {
            return jkkClass.rate.reduced(toPercent: 1)
        }
        if isLabourIntensive, Self.labourIntensiveRelief.contains(month) {
            return jkkClass.rate.reduced(toPercent: 50)
        }
        return jkkClass.rate
    }

    private func jkmRate(in month: Month) -> Rate {
        let rate = Rate(basisPoints: 30)
        return Self.pandemicRelief.contains(month) ? rate.reduced(toPercent: 1) : rate
    }

    /// JKP costs nothing extra: it takes its amount out of JKK, and until 2025-01 out of JKM too.
    private func moveJKP(in owed: inout Contributions, wage: Rupiah, month: Month) {
        guard month >= "2021-02" else { return }
        let jkpWage = min(wage, 5_000_000)
        let fromJKK = jkpWage.share(Rate(basisPoints: 14))
        guard fromJKK <= owed.jkk else { return }
        let fromJKM = month <= "2025-01" ? jkpWage.share(Rate(basisPoints: 10)) : 0
        owed.jkk = owed.jkk - fromJKK
        owed.jkm = owed.jkm - fromJKM
        owed.jkpEmployer = fromJKK + fromJKM
    }

    /// PP 49/2020: 1 % of JKK and JKM, and of JP where the employer defers it.
    private static let pandemicRelief: ClosedRange<Month> = "2020-08"..."2021-01"

    /// PP 7/2025 and PP 36/2025: half of JKK for labour-intensive employers.
    private static let labourIntensiveRelief: ClosedRange<Month> = "2025-02"..."2026-01"
}
