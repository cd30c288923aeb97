#!/usr/bin/env python3
"""parts.py ACTUAL EXPECTED: whether two workbooks hold the same parts, however they are packed."""
import sys
import zipfile


def read(path):
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return [(info.filename, info.date_time, package.read(info)) for info in package.infolist()]


actual, expected = read(sys.argv[1]), read(sys.argv[2])
if [part[:2] for part in actual] != [part[:2] for part in expected]:
    print("other parts:", [part[0] for part in actual], [part[0] for part in expected])
    sys.exit(1)
for (name, _, left), (_, _, right) in zip(actual, expected):
    if left != right:
        place = next((i for i, (a, b) in enumerate(zip(left, right)) if a != b), min(len(left), len(right)))
        around = slice(max(place - 60, 0), place + 60)
        print(f"{name}, byte {place}\n  actual   {left[around]}\n  expected {right[around]}")
        sys.exit(1)
