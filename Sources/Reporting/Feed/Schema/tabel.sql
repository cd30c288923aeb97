CREATE TABLE keterangan (
    -- What the feed is and what it rests on: one row for each name.
    nama TEXT PRIMARY KEY NOT NULL,
    nilai
) WITHOUT ROWID;
CREATE TABLE kode (
    -- What the numbers of the other tables mean; "jenis" says of which column.
    jenis TEXT NOT NULL,
    nomor INTEGER NOT NULL,
    kode TEXT NOT NULL,
    nama TEXT NOT NULL,
    -- For a cause: who must act, where to go, what to do. For a finding: what to do.
    pelaku TEXT,
    kanal TEXT,
    langkah TEXT,
    PRIMARY KEY (jenis, nomor)
) WITHOUT ROWID;
CREATE TABLE berkas (
    -- The input files, by their place in the run.
    id INTEGER PRIMARY KEY,
    nama TEXT NOT NULL
);
CREATE TABLE perusahaan (
    id INTEGER PRIMARY KEY,
    npp TEXT NOT NULL,
    nama TEXT,
    -- The last BLTH of payroll and ledger (YYYYMM), and whether there is a register.
    payroll_sampai INTEGER,
    ledger_sampai INTEGER,
    ada_daftar_peserta INTEGER NOT NULL
);
CREATE TABLE situasi (
    -- What many workers have in common. Days are numbers such as 19900515, BLTH 202609.
    status INTEGER NOT NULL,
    status_bpjs INTEGER NOT NULL,
    -- The cause that decides, and a bit (1 << nomor) for each cause that holds.
    penyebab INTEGER NOT NULL,
    semua_penyebab INTEGER NOT NULL,
    kartu_digital INTEGER NOT NULL,
    riwayat_iuran INTEGER NOT NULL,
    saldo_jht INTEGER NOT NULL,
    perusahaan_terakhir INTEGER NOT NULL,
    -- A bit (1 << nomor) for each problem of the online account.
    masalah_akun INTEGER NOT NULL,
    bulan_berturut INTEGER NOT NULL,
    bulan_tunggakan INTEGER NOT NULL,
    blth_lunas_terakhir INTEGER,
    tanggal_bayar_terakhir INTEGER,
    nonaktif_sejak INTEGER,
    akan_nonaktif_pada INTEGER,
    -- The newest month past due that tells something: riwayat_iuran, saldo_jht.
    bukti_blth INTEGER,
    tanggal_nonaktif INTEGER,
    -- From 1. It stands last so that SQLite takes the cells in front of it as they are and counts.
    id INTEGER PRIMARY KEY
);
CREATE TABLE keanggotaan (
    -- One row for each employer and worker, in the order of status.csv.
    perusahaan INTEGER NOT NULL REFERENCES perusahaan,
    kpj TEXT,
    nik TEXT,
    nama TEXT,
    tanggal_lahir INTEGER,
    situasi INTEGER NOT NULL REFERENCES situasi,
    -- Amounts are whole sen.
    tunggakan INTEGER NOT NULL,
    denda INTEGER NOT NULL,
    -- The money of bukti_blth.
    bukti_diterima INTEGER,
    bukti_jht INTEGER,
    -- Lines of input files: berkas.id << 40 | line.
    bukti_uang INTEGER,
    bukti_payroll INTEGER,
    bukti_peserta INTEGER,
    -- HMAC-SHA256 of "kpj:" or "nik:" and the number, the first 16 bytes.
    token_kpj BLOB,
    token_nik BLOB,
    -- From 1, and last, as that of situasi.
    id INTEGER PRIMARY KEY
);
CREATE TABLE bulan (
    -- The months that are not settled: unpaid, short or without data, and what is due next of
    -- those in arrears.
    pekerja INTEGER NOT NULL REFERENCES keanggotaan,
    blth INTEGER NOT NULL,
    status INTEGER NOT NULL,
    jatuh_tempo INTEGER NOT NULL,
    terutang INTEGER NOT NULL,
    ditagih INTEGER NOT NULL,
    diterima INTEGER NOT NULL,
    kurang INTEGER NOT NULL,
    bukti_payroll INTEGER,
    bukti_iuran INTEGER,
    PRIMARY KEY (pekerja, blth)
) WITHOUT ROWID;
CREATE TABLE temuan (
    -- The findings about a worker, in the order of the run.
    pekerja INTEGER NOT NULL REFERENCES keanggotaan,
    nomor INTEGER NOT NULL,
    kode INTEGER NOT NULL,
    blth INTEGER,
    bukti INTEGER,
    kolom TEXT,
    -- No personal value: an amount, or the NPP of another employer.
    nilai TEXT,
    PRIMARY KEY (pekerja, nomor)
) WITHOUT ROWID;
CREATE TABLE nomor_lain (
    -- Other numbers by which somebody may ask for a worker: those that BPJS has for him.
    jenis TEXT NOT NULL,
    nomor TEXT NOT NULL,
    pekerja INTEGER NOT NULL REFERENCES keanggotaan,
    PRIMARY KEY (jenis, nomor, pekerja)
) WITHOUT ROWID;
