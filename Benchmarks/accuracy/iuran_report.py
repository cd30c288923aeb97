"""What a report of iuran says of each ledger and register row of the set: matches, and candidates."""
import collections
from pathlib import Path

from truth import rows


class Report:
    def __init__(self, folder, labelled):
        self.folder, self.labelled = Path(folder), labelled
        self.read_details()
        self.strangers = self.read_strangers()
        self.matches, self.unmatched = {}, set()
        self.join_rows()
        self.candidates = self.read_candidates()

    def read_details(self):
        """rincian.csv names the lines of payroll and ledger that are one worker's."""
        self.payroll_of_ledger, self.payroll_workers = {}, set()
        self.line_of_worker = {}
        for row in rows(self.folder / "rincian.csv"):
            payroll = lines(row["sumber_payroll"])
            if payroll:
                key = (row["npp"], row["kpj"], row["nik"])
                self.payroll_workers.add(key)
                self.line_of_worker.setdefault(key, set()).update(payroll)
            for line in lines(row["sumber_iuran"]):
                self.payroll_of_ledger[line] = payroll

    def read_strangers(self):
        """Workers in no payroll, by the number that their rows have."""
        strangers = set()
        self.in_register = set()
        for row in rows(self.folder / "status.csv"):
            key = (row["npp"], row["kpj"], row["nik"])
            if key in self.payroll_workers:
                if row["status_bpjs"]:
                    self.in_register |= self.line_of_worker[key]
                continue
            if row["kpj"]:
                strangers.add((row["npp"], "kpj", row["kpj"]))
            if row["nik"]:
                strangers.add((row["npp"], "nik", row["nik"]))
        return strangers

    def join_rows(self):
        """Ledger rows by their lines. The report gives no lines of the register: such a row is matched when no worker
        without payroll has its number; it is his whose payroll row it is, if the report has him in the register, and a
        wrong match if not."""
        for row in self.labelled.bpjs:
            place = (row.table, row.line)
            if row.table == "ledger":
                said = self.payroll_of_ledger.get(row.line, set())
            elif row.group in self.strangers:
                said = set()
            else:
                said = {row.payroll_line} if row.payroll_line in self.in_register else {-1}
            if said:
                self.matches[place] = set(said)
            else:
                self.unmatched.add(place)

    def read_candidates(self):
        """temuan.csv names the payroll line, and under `nilai` the number of the other worker."""
        by_number = collections.defaultdict(set)
        for place in self.unmatched:
            row = self.labelled.by_place[place]
            for number in (row.kpj, row.nik):
                if number:
                    by_number[row.npp, number].add(place)
        said = collections.defaultdict(set)
        for row in rows(self.folder / "temuan.csv"):
            if row["kode"] == "calon-pasangan":
                for place in by_number[row["npp"], row["nilai"]]:
                    said[place].add(int(row["baris"]))
        return said


def lines(cell):
    return {int(part.rsplit(":", 1)[1]) for part in cell.split("+") if part}
