internal import DelimitedText

/// A profile to complete, made from a file that no profile reads.
package enum DraftProfile {
    /// Writes what is known of a layout as YAML, with comments on what to complete.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - name: The name of the file.
    /// - Returns: A profile that can be read, and that a user completes.
    /// - Throws: ``ProfileTrouble`` where the file holds no table.
    package static func yaml(
        _ bytes: UnsafeBufferPointer<UInt8>,
        name: String
    ) throws(ProfileTrouble) -> String {
        let grid = try ProfiledFile.grid(of: bytes)
        guard let row = headerRow(grid), let headings = Recognition.headings(in: grid, row, 1)
        else {
            throw .unknownLayout(found: [], line: 1)
        }
        let filled = headings.filter { !$0.isEmpty }
        var known: [(role: ColumnRole, heading: String)] = []
        var unknown: [String] = []
        for heading in filled {
            if let role = Synonyms.role(of: Heading(heading)),
                known.count(where: { $0.role == role }) < role.columnCount
            {
                known.append((role, heading))
            } else {
                unknown.append(heading)
            }
        }
        return text(name, known, unknown, line: grid.line(row))
    }

    /// The line with the most headings that mean something, else the one with most words.
    private static func headerRow(_ grid: CellGrid) -> Int? {
        (0..<min(grid.count, Recognition.searchedRows)).max { left, right in
            let (one, other) = (weight(grid, left), weight(grid, right))
            return one != other ? one < other : left > right
        }
    }

    private static func weight(_ grid: CellGrid, _ row: Int) -> Int {
        let headings = (Recognition.headings(in: grid, row, 1) ?? []).map { Heading($0) }
        return headings.reduce(0) { sum, heading in
            if heading.isEmpty { return sum }
            if Synonyms.role(of: heading) != nil { return sum + 100 }
            return sum + (heading.words.contains(where: \.isNumber) ? 0 : 1)
        }
    }

    private static func text(
        _ name: String,
        _ known: [(role: ColumnRole, heading: String)],
        _ unknown: [String],
        line: Int
    ) -> String {
        let roles = Set(known.map(\.role))
        let isLedger = roles.contains(.column(.jkk)) && roles.contains(.column(.jkm))
        let kind = isLedger ? InputKind.ledger : .payroll
        var lines = [
            "# Draft of an intake profile, made from \(name) (heading on line \(line)).",
            "# Complete it, then: iuran check \(name) --profile THIS.yaml",
            "nama: \(quoted("tata-letak-baru"))",
            "judul: \(quoted("tata letak dari \(name)"))",
            "# payroll, ledger, payments, register, employers, leavers or employees",
            "jenis: \(kind.rawValue)",
            "# canonical column: [headings of it]",
            "kolom:",
        ]
        let columns = known.filter { entry in
            guard case .column(let column) = entry.role else { return true }
            return kind.columns.contains(column)
        }
        var written: Set<ColumnRole> = []
        for entry in columns where written.insert(entry.role).inserted {
            lines.append("  \(entry.role.name): [\(quoted(entry.heading))]")
        }
        var present: Set<Column> = []
        for case .column(let column) in columns.map(\.role) { present.insert(column) }
        if columns.contains(where: { $0.role == .nikOrEmployeeNumber }) { present.insert(.nik) }
        for missing in kind.missingColumns(in: present) {
            lines.append("  # missing: \(missing)")
        }
        lines.append("# the columns without which a file is not this layout")
        lines.append("wajib: [\(written.map(\.name).sorted().joined(separator: ", "))]")
        lines.append("# headings that no rule needs; move those that do to kolom")
        let ignored =
            unknown
            + known.map(\.heading).filter { heading in
                !columns.contains { $0.heading == heading }
            }
        lines.append("abaikan: [\(ignored.map(quoted).joined(separator: ", "))]")
        lines += [
            "# labels of lines above the table that give the NPP and month of all rows",
            "di_atas:", "  npp: [NPP]", "  blth: [Periode, BLTH]",
            "# first words of the line that ends the table",
            "akhir: [Total Seluruhnya, Jumlah Seluruhnya, Grand Total]",
            "# hari-bulan or bulan-hari, where dates such as 05/06/2026 leave it open",
            "# tanggal: hari-bulan",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text in the double quotes of YAML, with what must not stand there as it is escaped.
    private static func quoted(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"": escaped += "\\\(scalar)"
            case " "..."~": escaped.unicodeScalars.append(scalar)
            case _ where scalar.properties.isAlphabetic: escaped.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return "\"\(escaped)\""
    }
}
