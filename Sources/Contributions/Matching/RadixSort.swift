/// A key with the index of the row it belongs to, for sorting without touching the row.
struct SortEntry {
    /// What is sorted by within the employer.
    var key: UInt64
    var employer: UInt32
    /// The row's index in its table.
    var index: UInt32
}

/// A stable sort by employer and key, linear in the number of entries.
///
/// Joining by sorted keys needs no hash table: rows of the same worker come to stand side by side,
/// and the workers come out in the order of the reports.
func radixSort(_ entries: inout [SortEntry]) {
    guard entries.count > 1 else { return }
    if entries.count < 256 {
        // A stable insertion by merge: the standard library's sort is stable in practice, but not
        // by contract, so the index, which rises with the position, breaks ties.
        let positions = entries.indices.sorted { left, right in
            let (a, b) = (entries[left], entries[right])
            return (a.employer, a.key, left) < (b.employer, b.key, right)
        }
        entries = positions.map { entries[$0] }
        return
    }
    let digitBits = 11
    let bucketCount = 1 << digitBits
    let keyPasses = 6
    let employerPasses = 3
    let passCount = keyPasses + employerPasses
    var counts = [UInt32](repeating: 0, count: passCount * bucketCount)
    func digit(_ entry: SortEntry, _ pass: Int) -> Int {
        let mask = UInt64(bucketCount - 1)
        return pass < keyPasses
            ? Int(entry.key >> UInt64(pass * digitBits) & mask)
            : Int(UInt64(entry.employer) >> UInt64((pass - keyPasses) * digitBits) & mask)
    }
    for entry in entries {
        for pass in 0..<passCount { counts[pass * bucketCount + digit(entry, pass)] += 1 }
    }
    var other = entries
    for pass in 0..<passCount {
        let firstDigit = digit(entries[0], pass)
        if counts[pass * bucketCount + firstDigit] == entries.count { continue }
        var next: UInt32 = 0
        for bucket in 0..<bucketCount {
            let count = counts[pass * bucketCount + bucket]
            counts[pass * bucketCount + bucket] = next
            next += count
        }
        for entry in entries {
            let slot = pass * bucketCount + digit(entry, pass)
            other[Int(counts[slot])] = entry
            counts[slot] += 1
        }
        swap(&entries, &other)
    }
}
