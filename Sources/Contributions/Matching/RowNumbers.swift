/// The KPJs and NIKs in the tables of a run.
struct RecordNumbers: Sendable {
    let payroll: PayrollNumbers
    let ledger: RowNumbers
    let register: RowNumbers
    /// Who owns which NIK by payroll.
    let owners: NIKOwners

    /// Looks at every row of the three tables: first of payroll, then of the others.
    ///
    /// - Parameters:
    ///   - records: What was read.
    ///   - isLeftOut: The payroll rows that do not count; empty for none.
    ///   - other: Work to do beside payroll's.
    /// - Returns: The numbers, and what the other work made.
    static func find<Other: Sendable>(
        in records: Records,
        without isLeftOut: [Bool] = [],
        beside other: @Sendable () -> Other
    ) -> (RecordNumbers, Other) {
        let (payroll, result) = Parallel.both(
            { PayrollNumbers(records.payroll, without: isLeftOut) },
            other
        )
        let (tables, owners) = Parallel.map(count: 2) {
            NIKOwners(payroll.rows)
        } _: { table in
            table == 0
                ? RowNumbers(records.ledger, beside: payroll)
                : RowNumbers(records.register, beside: payroll)
        }
        let numbers = RecordNumbers(
            payroll: payroll,
            ledger: tables[0],
            register: tables[1],
            owners: owners
        )
        return (numbers, result)
    }

    static func find(in records: Records, without isLeftOut: [Bool] = []) -> RecordNumbers {
        find(in: records, without: isLeftOut) {}.0
    }
}

/// The KPJs in payroll, and where to look them up.
struct PayrollNumbers: Sendable {
    let rows: RowNumbers
    /// One NIK beside each number, the smallest; absent where there is none.
    let niks: [NIK]
    private let table: NumberTable

    init(_ rows: RowTable<PayrollRow>, without isLeftOut: [Bool]) {
        var table = NumberTable(expecting: rows.count)
        self.rows = RowNumbers(rows, without: isLeftOut, counting: &table)
        self.table = table
        niks = self.rows.smallestNIKs
    }

    /// The place of a KPJ among the numbers of payroll; nil for one that it lacks.
    @inline(__always)
    func place(of kpj: KPJ, at employer: UInt32) -> UInt32? {
        table.number(of: kpj.text.raw, at: employer, among: rows.numbers)
    }

    /// Asks for what rows will be compared with that are looked up soon.
    ///
    /// - Parameters:
    ///   - row: A row to be looked up; its slot has been asked for.
    ///   - later: A row behind it.
    @inline(__always)
    func prefetch(for row: some PersonRow, and later: some PersonRow) {
        table.prefetch(later.kpj.text.raw, at: later.employer)
        let place = table.likelyNumber(of: row.kpj.text.raw, at: row.employer)
        rows.numbers.prefetch(place)
        niks.prefetch(place)
    }
}

/// The KPJs in a table, each once, and which of them every row has.
///
/// A worker's KPJ stands in a row of every month, so there are far fewer numbers than rows. What
/// follows joins numbers; rows are looked at once here, and once more to be told their worker. Of
/// the ledger and the register only those numbers are kept that payroll lacks: a row with any other
/// is told its worker at once.
struct RowNumbers: Sendable {
    /// Marks a row whose KPJ is in payroll; the other bits are its place there.
    static let isInPayroll: UInt32 = 1 << 31

    /// The numbers by employer and KPJ; the index of an entry means nothing.
    private(set) var numbers: [SortEntry] = []
    /// The place of each row's KPJ in `numbers`, or that in payroll with ``isInPayroll``;
    /// ``WorkerResolver/none`` for rows without.
    private(set) var ofRow: [UInt32]
    /// The NIKs in the rows of each number, one number behind the other.
    private var niks: [NIK] = []
    /// Where those of each number begin; empty where every number has just one.
    private var nikStarts: [UInt32] = []
    /// The rows without KPJ by employer and NIK.
    private(set) var byNIK: [SortEntry] = []
    /// The NIKs beside KPJs of payroll that differ from the one it has there: the key is the NIK,
    /// in place of an employer stands the worker.
    private(set) var besidePayroll: [SortEntry] = []
    /// The month of each row; empty for tables without months.
    private(set) var months: [Int16] = []
    /// What any of the rows says of its person.
    private(set) var person = PersonMarks.none

    /// Looks at the rows of payroll.
    ///
    /// - Parameters:
    ///   - rows: The rows of the table.
    ///   - isLeftOut: The rows that do not count; empty for none.
    ///   - table: Counts the numbers; it leads to their places afterwards.
    init(
        _ rows: RowTable<PayrollRow>,
        without isLeftOut: [Bool],
        counting table: inout NumberTable
    ) {
        ofRow = [UInt32](filledWith: WorkerResolver.none, count: rows.count)
        months.reserveCapacity(rows.count)
        var found = FoundNIKs(roomFor: rows.count)
        for (index, row) in rows.enumerated() {
            let next = min(index + Prefetch.distance, rows.count - 1)
            table.prefetch(rows[next].kpj.text.raw, at: rows[next].employer)
            months.append(row.month.number)
            person.formUnion(row.person)
            if !isLeftOut.isEmpty, isLeftOut[index] { continue }
            guard row.kpj.isUsable else {
                note(row, at: index)
                continue
            }
            let number = table.number(of: row.kpj.text.raw, at: row.employer)
            ofRow[index] = number
            found.note(row.nik, number)
        }
        table.renumber(putInOrder(&table, found))
    }

