"""Lump sums, from the words of the rule: 'allocated to bills by kode iuran, else oldest BLTH first, per NPP; short payments
shared pro rata over the workers of the bill, exact to the sen (largest remainder); excess to the next bill, then to the late
fee, then iuran-belum-rinci; a payment that the ledger already contains (same kode iuran) is not counted twice'.
Choices where the rule is open: Documentation/Decisions/0012."""
import collections
from fractions import Fraction

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
        self.bills, self.received, self.months, self.codes = {}, collections.Counter(), collections.defaultdict(set), set()
        for worker in workers:
            for blth in sorted({row["blth"] for row in worker.ledger}):
                rows = without_earlier_prints([row for row in worker.ledger if row["blth"] == blth], as_of)
                for code in {row["kode_iuran"] or "" for row in rows}:
                    self.read([row for row in rows if (row["kode_iuran"] or "") == code], worker, blth, code, as_of)
        self.bills = [self.bills[key] for key in sorted(self.bills)]

    def read(self, rows, worker, blth, code, as_of):
        if code:
            self.codes.add(code)
        receipts = [row for row in rows if is_receipt(row, as_of)]
        undated = [row for row in rows if not is_receipt(row, as_of)]
        paid, billed = share_amounts(receipts), share_amounts(undated)
        for row in receipts:
            amount = sum(share_amounts([row]).values())
            for key in [("code", code)] if code else [("day", row["tanggal_bayar"]), ("blth", blth)]:
                self.received[key] += amount
                self.months[key].add(blth)
        if sum(billed.values()) > sum(paid.values()):
            rest = {share: max(0, billed[share] - paid[share]) for share in SHARES}
            bill = self.bills.setdefault((blth, code), Bill(blth, code))
            bill.open[worker] = rest
            bill.first_row[worker] = undated[0]

    def contains(self, payment):
        """The key of the ledger's receipts that are this money."""
        code = payment["kode_iuran"] or ""
        if code:
            return ("code", code) if ("code", code) in self.received else None
        for key in (("day", payment["tanggal_bayar"]), ("blth", payment["blth"])):
            if key in self.received:
                return key
        return None


class Allocation:
    """run.people must be resolved and reported; fees are asked for when months are known."""

    def __init__(self, run, people):
        self.run = run
        self.receipts = collections.defaultdict(list)            # (worker, blth) -> rows as a ledger would state them
        self.of_row = collections.Counter()                      # id(ledger row) -> sen, for money under another NPP
        self.rows, self.left, self.months_paid = [], [], set()
        payments = collections.defaultdict(list)
        for row in run.tables["payments"]:
            if row["tanggal_bayar"] <= run.as_of and row["jumlah"] > 0:
                payments[row["npp"]].append(row)
            else:
                rule = "setelah_tanggal_laporan" if row["tanggal_bayar"] > run.as_of else "bukan_setoran"
                self.note(row, rule, row["jumlah"])
        for npp, rows in payments.items():
            self.allocate_all(npp, Employer(people[npp].workers if npp in people else [], run.as_of), rows)

    def note(self, payment, rule, amount, blth=None, code=""):
        self.rows.append((payment["npp"], payment["tanggal_bayar"], payment["kode_iuran"] or "", payment["jumlah"], rule,
                          blth if blth is not None else payment["blth"] or "", code, amount))

    def allocate_all(self, npp, employer, payments):
        payments.sort(key=lambda row: (row["tanggal_bayar"], not row["kode_iuran"], row["kode_iuran"] or "", row["blth"] or "",
                                       row["jumlah"]))
        contained = collections.defaultdict(list)
        for payment in payments:
            key = employer.contains(payment)
            if key:
                contained[key].append(payment)
            else:
                self.pay(npp, employer, payment)
        for key, same in contained.items():
            self.take_out(npp, same, max(0, employer.received[key]), employer.months[key])
            if sum(row["jumlah"] for row in same) != employer.received[key]:
                first = same[0]
                self.run.findings.add(("setoran-berbeda", npp, first["blth"] or "", "", ""))

    def take_out(self, npp, payments, received, months):
        blth = next(iter(months)) if len(months) == 1 else ""
        for payment in payments:
            part = min(received, payment["jumlah"])
            received -= part
            if part:
                self.note(payment, "sudah_di_buku_iuran", part, blth)
            if payment["jumlah"] > part:
                self.left.append((payment, payment["jumlah"] - part, False, months))

    def pay(self, npp, employer, payment):
        rest, code, meant = payment["jumlah"], payment["kode_iuran"] or "", True
        if code:
            meant = code in employer.codes
            places = [place for place, bill in enumerate(employer.bills) if bill.code == code]
            uses = [(place, "kode_iuran") for place in places]
            if places:
                uses += [(place, "kelebihan") for place in range(places[-1] + 1, len(employer.bills))]
        else:
            uses = [(place, "blth_tertua") for place in range(len(employer.bills))]
        for place, rule in uses:
            rest -= self.pay_bill(npp, employer.bills[place], payment, rest, rule)
        if rest:
            self.left.append((payment, rest, meant, {payment["blth"]} - {None, ""}))

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
        standing, order = set(), lambda left: (left[0]["npp"], left[0]["tanggal_bayar"], not left[0]["kode_iuran"],
                                               left[0]["kode_iuran"] or "", left[0]["blth"] or "", left[0]["jumlah"])
        contained_first = sorted(self.left, key=lambda left: left[2])
        for payment, rest, may_pay_fee, months in sorted(contained_first, key=order):
            npp = payment["npp"]
            fee = min(rest, late_fees[npp]) if may_pay_fee else 0
            late_fees[npp] -= fee
            if fee:
                self.note(payment, "denda", fee)
            if rest > fee:
                self.note(payment, "belum_rinci", rest - fee)
                self.run.findings.add(("iuran-belum-rinci", npp, payment["blth"] or "", "", ""))
                standing |= {(npp, blth) for blth in months}
        return standing
