extension SortEntry {
    func hasSameKey(as other: SortEntry) -> Bool {
        key == other.key && employer == other.employer
    }

    func precedes(_ other: SortEntry) -> Bool {
        (employer, key) < (other.employer, other.key)
    }
}

/// The ranges of entries with the same employer and key.
package func runs(of entries: [SortEntry]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < entries.count {
        var end = start + 1
        while end < entries.count, entries[end].hasSameKey(as: entries[start]) { end += 1 }
        runs.append(start..<end)
        start = end
    }
    return runs
}
