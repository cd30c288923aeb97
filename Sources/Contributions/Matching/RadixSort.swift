/// A key with the index of the row it belongs to, for sorting without touching the row.
package struct SortEntry {
    /// What is sorted by within the employer.
    package var key: UInt64
    package var employer: UInt32
    /// The row's index in its table.
    package var index: UInt32

    package init(key: UInt64, employer: UInt32, index: UInt32) {
        self.key = key
        self.employer = employer
        self.index = index
    }
}

/// A stable sort by employer and key, linear in the number of entries.
///
/// Joining by sorted keys needs no hash table: rows of the same worker come to stand side by side,
/// and the workers come out in the order of the reports. Many entries are sorted in two halves side
/// by side, so that no core waits for the last table.
package func radixSort(_ entries: inout [SortEntry]) {
    guard entries.count >= 256 else { return sortFew(&entries) }
    let count = entries.count
    let middle = count < 1 << 16 ? count : count / 2
    var other = [SortEntry](unsafeUninitializedCapacity: count) { $1 = count }
    let isInOther = entries.withUnsafeMutableBufferPointer { entries in
        other.withUnsafeMutableBufferPointer { other in
            nonisolated(unsafe) let (entries, other) = (entries, other)
            // Each half is sorted by one thread, and all have ended when the map returns.
            let areInOther = Parallel.map(count: middle < count ? 2 : 1) { half in
                let range = half == 0 ? 0..<middle : middle..<count
                return sortByDigits(
                    UnsafeMutableBufferPointer(rebasing: entries[range]),
                    UnsafeMutableBufferPointer(rebasing: other[range])
                )
            }
            guard middle < count else { return areInOther[0] }
            let sorted = areInOther[1] ? other : entries
            let free = areInOther[1] ? entries : other
            // Where the halves lie apart, the left one joins the right.
            if areInOther[0] != areInOther[1] {
                _ = sorted.update(fromContentsOf: free[..<middle])
            }
            merge(
                UnsafeMutableBufferPointer(rebasing: sorted[..<middle]),
                UnsafeMutableBufferPointer(rebasing: sorted[middle...]),
                into: free
            )
            return !areInOther[1]
        }
    }
    if isInOther { swap(&entries, &other) }
}

/// Merges two sorted lists; of equal entries those of the left one come first.
private func merge(
    _ left: UnsafeMutableBufferPointer<SortEntry>,
    _ right: UnsafeMutableBufferPointer<SortEntry>,
    into entries: UnsafeMutableBufferPointer<SortEntry>
) {
    var (nextLeft, nextRight) = (0, 0)
    for index in entries.indices {
        let takesLeft =
            nextRight == right.count
            || nextLeft < left.count
                && (left[nextLeft].employer, left[nextLeft].key)
                    <= (right[nextRight].employer, right[nextRight].key)
        entries[index] = takesLeft ? left[nextLeft] : right[nextRight]
        if takesLeft { nextLeft += 1 } else { nextRight += 1 }
    }
}

/// A stable insertion by merge: the standard library's sort is stable in practice, but not by
/// contract, so the index, which rises with the position, breaks ties.
private func sortFew(_ entries: inout [SortEntry]) {
    let positions = entries.indices.sorted { left, right in
        let (a, b) = (entries[left], entries[right])
        return (a.employer, a.key, left) < (b.employer, b.key, right)
    }
    entries = positions.map { entries[$0] }
}

/// Sorts entries digit by digit, from one memory to the other and back.
///
/// - Returns: Whether the sorted entries are in the other memory.
private func sortByDigits(
    _ first: UnsafeMutableBufferPointer<SortEntry>,
    _ second: UnsafeMutableBufferPointer<SortEntry>
) -> Bool {
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
    for entry in first {
        for pass in 0..<passCount { counts[pass * bucketCount + digit(entry, pass)] += 1 }
    }
    var (entries, other) = (first, second)
    var isInSecond = false
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
        isInSecond.toggle()
    }
    return isInSecond
}
