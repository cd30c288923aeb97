internal import Contributions
internal import TestSupport
internal import Testing

@Suite("An identifier in eight bytes")
struct PackedTextTests {
    private static func pack(_ text: String) -> PackedText? {
        Array(text.utf8).withUnsafeBufferPointer { PackedText(packing: $0) }
    }

    @Test(
        "holds up to 17 digits or 11 capital letters and digits",
        arguments: [
            ("", true), ("0", true), ("00000000000000000", true), ("99999999999999999", true),
            ("999999999999999999", false), ("ZZZZZZZZZZZ", true), ("ZZZZZZZZZZZZ", false),
            ("1234567890A", true), ("12345678901A", false), ("a", false), ("1 2", false),
            ("3273.01", false),
            ("É", false),
        ]
    )
    func holds(_ text: String, _ fits: Bool) {
        let packed = Self.pack(text)
        #expect((packed != nil) == fits)
        if let packed { #expect(IdentifierPool().string(of: packed) == text) }
    }

    @Test("keeps leading and trailing zeros apart")
    func zeros() {
        let texts = ["0", "00", "1", "10", "01", "010", "A0", "0A", "A"]
        #expect(Set(texts.compactMap(Self.pack)).count == texts.count)
    }

    @Test(
        "tells digits and their number",
        arguments: [
            ("3273015204900001", 16, 3_273_015_204_900_001), ("09040012345", 11, 9_040_012_345),
            ("0", 1, 0),
        ]
            as [(String, Int, UInt64)]
    )
    func digits(_ text: String, _ count: Int, _ value: UInt64) throws {
        let packed = try #require(Self.pack(text))
        #expect(packed.digitCount == count)
        #expect(packed.decimalValue == value)
    }

    @Test("is a text of letters without digit count, and absent when empty")
    func kinds() {
        #expect(Self.pack("1A")?.digitCount == 0)
        #expect(Self.pack("1A")?.kind == .alphanumeric)
        #expect(Self.pack("")?.isAbsent == true)
        #expect(Self.pack("0")?.isAbsent == false)
    }

    @Test("comes back unchanged and is ordered like the text, for random texts", arguments: 1...4)
    func roundTripAndOrder(_ seed: Int) {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("0123456789ABCXYZ".utf8)
        let other = Array("0123-. abcé".utf8)
        var texts: Set<[UInt8]> = []
        for index in 0..<400 {
            let isDigits = index % 3 == 0
            let isOdd = index % 10 == 1
            let length = Int.random(in: 1...(isDigits ? 19 : 12), using: &random)
            let letters = isOdd ? other : isDigits ? Array(alphabet.prefix(10)) : alphabet
            texts.insert(
                (0..<length).map { _ in letters[Int.random(in: letters.indices, using: &random)] }
            )
        }
        let sorted = texts.sorted { $0.lexicographicallyPrecedes($1) }
        // What does not fit gets its place in the sorted pool, as RecordsAssembly does it.
        let pooled = sorted.filter { text in
            text.withUnsafeBufferPointer { PackedText(packing: $0) } == nil
        }
        let pool = IdentifierPool(sorted: pooled)
        let packed = sorted.map { text in
            text.withUnsafeBufferPointer { PackedText(packing: $0) }
                ?? .pooled(at: pooled.firstIndex(of: text) ?? -1)
        }
        #expect(packed.map(pool.bytes) == sorted, "seed \(seed)")
        var shuffled = packed
        shuffled.shuffle(using: &random)
        shuffled.sort(by: pool.isOrderedBefore)
        #expect(shuffled == packed, "seed \(seed)")
        // An absent one comes before all.
        #expect(
            packed.allSatisfy {
                pool.isOrderedBefore(.absent, $0) && !pool.isOrderedBefore($0, .absent)
            }
        )
    }
}
