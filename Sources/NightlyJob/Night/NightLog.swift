internal import Contributions
private import Glibc
internal import Logging

/// What a night tells the operator, line by line, on standard error.
///
/// It names deliveries by their number and never a person, a wage or a file of HR's, whose names
/// may hold names.
package struct NightLog: Sendable {
    /// How lines look.
    package enum Format: String, CaseIterable, Sendable {
        /// A JSON object a line, for programs.
        case json
        /// A sentence a line, for people.
        case text
    }

    private var logger: Logger
    /// Tells the lines of one run from those of another.
    let run: String

    package init(_ format: Format) {
        let run = Clock.now().filter { $0.isNumber || $0 == "T" }.prefix(15) + "-\(getpid())"
        self.run = String(run)
        logger = Logger(label: "iuran") { _ in LineHandler(format: format) }
        logger.logLevel = .info
        if format == .json { logger[metadataKey: "run"] = "\(run)" }
    }

    func info(_ event: String, _ facts: KeyValuePairs<String, Any> = [:]) {
        logger.info("\(event)", metadata: Self.metadata(facts))
    }

    func warning(_ event: String, _ facts: KeyValuePairs<String, Any> = [:]) {
        logger.warning("\(event)", metadata: Self.metadata(facts))
    }

    package func error(_ event: String, _ facts: KeyValuePairs<String, Any> = [:]) {
        logger.error("\(event)", metadata: Self.metadata(facts))
    }

    private static func metadata(_ facts: KeyValuePairs<String, Any>) -> Logger.Metadata {
        Logger.Metadata(facts.map { ($0.key, "\($0.value)") }, uniquingKeysWith: { $1 })
    }
}

/// Writes a line at once, so that lines of two processes do not mix.
private struct LineHandler: LogHandler {
    let format: NightLog.Format
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        var line: String
        switch format {
        case .json:
            let fields =
                [
                    ("time", Clock.now()), ("level", event.level.rawValue),
                    ("event", "\(event.message)"),
                ]
                + facts.map { ($0.key, "\($0.value)") }
            line =
                "{" + fields.map { "\(quoted($0.0)):\(value($0.1))" }.joined(separator: ",") + "}"
        case .text:
            let details = facts.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            line = "iuran: \(event.message)" + (details.isEmpty ? "" : " (\(details))")
        }
        line += "\n"
        write(line)
    }

    /// A log that cannot be written, on a full disk or with nobody left to read it, must not end
    /// the night.
    private func write(_ line: String) {
        signal(SIGPIPE, SIG_IGN)
        let bytes = Array(line.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Numbers stand as numbers.
    private func value(_ text: String) -> String {
        Int(text).map { "\($0)" == text ? text : quoted(text) } ?? quoted(text)
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
