/// The slip of the fingers that makes one number of another; places count from 1.
package enum TypingError: Hashable, Sendable {
    /// A character stands for another one.
    case replaced(place: Int)
    /// The character at the place and the next one have changed places.
    case swapped(place: Int)
    /// A character is left out; the place is that in the whole number.
    case leftOut(place: Int)
    /// There is a character too many; the place is that in the longer number.
    case added(place: Int)
}

extension TypingError {
    /// Finds the one slip between two numbers; nil for equal ones, and where there are more.
    ///
    /// - Parameters:
    ///   - right: The number as it should be.
    ///   - typed: The number as it was typed.
    init?(between right: [UInt8], and typed: [UInt8]) {
        let prefix = zip(right, typed).prefix { $0 == $1 }.count
        let rightRest = right[prefix...]
        let typedRest = typed[prefix...]
        switch rightRest.count - typedRest.count {
        case 0:
            guard let a = rightRest.first, let b = typedRest.first else { return nil }
            if rightRest.dropFirst() == typedRest.dropFirst() {
                self = .replaced(place: prefix + 1)
                return
            }
            guard let c = rightRest.dropFirst().first, let d = typedRest.dropFirst().first,
                a == d, b == c, rightRest.dropFirst(2) == typedRest.dropFirst(2)
            else { return nil }
            self = .swapped(place: prefix + 1)
        case 1 where rightRest.dropFirst() == typedRest: self = .leftOut(place: prefix + 1)
        case -1 where rightRest == typedRest.dropFirst(): self = .added(place: prefix + 1)
        default: return nil
        }
    }

    /// Gives the text, and every text with one character left out.
    ///
    /// Two texts that one slip lies between share one of them, so that they are found without
    /// comparing each with each.
    static func forEachShortForm(
        of text: [UInt8],
        _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard !text.isEmpty else { return }
        text.withUnsafeBufferPointer(body)
        // From one form to the next a single character changes.
        var form = Array(text.dropFirst())
        form.withUnsafeBufferPointer(body)
        for index in form.indices where form[index] != text[index] {
            form[index] = text[index]
            form.withUnsafeBufferPointer(body)
        }
    }
}
