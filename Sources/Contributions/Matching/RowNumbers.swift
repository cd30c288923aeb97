/// The KPJs and NIKs in the tables of a run.
struct RecordNumbers: Sendable {
    var payroll: RowNumbers
    let ledger: RowNumbers
    let register: RowNumbers

    /// Looks at every row of the three tables, which takes about as long for each.
    ///
    /// - Parameters:
    ///   - records: What was read.
    ///   - other: Work of that size to do beside it.
    /// - Returns: The numbers, and what the other work made.
    static func find<Other: Sendable>(
        in records: Records,
        beside other: @Sendable () -> Other
    ) -> (RecordNumbers, Other) {
        let (tables, result) = Parallel.map(count: 3, beside: other) { table in
            switch table {
            case 0: RowNumbers(records.payroll)
            case 1: RowNumbers(records.ledger)
            default: RowNumbers(records.register)
            }
        }
        return (RecordNumbers(payroll: tables[0], ledger: tables[1], register: tables[2]), result)
    }

    static func find(in records: Records) -> RecordNumbers {
        find(in: records) {}.0
    }
}

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
    /// Where those of each number begin; empty where every number has just one.
    private var nikStarts: [UInt32] = []
    /// The rows without KPJ by employer and NIK.
    private(set) var byNIK: [SortEntry] = []
    /// The month of each row; empty for tables without months.
    private(set) var months: [Int16] = []
    /// What any of the rows says of its person.
    private(set) var person = PersonMarks.none

    /// - Parameters:
    ///   - rows: The rows of the table.
    ///   - isLeftOut: The rows that do not count; empty for none.
    init(_ rows: RowTable<some PersonRow>, without isLeftOut: [Bool] = []) {
        ofRow = [UInt32](filledWith: WorkerResolver.none, count: rows.count)
        months.reserveCapacity(rows.count)
        var table = NumberTable(expecting: rows.count)
        // Room for all rows costs nothing where they are fewer: only what is written takes memory.
        var lastNIKs = [NIK](roomFor: rows.count)
        var earlierNIKs: [FoundNIK] = []
        for (index, row) in rows.enumerated() {
            if index % NumberTable.lookAhead == 0 {
                let next = index..<min(index + NumberTable.lookAhead, rows.count)
                for row in rows[next] { table.touch(row.kpj.text.raw, at: row.employer) }
            }
            if let month = row.monthNumber { months.append(month) }
            person.formUnion(row.person)
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
            let last = lastNIKs[Int(number)]
            guard row.nik.isUsable, last != row.nik else { continue }
            if last.isUsable { earlierNIKs.append(FoundNIK(number: number, nik: last)) }
            lastNIKs[Int(number)] = row.nik
        }
        radixSort(&byNIK)
        numbers = table.takeEntries()
        radixSort(&numbers)
        var places = [UInt32](unwritten: numbers.count)
        for (place, number) in numbers.enumerated() { places[Int(number.index)] = UInt32(place) }
        placeRows(places)
        placeNIKs(lastNIKs, earlierNIKs, places)
    }

    /// A NIK in a row with a KPJ that another one has followed; numbers are still counted as they
    /// were met.
    private struct FoundNIK {
        var number: UInt32
        var nik: NIK
    }

    /// Leads every row to the place of its number, now that the numbers are in order.
    private mutating func placeRows(_ places: [UInt32]) {
        for row in ofRow.indices where ofRow[row] != WorkerResolver.none {
            ofRow[row] = places[Int(ofRow[row])]
        }
    }

    /// Puts the NIKs of each number side by side.
    private mutating func placeNIKs(
        _ last: [NIK],
        _ earlier: [FoundNIK],
        _ places: [UInt32]
    ) {
        guard earlier.isEmpty, last.allSatisfy(\.isUsable) else {
            return placeUnevenNIKs(last, earlier)
        }
        niks = [NIK](unwritten: numbers.count)
        for (number, nik) in last.enumerated() { niks[Int(places[number])] = nik }
    }

    /// Puts the NIKs of each number side by side where not every number has just one.
    private mutating func placeUnevenNIKs(_ last: [NIK], _ earlier: [FoundNIK]) {
        var earlierOf: [UInt32: [NIK]] = [:]
        for found in earlier { earlierOf[found.number, default: []].append(found.nik) }
        niks = [NIK](roomFor: numbers.count + earlier.count)
        nikStarts = [UInt32](roomFor: numbers.count + 1)
        nikStarts.append(0)
        for number in numbers {
            if !earlierOf.isEmpty, let earlier = earlierOf[number.index] { niks += earlier }
            let nik = last[Int(number.index)]
            if nik.isUsable { niks.append(nik) }
            nikStarts.append(UInt32(niks.count))
        }
    }

    /// The NIKs in the rows of a number, in the order of the rows; one that repeats the one before
    /// is left out.
    func niks(of place: Int) -> ArraySlice<NIK> { niks[nikPlaces(of: place)] }

    /// The places of these NIKs, for whoever asks of every number: a slice would be counted.
    func nikPlaces(of place: Int) -> Range<Int> {
        nikStarts.isEmpty
            ? place..<place + 1 : Int(nikStarts[place])..<Int(nikStarts[place + 1])
    }

    func nik(at place: Int) -> NIK { niks[place] }

    /// How many NIKs stand beside the numbers.
    var nikCount: Int { niks.count }

    /// Whether beside every number stands one NIK.
    var hasOneNIKEach: Bool { nikStarts.isEmpty }

    /// The first NIK beside each number; absent where there is none.
    var firstNIKs: [NIK] {
        if hasOneNIKEach { return niks }
        return numbers.indices.map { place in
            let places = nikPlaces(of: place)
            return places.isEmpty ? .absent : niks[places.lowerBound]
        }
    }

    /// Calls a function with each NIK, the number that it stands beside and its place.
    @inline(__always)
    func forEachNIK(_ body: (NIK, SortEntry, Int) -> Void) {
        for (place, number) in numbers.enumerated() {
            for entry in nikPlaces(of: place) { body(niks[entry], number, place) }
        }
    }
}

