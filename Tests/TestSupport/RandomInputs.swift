/// Random inputs of a run: a few employers, workers and months with everything that goes wrong.
///
/// The same seed gives the same inputs. They hold several NPPs, rows without KPJ or NIK, NIKs of
/// two persons, second KPJs, twins, instalments, corrections, bills without a day, replaced
/// payrolls, strays under other NPPs and rows that cannot be read.
package struct RandomInputs: Sendable, CustomStringConvertible {
    package let seed: Int
    /// The arguments that belong to the inputs.
    package let asOf: String
    package var tables: [InputTable]

    /// What the inputs are made of beside the usual.
    package struct Traits: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// A later payroll file replaces some months of an earlier one.
        package static let replacedPayroll = Traits(rawValue: 1)
        /// Rows that are refused.
        package static let brokenRows = Traits(rawValue: 2)
        /// The same bill in two files, of which the later counts.
        package static let reprints = Traits(rawValue: 4)
        package static let all: Traits = [.replacedPayroll, .brokenRows, .reprints]
    }

    package init(seed: Int, _ traits: Traits = .all) {
        var maker = InputMaker(seed: seed, traits)
        maker.make()
        self.seed = seed
        asOf = maker.asOf
        tables = maker.tables
    }

    package var description: String { "seed \(seed)" }

    /// An employer about whose payments no file says anything.
    package static let unstatedNPP = "21000033"
}

extension RandomInputs {
    /// The files of one kind, by the beginning of their names.
    package func tables(_ kind: String) -> [InputTable] {
        tables.filter { $0.name.contains(kind) }
    }

    /// All rows of one kind, file by file.
    package func rows(_ kind: String) -> [[String: String]] {
        tables(kind).flatMap(\.rows)
    }

    /// Writes the files.
    package func write(to folder: WorkFolder, below name: String = "masuk") throws {
        for table in tables { try folder.write(table.text, to: "\(name)/\(table.name)") }
    }

    /// The same rows in another order within each file.
    package func shufflingRows(_ seed: Int) -> RandomInputs {
        var random = SeededRandom(seed: seed)
        var inputs = self
        for index in inputs.tables.indices { inputs.tables[index].rows.shuffle(using: &random) }
        return inputs
    }

    /// The same rows with the columns in another order.
    package func shufflingColumns(_ seed: Int) -> RandomInputs {
        var random = SeededRandom(seed: seed)
        var inputs = self
        for index in inputs.tables.indices { inputs.tables[index].columns.shuffle(using: &random) }
        return inputs
    }
}

/// A worker at one employer.
private struct RandomWorker {
    var npp: String
    var otherNPP: String
    var kpj: String
    var secondKPJ: String
    var nik: String
    var otherNIK: String
    var name: String
    var birth: String
    var wage: Int
    /// The first month that nothing is paid for.
    var unpaidFrom: Int
    var isDirector: Bool
    var number: Int
}

/// Makes the tables of ``RandomInputs``.
private struct InputMaker {
    private(set) var tables: [InputTable] = []
    private(set) var asOf: String
    private let traits: RandomInputs.Traits
    private var random: SeededRandom
    private let months: [Int]
    private let npps = ["21000017", "21000025", "AB123456", RandomInputs.unstatedNPP]
    /// An employer's month for which no payroll was delivered.
    private var undelivered = (npp: "", month: 0)
    private var workers: [RandomWorker] = []

    init(seed: Int, _ traits: RandomInputs.Traits) {
        self.traits = traits
        random = SeededRandom(seed: seed)
        // Before and after the month in which JKM stopped carrying JKP, and across a March.
        let first = random.pick([2024 * 12 + 10, 2025 * 12 + 11, 2026 * 12 + 3])
        months = Array(first..<first + 5)
        asOf = Self.day(first + 5, random.pick([10, 20, 28]))
    }

    static func month(_ number: Int) -> String {
        let month = number % 12 + 1
        return "\(number / 12)-\(month < 10 ? "0" : "")\(month)"
    }

    static func day(_ month: Int, _ day: Int) -> String {
        "\(Self.month(month))-\(day < 10 ? "0" : "")\(day)"
    }

    mutating func make() {
        makeWorkers()
        undelivered = (random.pick(npps), random.pick(months))
        tables = [
            employers(), payroll("direksi") { $0.isDirector },
            payroll("karyawan") { !$0.isDirector },
        ]
        if traits.contains(.replacedPayroll) { tables.append(revision()) }
        let (bills, reprints, receipts) = ledgers()
        tables.append(bills)
        if traits.contains(.reprints) { tables.append(reprints) }
        tables += [receipts, payments(), register()]
        if traits.contains(.brokenRows) { breakRows() }
    }

