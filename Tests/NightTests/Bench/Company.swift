/// The files of one invented employer, as long as a test wants them.
struct Company: Sendable {
    var npp: String
    /// The number of the first worker, so that two employers have different people.
    var first: Int

    static let batik = Company(npp: "12004518", first: 1)
    static let roti = Company(npp: "27014563", first: 501)

    /// A payroll: every worker in every month, at a wage.
    func payroll(_ months: [String], workers: Int, wage: Int = 5_000_000) -> String {
        var text = "npp,blth,kpj,nik,nama,tanggal_lahir,upah\n"
        for month in months {
            for worker in 0..<workers { text += "\(npp),\(month),\(person(worker)),\(wage)\n" }
        }
        return text
    }

    /// A ledger in which every worker's contributions on 5,000,000 are paid.
    func ledger(_ months: [(month: String, paid: String)], workers: Int) -> String {
        var text =
            "npp,blth,kpj,nik,nama,tanggal_lahir,upah,jkk,jkm,jht_pemberi_kerja,"
            + "jht_tenaga_kerja,jp_pemberi_kerja,jp_tenaga_kerja,kode_iuran,tanggal_bayar\n"
        for (month, paid) in months {
            for worker in 0..<workers {
                text += "\(npp),\(month),\(person(worker)),5000000,12000,15000,185000,100000,"
                text += "100000,50000,\(month.filter(\.isNumber))\(npp.suffix(4)),\(paid)\n"
            }
        }
        return text
    }

    /// A register that shows every worker active.
    func register(workers: Int, status: String = "aktif") -> String {
        var text = "npp,kpj,nik,nama,tanggal_lahir,tanggal_kepesertaan,status,akun_jmo\n"
        for worker in 0..<workers {
            text += "\(npp),\(person(worker)),2019-04-01,\(status),Y\n"
        }
        return text
    }

    var employer: String {
        "npp,nama,kelas_jkk,skala_usaha,program\n\(npp),PT Contoh \(npp),1,besar,JKK;JKM;JHT;JP\n"
    }

    /// The cells kpj, nik, nama and tanggal_lahir of a worker.
    func person(_ worker: Int) -> String {
        let number = first + worker
        let serial = String("\(10_000 + number)".dropFirst())
        let name = "Sekar \(Self.letters(number))"
        return "1904001\(serial),327301520490\(serial),\(name),1990-04-12"
    }

    /// A number in letters, since a name has no digits.
    private static func letters(_ number: Int) -> String {
        "\(number)".map { digit in
            ["no", "sa", "du", "ti", "em", "li", "en", "tu", "la", "se"][
                digit.wholeNumberValue ?? 0
            ]
        }
        .joined()
    }
}
