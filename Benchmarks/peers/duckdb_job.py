#!/usr/bin/env python3
"""The job of `iuran reconcile` on canonical files, in DuckDB: rincian.csv and status.csv of design 5.

    duckdb_job.py --payroll F --ledger F --register F --employers F --as-of D --output DIR

Matches by (npp, blth, kpj) only. Amounts are DECIMAL, exact to the sen. See ../README.md for what it leaves out.
"""
import argparse
import csv
import os
import sys
import time

import duckdb

from rules import CLASS_RATES, DETAIL_COLUMNS, PROGRAMMES, RATES, STATUS_COLUMNS, monthly_rules

MONEY = "DECIMAL(12,2)"
DATES = {"tanggal_lahir", "tanggal_masuk", "tanggal_keluar", "tanggal_bayar", "tanggal_kepesertaan", "tanggal_nonaktif"}
AMOUNTS = {"upah", "rapel", "gaji_pokok", "tunjangan_tetap", "upah_harian", "potongan_jht", "potongan_jp", "saldo_jht",
           "jkp_pemberi_kerja", *PROGRAMMES}
TOLERANCE = "1.00"
LIMIT = 3          # ambang_nonaktif_bulan


def column_type(name):
    return "DATE" if name in DATES else MONEY if name in AMOUNTS else "VARCHAR"


def source(path, wanted, optional=()):
    """A read_csv with every column declared (no sniffing), and NULL for the optional columns the file lacks."""
    with open(path, newline="", encoding="utf-8") as file:
        header = next(csv.reader(file))
    declared = ", ".join(f"'{name}': '{column_type(name)}'" for name in header)
    missing = [name for name in wanted if name not in header]
    if missing:
        sys.exit(f"{path}: no column {', '.join(missing)}")
    columns = [name if name in header else f"NULL::{column_type(name)} AS {name}" for name in [*wanted, *optional]]
    quoted = path.replace("'", "''")
    return (f"(SELECT {', '.join(columns)} FROM read_csv('{quoted}', header = true, auto_detect = false, delim = ',', "
            f"quote = '\"', escape = '\"', columns = {{{declared}}}))")


def each(template, separator=",\n    "):
    return separator.join(template.format(p=p) for p in PROGRAMMES)


