CREATE VIEW pekerja AS
    -- A worker at an employer with all that is said of him: SELECT * FROM pekerja WHERE kpj = '…'.
    -- CROSS JOIN: his row is found first, then his situation.
    SELECT
        k.id, k.perusahaan, k.kpj, k.nik, k.token_kpj, k.token_nik, k.nama, k.tanggal_lahir,
        s.status, s.status_bpjs, s.penyebab, s.semua_penyebab, s.kartu_digital, s.riwayat_iuran,
        s.saldo_jht, s.perusahaan_terakhir, s.masalah_akun, s.bulan_berturut, s.bulan_tunggakan,
        k.tunggakan, k.denda, s.blth_lunas_terakhir, s.tanggal_bayar_terakhir, s.nonaktif_sejak,
        s.akan_nonaktif_pada, s.bukti_blth, k.bukti_diterima, k.bukti_jht, k.bukti_uang,
        k.bukti_payroll, k.bukti_peserta, s.tanggal_nonaktif
    FROM keanggotaan k CROSS JOIN situasi s ON s.id = k.situasi;
CREATE VIEW diagnosa AS
    -- The same with words in place of numbers: SELECT * FROM diagnosa WHERE kpj = '…'.
    SELECT
        p.id, u.npp, u.nama AS nama_perusahaan, p.kpj, p.nik,
        lower(hex(p.token_kpj)) AS token_kpj, lower(hex(p.token_nik)) AS token_nik, p.nama,
        (SELECT kode FROM kode WHERE jenis = 'status' AND nomor = p.status) AS status,
        (SELECT kode FROM kode WHERE jenis = 'status_bpjs' AND nomor = p.status_bpjs)
            AS status_bpjs,
        (SELECT kode FROM kode WHERE jenis = 'penyebab' AND nomor = p.penyebab) AS penyebab,
        (SELECT group_concat(kode, ';') FROM kode
            WHERE jenis = 'penyebab' AND nomor <> p.penyebab AND p.semua_penyebab >> nomor & 1)
            AS penyebab_lain,
        (SELECT pelaku FROM kode WHERE jenis = 'penyebab' AND nomor = p.penyebab) AS pelaku,
        (SELECT kanal FROM kode WHERE jenis = 'penyebab' AND nomor = p.penyebab) AS kanal,
        (SELECT langkah FROM kode WHERE jenis = 'penyebab' AND nomor = p.penyebab) AS langkah,
        (SELECT kode FROM kode WHERE jenis = 'tanda' AND nomor = p.kartu_digital)
            AS kartu_digital,
        (SELECT kode FROM kode WHERE jenis = 'tanda' AND nomor = p.riwayat_iuran)
            AS riwayat_iuran,
        (SELECT kode FROM kode WHERE jenis = 'tanda' AND nomor = p.saldo_jht) AS saldo_jht,
        (SELECT kode FROM kode WHERE jenis = 'tanda' AND nomor = p.perusahaan_terakhir)
            AS perusahaan_terakhir,
        (SELECT group_concat(kode, ';') FROM kode
            WHERE jenis = 'masalah_akun' AND p.masalah_akun >> nomor & 1) AS masalah_akun,
        p.bulan_berturut, p.bulan_tunggakan,
        (SELECT group_concat(printf('%d-%02d', blth / 100, blth % 100), ';')
            FROM bulan WHERE pekerja = p.id
                AND status = (SELECT nomor FROM kode WHERE jenis = 'status_iuran'
                    AND kode = 'belum_dibayar')) AS blth_tunggakan,
        printf('%d.%02d', p.tunggakan / 100, p.tunggakan % 100) AS tunggakan,
        printf('%d.%02d', p.denda / 100, p.denda % 100) AS denda_estimasi,
        p.blth_lunas_terakhir, p.tanggal_bayar_terakhir, p.nonaktif_sejak, p.akan_nonaktif_pada,
        (SELECT nama FROM berkas WHERE id = p.bukti_payroll >> 40) || ':'
            || (p.bukti_payroll & 1099511627775) AS bukti_payroll,
        (SELECT nama FROM berkas WHERE id = p.bukti_uang >> 40) || ':'
            || (p.bukti_uang & 1099511627775) AS bukti_uang,
        (SELECT nama FROM berkas WHERE id = p.bukti_peserta >> 40) || ':'
            || (p.bukti_peserta & 1099511627775) AS bukti_peserta
    FROM pekerja p JOIN perusahaan u ON u.id = p.perusahaan;
