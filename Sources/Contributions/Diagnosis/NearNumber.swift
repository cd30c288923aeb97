/// A number that one slip of the fingers lies between and what was typed.
package struct NearNumber: Sendable {
    package let number: String
    /// What was typed wrong, if this is the number that was meant.
    package let slip: TypingError

    /// All numbers near to a typed one, each once, in a fixed order.
    ///
    /// - Parameter typed: What was typed; near to anything but 4 to 20 digits there is nothing.
    /// - Returns: The numbers, some hundreds of them.
    package static func all(_ typed: String) -> [NearNumber] {
        let typed = Array(typed.utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (4...20).contains(typed.count), typed.allSatisfy(digits.contains) else { return [] }
        var near: [[UInt8]] = []
        for place in typed.indices {
            for digit in digits {
                var number = typed
                number[place] = digit
                near.append(number)
            }
        }
        for place in typed.indices.dropLast() {
            var number = typed
            number.swapAt(place, place + 1)
            near.append(number)
        }
        for place in typed.indices {
            var number = typed
            number.remove(at: place)
            near.append(number)
        }
        for place in 0...typed.count {
            for digit in digits {
                var number = typed
                number.insert(digit, at: place)
                near.append(number)
            }
        }
        var seen: Set<[UInt8]> = []
        return near.compactMap { number in
            guard let slip = TypingError(between: number, and: typed),
                seen.insert(number).inserted
            else { return nil }
            return NearNumber(number: String(decoding: number, as: UTF8.self), slip: slip)
        }
    }
}
