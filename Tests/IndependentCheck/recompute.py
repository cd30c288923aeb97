#!/usr/bin/env python3
"""Recomputes rincian.csv, status.csv and rekap.csv of `iuran` from the written contract alone (see README.md)."""
import argparse
import collections
import csv
from datetime import date
from pathlib import Path

import law
from allocation import Allocation
from membership import Member
from months import SHORT, WITHOUT_PAYROLL, worker_months
from people import Reported, group_by, is_receipt, near_misses, resolve, without_replaced_versions
from reading import LEDGER_MONEY, read_all, without_twins

RINCIAN = ("npp,blth,kpj,nik,nama,no_pegawai,unit,status_iuran,jatuh_tempo,tanggal_lunas,hari_terlambat,upah_dasar,upah_jp,"
           "upah_dilaporkan,terutang,ditagih,diterima,selisih,kurang_lapor,kurang_setor,denda_estimasi").split(",") + \
    [f"{what}_{p}" for p in law.PROGRAMMES for what in ("terutang", "ditagih", "diterima")] + \
    ["kunci_cocok", "sumber_payroll", "sumber_iuran"]
STATUS = ("npp,kpj,nik,nama,no_pegawai,unit,status,status_bpjs,bulan_berturut,bulan_tunggakan,blth_tunggakan,tunggakan,"
          "denda_estimasi,blth_lunas_terakhir,tanggal_bayar_terakhir,nonaktif_sejak,akan_nonaktif_pada,penyebab,"
          "penyebab_lain,kartu_digital,riwayat_iuran,saldo_jht,perusahaan_terakhir,perubahan").split(",")
ALOKASI = "npp,tanggal_bayar,kode_iuran,jumlah,aturan,blth,kode_tagihan,alokasi".split(",")
REKAP = ("npp,nama_perusahaan,blth,jatuh_tempo,tk_payroll,tk_ditagih,tk_diterima,upah_dasar,terutang,ditagih,diterima,"
         "belum_jatuh_tempo,tunggakan,lebih_bayar,denda_estimasi,tanggal_bayar_terakhir").split(",")
TEMUAN = "kode,npp,blth,kpj,nik".split(",")


class Run:
    """All inputs after the rules of section 2, and the questions that one worker asks about all the others."""

    def __init__(self, paths, as_of, ledger_until=None, tolerance=100):
        self.as_of, self.ledger_until, self.tolerance = as_of, ledger_until, tolerance
        self.findings = set()
        tables = read_all(paths, self.findings)
        tables["pairs"] = [pair for pair in tables["pairs"]
                           if pair["berlaku_sampai"] is None or pair["berlaku_sampai"] >= as_of]
        tables["payroll"] = without_replaced_versions(tables, self.findings)
        for kind in ("payroll", "payments", "register"):
            tables[kind] = without_twins(tables[kind], self.findings)
        tables["ledger"] = without_twins(tables["ledger"], self.findings,
                                         keep_latest_file=lambda row: not is_receipt(row, as_of))
        self.tables = tables
        self.employers = law.Employers(tables["employers"])
        self.stated_npps = {row["npp"] for row in tables["ledger"] if row["tanggal_bayar"]} | \
            {row["npp"] for row in tables["payments"]}
        self.delivered = {(row["npp"], row["blth"]) for row in tables["payroll"]}
        self.months_with_receipts = {(row["npp"], row["blth"]) for row in tables["ledger"] if is_receipt(row, as_of)}
        self.npps_with_register = {row["npp"] for row in tables["register"]}
        self.npps_with_ledger = {row["npp"] for row in tables["ledger"]}
        self.index = {kind: Index(tables[kind]) for kind in ("payroll", "ledger", "register")}
        self.judge()

    def judge(self):
        self.people = resolve(self.tables)
        for people in self.people.values():
            for worker in people.workers:
                worker.reported = Reported(worker)
            people.workers.sort(key=worker_key)
        self.allocation = Allocation(self, self.people)
        self.months_with_receipts |= self.allocation.months_paid
        self.months, self.members = [], []
        months_of = {worker: worker_months(self, worker) for people in self.people.values() for worker in people.workers}
        fees = collections.Counter()
        for worker, months in months_of.items():
            fees[worker.npp] += sum(month.late_fee for month in months)
        self.unallocated = self.allocation.settle(fees)
        for npp, people in self.people.items():
            self.find_about_employer(npp)
            for nik, owners in people.clashes.items():
                self.findings |= {("identitas-bertabrakan", npp, "", w.reported.kpj or "", nik) for w in owners}
            self.findings |= {("calon-pasangan", npp, "", w.reported.kpj or "", w.reported.nik or "")
                              for w in near_misses(people.workers)}
            for worker in people.workers:
                months = months_of[worker]
                member = Member(self, worker, months)
                self.months += months
                self.members.append(member)
                who = (worker.reported.kpj or "", worker.reported.nik or "")
                self.findings |= {(code, npp, blth, *who) for code, blth in member.findings}
        self.months.sort(key=lambda m: worker_key(m.worker, m.blth))
        self.members.sort(key=lambda m: worker_key(m.worker))

    # --- section 3: payments stated, the ledger's end -----------------------------------------------------------------
    def payments_stated(self, npp):
        """'when one of its ledger rows has a tanggal_bayar, a payments file names it, or --ledger-until is given'."""
        return self.ledger_until is not None or npp in self.stated_npps

    def ledger_end(self, npp):
        """'--ledger-until (default as-of)'; payments not stated: 'ended before every due date' (None)."""
        return (self.ledger_until or self.as_of) if self.payments_stated(npp) else None

    def find_about_employer(self, npp):
        if not self.employers.history.get(npp):
            self.findings.add(("perusahaan-tidak-terdaftar", npp, "", "", ""))
        if not self.payments_stated(npp):
            self.findings.add(("pembayaran-tidak-dinyatakan", npp, "", "", ""))

    # --- what one worker asks about the others ------------------------------------------------------------------------
    def has_register(self, npp):
        return npp in self.npps_with_register

    def has_ledger(self, npp):
        return npp in self.npps_with_ledger

    def in_any_ledger(self, worker):
        return bool(self.index["ledger"].rows_of(worker))

    def register_rows_of(self, worker):
        return self.index["register"].rows_of(worker)

    def newest_past_due_payroll_month(self, npp):
        return max((blth for at, blth in self.delivered if at == npp and law.due_date(blth) < self.as_of), default=None)

    def money_elsewhere(self, worker, blth):
        """Receipts of his in that month at another NPP that has no payroll row of his in it, adding up to more than 0."""
        paid = collections.Counter()
        for row in self.index["ledger"].rows_of(worker):
            if row["npp"] != worker.npp and row["blth"] == blth and is_receipt(row, self.as_of):
                paid[row["npp"]] += sum(row[c] or 0 for c in LEDGER_MONEY)
            if row["npp"] != worker.npp and row["blth"] == blth:
                paid[row["npp"]] += self.allocation.of_row[id(row)]
        employed = {row["npp"] for row in self.index["payroll"].rows_of(worker) if row["blth"] == blth}
        return any(amount > 0 for npp, amount in paid.items() if npp not in employed)


