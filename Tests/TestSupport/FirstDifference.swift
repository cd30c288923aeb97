/// Where two texts begin to differ, for the message of a failed comparison.
package enum FirstDifference {
    /// The first differing line of both, or nil when they are equal.
    package static func between(_ actual: [UInt8]?, _ expected: [UInt8]?) -> String? {
        guard actual != expected else { return nil }
        guard let actual else { return "missing" }
        guard let expected else { return "not expected" }
        return between(
            String(decoding: actual, as: UTF8.self),
            String(decoding: expected, as: UTF8.self)
        ) ?? "other bytes, the same text"
    }

    /// The first differing line of both, or nil when they are equal.
    package static func between(_ actual: String, _ expected: String) -> String? {
        guard actual != expected else { return nil }
        let left = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let line = place ?? min(left.count, right.count)
        return """
            line \(line + 1)
              actual   \(line < left.count ? String(left[line]) : "(ends)")
              expected \(line < right.count ? String(right[line]) : "(ends)")
            """
    }
}
