/// Gives reported ends of service to the payroll rows of those who left.
///
/// A payroll row's own `tanggal_keluar` stands. A report that names no employer holds where the
/// worker is in the payroll of one employer only; of several nobody says which he left.
package struct Leavers {
    private struct Person: Hashable {
        var number: PackedText
        var isKPJ: Bool
    }

    private let rows: [LeaverRow]
    private var placesByPerson: [Person: [Int]] = [:]

    package init(_ rows: [LeaverRow]) {
        self.rows = rows
        for (place, row) in rows.enumerated() {
            if row.kpj.isUsable {
                placesByPerson[Person(number: row.kpj.text, isKPJ: true), default: []].append(place)
            } else {
                placesByPerson[Person(number: row.nik.text, isKPJ: false), default: []].append(
                    place
                )
            }
        }
    }

    /// Sets `tanggal_keluar` in a payroll.
    ///
    /// - Parameter payroll: All payroll rows of the run, not yet shared.
    /// - Returns: A finding for each report that fits nobody, or more than one employer; and why
    ///   the workers left, for each payroll row that was set.
    package func apply(
        to payroll: RowStorage<PayrollRow>
    ) -> (findings: [Finding], reasons: [LeavingReason]) {
        guard !rows.isEmpty else { return ([], []) }
        var employers = [Set<UInt32>](repeating: [], count: rows.count)
        for row in payroll.table {
            for place in places(of: row) { employers[place].insert(row.employer) }
        }
        var reasons: [LeavingReason] = []
        payroll.amend { row in
            guard row.left.isAbsent else { return }
            var reason = TextReference.absent
            for place in places(of: row) where holds(place, for: row, employers[place]) {
                // Of several reports the latest counts.
                if row.left.isAbsent || row.left < rows[place].left {
                    row.left = rows[place].left
                    reason = rows[place].reason
                }
            }
            if !reason.isAbsent { reasons.append(LeavingReason(source: row.source, text: reason)) }
        }
        return (findings(employers), reasons)
    }

    /// The reports that fit nobody, or more than one employer.
    ///
    /// - Parameter employers: Those whose payroll has the worker, for each report.
    /// - Returns: A finding for each.
    private func findings(_ employers: [Set<UInt32>]) -> [Finding] {
        rows.indices.filter { place in
            rows[place].employer.map { !employers[place].contains($0) }
                ?? (employers[place].count != 1)
        }
        .map { place in
            let count = employers[place].count
            return Finding(
                .leaverUnknown,
                employer: rows[place].employer,
                source: rows[place].source,
                column: "kpj",
                detail: .text(
                    value: "",
                    message: count > 1
                        ? "pekerja ini ada di payroll \(count) perusahaan; sebutkan NPP-nya"
                        : "nomornya tidak ada di payroll mana pun"
                )
            )
        }
    }

    private func places(of row: PayrollRow) -> [Int] {
        var places: [Int] = []
        if row.kpj.isUsable {
            places += placesByPerson[Person(number: row.kpj.text, isKPJ: true)] ?? []
        }
        if row.nik.isUsable {
            places += placesByPerson[Person(number: row.nik.text, isKPJ: false)] ?? []
        }
        return places
    }

    /// Whether a report is about the employer of a row, and not about service that ended before he
    /// was hired again.
    private func holds(_ place: Int, for row: PayrollRow, _ employers: Set<UInt32>) -> Bool {
        if let joined = row.joined.ifPresent, joined > rows[place].left { return false }
        return rows[place].employer.map { $0 == row.employer } ?? (employers.count == 1)
    }
}
