"""domain.md sections 2-4: rates, caps, ages, due dates. Money is sen; a BLTH is the string YYYY-MM."""
import calendar
from datetime import date, timedelta
from pathlib import Path

HOLIDAYS = frozenset(date.fromisoformat(line) for line in
                     (Path(__file__).parent / "holidays.csv").read_text().split()[1:])
PROGRAMMES = ("jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja", "jp_pemberi_kerja", "jp_tenaga_kerja")
JKK_RATE = {1: 24, 2: 54, 3: 89, 4: 127, 5: 174}                     # per 10 000
OTHER_RATE = {"jkm": 30, "jht_pemberi_kerja": 370, "jht_tenaga_kerja": 200, "jp_pemberi_kerja": 200, "jp_tenaga_kerja": 100}
JP_CAP = (("2015-07", 700000000), ("2016-03", 733530000), ("2017-03", 770350000), ("2018-03", 809400000),
          ("2019-03", 851240000), ("2020-03", 893970000), ("2021-03", 875460000), ("2022-03", 907760000),
          ("2023-03", 955960000), ("2024-03", 1004230000), ("2025-03", 1054740000), ("2026-03", 1108630000))
PENSION_AGE = (("2015-07", 56), ("2019-01", 57), ("2022-01", 58), ("2025-01", 59), ("2028-01", 60))
ALL_FOUR = frozenset({"JKK", "JKM", "JHT", "JP"})
SCALE = {"besar": ALL_FOUR, "menengah": ALL_FOUR, "kecil": ALL_FOUR - {"JP"}, "mikro": frozenset({"JKK", "JKM"})}


def month_of(day):
    return f"{day.year:04d}-{day.month:02d}"


def next_blth(blth, count=1):
    months = int(blth[:4]) * 12 + int(blth[5:]) - 1 + count
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def add_months(day, count):
    """'k calendar months after (clamped to the month's last day)'."""
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def is_pp49(blth):
    return "2020-08" <= blth <= "2021-01"


def is_pp7(blth):
    return "2025-02" <= blth <= "2026-01"


def is_free(day):
    return day.weekday() >= 5 or day in HOLIDAYS


def due_date(blth):
    """domain.md 4: the 15th of the next month, else the next working day; PP 49/2020: the 30th or last day, else the
    working day before."""
    following = next_blth(blth)
    year, month = int(following[:4]), int(following[5:])
    day, step = date(year, month, 15), timedelta(days=1)
    if is_pp49(blth):
        day, step = date(year, month, min(30, calendar.monthrange(year, month)[1])), timedelta(days=-1)
    while is_free(day):
        day += step
    return day


def months_started(due, day):
    """'A started month counts whole: due on the 15th, paid on the 16th owes one month.'"""
    count = max(0, (day.year - due.year) * 12 + day.month - due.month - 1)
    while add_months(due, count) < day:
        count += 1
    return count


def in_force(table, blth):
    value = None
    for start, entry in table:
        if start <= blth:
            value = entry
    return value


def half_up(numerator, denominator):
    return (2 * numerator + denominator) // (2 * denominator)


def age_on_first(born, blth):
    """'Age in full years on the first day of the BLTH.'"""
    year, month = int(blth[:4]), int(blth[5:])
    return year - born.year - ((month, 1) < (born.month, born.day))


def jp_liable(born, blth, elected):
    """domain.md 2: below pension age liable; younger than pension age + 3 with jp_lanjut; then not. Unknown: liable."""
    if born is None:
        return True
    age, pension = age_on_first(born, blth), in_force(PENSION_AGE, blth)
    return age < pension or (age < pension + 3 and elected)


class Terms:
    """What the employers file says of one NPP from one month on."""

    def __init__(self, row=None):
        self.known = row is not None
        self.name = row["nama"] if row else ""
        self.jkk_class = row["kelas_jkk"] if row else 1
        self.programmes = self.programmes_of(row) if row else ALL_FOUR
        self.labour_intensive = bool(row) and row["padat_karya"] == "Y"
        self.jp_deferred = bool(row) and row["penundaan_jp"] == "Y"

    @staticmethod
    def programmes_of(row):
        """'An empty programme cell follows skala_usaha; both empty: all four.'"""
        if row["program"]:
            return row["program"]
        return SCALE.get((row["skala_usaha"] or "").lower(), ALL_FOUR)


class Employers:
    """'several rows of one npp make a history'; an NPP without a row is class I, all four programmes."""

    def __init__(self, rows):
        self.history = {}
        for row in rows:
            self.history.setdefault(row["npp"], []).append(row)
        for entries in self.history.values():
            entries.sort(key=lambda row: row["berlaku_dari"] or "")
        self.terms = {}

    def at(self, npp, blth):
        if (npp, blth) not in self.terms:
            entries = self.history.get(npp, [])
            row = entries[0] if entries else None
            for entry in entries:
                if (entry["berlaku_dari"] or "") <= blth:
                    row = entry
            self.terms[npp, blth] = Terms(row)
        return self.terms[npp, blth]


def relief(name, blth, terms):
    """domain.md 2, table of reliefs, in percent of the normal rate."""
    if is_pp49(blth) and (name in ("jkk", "jkm") or (name.startswith("jp_") and terms.jp_deferred)):
        return 1
    if is_pp7(blth) and name == "jkk" and terms.labour_intensive:
        return 50
    return 100


def amounts_due(base, blth, terms, programmes, liable):
    """The due of a base: (due per programme, the same before JP deferral, JP base). 'A relief multiplies the rate, then
    one rounding.'"""
    if not "2015-07" <= blth <= "2027-02":
        raise SystemExit(f"{blth}: no rule is known for this month; this checker does not judge it")
    jp_base = min(base, in_force(JP_CAP, blth)) if liable and "JP" in programmes else 0
    due, full = {}, {}
    for name in PROGRAMMES:
        rate = JKK_RATE[terms.jkk_class] if name == "jkk" else OTHER_RATE[name]
        wage = jp_base if name.startswith("jp_") else base
        if name.split("_")[0].upper() not in programmes or base <= 0:
            due[name] = full[name] = 0
            continue
        due[name] = half_up(wage * rate * relief(name, blth, terms), 10000 * 100)
        full[name] = half_up(wage * rate, 10000) if name.startswith("jp_") else due[name]
    return due, full, (jp_base if base > 0 else 0)


def compared(blth):
    """'JKK + JKP-employer (until BLTH 2025-01 JKK + JKM + JKP-employer together), JKM, JHT employer, ...':
    (name, due columns, ledger columns)."""
    rest = [(name, (name,), (name,)) for name in PROGRAMMES[2:]]
    if blth <= "2025-01":
        return [("jkk_jkm", ("jkk", "jkm"), ("jkk", "jkm", "jkp_pemberi_kerja"))] + rest
    return [("jkk", ("jkk",), ("jkk", "jkp_pemberi_kerja")), ("jkm", ("jkm",), ("jkm",))] + rest


def late_fee_rate(blth):
    """2 % a month; PP 49/2020: 0.5 %. As (numerator, denominator)."""
    return (5, 1000) if is_pp49(blth) else (2, 100)
