internal import Contributions
internal import Testing

/// How e-mail addresses and telephone numbers are compared.
@Suite("A contact print")
struct ContactPrintTests {
    private static func email(_ text: String) -> ContactPrint {
        Array(text.utf8).withUnsafeBufferPointer(ContactPrint.init(email:))
    }

    private static func phone(_ text: String) -> ContactPrint {
        Array(text.utf8).withUnsafeBufferPointer(ContactPrint.init(phone:))
    }

    @Test(
        "of a number is that of its digits, without +62, 62 or 0 in front",
        arguments: [
            "081234567890", "0812-3456-7890", "(0812) 3456.7890", "81234567890", "6281234567890",
            "+6281234567890", "+62 812 3456 7890", "+62 (0)812 3456 7890", "006281234567890",
            "0812 3456 7890 (WA)",
        ]
    )
    func sameNumber(_ text: String) {
        #expect(Self.phone(text) == Self.phone("081234567890"))
    }

    @Test(
        "tells numbers apart",
        arguments: [
            "081234567891", "081234567809", "08123456789", "0812345678900", "180234567890",
            "+65 8123 4567", "62", "",
        ]
    )
    func otherNumber(_ text: String) {
        #expect(Self.phone(text) != Self.phone("081234567890"))
    }

    @Test(
        "of a cell without a number is empty, or unclear where it says something else",
        arguments: [
            ("", ContactPrint.empty), ("0", .empty), ("000000", .empty), ("tidak ada", .unclear),
            // Two numbers in one cell.
            ("081234567890 / 085678901234", .unclear), ("081234567890085678901234", .unclear),
        ]
    )
    func noNumber(_ text: String, _ expected: ContactPrint) {
        #expect(Self.phone(text) == expected)
    }

    @Test(
        "of an address does not depend on capitals",
        arguments: [
            "sari.wulandari+jmo@batik.example", "SARI.WULANDARI+JMO@BATIK.EXAMPLE",
            "Sari.Wulandari+jmo@Batik.Example",
        ]
    )
    func sameAddress(_ text: String) {
        #expect(Self.email(text) == Self.email("sari.wulandari+jmo@batik.example"))
    }

    @Test("of addresses of every length folds all letters, and nothing else")
    func letters() {
        for length in 1...26 {
            let small = "abcdefghijklmnopqrstuvwxyz".prefix(length)
            let address = "\(small)@x.id"
            #expect(Self.email(address.uppercased()) == Self.email(address))
            #expect(Self.email("\(small.dropLast())@x.id") != Self.email(address))
        }
        // Characters that differ in the bit of 32 as letters do.
        for (one, other) in [("a[b", "a{b"), ("a_b", "a\u{7F}b"), ("a^b", "a~b"), ("a\\b", "a|b")] {
            #expect(Self.email("\(one)@x.id") != Self.email("\(other)@x.id"))
        }
    }

    @Test("tells addresses apart that differ in one character or in their order")
    func otherAddress() {
        let address = Array("sari.wulandari@batik.example".utf8)
        var prints: Set<ContactPrint> = [Self.email("sari.wulandari@batik.example")]
        for place in address.indices where address[place] != UInt8(ascii: "@") {
            var other = address
            other[place] = UInt8(ascii: "z")
            prints.insert(other.withUnsafeBufferPointer(ContactPrint.init(email:)))
        }
        prints.insert(Self.email("wulandari.sari@batik.example"))
        #expect(prints.count == address.count + 1)
    }

    @Test(
        "of a cell without an address is empty, or unclear where it says something else",
        arguments: [
            ("", ContactPrint.empty), ("tidak ada", .unclear), ("sari.batik.example", .unclear),
            ("@batik.example", .unclear), ("sari@", .unclear), ("@", .unclear),
            ("sari@batik.example; s@x.id", .unclear), ("sári@batik.example", .unclear),
        ]
    )
    func noAddress(_ text: String, _ expected: ContactPrint) {
        #expect(Self.email(text) == expected)
    }
}
