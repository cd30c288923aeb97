"""Reads laporan.xlsx with nothing but zipfile and xml.etree: cells with their types, as a spreadsheet takes them."""
import datetime
import re
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TABLES = {"Rekap": "rekap.csv", "Status": "status.csv", "Temuan": "temuan.csv"}
FIRST = "Baca dulu"


class Workbook:
    """The sheets by name, each a dictionary from (row, column), counted from 0, to a str or a float."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        targets = {
            relation.get("Id"): relation.get("Target")
            for relation in self.tree("xl/_rels/workbook.xml.rels")
        }
        self.sheets, self.trees = {}, {}
        for sheet in self.tree("xl/workbook.xml").iter(MAIN + "sheet"):
            tree = self.tree("xl/" + targets[sheet.get(RELATION + "id")])
            self.trees[sheet.get("name")] = tree
            self.sheets[sheet.get("name")] = dict(cells(tree))

    def tree(self, part):
        return ElementTree.fromstring(self.parts[part])

    def rows(self, name):
        """The rows of a sheet as lists; None where there is no cell."""
        sheet = self.sheets[name]
        height = max((row for row, _ in sheet), default=-1) + 1
        width = max((column for _, column in sheet), default=-1) + 1
        return [[sheet.get((row, column)) for column in range(width)] for row in range(height)]


def cells(tree):
    for cell in tree.iter(MAIN + "c"):
        letters, number = re.fullmatch(r"([A-Z]+)([0-9]+)", cell.get("r")).groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        place = (int(number) - 1, column - 1)
        assert cell.find(MAIN + "f") is None, f"a formula in {cell.get('r')}"
        if cell.get("t") == "inlineStr":
            yield place, unescaped("".join(text.text or "" for text in cell.iter(MAIN + "t")))
        else:
            assert cell.get("t") is None, f"{cell.get('r')} is of type {cell.get('t')}"
            value = cell.find(MAIN + "v")
            if value is not None:
                yield place, float(value.text)


def unescaped(text):
    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)


def day(serial):
    """The ISO day of a date cell."""
    return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(serial))).isoformat()


def legend(rows):
    """What the first sheet says: (rows per sheet, {column: {code: word}}, {sheet: {heading: column of the CSV}}, notes)."""
    counts, words, columns, notes, section = {}, {"status": {}, "penyebab": {}}, {}, [], None
    for row in rows:
        first = row[0]
        if first in ("Isi buku kerja ini", "Arti status", "Arti penyebab", "Kolom"):
            section = first
        elif section == "Isi buku kerja ini" and first in TABLES:
            counts[first] = int(row[1])
            assert row[2] == TABLES[first], row
        elif section == "Isi buku kerja ini" and first is None and row[3]:
            notes.append(row[3])
        elif section in ("Arti status", "Arti penyebab") and row[2]:
            words[section.split()[1]][row[2]] = first
        elif section == "Kolom" and first in TABLES:
            columns.setdefault(first, {})[row[1]] = row[2] or ""
    return counts, words, columns, notes
