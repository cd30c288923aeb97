/// Tells whether a line that breaks the rule for quotation marks can be read in only one way.
///
/// `PT "Maju",1` can: the marks stand in a cell that is not quoted, and belong to it. So can
/// `"PT "Maju" Jaya",1`, whose cell ends at the same comma for every reader. In `"Maju"Jaya,1","2`
/// the comma belongs to the cell for some readers and ends it for others; that is a guess about
/// which column a value stands in, and nobody should pay by it.
enum StrayQuotes {
    private enum Place {
        case cellStart
        case unquoted
        case quoted
        case closed(isFollowedBySpace: Bool)
    }

    /// Whether all readers see the same cells in a line; it is the line of one whole record.
    static func haveOneReading(in line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool {
        var place = Place.cellStart
        // Behind a stray mark some go on inside quotes, others outside, until the cell ends.
        var isStray = false
        for byte in line {
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            switch (place, byte) {
            case (.quoted, delimiter) where isStray: return false
            case (.quoted, delimiter): break
            case (_, delimiter):
                place = .cellStart
                isStray = false
            case (.cellStart, UInt8(ascii: "\"")): place = .quoted
            case (.cellStart, _): if !isSpace { place = .unquoted }
            case (.unquoted, _): break
            case (.quoted, UInt8(ascii: "\"")): place = .closed(isFollowedBySpace: false)
            case (.quoted, _): break
            case (.closed(false), UInt8(ascii: "\"")): place = .quoted
            case (.closed, UInt8(ascii: "\"")):
                isStray = true
                place = .closed(isFollowedBySpace: false)
            case (.closed, _):
                isStray = isStray || !isSpace
                place = isSpace ? .closed(isFollowedBySpace: true) : .quoted
            }
        }
        return true
    }
}
