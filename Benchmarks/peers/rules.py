"""The rules both peers need, per contribution month: due date, JP wage cap, JP age, late fee. Not measured as work: 140 rows."""
import datetime

HOLIDAY_SHIFTED = {  # due dates that are not the 15th or the Monday after it
    "2026-07": "2026-08-18",
}
JP_CAPS = [("2015-07", 7_000_000), ("2016-03", 7_335_300), ("2017-03", 7_703_500), ("2018-03", 8_094_000),
           ("2019-03", 8_512_400), ("2020-03", 8_939_700), ("2021-03", 8_754_600), ("2022-03", 9_077_600),
           ("2023-03", 9_559_600), ("2024-03", 10_042_300), ("2025-03", 10_547_400), ("2026-03", 11_086_300)]
PENSION_AGES = [("2015-07", 56), ("2019-01", 57), ("2022-01", 58), ("2025-01", 59), ("2028-01", 60)]
PROGRAMMES = ["jkk", "jkm", "jht_pemberi_kerja", "jht_tenaga_kerja", "jp_pemberi_kerja", "jp_tenaga_kerja"]
RATES = {"jkm": "0.00300", "jht_pemberi_kerja": "0.03700", "jht_tenaga_kerja": "0.02000",
         "jp_pemberi_kerja": "0.02000", "jp_tenaga_kerja": "0.01000"}
CLASS_RATES = [("1", "I", "0.24", "0.00240"), ("2", "II", "0.54", "0.00540"), ("3", "III", "0.89", "0.00890"),
               ("4", "IV", "1.27", "0.01270"), ("5", "V", "1.74", "0.01740")]
DETAIL_COLUMNS = (
    "npp,blth,kpj,nik,nama,no_pegawai,unit,status_iuran,jatuh_tempo,tanggal_lunas,hari_terlambat,upah_dasar,upah_jp,"
    "upah_dilaporkan,terutang,ditagih,diterima,selisih,kurang_lapor,kurang_setor,denda_estimasi"
).split(",") + [f"{kind}_{p}" for p in PROGRAMMES for kind in ("terutang", "ditagih", "diterima")] + [
    "kunci_cocok", "sumber_payroll", "sumber_iuran"]
STATUS_COLUMNS = (
    "npp,kpj,nik,nama,no_pegawai,unit,status,status_bpjs,bulan_berturut,bulan_tunggakan,blth_tunggakan,tunggakan,"
    "denda_estimasi,blth_lunas_terakhir,tanggal_bayar_terakhir,nonaktif_sejak,akan_nonaktif_pada,penyebab,penyebab_lain,"
    "kartu_digital,riwayat_iuran,saldo_jht,perusahaan_terakhir,perubahan"
).split(",")


def months(first="2015-07", last="2027-12"):
    year, month = map(int, first.split("-"))
    while f"{year}-{month:02}" <= last:
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def monthly_rules():
    """(blth, month_number, due date, JP cap, born after = liable, born after = may elect), ISO dates as text."""
    rows = []
    for year, month in months():
        blth = f"{year}-{month:02}"
        due = datetime.date(year + month // 12, month % 12 + 1, 15)
        due += datetime.timedelta(days={5: 2, 6: 1}.get(due.weekday(), 0))
        due = HOLIDAY_SHIFTED.get(blth, due.isoformat())
        cap = [value for start, value in JP_CAPS if start <= blth][-1]
        age = [value for start, value in PENSION_AGES if start <= blth][-1]
        rows.append((blth, year * 12 + month, due, cap, f"{year - age}-{month:02}-01", f"{year - age - 3}-{month:02}-01"))
    return rows
