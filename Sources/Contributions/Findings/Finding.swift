/// Something wrong or odd in the data: a value, not an error; the run goes on.
package struct Finding: Sendable {
    package var code: FindingCode
    /// The employer's place in ``Records/employers``.
    package var employer: UInt32?
    /// The NPP of a row that was not used; ``employer`` is set where other rows name it too.
    package var npp = NPP(.absent)
    package var month: ContributionMonth?
    /// The worker's place in the directory.
    package var worker: UInt32?
    package var source: SourceLine?
    /// The column the finding is about.
    package var column: String
    package var detail: FindingDetail

    package init(
        _ code: FindingCode,
        employer: UInt32? = nil,
        month: ContributionMonth? = nil,
        worker: UInt32? = nil,
        source: SourceLine? = nil,
        column: String = "",
        detail: FindingDetail = .none
    ) {
        self.code = code
        self.employer = employer
        self.month = month
        self.worker = worker
        self.source = source
        self.column = column
        self.detail = detail
    }
}

/// The facts of a finding, from which its value and sentence are made when a report prints them.
package enum FindingDetail: Sendable {
    case none
    /// A sentence that was made when the facts were at hand, with the value it is about; it follows
    /// the trigger.
    case text(value: String, message: String)
    /// What is wrong with the row, or with the cell in the finding's column; it stands in place of
    /// the trigger.
    ///
    /// With a column it reads on from the value, the cell as it stands in the file.
    case remark(value: String, text: String)
    /// Two amounts that should agree.
    case amounts(found: Rupiah, expected: Rupiah)
    /// Amounts per share, 0 where nothing is wrong.
    case shares(Shares)
    case names(found: TextReference, expected: TextReference)
    case days(found: Day, expected: Day)
    case identifiers(found: PackedText, expected: PackedText)
    case identifier(PackedText)
    case nikFault(NIKFault)
    case amount(Rupiah)
    /// The first of two rows that are the same.
    case sameAs(SourceLine)
    /// The payroll row whose e-mail address or telephone number the register states otherwise, or
    /// does not state; neither is ever printed.
    case contact(payroll: SourceLine, registerStates: Bool)
}
