internal import Contributions
internal import TestSupport
internal import Testing

@Suite("Texts that are kept")
struct TextStoreTests {
    @Test("are whole, whatever their length and their neighbours")
    func areWhole() {
        var random = SeededRandom(seed: 1)
        let arena = TextArena(number: 0, capacity: 16)
        var kept: [(text: [UInt8], reference: TextReference)] = []
        for round in 0..<40 {
            for length in 0...40 {
                let text = (0..<length).map { _ in UInt8.random(in: 1...255, using: &random) }
                let reference = text.withUnsafeBufferPointer { arena.keep($0) }
                #expect(reference.isAbsent == text.isEmpty, "round \(round)")
                kept.append((text, reference))
            }
        }
        let store = TextStore([arena])
        for (text, reference) in kept { #expect(Array(store.bytes(of: reference)) == text) }
    }
}
