"""The labelled set: who is who in it (kebenaran.csv), and the pairs of a payroll row and a person that BPJS has under its NPP."""
import collections
import csv
from pathlib import Path

TYPING = {"salah_angka", "tertukar", "angka_hilang", "angka_dobel"}


def rows(path):
    """The rows of a CSV file, each with its line; no cell of ours holds a line break."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            row["line"] = line
            yield row


def number_class(error):
    return "salah ketik" if error in TYPING else error.replace("_", " ")


class BPJSRow:
    """A ledger or register row with what is true of it."""

    def __init__(self, truth, row):
        self.table, self.line, self.npp = truth["berkas"].removesuffix(".csv"), int(truth["baris"]), truth["npp"]
        self.person, self.circumstance = int(truth["orang"]), truth["keadaan"]
        self.evidence = truth["bukti"]
        self.kpj, self.nik, self.name, self.born = row["kpj"], row["nik"], row.get("nama", ""), row.get("tanggal_lahir", "")
        here = truth["npp_payroll"] == self.npp
        self.payroll_line = int(truth["baris_payroll"]) if here else None
        self.errors = {column: truth[column] for column in ("kpj", "nik", "nama", "tanggal_lahir")}

    @property
    def error_class(self):
        return f"KPJ {number_class(self.errors['kpj'])}, NIK {number_class(self.errors['nik'])}"

    @property
    def group(self):
        """The rows of one number at an employer move together (design.md 3, rule 4)."""
        return (self.npp, "kpj", self.kpj) if self.kpj else (self.npp, "nik", self.nik)


class LabelledSet:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.payroll = {row["line"]: row for row in rows(self.folder / "payroll.csv")}
        tables = {name: {row["line"]: row for row in rows(self.folder / name)} for name in ("ledger.csv", "register.csv")}
        self.bpjs = []
        for truth in rows(self.folder / "kebenaran.csv"):
            row = tables[truth["berkas"]][int(truth["baris"])]
            self.bpjs.append(BPJSRow(truth, row))
        self.by_place = {(row.table, row.line): row for row in self.bpjs}


class Score:
    """Counts pairs of a payroll line and a ledger or register row."""

    def __init__(self):
        self.true, self.found, self.false = collections.Counter(), collections.Counter(), collections.Counter()

    def recall(self, key):
        return self.found[key] / self.true[key] if self.true[key] else None

    def precision(self, key):
        said = self.found[key] + self.false[key]
        return self.found[key] / said if said else None


def per_row(labelled, said):
    """Scores what a program says of each row: `said` maps (table, line) to the payroll lines it names.

    A row whose person is in the NPP's payroll counts as true; each named line that is not his counts as false, under the
    row's own error class."""
    score = Score()
    for row in labelled.bpjs:
        named = said.get((row.table, row.line), set())
        for key in (row.error_class, row.circumstance, "all"):
            if row.payroll_line is not None:
                score.true[key] += 1
                score.found[key] += row.payroll_line in named
            score.false[key] += len(named - {row.payroll_line})
    return score
