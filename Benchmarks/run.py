#!/usr/bin/env python3
"""iuran beside DuckDB and Polars on the same files, in one run, alternating (A B C A B C ...).

    run.py --iuran .build/release/iuran --workers 1000000 --runs 5 [--peers duckdb,polars] [--data DIR]
    run.py --iuran ... --sizes 100000,500000,1000000,2000000       time per row by size, iuran only
    run.py --runs 3                                                the peers alone

Wall and CPU time and peak RSS are the kernel's (wait4); peak RssAnon is the sum over the process and its children, read from
/proc every 5 ms. See README.md.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
INPUTS = ("payroll", "ledger", "register", "employers")
TICK = os.sysconf("SC_CLK_TCK")


class Sampler(threading.Thread):
    """Peak of the summed RssAnon (and RSS) of a process and its descendants."""

    def __init__(self, pid, interval=0.005):
        super().__init__(daemon=True)
        self.pid, self.interval, self.done = pid, interval, threading.Event()
        self.peak_anon = self.peak_rss = self.samples = 0

    @staticmethod
    def descendants(pid):
        found = [pid]
        for parent in found:
            try:
                for thread in os.listdir(f"/proc/{parent}/task"):
                    with open(f"/proc/{parent}/task/{thread}/children") as file:
                        found.extend(int(child) for child in file.read().split())
            except OSError:
                pass
        return found

    def run(self):
        pids = [self.pid]
        while not self.done.wait(self.interval):
            if self.samples % 10 == 0:
                pids = self.descendants(self.pid)
            anon = rss = 0
            for pid in pids:
                try:
                    with open(f"/proc/{pid}/status", "rb") as file:
                        for line in file:
                            if line.startswith(b"RssAnon:"):
                                anon += int(line.split()[1])
                            elif line.startswith(b"VmRSS:"):
                                rss += int(line.split()[1])
                except OSError:
                    pass
            self.peak_anon, self.peak_rss = max(self.peak_anon, anon), max(self.peak_rss, rss)
            self.samples += 1


def busy_ticks():
    """Ticks in which some process ran (user, nice, system, irq, softirq), and ticks stolen by the host."""
    with open("/proc/stat") as file:
        fields = [int(field) for field in file.readline().split()[1:]]
    return fields[0] + fields[1] + fields[2] + fields[5] + fields[6], fields[7]


def measure(command, output):
    shutil.rmtree(output, ignore_errors=True)
    os.sync()                       # no run pays for the pages the run before it wrote
    log = tempfile.TemporaryFile()
    busy, stolen = busy_ticks()
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    sampler = Sampler(process.pid)
    sampler.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    sampler.done.set()
    sampler.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        log.seek(0)
        sys.exit(f"{' '.join(command)}\nended with {process.returncode}:\n{log.read().decode(errors='replace')[-3000:]}")
    busy_after, stolen_after = busy_ticks()
    cpu = usage.ru_utime + usage.ru_stime
    return {"wall": wall, "cpu": cpu, "rss": max(usage.ru_maxrss, sampler.peak_rss) / 1024, "anon": sampler.peak_anon / 1024,
            "others": max(0.0, (busy_after - busy) / TICK - cpu) / wall, "stolen": (stolen_after - stolen) / TICK / wall}


def data_for(size, given, as_of, sample):
    folder = pathlib.Path(given) if given else pathlib.Path(f"/tmp/bench/bulk-{size}")
    if not all((folder / f"{name}.csv").exists() for name in INPUTS):
        print(f"generating {folder}", file=sys.stderr)
        subprocess.run([sample, "bulk", "--workers", str(size), "--months", "1", "--employers", "20", "--until", "2026-09",
                        "--output", folder], check=True, stdout=sys.stderr)
    return folder


def command_for(name, arguments, data, output):
    if name in ("iuran", "iuran-tanpa-umpan"):      # the second writes no diagnosa.sqlite, which no peer writes
        command = [arguments.iuran, "reconcile", str(data), "--as-of", arguments.as_of, "--output", str(output), "--replace"]
        return command if name == "iuran" else command + ["--settings", str(HERE / "tanpa-umpan.yaml")]
    command = [sys.executable, str(HERE / "peers" / f"{name.split('@')[0]}_job.py"), "--as-of", arguments.as_of, "--output", str(output)]
    for kind in INPUTS:
        command += [f"--{kind}", str(data / f"{kind}.csv")]
    if "@" in name:                 # duckdb@400MB: the same with DuckDB's own memory limit
        command += ["--memory-limit", name.split("@")[1]]
    return command


def rows_in(path):
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def spread(values, form):
    return f"{statistics.median(values):{form}} ({min(values):{form}}..{max(values):{form}})"


def warn_if_disturbed(results):
    runs = [run for name in results for run in results[name]]
    noisy = [run for run in runs if run["others"] > 0.15 or run["stolen"] > 0.05]
    if noisy:
        print(f"\nNote: in {len(noisy)} of {len(runs)} runs other processes used over 0.15 cores or the host stole over 0.05: "
              "compare CPU time rather than wall time.")


def compare(arguments, scratch, results):
    data = data_for(arguments.workers, arguments.data, arguments.as_of, arguments.sample)
    names = (["iuran"] if arguments.iuran else []) + [name for name in arguments.peers.split(",") if name]
    sizes = {name: (data / f"{name}.csv").stat().st_size / 1e6 for name in INPUTS}
    workers = rows_in(data / "payroll.csv") - 1
    print(f"{workers} payroll rows; input {sum(sizes.values()):.1f} MB ("
          + ", ".join(f"{name} {size:.1f}" for name, size in sizes.items()) + ")")
    outputs = {name: scratch / name for name in names}
    for round_number in range(arguments.runs + 1):       # the first is a warm-up and is dropped
        for name in names:
            result = measure(command_for(name, arguments, data, outputs[name]), outputs[name])
            if round_number > 0:
                results.setdefault(name, []).append(result)
            print(f"  {'warm-up' if round_number == 0 else f'run {round_number}':8} {name:14} {result['wall']:6.2f} s  cpu {result['cpu']:6.2f} s"
                  f"  anon {result['anon']:6.0f} MiB  (others {result['others']:.2f} cores)", file=sys.stderr)

    print(f"\n| {arguments.runs} runs: median (min..max) | wall s | CPU s | rows/s | peak RSS MiB | peak RssAnon MiB | written MB |")
    print("|---|---|---|---|---|---|---|")
    for name in names:
        column = lambda key: [run[key] for run in results[name]]
        written = sum(path.stat().st_size for path in outputs[name].rglob("*") if path.is_file()) / 1e6
        both = sum((outputs[name] / file).stat().st_size for file in ("rincian.csv", "status.csv")) / 1e6
        size = f"{both:.0f}" if abs(written - both) < 1 else f"{both:.0f} of {written:.0f}"
        print(f"| {name} | {spread(column('wall'), '.2f')} | {spread(column('cpu'), '.2f')} | "
              f"{workers / statistics.median(column('wall')):,.0f} | {spread(column('rss'), '.0f')} | {spread(column('anon'), '.0f')} | {size} |")
    for own in ("iuran", "iuran-tanpa-umpan"):
        peers = [name for name in names if name != own and not (own != "iuran" and name.startswith("iuran"))]
        if own not in results or not peers:
            continue
        print(f"\n| peer / {own}, pairs of one round: median (min..max) | wall | CPU | peak RSS | peak RssAnon |")
        print("|---|---|---|---|---|")
        for name in peers:
            pairs = list(zip(results[name], results[own]))
            print(f"| {name} | " + " | ".join(
                spread([peer[key] / ours[key] for peer, ours in pairs], ".2f") for key in ("wall", "cpu", "rss", "anon")) + " |")
    if len(names) > 1:
        first = names[0]
        for other in names[1:]:
            agreement(first, outputs[first], other, outputs[other])
    warn_if_disturbed(results)


def agreement(name_a, folder_a, name_b, folder_b):
    """Rows and cells that differ between two runs' CSV files, by key."""
    import duckdb
    db = duckdb.connect()
    for file, key, promised in (("rincian.csv", ["npp", "blth", "kpj"], ["status_iuran", "terutang", "diterima"]),
                                ("status.csv", ["npp", "kpj"], ["status"])):
        scan = lambda folder: f"read_csv('{folder}/{file}', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')"
        columns = [row[0] for row in db.execute(f"DESCRIBE FROM {scan(folder_b)}").fetchall()]
        cells = [name for name in columns if name not in key]
        keys = " AND ".join(f"a.{name} IS NOT DISTINCT FROM b.{name}" for name in key)
        counts = ", ".join(f"count(*) FILTER (a.{name} IS NOT NULL AND b.{name} IS NULL OR a.{name} IS NULL AND b.{name} IS NOT NULL "
                           f"OR a.{name} <> b.{name})" for name in cells)
        both = db.execute(f"SELECT count(*), {counts} FROM {scan(folder_a)} a JOIN {scan(folder_b)} b ON {keys}").fetchone()
        rows = [db.execute(f"SELECT count(*) FROM {scan(folder)}").fetchone()[0] for folder in (folder_a, folder_b)]
        differing = dict(zip(cells, both[1:]))
        print(f"\n{file}: {name_a} {rows[0]} rows, {name_b} {rows[1]}, {both[0]} with the same key; differing "
              + ", ".join(f"{name} {differing[name]}" for name in promised))
        others = {name: count for name, count in differing.items() if count and name not in promised}
        print("  other columns that differ: " + (", ".join(f"{name} {count}" for name, count in others.items()) or "none"))


