internal import Contributions
internal import Intake

extension EmployeeDirectory {
    /// Reads the employee lists among the files of a run, before the payrolls that need them.
    init(of files: [SurveyedFile], _ book: RuleBook) {
        var rows: [EmployeeDirectory.Entry] = []
        for (index, file) in files.enumerated() {
            guard case .profiled(let file) = file.state, file.layout.kind == .employees else {
                continue
            }
            let records = SegmentReader.read(
                file,
                at: index,
                arenaNumber: 0,
                target: .arrays,
                employees: EmployeeDirectory(),
                book: book
            )
            rows += records.employees
        }
        self.init(rows)
    }
}
