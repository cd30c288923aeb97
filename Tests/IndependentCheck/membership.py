"""design.md section 3: **status** of a worker at an NPP, **penyebab**, **Signs**, findings on identity."""
from datetime import date, timedelta

import law
from contacts import unreachable
from months import PAID, SHORT

N = 3                                             # ambang_nonaktif_bulan
PERSONAL_DATA = ("nik-berbeda", "nik-tidak-sah", "nik-rusak-excel", "nama-berbeda", "tanggal-lahir-berbeda")


class Member:
    """One worker at one NPP, judged."""

    def __init__(self, run, worker, months):
        self.run, self.worker, self.months, self.npp = run, worker, months, worker.npp
        self.findings = set()                     # (code, blth)
        self.payroll_months = [m for m in months if m.payroll]
        self.tail = self.trailing_run()
        self.arrears = [m for m in months if m.status == "belum_dibayar"]
        self.owed = sum(m.short_amount for m in months if m.status in SHORT)
        self.register_rows = worker.register
        self.active = any(shows_active(row, run.as_of) for row in self.register_rows)
        self.left = self.has_left()
        self.status = self.status_of_worker()
        self.find_identity_faults()
        self.find_misplaced_money()
        self.find_not_billed()
        for month in months:
            self.findings |= {(code, month.blth) for code in month.findings(run.payments_stated(self.npp))}
        self.causes = self.all_causes()

    # --- status ------------------------------------------------------------------------------------------------------
    def trailing_run(self):
        """'n = the trailing run of belum_dibayar among his past-due payroll months, skipping belum_ada_data and
        tidak_terutang'. Oldest first."""
        tail = []
        for month in reversed(self.payroll_months):
            if not month.past_due or month.status in ("belum_ada_data", "tidak_terutang"):
                continue
            if month.status != "belum_dibayar":
                break
            tail.insert(0, month)
        return tail

    def has_past_due_payroll_month_with_data(self):
        return any(m.past_due and m.status != "belum_ada_data" for m in self.payroll_months)

    def is_unregistered(self):
        """1. 'has a past-due payroll month with data, is in no ledger of any NPP (by KPJ or NIK), and either the NPP has a
        register without him, or it has none and colleagues are in its ledger'."""
        if not self.has_past_due_payroll_month_with_data() or self.worker.ledger or self.run.in_any_ledger(self.worker):
            return False
        if self.run.has_register(self.npp):
            return not self.register_rows
        return self.run.has_ledger(self.npp)

    def end_dates(self):
        """tanggal_keluar; 'only without such a row [one that shows him active] its newest tanggal_nonaktif'."""
        ends = [row["tanggal_keluar"] for row in self.worker.payroll if row["tanggal_keluar"]]
        inactive = [row["tanggal_nonaktif"] for row in self.register_rows if row["tanggal_nonaktif"]]
        if inactive and not self.active:
            ends.append(max(inactive))
        return ends

    def end_date_counts(self, day):
        """'when <= as-of and no BLTH of his after its month has something due or received'."""
        return day <= self.run.as_of and not any(
            m.blth > law.month_of(day) and (m.total_due > 0 or m.has_money) for m in self.months)

    def is_only_in_register(self):
        return not self.worker.payroll and not self.worker.ledger

    def has_left(self):
        """4. 'an end date counts; or he has payroll or ledger rows, but none from the NPP's newest past-due payroll month
        on (finding keluar-tanpa-laporan)'."""
        if any(self.end_date_counts(day) for day in self.end_dates()):
            return True
        if self.is_only_in_register():
            return not self.active
        newest = self.run.newest_past_due_payroll_month(self.npp)
        if newest and all(m.blth < newest for m in self.months):
            self.findings.add(("keluar-tanpa-laporan", ""))
            return True
        return False

    def status_of_worker(self):
        if self.is_unregistered():
            return "belum_terdaftar"
        if self.is_only_in_register():
            self.findings.add(("kepesertaan-tidak-sesuai", ""))
            return "berakhir" if self.left else "tidak_diketahui"
        if len(self.tail) >= N:
            return "nonaktif"
        if self.tail:
            return "menunggak"
        if self.left:
            return "berakhir"
        if not self.has_past_due_payroll_month_with_data() and not self.active and \
                not any(m.has_money for m in self.months):
            return "tidak_diketahui"
        return "aktif"

    def inactive_since(self):
        """nonaktif_sejak = 'the day after the due date of the N-th month of the run (status nonaktif only)'."""
        return self.tail[N - 1].due_date + timedelta(days=1) if self.status == "nonaktif" else None

    def will_be_inactive(self):
        """akan_nonaktif_pada = 'the day after the due date of the month that would be the N-th, counting calendar months
        on from the last of the run; empty when that day is not after as-of' (menunggak only)."""
        if self.status != "menunggak":
            return None
        day = law.due_date(law.next_blth(self.tail[-1].blth, N - len(self.tail))) + timedelta(days=1)
        return day if day > self.run.as_of else None

    def register_status(self):
        return ("aktif" if self.active else "nonaktif") if self.register_rows else ""

    # --- findings ----------------------------------------------------------------------------------------------------
    def find_identity_faults(self):
        """'any ledger or register row of his against his reported payroll values; the NIK tests look at his reported NIK
        and birth date'."""
        reported, others = self.worker.reported, self.worker.ledger + self.worker.register
        payroll = reported.from_payroll
        if reported.nik and not reported.has_passport and (
                nik_is_invalid(reported.nik, reported.tanggal_lahir)
                or has_other_sex(reported.nik, reported.jenis_kelamin)):
            self.findings.add(("nik-tidak-sah", ""))
        if any(row["damaged"] for row in self.worker.payroll + others):
            self.findings.add(("nik-rusak-excel", ""))
        for row in others:
            if row["nik"] and payroll["nik"] and row["nik"] != payroll["nik"] and \
                    row["passport"] == reported.has_passport:
                self.findings.add(("nik-berbeda", ""))
            if row["tanggal_lahir"] and payroll["tanggal_lahir"] and row["tanggal_lahir"] != payroll["tanggal_lahir"]:
                self.findings.add(("tanggal-lahir-berbeda", ""))
            if row["nama"] and payroll["nama"] and names_differ(row["nama"], payroll["nama"]):
                self.findings.add(("nama-berbeda", ""))
        if len(self.worker.kpjs) > 1:
            self.findings.add(("kpj-ganda", ""))
        self.findings |= {(code, "") for code in unreachable(self.worker.payroll, self.register_rows)}

    def find_misplaced_money(self):
        """'Money for the same worker (KPJ or NIK) under another NPP that has no payroll row of his in that month is
        misplaced: not a match but the finding npp-lain.'"""
        self.misplaced = {m.blth for m in self.payroll_months if self.run.money_elsewhere(self.worker, m.blth)}
        self.findings |= {("npp-lain", blth) for blth in self.misplaced}

    def find_not_billed(self):
        """'in every month of the run a colleague of the NPP has a receipt while he has no ledger row (finding
        tidak-ditagih)'."""
        self.not_billed = bool(self.tail) and all(
            not m.any_ledger and (self.npp, m.blth) in self.run.months_with_receipts for m in self.tail)
        if self.in_arrears() and self.not_billed and not self.is_out_of_sync():
            self.findings |= {("tidak-ditagih", m.blth) for m in self.tail}

    def has_finding(self, codes):
        return any(code in codes for code, _ in self.findings)

    # --- penyebab ----------------------------------------------------------------------------------------------------
    def in_arrears(self):
        return self.status in ("nonaktif", "menunggak")

    def is_out_of_sync(self):
        """'money for a month of the run is misplaced (npp-lain) or stands as iuran belum rinci of that NPP and month'."""
        return any(m.blth in self.misplaced or (self.npp, m.blth) in self.run.unallocated for m in self.tail)

    def all_causes(self):
        arrears, no_jmo = self.in_arrears(), [row["akun_jmo"] for row in self.register_rows]
        table = [
            ("belum_didaftarkan", self.status == "belum_terdaftar"),
            ("data_belum_sinkron", arrears and self.is_out_of_sync()),
            ("tidak_lagi_didaftarkan", arrears and not self.is_out_of_sync() and self.not_billed),
            ("iuran_belum_dibayarkan", arrears and not self.is_out_of_sync() and not self.not_billed),
            ("tidak_lagi_didaftarkan", self.left and not self.active),
            ("belum_dilaporkan_keluar", self.left and self.active),
            ("data_pribadi_salah", self.has_finding(PERSONAL_DATA)),
            ("akun_belum_terdaftar", "T" in no_jmo and "Y" not in no_jmo),
            ("bukti_tidak_lengkap", self.status == "tidak_diketahui"),
            ("iuran_tidak_lengkap", self.status in ("aktif", "berakhir") and self.owed > 0),
        ]
        return list(dict.fromkeys(code for code, holds in table if holds)) or ["tidak_ada"]

    # --- signs -------------------------------------------------------------------------------------------------------
    def sign_employer(self):
        """perusahaan_terakhir."""
        if self.active:
            return "ya"
        return "tidak" if self.run.has_register(self.npp) else "tidak_diketahui"

    def sign_card(self):
        """kartu_digital: 'ya also when any register, of this or another NPP, shows his KPJ or NIK active'."""
        if any(shows_active(row, self.run.as_of) for row in self.run.register_rows_of(self.worker)):
            return "ya"
        return self.sign_employer()

    def sign_month(self):
        """'his newest past-due month that is neither belum_ada_data nor tidak_terutang'."""
        months = [m for m in self.months if m.past_due and m.status not in ("belum_ada_data", "tidak_terutang")]
        return months[-1] if months else None

    def sign_history(self):
        """riwayat_iuran."""
        month = self.sign_month()
        return "tidak_diketahui" if month is None else "ya" if month.has_money else "tidak"

    def sign_jht(self):
        """saldo_jht: 'the same month's JHT money; that month's programmes lack JHT -> tidak_diketahui'."""
        month = self.sign_month()
        if month is None or "JHT" not in self.programmes_in(month):
            return "tidak_diketahui"
        return "ya" if month.jht_money() else "tidak"

    def programmes_in(self, month):
        """'a month without a payroll row takes those of his newest payroll month'."""
        if month.payroll or not self.payroll_months:
            return month.programmes
        return self.payroll_months[-1].programmes

    # --- newest dates ------------------------------------------------------------------------------------------------
    def newest_paid_month(self):
        return max((m.blth for m in self.months if m.status in PAID), default="")

    def newest_receipt(self):
        return max((m.newest_receipt() for m in self.months if m.receipts), default=None)


