/// The KPJs in a table, each once, and which of them every row has.
///
/// A worker's KPJ stands in a row of every month, so there are far fewer numbers than rows. What
/// follows joins numbers; rows are looked at once here, and once more to be told their worker.
struct RowNumbers: Sendable {
    /// The numbers by employer and KPJ; the index of an entry means nothing.
    private(set) var numbers: [SortEntry] = []
    /// The place of each row's KPJ in `numbers`; ``WorkerResolver/none`` for rows without.
    private(set) var ofRow: [UInt32]
    /// The NIKs in the rows of each number, one number behind the other.
    private var niks: [NIK] = []
    private var nikStarts: [Int] = []
    /// The rows without KPJ by employer and NIK.
    private(set) var byNIK: [SortEntry] = []
    /// The month of each row; empty for tables without months.
    private(set) var months: [Int16] = []

    /// - Parameters:
    ///   - rows: The rows of the table.
    ///   - isLeftOut: The rows that do not count; empty for none.
    init(_ rows: RowTable<some PersonRow>, without isLeftOut: [Bool] = []) {
        ofRow = [UInt32](repeating: WorkerResolver.none, count: rows.count)
        months.reserveCapacity(rows.count)
        var table = NumberTable()
        var found: [FoundNIK] = []
        var lastNIKs: [NIK] = []
        for (index, row) in rows.enumerated() {
            if let month = row.monthNumber { months.append(month) }
            if !isLeftOut.isEmpty, isLeftOut[index] { continue }
            guard row.kpj.isUsable else {
                if row.nik.isUsable {
                    byNIK.append(
                        SortEntry(
                            key: row.nik.text.raw,
                            employer: row.employer,
                            index: UInt32(index)
                        )
                    )
                }
                continue
            }
            let number = table.number(of: row.kpj.text.raw, at: row.employer)
            ofRow[index] = number
            if lastNIKs.count == number { lastNIKs.append(.absent) }
            if row.nik.isUsable, lastNIKs[Int(number)] != row.nik {
                lastNIKs[Int(number)] = row.nik
                found.append(FoundNIK(number: number, nik: row.nik))
            }
        }
        radixSort(&byNIK)
        sort(table.entries, found)
    }

    /// A NIK in a row with a KPJ, whose numbers are still counted as they were met.
    private struct FoundNIK {
        var number: UInt32
        var nik: NIK
    }

    /// Puts the numbers in order.
    private mutating func sort(_ entries: [SortEntry], _ found: [FoundNIK]) {
        numbers = entries
        radixSort(&numbers)
        var places = [UInt32](repeating: 0, count: numbers.count)
        for (place, number) in numbers.enumerated() { places[Int(number.index)] = UInt32(place) }
        for row in ofRow.indices where ofRow[row] != WorkerResolver.none {
            ofRow[row] = places[Int(ofRow[row])]
        }
        nikStarts = [Int](repeating: 0, count: numbers.count + 1)
        for entry in found { nikStarts[Int(places[Int(entry.number)]) + 1] += 1 }
        for place in numbers.indices { nikStarts[place + 1] += nikStarts[place] }
        var next = nikStarts
        niks = [NIK](repeating: .absent, count: found.count)
        for entry in found {
            let place = Int(places[Int(entry.number)])
            niks[next[place]] = entry.nik
            next[place] += 1
        }
    }

    /// The NIKs in the rows of a number, in the order of the rows; one that repeats the one before
    /// is left out.
    func niks(of place: Int) -> ArraySlice<NIK> {
        niks[nikStarts[place]..<nikStarts[place + 1]]
    }
}

/// A row of a table that names a person.
protocol PersonRow: Sendable {
    var employer: UInt32 { get }
    var kpj: KPJ { get }
    var nik: NIK { get }
    /// Nil in a table whose rows have no month.
    var monthNumber: Int16? { get }
}

extension PayrollRow: PersonRow {
    var monthNumber: Int16? { month.number }
}

extension LedgerRow: PersonRow {
    var monthNumber: Int16? { month.number }
}

extension RegisterRow: PersonRow {
    var monthNumber: Int16? { nil }
}

/// Counts keys as they are met; one multiplication and mostly one look into memory for each.
private struct NumberTable {
    private struct Slot {
        var key: UInt64 = 0
        var employer: UInt32 = 0
        /// The number + 1, or 0 in an empty slot.
        var mark: UInt32 = 0
    }

    /// The keys in the order they were met; the index of an entry is its number.
    private(set) var entries: [SortEntry] = []
    /// A power of two, of which at most half are taken.
    private var slots = [Slot](repeating: Slot(), count: 1 << 12)

    mutating func number(of key: UInt64, at employer: UInt32) -> UInt32 {
        var place = place(key, employer)
        while slots[place].mark != 0 {
            if slots[place].key == key, slots[place].employer == employer {
                return slots[place].mark - 1
            }
            place = (place + 1) & (slots.count - 1)
        }
        let number = UInt32(entries.count)
        entries.append(SortEntry(key: key, employer: employer, index: number))
        slots[place] = Slot(key: key, employer: employer, mark: number + 1)
        if entries.count * 2 > slots.count { grow() }
        return number
    }

    private func place(_ key: UInt64, _ employer: UInt32) -> Int {
        let mixed = (key ^ UInt64(employer) << 40) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = [Slot](repeating: Slot(), count: slots.count * 4)
        for entry in entries {
            var place = place(entry.key, entry.employer)
            while slots[place].mark != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = Slot(key: entry.key, employer: entry.employer, mark: entry.index + 1)
        }
    }
}
