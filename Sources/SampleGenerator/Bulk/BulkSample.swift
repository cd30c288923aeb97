/// Writes a bulk sample: any number of rows, in no order, each computed where it stands.
struct BulkSample {
    private let context: BulkContext
    private let folder: OutputFolder
    private let progress = Progress()

    init(plan: BulkPlan, folder: OutputFolder) {
        context = BulkContext(plan: plan)
        self.folder = folder
    }

    /// Writes all files, and says how many rows each kind has.
    ///
    /// - Throws: ``OutputFailure`` when the file system refuses one.
    func write() throws(OutputFailure) -> [(kind: String, rowCount: Int)] {
        defer { progress.clear() }
        try folder.write(CSVTable(rows: context.employers.map(\.row)).text, to: "employers.csv")
        return [
            ("employers", context.employers.count),
            ("payroll", try write(BulkPayroll(context: context))),
            ("ledger", try write(BulkLedger(context: context))),
            ("register", try write(BulkRegister(context: context))),
        ]
    }

    private func write(_ table: some BulkTable) throws(OutputFailure) -> Int {
        let plan = context.plan
        let kind = type(of: table).kind
        let order = Shuffle(
            count: table.indexCount,
            seed: plan.chance(type(of: table).order, 0)
        )
        var rowCount = 0
        for number in 0..<plan.fileCountPerKind {
            var file = try BufferedFile(path: "\(folder.path)/\(fileName(kind, number: number))")
            file.line.append(type(of: table).header)
            try file.endLine()
            let start = table.indexCount * number / plan.fileCountPerKind
            let end = table.indexCount * (number + 1) / plan.fileCountPerKind
            for index in start..<end {
                progress.show(kind, row: index, of: table.indexCount)
                guard table.appendRow(order[index], to: &file.line) else { continue }
                try file.endLine()
                rowCount += 1
            }
            try file.close()
        }
        return rowCount
    }

    /// `payroll.csv`, or `payroll-01.csv` where there are several.
    private func fileName(_ kind: String, number: Int) -> String {
        let fileCount = context.plan.fileCountPerKind
        guard fileCount > 1 else { return "\(kind).csv" }
        let width = max(2, "\(fileCount)".count)
        return "\(kind)-\(Identities.text(UInt64(number + 1), digits: width)).csv"
    }
}
