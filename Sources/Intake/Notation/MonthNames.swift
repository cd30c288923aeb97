/// The names of months as Indonesian files write them, Indonesian and English mixed.
enum MonthNames {
    private static let names: [[String]] = [
        ["jan", "januari", "january"], ["feb", "peb", "februari", "pebruari", "february"],
        ["mar", "mrt", "maret", "march"], ["apr", "april"], ["mei", "may"],
        ["jun", "juni", "june"], ["jul", "juli", "july"],
        ["agt", "agu", "ags", "agst", "aug", "agustus", "august"],
        ["sep", "sept", "september"], ["okt", "oct", "oktober", "october"],
        ["nov", "nop", "november", "nopember"], ["des", "dec", "desember", "december"],
    ]

    private static let byName: [String: Int] = {
        var months: [String: Int] = [:]
        for (index, names) in names.enumerated() {
            for name in names { months[name] = index + 1 }
        }
        return months
    }()

    /// The month, 1 to 12, that a word names.
    static func month(_ word: some StringProtocol) -> Int? {
        byName[word.lowercased()]
    }

    /// The month that some letters name.
    static func month(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard (3...9).contains(letters.count) else { return nil }
        return month(String(decoding: letters, as: UTF8.self))
    }
}