def months_late(day, due):
    """Started months after the due date count whole."""
    return (f"greatest(0, (year({day}) - year({due})) * 12 + month({day}) - month({due}) "
            f"+ (day({day}) > day({due}))::INTEGER)::DECIMAL(3,0)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("payroll", "ledger", "register", "employers", "as-of", "output"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--memory-limit", help="DuckDB's own limit, e.g. 400MB; it spills to disk beyond it")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--timing", action="store_true", help="seconds per statement, to stderr")
    arguments = parser.parse_args()
    os.makedirs(arguments.output, exist_ok=True)
    as_of = f"DATE '{arguments.as_of}'"
    db = duckdb.connect()
    if arguments.memory_limit:
        db.execute(f"SET memory_limit = '{arguments.memory_limit}'")
        db.execute(f"SET temp_directory = '{arguments.output}/.spill'")
    if arguments.threads:
        db.execute(f"SET threads = {arguments.threads}")

    def run(title, sql):
        begin = time.perf_counter()
        result = db.execute(sql).fetchone()
        if arguments.timing:
            print(f"{time.perf_counter() - begin:6.2f} s  {title}", file=sys.stderr)
        return result

    def load(kind, path, select, key):
        """The file as a temp table; true when no two rows share a key, so that nothing need be grouped."""
        run(f"{kind} load", f"CREATE TEMP TABLE {kind}_rows AS {select}")
        return run(f"{kind} unique?", f"SELECT NOT EXISTS (SELECT 1 FROM {kind}_rows GROUP BY {key} HAVING count(*) > 1)")[0]

    def origin(path, grouped):
        """file:line, by the order of the rows in the file (the header is line 1)."""
        name = os.path.basename(path).replace("'", "''")
        if not grouped:
            return f"'{name}:' || (rowid + 2)"
        return f"array_to_string(list_transform(list_sort(list(rowid + 2)), lambda x: '{name}:' || x), '+')"

    db.execute("CREATE TEMP MACRO no_common_word(a, b) AS "
               "NOT list_has_any(string_split(upper(a), ' '), string_split(upper(b), ' '))")

    # 1. The rules: a row per month, a row per employer and month.
    run("rules", "CREATE TEMP TABLE rules (blth VARCHAR, month_number INTEGER, jatuh_tempo DATE, jp_cap DECIMAL(12,2), "
                 "liable_born_after DATE, may_elect_born_after DATE)")
    db.executemany("INSERT INTO rules VALUES (?, ?, ?, ?, ?, ?)", monthly_rules())
    rate = " ".join(f"WHEN kelas IN ('{a}', '{b}', '{c}') THEN {d}" for a, b, c, d in CLASS_RATES)
    employers = source(arguments.employers, ["npp", "kelas_jkk"], ["berlaku_dari", "skala_usaha", "program"])
    run("employers", f"""
        CREATE TEMP TABLE employer AS
        SELECT npp, blth, CASE {rate} END::DECIMAL(6,5) AS jkk_rate,
            coalesce(program, CASE skala_usaha WHEN 'mikro' THEN 'JKK;JKM' WHEN 'kecil' THEN 'JKK;JKM;JHT'
                              ELSE 'JKK;JKM;JHT;JP' END) AS program
        FROM (SELECT *, replace(rtrim(kelas_jkk, '%'), ',', '.') AS kelas FROM {employers})
        JOIN rules ON berlaku_dari IS NULL OR berlaku_dari <= blth
        QUALIFY row_number() OVER (PARTITION BY npp, blth ORDER BY berlaku_dari DESC NULLS LAST) = 1""")

    # 2. The ledger per worker-month: received (dated up to as-of) and stated without money. JKP of the employer is part of
    #    JKK (domain 2).
    key = "npp, blth, kpj"
    ledger = source(arguments.ledger,
                    ["npp", "blth", "kpj", "upah", *PROGRAMMES],
                    ["nik", "nama", "tanggal_lahir", "rapel", "jkp_pemberi_kerja", "kode_iuran", "tanggal_bayar"])
    ledger_alone = load("ledger", arguments.ledger, f"""
        SELECT npp, blth, kpj, nik, nama, tanggal_lahir, (upah + coalesce(rapel, 0))::{MONEY} AS upah_dilaporkan,
            (jkk + coalesce(jkp_pemberi_kerja, 0))::{MONEY} AS jkk, {each("{p}").removeprefix("jkk,")},
            kode_iuran, tanggal_bayar, coalesce(tanggal_bayar <= {as_of}, false) AS received
        FROM {ledger}""", key)
    if ledger_alone:
        several = 0
        run("ledger", f"""
            CREATE TEMP VIEW ledger AS
            SELECT npp, blth, kpj,
                {each("CASE WHEN received THEN {p} ELSE 0 END::" + MONEY + " AS r_{p}")},
                {each("CASE WHEN received THEN 0 ELSE {p} END::" + MONEY + " AS u_{p}")},
                CASE WHEN received THEN tanggal_bayar END AS first_receipt,
                CASE WHEN received THEN tanggal_bayar END AS last_receipt,
                tanggal_bayar IS NOT NULL AS dated, upah_dilaporkan, nik, nama, tanggal_lahir,
                {origin(arguments.ledger, False)} AS sumber_iuran
            FROM ledger_rows""")
    else:
        run("ledger", f"""
            CREATE TEMP TABLE ledger AS
            SELECT npp, blth, kpj,
                {each("sum(CASE WHEN received THEN {p} ELSE 0 END)::" + MONEY + " AS r_{p}")},
                {each("sum(CASE WHEN received THEN 0 ELSE {p} END)::" + MONEY + " AS u_{p}")},
                min(tanggal_bayar) FILTER (received) AS first_receipt, max(tanggal_bayar) FILTER (received) AS last_receipt,
                coalesce(min(kode_iuran) <> max(kode_iuran), false) OR count(kode_iuran) NOT IN (0, count(*)) AS several_codes,
                bool_or(tanggal_bayar IS NOT NULL) AS dated, max(upah_dilaporkan) AS upah_dilaporkan,
                min(nik) AS nik, min(nama) AS nama, min(tanggal_lahir) AS tanggal_lahir,
                {origin(arguments.ledger, True)} AS sumber_iuran
            FROM ledger_rows
            GROUP BY {key}""")
        several = run("several?", "SELECT count(*) FROM ledger WHERE several_codes OR first_receipt <> last_receipt")[0]
        if not several:
            run("drop", "DROP TABLE ledger_rows")

    # 3. Payroll per worker-month, and what is due on it. One rounding each, half up, by the cast from 7 to 2 decimals.
    payroll = source(arguments.payroll, ["npp", "blth", "kpj", "nama", "upah"],
                     ["nik", "tanggal_lahir", "rapel", "tanggal_keluar", "no_pegawai", "unit", "program", "jp_lanjut"])
    alone = load("payroll", arguments.payroll, f"""
        SELECT npp, blth, kpj, (upah + coalesce(rapel, 0))::{MONEY} AS base, nik, nama, no_pegawai, unit, tanggal_lahir,
            tanggal_keluar, program, coalesce(jp_lanjut = 'Y', false) AS jp_elected
        FROM {payroll}""", key)
    if alone:
        monthly = f"SELECT *, {origin(arguments.payroll, False)} AS sumber_payroll FROM payroll_rows"
    else:
        run("payroll", f"""
            CREATE TEMP TABLE payroll_months AS
            SELECT npp, blth, kpj, sum(base)::{MONEY} AS base, min(nik) AS nik, min(nama) AS nama,
                min(no_pegawai) AS no_pegawai, min(unit) AS unit, min(tanggal_lahir) AS tanggal_lahir,
                max(tanggal_keluar) AS tanggal_keluar, string_agg(program, ';') AS program, bool_or(jp_elected) AS jp_elected,
                {origin(arguments.payroll, True)} AS sumber_payroll
            FROM payroll_rows
            GROUP BY {key}""")
        run("drop", "DROP TABLE payroll_rows")
        monthly = "SELECT * FROM payroll_months"
    run("payroll view", f"""
        CREATE TEMP VIEW payroll AS
        WITH monthly AS ({monthly}),
        ruled AS (
            SELECT monthly.* EXCLUDE (program), employer.jkk_rate,
                coalesce(monthly.program, employer.program, 'JKK;JKM;JHT;JP') AS program,
                CASE WHEN monthly.tanggal_lahir IS NULL OR monthly.tanggal_lahir > liable_born_after
                       OR (jp_elected AND monthly.tanggal_lahir > may_elect_born_after)
                     THEN least(base, jp_cap) ELSE 0 END::{MONEY} AS jp_base_if
            FROM monthly LEFT JOIN rules USING (blth) LEFT JOIN employer USING (npp, blth)),
        based AS (
            SELECT * EXCLUDE (jp_base_if),
                contains(program, 'JKK') AS has_jkk, contains(program, 'JKM') AS has_jkm, contains(program, 'JHT') AS has_jht,
                CASE WHEN contains(program, 'JP') THEN jp_base_if ELSE 0 END::{MONEY} AS jp_base
            FROM ruled)
        SELECT * EXCLUDE (program, has_jkk, has_jkm, has_jht, jkk_rate),
            CASE WHEN has_jkk THEN base * coalesce(jkk_rate, 0.00240)::DECIMAL(6,5) ELSE 0 END::{MONEY} AS d_jkk,
            CASE WHEN has_jkm THEN base * {RATES['jkm']}::DECIMAL(6,5) ELSE 0 END::{MONEY} AS d_jkm,
            CASE WHEN has_jht THEN base * {RATES['jht_pemberi_kerja']}::DECIMAL(6,5) ELSE 0 END::{MONEY} AS d_jht_pemberi_kerja,
            CASE WHEN has_jht THEN base * {RATES['jht_tenaga_kerja']}::DECIMAL(6,5) ELSE 0 END::{MONEY} AS d_jht_tenaga_kerja,
            (jp_base * {RATES['jp_pemberi_kerja']}::DECIMAL(6,5))::{MONEY} AS d_jp_pemberi_kerja,
            (jp_base * {RATES['jp_tenaga_kerja']}::DECIMAL(6,5))::{MONEY} AS d_jp_tenaga_kerja
        FROM based""")

    # 4. Worker-months with several receipt days or billing codes: bills per code, receipts in date order.
    if several:
        run("several receipts", f"""
            CREATE TEMP TABLE several AS
            WITH keys AS (SELECT npp, blth, kpj FROM ledger WHERE several_codes OR first_receipt <> last_receipt),
            rows AS (SELECT * FROM ledger_rows SEMI JOIN keys USING (npp, blth, kpj)),
            codes AS (
                SELECT npp, blth, kpj, kode_iuran,
                    {each("coalesce(sum({p}) FILTER (received), 0) AS r_{p}")},
                    {each("coalesce(sum({p}) FILTER (NOT received), 0) AS u_{p}")}
                FROM rows GROUP BY ALL),
            bills AS (
                SELECT npp, blth, kpj,
                    {",".join(f"sum(CASE WHEN {each('r_{p}', ' + ')} >= {each('u_{p}', ' + ')} THEN r_{p} ELSE u_{p} END)::{MONEY} AS b_{p}"
                              for p in PROGRAMMES)}
                FROM codes GROUP BY ALL),
            days AS (
                SELECT npp, blth, kpj, tanggal_bayar, {each("sum({p}) AS a_{p}")}
                FROM rows WHERE received GROUP BY ALL),
            running AS (
                SELECT npp, blth, kpj, tanggal_bayar, {each("a_{p}")}, {each("sum(a_{p}) OVER w AS c_{p}")}
                FROM days WINDOW w AS (PARTITION BY npp, blth, kpj ORDER BY tanggal_bayar)),
            judged AS (
                SELECT npp, blth, kpj, tanggal_bayar,
                    {each("coalesce(d_{p}, 0) - c_{p} > " + TOLERANCE, " OR ")} AS short,
                    ({each("greatest(0, least(c_{p}, coalesce(d_{p}, 0)) - least(greatest(c_{p} - a_{p}, 0), coalesce(d_{p}, 0)))", " + ")})
                      * {months_late("tanggal_bayar", "rules.jatuh_tempo")} AS late
                FROM running LEFT JOIN payroll USING (npp, blth, kpj) JOIN rules USING (blth)),
            settled AS (
                SELECT npp, blth, kpj, sum(late) AS late,
                    CASE WHEN max(tanggal_bayar) FILTER (short) IS NULL THEN min(tanggal_bayar) ELSE
                        list_min(list_filter(list(tanggal_bayar), lambda d: d > max(tanggal_bayar) FILTER (short))) END AS lunas
                FROM judged GROUP BY ALL)
            SELECT * FROM bills LEFT JOIN settled USING (npp, blth, kpj)""")
    else:
        run("several receipts", f"""
            CREATE TEMP TABLE several (npp VARCHAR, blth VARCHAR, kpj VARCHAR, {each("b_{p} " + MONEY)},
                late DECIMAL(18,2), lunas DATE)""")

    # 5. The worker-months: a view, so that each of its two readers computes only the columns it needs.
    run("employers' months", f"""
        CREATE TEMP TABLE delivered AS
        SELECT npp, blth, sum(in_payroll) > 0 AS has_payroll, sum(paid) > 0 AS colleague_paid, sum(dated) > 0 AS dated,
            sum(in_ledger) > 0 AS has_ledger
        FROM (SELECT npp, blth, 1 AS in_payroll, 0 AS paid, 0 AS dated, 0 AS in_ledger FROM payroll GROUP BY npp, blth
              UNION ALL
              SELECT npp, blth, 0, count(last_receipt), count(*) FILTER (dated), 1 FROM ledger GROUP BY npp, blth)
        GROUP BY npp, blth""")
    one_month = run("one month?", "SELECT count(DISTINCT blth) = 1 FROM delivered")[0]
    run("months", f"""
        CREATE TEMP VIEW months AS
        WITH stated AS (SELECT npp, bool_or(dated) AS payments_stated FROM delivered GROUP BY npp),
        joined AS (
            SELECT npp, blth, kpj, coalesce(p.nik, l.nik) AS nik, coalesce(p.nama, l.nama) AS nama, p.no_pegawai, p.unit,
                coalesce(p.tanggal_lahir, l.tanggal_lahir) AS tanggal_lahir, p.tanggal_keluar,
                p.base IS NOT NULL AS in_payroll, l.dated IS NOT NULL AS in_ledger,
                coalesce(p.base, 0)::{MONEY} AS upah_dasar, coalesce(p.jp_base, 0)::{MONEY} AS upah_jp, l.upah_dilaporkan,
                {each("coalesce(d_{p}, 0)::" + MONEY + " AS d_{p}")},
                {each("coalesce(r_{p}, 0)::" + MONEY + " AS r_{p}")},
                {each("u_{p}")},
                ({each("coalesce(r_{p}, 0)", " + ")})::{MONEY} AS received_sum,
                ({each("coalesce(u_{p}, 0)", " + ")})::{MONEY} AS undated_sum,
                ({each("coalesce(d_{p}, 0)", " + ")})::{MONEY} AS due_sum,
                first_receipt, last_receipt, sumber_payroll, sumber_iuran,
                coalesce(l.nik <> p.nik, false) AS nik_differs,
                coalesce(l.tanggal_lahir <> p.tanggal_lahir, false) AS birth_differs,
                CASE WHEN l.nama <> p.nama THEN no_common_word(l.nama, p.nama) ELSE false END AS name_differs
            FROM payroll p FULL JOIN ledger l USING (npp, blth, kpj)),
        measured AS (
            SELECT joined.* EXCLUDE ({each("u_{p}")}), rules.jatuh_tempo, payments_stated, coalesce(has_payroll, false) AS has_payroll,
                colleague_paid,
                ({each("d_{p} - r_{p} > " + TOLERANCE, " OR ")}) AS short,
                ({each("r_{p} - d_{p} > " + TOLERANCE, " OR ")}) AS over,
                ({each("CASE WHEN d_{p} - r_{p} > " + TOLERANCE + " THEN d_{p} - r_{p} ELSE 0 END", " + ")})::{MONEY} AS kurang,
                ({each("least(d_{p}, r_{p})", " + ")})::{MONEY} AS covered,
                {",".join(f"coalesce(b_{p}, CASE WHEN received_sum >= undated_sum THEN r_{p} ELSE u_{p} END)::{MONEY} AS b_{p}"
                          for p in PROGRAMMES)},
                several.b_jkk IS NOT NULL AS has_several, several.lunas, several.late
            FROM joined LEFT JOIN rules USING (blth) LEFT JOIN stated USING (npp)
                LEFT JOIN delivered USING (npp, blth) LEFT JOIN several USING (npp, blth, kpj)),
        dated AS (
            SELECT *, CASE WHEN short OR received_sum <= 0 THEN NULL WHEN has_several THEN lunas ELSE first_receipt END AS tanggal_lunas
            FROM measured),
        judged AS (
            SELECT * EXCLUDE (lunas, has_several, late),
                CASE WHEN NOT has_payroll THEN 'belum_ada_payroll'
                     WHEN NOT in_payroll THEN 'tidak_di_payroll'
                     WHEN due_sum = 0 AND received_sum <= 0 THEN 'tidak_terutang'
                     WHEN NOT short AND over THEN 'lebih_bayar'
                     WHEN NOT short AND tanggal_lunas <= jatuh_tempo THEN 'lunas'
                     WHEN NOT short THEN 'lunas_terlambat'
                     WHEN jatuh_tempo >= {as_of} THEN 'belum_jatuh_tempo'
                     WHEN received_sum <= 0 AND NOT coalesce(payments_stated, false) THEN 'belum_ada_data'
                     WHEN received_sum > 0 THEN 'kurang_bayar'
                     ELSE 'belum_dibayar' END AS status_iuran,
                CASE WHEN has_several THEN coalesce(late, 0)
                     WHEN first_receipt > jatuh_tempo THEN covered * {months_late("first_receipt", "jatuh_tempo")}
                     ELSE 0 END::DECIMAL(15,2) AS late_paid
            FROM dated)
        SELECT npp, blth, kpj, nik, nama, no_pegawai, unit, tanggal_lahir, tanggal_keluar, in_payroll, in_ledger, jatuh_tempo,
            tanggal_lunas, upah_dasar, upah_jp, upah_dilaporkan, {each("d_{p}")}, {each("b_{p}")}, {each("r_{p}")},
            due_sum, received_sum, last_receipt, kurang, sumber_payroll, sumber_iuran, nik_differs, birth_differs, name_differs,
            colleague_paid, status_iuran,
            CASE WHEN status_iuran IN ('lunas_terlambat', 'lebih_bayar') THEN greatest(0, tanggal_lunas - jatuh_tempo)
                 WHEN status_iuran IN ('belum_dibayar', 'kurang_bayar') THEN {as_of} - jatuh_tempo
                 ELSE 0 END::INTEGER AS hari_terlambat,
            CASE WHEN in_payroll AND jatuh_tempo < {as_of} AND status_iuran <> 'belum_ada_data'
                 THEN (late_paid + kurang * {months_late(as_of, "jatuh_tempo")}) * 0.02 ELSE 0 END::{MONEY} AS denda
        FROM judged""")
    detail = f"""
        WITH summed AS (SELECT *, ({each("b_{p}", " + ")})::{MONEY} AS billed_sum FROM months)
        SELECT npp, blth, kpj, nik, nama, no_pegawai, unit, status_iuran, jatuh_tempo, tanggal_lunas, hari_terlambat, upah_dasar,
            upah_jp, upah_dilaporkan, due_sum AS terutang, billed_sum AS ditagih, received_sum AS diterima,
            received_sum - due_sum AS selisih, greatest(0, due_sum - billed_sum)::{MONEY} AS kurang_lapor,
            greatest(0, billed_sum - received_sum)::{MONEY} AS kurang_setor, denda AS denda_estimasi,
            {each("d_{p} AS terutang_{p}, b_{p} AS ditagih_{p}, r_{p} AS diterima_{p}")},
            'kpj' AS kunci_cocok, sumber_payroll, sumber_iuran
        FROM summed ORDER BY npp, blth, kpj"""
    check_columns(db, detail, DETAIL_COLUMNS)
    run("rincian.csv", f"COPY ({detail}) TO '{arguments.output}/rincian.csv' (FORMAT csv, HEADER)")

    # 6. The workers.
    register = source(arguments.register, ["npp", "kpj"],
                      ["nik", "nama", "tanggal_lahir", "tanggal_nonaktif", "status", "akun_jmo"])
    alone = load("register", arguments.register, f"""
        SELECT npp, kpj, nik, nama, tanggal_lahir, tanggal_nonaktif, akun_jmo,
            coalesce(status, 'aktif') = 'aktif' AND coalesce(tanggal_nonaktif > {as_of}, true) AS active
        FROM {register}""", "npp, kpj")
    if alone:
        run("register", """
            CREATE TEMP VIEW register AS
            SELECT npp, kpj, nik, nama, tanggal_lahir, active, tanggal_nonaktif, coalesce(akun_jmo = 'T', false) AS no_account
            FROM register_rows""")
    else:
        run("register", """
            CREATE TEMP TABLE register AS
            SELECT npp, kpj, min(nik) AS nik, min(nama) AS nama, min(tanggal_lahir) AS tanggal_lahir, bool_or(active) AS active,
                max(tanggal_nonaktif) AS tanggal_nonaktif,
                coalesce(bool_or(akun_jmo = 'T') AND NOT bool_or(akun_jmo = 'Y'), false) AS no_account
            FROM register_rows
            GROUP BY npp, kpj""")
        run("drop", "DROP TABLE register_rows")
    newest = lambda value, how="arg_max": f"any_value({value})" if one_month else f"{how}({value}, blth)"
    past = f"in_payroll AND jatuh_tempo < {as_of}"
    run("workers", f"""
        CREATE TEMP TABLE workers AS
        SELECT npp, kpj, {newest("nik")} AS nik, {newest("nama")} AS nama, {newest("no_pegawai")} AS no_pegawai,
            {newest("unit")} AS unit, {newest("tanggal_lahir")} AS tanggal_lahir,
            bool_or(in_payroll) AS in_payroll, bool_or(in_ledger) AS in_ledger,
            bool_or({past} AND status_iuran <> 'belum_ada_data') AS has_past_due,
            max(blth) FILTER ({past} AND status_iuran NOT IN ('belum_dibayar', 'belum_ada_data', 'tidak_terutang')) AS last_settled,
            list_sort(list(blth) FILTER (status_iuran = 'belum_dibayar')) AS unpaid,
            max(blth) FILTER (status_iuran = 'belum_dibayar' AND (in_ledger OR NOT colleague_paid)) AS last_not_dropped,
            (sum(kurang) FILTER (status_iuran IN ('belum_dibayar', 'kurang_bayar')))::{MONEY} AS tunggakan,
            sum(denda)::{MONEY} AS denda,
            max(blth) FILTER (status_iuran IN ('lunas', 'lunas_terlambat', 'lebih_bayar')) AS blth_lunas_terakhir,
            max(last_receipt) AS tanggal_bayar_terakhir, max(tanggal_keluar) AS tanggal_keluar,
            max(blth) FILTER (due_sum > 0 OR received_sum > 0) AS last_money, max(blth) AS last_row,
            bool_or(received_sum > 0) AS any_money,
            {newest("received_sum > 0")} FILTER ({past} AND status_iuran NOT IN ('belum_ada_data', 'tidak_terutang')) AS newest_paid,
            {newest("CASE WHEN d_jht_tenaga_kerja > 0 THEN r_jht_pemberi_kerja + r_jht_tenaga_kerja > 0 END", "arg_max_null")}
                FILTER ({past} AND status_iuran NOT IN ('belum_ada_data', 'tidak_terutang')) AS newest_jht,
            bool_or(nik_differs OR birth_differs OR name_differs) AS ledger_differs
        FROM months
        GROUP BY npp, kpj""")
    run("misplaced", f"""
        CREATE TEMP TABLE misplaced AS
        SELECT DISTINCT kpj, blth FROM ledger ANTI JOIN payroll USING (npp, blth, kpj) WHERE last_receipt IS NOT NULL""")
    run("employers", f"""
        CREATE TEMP TABLE employer_state AS
        SELECT npp, max(blth) FILTER (has_payroll AND jatuh_tempo < {as_of}) AS last_due, bool_or(has_ledger) AS has_ledger,
            npp IN (SELECT npp FROM register) AS has_register
        FROM delivered LEFT JOIN rules USING (blth) GROUP BY npp""")
    run("drop payroll and ledger", "DROP TABLE IF EXISTS payroll_rows; DROP TABLE IF EXISTS payroll_months; "
        "DROP TABLE IF EXISTS ledger_rows; DROP %s ledger" % ("VIEW" if ledger_alone else "TABLE"))

    status = f"""
        WITH elsewhere_ledger AS (
            SELECT DISTINCT kpj FROM workers
            WHERE in_ledger AND kpj IN (SELECT kpj FROM workers WHERE NOT in_ledger)),
        joined AS (
            SELECT npp, kpj, coalesce(w.nik, r.nik) AS nik, coalesce(w.nama, r.nama) AS nama, w.no_pegawai, w.unit,
                coalesce(w.tanggal_lahir, r.tanggal_lahir) AS tanggal_lahir, w.* EXCLUDE (npp, kpj, nik, nama, no_pegawai, unit, tanggal_lahir),
                r.active, r.no_account, r.tanggal_nonaktif,
                coalesce(r.nik <> w.nik OR r.tanggal_lahir <> w.tanggal_lahir
                    OR CASE WHEN r.nama <> w.nama THEN no_common_word(r.nama, w.nama) END, false) AS register_differs,
                w.kpj IS NULL AS register_only,
                CASE WHEN last_settled IS NULL THEN unpaid ELSE list_filter(unpaid, lambda m: m > last_settled) END AS run
            FROM workers w FULL JOIN register r USING (npp, kpj)),
        known AS (
            SELECT joined.*, coalesce(len(run), 0) AS n, has_register, has_ledger,
                coalesce((tanggal_keluar <= {as_of} AND coalesce(last_money <= strftime(tanggal_keluar, '%Y-%m'), true))
                    OR (NOT active AND tanggal_nonaktif <= {as_of} AND coalesce(last_money <= strftime(tanggal_nonaktif, '%Y-%m'), true)), false)
                    OR coalesce(last_row < last_due, false) AS has_left,
                elsewhere_ledger.kpj IS NOT NULL AS billed_elsewhere,
                NOT coalesce(length(nik) = 16 AND TRY_CAST(nik AS BIGINT) % 10000 > 0
                    AND (TRY_CAST(nik AS BIGINT) // 10000 % 1000000) IN (
                        day(tanggal_lahir) * 10000 + month(tanggal_lahir) * 100 + year(tanggal_lahir) % 100,
                        (day(tanggal_lahir) + 40) * 10000 + month(tanggal_lahir) * 100 + year(tanggal_lahir) % 100),
                    false) AND nik IS NOT NULL AND tanggal_lahir IS NOT NULL AS nik_wrong
            FROM joined LEFT JOIN employer_state USING (npp) LEFT JOIN elsewhere_ledger USING (kpj)),
        judged AS (
            SELECT *,
                CASE WHEN register_only THEN CASE WHEN has_left OR NOT active THEN 'berakhir' ELSE 'tidak_diketahui' END
                     WHEN has_past_due AND NOT in_ledger AND NOT billed_elsewhere
                          AND CASE WHEN has_register THEN active IS NULL ELSE has_ledger END THEN 'belum_terdaftar'
                     WHEN n >= {LIMIT} THEN 'nonaktif'
                     WHEN n >= 1 THEN 'menunggak'
                     WHEN has_left THEN 'berakhir'
                     WHEN NOT has_past_due AND NOT coalesce(active, false) AND NOT any_money THEN 'tidak_diketahui'
                     ELSE 'aktif' END AS status
            FROM known),
        caused AS (
            SELECT judged.*,
                status IN ('nonaktif', 'menunggak') AS in_arrears,
                status IN ('nonaktif', 'menunggak') AND exists_misplaced AS unsynced,
                status IN ('nonaktif', 'menunggak') AND coalesce(last_not_dropped < run[1], true) AS dropped
            FROM (SELECT judged.*, misplaced.kpj IS NOT NULL AS exists_misplaced
                  FROM judged LEFT JOIN (SELECT kpj, list(blth) AS months FROM misplaced GROUP BY kpj) misplaced
                    ON judged.kpj = misplaced.kpj AND n >= 1 AND list_has_any(run, misplaced.months)) judged),
        listed AS (
            SELECT *, concat_ws(';',
                CASE WHEN status = 'belum_terdaftar' THEN 'belum_didaftarkan' END,
                CASE WHEN unsynced THEN 'data_belum_sinkron' END,
                CASE WHEN (dropped AND NOT unsynced) OR (has_left AND NOT coalesce(active, false)) THEN 'tidak_lagi_didaftarkan' END,
                CASE WHEN in_arrears AND NOT unsynced AND NOT dropped THEN 'iuran_belum_dibayarkan' END,
                CASE WHEN has_left AND active THEN 'belum_dilaporkan_keluar' END,
                CASE WHEN ledger_differs OR register_differs OR nik_wrong THEN 'data_pribadi_salah' END,
                CASE WHEN no_account THEN 'akun_belum_terdaftar' END,
                CASE WHEN status = 'tidak_diketahui' THEN 'bukti_tidak_lengkap' END,
                CASE WHEN status IN ('aktif', 'berakhir') AND tunggakan > 0 THEN 'iuran_tidak_lengkap' END) AS causes
            FROM caused),
        cards AS (
            SELECT DISTINCT kpj FROM register WHERE active AND kpj IN (
                SELECT kpj FROM workers ANTI JOIN (SELECT npp, kpj FROM register WHERE active) USING (npp, kpj)))
        SELECT npp, kpj, nik, nama, no_pegawai, unit, status,
            CASE WHEN active THEN 'aktif' WHEN NOT active THEN 'nonaktif' END AS status_bpjs,
            n AS bulan_berturut, coalesce(len(unpaid), 0) AS bulan_tunggakan, array_to_string(unpaid, ';') AS blth_tunggakan,
            coalesce(tunggakan, 0)::{MONEY} AS tunggakan, coalesce(denda, 0)::{MONEY} AS denda_estimasi, blth_lunas_terakhir,
            tanggal_bayar_terakhir,
            CASE WHEN status = 'nonaktif' THEN nth.jatuh_tempo + 1 END AS nonaktif_sejak,
            CASE WHEN status = 'menunggak' AND nth.jatuh_tempo + 1 > {as_of} THEN nth.jatuh_tempo + 1 END AS akan_nonaktif_pada,
            CASE WHEN causes = '' THEN 'tidak_ada' ELSE split_part(causes, ';', 1) END AS penyebab,
            nullif(substr(causes, length(split_part(causes, ';', 1)) + 2), '') AS penyebab_lain,
            CASE WHEN active OR cards.kpj IS NOT NULL THEN 'ya' WHEN has_register THEN 'tidak' ELSE 'tidak_diketahui' END AS kartu_digital,
            CASE newest_paid WHEN true THEN 'ya' WHEN false THEN 'tidak' ELSE 'tidak_diketahui' END AS riwayat_iuran,
            CASE newest_jht WHEN true THEN 'ya' WHEN false THEN 'tidak' ELSE 'tidak_diketahui' END AS saldo_jht,
            CASE WHEN active THEN 'ya' WHEN has_register THEN 'tidak' ELSE 'tidak_diketahui' END AS perusahaan_terakhir,
            NULL AS perubahan
        FROM listed
        LEFT JOIN cards USING (kpj)
        LEFT JOIN rules last_rule ON last_rule.blth = run[len(run)]
        LEFT JOIN rules nth ON nth.month_number = CASE WHEN n >= {LIMIT}
            THEN substr(run[{LIMIT}], 1, 4)::INTEGER * 12 + substr(run[{LIMIT}], 6, 2)::INTEGER
            ELSE last_rule.month_number + {LIMIT} - n END
        ORDER BY npp, kpj"""
    check_columns(db, status, STATUS_COLUMNS)
    run("status.csv", f"COPY ({status}) TO '{arguments.output}/status.csv' (FORMAT csv, HEADER)")


def check_columns(db, sql, expected):
    names = [row[0] for row in db.execute(f"DESCRIBE {sql}").fetchall()]
    assert names == expected, [pair for pair in zip(names, expected) if pair[0] != pair[1]]


if __name__ == "__main__":
    main()
