"""Divides the payroll and ledger of a bulk sample into one file per employer and month, as they are delivered."""

import pathlib
import shutil
import sys

source, target = map(pathlib.Path, sys.argv[1:])
target.mkdir()
for kind in ("payroll", "ledger"):
    parts = {}
    with open(source / f"{kind}.csv", "rb") as file:
        header = file.readline()
        for line in file:
            parts.setdefault(line[:16], []).append(line)
    for key, lines in parts.items():
        npp, month = key.decode().split(",")[:2]
        folder = target / npp
        folder.mkdir(exist_ok=True)
        with open(folder / f"{kind}-{month}.csv", "wb") as file:
            file.write(header)
            file.writelines(lines)
for kind in ("register", "employers"):
    shutil.copy(source / f"{kind}.csv", target)
