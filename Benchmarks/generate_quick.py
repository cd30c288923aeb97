#!/usr/bin/env python3
"""Canonical payroll, ledger, register and employers files for N invented workers, one month.

Temporary: `iuran-sample` (Swift) replaces it. Same seed and size, same bytes.

    generate_quick.py 1000000 [--output /tmp/bench/1000000] [--seed 20260922]

BLTH 2026-09, due 2026-10-15, made for --as-of 2026-11-22. Of the workers 80 % are paid in time, 8 % late, 4 % short
(the ledger's wage is lower), 4 % billed and not paid, 4 % absent from the ledger. 1 % are absent from the register.
"""
import argparse
import pathlib

import numpy as np
import polars as pl

BLTH = "2026-09"
FIRST_DAY = np.datetime64("2026-09-01")
JP_CAP_SEN = 1_108_630_000
PENSION_AGE = 59
CLASS_RATE = {"1": 240, "2": 540, "3": 890, "4": 1270, "5": 1740}   # per 100 000
FIRST = """Agus Ahmad Aditya Andi Anisa Ayu Bambang Bayu Budi Citra Dedi Desi Dewi Dian Dwi Eko Endang Eka Fajar Fitri Galih
Hadi Hendra Indah Intan Irfan Joko Kartika Lestari Lina Made Maria Mega Muhammad Novi Nur Putri Putu Ratna Rina Rizky Rudi
Sari Siti Slamet Sri Suci Teguh Tri Wahyu Wayan Yanti Yoga Yulia Yusuf Zainal""".split()
MIDDLE = """Adi Agung Arif Bagus Cahya Dharma Fauzi Gita Hari Imam Jati Kusuma Laksmi Mulya Nugraha Oktavia Purnama Rahma
Setia Tirta Utami Wulan""".split()
LAST = """Anggraini Aryani Firmansyah Gunawan Halim Handayani Hasibuan Hidayat Irawan Kurniawan Kusumawati Lubis Maharani
Mulyadi Nasution Nugroho Oktaviani Permana Pratama Prasetyo Purwanto Rahmawati Ramadhan Saputra Santoso Setiawan Siregar
Simanjuntak Sitorus Suharto Sulistyo Suryani Susanto Utomo Wibowo Wijaya Wulandari Yuliana""".split()
UNITS = ["Kantor Pusat", "Produksi 1", "Produksi 2", "Gudang", "Distribusi", "Penjualan Barat", "Penjualan Timur",
         "Keuangan", "SDM dan Umum", "Pemeliharaan", "Teknologi Informasi", "Keamanan"]


def half_up(sen, rate):
    return (sen * rate + 50_000) // 100_000


