"""design.md section 2: canonical CSV files -> rows. A row is a dict: one key per canonical column (None = absent),
plus file, line, order (the file's place in argument order) and kind."""
import csv
import io
import re
from datetime import date
from pathlib import Path

COLUMNS = {
    "payroll": {
        "npp": "text", "blth": "blth", "nama": "text", "kpj": "text", "nik": "nik", "upah": "money", "gaji_pokok": "money",
        "tunjangan_tetap": "money", "upah_harian": "money", "tanggal_lahir": "date", "rapel": "money",
        "potongan_jht": "money", "potongan_jp": "money", "tanggal_masuk": "date", "tanggal_keluar": "date",
        "sebab_keluar": "text", "program": "programmes", "jp_lanjut": "flag", "email": "text", "no_hp": "text",
        "no_pegawai": "text", "unit": "text", "divisi": "text", "no_paspor": "text", "kewarganegaraan": "nationality",
        "jenis_kelamin": "sex"},
    "ledger": {
        "npp": "text", "blth": "blth", "kpj": "text", "nik": "nik", "nama": "text", "tanggal_lahir": "date", "upah": "money",
        "rapel": "money", "jkk": "money", "jkm": "money", "jht_pemberi_kerja": "money", "jht_tenaga_kerja": "money",
        "jp_pemberi_kerja": "money", "jp_tenaga_kerja": "money", "jkp_pemberi_kerja": "money", "kode_iuran": "text",
        "tanggal_bayar": "date", "divisi": "text", "no_paspor": "text", "kewarganegaraan": "nationality"},
    "payments": {
        "npp": "text", "tanggal_bayar": "date", "jumlah": "money", "blth": "blth", "kode_iuran": "text", "denda": "money"},
    "register": {
        "npp": "text", "kpj": "text", "nik": "nik", "nama": "text", "tanggal_lahir": "date", "tanggal_kepesertaan": "date",
        "tanggal_nonaktif": "date", "status": "text", "saldo_jht": "money", "akun_jmo": "flag", "email": "text",
        "no_hp": "text", "no_paspor": "text", "kewarganegaraan": "nationality", "jenis_kelamin": "sex"},
    "pairs": {
        "npp": "text", "kpj": "text", "nik": "nik", "kpj_lain": "text", "nik_lain": "nik", "alasan": "text", "oleh": "text",
        "berlaku_sampai": "date"},
    "employers": {
        "npp": "text", "nama": "text", "kelas_jkk": "class", "berlaku_dari": "blth", "skala_usaha": "text",
        "program": "programmes", "padat_karya": "flag", "penundaan_jp": "flag"},
}
REQUIRED = {
    "payroll": ("npp", "blth", "nama"),
    "ledger": ("npp", "blth", "jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja", "jp_pemberi_kerja", "jp_tenaga_kerja"),
    "payments": ("npp", "tanggal_bayar", "jumlah"),
    "register": ("npp",),
    "pairs": ("npp", "alasan", "oleh"),
    "employers": ("npp", "nama", "kelas_jkk"),
}
LEDGER_MONEY = ("jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja", "jp_pemberi_kerja", "jp_tenaga_kerja",
                "jkp_pemberi_kerja")
CLASSES = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5,
           "0.24": 1, "0.54": 2, "0.89": 3, "1.27": 4, "1.74": 5}
SCIENTIFIC = re.compile(r"^\d([.,]\d+)?E\+?\d+$", re.IGNORECASE)
DAMAGED = "rusak"


class Unreadable(ValueError):
    pass


def read_money(cell):
    """'amounts 5000000 or 5000000.00' -> sen."""
    match = re.fullmatch(r"(-?)(\d+)(?:\.(\d{1,2}))?", cell)
    if not match:
        raise Unreadable(cell)
    sen = int(match[2]) * 100 + int((match[3] or "").ljust(2, "0"))
    return -sen if match[1] else sen


def read_blth(cell):
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", cell):
        raise Unreadable(cell)
    return cell


def read_date(cell):
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        raise Unreadable(cell)
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise Unreadable(cell) from None


def read_flag(cell):
    if cell.upper() not in ("Y", "T"):
        raise Unreadable(cell)
    return cell.upper()


def read_programmes(cell):
    names = frozenset(part.strip().upper() for part in cell.split(";") if part.strip())
    if not names <= {"JKK", "JKM", "JHT", "JP", "JKP"}:
        raise Unreadable(cell)
    return names


def read_class(cell):
    """'kelas_jkk (1-5, I-V, or the rate 0,24%)'."""
    key = cell.upper().rstrip("%").replace(",", ".").strip()
    if key not in CLASSES:
        raise Unreadable(cell)
    return CLASSES[key]


def read_nik(cell):
    """'a nik-rusak-excel one counts as absent everywhere'; DAMAGED remembers that there was one."""
    return DAMAGED if SCIENTIFIC.match(cell) else cell


def read_nationality(cell):
    """'0' Indonesia's, '1' another; in this order the smallest value is taken at a tie."""
    return "0" if cell.lower() in ("wni", "id", "idn", "indonesia") else "1"


def read_sex(cell):
    if cell.lower() in ("l", "laki-laki", "pria", "m", "male"):
        return "0"
    if cell.lower() in ("p", "perempuan", "wanita", "f", "female"):
        return "1"
    raise Unreadable(cell)


