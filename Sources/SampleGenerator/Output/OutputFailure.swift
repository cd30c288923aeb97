/// Why the samples could not be written.
enum OutputFailure: Error, CustomStringConvertible {
    case notEmpty(path: String)
    case cannotWrite(path: String, reason: String)

    var description: String {
        switch self {
        case .notEmpty(let path):
            "\(path) is not empty; name a new folder, so that old and new samples do not mix."
        case .cannotWrite(let path, let reason):
            "Cannot write \(path): \(reason)"
        }
    }
}
