internal import Contributions
internal import Testing

@Suite("A fingerprint")
struct FingerprintTests {
    private static func fingerprint(_ text: [UInt8]) -> Fingerprint {
        text.withUnsafeBufferPointer(Fingerprint.init(of:))
    }

    @Test("tells texts apart that differ in one byte, in their length or in their order")
    func differs() {
        let name = Array("Siti Nurhaliza binti Ahmad".utf8)
        var texts: Set<[UInt8]> = [name.reversed(), name + [0], [0] + name]
        for count in 0...name.count { texts.insert(Array(name.prefix(count))) }
        for place in name.indices {
            for bit in 0..<8 {
                var text = name
                text[place] ^= 1 << UInt8(bit)
                texts.insert(text)
            }
        }
        #expect(Set(texts.map(Self.fingerprint)).count == texts.count)
    }

    @Test("is the same for the same text")
    func agrees() {
        #expect(Self.fingerprint(Array("Dewi".utf8)) == Self.fingerprint(Array("Dewi".utf8)))
        #expect(Self.fingerprint([]) == Self.fingerprint([]))
    }
}
