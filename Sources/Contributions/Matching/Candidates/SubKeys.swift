/// The exact sub-keys by which workers who may be one person come to stand side by side.
///
/// Every pair that ``PairEvidence/isSuggestion`` accepts shares at least one of them, so nobody is
/// compared with everybody. A key is a hash: what it brings together is looked at, not believed.
enum SubKeys: CaseIterable {
    /// The NIK, and the NIK without one of its digits.
    case nik
    /// The KPJ, the KPJ without one of its characters, and the number that its digits make.
    case kpj
    /// A word of the name with the birth date less one digit, or with day and month in order.
    case nameAndBirth
    /// What a spreadsheet left of a NIK, with the birth date or a word of the name.
    case remains
}

extension SubKeys {
    /// About how many a worker has.
    var usualCount: Int {
        switch self {
        case .nik: 17
        case .kpj: 13
        case .nameAndBirth: 32
        case .remains: 8
        }
    }

    /// Adds the sub-keys of a worker to a list.
    func append(of worker: UnmatchedWorker, to keys: inout [UInt64]) {
        switch self {
        case .nik: appendShortForms(of: worker.nik, to: &keys)
        case .kpj:
            appendShortForms(of: worker.kpj, to: &keys)
            keys.append(key(of: Array(worker.kpj.drop { $0 == UInt8(ascii: "0") })))
        case .nameAndBirth: appendNameAndBirth(of: worker, to: &keys)
        case .remains: appendRemains(of: worker, to: &keys)
        }
    }

    private func key(of bytes: [UInt8], _ numbers: UInt64...) -> UInt64 {
        var key = bytes.withUnsafeBufferPointer { Fingerprint(of: $0) }
        for number in numbers { key.add(number) }
        return key.value
    }

    private func appendShortForms(of number: [UInt8], to keys: inout [UInt64]) {
        TypingError.forEachShortForm(of: number) { keys.append(Fingerprint(of: $0).value) }
    }

    private func appendNameAndBirth(of worker: UnmatchedWorker, to keys: inout [UInt64]) {
        guard let civil = worker.birth.ifPresent?.civil else { return }
        let digits = BirthAgreement.digits(civil)
        let number = digits.reduce(0) { $0 * 10 + $1 }
        let ordered = [civil.day, civil.month].sorted()
        let inOrder = civil.year * 10_000 + ordered[0] * 100 + ordered[1]
        var scale = 10_000_000
        var dates = [UInt64(inOrder) << 8]
        for place in digits.indices {
            let without = number - digits[place] * scale
            dates.append(UInt64(without) << 8 | UInt64(place + 1))
            scale /= 10
        }
        for word in worker.blockingWords {
            for date in dates { keys.append(key(of: word, date)) }
        }
    }

    private func appendRemains(of worker: UnmatchedWorker, to keys: inout [UInt64]) {
        for district in worker.districts {
            for word in worker.blockingWords { keys.append(key(of: word, district)) }
            if let birth = worker.birth.ifPresent {
                keys.append(key(of: [], district, UInt64(bitPattern: Int64(birth.number))))
            }
        }
    }
}

extension UnmatchedWorker {
    /// The full words of his name, each once, and the name in one piece.
    fileprivate var blockingWords: Set<[UInt8]> {
        var words = Set(name.fullWords)
        // A name of initials has nothing but them.
        if words.isEmpty { words.insert(Array(name.words.joined())) }
        words.insert(name.joined)
        words.remove([])
        return words
    }

    /// The first five digits of his NIK, or of what is left of it; a spreadsheet may have rounded
    /// the fifth.
    fileprivate var districts: [UInt64] {
        let digits = nik.isEmpty ? nikRemains : nik
        guard digits.count >= 5 else { return [] }
        let number = digits.prefix(5).reduce(0) { $0 * 10 + UInt64($1 & 15) }
        // Rounding changes the number by one, on the side of what is left.
        return nik.isEmpty ? [number, number &- 1] : [number]
    }
}