READERS = {"text": lambda cell: cell, "money": read_money, "blth": read_blth, "date": read_date, "flag": read_flag,
           "programmes": read_programmes, "class": read_class, "nik": read_nik,
           "nationality": read_nationality, "sex": read_sex}


def kind_of(header):
    """'The kind is recognised from the header.'"""
    names = set(header)
    if "kelas_jkk" in names:
        return "employers"
    if "jumlah" in names:
        return "payments"
    if names & {"kpj_lain", "nik_lain"}:
        return "pairs"
    if {"jkk", "jkm"} <= names:
        return "ledger"
    if "blth" in names:
        return "payroll"
    if "npp" in names and names & {"kpj", "nik", "no_paspor"}:
        return "register"
    return None


def input_files(paths):
    """Folders stand for their *.csv sorted by name; argument order is file order; 'the same bytes twice count once'."""
    files, seen = [], set()
    for path in map(Path, paths):
        for file in sorted(path.glob("*.csv"), key=lambda f: f.name.encode()) if path.is_dir() else [path]:
            content = file.read_bytes()
            if content not in seen:
                seen.add(content)
                files.append((file.name, content))
    return files


def read_rows(name, content, order, findings):
    """One file -> its accepted rows. A row that cannot be read is 'baris-ditolak'."""
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    header = [cell.strip() for cell in next(reader, [])]
    kind = kind_of(header)
    if kind is None:
        raise SystemExit(f"{name}: kind not recognised from the header")
    last_line = reader.line_num
    for cells in reader:
        line, last_line = last_line + 1, reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        row = dict.fromkeys(COLUMNS[kind])
        row.update(kind=kind, file=name, line=line, order=order, damaged=False, passport=False, paired=False)
        try:
            fill(row, header, cells, kind)
        except Unreadable:
            findings.add(("baris-ditolak", row["npp"] or "", row.get("blth") or "", row.get("kpj") or "",
                          row.get("nik") or ""))
            if row["damaged"]:
                findings.add(("nik-rusak-excel", row["npp"] or "", row.get("blth") or "", "", ""))
            continue
        yield row


def fill(row, header, cells, kind):
    if len(cells) != len(header):
        raise Unreadable("another number of cells than the header")
    for column, cell in zip(header, cells):
        if column in COLUMNS[kind] and cell.strip():
            row[column] = READERS[COLUMNS[kind][column]](cell.strip())
    row["columns"] = frozenset(header)
    if row.get("nik") == DAMAGED:
        row["nik"], row["damaged"] = None, True
    if row.get("no_paspor") and not row["nik"] and not (row["damaged"] and row["kpj"]):
        row["nik"], row["passport"], row["damaged"] = row["no_paspor"], True, False
    if any(row[column] is None for column in REQUIRED[kind]):
        raise Unreadable("a required cell is empty")
    if kind in ("payroll", "ledger", "register", "pairs") and not (row["kpj"] or row["nik"]):
        raise Unreadable("neither kpj nor nik")
    if kind == "pairs" and (DAMAGED == row["nik_lain"] or not (row["kpj_lain"] or row["nik_lain"])):
        raise Unreadable("no other number")
    if kind == "payroll":
        row["base"] = wage(row) + (row["rapel"] or 0)


def wage(row):
    """'upah (or gaji_pokok + tunjangan_tetap, or upah_harian, taken x 25)'."""
    if row["upah"] is not None:
        return row["upah"]
    if row["gaji_pokok"] is not None:
        return row["gaji_pokok"] + (row["tunjangan_tetap"] or 0)
    if row["upah_harian"] is not None:
        return row["upah_harian"] * 25
    raise Unreadable("no wage")


def read_all(paths, findings):
    """All files -> kind -> rows, in file order and then line order."""
    tables = {kind: [] for kind in COLUMNS}
    for order, (name, content) in enumerate(input_files(paths)):
        for row in read_rows(name, content, order, findings):
            tables[row["kind"]].append(row)
    return tables


def twin_key(row):
    """'A payroll, register or payments row equal to another in every canonical field, and a ledger row equal in npp,
    blth, kpj, nik, kode_iuran, tanggal_bayar and amounts'."""
    if row["kind"] == "ledger":
        columns = ("npp", "blth", "kpj", "nik", "kode_iuran", "tanggal_bayar")
        return tuple(row[c] for c in columns) + tuple(row[c] or 0 for c in LEDGER_MONEY)
    return tuple(row[c] for c in COLUMNS[row["kind"]])


def without_twins(rows, findings, keep_latest_file=lambda row: False):
    """'counts once, finding baris-kembar'. The first stays; of a bill printed again in a later file, that print stays
    (README, choice 4)."""
    groups = {}
    for row in rows:
        groups.setdefault(twin_key(row), []).append(row)
    kept = []
    for group in groups.values():
        if len(group) > 1:
            findings.add(("baris-kembar", group[0]["npp"], group[0].get("blth") or "", group[0].get("kpj") or "",
                          group[0].get("nik") or ""))
        latest = max(row["order"] for row in group)
        kept.append(next(row for row in group if not keep_latest_file(row) or row["order"] == latest))
    return sorted(kept, key=lambda row: (row["order"], row["line"]))
