import Foundation

/// A date in Jakarta, by a way that shares no code with the tool.
struct JakartaDay: Equatable, CustomStringConvertible {
    private var date: Date

    static func today() -> JakartaDay { JakartaDay(date: Date()) }

    func advanced(by days: Int) -> JakartaDay {
        JakartaDay(date: date.addingTimeInterval(Double(days) * 86_400))
    }

    var description: String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: date)
    }

    static func == (left: Self, right: Self) -> Bool { left.description == right.description }
}
