import TestSupport
import Testing

/// The order of rows, columns and files is how the inputs came to be, not what they say.
@Suite("Order changes nothing")
struct OrderTests {
    /// Expects two reports to differ in nothing but sources, and in the files that may differ.
    private func expectTheSame(
        _ actual: RandomRun,
        _ expected: RandomRun,
        _ inputs: RandomInputs,
        except allowed: Set<String> = []
    ) {
        let left = actual.withoutSources()
        let right = expected.withoutSources()
        #expect(left.keys.sorted() == right.keys.sorted(), "\(inputs)")
        for file in right.keys.sorted() where !allowed.contains(file) {
            let difference = FirstDifference.between(left[file] ?? "", right[file] ?? "")
            #expect(difference == nil, "\(inputs): \(file) differs in \(difference ?? "")")
        }
        for file in ["status.csv", "rekap.csv", "ringkasan.json"] {
            let difference = FirstDifference.between(actual.files[file], expected.files[file])
            #expect(difference == nil, "\(inputs): \(file) differs in \(difference ?? "")")
        }
    }

    @Test("rows shuffled in every file change no byte but the sources", arguments: 1...12)
    func rowsShuffled(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed)
        let expected = try RandomRun(inputs)
        #expect(expected.table("status.csv").rows.count > 10, "\(inputs)")
        for shuffle in 1...3 {
            let actual = try RandomRun(inputs.shufflingRows(seed * 100 + shuffle))
            expectTheSame(actual, expected, inputs)
        }
    }

    @Test("columns shuffled in every file change no byte of the report", arguments: 1...6)
    func columnsShuffled(_ seed: Int) throws {
        let inputs = RandomInputs(seed: seed)
        let expected = try RandomRun(inputs)
        let actual = try RandomRun(inputs.shufflingColumns(seed))
        // Which of several bad cells is named first follows the columns.
        for file in expected.files.keys.sorted() where file != "manifest.json" {
            let difference = FirstDifference.between(actual.files[file], expected.files[file])
            #expect(difference == nil, "\(inputs): \(file) differs in \(difference ?? "")")
        }
    }

    @Test("a file split in two changes nothing but the sources", arguments: 1...12)
    func aFileSplitInTwo(_ seed: Int) throws {
        var inputs = RandomInputs(seed: seed, [.brokenRows])
        // Beside another payroll a part could share more than half of its workers and replace it.
        inputs.tables.removeAll { $0.name.contains("direksi") }
        // A receipt of a later day is an undated bill; in a second file it is another print of the
        // bill, and every file that it replaces is a finding of its own.
        for table in inputs.tables.indices where inputs.tables[table].name.contains("ledger") {
            inputs.tables[table].rows.removeAll { $0["tanggal_bayar"] ?? "" > inputs.asOf }
        }
        let expected = try RandomRun(inputs)
        for kind in [
            "payroll-karyawan", "ledger-tagihan", "ledger-bayar", "register", "pembayaran",
        ] {
            let split = inputs.splitting(kind, seed)
            #expect(split.tables.count == inputs.tables.count + 1)
            // The manifest lists one file more.
            expectTheSame(try RandomRun(split), expected, inputs, except: ["manifest.json"])
        }
    }
}

extension RandomInputs {
    /// The inputs with the rows of one file in two; rows that one person may own stay together.
    fileprivate func splitting(_ kind: String, _ seed: Int) -> RandomInputs {
        var inputs = self
        guard let place = tables.firstIndex(where: { $0.name.contains(kind) }) else { return self }
        let sides = sidesOfPersons(seed)
        var second = tables[place]
        second.name = tables[place].name.replacing(".csv", with: "-lagi.csv")
        func isSecond(_ row: [String: String]) -> Bool {
            sides[row["kpj"].flatMap { $0.isEmpty ? nil : $0 } ?? row["nik"] ?? ""] ?? false
        }
        inputs.tables[place].rows = tables[place].rows.filter { !isSecond($0) }
        second.rows = tables[place].rows.filter(isSecond)
        inputs.tables.insert(second, at: place + 1)
        return inputs
    }

    /// A side for each number, the same for all numbers that rows link to each other.
    private func sidesOfPersons(_ seed: Int) -> [String: Bool] {
        var leader: [String: String] = [:]
        func find(_ number: String) -> String {
            var found = number
            while let next = leader[found], next != found { found = next }
            return found
        }
        for row in tables.flatMap(\.rows) {
            let numbers = [row["kpj"] ?? "", row["nik"] ?? ""].filter { !$0.isEmpty }
            for number in numbers {
                leader[find(number)] = find(numbers[0])
            }
        }
        var random = SeededRandom(seed: seed)
        var sides: [String: Bool] = [:]
        for number in leader.keys.sorted() where find(number) == number {
            sides[number] = random.chance(50)
        }
        for number in leader.keys { sides[number] = sides[find(number)] }
        return sides
    }
}
