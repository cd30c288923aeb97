#!/usr/bin/env python3
"""Writes random, nasty, canonical-format inputs and args.txt (the as-of to use). Same seed, same files. All persons are
invented. Numbers with many possible values are drawn near the seams of the law on purpose."""
import argparse
import csv
import random
from datetime import date, timedelta
from pathlib import Path

import law
from reading import COLUMNS, LEDGER_MONEY, read_class, read_money, read_programmes

NAMES = ("Sari", "Budi", "Wayan", "Putu", "Ratna", "Agus", "Dewi", "Joko", "Lestari", "Ma'ruf", "Hidayat", "Siregar",
         "Nugroho", "Simanjuntak", "Wulandari", "Pranoto", "Tambunan", "Kusuma", "Rahayu", "Saputra", "Halimah", "Yulianti")
SEAMS = ("2015-07", "2016-03", "2018-12", "2020-08", "2020-10", "2021-01", "2021-03", "2022-01", "2024-12", "2025-01",
         "2025-02", "2025-02", "2025-03", "2025-08", "2026-01", "2026-01", "2026-03", "2026-08", "2026-10")
PROFILES = {"normal": 34, "never_billed": 7, "not_billed_from": 7, "under_reported": 6, "short_one": 6, "over": 4,
            "tolerance": 6, "misplaced": 6, "ledger_only": 4, "register_only": 4, "leaver": 8, "silent_leaver": 5,
            "joiner": 5, "unpaid_from": 8, "gap": 4}
FIRST, LAST = "2015-07", "2026-12"


def blth_range(first, last):
    while first <= last:
        yield first
        first = law.next_blth(first)


def rupiah(sen, rng=None):
    if rng and sen % 100 == 0 and rng.random() < 0.5:
        return f"{'-' if sen < 0 else ''}{abs(sen) // 100}"
    return f"{'-' if sen < 0 else ''}{abs(sen) // 100}.{abs(sen) % 100:02d}"


