internal import Contributions
internal import TestSupport
internal import Testing

@Suite("Decimal digits, eight at a time")
struct DecimalDigitsTests {
    private static func number(_ text: [UInt8]) -> UInt64? {
        text.withUnsafeBufferPointer { text in
            text.baseAddress.flatMap { DecimalDigits.number($0, count: text.count) }
        }
    }

    @Test("are the number they make, whatever their count", arguments: 1...16)
    func numbers(_ count: Int) {
        var random = SeededRandom(seed: count)
        let nines = [UInt8](repeating: UInt8(ascii: "9"), count: count)
        let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: count)
        let others = (0..<200).map { _ in
            (0..<count).map { _ in UInt8.random(in: 48...57, using: &random) }
        }
        for digits in [nines, zeros] + others {
            #expect(Self.number(digits) == UInt64(String(decoding: digits, as: UTF8.self)))
        }
    }

    @Test("are refused with any other byte among them, wherever it stands", arguments: 1...16)
    func otherBytes(_ count: Int) {
        let digits = [UInt8](repeating: UInt8(ascii: "9"), count: count)
        for place in 0..<count {
            for byte in UInt8.min...UInt8.max where !(48...57).contains(byte) {
                var text = digits
                text[place] = byte
                #expect(Self.number(text) == nil)
            }
        }
    }

    @Test("are a pair only where both bytes are digits")
    func pairs() {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                let text = [first, second]
                let pair = text.withUnsafeBufferPointer { $0.baseAddress.map(DecimalDigits.pair) }
                let isPair = text.allSatisfy { (48...57).contains($0) }
                #expect(pair == (isPair ? UInt64(first - 48) * 10 + UInt64(second - 48) : nil))
            }
        }
    }
}