def by_size(arguments, scratch, results):
    sizes = [int(size) for size in arguments.sizes.split(",")]
    folders = {size: data_for(size, None, arguments.as_of, arguments.sample) for size in sizes}
    name = "iuran" if arguments.iuran else arguments.peers.split(",")[0]
    for round_number in range(arguments.runs + 1):
        for size in sizes:
            result = measure(command_for(name, arguments, folders[size], scratch / name), scratch / name)
            if round_number > 0:
                results.setdefault(f"{name} {size}", []).append(result)
    print(f"\n| {name}, workers | wall s | CPU s | wall microseconds per row | peak RssAnon MiB | RssAnon bytes per row |")
    print("|---|---|---|---|---|---|")
    per_row = []
    for size in sizes:
        runs = results[f"{name} {size}"]
        wall, anon = statistics.median(run["wall"] for run in runs), statistics.median(run["anon"] for run in runs)
        per_row.append(wall / size)
        print(f"| {size} | {spread([run['wall'] for run in runs], '.2f')} | {spread([run['cpu'] for run in runs], '.2f')} | "
              f"{wall / size * 1e6:.2f} | {anon:.0f} | {anon * 1048576 / size:.0f} |")
    print(f"\nLargest / smallest time per row: {max(per_row) / min(per_row):.2f} (goal: within 1.3)")
    warn_if_disturbed(results)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--iuran", help="the release binary; without it only the peers run")
    parser.add_argument("--sample", default=str(HERE.parent / ".build/release/iuran-sample"), help="the generator's binary")
    parser.add_argument("--workers", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", default="duckdb,polars", help="also duckdb@600MB: with DuckDB's own memory limit")
    parser.add_argument("--data", help="folder with payroll.csv, ledger.csv, register.csv, employers.csv (default: generated)")
    parser.add_argument("--as-of", default="2026-11-22")
    parser.add_argument("--sizes", help="comma-separated numbers of workers: time per row, in place of the comparison")
    parser.add_argument("--json", help="write every measurement here")
    parser.add_argument("--scratch", default="/tmp/bench/out", help="outputs go here; removed before each run and at the end")
    arguments = parser.parse_args()
    if arguments.iuran:
        arguments.iuran = str(pathlib.Path(arguments.iuran).resolve())
    scratch = pathlib.Path(arguments.scratch)
    scratch.mkdir(parents=True, exist_ok=True)
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    print(f"{model}, {os.cpu_count()} cores, {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB; "
          f"{platform.platform()}; load {os.getloadavg()[0]:.2f}")
    results = {}
    try:
        (by_size if arguments.sizes else compare)(arguments, scratch, results)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
