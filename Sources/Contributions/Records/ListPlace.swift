/// Where an element stands in lists of them, such as those of the batches of a run; 8 bytes.
public struct ListPlace: Sendable, BitwiseCopyable {
    @usableFromInline let packedList: UInt32
    @usableFromInline let packedIndex: UInt32

    /// Creates a place.
    @inlinable
    public init(list: Int, index: Int) {
        packedList = UInt32(list)
        packedIndex = UInt32(index)
    }

    /// The place of the list.
    @inlinable public var list: Int { Int(packedList) }
    /// The place in it.
    @inlinable public var index: Int { Int(packedIndex) }
}

extension Array {
    /// The element of one of the lists at a place.
    @inlinable
    public subscript<Member>(place: ListPlace) -> Member where Element == [Member] {
        self[place.list][place.index]
    }
}
