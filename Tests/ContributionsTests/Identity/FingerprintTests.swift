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

    @Test("is that of the bytes one by one, so that rows kept by an older version still compare")
    func staysTheSame() {
        let text = Array("Siti Nurhaliza binti Ahmad Fauzi".utf8)
        for count in 0...text.count {
            var expected = Fingerprint()
            expected.add(UInt64(count))
            var rest = text.prefix(count)
            while rest.count >= 8 {
                expected.add(rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
                rest = rest.dropFirst(8)
            }
            if !rest.isEmpty { expected.add(rest.reduce(0) { $0 << 8 | UInt64($1) }) }
            #expect(Self.fingerprint(Array(text.prefix(count))) == expected)
        }
    }
}
