internal import Contributions

/// The bytes of a part of a report, appended without a check per byte.
///
/// A report of a million workers is some 600 MB of text. So room is made once per row, and numbers
/// are written as digits, never as `String`. It is a class because it owns its memory and is handed
/// from the thread that writes it to the one that puts it into the file.
package final class ReportBuffer: @unchecked Sendable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0
    /// The texts of days, which repeat from row to row.
    private let dayTexts = DayTexts()
    /// The shares written last and where their amounts stand: what was due was mostly billed and
    /// received too.
    private var lastShares = Shares.zero
    private var lastAmounts = 0..<0

    package init(capacity: Int) {
        self.capacity = max(capacity, 4096)
        bytes = .allocate(capacity: self.capacity)
    }

    deinit {
        bytes.deallocate()
    }

    /// Forgets what was written, and keeps the memory.
    package func clear() {
        count = 0
        lastAmounts = 0..<0
    }

    /// What was written.
    package func withBytes<Result, Trouble>(
        _ body: (UnsafeRawBufferPointer) throws(Trouble) -> Result
    ) throws(Trouble) -> Result {
        try body(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// Makes room for a row whose cells, apart from texts, take at most `byteCount` bytes.
    @inline(__always)
    func reserve(_ byteCount: Int) {
        if count + byteCount > capacity { grow(by: byteCount) }
    }

    private func grow(by byteCount: Int) {
        capacity = max(capacity * 2, count + byteCount)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }
}

// MARK: - Separators

extension ReportBuffer {
    @inline(__always)
    func comma() { byte(UInt8(ascii: ",")) }

    @inline(__always)
    func endRow() { byte(UInt8(ascii: "\n")) }

    @inline(__always)
    func byte(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }
}

// MARK: - Values

extension ReportBuffer {
    /// A word of our own, which needs no quoting.
    @inline(__always)
    func word(_ word: UnsafeBufferPointer<UInt8>) {
        guard let start = word.baseAddress else { return }
        (bytes + count).update(from: start, count: word.count)
        count += word.count
    }

    /// The most bytes of a short word.
    static let shortWordBytes = 32

    /// A short word of our own, copied with what stands behind it; needs room for 32 bytes.
    ///
    /// So its length decides nothing before it is copied.
    @inline(__always)
    func shortWord(_ bytes: UnsafeBufferPointer<UInt8>, length: Int) {
        typealias Half = SIMD16<UInt8>
        let source = UnsafeRawBufferPointer(bytes)
        let target = UnsafeMutableRawPointer(self.bytes + count)
        target.storeBytes(of: source.loadUnaligned(as: Half.self), as: Half.self)
        let rest = source.loadUnaligned(fromByteOffset: 16, as: Half.self)
        target.storeBytes(of: rest, toByteOffset: 16, as: Half.self)
        count += length
    }

    func word(_ word: [UInt8]) {
        word.withUnsafeBufferPointer { self.word($0) }
    }

    func word(_ word: String) {
        var word = word
        word.withUTF8 { self.word($0) }
    }

    /// A word of any length, with room for 1 KiB behind it.
    func longWord(_ word: String) {
        reserve(word.utf8.count + 1024)
        self.word(word)
    }

    /// A whole number.
    func number(_ number: Int) {
        if number < 0 { byte(UInt8(ascii: "-")) }
        digits(number.magnitude)
    }

    /// An amount as `1234.50`.
    @inline(__always)
    func amount(_ amount: Rupiah) {
        let sen = amount.sen
        if sen == 0 {
            // "0.00", the commonest amount of all.
            UnsafeMutableRawPointer(bytes + count).storeBytes(of: 0x3030_2E30, as: UInt32.self)
            count += 4
            return
        }
        if sen < 0 { byte(UInt8(ascii: "-")) }
        let (rupiah, rest) = sen.magnitude.quotientAndRemainder(dividingBy: 100)
        digits(UInt(rupiah))
        byte(UInt8(ascii: "."))
        pair(Int(rest))
    }

    /// The amounts of all shares, each with a comma behind it.
    func amounts(_ shares: Shares) {
        let start = count
        if shares == lastShares, !lastAmounts.isEmpty {
            (bytes + start).update(from: bytes + lastAmounts.lowerBound, count: lastAmounts.count)
            count += lastAmounts.count
            return
        }
        for share in Share.allCases {
            amount(shares[share])
            comma()
        }
        lastShares = shares
        lastAmounts = start..<count
    }

    /// A day as `YYYY-MM-DD`, or nothing.
    func day(_ day: Day) {
        guard !day.isAbsent else { return }
        (bytes + count).update(from: dayTexts.text(of: day), count: DayTexts.length)
        count += DayTexts.length
    }

    /// A day as `DD-MM-YYYY`, or nothing.
    func dayFirst(_ day: Day) {
        guard !day.isAbsent else { return }
        let (year, month, number) = day.civil
        pair(number)
        byte(UInt8(ascii: "-"))
        pair(month)
        byte(UInt8(ascii: "-"))
        pair(year / 100)
        pair(year % 100)
    }

    /// A month as `MM-YYYY`.
    func monthFirst(_ month: ContributionMonth) {
        pair(month.month)
        byte(UInt8(ascii: "-"))
        pair(month.year / 100)
        pair(month.year % 100)
    }

    /// An amount in whole rupiah, with sen only where there are some.
    func shortAmount(_ amount: Rupiah) {
        if amount.sen % 100 == 0 { number(Int(amount.sen / 100)) } else { self.amount(amount) }
    }

    /// A month as `YYYY-MM`.
    func month(_ month: ContributionMonth) {
        pair(month.year / 100)
        pair(month.year % 100)
        byte(UInt8(ascii: "-"))
        pair(month.month)
    }

    /// An identifier that needs no pool; others are texts.
    func identifier(_ text: PackedText, _ pool: IdentifierPool) {
        guard !text.isAbsent else { return }
        guard text.digitCount > 0 else {
            self.text(pool.bytes(of: text))
            return
        }
        count += DecimalText.digits(of: text, to: UnsafeMutableRawPointer(bytes + count))
    }

    /// Needs room for 24 bytes.
    @inline(__always)
    private func digits(_ number: UInt) {
        if number >= 100_000_000 {
            let (head, tail) = number.quotientAndRemainder(dividingBy: 100_000_000)
            longNumber(head)
            put(DecimalText.eightDigits(UInt64(tail)), at: count)
            count += 8
            return
        }
        let text = DecimalText.eightDigits(UInt64(number))
        let zeros = DecimalText.leadingZeros(text)
        put(text >> UInt64(zeros * 8), at: count)
        count += 8 - zeros
    }

    /// The part of a long number in front of its last eight digits.
    @inline(never)
    private func longNumber(_ number: UInt) { digits(number) }

    @inline(__always)
    private func put(_ word: UInt64, at position: Int) {
        UnsafeMutableRawPointer(bytes + position).storeBytes(of: word, as: UInt64.self)
    }

    @inline(__always)
    private func pair(_ number: Int) {
        put(pair: number, at: count)
        count += 2
    }

    @inline(__always)
    private func put(pair number: Int, at position: Int) {
        let tens = number / 10
        bytes[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens)
        bytes[position + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number - tens * 10)
    }
}

// MARK: - Texts

extension ReportBuffer {
    /// A text from a file: quoted where CSV needs it, and harmless in a spreadsheet.
    ///
    /// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return would be run as a
    /// formula; an apostrophe before it makes it text.
    func text(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.first else { return }
        reserve(text.count * 2 + 1024)
        let isFormula = Self.startsFormula(first)
        if !isFormula, copyPlain(UnsafeRawBufferPointer(text)) { return }
        let needsQuotes = text.contains(where: Self.needsQuotes)
        if needsQuotes { byte(UInt8(ascii: "\"")) }
        if isFormula { byte(UInt8(ascii: "'")) }
        var rest = text[...]
        while let mark = rest.firstIndex(of: UInt8(ascii: "\"")) {
            word(UnsafeBufferPointer(rebasing: rest[...mark]))
            byte(UInt8(ascii: "\""))
            rest = rest[(mark + 1)...]
        }
        word(UnsafeBufferPointer(rebasing: rest))
        if needsQuotes { byte(UInt8(ascii: "\"")) }
    }

    func text(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { self.text($0) }
    }

    func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text($0) }
    }

    /// A text that was put together elsewhere.
    func text(_ text: ReportBuffer) {
        text.withBytes { self.text($0.bindMemory(to: UInt8.self)) }
    }

    /// Copies a text unless it may need quotes; then what was copied does not count.
    ///
    /// - Returns: Whether it was copied.
    @inline(__always)
    private func copyPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        let target = UnsafeMutableRawPointer(bytes + count)
        let length = text.count
        if length >= 8 {
            // The last eight bytes overlap those before them.
            for offset in stride(from: 0, to: length, by: 8) {
                let start = min(offset, length - 8)
                let word = text.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                if Self.mayNeedQuotes(word) { return false }
                target.storeBytes(of: word, toByteOffset: start, as: UInt64.self)
            }
        } else if length >= 4 {
            let head = text.loadUnaligned(as: UInt32.self)
            let tail = text.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self)
            if Self.mayNeedQuotes(UInt64(head) | UInt64(tail) << 32) { return false }
            target.storeBytes(of: head, as: UInt32.self)
            target.storeBytes(of: tail, toByteOffset: length - 4, as: UInt32.self)
        } else {
            for index in 0..<length {
                if Self.needsQuotes(text[index]) { return false }
                target.storeBytes(of: text[index], toByteOffset: index, as: UInt8.self)
            }
        }
        count += length
        return true
    }

    /// Whether a byte is a comma, a quotation mark or of a line end.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }

    /// Whether any of eight bytes is at most a comma and no space.
    ///
    /// Each highest bit tells of its byte: added to a byte of up to 0x7F, 0x53 sets it for what is
    /// above a comma, 0x7F for what is not 0.
    private static func mayNeedQuotes(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        let low = word & ~high
        let isLarge = (low &+ 0x5353_5353_5353_5353) | word
        let isNoSpace = ((low ^ 0x2020_2020_2020_2020) &+ ~high) | word
        return ~isLarge & isNoSpace & high != 0
    }

    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
        default: false
        }
    }
}
