internal import Contributions
private import Crypto
private import Foundation
private import Glibc
package import Reporting

/// The secret key by which numbers become tokens (UU 27/2022).
///
/// A NIK has some ten thousand million plausible values, so a plain digest of one is found out by
/// trying them all; a keyed one is not, as long as the key is kept apart from the tokens.
package struct TokenKey: Sendable {
    private let key: SymmetricKey

    /// Reads a key file: 64 hexadecimal digits.
    ///
    /// - Throws: What is wrong with the file, other users' access to it included.
    init(_ path: String) throws(SettingProblem) {
        var status = stat()
        guard stat(path, &status) == 0, let data = FileManager.default.contents(atPath: path) else {
            throw SettingProblem("cannot read the key file \(path)")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw SettingProblem(
                "others may read the key file \(path): chmod 600 it, and make a new key if they "
                    + "could have"
            )
        }
        let digits = String(decoding: data, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines
        )
        guard let bytes = Hexadecimal.bytes(digits), bytes.count == 32 else {
            throw SettingProblem("\(path) holds no key: expected 64 hexadecimal digits")
        }
        key = SymmetricKey(data: bytes)
    }

    /// The content of a new key file.
    static func make() -> [UInt8] {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        return Array((Hexadecimal.text(bytes) + "\n").utf8)
    }

    /// Tells keys apart without giving them away.
    package var mark: String {
        Hexadecimal.text(code(Array("iuran".utf8)).prefix(8))
    }

    /// The token of a number: the first 16 bytes of HMAC-SHA256 of `kpj:` or `nik:` and the number.
    package func token(_ kind: FeedNumberKind, _ number: String) -> [UInt8] {
        Array(code(Array("\(kind.rawValue):\(number)".utf8)).prefix(FeedTokens.byteCount))
    }

    private func code(_ message: [UInt8]) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: message, using: key)
    }
}

// MARK: - All workers of a run

extension TokenKey {
    /// The tokens of all workers.
    func tokens(of outcome: Outcome) -> FeedTokens {
        FeedTokens(
            ofKPJ: tokens(.kpj, outcome) { $0.kpj.isUsable ? $0.kpj.text : .absent },
            ofNIK: tokens(.nik, outcome) { $0.nik.isUsable ? $0.nik.text : .absent },
            keyMark: mark,
            make: { token($0, $1) }
        )
    }

    private func tokens(
        _ kind: FeedNumberKind,
        _ outcome: Outcome,
        _ number: @Sendable (Worker) -> PackedText
    ) -> [UInt8] {
        let workers = outcome.workers
        let pool = outcome.records.identifiers
        let prefix = Array("\(kind.rawValue):".utf8)
        let ranges = Parallel.ranges(count: workers.count, size: 1 << 14)
        let parts = Parallel.map(count: ranges.count) { part in
            var tokens: [UInt8] = []
            tokens.reserveCapacity(ranges[part].count * FeedTokens.byteCount)
            for worker in workers[ranges[part]] {
                let text = number(worker)
                guard !text.isAbsent else {
                    tokens.append(contentsOf: repeatElement(0, count: FeedTokens.byteCount))
                    continue
                }
                let code = code(prefix + pool.bytes(of: text))
                code.withUnsafeBytes { tokens.append(contentsOf: $0.prefix(FeedTokens.byteCount)) }
            }
            return tokens
        }
        return Array(parts.joined())
    }
}
