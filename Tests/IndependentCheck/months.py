"""design.md section 3: **Due**, **Late fee**, **status_iuran**: one worker-month at a time."""
from datetime import timedelta

import law
from people import is_receipt, match_key, without_earlier_prints
from reading import LEDGER_MONEY

WITHOUT_PAYROLL = ("belum_ada_payroll", "tidak_di_payroll")
PAID = ("lunas", "lunas_terlambat", "lebih_bayar")
SHORT = ("belum_dibayar", "kurang_bayar")


class WorkerMonth:
    """Everything about one worker, one NPP and one BLTH."""

    def __init__(self, run, worker, blth, payroll, ledger):
        self.worker, self.npp, self.blth, self.payroll = worker, worker.npp, blth, payroll
        self.as_of, self.tolerance = run.as_of, run.tolerance
        self.any_ledger = bool(ledger)
        self.ledger = without_earlier_prints(ledger, run.as_of)
        dated = [row for row in self.ledger if is_receipt(row, run.as_of)]
        self.receipts = sorted(dated + run.allocation.receipts[worker, blth], key=lambda row: row["tanggal_bayar"])
        self.due_date = law.due_date(blth)
        self.past_due = self.due_date < run.as_of
        self.delivered = (self.npp, blth) in run.delivered
        self.ledger_end = run.ledger_end(self.npp)
        self.terms = run.employers.at(self.npp, blth)
        self.compute_due()
        self.billed = self.compute_billed()
        self.received = add_up(self.receipts)
        self.compare()
        self.status = self.status_iuran()
        self.settled_on = self.date_settled() if self.status in PAID else None
        if self.status == "lunas" and self.settled_on and self.settled_on > self.due_date:
            self.status = "lunas_terlambat"
        self.days_late = self.hari_terlambat()
        self.late_fee = self.denda()

    # --- Due ---------------------------------------------------------------------------------------------------------
    def compute_due(self):
        self.employed_rows = [row for row in self.payroll if not outside_employment(row)]
        self.base = sum(row["base"] for row in self.employed_rows)
        elected = any(row["jp_lanjut"] == "Y" for row in self.payroll)
        is_foreign = self.worker.reported.kewarganegaraan == "1"
        liable = not is_foreign and law.jp_liable(self.worker.reported.tanggal_lahir, self.blth, elected)
        self.programmes = programmes(self.payroll, self.terms)
        self.due, self.full, self.jp_base = law.amounts_due(self.base, self.blth, self.terms, self.programmes, liable)
        self.total_due = sum(self.due.values())
        self.liable = liable

    # --- Billed and received -----------------------------------------------------------------------------------------
    def compute_billed(self):
        """'the bill of a kode_iuran is its receipts added up or its undated rows added up, whichever total is larger'."""
        billed = dict.fromkeys(LEDGER_MONEY, 0)
        for code in {row["kode_iuran"] for row in self.ledger}:
            rows = [row for row in self.ledger if row["kode_iuran"] == code]
            paid = add_up(row for row in rows if is_receipt(row, self.as_of))
            stated = add_up(row for row in rows if not is_receipt(row, self.as_of))
            has_receipt = any(is_receipt(row, self.as_of) for row in rows)
            has_bill = any(not is_receipt(row, self.as_of) for row in rows)
            takes_bill = has_bill and (not has_receipt or sum(stated.values()) > sum(paid.values()))
            for column, amount in (stated if takes_bill else paid).items():
                billed[column] += amount
        return billed

    def reported_wage(self):
        """upah_dilaporkan 'the largest upah + rapel among his ledger rows of the month'; None if no row says one."""
        wages = [(row["upah"] or 0) + (row["rapel"] or 0) for row in self.ledger
                 if row["upah"] is not None or row["rapel"] is not None]
        return max(wages, default=None)

    # --- Comparison --------------------------------------------------------------------------------------------------
    def compare(self):
        """'"short" and "over" mean by more than t. Compared per programme.'"""
        self.total_received = sum(self.received.values())
        self.has_money = self.total_received > 0
        self.net, self.shorts, self.is_over = {}, {}, False
        for name, due_columns, ledger_columns in law.compared(self.blth):
            due = sum(self.due[c] for c in due_columns)
            full = sum(self.full[c] for c in due_columns)
            received = sum(self.received[c] for c in ledger_columns)
            self.net[name] = due - received
            if due - received > self.tolerance:
                self.shorts[name] = due - received
            if received - full > self.tolerance:
                self.is_over = True
        self.short_amount = sum(self.shorts.values())

    def status_iuran(self):
        """The table status_iuran, 'first that holds' (lunas_terlambat is told from lunas by its date)."""
        nothing_received = not self.has_money
        if not self.delivered:
            return "belum_ada_payroll"
        if not self.payroll:
            return "tidak_di_payroll"
        if self.total_due == 0 and nothing_received:
            return "tidak_terutang"
        if not self.shorts:
            return "lebih_bayar" if self.is_over else "lunas"
        if not self.past_due:
            return "belum_jatuh_tempo"
        if nothing_received and (self.ledger_end is None or self.ledger_end < self.due_date):
            return "belum_ada_data"
        return "belum_dibayar" if nothing_received else "kurang_bayar"

    def date_settled(self):
        """tanggal_lunas = 'the day of the receipt from which on nothing was short; empty where nothing ever was'."""
        settled, was_short = None, self.is_short_with([])
        for day in sorted({row["tanggal_bayar"] for row in self.receipts}):
            short = self.is_short_with([row for row in self.receipts if row["tanggal_bayar"] <= day])
            if was_short and not short:
                settled = day
            was_short = short
        return settled

    def is_short_with(self, receipts):
        received = add_up(receipts)
        return any(sum(self.due[c] for c in due_columns) - sum(received[c] for c in ledger_columns) > self.tolerance
                   for _, due_columns, ledger_columns in law.compared(self.blth))

    def hari_terlambat(self):
        """'days from the due date to tanggal_lunas, or to as-of for belum_dibayar and kurang_bayar; else 0'."""
        end = self.as_of if self.status in SHORT else self.settled_on
        return max(0, (end - self.due_date).days) if end else 0

    # --- Late fee ----------------------------------------------------------------------------------------------------
    def denda(self):
        """'past-due months with payroll and data only; summed, rounded half up once per worker-month'."""
        if not self.past_due or self.status in WITHOUT_PAYROLL or self.status == "belum_ada_data":
            return 0
        sen_months = sum(self.late_sen_months(*group) for group in law.compared(self.blth))
        numerator, denominator = law.late_fee_rate(self.blth)
        return law.half_up(sen_months * numerator, denominator)

    def late_sen_months(self, name, due_columns, ledger_columns):
        """'receipts in date order, each counting up to what is still due; the part after the due date bears its months,
        the short rest the months to as-of'."""
        still_due, total = sum(self.due[c] for c in due_columns), 0
        for day, amount in net_receipts(self.receipts, ledger_columns):
            part = min(amount, still_due)
            still_due -= part
            total += part * law.months_started(self.due_date, day)
        if name in self.shorts:
            total += still_due * law.months_started(self.due_date, self.as_of)
        return total

    # --- What others ask ---------------------------------------------------------------------------------------------
    def key(self):
        """kunci_cocok, 'empty without payroll or ledger row'."""
        return match_key(self.worker, self.ledger) if self.payroll and self.ledger else ""

    def newest_receipt(self):
        return max((row["tanggal_bayar"] for row in self.receipts), default=None)

    def jht_money(self):
        return self.received["jht_pemberi_kerja"] + self.received["jht_tenaga_kerja"] > 0

    def cut(self):
        """What payroll took from his pay; None where no row has a potongan column filled."""
        cells = [row[c] for row in self.payroll for c in ("potongan_jht", "potongan_jp") if row[c] is not None]
        return sum(cells) if cells else None

    def findings(self, payments_stated):
        if any(outside_employment(row) for row in self.payroll):
            yield "upah-di-luar-masa-kerja"
        if self.employed_rows and self.base == 0:
            yield "upah-nol"
        if self.status == "kurang_bayar":
            yield "kurang-bayar"
        if self.status == "lebih_bayar":
            yield "lebih-bayar"
        if self.status == "tidak_di_payroll":
            yield "tidak-di-payroll"
        if self.is_under_reported():
            yield "pds-upah"
        cut, share = self.cut(), self.due["jht_tenaga_kerja"] + self.due["jp_tenaga_kerja"]
        if cut and payments_stated and self.status == "belum_dibayar" and \
                self.as_of >= self.due_date + timedelta(days=30):
            yield "dipotong-tidak-disetor"
        if cut is not None and abs(cut - share) > 10000:
            yield "potongan-berbeda"

    def is_under_reported(self):
        """pds-upah: 'ledger upah + rapel < base - t and the money fits the ledger's wage'."""
        wage = self.reported_wage()
        if not self.payroll or not self.has_money or wage is None or not wage < self.base - self.tolerance:
            return False
        fits, _, _ = law.amounts_due(wage, self.blth, self.terms, self.programmes, self.liable)
        return all(abs(sum(fits[c] for c in due_columns) - sum(self.received[c] for c in ledger_columns)) <= self.tolerance
                   for _, due_columns, ledger_columns in law.compared(self.blth))


