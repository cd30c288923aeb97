#!/usr/bin/env python3
"""Precision and recall of iuran, a plain exact join and Splink on one labelled set, as Markdown.

    accuracy.py --tools .build/release --workers 100000 --seed 2026 [--hiring-batches] [--data DIR] [--peers exact,splink]

Makes the set with `iuran-sample labelled`, runs `iuran reconcile` on it, and compares what each says with kebenaran.csv.
Documentation/Accuracy.md says what the columns count.
"""
import argparse
import collections
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import peers
from iuran_report import Report
from truth import LabelledSet, per_row

INPUTS = ("payroll.csv", "ledger.csv", "register.csv", "employers.csv")
MATCH, CANDIDATE = 0.99, 0.5


def prepare(arguments, folder):
    """Writes the set and the report of it, once."""
    tools, data, report = Path(arguments.tools), folder / "set", folder / "report"
    if not (data / "kebenaran.csv").exists():
        command = [tools / "iuran-sample", "labelled", "--workers", arguments.workers, "--seed", arguments.seed,
                   "--output", data]
        subprocess.run([str(part) for part in command + ["--hiring-batches"] * arguments.hiring_batches], check=True,
                       stdout=subprocess.DEVNULL)
    command = [tools / "iuran", "reconcile", *(data / name for name in INPUTS), "--as-of", "2026-11-22",
               "--output", report, "--replace"]
    start = time.monotonic()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    say(f"iuran: {time.monotonic() - start:.1f} s")
    return data, report


def say(words):
    print(words, file=sys.stderr, flush=True)


class Candidates:
    """Pairs of a payroll line and a person, over the rows that the report leaves unmatched: the same rows for everybody."""

    def __init__(self, labelled, report, said):
        self.pairs, self.found, self.false = {}, set(), collections.defaultdict(set)
        for place in report.unmatched:
            row = labelled.by_place[place]
            pair = (row.payroll_line, row.person)
            if row.payroll_line is not None and (pair not in self.pairs or row.evidence == "cukup"):
                self.pairs[pair] = row
            for line in said.get(place, ()):
                if line == row.payroll_line:
                    self.found.add(pair)
                else:
                    self.false[line, row.person] = row

    def counts(self, is_meant):
        """Pairs with sufficient evidence, those found; pairs said, and those that are wrong."""
        counted = {pair for pair, row in self.pairs.items() if row.evidence == "cukup" and is_meant(row)}
        right = {pair for pair in self.found if is_meant(self.pairs[pair])}
        wrong = [pair for pair, row in self.false.items() if is_meant(row)]
        return len(counted), len(counted & self.found), len(right), len(wrong)


def share(part, whole):
    return f"{part / whole:.4f}" if whole else "–"


def table(heads, rows):
    print("| " + " | ".join(heads) + " |")
    print("|---|" + "---:|" * (len(heads) - 1))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def print_matches(labelled, programs):
    scores = {name: per_row(labelled, said) for name, (said, _) in programs.items()}
    first = next(iter(scores.values()))
    heads = ["rows", "his payroll row exists"] + [f"{name}: {word}" for name in scores for word in ("recall", "wrong")]
    keys = sorted((key for key in first.true if key != "all"), key=lambda key: (key.startswith("KPJ"), -first.true[key]))
    rows = []
    for key in ["all"] + keys:
        cells = [key, first.true[key]]
        for score in scores.values():
            cells += [share(score.found[key], score.true[key]), score.false[key]]
        rows.append(cells)
    print("## Matches\n")
    table(heads, rows)
    for name, score in scores.items():
        found, false = score.found["all"], score.false["all"]
        print(f"{name}: precision {share(found, found + false)}, recall {share(found, score.true['all'])}")
    print()


def print_candidates(labelled, report, programs):
    print("## Candidates\n")
    results = {name: Candidates(labelled, report, said) for name, (_, said) in programs.items()}
    first = next(iter(results.values()))
    classes = collections.Counter(row.error_class for row in first.pairs.values() if row.evidence == "cukup")
    heads = ["pairs without an equal number", "count"] + [f"{name}: {word}" for name in results for word in ("recall", "wrong")]
    selections = [("all", lambda row: True)]
    selections += [(name, lambda row, name=name: row.error_class == name) for name, _ in classes.most_common()]
    selections += [(name, lambda row, name=name: row.circumstance == name)
                   for name in ("kembar", "senama", "senama_seusia")]
    selections += [("nobody's in payroll", lambda row: row.payroll_line is None)]
    rows = []
    for name, is_meant in selections:
        counted = first.counts(is_meant)[0]
        cells = [name, counted]
        for result in results.values():
            _, found, _, wrong = result.counts(is_meant)
            cells += [share(found, counted), wrong]
        rows.append(cells)
    table(heads, rows)
    for name, result in results.items():
        counted, found, right, wrong = result.counts(lambda row: True)
        print(f"{name}: precision {share(right, right + wrong)}, recall {share(found, counted)}; of all {len(result.pairs)} "
              f"pairs, with insufficient evidence too, {share(right, len(result.pairs))}")
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", default=".build/release", help="the folder of iuran and iuran-sample")
    parser.add_argument("--workers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--hiring-batches", action="store_true", help="colleagues hired together have KPJ in sequence")
    parser.add_argument("--data", type=Path, help="where the set and the report are kept")
    parser.add_argument("--peers", default="exact,splink")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        data, report_folder = prepare(arguments, arguments.data or Path(scratch))
        labelled = LabelledSet(data)
        report = Report(report_folder, labelled)
        programs = {"iuran": (report.matches, report.candidates)}
        if "exact" in arguments.peers:
            programs["exact join"] = (peers.exact_join(labelled), {})
        if "splink" in arguments.peers:
            start = time.monotonic()
            said = peers.Splink(labelled).link()
            say(f"Splink: {time.monotonic() - start:.1f} s")
            programs["Splink"] = (above(said, MATCH), above(said, CANDIDATE))
        print(f"{len(labelled.payroll)} payroll rows, {len(labelled.bpjs)} ledger and register rows, "
              f"{len(report.unmatched)} of them unmatched\n")
        print_matches(labelled, programs)
        print_candidates(labelled, report, programs)


def above(said, probability):
    return {place: {line for line, p in named.items() if p >= probability} for place, named in said.items()}


if __name__ == "__main__":
    main()
