"""design.md section 3, **Worker** and **Match**, and section 2, payroll versions and prints of one bill; confirmed pairs by
decision record 0014."""
from datetime import date


class Worker:
    def __init__(self, npp):
        self.npp = npp
        self.kpjs = set()           # every KPJ that is his at this NPP
        self.payroll_kpjs = set()   # "a KPJ of his in any payroll month"
        self.niks = set()           # the NIKs he owns
        self.payroll, self.ledger, self.register = [], [], []

    def attach(self, row):
        getattr(self, row["kind"]).append(row)
        if row["kpj"]:
            self.kpjs.add(row["kpj"])


def niks_of(rows):
    return {row["nik"] for row in rows if row["nik"]}


def group_by(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def owners_of(workers):
    owners = {}
    for worker in workers:
        for nik in worker.niks:
            owners.setdefault(nik, []).append(worker)
    return owners


class People:
    """The workers of one NPP."""

    def __init__(self, npp, payroll, ledger, register, pairs):
        self.npp, self.workers, self.findings = npp, [], set()
        self.by_nik_alone = {}
        ledger_by_kpj = group_by((row for row in ledger if row["kpj"]), lambda row: row["kpj"])
        register_by_kpj = group_by((row for row in register if row["kpj"]), lambda row: row["kpj"])
        self.each_payroll_kpj_is_a_worker(payroll, ledger_by_kpj, register_by_kpj)
        self.join_rows_without_kpj([row for row in payroll if not row["kpj"]])
        loose = [row for row in ledger + register if not row["kpj"]]
        for row in ledger + register:
            row["paired"] = False
        if pairs:
            loose = self.confirm(pairs, ledger_by_kpj, register_by_kpj, loose)
        self.move_other_kpjs(ledger_by_kpj, register_by_kpj)
        self.join_rows_without_kpj(loose)
        self.clashes = {nik: owners for nik, owners in owners_of(self.workers).items() if len(owners) > 1}

    def new_worker(self):
        worker = Worker(self.npp)
        self.workers.append(worker)
        return worker

    def each_payroll_kpj_is_a_worker(self, payroll, ledger_by_kpj, register_by_kpj):
        """(1) and (2) 'His NIKs are those of his payroll rows; if none, of ledger rows with his KPJ; else of register
        rows with it.' The ledger and register rows of his KPJ are his."""
        for kpj, rows in group_by((row for row in payroll if row["kpj"]), lambda row: row["kpj"]).items():
            worker = self.new_worker()
            worker.payroll_kpjs.add(kpj)
            in_ledger, in_register = ledger_by_kpj.pop(kpj, []), register_by_kpj.pop(kpj, [])
            worker.niks = niks_of(rows) or niks_of(in_ledger) or niks_of(in_register)
            for row in rows + in_ledger + in_register:
                worker.attach(row)

    def join_rows_without_kpj(self, rows):
        """(3) and (5) 'join the one worker who owns their NIK; if none or several do, they are one worker per NIK'."""
        owners = owners_of(self.workers)
        for row in rows:
            own = owners.get(row["nik"], [])
            worker = own[0] if len(own) == 1 else self.by_nik_alone.get(row["nik"])
            if worker is None:
                worker = self.by_nik_alone[row["nik"]] = self.new_worker()
                worker.niks = {row["nik"]}
            worker.attach(row)

    def confirm(self, pairs, ledger_by_kpj, register_by_kpj, loose):
        """Pairs before (4) and (5). A group is the rows of one other KPJ, or those without KPJ of one NIK; a pair claims
        every group that has its other number, and two workers who claim one group void all pairs that do."""
        groups = {("kpj", kpj): ledger_by_kpj.get(kpj, []) + register_by_kpj.get(kpj, [])
                  for kpj in ledger_by_kpj.keys() | register_by_kpj.keys()}
        groups |= {("nik", nik): rows for nik, rows in group_by(loose, lambda row: row["nik"]).items()}
        claims, claimed = {}, {}
        for place, pair in enumerate(pairs):
            claims[place] = self.claimed_by(pair, groups)
            for worker, group in claims[place]:
                claimed.setdefault(group, set()).add(id(worker))
        # A NIK that two pairs give away is contradictory wherever it stands.
        void = {place for place, found in claims.items() if any(len(claimed[group]) > 1 for _, group in found)}
        moved = {group: worker for place, found in claims.items() if place not in void for worker, group in found}
        for group, worker in moved.items():
            for row in groups[group]:
                row["paired"] = True
                worker.attach(row)
            if group[0] == "kpj":
                ledger_by_kpj.pop(group[1], None)
                register_by_kpj.pop(group[1], None)
        return [row for row in loose if not row["paired"]]

    def claimed_by(self, pair, groups):
        """[(worker, group)] of a pair that points at one payroll worker, and at no number that rules 1 to 3 gave away."""
        owners = owners_of(self.workers)
        by_kpj = {kpj: worker for worker in self.workers for kpj in worker.payroll_kpjs}
        named = owners.get(pair["nik"], []) if pair["nik"] else list(self.workers)
        if pair["kpj"]:
            named = [worker for worker in named if by_kpj.get(pair["kpj"]) is worker]
        if len(named) != 1:
            return []
        if by_kpj.get(pair["kpj_lain"], named[0]) is not named[0]:
            return []
        if any(owner is not named[0] for owner in owners.get(pair["nik_lain"], [])):
            return []
        own_nik = bool(owners.get(pair["nik_lain"]))
        return [(named[0], group) for group, rows in groups.items()
                if group == ("kpj", pair["kpj_lain"])
                or (pair["nik_lain"] and not own_nik and any(row["nik"] == pair["nik_lain"] for row in rows))]

    def move_other_kpjs(self, ledger_by_kpj, register_by_kpj):
        """(4) 'All ledger and register rows of one other KPJ move together: to the one worker who owns one of their NIKs,
        else they are a new worker'; the new ones own their NIKs for (5), not for each other."""
        owners = owners_of(self.workers)
        for kpj in sorted(ledger_by_kpj.keys() | register_by_kpj.keys()):
            in_ledger, in_register = ledger_by_kpj.get(kpj, []), register_by_kpj.get(kpj, [])
            claimants = {id(w): w for nik in niks_of(in_ledger + in_register) for w in owners.get(nik, [])}
            if len(claimants) == 1:
                worker = next(iter(claimants.values()))
            else:
                worker = self.new_worker()
                worker.niks = niks_of(in_ledger) or niks_of(in_register)
            for row in in_ledger + in_register:
                worker.attach(row)


def resolve(tables):
    """npp -> People, from the rows that count."""
    per_npp = {kind: group_by(tables[kind], lambda row: row["npp"]) for kind in ("payroll", "ledger", "register")}
    npps = sorted(set().union(*per_npp.values()))
    per_npp["pairs"] = group_by(tables["pairs"], lambda row: row["npp"])
    return {npp: People(npp, *(rows.get(npp, []) for rows in per_npp.values())) for npp in npps}


def without_replaced_versions(tables, findings):
    """'Two files that share more than half of the workers of the smaller one for an (npp, blth) are two versions: the
    later replaces the earlier for it.' Workers as section 3 resolves them with every delivered row; pair by pair."""
    delivered = {}
    for people in resolve(tables).values():
        for worker in people.workers:
            for row in worker.payroll:
                files = delivered.setdefault((row["npp"], row["blth"]), {})
                files.setdefault(row["order"], set()).add(id(worker))
    replaced = set()
    for key, files in delivered.items():
        for earlier in files:
            for later in files:
                shared = len(files[earlier] & files[later])
                if earlier < later and 2 * shared > min(len(files[earlier]), len(files[later])):
                    replaced.add((*key, earlier))
    kept = []
    for row in tables["payroll"]:
        if (row["npp"], row["blth"], row["order"]) in replaced:
            findings.add(("digantikan", row["npp"], row["blth"], row["kpj"] or "", row["nik"] or ""))
        else:
            kept.append(row)
    return kept


def is_receipt(row, as_of):
    """'A tanggal_bayar after the as-of date is not a receipt yet (its row counts as undated).'"""
    return row["tanggal_bayar"] is not None and row["tanggal_bayar"] <= as_of


def without_earlier_prints(rows, as_of):
    """The ledger rows of one worker-month: 'undated rows of the same code in several files are prints of one bill: the
    later file's count'."""
    latest = {}
    for row in rows:
        if not is_receipt(row, as_of):
            latest[row["kode_iuran"]] = max(latest.get(row["kode_iuran"], 0), row["order"])
    return [row for row in rows if is_receipt(row, as_of) or row["order"] == latest[row["kode_iuran"]]]


def match_key(worker, rows):
    """kunci_cocok: 'the weakest among the month's ledger rows'."""
    return max((match_key_of(worker, row) for row in rows), key=("kpj", "nik", "nik_kpj_berbeda", "pasangan").index)


def match_key_of(worker, row):
    if row["paired"]:
        return "pasangan"
    if row["kpj"] and row["kpj"] in worker.payroll_kpjs:
        return "kpj"
    return "nik" if not row["kpj"] or not worker.payroll_kpjs else "nik_kpj_berbeda"


class Reported:
    """'His kpj, nik, nama, no_pegawai, unit, tanggal_lahir in the reports are those of his newest payroll row that has
    one, else ledger, else register; at a tie the smallest value.'"""

    def __init__(self, worker):
        self.from_payroll = {}
        for field in ("kpj", "nik", "nama", "no_pegawai", "unit", "tanggal_lahir", "kewarganegaraan", "jenis_kelamin"):
            self.from_payroll[field] = newest(worker.payroll, field)
            value = self.from_payroll[field]
            if value is None:
                value = newest(worker.ledger, field)
            if value is None:
                value = newest(worker.register, field)
            setattr(self, field, value)
        rows = worker.payroll + worker.ledger + worker.register
        self.has_passport = any(row["passport"] and row["nik"] == self.nik for row in rows)


def newest(rows, field):
    filled = [row for row in rows if row.get(field) is not None]
    if not filled:
        return None
    last = max(row.get("blth") or "" for row in filled)
    return min((row[field] for row in filled if (row.get("blth") or "") == last), key=byte_order)


def byte_order(value):
    return value.isoformat().encode() if isinstance(value, date) else value.encode()


def near_misses(workers):
    """calon-pasangan: the payroll workers without a ledger row whom a worker without a payroll row almost matches."""
    strangers = [w for w in workers if not w.payroll]
    return [w for w in workers if w.payroll and not w.ledger and any(is_near(w, other) for other in strangers)]


def is_near(one, other):
    """'one edit or swap in the NIK plus same birth date or name; a lost leading zero'."""
    mine, his = one.reported, other.reported
    lost_zero = any("0" + a == b or "0" + b == a for a, b in ((mine.nik, his.nik), (mine.kpj, his.kpj)) if a and b)
    same_birth = mine.tanggal_lahir is not None and mine.tanggal_lahir == his.tanggal_lahir
    same_name = bool(mine.nama) and bool(his.nama) and mine.nama.upper() == his.nama.upper()
    return lost_zero or bool(mine.nik and his.nik and (same_birth or same_name) and one_edit_or_swap(mine.nik, his.nik))


def one_edit_or_swap(a, b):
    if len(a) > len(b):
        a, b = b, a
    if a == b or len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1:]
    swapped = a[:at] + a[at + 1:at + 2] + a[at] + a[at + 2:]
    return a[at + 1:] == b[at + 1:] or swapped == b
