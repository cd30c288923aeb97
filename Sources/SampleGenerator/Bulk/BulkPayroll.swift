/// The payroll of a bulk sample: every worker in every month.
struct BulkPayroll: BulkTable {
    let context: BulkContext

    static let kind = "payroll"
    static let header =
        "npp,blth,kpj,nik,nama,tanggal_lahir,upah,rapel,potongan_jht,potongan_jp,"
        + "tanggal_masuk,tanggal_keluar,no_pegawai,unit"
    static let order = BulkPlan.Question.payrollOrder

    var indexCount: Int {
        context.plan.slotCount
    }

    func appendRow(_ index: Int, to line: inout ByteBuffer) -> Bool {
        let plan = context.plan
        let worker = BulkWorker(index: index / plan.monthCount, plan: plan)
        let month = plan.firstMonth + index % plan.monthCount
        let employer = context.employers[worker.employer]
        let wage = worker.wage(in: month, plan: plan)
        let owed = employer.tariff.contributions(
            wage: wage,
            month: month,
            owesPension: PensionRules.isLiable(born: worker.born, in: month, elected: false)
        )

        line.append(employer.npp, width: 8)
        line.append(.comma)
        line.append(month)
        line.append(.comma)
        line.append(worker.kpj, width: 11)
        line.append(.comma)
        line.append(worker.nik, width: 16)
        line.append(.comma)
        context.texts.appendName(of: worker, to: &line)
        line.append(.comma)
        line.append(worker.born)
        line.append(.comma)
        line.append(wage)
        line.append(",,")
        line.append(owed.jhtWorker.wholeRupiah)
        line.append(.comma)
        line.append(owed.jpWorker.wholeRupiah)
        line.append(.comma)
        line.append(worker.joined)
        line.append(.comma)
        if let left = worker.left, left.month == month {
            line.append(left)
        }
        line.append(",P")
        line.append(UInt64(worker.index), width: 8)
        line.append(.comma)
        line.append(context.texts.units[worker.unit])
        return true
    }
}
