/// A worker who left, as HR reports it to BPJS (SIPP `data_tk_na`).
///
/// The report names no wage and often no employer; what it does is set `tanggal_keluar` of the
/// worker's payroll rows, see ``Leavers``.
package struct LeaverRow: Sendable {
    /// The employer's place in ``Records/employers``; nil where the report names none.
    package var employer: UInt32?
    package var kpj: KPJ
    package var nik: NIK
    /// The last day of service.
    package var left: Day
    /// Why he left (SEBAB_NA), in the words of the report.
    package var reason: TextReference
    package var source: SourceLine

    package init(
        employer: UInt32?,
        kpj: KPJ,
        nik: NIK,
        left: Day,
        reason: TextReference = .absent,
        source: SourceLine
    ) {
        self.employer = employer
        self.kpj = kpj
        self.nik = nik
        self.left = left
        self.reason = reason
        self.source = source
    }
}

/// Why a worker left (`sebab_keluar`), for the payroll row with his `tanggal_keluar`; few rows have
/// one, so that it takes no room in all.
package struct LeavingReason: Sendable {
    /// The payroll row.
    package private(set) var source: SourceLine
    package private(set) var text: TextReference

    package init(source: SourceLine, text: TextReference) {
        self.source = source
        self.text = text
    }

    /// A reason that an earlier run kept: ``TextReference/raw`` of a text in an arena of its own.
    package init(source: SourceLine, kept raw: UInt64) {
        self.init(source: source, text: TextReference(raw: raw))
    }

    /// The reason with its text in another arena, which holds the same bytes at the same place.
    package func moved(toArena arena: Int) -> LeavingReason {
        var moved = self
        moved.text.move(toArena: arena)
        return moved
    }
}
