/// A key with the index of the row it belongs to, for sorting without touching the row.
package struct SortEntry: BitwiseCopyable {
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
    if areSorted(entries) { return }
    let count = entries.count
    let middle = count < 1 << 16 ? count : count / 2
    var other = [SortEntry](unwritten: count)
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
            merge(sorted, middle, into: free)
            return !areInOther[1]
        }
    }
    if isInOther { swap(&entries, &other) }
}

/// Whether entries need no sorting, as when files list workers in their order.
private func areSorted(_ entries: [SortEntry]) -> Bool {
    for index in 1..<entries.count where entries[index].precedes(entries[index - 1]) {
        return false
    }
    return true
}

/// Merges two sorted lists that lie one behind the other; of equal entries those of the left one
/// come first.
///
/// One thread merges from the front and another from the back, each half of what there is.
private func merge(
    _ lists: UnsafeMutableBufferPointer<SortEntry>,
    _ middle: Int,
    into entries: UnsafeMutableBufferPointer<SortEntry>
) {
    nonisolated(unsafe) let (lists, entries) = (lists, entries)
    let half = entries.count / 2
    // Each writes its own half, and both have ended when the map returns.
    _ = Parallel.map(count: 2) { part in
        if part == 0 {
            var (left, right) = (0, middle)
            for index in 0..<half {
                let takesLeft =
                    right == lists.count
                    || left < middle && !lists[right].precedes(lists[left])
                entries[index] = lists[takesLeft ? left : right]
                if takesLeft { left += 1 } else { right += 1 }
            }
        } else {
            var (left, right) = (middle, lists.count)
            for index in (half..<entries.count).reversed() {
                let takesLeft =
                    right == middle
                    || left > 0 && lists[right - 1].precedes(lists[left - 1])
                if takesLeft { left -= 1 } else { right -= 1 }
                entries[index] = lists[takesLeft ? left : right]
            }
        }
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
    let digits = differingDigits(first)
    var counts = [UInt32](repeating: 0, count: digits.count * SortDigit.bucketCount)
    for entry in first {
        for (pass, digit) in digits.enumerated() {
            counts[pass * SortDigit.bucketCount + digit.value(of: entry)] += 1
        }
    }
    var (entries, other) = (first, second)
    var isInSecond = false
    for (pass, digit) in digits.enumerated() {
        let start = pass * SortDigit.bucketCount
        var next: UInt32 = 0
        for slot in start..<start + SortDigit.bucketCount {
            let count = counts[slot]
            counts[slot] = next
            next += count
        }
        for entry in entries {
            let slot = start + digit.value(of: entry)
            other[Int(counts[slot])] = entry
            counts[slot] += 1
        }
        swap(&entries, &other)
        isInSecond.toggle()
    }
    return isInSecond
}

/// Eleven bits of a key or an employer.
private struct SortDigit {
    static let bitCount = 11
    static let bucketCount = 1 << bitCount

    var isOfEmployer: Bool
    var shift: UInt64

    @inline(__always)
    func value(of entry: SortEntry) -> Int {
        let number = isOfEmployer ? UInt64(entry.employer) : entry.key
        return Int(number >> shift & UInt64(Self.bucketCount - 1))
    }
}

/// The digits in which entries differ, the lowest first: identifiers of one kind and length share
/// many bits, and every digit costs a pass over all entries.
private func differingDigits(_ entries: UnsafeMutableBufferPointer<SortEntry>) -> [SortDigit] {
    var (keyBits, employerBits): (UInt64, UInt32) = (0, 0)
    for entry in entries {
        keyBits |= entry.key ^ entries[0].key
        employerBits |= entry.employer ^ entries[0].employer
    }
    return digits(in: keyBits, isOfEmployer: false)
        + digits(in: UInt64(employerBits), isOfEmployer: true)
}

/// The digits that cover all bits that are set.
private func digits(in bits: UInt64, isOfEmployer: Bool) -> [SortDigit] {
    var digits: [SortDigit] = []
    var rest = bits
    while rest != 0 {
        let shift = rest.trailingZeroBitCount
        digits.append(SortDigit(isOfEmployer: isOfEmployer, shift: UInt64(shift)))
        let end = shift + SortDigit.bitCount
        rest = end < 64 ? rest & (.max << UInt64(end)) : 0
    }
    return digits
}
