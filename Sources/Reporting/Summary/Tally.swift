/// A count for each case of an enumeration whose raw values are 0, 1, 2 and so on.
package struct Tally<Case>: Sendable
where Case: CaseIterable & RawRepresentable & Sendable, Case.RawValue == UInt8 {
    private var counts = [Int](repeating: 0, count: Case.allCases.count)

    package subscript(key: Case) -> Int {
        get { counts[Int(key.rawValue)] }
        set { counts[Int(key.rawValue)] = newValue }
    }

    /// All cases together.
    package var total: Int {
        counts.reduce(0, +)
    }

    package static func += (left: inout Tally, right: Tally) {
        for index in left.counts.indices { left.counts[index] += right.counts[index] }
    }
}
