/// Mutations by employer, kind and worker; those of one worker and kind, mostly one, by what tells
/// them apart.
///
/// Each stays where it was found, for it takes hundreds of bytes.
package struct MutationList: Sendable {
    /// As they were found, batch by batch.
    private let parts: [[Mutation]]
    private let places: [ListPlace]

    /// Puts mutations in order.
    ///
    /// - Parameters:
    ///   - parts: The mutations, batch by batch.
    ///   - precedes: The order of those of one worker and kind.
    init(_ parts: [[Mutation]], thenBy precedes: (Mutation, Mutation) -> Bool) {
        let count = parts.reduce(0) { $0 + $1.count }
        var found: [ListPlace] = []
        var order: [SortEntry] = []
        found.reserveCapacity(count)
        order.reserveCapacity(count)
        for (part, mutations) in parts.enumerated() {
            for (index, mutation) in mutations.enumerated() {
                let key = UInt64(mutation.kind.rawValue) << 32 | UInt64(mutation.worker)
                let place = UInt32(found.count)
                order.append(SortEntry(key: key, employer: mutation.employer, index: place))
                found.append(ListPlace(list: part, index: index))
            }
        }
        radixSort(&order)
        for run in runs(of: order) where run.count > 1 {
            order[run].sort {
                precedes(parts[found[Int($0.index)]], parts[found[Int($1.index)]])
            }
        }
        self.parts = parts
        places = order.map { found[Int($0.index)] }
    }
}

extension MutationList: RandomAccessCollection {
    /// The place of the first mutation.
    package var startIndex: Int { 0 }
    /// The place behind the last one.
    package var endIndex: Int { places.count }

    /// A mutation by its place in the order.
    package subscript(index: Int) -> Mutation { parts[places[index]] }
}
