/// The few identifiers that do not fit into a ``PackedText``.
///
/// The pool of a run is sorted, so that the index of a text does not depend on the order of the
/// files' rows, and indices compare like the texts. A class because every worker's sorting asks it.
package final class IdentifierPool: Sendable {
    private let texts: [[UInt8]]

    package init(sorted texts: [[UInt8]] = []) {
        self.texts = texts
    }

    /// The bytes of an identifier.
    package func bytes(of text: PackedText) -> [UInt8] {
        switch text.kind {
        case .digits, .alphanumeric: text.unpacked()
        case .pooled, .damaged: texts[text.poolIndex]
        }
    }

    /// The identifier as a string, for messages and pages.
    package func string(of text: PackedText) -> String {
        String(decoding: bytes(of: text), as: UTF8.self)
    }

    /// Whether `left` comes before `right` in byte order.
    @inlinable
    package func isOrderedBefore(_ left: PackedText, _ right: PackedText) -> Bool {
        if left.raw >> 62 == right.raw >> 62 || left.isAbsent || right.isAbsent {
            return left.raw < right.raw
        }
        return isOrderedBefore(mixed: left, right)
    }

    @usableFromInline
    func isOrderedBefore(mixed left: PackedText, _ right: PackedText) -> Bool {
        bytes(of: left).lexicographicallyPrecedes(bytes(of: right))
    }
}

/// Collects the identifiers of one segment of a file that do not fit into a ``PackedText``.
package struct IdentifierCollector: Sendable {
    /// The texts in the order they were met; identifiers point into it until the pool is made.
    package private(set) var texts: [[UInt8]] = []
    private var indices: [[UInt8]: Int] = [:]

    /// - Parameter texts: What was collected before, when the segment was first read.
    package init(_ texts: [[UInt8]] = []) {
        self.texts = texts
    }

    /// Packs a text, keeping it here when it does not fit.
    @inlinable
    package mutating func pack(_ text: UnsafeBufferPointer<UInt8>) -> PackedText {
        PackedText(packing: text) ?? keep(Array(text), damaged: false)
    }

    /// Keeps a text that must not identify anybody.
    package mutating func keepDamaged(_ text: UnsafeBufferPointer<UInt8>) -> PackedText {
        keep(Array(text), damaged: true)
    }

    @usableFromInline
    mutating func keep(_ text: [UInt8], damaged: Bool) -> PackedText {
        if let index = indices[text] { return .pooled(at: index, damaged: damaged) }
        indices[text] = texts.count
        texts.append(text)
        return .pooled(at: texts.count - 1, damaged: damaged)
    }
}