def amount(name):
    """Whole sen -> the text 1234.50, exactly."""
    sen = pl.col(name)
    return pl.format("{}.{}", sen // 100, (sen % 100).cast(pl.String).str.zfill(2)).alias(name)


def rupiah(name):
    return (pl.col(name) // 100).alias(name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workers", type=int)
    parser.add_argument("--output")
    parser.add_argument("--seed", type=int, default=20260922)
    arguments = parser.parse_args()
    n = arguments.workers
    folder = pathlib.Path(arguments.output or f"/tmp/bench/{n}")
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(arguments.seed)

    # Employers: 20, of unequal size.
    npps = np.array([f"{19_000_000 + 41_113 * i:08d}" for i in range(20)])
    classes = np.array([str(1 + i % 5) for i in range(20)])
    weights = 1.0 / np.arange(2, 22)
    employer = random.choice(20, size=n, p=weights / weights.sum())
    pl.DataFrame({
        "npp": npps,
        "nama": [f"PT Contoh {LAST[i]} {'Jaya' if i % 2 else 'Makmur'}" for i in range(20)],
        "kelas_jkk": classes,
        "berlaku_dari": [None] * 20,
        "skala_usaha": ["besar"] * 20,
        "program": ["JKK;JKM;JHT;JP"] * 20,
        "padat_karya": ["T"] * 20,
        "penundaan_jp": ["T"] * 20,
    }, schema_overrides={"berlaku_dari": pl.String}).write_csv(folder / "employers.csv")

    # Persons.
    kpj = random.permutation(n).astype(np.int64) * 7 + 12_000_000_000 + random.integers(0, 7, n)
    born = FIRST_DAY - random.integers(18 * 365, 62 * 365, n).astype("timedelta64[D]")
    woman = random.random(n) < 0.45
    year = born.astype("datetime64[Y]").astype(int) + 1970
    month = born.astype("datetime64[M]").astype(int) % 12 + 1
    day = (born - born.astype("datetime64[M]")).astype(int) + 1
    regions = np.array([110101, 127101, 137101, 147101, 167101, 187101, 317101, 317201, 317301, 317401, 317501, 320101,
                        321601, 327301, 327501, 327601, 331001, 337401, 340401, 347101, 350701, 351501, 357801, 360301,
                        367101, 367401, 517101, 527101, 617101, 647101, 737101, 747101, 817101, 917101])
    prefix = regions[random.integers(0, len(regions), n)] * 1_000_000 + (day + 40 * woman) * 10_000 + month * 100 + year % 100
    order = np.argsort(prefix, kind="stable")              # the serial counts within region and birth date: NIKs are unique
    run_start = np.maximum.accumulate(np.where(np.diff(prefix[order], prepend=-1) != 0, np.arange(n), 0))
    serial = np.empty(n, dtype=np.int64)
    serial[order] = np.arange(n) - run_start + 1
    nik = prefix * 10_000 + serial
    first, middle, last = np.array(FIRST), np.array(MIDDLE), np.array(LAST)
    parts = [first[random.integers(0, len(first), n)], middle[random.integers(0, len(middle), n)],
             last[random.integers(0, len(last), n)]]
    full = random.random(n) < 0.4

    wage = np.round(np.clip(random.lognormal(np.log(5_600_000), 0.45, n), 2_300_000, 90_000_000) / 500).astype(np.int64) * 500 * 100
    odd = random.random(n) < 0.15
    wage[odd] += random.integers(1, 500, int(odd.sum())) * 100
    joined = np.datetime64("2026-08-01") - random.integers(30, 5000, n).astype("timedelta64[D]")
    joined = np.maximum(joined, born + np.timedelta64(18 * 366, "D"))
    joined = np.minimum(joined, np.datetime64("2026-08-31"))
    in_age = born > np.datetime64(f"{2026 - PENSION_AGE}-09-01")

    kind = random.choice(5, size=n, p=[0.80, 0.08, 0.04, 0.04, 0.04])      # in time, late, short, billed only, absent
    reported = np.where(kind == 2, wage * 9 // 10 // 100 * 100, wage)
    jp_base = np.minimum(reported, JP_CAP_SEN) * in_age
    rate = np.array([CLASS_RATE[c] for c in classes])[employer]
    jkp = half_up(np.minimum(reported, 500_000_000), 140)
    paid = np.where(kind == 1, np.datetime64("2026-10-16") + random.integers(0, 36, n).astype("timedelta64[D]"),
                    np.datetime64("2026-10-01") + random.integers(0, 15, n).astype("timedelta64[D]"))
    billing_code = np.char.add("26", npps[employer])
    billing_code = np.char.add(billing_code, np.where(kind == 1, "2", "1"))

    people = pl.DataFrame({
        "npp": npps[employer], "blth": np.full(n, BLTH), "kpj": kpj, "nik": nik,
        "a": parts[0], "b": parts[1], "c": parts[2], "full": full,
        "tanggal_lahir": born.astype("datetime64[ms]"), "upah": wage,
        "potongan_jht": half_up(wage, 2000), "potongan_jp": half_up(np.minimum(wage, JP_CAP_SEN) * in_age, 1000),
        "tanggal_masuk": joined.astype("datetime64[ms]"),
        "no_pegawai": np.arange(n) + 100_001, "unit": np.array(UNITS)[random.integers(0, len(UNITS), n)],
        "kind": kind, "reported": reported,
        "jkk": half_up(reported, rate) - jkp, "jkm": half_up(reported, 300),
        "jht_pemberi_kerja": half_up(reported, 3700), "jht_tenaga_kerja": half_up(reported, 2000),
        "jp_pemberi_kerja": half_up(jp_base, 2000), "jp_tenaga_kerja": half_up(jp_base, 1000),
        "jkp_pemberi_kerja": jkp, "kode_iuran": billing_code, "tanggal_bayar": paid.astype("datetime64[ms]"),
        "account": random.random(n) < 0.85, "listed": random.random(n) >= 0.01,
        "months": random.integers(1, 140, n),
    }).with_columns(
        pl.col("kpj", "nik").cast(pl.String),
        pl.col("tanggal_lahir", "tanggal_masuk", "tanggal_bayar").cast(pl.Date),
        pl.when("full").then(pl.format("{} {} {}", "a", "b", "c")).otherwise(pl.format("{} {}", "a", "c")).alias("nama"),
        pl.format("P{}", "no_pegawai").alias("no_pegawai"),
    )

    def shuffled(frame, seed):
        return frame.sample(fraction=1.0, shuffle=True, seed=seed)

    shuffled(people, arguments.seed + 1).select(
        "npp", "blth", "kpj", "nik", "nama", "tanggal_lahir", rupiah("upah"), amount("potongan_jht"), amount("potongan_jp"),
        "tanggal_masuk", "no_pegawai", "unit",
    ).write_csv(folder / "payroll.csv")
    shuffled(people.filter(pl.col("kind") != 4), arguments.seed + 2).select(
        "npp", "blth", "kpj", "nik", "nama", "tanggal_lahir", rupiah("reported").alias("upah"), amount("jkk"), amount("jkm"),
        amount("jht_pemberi_kerja"), amount("jht_tenaga_kerja"), amount("jp_pemberi_kerja"), amount("jp_tenaga_kerja"),
        amount("jkp_pemberi_kerja"), "kode_iuran",
        pl.when(pl.col("kind") != 3).then("tanggal_bayar").alias("tanggal_bayar"),
    ).write_csv(folder / "ledger.csv")
    shuffled(people.filter("listed"), arguments.seed + 3).select(
        "npp", "kpj", "nik", "nama", "tanggal_lahir", pl.col("tanggal_masuk").alias("tanggal_kepesertaan"),
        pl.lit("aktif").alias("status"), (pl.col("upah") * 57 // 1000 * pl.col("months")).alias("saldo_jht"),
        pl.when("account").then(pl.lit("Y")).otherwise(pl.lit("T")).alias("akun_jmo"),
    ).with_columns(amount("saldo_jht")).write_csv(folder / "register.csv")
    for name in ("payroll", "ledger", "register", "employers"):
        print(f"{name}.csv {(folder / f'{name}.csv').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
