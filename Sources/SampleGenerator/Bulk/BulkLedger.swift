/// The ledger of a bulk sample: what was billed and paid of the payroll.
struct BulkLedger: BulkTable {
    let context: BulkContext

    static let kind = "ledger"
    static let header =
        "npp,blth,kpj,nik,nama,tanggal_lahir,upah,rapel,jkk,jkm,jht_pemberi_kerja,"
        + "jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja,jkp_pemberi_kerja,kode_iuran,tanggal_bayar"
    static let order = BulkPlan.Question.ledgerOrder

    var indexCount: Int {
        context.plan.slotCount
    }

    func appendRow(_ index: Int, to line: inout ByteBuffer) -> Bool {
        let plan = context.plan
        let worker = BulkWorker(index: index / plan.monthCount, plan: plan)
        let month = plan.firstMonth + index % plan.monthCount
        let outcome = BulkOutcome(slot: index, month: month, employer: worker.employer, plan: plan)
        guard let bill = bill(of: worker, month: month, outcome: outcome) else { return false }

        line.append(context.employers[worker.employer].npp, width: 8)
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
        line.append(bill.wage)
        line.append(",,")
        append(bill.amounts, to: &line)
        line.append(
            BulkEmployer.billingCode(employer: worker.employer, month: month),
            width: 11
        )
        line.append(.comma)
        if let paid = bill.paid {
            line.append(paid)
        }
        return true
    }

    private struct Bill {
        let wage: Rupiah
        let amounts: Contributions
        let paid: Day?
    }

    private func bill(of worker: BulkWorker, month: Month, outcome: BulkOutcome) -> Bill? {
        let wage = worker.wage(in: month, plan: context.plan)
        switch outcome {
        case .absent:
            return nil
        case .billedOnly:
            return bill(of: worker, month: month, wage: wage, paid: nil)
        case .paidInTime(let day), .paidLate(let day):
            return bill(of: worker, month: month, wage: wage, paid: day)
        case .paidShort(let day, .wage):
            let reported = Rupiah(sen: wage.sen / 500 * 400)
            return bill(of: worker, month: month, wage: reported, paid: day)
        case .paidShort(let day, .workerShare):
            let whole = bill(of: worker, month: month, wage: wage, paid: day)
            var amounts = whole.amounts
            amounts.jhtWorker = 0
            return Bill(wage: wage, amounts: amounts, paid: day)
        }
    }

    private func bill(of worker: BulkWorker, month: Month, wage: Rupiah, paid: Day?) -> Bill {
        let amounts = context.employers[worker.employer].tariff.contributions(
            wage: wage,
            month: month,
            owesPension: PensionRules.isLiable(born: worker.born, in: month, elected: false)
        )
        return Bill(wage: wage, amounts: amounts, paid: paid)
    }

    private func append(_ amounts: Contributions, to line: inout ByteBuffer) {
        for amount in [
            amounts.jkk, amounts.jkm, amounts.jhtEmployer, amounts.jhtWorker,
            amounts.jpEmployer, amounts.jpWorker, amounts.jkpEmployer,
        ] {
            line.append(amount)
            line.append(.comma)
        }
    }
}