def outside_employment(row):
    """'A payroll row of a month after the month of its own tanggal_keluar, or before that of its own tanggal_masuk'."""
    left, joined = row["tanggal_keluar"], row["tanggal_masuk"]
    return bool(left and row["blth"] > law.month_of(left)) or bool(joined and row["blth"] < law.month_of(joined))


def programmes(payroll, terms):
    """'the union of its rows' program, else the employer's'."""
    stated = [row["program"] for row in payroll if row["program"]]
    return frozenset().union(*stated) if stated else terms.programmes


def add_up(rows):
    total = dict.fromkeys(LEDGER_MONEY, 0)
    for row in rows:
        for column in LEDGER_MONEY:
            total[column] += row[column] or 0
    return total


def net_receipts(receipts, columns):
    """'those of one day netted; a negative one takes back the newest earlier ones first'."""
    return not_taken_back((day, sum(row[c] or 0 for row in receipts if row["tanggal_bayar"] == day for c in columns))
                          for day in sorted({row["tanggal_bayar"] for row in receipts}))


def not_taken_back(amounts):
    """What stays of (day, sen) in order; what cannot be taken back yet is taken from the next ones (README, choice 15)."""
    days, debt = [], 0
    for day, amount in amounts:
        amount -= debt
        debt = 0
        while amount < 0 and days:
            earlier_day, earlier = days.pop()
            amount += earlier
            if amount > 0:
                day = earlier_day
        if amount > 0:
            days.append((day, amount))
        debt = -amount if amount < 0 else 0
    return days


def worker_months(run, worker):
    """Every month in which he has a payroll or a ledger row, oldest first."""
    blths = {row["blth"] for row in worker.payroll + worker.ledger}
    return [WorkerMonth(run, worker, blth, [row for row in worker.payroll if row["blth"] == blth],
                        [row for row in worker.ledger if row["blth"] == blth]) for blth in sorted(blths)]
