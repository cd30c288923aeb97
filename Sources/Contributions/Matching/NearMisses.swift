/// Two workers of an employer who may be one person: a suggestion, never a match.
package struct NearMiss: Hashable, Sendable {
    /// The worker in payroll.
    package var inPayroll: UInt32
    /// The worker who is only in the ledger or the register.
    package var outsidePayroll: UInt32
    package var reason: Reason

    package enum Reason: Hashable, Sendable {
        /// The NIKs are one edit or swap apart, and birth date or name agree.
        case nikOneEditApart
        /// The KPJs differ by a lost leading zero.
        case lostLeadingZero
    }
}

/// Finds near misses between workers in payroll who miss ledger or register rows, and workers who
/// have such rows and no payroll.
struct NearMissSearch {
    let context: SettlementContext

    func search(_ batches: [SettledBatch]) -> [NearMiss] {
        var strangers: [UInt32: [UInt32]] = [:]
        for outcome in batches.lazy.flatMap(\.workers) where !outcome.hasPayroll {
            let employer = context.directory.workers[Int(outcome.worker)].employer
            strangers[employer, default: []].append(outcome.worker)
        }
        guard !strangers.isEmpty else { return [] }
        var candidates: [UInt32: [UInt32]] = [:]
        for outcome in batches.lazy.flatMap(\.workers) where outcome.hasPayroll {
            let employer = context.directory.workers[Int(outcome.worker)].employer
            guard strangers[employer] != nil else { continue }
            let facts = context.employerMonths.facts[Int(employer)]
            let missesRegister = facts.hasRegister && outcome.registerWord == .unstated
            guard !outcome.hasLedger || missesRegister else { continue }
            candidates[employer, default: []].append(outcome.worker)
        }
        var found: Set<NearMiss> = []
        for (employer, workers) in candidates {
            found.formUnion(pairs(workers, strangers[employer] ?? []))
        }
        return found.sorted {
            ($0.inPayroll, $0.outsidePayroll) < ($1.inPayroll, $1.outsidePayroll)
        }
    }

    private func pairs(_ inPayroll: [UInt32], _ strangers: [UInt32]) -> Set<NearMiss> {
        var found: Set<NearMiss> = []
        var byDeletion: [[UInt8]: [UInt32]] = [:]
        var byKPJDigits: [UInt64: [UInt32]] = [:]
        for stranger in strangers {
            let worker = context.directory.workers[Int(stranger)]
            for form in Self.shortForms(of: nik(worker)) {
                byDeletion[form, default: []].append(stranger)
            }
            if worker.kpj.text.digitCount > 0 {
                byKPJDigits[worker.kpj.text.decimalValue, default: []].append(stranger)
            }
        }
        for index in inPayroll {
            let worker = context.directory.workers[Int(index)]
            for form in Self.shortForms(of: nik(worker)) {
                for stranger in byDeletion[form] ?? [] where isNear(worker, stranger) {
                    found.insert(
                        NearMiss(
                            inPayroll: index,
                            outsidePayroll: stranger,
                            reason: .nikOneEditApart
                        )
                    )
                }
            }
            guard worker.kpj.text.digitCount > 0 else { continue }
            for stranger in byKPJDigits[worker.kpj.text.decimalValue] ?? [] {
                let other = context.directory.workers[Int(stranger)]
                let difference = worker.kpj.text.digitCount - other.kpj.text.digitCount
                if difference == 1 || difference == -1 {
                    found.insert(
                        NearMiss(
                            inPayroll: index,
                            outsidePayroll: stranger,
                            reason: .lostLeadingZero
                        )
                    )
                }
            }
        }
        return found
    }

    private func nik(_ worker: Worker) -> [UInt8] {
        worker.nik.isUsable ? context.records.identifiers.bytes(of: worker.nik.text) : []
    }

    private func isNear(_ worker: Worker, _ stranger: UInt32) -> Bool {
        let other = context.directory.workers[Int(stranger)]
        let hasSameBirth = !worker.birth.isAbsent && worker.birth == other.birth
        let texts = context.records.texts
        let hasSameName =
            !worker.name.isAbsent && !other.name.isAbsent
            && NameWords.words(of: texts.bytes(of: worker.name))
                == NameWords.words(of: texts.bytes(of: other.name))
        guard hasSameBirth || hasSameName else { return false }
        return EditDistance.isOne(nik(worker), nik(other))
    }

    /// The text and every text with one character left out; texts one edit or swap apart share one.
    private static func shortForms(of text: [UInt8]) -> [[UInt8]] {
        guard !text.isEmpty else { return [] }
        var forms = [text]
        for index in text.indices {
            var form = text
            form.remove(at: index)
            if form != forms.last { forms.append(form) }
        }
        return forms
    }
}

/// Typing errors between two texts.
enum EditDistance {
    /// Whether one insertion, deletion, replacement or swap of neighbours turns one text into the
    /// other; false for equal texts.
    static func isOne(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let prefix = zip(left, right).prefix { $0 == $1 }.count
        let leftRest = left[prefix...]
        let rightRest = right[prefix...]
        switch leftRest.count - rightRest.count {
        case 0:
            guard let a = leftRest.first, let b = rightRest.first else { return false }
            if leftRest.dropFirst() == rightRest.dropFirst() { return true }
            guard let c = leftRest.dropFirst().first, let d = rightRest.dropFirst().first else {
                return false
            }
            return a == d && b == c && leftRest.dropFirst(2) == rightRest.dropFirst(2)
        case 1: return leftRest.dropFirst() == rightRest
        case -1: return leftRest == rightRest.dropFirst()
        default: return false
        }
    }
}
