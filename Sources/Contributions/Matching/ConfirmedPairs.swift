/// A number in ledger or register rows of an employer.
struct OtherNumber: Hashable, Sendable {
    var employer: UInt32
    var number: PackedText
    var isKPJ: Bool

    init(_ kpj: KPJ, at employer: UInt32) {
        self.employer = employer
        number = kpj.text
        isKPJ = true
    }

    init(_ nik: NIK, at employer: UInt32) {
        self.employer = employer
        number = nik.text
        isKPJ = false
    }
}

/// What became of a row of the pairing file.
struct PairVerdict: Sendable {
    /// The row's place in ``Records/pairs``.
    var row: Int
    /// The worker's number in ``WorkerResolution``; nil where the row points at none or at several.
    var worker: UInt32?
    var fate: Fate

    enum Fate: Hashable, Sendable {
        case used
        case expired
        case void(Fault)
    }

    /// Why a pair decides nothing.
    enum Fault: Hashable, Sendable {
        case unknownWorker
        case severalWorkers
        /// The other number is the worker's anyway.
        case ownNumber
        /// The other number is another worker's by payroll.
        case othersNumber
        /// No row that is still to be matched has the other number.
        case unknownNumber
        /// Another pair gives the same rows to another worker.
        case contradiction
    }
}

// MARK: - Applying pairs

extension WorkerResolver {
    /// Lets what a human confirmed decide whose ledger and register rows are, before rules 4 and 5.
    ///
    /// Pairs are judged all together, so that their order cannot matter: two that contradict each
    /// other are void both.
    ///
    /// - Parameters:
    ///   - pairs: The rows of the pairing file.
    ///   - asOf: The day on which they must be in force.
    mutating func applyPairs(_ pairs: [PairRow], asOf: Day) {
        guard !pairs.isEmpty else { return }
        let open = openNumbers(pairs)
        var verdicts: [PairVerdict] = []
        var claims: [OtherNumber: Set<Int>] = [:]
        for (place, pair) in pairs.enumerated() {
            var verdict = verdict(on: pair, place)
            if !pair.isInForce(on: asOf) { verdict.fate = .expired }
            if verdict.fate == .used, let worker = verdict.worker {
                let (numbers, fault) = claimed(by: pair, for: worker, open)
                if let fault { verdict.fate = .void(fault) }
                for number in numbers { claims[number, default: []].insert(place) }
            }
            verdicts.append(verdict)
        }
        claims.merge(claimsOnStrangers(claims)) { $0.union($1) }
        for places in claims.values where Set(places.map { verdicts[$0].worker }).count > 1 {
            for place in places { verdicts[place].fate = .void(.contradiction) }
        }
        for (number, places) in claims {
            guard let place = places.first(where: { verdicts[$0].fate == .used }),
                let worker = verdicts[place].worker
            else { continue }
            result.paired[number] = worker
        }
        result.pairs = verdicts
    }

    /// Whom a pair points at.
    private func verdict(on pair: PairRow, _ place: Int) -> PairVerdict {
        var verdict = PairVerdict(row: place, fate: .used)
        var owners: [UInt32] = []
        if pair.nik.isUsable {
            owners = self.owners(
                of: IdentityKey(employer: pair.employer, nik: pair.nik.text.raw)
            )
        }
        if pair.kpj.isUsable {
            let found = Self.place(of: pair.kpj, at: pair.employer, in: payroll.rows.numbers)
            guard let found else {
                verdict.fate = .void(.unknownWorker)
                return verdict
            }
            verdict.worker = UInt32(found)
            if pair.nik.isUsable, !owners.contains(UInt32(found)) {
                verdict.worker = nil
                verdict.fate = .void(owners.isEmpty ? .unknownWorker : .severalWorkers)
            }
            return verdict
        }
        verdict.worker = owners.count == 1 ? owners[0] : nil
        if owners.isEmpty { verdict.fate = .void(.unknownWorker) }
        if owners.count > 1 { verdict.fate = .void(.severalWorkers) }
        return verdict
    }

