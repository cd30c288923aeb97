/// What the law leaves open or an employer may choose: the settings that decide.
package struct Policy: Sendable {
    /// The consecutive unpaid months after which a membership turns inactive
    /// (`ambang_nonaktif_bulan`, official site).
    package var inactiveAfterMonths = 3
    /// The difference up to which a share counts as paid, per share (`toleransi`).
    package var tolerance = Tolerance(uniform: Rupiah(whole: 1))
    /// What shares are rounded to (`pembulatan`).
    package var rounding = RoundingUnit.sen
    /// Whether cuti bersama shifts a due date (`cuti_bersama_menggeser`).
    package var collectiveLeaveShifts = false
    /// How far a cut may differ from the worker's share (`toleransi_potongan`).
    package var cutTolerance = Rupiah(whole: 100)
    /// Whether foreigners are in JP (`jp_warga_asing`).
    package var expectsJPOfForeigners = false
    /// The days after the due date from which a cut that was not paid on is a finding
    /// (`hari_dipotong_tidak_disetor`).
    package var daysUntilCutIsSuspect = 30
    /// The last month of arrears of the classes lancar, kurang lancar and diragukan
    /// (`umur_piutang_bulan`).
    package var ageingLimits = [3, 6, 12]
    /// Until when HR enters in SIPP what changed (`tenggat_mutasi`).
    package var mutationDeadline = MutationDeadline.nextDueDate
    /// The files that are expected and when (`kiriman_diharapkan`); nil asks for none.
    package var expectedDeliveries: ExpectedDeliveries?

    package init() {}
}

/// How much a received share may differ from the due one, in sen, per share.
package struct Tolerance: Sendable {
    package var perShare: Shares
    /// The tolerance for amounts that are no share, such as a reported wage.
    package var general: Rupiah

    package init(uniform amount: Rupiah) {
        general = amount
        perShare = Shares(
            jkk: amount,
            jkm: amount,
            jhtEmployer: amount,
            jhtWorker: amount,
            jpEmployer: amount,
            jpWorker: amount
        )
    }
}
