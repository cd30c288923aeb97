/// A worker who misses rows, or whose rows miss a worker, as far as others are compared with him.
///
/// He is made for one employer's search at a time, and only of those who are unmatched.
struct UnmatchedWorker {
    let index: UInt32
    let kpj: [UInt8]
    let nik: [UInt8]
    /// The digits that a spreadsheet left of a NIK of his, where it left no NIK at all.
    let nikRemains: [UInt8]
    let birth: Day
    let name: ComparableName

    init(_ index: UInt32, _ context: SettlementContext) {
        let worker = context.directory.workers[Int(index)]
        let pool = context.records.identifiers
        self.index = index
        kpj = worker.kpj.isUsable ? pool.bytes(of: worker.kpj.text) : []
        nik = worker.nik.isUsable ? pool.bytes(of: worker.nik.text) : []
        nikRemains = nik.isEmpty ? context.remainsOfNIK(worker) : []
        birth = worker.birth
        name = ComparableName(context.records.texts.bytes(of: worker.name))
    }
}

// MARK: - Evidence

extension UnmatchedWorker {
    /// What he and a worker who is in no payroll have in common.
    func evidence(beside stranger: UnmatchedWorker) -> PairEvidence {
        PairEvidence(
            kpj: Self.agreement(ofKPJ: kpj, stranger.kpj),
            nik: agreement(ofNIK: stranger),
            name: name.agreement(with: stranger.name),
            birth: BirthAgreement(birth, stranger.birth)
        )
    }

    private static func agreement(ofKPJ mine: [UInt8], _ other: [UInt8]) -> NumberAgreement {
        guard !mine.isEmpty, !other.isEmpty else { return .absent }
        if mine == other { return .same }
        if let count = lostZeros(mine, other) { return .zerosLost(count: count) }
        return TypingError(between: mine, and: other).map(NumberAgreement.slip) ?? .differs
    }

    /// How many leading zeros lie between two numbers: one, or all that there are.
    private static func lostZeros(_ left: [UInt8], _ right: [UInt8]) -> Int? {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        let count = long.count - short.count
        let zero = UInt8(ascii: "0")
        guard count > 0, long.prefix(count).allSatisfy({ $0 == zero }),
            long.suffix(short.count) == short[...], count == 1 || short.first != zero
        else { return nil }
        return count
    }

    private func agreement(ofNIK other: UnmatchedWorker) -> NumberAgreement {
        if !nik.isEmpty, !other.nik.isEmpty {
            if nik == other.nik { return .same }
            return TypingError(between: nik, and: other.nik).map(NumberAgreement.slip) ?? .differs
        }
        let (whole, remains) =
            nik.isEmpty ? (other.nik, nikRemains) : (nik, other.nikRemains)
        guard !whole.isEmpty, !remains.isEmpty else { return .absent }
        return Self.fits(remains, whole) ? .remains : .differs
    }

    /// Whether a number begins with the digits that a spreadsheet left of one; it rounds the last.
    private static func fits(_ remains: [UInt8], _ whole: [UInt8]) -> Bool {
        guard whole.count == 16, whole.count >= remains.count else { return false }
        var start = Array(whole.prefix(remains.count))
        if start == remains { return true }
        // Rounded up, as where 317401|52 became 3,17402E+15.
        for place in start.indices.reversed() {
            guard start[place] == UInt8(ascii: "9") else {
                start[place] += 1
                break
            }
            start[place] = UInt8(ascii: "0")
        }
        return start == remains
    }
}

extension SettlementContext {
    /// The digits of a worker's NIK that a spreadsheet left, the smallest where rows differ; empty
    /// unless a row of his has some.
    func remainsOfNIK(_ worker: Worker) -> [UInt8] {
        let niks =
            directory.payroll[worker.group].map { records.payroll[Int($0)].nik }
            + directory.ledger[worker.group].map { records.ledger[Int($0)].nik }
            + directory.register[worker.group].map { records.register[Int($0)].nik }
        let left = niks.filter(\.isDamaged).map(remains).filter { !$0.isEmpty }
        return left.min { $0.lexicographicallyPrecedes($1) } ?? []
    }

    /// The digits in front of the exponent; fewer than five are no district.
    private func remains(of nik: NIK) -> [UInt8] {
        let text = records.identifiers.bytes(of: nik.text)
        let digits = text.prefix { $0 | 32 != UInt8(ascii: "e") }
            .filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return digits.count < 5 ? [] : digits
    }
}
