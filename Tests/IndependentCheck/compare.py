#!/usr/bin/env python3
"""Compares rincian.csv, status.csv, rekap.csv and alokasi.csv of two folders, row by row by key and cell by cell; and who
has the findings that nothing else of a report depends on."""
import argparse
import collections
import csv
import sys
from pathlib import Path

KEYS = {"rincian.csv": ("npp", "blth", "kpj", "nik"), "status.csv": ("npp", "kpj", "nik"), "rekap.csv": ("npp", "blth"),
        "alokasi.csv": ("npp", "tanggal_bayar", "kode_iuran", "jumlah", "aturan", "blth", "kode_tagihan")}
# Of temuan_kunci.csv only these: what the others stand for shows in the tables.
FINDINGS = ("email-berbeda", "no-hp-berbeda")


def read(path, key_columns):
    """key -> list of rows (a list, so that two rows of one key are seen)."""
    rows = collections.defaultdict(list)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if row.get("aturan") == "kembar":           # a twin of a payment: no money, and not ours to list
                continue
            rows[tuple(row.get(column) or "" for column in key_columns)].append(row)
        return list(reader.fieldnames or []), rows


def same(column, expected, actual):
    """sumber_* are sets of file:line; a folder in front of the file is no difference."""
    if column.startswith("sumber_"):
        return parts(expected) == parts(actual)
    # The contract does not say what stands where no ledger row states a wage: the tool writes 0.00, we nothing.
    if column == "upah_dilaporkan":
        return (expected or "0.00") == (actual or "0.00")
    return expected == actual


def parts(cell):
    return {part.rsplit("/", 1)[-1] for part in (cell or "").split("+") if part}


def differences(name, expected_dir, actual_dir, ignored):
    """(key, column, expected, actual); columns that only the actual file has are allowed."""
    if not (actual_dir / name).exists():
        yield (), "(file)", "present", "missing"
        return
    columns, expected = read(expected_dir / name, KEYS[name])
    actual_columns, actual = read(actual_dir / name, KEYS[name])
    for column in columns:
        if column not in actual_columns and column not in ignored:
            yield (), column, "column present", "column missing"
    checked = [c for c in columns if c in actual_columns and c not in ignored and c not in KEYS[name]]
    for key in sorted(expected.keys() | actual.keys()):
        if len(expected[key]) != len(actual[key]):
            yield key, "(row)", f"{len(expected[key])} row(s)", f"{len(actual[key])} row(s)"
        for one, other in zip(expected[key], actual[key]):
            for column in checked:
                if not same(column, one[column], other[column]):
                    yield key, column, one[column], other[column]


def findings(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kode"] in FINDINGS]
        return {tuple(row[column] for column in ("kode", "npp", "kpj", "nik")) for row in rows}


def finding_differences(expected_dir, actual_dir):
    expected, actual = findings(expected_dir / "temuan_kunci.csv"), findings(actual_dir / "temuan.csv")
    for key in sorted(expected ^ actual):
        yield key, "(finding)", "made" if key in expected else "not made", "made" if key in actual else "not made"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("expected", type=Path)
    parser.add_argument("actual", type=Path)
    parser.add_argument("--ignore", default="", metavar="COLUMN,...", help="columns not compared")
    arguments = parser.parse_args()
    ignored = {column.strip() for column in arguments.ignore.split(",") if column.strip()}
    counts, shown = collections.Counter(), 0
    for name in KEYS:
        for key, column, expected, actual in differences(name, arguments.expected, arguments.actual, ignored):
            counts[name, column] += 1
            shown += 1
            if shown <= 30:
                print(f"{name} {' '.join(key)} {column}: expected {expected!r}, actual {actual!r}")
    for key, column, expected, actual in finding_differences(arguments.expected, arguments.actual):
        counts["temuan.csv", column] += 1
        print(f"temuan.csv {' '.join(key)}: expected {expected}, actual {actual}")
    for (name, column), count in sorted(counts.items()):
        print(f"{count} differences in {name} {column}")
    print("no difference" if not counts else f"{sum(counts.values())} differences in all")
    sys.exit(1 if counts else 0)


if __name__ == "__main__":
    main()