    /// Looks at the rows of the ledger or the register.
    init(_ rows: RowTable<some PersonRow>, beside payroll: PayrollNumbers) {
        ofRow = [UInt32](filledWith: WorkerResolver.none, count: rows.count)
        // Most KPJs are in payroll, where there is one.
        let roomCount = payroll.rows.numbers.isEmpty ? rows.count : 0
        var table = NumberTable(expecting: roomCount)
        var found = FoundNIKs(roomFor: roomCount)
        if rows.first?.monthNumber != nil { months.reserveCapacity(rows.count) }
        for (index, row) in rows.enumerated() {
            let next = min(index + Prefetch.distance, rows.count - 1)
            let later = min(index + 2 * Prefetch.distance, rows.count - 1)
            payroll.prefetch(for: rows[next], and: rows[later])
            if let month = row.monthNumber { months.append(month) }
            person.formUnion(row.person)
            guard row.kpj.isUsable else {
                note(row, at: index)
                continue
            }
            if let worker = payroll.place(of: row.kpj, at: row.employer) {
                ofRow[index] = worker | Self.isInPayroll
                guard row.nik.isUsable, row.nik != payroll.niks[Int(worker)] else { continue }
                besidePayroll.append(
                    SortEntry(key: row.nik.text.raw, employer: worker, index: UInt32(index))
                )
            } else {
                let number = table.number(of: row.kpj.text.raw, at: row.employer)
                ofRow[index] = number
                found.note(row.nik, number)
            }
        }
        _ = putInOrder(&table, found)
        radixSort(&besidePayroll)
    }

    /// Notes a row without KPJ.
    private mutating func note(_ row: some PersonRow, at index: Int) {
        guard row.nik.isUsable else { return }
        byNIK.append(
            SortEntry(key: row.nik.text.raw, employer: row.employer, index: UInt32(index))
        )
    }

    /// Puts what was counted in order.
    ///
    /// - Returns: The place of each number by the order in which they were met.
    private mutating func putInOrder(_ table: inout NumberTable, _ found: FoundNIKs) -> [UInt32] {
        radixSort(&byNIK)
        numbers = table.takeEntries()
        radixSort(&numbers)
        let places = placesOfNumbers()
        placeRows(places)
        placeNIKs(found)
        return places
    }

    /// The place of each number, now that they are in order, by the order in which they were met.
    private func placesOfNumbers() -> [UInt32] {
        var places = [UInt32](unwritten: numbers.count)
        for (place, number) in numbers.enumerated() { places[Int(number.index)] = UInt32(place) }
        return places
    }

    /// The NIKs in the rows of each number, which are still counted as they were met.
    private struct FoundNIKs {
        /// The last one of each.
        var last: [NIK]
        var earlier: [FoundNIK] = []

        init(roomFor count: Int) {
            // Room for all rows costs nothing: only what is written takes memory.
            last = [NIK](roomFor: count)
        }

        @inline(__always)
        mutating func note(_ nik: NIK, _ number: UInt32) {
            if last.count == number { last.append(.absent) }
            let known = last[Int(number)]
            guard nik.isUsable, known != nik else { return }
            if known.isUsable { earlier.append(FoundNIK(number: number, nik: known)) }
            last[Int(number)] = nik
        }
    }

    /// A NIK in a row with a KPJ that another one has followed; numbers are still counted as they
    /// were met.
    private struct FoundNIK {
        var number: UInt32
        var nik: NIK
    }

    /// Leads every row to the place of its number, now that the numbers are in order.
    private mutating func placeRows(_ places: [UInt32]) {
        ofRow.change { _, number in
            // The mark of payroll's numbers is in `none`, too.
            if number & Self.isInPayroll == 0 { number = places[Int(number)] }
        }
    }

    /// Puts the NIKs of each number side by side.
    private mutating func placeNIKs(_ found: FoundNIKs) {
        guard found.earlier.isEmpty, found.last.allSatisfy(\.isUsable) else {
            return placeUnevenNIKs(found.last, found.earlier)
        }
        let numbers = numbers
        niks = [NIK](sideBySide: numbers.count) { found.last[Int(numbers[$0].index)] }
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

    /// The smallest NIK beside each number; absent where there is none.
    fileprivate var smallestNIKs: [NIK] {
        if hasOneNIKEach { return niks }
        return numbers.indices.map { place in
            niks[nikPlaces(of: place)].min { $0.text.raw < $1.text.raw } ?? .absent
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
