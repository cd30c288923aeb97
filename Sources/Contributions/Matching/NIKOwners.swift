/// Who owns which NIK after rules 1 and 2, as far as anybody asks.
///
/// Nearly every NIK has one owner, and nobody asks for him, because his rows name his KPJ. So only
/// the NIKs that may have several owners, and those of rows whose KPJ payroll lacks, are gathered.
/// Which these are is kept in bits, which may mean a few too many and never one too few.
struct NIKOwners: Sendable {
    /// The owners that were gathered, sorted by employer and NIK; of a NIK all or none.
    private(set) var entries: [SortEntry] = []
    /// Those by ledger or register rows, of workers who have no NIK in payroll.
    private var others: [SortEntry] = []
    private var seen: KeyBits
    /// The NIKs that are to be gathered.
    private var wanted: KeyBits

    /// Looks at the NIKs that workers have in payroll.
    init(_ payroll: RowNumbers) {
        // Workers without a NIK there may get theirs from the other tables.
        let count = max(payroll.numbers.count, payroll.nikCount)
        seen = KeyBits(expecting: count)
        wanted = KeyBits(expecting: count)
        payroll.forEachNIK { nik, number, _ in look(at: nik.bits(at: number.employer)) }
    }

    /// Wants a NIK that is seen again.
    @inline(__always)
    private mutating func look(at bits: UInt64) {
        if !seen.insert(bits) { wanted.insert(bits) }
    }

    /// Adds an owner by another table.
    mutating func add(_ owner: SortEntry) {
        look(at: NIK(PackedText(raw: owner.key)).bits(at: owner.employer))
        others.append(owner)
    }

    /// Notes that somebody will ask for the owners of a NIK.
    mutating func expect(_ nik: UInt64, at employer: UInt32) {
        wanted.insert(NIK(PackedText(raw: nik)).bits(at: employer))
    }

    /// Gathers the owners of the NIKs that are wanted.
    mutating func gather(_ payroll: RowNumbers) {
        entries = others.filter { owner in
            wanted.contains(NIK(PackedText(raw: owner.key)).bits(at: owner.employer))
        }
        payroll.forEachNIK { nik, number, worker in
            guard wanted.contains(nik.bits(at: number.employer)) else { return }
            entries.append(
                SortEntry(key: nik.text.raw, employer: number.employer, index: UInt32(worker))
            )
        }
        radixSort(&entries)
    }

    /// The workers who own a NIK, each once.
    func workers(owning key: IdentityKey) -> [UInt32] {
        let asked = SortEntry(key: key.nik, employer: key.employer, index: 0)
        var place = entries.firstPlace { $0.precedes(asked) }
        var found: [UInt32] = []
        while place < entries.count, entries[place].hasSameKey(as: asked) {
            if !found.contains(entries[place].index) { found.append(entries[place].index) }
            place += 1
        }
        return found
    }
}

extension NIK {
    /// What stands for a NIK at an employer among ``KeyBits``.
    @inline(__always)
    fileprivate func bits(at employer: UInt32) -> UInt64 {
        text.raw ^ UInt64(employer) &* 0xD6E8_FEB8_6659_FD93
    }
}
