internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

@Suite("Joining segments")
struct AssemblyTests {
    private static func rows(_ texts: [String]) throws -> ([String], [NPP]) {
        let records = try FilesInMemory(texts.map { ("a.csv", Array($0.utf8)) }).records
        let pool = records.identifiers
        let rows = records.register.map { row in
            [
                pool.string(of: records.employers[Int(row.employer)].text),
                pool.string(of: row.kpj.text),
                pool.string(of: row.nik.text),
            ].joined(separator: " ")
        }
        return (rows, Array(records.employers))
    }

    @Test("numbers employers by NPP and keeps long identifiers, however the rows are cut")
    func cuts() throws {
        let header = "npp,kpj,nik\n"
        let lines = [
            "22222222,KPJSANGATPANJANG,NIK yang panjang", "111111,19040012345,3.17E+15",
            "AB123456,KPJSANGATPANJANG,3273-01-520490-0001", "22222222,,NIK yang panjang",
            "111111,1,3273015204900001",
        ]
        let expected = lines.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).joined(separator: " ")
        }
        let whole = try Self.rows([header + lines.joined(separator: "\n")])
        #expect(whole.0 == expected)
        let texts = whole.1.map { IdentifierPool().string(of: $0.text) }
        #expect(texts == ["111111", "22222222", "AB123456"])
        for cut in 1..<lines.count {
            let first = header + lines[..<cut].joined(separator: "\n")
            let second = header + lines[cut...].joined(separator: "\n")
            let parts = try Self.rows([first, second])
            #expect(parts.0 == whole.0)
            #expect(parts.1 == whole.1)
        }
    }

    @Test("numbers more employers than its first table has room for")
    func manyEmployers() throws {
        let npps = (0..<500).map { String(30_000_000 + $0 * 7919) }
        let lines = (npps + npps.reversed()).map { "\($0),19040012345," }
        let (rows, employers) = try Self.rows(["npp,kpj,nik\n" + lines.joined(separator: "\n")])
        #expect(employers.count == 500)
        #expect(rows.map { $0.prefix(8) } == (npps + npps.reversed()).map { $0[...] })
    }

    @Test("takes memory for the rows of a file, not for its lines")
    func manyLines() throws {
        // 64 GiB of blank lines, the largest file that is read; no computer has the room.
        let tables = RecordTables(lineCounts: [.register: 64 << 30, .payroll: 64 << 30])
        let files = try FilesInMemory([("a.csv", Array("npp,kpj\n12004518,1\n".utf8))])
        let row = try #require(files.records.register.first)
        guard case .register(var region) = tables.target(.register, from: 1 << 35, capacity: 1)
        else { return }
        region.append(row)
        let storage = tables.register.finish([region]) { _, _ in }
        #expect(storage.table.map(\.kpj) == [row.kpj])
        #expect(tables.payroll.finish([]) { _, _ in }.table.isEmpty)
    }
}
