"""Lump sums, from the words of the rule: 'allocated to bills by kode iuran, else oldest BLTH first, per NPP; short payments
shared pro rata over the workers of the bill, exact to the sen (largest remainder); excess to the next bill, then to the late
fee, then iuran-belum-rinci; a payment that the ledger already contains (same kode iuran) is not counted twice'.
Choices where the rule is open: Documentation/Decisions/0012."""
import collections
from fractions import Fraction

from months import not_taken_back
from people import is_receipt, without_earlier_prints
from reading import LEDGER_MONEY

SHARES = ("jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja", "jp_pemberi_kerja", "jp_tenaga_kerja")


class Bill:
    """The open part of a kode iuran in a BLTH: worker -> share -> sen."""

    def __init__(self, blth, code):
        self.blth, self.code, self.open, self.first_row = blth, code, {}, {}

    def total(self):
        return sum(sum(shares.values()) for shares in self.open.values())


def pro_rata(amount, weights):
    total = sum(weights)
    exact = [Fraction(amount * weight, total) if total else Fraction(0) for weight in weights]
    parts = [int(part) for part in exact]
    by_rest = sorted(range(len(weights)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_rest[:amount - sum(parts)]:
        parts[place] += 1
    return parts


def share_amounts(rows):
    amounts = dict.fromkeys(SHARES, 0)
    for row in rows:
        for column in LEDGER_MONEY:
            amounts["jkk" if column == "jkp_pemberi_kerja" else column] += row[column] or 0
    return amounts


class Employer:
    """What the ledger of one NPP bills, and what it says was received."""

    def __init__(self, workers, as_of):
        self.bills, self.received, self.months = {}, collections.Counter(), collections.defaultdict(set)
        for worker in workers:
            for blth in sorted({row["blth"] for row in worker.ledger}):
                rows = without_earlier_prints([row for row in worker.ledger if row["blth"] == blth], as_of)
                for code in {row["kode_iuran"] or "" for row in rows}:
                    self.read([row for row in rows if (row["kode_iuran"] or "") == code], worker, blth, code, as_of)
        self.bills = [self.bills[key] for key in sorted(self.bills)]

    def read(self, rows, worker, blth, code, as_of):
        if code:
            self.months[code].add(blth)
        receipts = [row for row in rows if is_receipt(row, as_of)]
        undated = [row for row in rows if not is_receipt(row, as_of)]
        for row in receipts:
            self.received[row["tanggal_bayar"], blth, code] += sum(share_amounts([row]).values())
        paid, billed = share_amounts(receipts), share_amounts(undated)
        rest = sum(billed.values()) - sum(paid.values())
        if undated and rest > 0:
            open_shares = {share: max(0, billed[share] - paid[share]) for share in SHARES}
            if sum(open_shares.values()) != rest:
                open_shares = dict(zip(SHARES, pro_rata(rest, list(open_shares.values()))))
            bill = self.bills.setdefault((blth, code), Bill(blth, code))
            bill.open[worker] = open_shares
            bill.first_row[worker] = undated[0]

    def kept_receipts(self):
        """'a negative one takes back the newest earlier ones first', within a BLTH and code."""
        kept = {}
        for blth, code in {key[1:] for key in self.received}:
            days = sorted(key[0] for key in self.received if key[1:] == (blth, code))
            for day, amount in not_taken_back((day, self.received[day, blth, code]) for day in days):
                kept[day, blth, code] = kept.get((day, blth, code), 0) + amount
        return kept


class Allocation:
    """run.people must be resolved and reported; fees are asked for when months are known."""

    def __init__(self, run, people):
        self.run = run
        self.receipts = collections.defaultdict(list)            # (worker, blth) -> rows as a ledger would state them
        self.of_row = collections.Counter()                      # id(ledger row) -> sen, for money under another NPP
        self.rows, self.left, self.months_paid = [], [], set()
        payments = collections.defaultdict(list)
        for row in run.tables["payments"]:
            if row["tanggal_bayar"] > run.as_of:
                self.note(row, "setelah_tanggal_laporan", row["jumlah"])
            else:
                payments[row["npp"]].append(row)
        for npp, rows in payments.items():
            self.allocate_all(npp, Employer(people[npp].workers if npp in people else [], run.as_of), rows)

    def note(self, payment, rule, amount, blth=None, code=""):
        self.rows.append((payment["npp"], payment["tanggal_bayar"], payment["kode_iuran"] or "", payment["jumlah"], rule,
                          blth if blth is not None else payment["blth"] or "", code, amount))

    def allocate_all(self, npp, employer, payments):
        payments.sort(key=arrival)
        counted = self.take_back(npp, payments)
        contained = self.find_contained(npp, employer, counted)
        for payment, amount in counted:
            part, months = contained.get(id(payment), (0, set()))
            if part:
                self.note(payment, "sudah_di_buku_iuran", part, next(iter(months)) if len(months) == 1 else None)
            if amount > part:
                self.pay(npp, employer, payment, amount - part)

    def take_back(self, npp, payments):
        """A negative payment takes back the newest earlier ones of its code."""
        left = []
        for payment in payments:
            owed = -payment["jumlah"]
            if owed < 0:
                left.append([payment, payment["jumlah"]])
                continue
            if owed == 0:
                self.note(payment, "bukan_setoran", 0)
                continue
            self.run.findings.add(("setoran-ditarik", npp, payment["blth"] or "", "", ""))
            back = 0
            for entry in reversed(left):
                part = min(owed, entry[1]) if entry[0]["kode_iuran"] == payment["kode_iuran"] else 0
                if part:
                    entry[1] -= part
                    owed, back = owed - part, back + part
                    self.note(entry[0], "ditarik", part)
                    self.note(payment, "ditarik", -part)
            if owed:
                self.note(payment, "bukan_setoran", -owed)
        return [(payment, amount) for payment, amount in left if amount]

    def find_contained(self, npp, employer, payments):
        """id(payment) -> (sen, months). Codes first; then same day and BLTH, same day, same BLTH."""
        pot, taken = employer.kept_receipts(), {}
        stated = dict(pot)
        coded = [entry for entry in payments if entry[0]["kode_iuran"]]
        plain = [entry for entry in payments if not entry[0]["kode_iuran"]]
        for group, fits in (
                (coded, lambda row, cell: cell[2] == row["kode_iuran"] and cell[0] == row["tanggal_bayar"]),
                (coded, lambda row, cell: cell[2] == row["kode_iuran"]),
                (plain, lambda row, cell: cell[0] == row["tanggal_bayar"] and cell[1] == row["blth"]),
                (plain, lambda row, cell: cell[0] == row["tanggal_bayar"]),
                (plain, lambda row, cell: cell[1] == row["blth"])):
            for payment, amount in group:
                for cell in sorted(pot):
                    part, months = taken.get(id(payment), (0, set()))
                    use = min(amount - part, pot[cell]) if fits(payment, cell) else 0
                    if use > 0:
                        pot[cell] -= use
                        taken[id(payment)] = (part + use, months | {cell[1]})
        for code in {row["kode_iuran"] for row, _ in coded}:
            same = [entry for entry in coded if entry[0]["kode_iuran"] == code]
            self.compare(npp, same, sum(sen for cell, sen in stated.items() if cell[2] == code))
        for day in {row["tanggal_bayar"] for row, _ in plain}:
            same = [entry for entry in plain if entry[0]["tanggal_bayar"] == day and id(entry[0]) in taken]
            self.compare(npp, same, sum(sen for cell, sen in stated.items() if cell[0] == day and not cell[2]))
        return taken

    def compare(self, npp, same, received):
        if same and received > 0 and sum(amount for _, amount in same) != received:
            self.run.findings.add(("setoran-berbeda", npp, same[0][0]["blth"] or "", "", ""))

    def pay(self, npp, employer, payment, rest):
        code = payment["kode_iuran"] or ""
        months = employer.months.get(code, set())
        if not code:
            uses = [(bill, "blth_tertua") for bill in employer.bills]
        else:
            uses = [(bill, "kode_iuran") for bill in employer.bills if bill.code == code]
            if months:
                uses += [(bill, "kelebihan") for bill in employer.bills if bill.blth >= max(months)]
        for bill, rule in uses:
            rest -= self.pay_bill(npp, bill, payment, rest, rule)
        if rest:
            meant = not code or bool(months)
            self.left.append((payment, rest, meant, {payment["blth"]} if payment["blth"] else set(months)))

    def pay_bill(self, npp, bill, payment, rest, rule):
        amount = min(rest, bill.total())
        if not amount:
            return 0
        workers = list(bill.open)
        for worker, part in zip(workers, pro_rata(amount, [sum(bill.open[worker].values()) for worker in workers])):
            if not part:
                continue
            parts = dict(zip(SHARES, pro_rata(part, [bill.open[worker][share] for share in SHARES])))
            for share, sen in parts.items():
                bill.open[worker][share] -= sen
            row = dict.fromkeys(LEDGER_MONEY, 0) | parts | {"tanggal_bayar": payment["tanggal_bayar"]}
            self.receipts[worker, bill.blth].append(row)
            self.of_row[id(bill.first_row[worker])] += part
            self.months_paid.add((npp, bill.blth))
        self.note(payment, rule, amount, bill.blth, bill.code)
        return amount

    def settle(self, late_fees):
        """What no bill needed pays the late fee; the rest is iuran belum rinci. Returns where it stands by NPP and BLTH."""
        standing = set()
        for payment, rest, may_pay_fee, months in sorted(self.left, key=lambda left: (left[0]["npp"], arrival(left[0]))):
            npp = payment["npp"]
            fee = min(rest, late_fees[npp]) if may_pay_fee else 0
            late_fees[npp] -= fee
            if fee:
                self.note(payment, "denda", fee)
            if rest > fee:
                blth = next(iter(months)) if len(months) == 1 else payment["blth"] or ""
                self.note(payment, "belum_rinci", rest - fee, blth)
                self.run.findings.add(("iuran-belum-rinci", npp, blth, "", ""))
                standing |= {(npp, blth) for blth in months}
        return standing


def arrival(row):
    """By day, the coded ones first, and then by what they say."""
    return (row["tanggal_bayar"], not row["kode_iuran"], row["kode_iuran"] or "", row["blth"] or "", row["jumlah"])