class Index:
    """Rows of all NPPs by KPJ and by NIK."""

    def __init__(self, rows):
        self.by_kpj = group_by((row for row in rows if row["kpj"]), lambda row: row["kpj"])
        self.by_nik = group_by((row for row in rows if row["nik"]), lambda row: row["nik"])

    def rows_of(self, worker):
        found = [row for kpj in worker.kpjs for row in self.by_kpj.get(kpj, [])]
        found += [row for nik in worker.niks for row in self.by_nik.get(nik, [])]
        return list({id(row): row for row in found}.values())


# --- section 5: outputs ------------------------------------------------------------------------------------------------
def worker_key(worker, blth=""):
    return tuple((part or "").encode() for part in (worker.npp, blth, worker.reported.kpj, worker.reported.nik))


def money(sen):
    """'amounts 1234.50'."""
    sign, sen = ("-" if sen < 0 else ""), abs(sen)
    return f"{sign}{sen // 100}.{sen % 100:02d}"


def text(value):
    """'cells that a spreadsheet would run as a formula are neutralised'."""
    value = "" if value is None else str(value)
    return "'" + value if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def who(worker):
    fields = ("kpj", "nik", "nama", "no_pegawai", "unit")
    return {"npp": worker.npp, **{field: text(getattr(worker.reported, field)) for field in fields}}


def sources(rows):
    return "+".join(f"{row['file']}:{row['line']}" for row in rows)


def by_programme(amounts):
    """'diterima_jkk, ditagih_jkk include JKP-employer.'"""
    return {p: amounts[p] + (amounts["jkp_pemberi_kerja"] if p == "jkk" else 0) for p in law.PROGRAMMES}


def rincian_row(m):
    billed, received = by_programme(m.billed), by_programme(m.received)
    total_billed = sum(billed.values())
    wage = m.reported_wage()
    row = who(m.worker) | {
        "blth": m.blth, "status_iuran": m.status, "jatuh_tempo": m.due_date, "tanggal_lunas": m.settled_on or "",
        "hari_terlambat": m.days_late, "upah_dasar": money(m.base), "upah_jp": money(m.jp_base),
        "upah_dilaporkan": "" if wage is None else money(wage), "terutang": money(m.total_due),
        "ditagih": money(total_billed), "diterima": money(m.total_received),
        "selisih": money(m.total_received - m.total_due), "kurang_lapor": money(max(0, m.total_due - total_billed)),
        "kurang_setor": money(max(0, total_billed - m.total_received)), "denda_estimasi": money(m.late_fee),
        "kunci_cocok": m.key(), "sumber_payroll": sources(m.payroll), "sumber_iuran": sources(m.ledger)}
    for p in law.PROGRAMMES:
        row |= {f"terutang_{p}": money(m.due[p]), f"ditagih_{p}": money(billed[p]), f"diterima_{p}": money(received[p])}
    return row


