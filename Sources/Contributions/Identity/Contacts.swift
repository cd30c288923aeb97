/// How a row says that its person can be reached, as far as two rows are compared; 8 bytes.
package struct Contacts: Hashable, Sendable, BitwiseCopyable {
    package var email: ContactPrint
    package var phone: ContactPrint

    package init(email: ContactPrint = .unstated, phone: ContactPrint = .unstated) {
        self.email = email
        self.phone = phone
    }

    /// Nothing is stated.
    package static let none = Contacts()

    subscript(kind: ContactKind) -> ContactPrint {
        switch kind {
        case .email: email
        case .phone: phone
        }
    }
}

/// A way to reach a person.
enum ContactKind: CaseIterable {
    case email
    case phone
}

/// Stands for an e-mail address or a telephone number that is compared and not read again.
///
/// Millions of rows have one each, so the text itself is not kept. Two that differ get the same 32
/// bits with a chance of 2^-32; a difference then goes unnoticed, and none is ever made up.
package struct ContactPrint: Hashable, Sendable, BitwiseCopyable {
    private let raw: UInt32

    private init(raw: UInt32) {
        self.raw = raw
    }

    private init(_ fingerprint: Fingerprint) {
        let bits = UInt32(truncatingIfNeeded: fingerprint.value ^ fingerprint.value >> 32)
        raw = bits < 3 ? bits + 3 : bits
    }

    /// The file has no such column.
    package static let unstated = ContactPrint(raw: 0)
    /// The cell is empty.
    package static let empty = ContactPrint(raw: 1)
    /// The cell says something that cannot be compared, such as two numbers.
    package static let unclear = ContactPrint(raw: 2)

    /// Whether the cell says anything.
    var isStated: Bool { raw >= 2 }
}

// MARK: - Telephone numbers

extension ContactPrint {
    /// A telephone number: its digits, without the country code of Indonesia and zeros in front.
    ///
    /// `+62 812-3456-789`, `62812…`, `0812…` and `812…`, which a spreadsheet has made a number,
    /// are one.
    package init(phone text: UnsafeBufferPointer<UInt8>) {
        if let print = Self.ofDigits(text) {
            self = print
            return
        }
        let digits = text.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        self = digits.isEmpty ? .unclear : digits.withUnsafeBufferPointer(Self.ofDigits) ?? .unclear
    }

    /// No number of the world has more digits (ITU-T E.164); more are several numbers.
    private static let mostDigits = 15

    /// The print of digits; nil where there are others, or too many.
    private static func ofDigits(_ digits: UnsafeBufferPointer<UInt8>) -> ContactPrint? {
        guard let base = digits.baseAddress, !digits.isEmpty else { return .empty }
        let zero = UInt8(ascii: "0")
        var start = 0
        if digits.count > 2, base[0] == zero, base[1] == zero { start = 2 }
        if digits.count > start + 2, base[start] == zero + 6, base[start + 1] == zero + 2 {
            start += 2
        }
        let count = digits.count - start
        guard count <= mostDigits, let number = DecimalDigits.number(base + start, count: count)
        else { return nil }
        guard number > 0 else { return .empty }
        var fingerprint = Fingerprint()
        fingerprint.add(number)
        return ContactPrint(fingerprint)
    }
}

// MARK: - E-mail addresses

extension ContactPrint {
    /// An e-mail address, whose capitals make no difference.
    package init(email text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.first, let last = text.last else {
            self = .empty
            return
        }
        let at = UInt8(ascii: "@")
        let bytes = UnsafeRawBufferPointer(text)
        var fingerprint = Fingerprint()
        fingerprint.add(UInt64(bytes.count))
        var (marks, all) = (0, UInt64(0))
        var offset = 0
        while offset < bytes.count {
            let word = bytes.word(at: offset)
            all |= word
            marks += Self.count(of: at, in: word)
            fingerprint.add(Self.lowercased(word))
            offset += 8
        }
        // Beyond ASCII there are typographic marks far more often than addresses.
        let isAddress = marks == 1 && first != at && last != at && all & Self.highBits == 0
        self = isAddress ? ContactPrint(fingerprint) : .unclear
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// How often an ASCII character stands in eight of them.
    private static func count(of character: UInt8, in word: UInt64) -> Int {
        let others = word ^ UInt64(character) &* 0x0101_0101_0101_0101
        return 8 - ((others &+ 0x7F7F_7F7F_7F7F_7F7F) & highBits).nonzeroBitCount
    }

    /// Eight ASCII characters in small letters: between A and Z the bit of 32 is set.
    private static func lowercased(_ word: UInt64) -> UInt64 {
        let fromA = word &+ 0x3F3F_3F3F_3F3F_3F3F
        let beyondZ = word &+ 0x2525_2525_2525_2525
        return word | (fromA & ~beyondZ & highBits) >> 2
    }
}
