/// How a worker's status compares with that of the previous report (`perubahan`).
package enum WorkerChange: UInt8, Sendable {
    case new
    case unchanged
    case changed
    case reappeared

    package var code: String {
        switch self {
        case .new: "baru"
        case .unchanged: "tetap"
        case .changed: "berubah"
        case .reappeared: "muncul_kembali"
        }
    }
}
