#!/usr/bin/env python3
"""The job of `iuran reconcile` on canonical files, in Polars: rincian.csv and status.csv of design 5.

    polars_job.py --payroll F --ledger F --register F --employers F --as-of D --output DIR

Matches by (npp, blth, kpj) only. Amounts are read as Decimal and reckoned as whole sen (Int64), exactly. See ../README.md.
"""
import argparse
import datetime
import os
import sys
import time
from decimal import Decimal

import polars as pl

from rules import CLASS_RATES, DETAIL_COLUMNS, PROGRAMMES, RATES, STATUS_COLUMNS, monthly_rules

DATES = {"tanggal_lahir", "tanggal_masuk", "tanggal_keluar", "tanggal_bayar", "tanggal_kepesertaan", "tanggal_nonaktif"}
AMOUNTS = {"upah", "rapel", "gaji_pokok", "tunjangan_tetap", "upah_harian", "potongan_jht", "potongan_jp", "saldo_jht",
           "jkp_pemberi_kerja", *PROGRAMMES}
TOLERANCE = 100    # sen
LIMIT = 3          # ambang_nonaktif_bulan
KEY = ["npp", "blth", "kpj"]
c = pl.col


def source(path, wanted, optional=(), lines=True):
    """A lazy scan with every column's type declared, and nulls for the optional columns the file lacks. Amounts become sen."""
    with open(path, encoding="utf-8") as file:
        header = file.readline().strip().split(",")
    missing = [name for name in wanted if name not in header]
    if missing:
        sys.exit(f"{path}: no column {', '.join(missing)}")

    def kind(name):
        return pl.Date if name in DATES else pl.Decimal(12, 2) if name in AMOUNTS else pl.String

    scan = pl.scan_csv(path, schema={name: kind(name) for name in header}, row_index_name="line" if lines else None,
                       row_index_offset=2)
    columns = []
    for name in [*wanted, *optional]:
        if name not in header:
            columns.append(pl.lit(None, pl.Int64 if name in AMOUNTS else kind(name)).alias(name))
        else:
            columns.append((c(name) * 100).cast(pl.Int64) if name in AMOUNTS else c(name))
    return scan.select(*columns, *(["line"] if lines else []))


def total(template):
    return pl.sum_horizontal(c(template.format(p=p)) for p in PROGRAMMES)


def any_of(test):
    return pl.any_horizontal(test(p) for p in PROGRAMMES)


def months_late(day, due):
    """Started months after the due date count whole."""
    return ((day.dt.year() - due.dt.year()) * 12 + day.dt.month().cast(pl.Int32) - due.dt.month().cast(pl.Int32)
            + (day.dt.day() > due.dt.day()).cast(pl.Int32)).clip(0).cast(pl.Int64)


def money(name):
    return (c(name).cast(pl.Decimal(16, 2)) / 100).alias(name)