    private mutating func makeWorkers() {
        let names = [
            "Sari Wulandari", "Budi Santoso", "PT \"Maju\", Tbk", "Ma'ruf", "-Dewi", "I Gede",
        ]
        for number in 0..<24 {
            let npp = random.pick(npps)
            // Some hold a second job, and some share a NIK with another by mistake.
            let twin = workers.isEmpty || !random.chance(15) ? nil : random.pick(workers)
            let nik = twin?.nik ?? "32730\(10 + random.number(0..<20))20490\(1000 + number)"
            workers.append(
                RandomWorker(
                    npp: npp,
                    otherNPP: random.pick(npps),
                    kpj: twin != nil && random.chance(50)
                        ? twin?.kpj ?? "" : "190400\(10_000 + number)",
                    secondKPJ: "200500\(10_000 + number)",
                    nik: nik,
                    otherNIK: random.chance(50) ? "3173\(100_000_000_000 + number)" : nik,
                    name: random.pick(names),
                    birth: random.chance(90) ? "19\(60 + random.number(0..<40))-04-12" : "",
                    wage: random.pick([2_773_184, 5_000_000, 5_938_885, 12_000_000]),
                    unpaidFrom: random.chance(30) ? random.pick(months) : Int.max,
                    isDirector: random.chance(20),
                    number: number
                )
            )
        }
    }
}

// MARK: - Payroll and employers

extension InputMaker {
    private mutating func employers() -> InputTable {
        var table = InputTable("00-perusahaan.csv", InputColumns.employers)
        for npp in npps where random.chance(85) {
            table.rows.append([
                "npp": npp, "nama": "PT \(npp)", "kelas_jkk": random.pick(["1", "II", "0,89%"]),
                "skala_usaha": random.pick(["besar", "kecil", ""]),
                "program": random.pick(["", "JKK;JKM;JHT;JP"]),
                "padat_karya": random.pick(["Y", "T", ""]),
            ])
        }
        return table
    }

    private mutating func payroll(
        _ name: String,
        _ belongs: (RandomWorker) -> Bool
    ) -> InputTable {
        var table = InputTable("10-payroll-\(name).csv", InputColumns.payroll)
        for month in months {
            for worker in workers where belongs(worker) && !random.chance(8) {
                if (worker.npp, month) == undelivered { continue }
                let row = payrollRow(worker, month)
                table.rows.append(row)
                if random.chance(4) { table.rows.append(row) }
                if random.chance(4) { table.rows.append(row.merging(["unit": "Cabang"]) { $1 }) }
            }
        }
        return table
    }

    private mutating func payrollRow(_ worker: RandomWorker, _ month: Int) -> [String: String] {
        var row = [
            "npp": worker.npp, "blth": Self.month(month), "kpj": worker.kpj, "nik": worker.nik,
            "nama": worker.name, "tanggal_lahir": worker.birth, "upah": "\(worker.wage)",
            "no_pegawai": "P\(worker.number)", "unit": random.pick(["Pusat", "Gudang", ""]),
        ]
        switch random.number(0..<12) {
        case 0, 1: row["kpj"] = ""
        case 2: row["nik"] = ""
        case 3: row["nik"] = worker.otherNIK
        case 4: row["kpj"] = worker.secondKPJ
        case 5: row["rapel"] = "250000.50"
        case 6: row["program"] = "JKK;JKM"
        case 7: row["upah"] = "0"
        default: break
        }
        return row
    }

    /// Whole months of all employees again, with other wages for some.
    private mutating func revision() -> InputTable {
        let first = tables[2]
        var table = InputTable("11-payroll-revisi.csv", InputColumns.payroll)
        let chosen = (random.pick(npps), Self.month(random.pick(months)))
        for row in first.rows where row["npp"] == chosen.0 && row["blth"] == chosen.1 {
            table.rows.append(row.merging(random.chance(30) ? ["upah": "6100000"] : [:]) { $1 })
        }
        return table
    }
}

// MARK: - Ledger

extension InputMaker {
    private mutating func ledgers() -> (
        bills: InputTable, reprints: InputTable, receipts: InputTable
    ) {
        var bills = InputTable("20-ledger-tagihan.csv", InputColumns.ledger)
        var reprints = InputTable("21-ledger-cetak-ulang.csv", InputColumns.ledger)
        var receipts = InputTable("22-ledger-bayar.csv", InputColumns.ledger)
        for month in months {
            for worker in workers where !random.chance(12) {
                let row = ledgerRow(worker, month)
                if random.chance(40) {
                    bills.rows.append(row)
                    if random.chance(30) { reprints.rows.append(row) }
                }
                guard month < worker.unpaidFrom, row["npp"] != RandomInputs.unstatedNPP else {
                    continue
                }
                receipts.rows += payments(of: row, month)
            }
        }
        return (bills, reprints, receipts)
    }

