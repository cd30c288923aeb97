"""Decision record 0016: e-mail addresses and telephone numbers of payroll and register."""
import re

EMPTY, UNCLEAR = "", "?"


def without_spreadsheet(cell):
    """'A dash, #N/A ... are an empty cell'."""
    cell = (cell or "").strip()
    return "" if cell.upper() == "#N/A" or not cell.strip("-") else cell


def email(cell):
    """'the same but for capitals; a cell without exactly one @ inside, or with characters beyond ASCII, is unreadable'."""
    cell = without_spreadsheet(cell)
    if not cell:
        return EMPTY
    return cell.lower() if cell.isascii() and cell.count("@") == 1 and "@" not in (cell[0], cell[-1]) else UNCLEAR


def phone(cell):
    """'the same digits, without 00, 62 and zeros in front; more than 15 digits are several numbers and unreadable, as is a
    cell of words only or 8,12346E+11'; zeros are an empty cell, 'an apostrophe or .0 is no part of a number'."""
    cell = re.sub(r"^(\d+)\.0$", r"\1", without_spreadsheet(cell).strip("'"))
    if not cell:
        return EMPTY
    digits = "".join(re.findall("[0-9]", cell))
    if not digits or re.fullmatch(r"\d([.,]\d+)?E\+?\d+", cell, re.IGNORECASE):
        return UNCLEAR
    digits = digits.removeprefix("00").removeprefix("62")
    return UNCLEAR if len(digits) > 15 else digits.lstrip("0") or EMPTY


KINDS = (("email-berbeda", "email", email), ("no-hp-berbeda", "no_hp", phone))


def unreachable(payroll, register):
    """The codes that stand for a worker: 'his newest payroll month that states one states it readably', 'a register row of
    his says something', 'and none of his register rows has his, or has a cell that cannot be read as one'."""
    codes = set()
    for code, column, read in KINDS:
        stated = [(row["blth"], read(row[column])) for row in payroll if read(row[column]) != EMPTY]
        newest = max((blth for blth, _ in stated), default=None)
        his = {value for blth, value in stated if blth == newest}
        found = {read(row[column]) for row in register if column in row["columns"]}
        if his and found and UNCLEAR not in his | found and not his & found:
            codes.add(code)
    return codes