    /// The numbers whose rows a pair gives to a worker, or why there are none.
    private func claimed(
        by pair: PairRow,
        for worker: UInt32,
        _ open: Set<OtherNumber>
    ) -> ([OtherNumber], PairVerdict.Fault?) {
        var numbers: [OtherNumber] = []
        var isOwn = false
        if pair.otherKPJ.isUsable {
            let known = Self.place(of: pair.otherKPJ, at: pair.employer, in: payroll.rows.numbers)
            if let known, UInt32(known) != worker { return ([], .othersNumber) }
            isOwn = known != nil
            if known == nil { numbers.append(OtherNumber(pair.otherKPJ, at: pair.employer)) }
        }
        if pair.otherNIK.isUsable {
            let key = IdentityKey(employer: pair.employer, nik: pair.otherNIK.text.raw)
            let owners = owners(of: key)
            if owners.contains(where: { $0 != worker }) { return ([], .othersNumber) }
            isOwn = isOwn || !owners.isEmpty
            if owners.isEmpty { numbers.append(OtherNumber(pair.otherNIK, at: pair.employer)) }
        }
        let found = numbers.filter(open.contains)
        guard found.isEmpty else { return (found, nil) }
        return ([], isOwn && numbers.isEmpty ? .ownNumber : .unknownNumber)
    }

    private static func place(
        of kpj: KPJ,
        at employer: UInt32,
        in numbers: [SortEntry]
    ) -> Int? {
        let wanted = SortEntry(key: kpj.text.raw, employer: employer, index: 0)
        let place = numbers.firstPlace { $0.precedes(wanted) }
        return place < numbers.count && numbers[place].hasSameKey(as: wanted) ? place : nil
    }
}

// MARK: - Rows that are nobody's yet

extension WorkerResolver {
    /// Which of the pairs' other numbers stand in rows that rules 4 and 5 are to match.
    private func openNumbers(_ pairs: [PairRow]) -> Set<OtherNumber> {
        var wanted: Set<OtherNumber> = []
        for pair in pairs {
            if pair.otherKPJ.isUsable {
                wanted.insert(OtherNumber(pair.otherKPJ, at: pair.employer))
            }
            if pair.otherNIK.isUsable {
                wanted.insert(OtherNumber(pair.otherNIK, at: pair.employer))
            }
        }
        var open: Set<OtherNumber> = []
        for table in [ledger, register] {
            table.forEachStranger { kpj, niks in
                if wanted.contains(kpj) { open.insert(kpj) }
                for nik in niks {
                    let number = OtherNumber(nik, at: kpj.employer)
                    if wanted.contains(number) { open.insert(number) }
                }
            }
            for entry in table.rows.byNIK {
                let nik = NIK(PackedText(raw: entry.key))
                let number = OtherNumber(nik, at: entry.employer)
                if wanted.contains(number) { open.insert(number) }
            }
        }
        return open
    }

    /// The KPJs whose rows move because of a claim on a NIK in them.
    private func claimsOnStrangers(_ claims: [OtherNumber: Set<Int>]) -> [OtherNumber: Set<Int>] {
        guard claims.keys.contains(where: { !$0.isKPJ }) else { return [:] }
        var found: [OtherNumber: Set<Int>] = [:]
        for table in [ledger, register] {
            table.forEachStranger { kpj, niks in
                for nik in niks {
                    guard let places = claims[OtherNumber(nik, at: kpj.employer)] else { continue }
                    found[kpj, default: []].formUnion(places)
                }
            }
        }
        return found
    }
}

extension JoinedRows {
    /// Calls a function with each KPJ that payroll lacks, and the NIKs in its rows.
    func forEachStranger(_ body: (OtherNumber, ArraySlice<NIK>) -> Void) {
        for (place, number) in rows.numbers.enumerated() {
            let kpj = KPJ(PackedText(raw: number.key))
            body(OtherNumber(kpj, at: number.employer), rows.niks(of: place))
        }
    }
}
