"""What Python's csv module makes of some texts: one process for hundreds of small files.

Standard input: a line per text, `<delimiter> <line end> <bytes>`, each in hexadecimal. Standard output: per text a line with the
number of its records, then a line per record, `<line> <kind> <cells>`, with the cells in hexadecimal behind a full stop each.

Kinds: `row`; `blank` for a line without a cell; `error` where the module in strict mode refuses the record. A refused record costs
its first line and reading starts afresh on the next one. Its cells are what the module gives for that line alone when it is
not strict; `error -` when that fails too.

The module is fed one physical line at a time, so that its line numbers count the same line ends as ours, also inside quotes.
"""
import csv
import sys


def lines_of(text, end):
    parts = text.split(end)
    lines = [part + end for part in parts[:-1]]
    return lines + [parts[-1]] if parts[-1] else lines


def lenient(line, delimiter):
    try:
        rows = list(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def records(text, delimiter, end):
    lines = lines_of(text, end)
    place = 0
    while place < len(lines):
        reader = csv.reader(iter(lines[place:]), delimiter=delimiter, strict=True)
        try:
            row = next(reader)
        except csv.Error:
            yield place + 1, "error", lenient(lines[place], delimiter)
            place += 1
        else:
            yield place + 1, "row" if row else "blank", row
            place += reader.line_num


def shown(cells):
    return "-" if cells is None else "".join("." + cell.encode().hex() for cell in cells)


for task in sys.stdin:
    delimiter, end, text = (bytes.fromhex(part).decode() for part in task.rstrip("\n").split(" "))
    found = list(records(text, delimiter, end))
    print(len(found))
    for line, kind, cells in found:
        print(line, kind, shown(cells))
