internal import TestSupport
internal import Testing

@testable internal import Contributions

@Suite("One edit or swap")
struct EditDistanceTests {
    @Test(
        "between two texts",
        arguments: [
            ("1234", "1234", false), ("", "", false), ("", "1", true), ("1", "", true),
            ("1234", "1334", true), ("1234", "123", true), ("1234", "234", true),
            ("1234", "12034", true),
            ("1234", "12345", true), ("1234", "01234", true), ("1234", "1324", true),
            ("1234", "2134", true),
            ("1234", "1243", true), ("1234", "3214", false), ("1234", "12", false),
            ("1234", "1432", false),
            ("1234", "2143", false), ("1234", "5678", false), ("1122", "1221", false),
            ("1222", "122", true),
            ("1234", "1343", false), ("1234", "2341", false),
        ]
    )
    func betweenTwoTexts(_ left: String, _ right: String, _ isOne: Bool) {
        #expect(EditDistance.isOne(Array(left.utf8), Array(right.utf8)) == isOne)
        #expect(EditDistance.isOne(Array(right.utf8), Array(left.utf8)) == isOne)
    }

    @Test("is found for every way to damage a NIK once")
    func everyDamage() {
        let nik = Array("3273015204900001".utf8)
        var random = SeededRandom(seed: 7)
        for index in nik.indices {
            var without = nik
            without.remove(at: index)
            #expect(EditDistance.isOne(nik, without), "without \(index)")
            var longer = nik
            longer.insert(UInt8.random(in: 48...57, using: &random), at: index)
            #expect(EditDistance.isOne(nik, longer), "with another at \(index)")
            var other = nik
            other[index] ^= 1
            #expect(EditDistance.isOne(nik, other), "another at \(index)")
            var swapped = nik
            swapped.swapAt(index, max(0, index - 1))
            #expect(EditDistance.isOne(nik, swapped) == (swapped != nik), "swapped at \(index)")
        }
    }
}
