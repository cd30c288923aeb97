/// When the files of a run came, where that is known: in a workspace.
///
/// Files of one night are one delivery and add up; versions come in different deliveries.
package struct Deliveries: Sendable {
    /// The number of the delivery of each file of ``Records/files``; later ones are larger.
    package var numbers: [Int]
    /// The night in which each file was received.
    package var nights: [Day]

    package init(numbers: [Int] = [], nights: [Day] = []) {
        self.numbers = numbers
        self.nights = nights
    }
}

extension Deliveries? {
    /// Whether two files can be versions of one another.
    func areSeparate(_ left: Int, _ right: Int) -> Bool {
        guard let self else { return true }
        return self.numbers[left] != self.numbers[right]
    }
}
