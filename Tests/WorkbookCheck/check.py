#!/usr/bin/env python3
"""check.py REPORT [--office FOLDER]: compares laporan.xlsx of a report with its CSV files, cell by cell.

With --office the sheets are read from the CSV files that LibreOffice has written of them into FOLDER.
"""
import argparse
import csv
import decimal
import re
import sys
from pathlib import Path

import workbook as reader

AMOUNT = re.compile(r"-?[0-9]+\.[0-9]{2}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"-?[0-9]+")
# Columns whose cells are numbers or days; all others are text whatever they look like.
AMOUNTS = {
    "upah_dasar", "terutang", "ditagih", "diterima", "belum_jatuh_tempo", "tunggakan", "lebih_bayar", "denda_estimasi",
}
COUNTS = {"tk_payroll", "tk_ditagih", "tk_diterima", "bulan_berturut", "bulan_tunggakan", "baris", "umur_hari"}
DAYS = {
    "jatuh_tempo", "tanggal_bayar_terakhir", "nonaktif_sejak", "akan_nonaktif_pada", "pertama_terlihat",
}
WORDS = {"status", "status_bpjs", "penyebab", "penyebab_lain", "tingkat", "perubahan", "keadaan",
         "kartu_digital", "riwayat_iuran", "saldo_jht", "perusahaan_terakhir"}


def expected(column, cell, words):
    """What the workbook must show of a cell of a CSV file."""
    if cell == "":
        return None
    if column in AMOUNTS:
        assert AMOUNT.fullmatch(cell), (column, cell)
        # Excel keeps 15 digits; a larger amount is text.
        return cell if len(cell.strip("-")) > 16 else decimal.Decimal(cell)
    if column in COUNTS:
        assert NUMBER.fullmatch(cell), (column, cell)
        return decimal.Decimal(cell)
    if column in DAYS:
        assert DAY.fullmatch(cell), (column, cell)
        return ("day", cell)
    if column in WORDS:
        # Words that the first sheet does not explain differ from the code by nothing but capital and space.
        known = words.get(column.removesuffix("_lain"), {})
        return "; ".join(known.get(code, code.capitalize().replace("_", " ")) for code in cell.split(";"))
    # An apostrophe keeps a spreadsheet from running a cell of a CSV file; here nothing is run.
    if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r":
        return cell[1:]
    return cell


def found(column, cell):
    """A cell of the workbook in the same terms."""
    if isinstance(cell, float):
        if column in DAYS:
            return ("day", reader.day(cell))
        exact = decimal.Decimal(cell).quantize(decimal.Decimal("0.01"))
        # The number is the one nearest to the amount.
        return exact if float(exact) == cell else cell
    return cell or None


def found_in_office(column, cell):
    """A cell of a sheet as LibreOffice wrote it into a CSV file."""
    if cell == "":
        return None
    if column in DAYS:
        return ("day", "-".join(reversed(cell.split("/"))))
    if column in AMOUNTS | COUNTS:
        return decimal.Decimal(cell)
    return cell


def office_rows(folder, name):
    path = folder / f"laporan-{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("report", type=Path)
    parser.add_argument("--office", type=Path)
    arguments = parser.parse_args()
    book = reader.Workbook(arguments.report / "laporan.xlsx")
    assert list(book.sheets) == [reader.FIRST, *reader.TABLES], list(book.sheets)
    first = book.rows(reader.FIRST)
    counts, words, columns, notes = reader.legend(first)
    assert any("bukan penetapan BPJS Ketenagakerjaan." in str(cell) for row in first for cell in row)
    trouble = []
    for name, file in reader.TABLES.items():
        with (arguments.report / file).open(encoding="utf-8", newline="") as source:
            records = list(csv.DictReader(source))
        rows = office_rows(arguments.office, name) if arguments.office else book.rows(name)
        read = found_in_office if arguments.office else found
        by_heading = columns[name]
        assert sorted(filter(None, by_heading.values())) == sorted(records[0] if records else header(arguments.report / file))
        if counts[name] == 0 and records:
            if not any(file in note for note in notes):
                trouble.append(f"{name}: not filled, and no word of it")
            print(f"{name}: not filled, {len(records)} rows in {file}")
            continue
        if counts[name] != len(records):
            if not any(file in note for note in notes):
                trouble.append(f"{name}: {counts[name]} of {len(records)} rows, and no word of it")
            records = [record for record in records if record.get("penyebab") != "tidak_ada"][: counts[name]]
            rows = rows[1:]
        if len(rows[1:] if rows else []) != counts[name]:
            trouble.append(f"{name}: {len(rows) - 1} rows, {counts[name]} announced")
        assert rows[0][: len(by_heading)] == list(by_heading), rows[0]
        for record, row in zip(records, rows[1:]):
            for (heading, column), cell in zip(by_heading.items(), row):
                if column and read(column, cell) != expected(column, record[column], words):
                    trouble.append(f"{name}: {column}: {cell!r}, {file} says {record[column]!r}")
        checked = sum(1 for column in by_heading.values() if column) * len(records)
        print(f"{name}: {len(records)} rows, {checked} cells")
    print("\n".join(trouble[:20]) or "no difference")
    sys.exit(1 if trouble else 0)


def header(path):
    return next(csv.reader(path.open(encoding="utf-8", newline="")))


if __name__ == "__main__":
    main()
