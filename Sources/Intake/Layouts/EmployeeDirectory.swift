package import Contributions

/// Who an employee number is: from employee lists, for payrolls that name nobody else.
package struct EmployeeDirectory: Sendable {
    /// The cells that a list gives to a payroll row, in canonical form.
    static let columns: [Column] = [
        .kpj, .nik, .tanggalLahir, .tanggalMasuk, .tanggalKeluar,
    ]

    /// A row of an employee list.
    package struct Entry: Sendable {
        var npp: [UInt8]
        var number: [UInt8]
        /// In the order of ``columns``.
        var cells: [[UInt8]]
        package var source: SourceLine

        var kpj: [UInt8] { cells[0] }
        var nik: [UInt8] { cells[1] }
    }

    private struct Key: Hashable {
        var npp: [UInt8]
        var number: [UInt8]
    }

    private var entries: [Key: Entry] = [:]
    private var contradicting: Set<Key> = []
    /// Rows that give a number a second, different identity.
    package private(set) var clashes: [(number: String, SourceLine, SourceLine)] = []

    package init() {}

    package init(_ rows: [Entry]) {
        for row in rows {
            let key = Key(npp: row.npp, number: row.number)
            if let other = entries[key] {
                guard other.cells != row.cells else { continue }
                contradicting.insert(key)
                let number = String(decoding: row.number, as: UTF8.self)
                clashes.append((number, other.source, row.source))
            } else {
                entries[key] = row
            }
        }
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// The one employee who has a number at an employer; a list without NPP serves every employer.
    func entry(npp: [UInt8], number: UnsafeBufferPointer<UInt8>) -> Entry? {
        let number = [UInt8](number)
        for npp in npp.isEmpty ? [npp] : [npp, []] {
            let key = Key(npp: npp, number: number)
            if contradicting.contains(key) { return nil }
            if let entry = entries[key] { return entry }
        }
        return nil
    }
}