def shows_active(row, as_of):
    """'status aktif (or none) and no tanggal_nonaktif <= as-of'."""
    ended = row["tanggal_nonaktif"] is not None and row["tanggal_nonaktif"] <= as_of
    return (row["status"] or "aktif").lower() == "aktif" and not ended


def words(name):
    """'after upper-casing and dropping punctuation'."""
    return set("".join(c for c in name.upper() if c.isalnum() or c.isspace()).split())


def names_differ(one, other):
    """nama-berbeda: 'the names share no word'."""
    return bool(words(one)) and bool(words(other)) and not words(one) & words(other)


def has_other_sex(nik, sex):
    """'day + 40 for women'; '0' is a man."""
    return sex is not None and sex != ("1" if int(nik[6:8]) > 40 else "0")


def nik_is_invalid(nik, born):
    """nik-tidak-sah: 'not 16 digits, impossible date part, serial 0000, or a date part that contradicts tanggal_lahir'."""
    if len(nik) != 16 or not (nik.isascii() and nik.isdigit()) or nik[12:] == "0000":
        return True
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    day -= 40 if day > 40 else 0
    if not any(is_date(century + year, month, day) for century in (1900, 2000)):
        return True
    return born is not None and (day, month, year) != (born.day, born.month, born.year % 100)


def is_date(year, month, day):
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