/// A row of a table that names a person.
protocol PersonRow: Sendable {
    var employer: UInt32 { get }
    var kpj: KPJ { get }
    var nik: NIK { get }
    var person: PersonMarks { get }
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
    /// The keys in the order they were met; the index of an entry is its number.
    private var entries: [SortEntry]
    /// A part of a key's hash and its number + 1, or 0 in an empty slot; a power of two of them, of
    /// which at most half are taken.
    private var slots: [UInt64]
    /// Keeps the compiler from leaving out touches, whose result nobody needs.
    private var touched: UInt64 = 0

    /// For how many keys ahead the memory is asked at once; see ``RowTable/touch(_:)``.
    static let lookAhead = 16

    /// - Parameter keyCount: How often keys will be looked for; most may be repetitions.
    init(expecting keyCount: Int) {
        var slotCount = 1 << 10
        while slotCount < min(keyCount, 1 << 20) * 2 { slotCount *= 2 }
        slots = [UInt64](filledWith: 0, count: slotCount)
        entries = [SortEntry](roomFor: keyCount)
    }

    /// Hands the keys over, in the order they were met, and forgets them.
    mutating func takeEntries() -> [SortEntry] {
        slots = []
        defer { entries = [] }
        return entries
    }

    mutating func number(of key: UInt64, at employer: UInt32) -> UInt32 {
        let hash = Self.hash(key, employer)
        var place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[place] != 0 {
            if (slots[place] ^ hash) >> 32 == 0 {
                let number = UInt32(truncatingIfNeeded: slots[place]) - 1
                let entry = entries[Int(number)]
                if entry.key == key, entry.employer == employer { return number }
            }
            place = (place + 1) & (slots.count - 1)
        }
        let number = UInt32(entries.count)
        entries.append(SortEntry(key: key, employer: employer, index: number))
        slots[place] = hash & (~0 << 32) | UInt64(number + 1)
        if entries.count * 2 > slots.count { grow() }
        return number
    }

    /// Fetches the slot of a key into the cache.
    mutating func touch(_ key: UInt64, at employer: UInt32) {
        let hash = Self.hash(key, employer)
        touched ^= slots[Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)]
    }

    private static func hash(_ key: UInt64, _ employer: UInt32) -> UInt64 {
        (key ^ UInt64(employer) << 40) &* 0x9E37_79B9_7F4A_7C15
    }

    private mutating func grow() {
        slots = [UInt64](filledWith: 0, count: slots.count * 4)
        for entry in entries {
            let hash = Self.hash(entry.key, entry.employer)
            var place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = hash & (~0 << 32) | UInt64(entry.index + 1)
        }
    }
}
