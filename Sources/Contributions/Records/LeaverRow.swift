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
    package var source: SourceLine

    package init(employer: UInt32?, kpj: KPJ, nik: NIK, left: Day, source: SourceLine) {
        self.employer = employer
        self.kpj = kpj
        self.nik = nik
        self.left = left
        self.source = source
    }
}
