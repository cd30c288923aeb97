internal import TestSupport
internal import Testing

@testable internal import Contributions

@Suite("One edit or swap")
struct TypingErrorTests {
    @Test(
        "between two texts",
        arguments: [
            ("1234", "1334", .replaced(place: 2)), ("1234", "1243", .swapped(place: 3)),
            ("1234", "2134", .swapped(place: 1)), ("1234", "1324", .swapped(place: 2)),
            ("1234", "123", .leftOut(place: 4)), ("1234", "234", .leftOut(place: 1)),
            ("1234", "12034", .added(place: 3)), ("1234", "12345", .added(place: 5)),
            ("1234", "01234", .added(place: 1)), ("", "1", .added(place: 1)),
            ("1", "", .leftOut(place: 1)), ("1222", "122", .leftOut(place: 4)),
        ] as [(String, String, TypingError)]
    )
    func betweenTwoTexts(_ right: String, _ typed: String, _ expected: TypingError) {
        #expect(TypingError(between: Array(right.utf8), and: Array(typed.utf8)) == expected)
        #expect(TypingError(between: Array(typed.utf8), and: Array(right.utf8)) != nil)
    }

    @Test(
        "is not between equal texts, nor where there are two",
        arguments: [
            ("1234", "1234"), ("", ""), ("1234", "3214"), ("1234", "12"), ("1234", "1432"),
            ("1234", "2143"), ("1234", "5678"), ("1122", "1221"), ("1234", "1343"),
            ("1234", "2341"),
        ]
    )
    func none(_ left: String, _ right: String) {
        #expect(TypingError(between: Array(left.utf8), and: Array(right.utf8)) == nil)
        #expect(TypingError(between: Array(right.utf8), and: Array(left.utf8)) == nil)
    }

    @Test("is found for every way to damage a NIK once, by a short form that both have")
    func everyDamage() {
        let nik = Array("3273015204900001".utf8)
        let forms = Self.shortForms(of: nik)
        #expect(forms.contains(nik) && forms.count > 10)
        var random = SeededRandom(seed: 7)
        func expectFound(_ typed: [UInt8], _ how: String) {
            #expect(TypingError(between: nik, and: typed) != nil, "\(how)")
            #expect(!forms.isDisjoint(with: Self.shortForms(of: typed)), "\(how)")
        }
        for index in nik.indices {
            var without = nik
            without.remove(at: index)
            expectFound(without, "without \(index)")
            var longer = nik
            longer.insert(UInt8.random(in: 48...57, using: &random), at: index)
            expectFound(longer, "with another at \(index)")
            var other = nik
            other[index] ^= 1
            expectFound(other, "another at \(index)")
            var swapped = nik
            swapped.swapAt(index, max(0, index - 1))
            guard swapped != nik else { continue }
            expectFound(swapped, "swapped at \(index)")
        }
    }

    private static func shortForms(of text: [UInt8]) -> Set<[UInt8]> {
        var forms: Set<[UInt8]> = []
        TypingError.forEachShortForm(of: text) { forms.insert(Array($0)) }
        return forms
    }
}
