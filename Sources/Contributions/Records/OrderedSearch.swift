extension RandomAccessCollection where Index == Int {
    /// The first place whose element does not come before what is looked for, by halving.
    ///
    /// - Parameter comesBefore: Whether an element comes before it; the elements for which that
    ///   holds stand in front of all others.
    /// - Returns: The place, or the end.
    @inline(__always)
    func firstPlace(behindAll comesBefore: (Element) -> Bool) -> Int {
        var (start, end) = (startIndex, endIndex)
        while start < end {
            let middle = (start + end) / 2
            if comesBefore(self[middle]) { start = middle + 1 } else { end = middle }
        }
        return start
    }
}