def status_row(member):
    return who(member.worker) | {
        "status": member.status, "status_bpjs": member.register_status(), "bulan_berturut": len(member.tail),
        "bulan_tunggakan": len(member.arrears), "blth_tunggakan": ";".join(m.blth for m in member.arrears),
        "tunggakan": money(member.owed), "denda_estimasi": money(sum(m.late_fee for m in member.months)),
        "blth_lunas_terakhir": member.newest_paid_month(), "tanggal_bayar_terakhir": member.newest_receipt() or "",
        "nonaktif_sejak": member.inactive_since() or "", "akan_nonaktif_pada": member.will_be_inactive() or "",
        "penyebab": member.causes[0], "penyebab_lain": ";".join(member.causes[1:]), "kartu_digital": member.sign_card(),
        "riwayat_iuran": member.sign_history(), "saldo_jht": member.sign_jht(),
        "perusahaan_terakhir": member.sign_employer(), "perubahan": ""}


def rekap_row(months):
    """One (npp, blth). Not yet due, outstanding and overpaid: README, choice 20."""
    first = months[0]
    matched = [m for m in months if m.status not in WITHOUT_PAYROLL]
    not_yet = sum(max(0, net) for m in months if m.status == "belum_jatuh_tempo" for net in m.net.values())
    overpaid = sum(max(0, -net) for m in matched for net in m.net.values())
    total_billed = [sum(m.billed.values()) for m in months]
    return {
        "npp": first.npp, "nama_perusahaan": text(first.terms.name), "blth": first.blth, "jatuh_tempo": first.due_date,
        "tk_payroll": sum(bool(m.payroll) for m in months), "tk_ditagih": sum(billed > 0 for billed in total_billed),
        "tk_diterima": sum(m.has_money for m in months), "upah_dasar": money(sum(m.base for m in months)),
        "terutang": money(sum(m.total_due for m in months)), "ditagih": money(sum(total_billed)),
        "diterima": money(sum(m.total_received for m in months)), "belum_jatuh_tempo": money(not_yet),
        "tunggakan": money(sum(m.short_amount for m in months if m.status in SHORT)), "lebih_bayar": money(overpaid),
        "denda_estimasi": money(sum(m.late_fee for m in months)),
        "tanggal_bayar_terakhir": max((m.newest_receipt() for m in months if m.receipts), default="")}


def allocation_row(row):
    cells = dict(zip(ALOKASI, row))
    return cells | {"jumlah": money(cells["jumlah"]), "alokasi": money(cells["alokasi"])}


def write(path, columns, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_reports(run, folder):
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "rincian.csv", RINCIAN, map(rincian_row, run.months))
    write(folder / "status.csv", STATUS, map(status_row, run.members))
    groups = group_by(run.months, lambda m: (m.npp.encode(), m.blth.encode()))
    write(folder / "rekap.csv", REKAP, (rekap_row(groups[key]) for key in sorted(groups)))
    write(folder / "alokasi.csv", ALOKASI, (allocation_row(row) for row in sorted(run.allocation.rows, key=str)))
    write(folder / "temuan_kunci.csv", TEMUAN, (dict(zip(TEMUAN, finding)) for finding in sorted(run.findings)))


def print_stats(run):
    """How often each value occurs, to judge the coverage of random inputs: 'column value count' per line."""
    counts = collections.Counter()
    for m in run.months:
        counts[("status_iuran", m.status)] += 1
        counts[("kunci_cocok", m.key())] += 1
    for member in run.members:
        row = status_row(member)
        for column in ("status", "status_bpjs", "penyebab", "kartu_digital", "riwayat_iuran", "saldo_jht",
                       "perusahaan_terakhir"):
            counts[(column, row[column])] += 1
        counts.update(("penyebab_lain", cause) for cause in member.causes[1:])
    counts.update(("temuan", finding[0]) for finding in run.findings)
    for (column, value), count in sorted(counts.items()):
        print(column, value or "(kosong)", count)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    parser.add_argument("--as-of", required=True, type=date.fromisoformat)
    parser.add_argument("--ledger-until", type=date.fromisoformat)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--stats", action="store_true", help="print how often each status and cause occurs")
    arguments = parser.parse_args()
    if not arguments.output and not arguments.stats:
        parser.error("--output or --stats is needed")
    run = Run(arguments.inputs, arguments.as_of, arguments.ledger_until)
    if arguments.output:
        write_reports(run, arguments.output)
    if arguments.stats:
        print_stats(run)


if __name__ == "__main__":
    main()
