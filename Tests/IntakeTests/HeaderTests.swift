internal import Contributions
internal import Intake
internal import Testing

@Suite("A header")
struct HeaderTests {
    @Test(
        "tells the kind of its file",
        arguments: [
            ("npp,blth,nama,kpj,upah", InputKind.payroll),
            ("npp,blth,nama,nik,upah_harian", .payroll),
            ("npp,blth,nama,nik,gaji_pokok,tunjangan_tetap", .payroll),
            (
                "npp,blth,kpj,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja",
                .ledger
            ),
            // A ledger with name and wage is no payroll.
            (
                """
                npp,blth,nama,upah,nik,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja,\
                jp_tenaga_kerja
                """,
                .ledger
            ),
            ("npp,tanggal_bayar,jumlah", .payments), ("npp,kpj", .register),
            ("npp,nik,nama,status", .register),
            ("npp,nama,kelas_jkk", .employers), ("npp,kpj,nik_lain,alasan,oleh", .pairs),
            ("npp,no_paspor", .register), ("npp,blth,nama,no_paspor,upah", .payroll),
            // Whatever the order, case and spaces, and beside columns that no rule reads.
            (" UPAH ,Kpj,nama, BLTH,NPP,catatan", .payroll), ("\"npp\",\"kpj\"", .register),
        ]
    )
    func kind(_ header: String, _ kind: InputKind) throws {
        #expect(try FileReading.head(header).layout.kind == kind)
        #expect(try FileReading.head(header + "\n").layout.kind == kind)
    }

    @Test(
        "is refused where it is none",
        arguments: [
            ("nama,alamat", "judul kolom tidak dikenali; ditemukan: nama, alamat; "),
            ("a;b;c", "judul kolom tidak dikenali; ditemukan: a;b;c; "),
            // A payroll without a name must not pass for a register.
            (
                "npp,blth,kpj,upah",
                "kolom wajib payroll tidak ada: nama; ditemukan: npp, blth, kpj, upah"
            ),
            ("npp,nik,nama,upah", "kolom wajib payroll tidak ada: blth; "),
            ("npp,blth,nama,upah", "kolom wajib payroll tidak ada: kpj atau nik atau no_paspor; "),
            (
                "npp,blth,nama,kpj,gaji_pokok",
                "kolom wajib payroll tidak ada: upah atau gaji_pokok + tunjangan_tetap atau upah_harian; "
            ),
            (
                "npp,blth,kpj,jkk,jkm,jht_pemberi_kerja,jht_tenaga_kerja,jp_pemberi_kerja",
                "kolom wajib buku iuran (ledger) tidak ada: jp_tenaga_kerja; "
            ),
            ("npp,tanggal_bayar,nominal", "kolom wajib pembayaran (payments) tidak ada: jumlah; "),
            ("npp,kpj,kpj", "kolom \"kpj\" ada dua kali; sisakan satu"),
            ("npp,nama,kelas_jkk,Nama", "kolom \"nama\" ada dua kali; sisakan satu"),
            ("", "berkas kosong; "), ("\n\n", "berkas kosong; "),
            ("npp,\"kpj", "baris judul tidak dapat dibaca: tanda kutip dibuka"),
            ("npp,k\"pj", "baris judul tidak dapat dibaca: ada tanda kutip di tengah sel"),
        ]
    )
    func refused(_ header: String, _ message: String) {
        let problem = #expect(throws: FileProblem.self) { try FileReading.head(header) }
        #expect(problem?.message.hasPrefix(message) == true, "\(problem?.message ?? "")")
    }

    @Test("must have what the named kind needs")
    func namedKind() throws {
        #expect(
            try FileReading.head("npp,kpj,nama,kelas_jkk", kind: .register).layout.kind == .register
        )
        let problem = #expect(throws: FileProblem.self) {
            try FileReading.head("npp,kpj,nama", kind: .employers)
        }
        #expect(problem?.message.contains("kelas_jkk") == true)
    }

    @Test("counts the columns that no rule of its kind reads")
    func ignoredColumns() throws {
        let layout = try FileReading.head("npp,kpj,Catatan,catatan,jumlah,blth", kind: .register)
            .layout
        #expect(layout.ignoredColumns == ["catatan", "catatan", "jumlah", "blth"])
        #expect(layout.cellCount == 6)
    }

    @Test("may stand behind a byte order mark and blank lines")
    func beforeTheHeader() throws {
        let head = try FileReading.head([0xEF, 0xBB, 0xBF] + Array("\n,,\r\nnpp,kpj\nx".utf8))
        #expect(head.blankCount == 2)
        #expect(head.rowsLine == 4)
        #expect(head.rowsOffset == 3 + 13)
        #expect(head.terminator == UInt8(ascii: "\n"))
    }

    @Test("may be several lines")
    func severalLines() throws {
        let head = try FileReading.head("npp,kpj,\"catatan\nbagian dua\"\nx")
        #expect(head.rowsLine == 3)
        #expect(head.layout.ignoredColumns == ["catatan\nbagian dua"])
    }

    @Test("may end in a carriage return alone")
    func carriageReturn() throws {
        let text = "npp,kpj\r12004518,19040012345\r"
        #expect(try FileReading.head(text).terminator == UInt8(ascii: "\r"))
        #expect(try FileReading.read(text).counts.accepted == 1)
        #expect(try FileReading.head("npp,kpj\r\nx").terminator == UInt8(ascii: "\n"))
    }

    @Test(
        "in UTF-16 is refused with the advice to save as UTF-8",
        arguments: [[0xFF, 0xFE], [0xFE, 0xFF]]
    )
    func utf16(_ mark: [UInt8]) {
        let problem = #expect(throws: FileProblem.self) { try FileReading.head(mark + [0x6E, 0]) }
        #expect(problem?.message == "berkas bertulisan UTF-16; simpan sebagai CSV UTF-8")
    }
}
