/// The receipts of ledgers that count: dated up to the as-of day, each twin once.
package struct CountedReceipts: Sendable {
    package let rows: [[String: String]]

    /// Takes them from random inputs that hold no broken rows.
    package init(_ inputs: RandomInputs) {
        var seen: Set<[String]> = []
        let identity =
            ["npp", "blth", "kpj", "nik", "kode_iuran", "tanggal_bayar"]
            + InputColumns.contributions
        rows = inputs.rows("ledger").filter { row in
            guard let day = row["tanggal_bayar"], !day.isEmpty, day <= inputs.asOf else {
                return false
            }
            let amounts = Set(InputColumns.contributions)
            return seen.insert(
                identity.map { amounts.contains($0) ? "\(sen(row[$0] ?? ""))" : row[$0] ?? "" }
            ).inserted
        }
    }

    /// The employers that received anything.
    package var npps: Set<String> {
        Set(rows.compactMap { $0["npp"] })
    }

    /// What was received for a share, in sen; the employer's part of JKP is paid with JKK.
    package func total(_ share: String, npp: String? = nil, month: String? = nil) -> Int {
        rows.reduce(0) { sum, row in
            if let npp, row["npp"] != npp { return sum }
            if let month, row["blth"] != month { return sum }
            let jkp = share == "jkk" ? sen(row["jkp_pemberi_kerja"] ?? "") : 0
            return sum + sen(row[share] ?? "") + jkp
        }
    }
}
