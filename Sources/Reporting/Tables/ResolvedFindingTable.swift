package import Contributions

/// A finding of an earlier report that this run did not make any more.
package struct ResolvedFinding: Sendable, Comparable {
    /// Code, NPP, month, KPJ, NIK and value, as in `temuan.csv`.
    package var key: [[UInt8]]
    package var severity: [UInt8]
    package var firstSeen: Day
    package var resolvedOn: Day

    package init(key: [[UInt8]], severity: [UInt8], firstSeen: Day, resolvedOn: Day) {
        self.key = key
        self.severity = severity
        self.firstSeen = firstSeen
        self.resolvedOn = resolvedOn
    }

    package static func < (left: ResolvedFinding, right: ResolvedFinding) -> Bool {
        for (a, b) in zip(left.key, right.key) where a != b {
            return a.lexicographicallyPrecedes(b)
        }
        return left.resolvedOn < right.resolvedOn
    }
}

/// `temuan_selesai.csv`: the findings that are resolved, so that one that comes back is known.
package struct ResolvedFindingTable: ReportTable {
    package let fileName = "temuan_selesai.csv"
    package let columns = [
        "kode", "tingkat", "npp", "blth", "kpj", "nik", "nilai", "pertama_terlihat",
        "selesai_pada",
    ]
    private let findings: [ResolvedFinding]

    /// - Parameter findings: In the order of their keys.
    package init(_ findings: [ResolvedFinding]) {
        self.findings = findings
    }

    package var partCount: Int { (findings.count + PartSize.rows - 1) / PartSize.rows }

    package func writePart(_ index: Int, to buffer: ReportBuffer) {
        let start = index * PartSize.rows
        for finding in findings[start..<min(start + PartSize.rows, findings.count)] {
            buffer.reserve(4096)
            buffer.text(finding.key[0])
            buffer.comma()
            buffer.text(finding.severity)
            buffer.comma()
            for cell in finding.key.dropFirst() {
                buffer.text(cell)
                buffer.comma()
            }
            buffer.day(finding.firstSeen)
            buffer.comma()
            buffer.day(finding.resolvedOn)
            buffer.endRow()
        }
    }
}
