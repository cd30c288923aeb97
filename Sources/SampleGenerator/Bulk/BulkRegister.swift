/// The register of a bulk sample: every worker once.
struct BulkRegister: BulkTable {
    let context: BulkContext

    static let kind = "register"
    static let header =
        "npp,kpj,nik,nama,tanggal_lahir,tanggal_kepesertaan,tanggal_nonaktif,status,saldo_jht,"
        + "akun_jmo,email,no_hp"
    static let order = BulkPlan.Question.registerOrder

    var indexCount: Int {
        context.plan.workerCount
    }

    func appendRow(_ index: Int, to line: inout ByteBuffer) -> Bool {
        let plan = context.plan
        let worker = BulkWorker(index: index, plan: plan)
        let account = plan.chance(.account, index)

        line.append(context.employers[worker.employer].npp, width: 8)
        line.append(.comma)
        line.append(worker.kpj, width: 11)
        line.append(.comma)
        line.append(worker.nik, width: 16)
        line.append(.comma)
        context.texts.appendName(of: worker, to: &line)
        line.append(.comma)
        line.append(worker.born)
        line.append(.comma)
        line.append(worker.joined)
        line.append(.comma)
        // Of those who left, HR has reported every other one.
        if let left = worker.left, account & 1 == 0 {
            line.append(left)
            line.append(",nonaktif,")
        } else {
            line.append(",aktif,")
        }
        line.append(Rupiah(sen: Int64(account >> 8 % 90_000_000_00)))
        line.append(account >> 48 % 10 == 0 ? ",T," : ",Y,")
        context.texts.appendEmail(of: worker, to: &line)
        line.append(",0890")
        line.append(10_000_000 + account % 90_000_000, width: 8)
        return true
    }
}