def half_up(base, rate):
    """A rate with five decimals, given as text or as an expression in units of 0.00001; one rounding."""
    rate = int(Decimal(rate) * 100_000) if isinstance(rate, str) else rate
    return (base * rate + 50_000) // 100_000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("payroll", "ledger", "register", "employers", "as-of", "output"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--timing", action="store_true", help="seconds per step, to stderr")
    arguments = parser.parse_args()
    os.makedirs(arguments.output, exist_ok=True)
    as_of = datetime.date.fromisoformat(arguments.as_of)
    today = pl.lit(as_of)
    clock = [time.perf_counter()]

    def step(title):
        now = time.perf_counter()
        if arguments.timing:
            print(f"{now - clock[0]:6.2f} s  {title}", file=sys.stderr)
        clock[0] = now

    def collect(frame):
        return frame.collect(engine="streaming")

    def load(frame, key):
        """The rows, and whether no two share a key, so that nothing need be grouped."""
        rows = collect(frame)
        return rows, rows.select(pl.struct(key).n_unique()).item() == rows.height if rows.height else True

    def origin(path, grouped):
        name = os.path.basename(path)
        one = pl.format("{}:{}", pl.lit(name), c("line"))
        return one.sort_by("line").str.join("+") if grouped else one

    # 1. The rules.
    rules = pl.DataFrame(monthly_rules(), orient="row", schema=[
        "blth", "month_number", "jatuh_tempo", "jp_cap", "liable_born_after", "may_elect_born_after"]).with_columns(
        c("jatuh_tempo", "liable_born_after", "may_elect_born_after").str.to_date(), c("jp_cap") * 100)
    classes = {name: int(Decimal(rate) * 100_000) for a, b, p, rate in CLASS_RATES for name in (a, b, p)}
    employer = source(arguments.employers, ["npp", "kelas_jkk"], ["berlaku_dari", "skala_usaha", "program"], lines=False).join(
        rules.lazy().select("blth"), how="cross").filter(
        c("berlaku_dari").is_null() | (c("berlaku_dari") <= c("blth"))).sort("berlaku_dari", nulls_last=False).group_by(
        "npp", "blth").last().select(
        "npp", "blth",
        c("kelas_jkk").str.strip_suffix("%").str.replace(",", ".").replace_strict(classes, default=240).cast(pl.Int64).alias("jkk_rate"),
        pl.coalesce("program", pl.when(skala_usaha="mikro").then(pl.lit("JKK;JKM"))
                    .when(skala_usaha="kecil").then(pl.lit("JKK;JKM;JHT")).otherwise(pl.lit("JKK;JKM;JHT;JP"))).alias("program"),
    ).collect()
    step("rules")

    # 2. The ledger per worker-month: received (dated up to as-of) and stated without money. JKP of the employer is part of JKK.
    received = (c("tanggal_bayar") <= today).fill_null(False)
    ledger_rows, ledger_alone = load(
        source(arguments.ledger, ["npp", "blth", "kpj", "upah", *PROGRAMMES],
               ["nik", "nama", "tanggal_lahir", "rapel", "jkp_pemberi_kerja", "kode_iuran", "tanggal_bayar"])
        .select(*KEY, "nik", "nama", "tanggal_lahir", (c("upah") + c("rapel").fill_null(0)).alias("upah_dilaporkan"),
                c("jkk") + c("jkp_pemberi_kerja").fill_null(0), *PROGRAMMES[1:], "kode_iuran", "tanggal_bayar",
                received.alias("received"), "line"), KEY)
    step("ledger rows")
    several = None
    if ledger_alone:
        ledger = ledger_rows.lazy().select(
            *KEY, *(pl.when("received").then(p).otherwise(0).alias(f"r_{p}") for p in PROGRAMMES),
            *(pl.when("received").then(0).otherwise(p).alias(f"u_{p}") for p in PROGRAMMES),
            pl.when("received").then("tanggal_bayar").alias("first_receipt"),
            pl.when("received").then("tanggal_bayar").alias("last_receipt"),
            c("tanggal_bayar").is_not_null().alias("dated"), "upah_dilaporkan", "nik", "nama", "tanggal_lahir",
            origin(arguments.ledger, False).alias("sumber_iuran"))
    else:
        grouped = collect(ledger_rows.lazy().group_by(KEY).agg(
            *(c(p).filter("received").sum().alias(f"r_{p}") for p in PROGRAMMES),
            *(c(p).filter(~c("received")).sum().alias(f"u_{p}") for p in PROGRAMMES),
            c("tanggal_bayar").filter("received").min().alias("first_receipt"),
            c("tanggal_bayar").filter("received").max().alias("last_receipt"),
            (c("kode_iuran").fill_null("").min() != c("kode_iuran").fill_null("").max()).alias("several_codes"),
            c("tanggal_bayar").is_not_null().any().alias("dated"), c("upah_dilaporkan").max(),
            c("nik", "nama", "tanggal_lahir").min(), origin(arguments.ledger, True).alias("sumber_iuran")))
        keys = grouped.filter(c("several_codes") | (c("first_receipt") != c("last_receipt"))).select(KEY)
        several = ledger_rows.lazy().join(keys.lazy(), on=KEY, how="semi") if keys.height else None
        ledger = grouped.lazy()
        step("ledger grouped")

    # 3. Payroll per worker-month, and what is due on it.
    payroll_rows, payroll_alone = load(
        source(arguments.payroll, ["npp", "blth", "kpj", "nama", "upah"],
               ["nik", "tanggal_lahir", "rapel", "tanggal_keluar", "no_pegawai", "unit", "program", "jp_lanjut"])
        .select(*KEY, (c("upah") + c("rapel").fill_null(0)).alias("base"), "nik", "nama", "no_pegawai", "unit", "tanggal_lahir",
                "tanggal_keluar", "program", (c("jp_lanjut") == "Y").fill_null(False).alias("jp_elected"), "line"), KEY)
    if payroll_alone:
        payroll = payroll_rows.lazy().with_columns(origin(arguments.payroll, False).alias("sumber_payroll"))
    else:
        payroll = collect(payroll_rows.lazy().group_by(KEY).agg(
            c("base").sum(), c("nik", "nama", "no_pegawai", "unit", "tanggal_lahir").min(), c("tanggal_keluar").max(),
            c("program").drop_nulls().str.join(";").alias("program"), c("jp_elected").any(),
            origin(arguments.payroll, True).alias("sumber_payroll"))).lazy().with_columns(
            pl.when(c("program") != "").then("program").alias("program"))
    step("payroll rows")
    old_enough = (c("tanggal_lahir").is_null() | (c("tanggal_lahir") > c("liable_born_after"))
                  | (c("jp_elected") & (c("tanggal_lahir") > c("may_elect_born_after"))))
    has = {name: c("programmes").str.contains(name, literal=True) for name in ("JKK", "JKM", "JHT", "JP")}
    payroll = payroll.join(rules.lazy(), on="blth", how="left").join(employer.lazy(), on=["npp", "blth"], how="left", suffix="_employer") \
        .with_columns(pl.coalesce("program", "program_employer", pl.lit("JKK;JKM;JHT;JP")).alias("programmes")) \
        .with_columns(pl.when(has["JP"] & old_enough).then(pl.min_horizontal("base", "jp_cap")).otherwise(0).alias("upah_jp")) \
        .select(
            *KEY, "base", "upah_jp", "nik", "nama", "no_pegawai", "unit", "tanggal_lahir", "tanggal_keluar", "sumber_payroll",
            pl.when(has["JKK"]).then(half_up(c("base"), c("jkk_rate").fill_null(240))).otherwise(0).alias("d_jkk"),
            pl.when(has["JKM"]).then(half_up(c("base"), RATES["jkm"])).otherwise(0).alias("d_jkm"),
            *(pl.when(has["JHT"]).then(half_up(c("base"), RATES[p])).otherwise(0).alias(f"d_{p}") for p in PROGRAMMES[2:4]),
            *(half_up(c("upah_jp"), RATES[p]).alias(f"d_{p}") for p in PROGRAMMES[4:]))

    # 4. Worker-months with several receipt days or billing codes.
    if several is not None:
        bills = several.group_by(*KEY, "kode_iuran").agg(
            *(c(p).filter("received").sum().alias(f"r_{p}") for p in PROGRAMMES),
            *(c(p).filter(~c("received")).sum().alias(f"u_{p}") for p in PROGRAMMES)).with_columns(
            (total("r_{p}") >= total("u_{p}")).alias("by_receipt")).group_by(KEY).agg(
            *(pl.when("by_receipt").then(f"r_{p}").otherwise(f"u_{p}").sum().alias(f"b_{p}") for p in PROGRAMMES))
        days = several.filter("received").group_by(*KEY, "tanggal_bayar").agg(c(PROGRAMMES).sum()).sort(*KEY, "tanggal_bayar") \
            .with_columns(c(p).cum_sum().over(KEY).alias(f"c_{p}") for p in PROGRAMMES) \
            .join(payroll.select(*KEY, *(f"d_{p}" for p in PROGRAMMES)), on=KEY, how="left") \
            .join(rules.lazy().select("blth", "jatuh_tempo"), on="blth") \
            .with_columns(c(f"d_{p}").fill_null(0) for p in PROGRAMMES) \
            .with_columns(
                any_of(lambda p: c(f"d_{p}") - c(f"c_{p}") > TOLERANCE).alias("short"),
                (pl.sum_horizontal((pl.min_horizontal(f"c_{p}", f"d_{p}")
                                    - pl.min_horizontal((c(f"c_{p}") - c(p)).clip(0), f"d_{p}")).clip(0) for p in PROGRAMMES)
                 * months_late(c("tanggal_bayar"), c("jatuh_tempo"))).alias("late"))
        last_short = c("tanggal_bayar").filter("short").max()
        settled = days.group_by(KEY).agg(
            c("late").sum(),
            c("tanggal_bayar").filter(last_short.is_null() | (c("tanggal_bayar") > last_short)).min().alias("lunas"))
        several = collect(bills.join(settled, on=KEY, how="left"))
        step("several receipts")

    # 5. The worker-months: lazy, so that each of its two readers computes only the columns it needs.
    payroll_months = (payroll_rows.lazy() if payroll_alone else payroll).group_by("npp", "blth").agg(pl.lit(True).alias("has_payroll"))
    ledger_months = ledger.group_by("npp", "blth").agg(
        c("last_receipt").is_not_null().any().alias("colleague_paid"), c("dated").any().alias("month_dated"))
    delivered = collect(payroll_months.join(ledger_months, on=["npp", "blth"], how="full", coalesce=True)).with_columns(
        has_ledger=c("colleague_paid").is_not_null()).with_columns(c("has_payroll", "colleague_paid", "month_dated").fill_null(False))
    one_month = delivered["blth"].n_unique() == 1
    delivered = delivered.with_columns(c("month_dated").any().over("npp").alias("payments_stated"))
    months = payroll.join(ledger, on=KEY, how="full", coalesce=True, suffix="_l")
    if several is not None:
        months = months.join(several.lazy(), on=KEY, how="left").with_columns(c("b_jkk").is_not_null().alias("has_several"))
    else:
        months = months.with_columns(
            *(pl.lit(None, pl.Int64).alias(f"b_{p}") for p in PROGRAMMES), pl.lit(False).alias("has_several"),
            pl.lit(None, pl.Int64).alias("late"), pl.lit(None, pl.Date).alias("lunas"))

    def no_common_word(a, b):
        words = [c(name).str.to_uppercase().str.split(" ") for name in (a, b)]
        return (c(a) != c(b)) & (words[0].list.set_intersection(words[1]).list.len() == 0)

    months = months.join(rules.lazy().select("blth", "jatuh_tempo"), on="blth", how="left") \
        .join(delivered.lazy(), on=["npp", "blth"], how="left").with_columns(
            in_payroll=c("base").is_not_null(), in_ledger=c("dated").is_not_null(),
            upah_dasar=c("base").fill_null(0), upah_jp=c("upah_jp").fill_null(0),
            nik_differs=c("nik_l") != c("nik"), birth_differs=c("tanggal_lahir_l") != c("tanggal_lahir"),
            nama_is_other=c("nama_l") != c("nama")) \
        .with_columns(c(f"{kind}_{p}").fill_null(0) for p in PROGRAMMES for kind in "dru") \
        .with_columns(due_sum=total("d_{p}"), received_sum=total("r_{p}"), undated_sum=total("u_{p}"),
                      short=any_of(lambda p: c(f"d_{p}") - c(f"r_{p}") > TOLERANCE),
                      over=any_of(lambda p: c(f"r_{p}") - c(f"d_{p}") > TOLERANCE),
                      kurang=pl.sum_horizontal(
                          pl.when(c(f"d_{p}") - c(f"r_{p}") > TOLERANCE).then(c(f"d_{p}") - c(f"r_{p}")).otherwise(0)
                          for p in PROGRAMMES),
                      covered=pl.sum_horizontal(pl.min_horizontal(f"d_{p}", f"r_{p}") for p in PROGRAMMES)) \
        .with_columns(
            *(pl.coalesce(f"b_{p}", pl.when(c("received_sum") >= c("undated_sum")).then(f"r_{p}").otherwise(f"u_{p}")).alias(f"b_{p}")
              for p in PROGRAMMES),
            tanggal_lunas=pl.when(~c("short") & (c("received_sum") > 0)).then(
                pl.when("has_several").then("lunas").otherwise("first_receipt"))) \
        .with_columns(status_iuran=pl.when(~c("has_payroll")).then(pl.lit("belum_ada_payroll"))
                      .when(~c("in_payroll")).then(pl.lit("tidak_di_payroll"))
                      .when((c("due_sum") == 0) & (c("received_sum") <= 0)).then(pl.lit("tidak_terutang"))
                      .when(~c("short") & c("over")).then(pl.lit("lebih_bayar"))
                      .when(~c("short") & (c("tanggal_lunas") <= c("jatuh_tempo"))).then(pl.lit("lunas"))
                      .when(~c("short")).then(pl.lit("lunas_terlambat"))
                      .when(c("jatuh_tempo") >= today).then(pl.lit("belum_jatuh_tempo"))
                      .when((c("received_sum") <= 0) & ~c("payments_stated")).then(pl.lit("belum_ada_data"))
                      .when(c("received_sum") > 0).then(pl.lit("kurang_bayar"))
                      .otherwise(pl.lit("belum_dibayar")),
                      late_paid=pl.when("has_several").then(c("late").fill_null(0))
                      .when(c("first_receipt") > c("jatuh_tempo"))
                      .then(c("covered") * months_late(c("first_receipt"), c("jatuh_tempo"))).otherwise(0)) \
        .with_columns(
            hari_terlambat=pl.when(c("status_iuran").is_in(["lunas_terlambat", "lebih_bayar"]))
            .then((c("tanggal_lunas") - c("jatuh_tempo")).dt.total_days().clip(0))
            .when(c("status_iuran").is_in(["belum_dibayar", "kurang_bayar"])).then((today - c("jatuh_tempo")).dt.total_days())
            .otherwise(0),
            denda=pl.when(c("in_payroll") & (c("jatuh_tempo") < today) & (c("status_iuran") != "belum_ada_data"))
            .then(((c("late_paid") + c("kurang") * months_late(today, c("jatuh_tempo"))) * 2 + 50) // 100).otherwise(0))
    name_differs = pl.when("nama_is_other").then(no_common_word("nama", "nama_l")).otherwise(False)

    amounts = [name for name in DETAIL_COLUMNS if name.split("_")[0] in
               ("upah", "terutang", "ditagih", "diterima", "selisih", "kurang", "denda")]
    rename = {"d": "terutang", "b": "ditagih", "r": "diterima"}
    billed = total("b_{p}")
    detail = months.with_columns(
        pl.coalesce("nik", "nik_l").alias("nik"), pl.coalesce("nama", "nama_l").alias("nama"),
        c("due_sum").alias("terutang"), billed.alias("ditagih"), c("received_sum").alias("diterima"),
        (c("received_sum") - c("due_sum")).alias("selisih"), (c("due_sum") - billed).clip(0).alias("kurang_lapor"),
        (billed - c("received_sum")).clip(0).alias("kurang_setor"), c("denda").alias("denda_estimasi"),
        *(c(f"{short}_{p}").alias(f"{long}_{p}") for p in PROGRAMMES for short, long in rename.items()),
        pl.lit("kpj").alias("kunci_cocok")).select(DETAIL_COLUMNS).with_columns(money(name) for name in amounts).sort(KEY)
    detail.sink_csv(f"{arguments.output}/rincian.csv", engine="streaming")
    step("rincian.csv")

    # 6. The workers.
    past = c("in_payroll") & (c("jatuh_tempo") < today)
    unpaid = c("status_iuran") == "belum_dibayar"
    newest_of = (lambda value, rows=None: (value if rows is None else value.filter(rows)).first()) if one_month else (
        lambda value, rows=None: (value.sort_by("blth") if rows is None else value.filter(rows).sort_by(c("blth").filter(rows))).last())
    telling = past & ~c("status_iuran").is_in(["belum_ada_data", "tidak_terutang"])
    workers = collect(months.with_columns(
        pl.coalesce("nik", "nik_l").alias("nik"), pl.coalesce("nama", "nama_l").alias("nama"),
        pl.coalesce("tanggal_lahir", "tanggal_lahir_l").alias("tanggal_lahir"),
        ledger_differs=c("nik_differs").fill_null(False) | c("birth_differs").fill_null(False) | name_differs.fill_null(False),
        past=past, telling=telling, unpaid_month=unpaid,
        settled_month=telling & ~unpaid, kept=unpaid & (c("in_ledger") | ~c("colleague_paid")),
        owing=pl.when(c("status_iuran").is_in(["belum_dibayar", "kurang_bayar"])).then("kurang").otherwise(0),
        paid_up=c("status_iuran").is_in(["lunas", "lunas_terlambat", "lebih_bayar"]),
        with_data=past & (c("status_iuran") != "belum_ada_data"), has_money=c("received_sum") > 0,
        moving=(c("due_sum") > 0) | (c("received_sum") > 0),
        jht_money=pl.when(c("d_jht_tenaga_kerja") > 0).then(c("r_jht_pemberi_kerja") + c("r_jht_tenaga_kerja") > 0),
    ).group_by("npp", "kpj").agg(
        *(newest_of(c(name), c(name).is_not_null()).alias(name) for name in ("nik", "nama", "no_pegawai", "unit", "tanggal_lahir")),
        c("in_payroll").any(), c("in_ledger").any(), c("with_data").any().alias("has_past_due"),
        c("blth").filter("settled_month").max().alias("last_settled"), c("blth").filter("unpaid_month").sort().alias("unpaid"),
        c("blth").filter("kept").max().alias("last_not_dropped"), c("owing").sum().alias("tunggakan"), c("denda").sum(),
        c("blth").filter("paid_up").max().alias("blth_lunas_terakhir"), c("last_receipt").max().alias("tanggal_bayar_terakhir"),
        c("tanggal_keluar").max(), c("blth").filter("moving").max().alias("last_money"), c("blth").max().alias("last_row"),
        c("has_money").any().alias("any_money"), newest_of(c("has_money"), c("telling")).alias("newest_paid"),
        newest_of(c("jht_money"), c("telling")).alias("newest_jht"), c("ledger_differs").any()))
    misplaced = collect(ledger.filter(c("last_receipt").is_not_null()).select(*KEY)
                        .join(payroll.select(KEY), on=KEY, how="anti").select("kpj", "blth").unique())
    step("workers")
    del payroll_rows, ledger_rows, payroll, ledger, months, detail

    register_rows, register_alone = load(
        source(arguments.register, ["npp", "kpj"], ["nik", "nama", "tanggal_lahir", "tanggal_nonaktif", "status", "akun_jmo"], lines=False)
        .select("npp", "kpj", "nik", "nama", "tanggal_lahir", "tanggal_nonaktif", "akun_jmo",
                ((c("status").fill_null("aktif") == "aktif") & (c("tanggal_nonaktif") > today).fill_null(True)).alias("active")),
        ["npp", "kpj"])
    if register_alone:
        register = register_rows.lazy().with_columns((c("akun_jmo") == "T").fill_null(False).alias("no_account"))
    else:
        register = register_rows.lazy().group_by("npp", "kpj").agg(
            c("nik", "nama", "tanggal_lahir").min(), c("active").any(), c("tanggal_nonaktif").max(),
            ((c("akun_jmo") == "T").any() & ~(c("akun_jmo") == "Y").any()).alias("no_account"))
    step("register")
    state = delivered.lazy().join(rules.lazy().select("blth", "jatuh_tempo"), on="blth", how="left").group_by("npp").agg(
        c("blth").filter(c("has_payroll") & (c("jatuh_tempo") < today)).max().alias("last_due"), c("has_ledger").any()).join(
        register.select("npp").unique().with_columns(has_register=pl.lit(True)), on="npp", how="left").with_columns(
        c("has_register").fill_null(False))
    elsewhere = workers.lazy().filter("in_ledger").join(workers.lazy().filter(~c("in_ledger")).select("kpj"), on="kpj", how="semi") \
        .select("kpj").unique().with_columns(billed_elsewhere=pl.lit(True))
    inactive = workers.lazy().select("npp", "kpj").join(register.filter("active").select("npp", "kpj"), on=["npp", "kpj"], how="anti")
    cards = register.filter("active").select("kpj").join(inactive, on="kpj", how="semi").unique().with_columns(card=pl.lit(True))
    number = c("tanggal_lahir").dt.day().cast(pl.Int64) * 10_000 + c("tanggal_lahir").dt.month().cast(pl.Int64) * 100 \
        + c("tanggal_lahir").dt.year() % 100
    nik = c("nik").cast(pl.Int64, strict=False)
    nik_right = (c("nik").str.len_bytes() == 16) & (nik % 10_000 > 0) & (
        (nik // 10_000 % 1_000_000 == number) | (nik // 10_000 % 1_000_000 == number + 400_000))
    active = c("active").fill_null(False)
    left_by = (lambda day: (c(day) <= today) & (c("last_money") <= c(day).dt.strftime("%Y-%m")).fill_null(True))
    joined = workers.lazy().with_columns(known=pl.lit(True)).join(
        register, on=["npp", "kpj"], how="full", coalesce=True, suffix="_r").join(state, on="npp", how="left").join(
        elsewhere, on="kpj", how="left").join(cards, on="kpj", how="left").with_columns(
        register_differs=((c("nik_r") != c("nik")) | (c("tanggal_lahir_r") != c("tanggal_lahir"))
                          | pl.when(c("nama_r") != c("nama")).then(no_common_word("nama", "nama_r")).otherwise(False)).fill_null(False),
        nik=pl.coalesce("nik", "nik_r"), nama=pl.coalesce("nama", "nama_r"),
        tanggal_lahir=pl.coalesce("tanggal_lahir", "tanggal_lahir_r"),
        register_only=c("known").is_null(), unpaid=c("unpaid").fill_null([]),
        has_left=pl.when(c("tanggal_keluar").is_not_null() | c("tanggal_nonaktif").is_not_null()).then(
            left_by("tanggal_keluar").fill_null(False) | (~active & left_by("tanggal_nonaktif")).fill_null(False)).otherwise(False)
        | (c("last_row") < c("last_due")).fill_null(False),
        has_past_due=c("has_past_due").fill_null(False))
    if one_month:      # the run is the month itself
        joined = joined.with_columns(run=c("unpaid"))
    else:              # the months after the last settled one
        trailing = workers.lazy().select("npp", "kpj", "unpaid", "last_settled").explode("unpaid").filter(
            c("unpaid").is_not_null() & (c("last_settled").is_null() | (c("unpaid") > c("last_settled")))).group_by("npp", "kpj").agg(
            c("unpaid").sort().alias("run"))
        joined = joined.join(trailing, on=["npp", "kpj"], how="left").with_columns(c("run").fill_null([]))
    unsynced = joined.select("npp", "kpj", "run").explode("run").drop_nulls().join(
        misplaced.lazy(), left_on=["kpj", "run"], right_on=["kpj", "blth"], how="semi").select("npp", "kpj").unique().with_columns(
        money_elsewhere=pl.lit(True))
    joined = joined.join(unsynced, on=["npp", "kpj"], how="left").with_columns(
        n=c("run").list.len().cast(pl.Int64), nik_wrong=~nik_right.fill_null(True)).with_columns(
        status=pl.when("register_only").then(pl.when(c("has_left") | ~active).then(pl.lit("berakhir")).otherwise(pl.lit("tidak_diketahui")))
        .when(c("has_past_due") & ~c("in_ledger") & c("billed_elsewhere").is_null()
              & pl.when("has_register").then(c("active").is_null()).otherwise("has_ledger")).then(pl.lit("belum_terdaftar"))
        .when(c("n") >= LIMIT).then(pl.lit("nonaktif")).when(c("n") >= 1).then(pl.lit("menunggak"))
        .when("has_left").then(pl.lit("berakhir"))
        .when(~c("has_past_due") & ~active & ~c("any_money")).then(pl.lit("tidak_diketahui")).otherwise(pl.lit("aktif"))) \
        .with_columns(in_arrears=c("status").is_in(["nonaktif", "menunggak"]),
                      unsynced=c("money_elsewhere").fill_null(False),
                      dropped=(c("last_not_dropped") < c("run").list.first()).fill_null(True)) \
        .with_columns(unsynced=c("in_arrears") & c("unsynced"), dropped=c("in_arrears") & c("dropped"))
    tests = [("belum_didaftarkan", c("status") == "belum_terdaftar"), ("data_belum_sinkron", c("unsynced")),
             ("tidak_lagi_didaftarkan", (c("dropped") & ~c("unsynced")) | (c("has_left") & ~active)),
             ("iuran_belum_dibayarkan", c("in_arrears") & ~c("unsynced") & ~c("dropped")),
             ("belum_dilaporkan_keluar", c("has_left") & active),
             ("data_pribadi_salah", c("ledger_differs").fill_null(False) | c("register_differs") | c("nik_wrong")),
             ("akun_belum_terdaftar", c("no_account").fill_null(False)),
             ("bukti_tidak_lengkap", c("status") == "tidak_diketahui"),
             ("iuran_tidak_lengkap", c("status").is_in(["aktif", "berakhir"]) & (c("tunggakan") > 0).fill_null(False))]
    causes = pl.concat_str([pl.when(test).then(pl.lit(name)) for name, test in tests], separator=";", ignore_nulls=True)

    def sign(test):
        return pl.when(test).then(pl.lit("ya")).when(~test).then(pl.lit("tidak")).otherwise(pl.lit("tidak_diketahui"))

    numbers = rules.lazy().select("month_number", "jatuh_tempo")
    status = joined.with_columns(
        causes=causes, nth=pl.when(c("n") >= 1).then(
            (pl.when(c("n") >= LIMIT).then(c("run").list.get(LIMIT - 1, null_on_oob=True)).otherwise(c("run").list.last())
             .replace_strict(rules["blth"].to_list(), rules["month_number"].to_list(), default=None, return_dtype=pl.Int64)
             + pl.when(c("n") >= LIMIT).then(0).otherwise(LIMIT - c("n"))))).join(
        numbers, left_on="nth", right_on="month_number", how="left").with_columns(
        turn=c("jatuh_tempo").dt.offset_by("1d"), first_cause=c("causes").str.extract("^([^;]*)")).select(
        "npp", "kpj", "nik", "nama", "no_pegawai", "unit", "status",
        pl.when("active").then(pl.lit("aktif")).when(~c("active")).then(pl.lit("nonaktif")).alias("status_bpjs"),
        c("n").alias("bulan_berturut"), c("unpaid").list.len().alias("bulan_tunggakan"),
        c("unpaid").list.join(";").replace("", None).alias("blth_tunggakan"),
        c("tunggakan").fill_null(0), c("denda").fill_null(0).alias("denda_estimasi"), "blth_lunas_terakhir", "tanggal_bayar_terakhir",
        pl.when(c("status") == "nonaktif").then("turn").alias("nonaktif_sejak"),
        pl.when((c("status") == "menunggak") & (c("turn") > today)).then("turn").alias("akan_nonaktif_pada"),
        pl.when(c("causes") == "").then(pl.lit("tidak_ada")).otherwise("first_cause").alias("penyebab"),
        c("causes").str.slice(c("first_cause").str.len_bytes() + 1).replace("", None).alias("penyebab_lain"),
        pl.when(active | c("card").fill_null(False)).then(pl.lit("ya")).when("has_register").then(pl.lit("tidak"))
        .otherwise(pl.lit("tidak_diketahui")).alias("kartu_digital"),
        sign(c("newest_paid")).alias("riwayat_iuran"), sign(c("newest_jht")).alias("saldo_jht"),
        pl.when(active).then(pl.lit("ya")).when("has_register").then(pl.lit("tidak"))
        .otherwise(pl.lit("tidak_diketahui")).alias("perusahaan_terakhir"),
        pl.lit(None, pl.String).alias("perubahan")).with_columns(money("tunggakan"), money("denda_estimasi")).select(
        STATUS_COLUMNS).sort("npp", "kpj")
    status.sink_csv(f"{arguments.output}/status.csv", engine="streaming")
    step("status.csv")


if __name__ == "__main__":
    main()