    private mutating func ledgerRow(_ worker: RandomWorker, _ month: Int) -> [String: String] {
        var row = [
            "npp": worker.npp, "blth": Self.month(month), "kpj": worker.kpj, "nik": worker.nik,
            "nama": worker.name, "upah": "\(worker.wage)",
            "kode_iuran": random.chance(80) ? "260\(month % 12)\(worker.npp.suffix(6))9" : "",
        ]
        let millionths = [2400, 3000, 37_000, 20_000, 20_000, 10_000]
        for (column, rate) in zip(InputColumns.contributions, millionths) {
            row[column] = amount(worker.wage * rate / 10_000)
        }
        if random.chance(20) {
            row["jkk"] = amount(worker.wage * 10 / 100)
            row["jkp_pemberi_kerja"] = amount(worker.wage * 14 / 100)
        }
        switch random.number(0..<14) {
        case 0, 1: row["kpj"] = ""
        case 2: row["nik"] = ""
        case 3: row["nik"] = worker.otherNIK
        case 4: row["kpj"] = worker.secondKPJ
        case 5: row["npp"] = worker.otherNPP
        case 6: row["jkm"] = "0"
        case 7: row["jp_tenaga_kerja"] = amount(worker.wage * 2)
        default: break
        }
        return row
    }

    private func amount(_ sen: Int) -> String {
        let decimals = abs(sen) % 100
        return "\(sen < 0 ? "-" : "")\(abs(sen) / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }

    /// The dated rows of a bill: at once, in instalments, taken back, twice, or late.
    private mutating func payments(of row: [String: String], _ month: Int) -> [[String: String]] {
        let day = Self.day(month + 1, random.pick([2, 9, 9, 9, 14, 18, 28]))
        let paid = row.merging(["tanggal_bayar": day]) { $1 }
        switch random.number(0..<14) {
        case 0: return []
        case 1: return [scaled(paid, 40, day), scaled(paid, 60, Self.day(month + 2, 5))]
        case 2: return [paid, scaled(paid, -30, day)]
        case 3: return [paid, scaled(paid, -100, Self.day(month + 2, 7))]
        case 4: return [paid, paid]
        case 5: return [scaled(paid, 100, Self.day(month + 3, 3))]
        case 6: return [scaled(paid, 100, Self.day(month + 9, 3))]
        default: return [paid]
        }
    }

    private func scaled(
        _ row: [String: String],
        _ percent: Int,
        _ day: String
    ) -> [String: String] {
        var scaled = row
        for column in InputColumns.contributions {
            guard let cell = row[column] else { continue }
            scaled[column] = amount(sen(cell) * percent / 100)
        }
        scaled["tanggal_bayar"] = day
        return scaled
    }
}

// MARK: - Other files

extension InputMaker {
    private mutating func payments() -> InputTable {
        var table = InputTable("30-pembayaran.csv", InputColumns.payments)
        for month in months where random.chance(40) {
            table.rows.append([
                "npp": random.pick(Array(npps.dropLast())),
                "tanggal_bayar": Self.day(month + 1, 11),
                "jumlah": "\(random.number(1..<900))000", "blth": Self.month(month),
                "kode_iuran": random.chance(50) ? "9990000000\(month % 10)" : "",
            ])
        }
        return table
    }

    private mutating func register() -> InputTable {
        var table = InputTable("40-register.csv", InputColumns.register)
        let silent = random.pick(npps)
        for worker in workers where worker.npp != silent && random.chance(75) {
            var row = [
                "npp": worker.npp, "kpj": worker.kpj, "nik": worker.nik, "nama": worker.name,
                "status": random.pick(["aktif", "aktif", ""]),
                "akun_jmo": random.pick(["Y", "T", ""]),
            ]
            switch random.number(0..<10) {
            case 0: row["kpj"] = ""
            case 1: row["kpj"] = worker.secondKPJ
            case 2: row["nik"] = worker.otherNIK
            case 3: row.merge(["status": "nonaktif", "tanggal_nonaktif": "2026-05-31"]) { $1 }
            default: break
            }
            table.rows.append(row)
            if random.chance(5) { table.rows.append(row) }
        }
        return table
    }

    /// Adds rows that are refused, one to each of the large files.
    private mutating func breakRows() {
        for index in tables.indices where tables[index].rows.count > 20 {
            var row = random.pick(tables[index].rows)
            row[random.pick(["npp", "blth"])] = random.pick(["", "Nov-26", "??"])
            tables[index].rows.insert(row, at: random.number(0..<tables[index].rows.count))
        }
    }
}
