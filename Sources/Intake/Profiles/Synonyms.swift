/// Headings that mean the same in every layout.
///
/// A profile lists its own spellings; a heading that is none of them is looked up here, as long as
/// the profile knows the column. Contributions follow a grammar: a programme, and a side.
enum Synonyms {
    /// What a heading means, or nil.
    static func role(of heading: Heading) -> ColumnRole? {
        if let role = byHeading[heading] { return role }
        return contribution(heading)
    }

    private static let byHeading: [Heading: ColumnRole] = {
        var roles: [Heading: ColumnRole] = [:]
        for (role, spellings) in table {
            for spelling in spellings { roles[Heading(spelling)] = role }
        }
        for column in Column.allCases { roles[Heading(column.name)] = .column(column) }
        roles[Heading("NIK")] = .nikOrEmployeeNumber
        return roles
    }()

    private static let table: [(ColumnRole, [String])] = [
        (.column(.npp), ["NPP", "No NPP", "Nomor Pendaftaran Perusahaan"]),
        (.column(.blth), ["BLTH", "Bln-Thn", "Bulan Tahun", "Periode", "Bulan Iuran"]),
        (
            .column(.nama),
            [
                "Nama", "Nama Lengkap", "Nama Tenaga Kerja", "Nama TK", "Nama Karyawan",
                "Nama Pekerja", "Nama Peserta", "Employee Name",
            ]
        ),
        (
            .column(.noPegawai),
            [
                "NIP", "No Pegawai", "Nomor Pegawai", "No Karyawan", "Nomor Karyawan", "No Komp",
                "Employee ID", "Employee Code", "Employee", "Staff Id", "No. Induk",
                "NIK Karyawan",
            ]
        ),
        (
            .column(.nik),
            [
                "NIK KTP", "No KTP", "Nomor KTP", "KTP", "Nomor Identitas", "No Identitas",
                "No eKTP", "NIK e-KTP", "No. Identitas (KTP)",
            ]
        ),
        (
            .column(.kpj),
            [
                "KPJ", "No KPJ", "Nomor KPJ", "Nomor Referensi", "No Ref", "No Referensi",
                "Nomor Peserta", "Nomor Ketenagakerjaan", "No. BPJS TK", "No BPJS Ketenagakerjaan",
                "Nomor BPJS Ketenagakerjaan",
            ]
        ),
        (
            .column(.upah),
            [
                "Upah", "Data Upah", "Data Upah (Rp.)", "Jumlah Upah", "Upah Dasar", "Upah BPJS",
                "Basic Salary", "Gaji per Bulan", "Upah Sebulan",
            ]
        ),
        (.column(.gajiPokok), ["Gaji Pokok", "Gapok"]),
        (.column(.tunjanganTetap), ["Tunjangan Tetap", "Tunj. Tetap"]),
        (.column(.rapel), ["Rapel", "Jumlah Rapel"]),
        (
            .column(.tanggalLahir),
            ["Tgl Lahir", "Tanggal Lahir", "Birth Date", "Date of Birth", "Tgl. Lahir"]
        ),
        (
            .column(.tanggalMasuk),
            [
                "Tgl Masuk", "Tanggal Masuk", "Join Date", "TMT", "Tgl Awal Bekerja",
                "Date of Joining", "Tanggal Bergabung",
            ]
        ),
        (
            .column(.tanggalKeluar),
            ["Tgl Keluar", "Tanggal Keluar", "Tanggal Resign", "Tgl Kejadian", "Relieving Date"]
        ),
        (.column(.sebabKeluar), ["Sebab NA", "Sebab Keluar"]),
        (
            .column(.tanggalKepesertaan),
            ["Tgl Kepesertaan", "Tanggal Kepesertaan", "Tgl Peserta"]
        ),
        (
            .column(.tanggalNonaktif),
            ["Tgl Nonaktif", "Tanggal Nonaktif", "Tgl Non Aktif", "Tanggal Non Aktif"]
        ),
        (.column(.status), ["Status Kepesertaan", "Status Peserta"]),
        (.column(.kodeIuran), ["Kode Iuran", "Kode Billing"]),
        (
            .column(.tanggalBayar),
            ["Tanggal Bayar", "Tgl Bayar", "Tanggal Pembayaran", "Tgl Pembayaran"]
        ),
        (.column(.jumlah), ["Jumlah Bayar", "Jumlah Pembayaran", "Nominal"]),
        (.column(.unit), ["Unit", "Unit Kerja", "Nama Unit Kerja", "Cabang", "Outlet"]),
        (.column(.divisi), ["Divisi", "Departemen", "Department", "Bagian"]),
        (.column(.noPaspor), ["No Paspor", "Nomor Paspor", "Paspor", "Passport No"]),
        (.column(.kewarganegaraan), ["Kewarganegaraan", "Warga Negara", "Nationality"]),
        (.column(.email), ["Email", "E-mail"]),
        (.column(.noHP), ["No HP", "No. Telp", "No Handphone", "Telepon"]),
    ]

    private static let employerWords: Set<String> = [
        "pemberi", "prsh", "perusahaan", "pk", "p", "company", "employer", "er",
    ]
    private static let workerWords: Set<String> = [
        "tenaga", "tk", "pekerja", "karyawan", "k", "employee", "ee",
    ]
    private static let fillers: Set<String> = ["iuran", "bpjs", "kerja", "jk", "program"]

    /// `Iuran JHT Pemberi Kerja`, `JP TK`, `BPJS JHT (Employer)`, `pemberi_kerja_jht_jk`.
    private static func contribution(_ heading: Heading) -> ColumnRole? {
        var programme: String?
        var isEmployer = false
        var isWorker = false
        for word in heading.words.split(separator: " ").map(String.init) {
            if ["jkk", "jkm", "jht", "jp", "jkp"].contains(word) {
                guard programme == nil else { return nil }
                programme = word
            } else if employerWords.contains(word) {
                isEmployer = true
            } else if workerWords.contains(word) {
                isWorker = true
            } else if !fillers.contains(word) {
                return nil
            }
        }
        guard let programme, !(isEmployer && isWorker) else { return nil }
        switch (programme, isEmployer, isWorker) {
        case ("jkk", _, false): return .column(.jkk)
        case ("jkm", _, false): return .column(.jkm)
        case ("jkp", true, _): return .column(.jkpPemberiKerja)
        case ("jht", true, _): return .column(.jhtPemberiKerja)
        case ("jht", _, true): return .column(.jhtTenagaKerja)
        case ("jht", _, _): return .unsidedJHT
        case ("jp", true, _): return .column(.jpPemberiKerja)
        case ("jp", _, true): return .column(.jpTenagaKerja)
        case ("jp", _, _): return .unsidedJP
        default: return nil
        }
    }
}