class Employer:
    """One NPP: what it tells, how it pays."""

    def __init__(self, rng, npp, blths):
        self.npp = npp
        self.rows = self.history(rng, blths)
        self.terms = law.Employers([dict(row, kelas_jkk=read_class(row["kelas_jkk"]),
                                         program=read_programmes(row["program"])) for row in self.rows])
        self.pays = rng.choices(("prompt", "late", "stops", "undated", "no_ledger", "mixed"), (26, 14, 24, 7, 5, 24))[0]
        self.stops_at = rng.choice(blths[len(blths) // 3:])
        self.register = rng.choices(("none", "most", "all"), (30, 35, 35))[0]
        self.splits_jkp, self.cuts, self.codes = rng.random() < .5, rng.random() < .5, rng.random() < .7
        self.not_delivered = {rng.choice(blths)} if rng.random() < .25 else set()
        self.code_of = {blth: f"{rng.randrange(10**10, 10**11)}" if self.codes else "" for blth in blths}
        self.bills, self.reprints = rng.random() < .6, rng.random() < .35
        self.wage_style = rng.choices(("upah", "parts", "daily"), (70, 20, 10))[0]

    def history(self, rng, blths):
        rows = []
        for index in range(rng.choices((0, 1, 2, 3), (8, 56, 28, 8))[0]):
            start = "" if index == 0 and rng.random() < .6 else rng.choice(blths)
            program = rng.choices(("", "JKK;JKM;JHT;JP", "JKK;JKM;JHT", "JKK;JKM"), (45, 38, 12, 5))[0]
            rows.append({"npp": self.npp, "nama": f"PT Contoh {self.npp[-3:]}", "berlaku_dari": start, "program": program,
                         "kelas_jkk": rng.choice(("1", "2", "3", "4", "5", "I", "II", "III", "IV", "V", "0,24%", "1,74%")),
                         "skala_usaha": rng.choice(("", "besar", "menengah", "kecil", "mikro", "besar")),
                         "padat_karya": rng.choice(("Y", "Y", "T", "")), "penundaan_jp": rng.choice(("Y", "Y", "T", ""))})
        unique = {row["berlaku_dari"]: row for row in rows}
        return list(unique.values())


class Person:
    def __init__(self, rng, number, blths):
        self.born = self.birth_date(rng, blths)
        woman = 40 if rng.random() < .5 else 0
        self.nik = f"3{rng.randrange(10000, 79999)}{self.born.day + woman:02d}{self.born.month:02d}" \
                   f"{self.born.year % 100:02d}{number + 1:04d}"
        if rng.random() < .06:
            self.nik = self.spoiled(rng)
        self.kpj = f"{rng.randrange(10**10, 10**11)}"
        self.name = " ".join(rng.sample(NAMES, rng.choice((1, 2, 2, 3))))
        cap = law.in_force(law.JP_CAP, blths[0]) // 100
        self.wage = 100 * rng.choice((2773184, 5938885, 5000000, cap, cap + 1, 15000000, 50000000,
                                      rng.randrange(1500000, 9000000), rng.randrange(2000000, 20000000)))
        self.no_birth, self.elected = rng.random() < .05, rng.random() < .3

    @staticmethod
    def birth_date(rng, blths):
        if rng.random() < .6:
            return date(rng.randrange(1970, 2003), rng.randrange(1, 13), rng.randrange(1, 29))
        blth = rng.choice(blths)
        age = law.in_force(law.PENSION_AGE, blth) + rng.choice((0, 0, 0, 3, 3, 4, -1))
        return date(int(blth[:4]) - age, int(blth[5:]), 1) + timedelta(days=rng.choice((-1, 0, 1, 14, 30)))

    def spoiled(self, rng):
        return rng.choice((self.nik[:-4] + "0000", self.nik[:15], self.nik[:6] + "9913" + self.nik[10:],
                           self.nik[:6] + "010170" + self.nik[12:], "X" + self.nik[1:]))


class Job:
    """One person at one NPP: his profile and his faults."""

    def __init__(self, rng, person, employer, blths, other):
        self.person, self.employer, self.other = person, employer, other
        self.profile = rng.choices(list(PROFILES), PROFILES.values())[0]
        if self.profile == "misplaced" and not other:
            self.profile = "unpaid_from"
        self.pivot = rng.choice(blths[len(blths) // 4:])
        self.first = self.pivot if self.profile == "joiner" else blths[0]
        self.last = self.pivot if self.profile in ("leaver", "silent_leaver") else blths[-1]
        self.kpj = person.kpj if rng.random() < .6 or not other else f"{rng.randrange(10**10, 10**11)}"
        self.kpj_in_payroll = rng.choices(("always", "never", "from", "second"), (78, 9, 9, 4))[0]
        self.second_kpj = f"{rng.randrange(10**10, 10**11)}"
        self.nik_in_payroll = rng.choices(("always", "never", "excel"), (88, 6, 6))[0]
        if self.kpj_in_payroll != "always":
            self.nik_in_payroll = rng.choices(("always", "excel"), (97, 3))[0]
        self.ledger_ids = rng.choices(("both", "kpj", "nik", "other_kpj", "other_nik", "excel"), (62, 9, 8, 9, 6, 6))[0]
        if self.kpj_in_payroll == "never" and rng.random() < .3:
            self.ledger_ids = "near"
        self.other_nik = person.nik[:-1] + str((int(person.nik[-1]) + 1) % 10) if person.nik[-1].isdigit() else "12"
        self.ledger_name = rng.choices((person.name, person.name.upper().replace("'", ""), person.name.split()[0] + ", S.E.",
                                        "Zulkifli Xaverius"), (70, 14, 12, 4))[0]
        self.ledger_born = person.born if rng.random() < .95 else person.born + timedelta(days=31)
        self.program = rng.choices(("", "JKK;JKM", "JKK;JKM;JHT", "JKK;JKM;JHT;JP"), (86, 5, 5, 4))[0]
        self.program_every_month = rng.random() < .7
        self.unit = rng.choice(("", "Gudang", "Kantor", "=Toko"))
        self.no_pegawai = f"P{rng.randrange(1000, 9999)}"
        self.leave_stated = self.profile == "leaver" or rng.random() < .06
        self.base, self.payroll_rows = {}, {}

    def in_payroll(self, blth):
        if self.profile in ("ledger_only", "register_only"):
            return False
        if self.profile == "gap" and blth == self.pivot:
            return False
        return self.first <= blth <= self.last or (self.profile == "leaver" and blth == law.next_blth(self.last))


class World:
    def __init__(self, seed, size):
        self.rng = rng = random.Random(seed)
        self.blths = self.window(rng, size)
        self.as_of = self.choose_as_of(rng)
        count = rng.choice((1, 2, 2, 3, 4))
        self.employers = [Employer(rng, f"{rng.randrange(10**7, 10**8)}", self.blths) for _ in range(count)]
        self.jobs = self.hire(rng, size)
        self.files = {}                                    # name -> (kind, rows)

    # --- time ----------------------------------------------------------------------------------------------------------
    def window(self, rng, size):
        seam, length = rng.choice(SEAMS), rng.randrange(5, 10) if size == "small" else rng.randrange(9, 15)
        first = max(FIRST, law.next_blth(seam, -rng.randrange(0, length)))
        if rng.random() < .1:
            first = rng.choice(list(blth_range(FIRST, "2026-02")))
        return list(blth_range(first, min(LAST, law.next_blth(first, length - 1))))

    def choose_as_of(self, rng):
        due = law.due_date(rng.choice(self.blths[len(self.blths) // 2:]))
        as_of = due + timedelta(days=rng.choice((-1, 0, 1, 1, 2, 10, 16, 29, 30, 31, 32, 60, 120)))
        return min(as_of, date(2026, 12, 31))

    # --- people --------------------------------------------------------------------------------------------------------
    def hire(self, rng, size):
        jobs = []
        for number in range(len(self.employers) * (rng.randrange(5, 10) if size == "small" else rng.randrange(25, 40))):
            person = Person(rng, number, self.blths)
            home = rng.choice(self.employers)
            others = [employer for employer in self.employers if employer is not home]
            other = rng.choice(others) if others else None
            jobs.append(Job(rng, person, home, self.blths, other))
            if other and rng.random() < .12:
                jobs.append(Job(rng, person, other, self.blths, home))
        return jobs

    # --- payroll -------------------------------------------------------------------------------------------------------
    def payroll_row(self, job, blth):
        rng, person = self.rng, job.person
        wage = person.wage + (50000000 if blth >= job.pivot and rng.random() < .3 else 0)
        if rng.random() < .03:
            wage = 0
        row = {"npp": job.employer.npp, "blth": blth, "nama": person.name, "no_pegawai": job.no_pegawai, "unit": job.unit}
        row["kpj"] = job.kpj
        if job.kpj_in_payroll == "never" or (job.kpj_in_payroll == "from" and blth < job.pivot):
            row["kpj"] = ""
        elif job.kpj_in_payroll == "second" and blth >= job.pivot:
            row["kpj"] = job.second_kpj
        row["nik"] = {"always": person.nik, "never": "", "excel": "3,17401E+15"}[job.nik_in_payroll]
        if not person.no_birth:
            row["tanggal_lahir"] = person.born.isoformat()
        if rng.random() < .05:
            row["rapel"] = rupiah(100 * rng.randrange(100000, 2000000), rng)
        if job.program and (job.program_every_month or rng.random() < .5):
            row["program"] = job.program
        if person.elected:
            row["jp_lanjut"] = rng.choice(("Y", "Y", "T"))
        if job.leave_stated and (blth >= job.last or (job.profile != "leaver" and rng.random() < .3)):
            row["tanggal_keluar"] = f"{job.pivot}-{rng.randrange(1, 28):02d}"
        if job.profile == "joiner" or rng.random() < .02:
            row["tanggal_masuk"] = f"{job.pivot}-{rng.randrange(1, 28):02d}"
        row |= self.contacts(job, blth if job.leave_stated else "")
        return self.with_wage(job, row, wage)

    def contacts(self, job, salt):
        """How a row says he can be reached. Drawn from a generator of its own, so that other cells stay as they were."""
        rng = random.Random(f"{job.kpj} {salt}")
        name, number = job.person.name.replace(" ", ".").lower(), job.kpj[-9:]
        return {"email": rng.choice((f"{name}@x.example", f"{name}@x.example".upper(), f"{name}@y.example", "", "-", "menyusul")),
                "no_hp": rng.choice((f"08{number}", f"+62 8{number[:3]}-{number[3:]}", f"8{number}", f"628{number}.0", f"08{number}0",
                                     "", "0", f"08{number} / 08{number}"))}

    def with_wage(self, job, row, wage):
        style = job.employer.wage_style
        if style == "parts":
            row["gaji_pokok"], row["tunjangan_tetap"] = rupiah(wage - wage // 4, self.rng), rupiah(wage // 4, self.rng)
        elif style == "daily":
            wage = wage // 2500 * 25 * 100 if wage else 0
            row["upah_harian"] = rupiah(wage // 25)
        else:
            row["upah"] = rupiah(wage, self.rng)
        row["_base"] = wage + read_money(row.get("rapel") or "0")
        return row

    def write_payroll(self):
        rng = self.rng
        for number, employer in enumerate(self.employers):
            jobs = [job for job in self.jobs if job.employer is employer]
            separate = set(map(id, rng.sample(jobs, len(jobs) // 4))) if rng.random() < .5 else set()
            main, directors, second_job, revised = [], [], [], []
            revised_blths = set(rng.sample(self.blths, 2)) if rng.random() < .45 else set()
            for blth in self.blths:
                if blth in employer.not_delivered:
                    continue
                for job in jobs:
                    if job.in_payroll(blth):
                        self.deliver(job, blth, directors if id(job) in separate else main, second_job,
                                     revised if blth in revised_blths and id(job) not in separate else None)
            for place, (label, rows) in enumerate((("utama", main), ("direksi", directors), ("unit", second_job),
                                                   ("ulang", revised))):
                self.add_file(f"1{number}{place}_payroll_{label}.csv", "payroll", self.with_twins(rows))

    def deliver(self, job, blth, rows, second_job, revised):
        rng = self.rng
        row = self.payroll_row(job, blth)
        if job.employer.cuts:
            self.cut(job, blth, row)
        counted = [row]
        rows.append(row)
        if rng.random() < .03:                                 # two rows of a worker in one file
            extra = self.with_wage(job, row | {"unit": "Cabang", "rapel": ""}, job.person.wage // 3)
            rows.append(extra)
            counted.append(extra)
        if rng.random() < .02:                                 # few shared workers: another file that adds up
            extra = self.with_wage(job, row | {"unit": "Proyek", "rapel": ""}, 10000000)
            second_job.append(extra)
            counted.append(extra)
        if revised is not None and rng.random() < .92:         # a later version of the month
            again = dict(row)
            if rng.random() < .3:
                again = self.with_wage(job, again, job.person.wage + 12345600)
            revised.append(again)
            counted = [again]
        job.base[blth] = sum(r["_base"] for r in counted)
        job.payroll_rows[blth] = counted

    def cut(self, job, blth, row):
        due = self.due(job, blth, row["_base"], [row])
        jht, jp = due["jht_tenaga_kerja"], due["jp_tenaga_kerja"]
        change = self.rng.choice((0, 0, 0, 0, -1, 1))
        if change == -1:
            jht, jp = jht // 10000 * 10000, jp // 10000 * 10000
        elif change == 1:
            jht += self.rng.choice((10000, 10001, 5000000))
        row["potongan_jht"], row["potongan_jp"] = rupiah(jht, self.rng), rupiah(jp)

    # --- ledger --------------------------------------------------------------------------------------------------------
    def due(self, job, blth, base, rows):
        terms = job.employer.terms.at(job.employer.npp, blth)
        stated = [read_programmes(row["program"]) for row in rows if row.get("program")]
        programmes = frozenset().union(*stated) if stated else terms.programmes
        elected = any(row.get("jp_lanjut") == "Y" for row in rows)
        born = None if job.person.no_birth else job.person.born
        due, full, _ = law.amounts_due(base, blth, terms, programmes, law.jp_liable(born, blth, elected))
        if self.rng.random() < .3 and due != full:             # deferred JP paid in full, or in part
            due |= {name: (full[name] if self.rng.random() < .5 else full[name] // 2) for name in due if name[:3] == "jp_"}
        return due

    def split_jkp(self, job, blth, amounts, wage):
        """JKP-employer carved out of JKK (and, before 2025-02, of JKM)."""
        amounts["jkp_pemberi_kerja"] = 0
        if job.employer.splits_jkp and blth >= "2021-02":
            part = law.half_up(min(wage, 500000000) * 14, 10000)
            if amounts["jkk"] > part:
                amounts["jkk"] -= part
                amounts["jkp_pemberi_kerja"] = part
            from_jkm = law.half_up(min(wage, 500000000) * 10, 10000)
            if blth <= "2025-01" and amounts["jkm"] > from_jkm and self.rng.random() < .8:
                amounts["jkm"] -= from_jkm
                amounts["jkp_pemberi_kerja"] += from_jkm

    def billed_amounts(self, job, blth):
        rng, rows = self.rng, job.payroll_rows.get(blth, [])
        wage = job.base.get(blth, job.person.wage)
        if job.profile == "under_reported" and blth >= job.pivot:
            wage = wage * 7 // 10
        amounts = dict(self.due(job, blth, wage, rows))
        self.split_jkp(job, blth, amounts, wage)
        column = rng.choice(LEDGER_MONEY)
        if job.profile == "short_one" and blth >= job.pivot:
            amounts[column] = amounts[column] * rng.choice((0, 0, 5)) // 10
            if rng.random() < .4:                              # the total fits, one programme does not
                amounts[rng.choice(LEDGER_MONEY[2:6])] += 5000000
        if job.profile == "over" or rng.random() < .02:
            amounts[column] += rng.choice((101, 5000, 2500000))
        if job.profile == "tolerance":
            change = rng.choice((-100, -101, 100, 101, -50))
            amounts[column] = amounts[column] + change if amounts[column] + change > 0 else amounts[column]
        return amounts, wage

    def is_billed(self, job, blth):
        if job.profile in ("never_billed", "register_only"):
            return False
        if job.profile in ("not_billed_from", "silent_leaver") and blth >= law.next_blth(job.pivot, job.profile[0] == "s"):
            return False
        if job.profile == "ledger_only":
            return job.person.wage % 3 != 0 or blth <= job.pivot
        if not job.first <= blth <= job.last:
            return self.rng.random() < .1
        return job.in_payroll(blth) or self.rng.random() < .7

    def ledger_row(self, job, blth, amounts, wage, code):
        npp = job.employer.npp
        if job.profile == "misplaced" and blth >= job.pivot:
            npp = job.other.npp
        kpj, nik = job.kpj, job.person.nik
        if job.ledger_ids == "kpj":
            nik = ""
        elif job.ledger_ids == "nik":
            kpj = ""
        elif job.ledger_ids == "other_kpj" and blth >= job.pivot:
            kpj = job.second_kpj
        elif job.ledger_ids == "near" or (job.ledger_ids == "other_nik" and blth >= job.pivot):
            nik = job.other_nik
        elif job.ledger_ids == "excel":
            nik = "3.17401E+15"
        row = {"npp": npp, "blth": blth, "kpj": kpj, "nik": nik, "nama": job.ledger_name, "kode_iuran": code,
               "tanggal_lahir": job.ledger_born.isoformat(), "upah": rupiah(wage, self.rng)}
        return row | {column: rupiah(amount) for column, amount in amounts.items()}

    def pay_day(self, job, blth):
        """None: not paid."""
        rng, pays, due = self.rng, job.employer.pays, law.due_date(blth)
        if pays == "undated" or (pays == "stops" and blth >= job.employer.stops_at):
            return None
        if job.profile == "unpaid_from" and blth >= job.pivot:
            return None
        if pays == "mixed" and rng.random() < .12:
            return None
        if pays == "late" or (pays == "mixed" and rng.random() < .5):
            return due + timedelta(days=rng.choice((1, 2, 20, 30, 31, 32, 61, 95)))
        return due - timedelta(days=rng.choice((0, 0, 1, 3, 10, 40)))

    def receipts(self, job, blth, amounts, wage, code):
        """The dated rows of one worker-month: at once, in instalments, corrected."""
        rng, day = self.rng, self.pay_day(job, blth)
        if day is None:
            return
        way = rng.choices(("once", "instalments", "same_day", "corrected", "partly"), (70, 10, 6, 7, 7))[0]
        part = {column: amount * rng.choice((3, 5, 6)) // 10 for column, amount in amounts.items()}
        rest = {column: amounts[column] - part[column] for column in amounts}
        pieces = {"once": [(day, amounts)], "partly": [(day, part)],
                  "instalments": [(day, part), (day + timedelta(days=rng.choice((1, 15, 31, 70))), rest)],
                  "same_day": [(day, part), (day, rest)],
                  "corrected": [(day, amounts), (day + timedelta(days=rng.choice((0, 5, 40))), negative(part))]}[way]
        if way == "corrected" and rng.random() < .6:
            pieces.append((day + timedelta(days=rng.choice((41, 50, 80))), part))
        if way == "corrected" and rng.random() < .15:
            pieces = [(day, amounts), (day + timedelta(days=3), negative(amounts))]
        for when, piece in pieces:
            other_code = code and way == "instalments" and rng.random() < .3
            used = str(int(code) + 1) if other_code else code
            yield self.ledger_row(job, blth, piece, wage, used) | {"tanggal_bayar": when.isoformat()}

    def write_ledger(self):
        rng, bills, reprints, receipts = self.rng, [], [], []
        self.as_of_cut = rng.random() < .5                     # half of the ledgers know nothing after the as-of
        for job in self.jobs:
            if job.employer.pays == "no_ledger":
                continue
            for blth in self.blths:
                if not self.is_billed(job, blth):
                    continue
                amounts, wage = self.billed_amounts(job, blth)
                code = job.employer.code_of[blth]
                paid = list(self.receipts(job, blth, amounts, wage, code))
                if self.as_of_cut:
                    paid = [row for row in paid if row["tanggal_bayar"] <= self.as_of.isoformat()]
                receipts += paid
                if job.employer.bills or (not paid and rng.random() < .75):
                    bills.append(self.ledger_row(job, blth, amounts, wage, code))
                    if job.employer.reprints and rng.random() < .8:
                        if rng.random() < .3:
                            amounts = {column: amount * 11 // 10 for column, amount in amounts.items()}
                        reprints.append(self.ledger_row(job, blth, amounts, wage, code))
        self.add_file("20_ledger_tagihan.csv", "ledger", self.with_twins(bills))
        self.add_file("21_ledger_cetak_ulang.csv", "ledger", reprints)
        self.add_file("22_ledger_bayar.csv", "ledger", self.with_twins(receipts))

    # --- register, payments, employers ---------------------------------------------------------------------------------
    def write_register(self):
        rng, rows = self.rng, []
        for job in self.jobs:
            absent = {"none": 1, "most": .3, "all": .05}[job.employer.register]
            if job.profile == "never_billed" and absent < 1:
                absent = .8
            if rng.random() < absent:
                continue
            kpj, nik = rng.choices(((job.kpj, job.person.nik), (job.kpj, ""), ("", job.person.nik), (job.second_kpj, job.person.nik),
                                    (job.kpj, job.other_nik), (job.kpj, "3,17401E+15")), (76, 8, 8, 4, 2, 2))[0]
            row = {"npp": job.employer.npp, "kpj": kpj, "nik": nik, "nama": job.ledger_name,
                   "tanggal_lahir": job.ledger_born.isoformat(), "akun_jmo": rng.choice(("Y", "Y", "Y", "T", "")),
                   "tanggal_kepesertaan": f"{self.blths[0]}-01", "status": rng.choice(("aktif", "aktif", "aktif", ""))}
            row |= self.contacts(job, "register")
            left = job.profile in ("leaver", "silent_leaver", "register_only") and rng.random() < .5
            if left or rng.random() < .05:
                row["tanggal_nonaktif"] = f"{job.pivot}-{rng.randrange(1, 28):02d}"
                row["status"] = rng.choice(("nonaktif", "nonaktif", "aktif"))
            elif rng.random() < .04:
                row["status"] = "nonaktif"
            rows.append(row)
            if rng.random() < .08:
                rows.append(row | self.contacts(job, "old") | {"status": "nonaktif", "akun_jmo": rng.choice(("Y", "T", "")),
                                   "tanggal_nonaktif": f"{self.blths[0]}-0{rng.randrange(1, 9)}"})
        self.add_file("30_register.csv", "register", self.with_twins(rows))

    def write_payments(self):
        """Codes that no ledger row has, those of bills, and none; whole sums, parts and more than was billed."""
        rng, rows = self.rng, []
        for employer in self.employers:
            if rng.random() < .35:
                for blth in rng.sample(self.blths, 2):
                    rows.append({"npp": employer.npp, "blth": blth, "jumlah": rupiah(100 * rng.randrange(10**6, 10**8)),
                                 "kode_iuran": f"9{rng.randrange(10**9, 10**10)}",
                                 "tanggal_bayar": (law.due_date(blth) + timedelta(days=rng.choice((-3, 0, 5)))).isoformat()})
            if rng.random() < .5:
                undated = [row for kind, table in self.files.values() if kind == "ledger" for row in table
                           if row["npp"] == employer.npp and not row.get("tanggal_bayar")]
                billed = sorted({row["blth"] for row in undated}) or self.blths
                for blth in rng.choices(billed, k=4):
                    bills = [row for row in undated if row["blth"] == blth]
                    sen = sum(round(100 * float(row[c] or 0)) for row in bills for c in LEDGER_MONEY) or 10**8
                    due = law.due_date(blth)
                    rows.append({"npp": employer.npp, "blth": blth if rng.random() < .7 else "",
                                 "jumlah": rupiah(rng.choice((sen, sen * 9 // 10, sen // 3, sen + 12345, -500, 0))),
                                 "kode_iuran": employer.code_of[blth] if rng.random() < .7 else "",
                                 "tanggal_bayar": (due + timedelta(days=rng.choice((-3, 0, 1, 40, 200)))).isoformat()})
        self.add_file("40_payments.csv", "payments", rows)

    def write_employers(self):
        self.add_file("00_employers.csv", "employers", [row for employer in self.employers for row in employer.rows])

    # --- files ---------------------------------------------------------------------------------------------------------
    def with_twins(self, rows):
        return [row for row in rows for _ in range(2 if self.rng.random() < .015 else 1)]

    def add_file(self, name, kind, rows):
        if rows:
            self.files[name] = (kind, rows)

    def build(self):
        self.write_employers()
        self.write_payroll()
        self.write_ledger()
        self.write_register()
        self.write_payments()

    def arguments(self):
        words = f"--as-of {self.as_of.isoformat()}"
        if self.rng.random() < .25:
            until = self.as_of - timedelta(days=self.rng.choice((0, 1, 20, 40, 70)))
            words += f" --ledger-until {until.isoformat()}"
        return words


def negative(amounts):
    return {column: -amount for column, amount in amounts.items()}


def write(world, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, (kind, rows) in world.files.items():
        used = {column for row in rows for column in row}
        columns = [column for column in COLUMNS[kind] if column in used]
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore", restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    (folder / "args.txt").write_text(world.arguments() + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--size", choices=("small", "medium"), default="small")
    arguments = parser.parse_args()
    world = World(arguments.seed, arguments.size)
    world.build()
    write(world, arguments.output)


if __name__ == "__main__":
    main()
