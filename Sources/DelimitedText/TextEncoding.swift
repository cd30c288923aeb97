#if canImport(Glibc)
private import Glibc
#endif

/// How the characters of a file are written.
package enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "WINDOWS-1252"

    /// The encoding of a whole file.
    ///
    /// A byte order mark decides. Without one, a zero in every second byte is UTF-16 (the "Unicode
    /// text" of spreadsheets), valid UTF-8 is UTF-8, and what is neither is Windows-1252, in which
    /// spreadsheets write where they do not write UTF-8.
    package static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let head = bytes.prefix(4096)
        if head.count >= 4, head.contains(0) {
            var zeros = (even: 0, odd: 0)
            for (index, byte) in head.enumerated() where byte == 0 {
                if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
            }
            // Headings are Latin letters: nearly every second byte is zero, and the others are not.
            if zeros.odd * 10 > head.count * 4, zeros.even * 20 < head.count {
                return .utf16LittleEndian
            }
            if zeros.even * 10 > head.count * 4, zeros.odd * 20 < head.count {
                return .utf16BigEndian
            }
        }
        return isUTF8(bytes) ? .utf8 : .windows1252
    }

    /// How many bytes a byte order mark takes at the beginning of a file.
    package func markLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        switch self {
        case .utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        case .utf16LittleEndian: bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
        case .utf16BigEndian: bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
        case .windows1252: 0
        }
    }

    private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard ByteTraits(of: bytes).hasNonASCII else { return true }
        return String(validating: bytes, as: UTF8.self) != nil
    }

    /// Writes text in this encoding as UTF-8, or UTF-8 in this encoding; by the C library's iconv.
    ///
    /// - Returns: The bytes, or nil where the bytes are not text in the source encoding.
    package static func convert(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from source: TextEncoding,
        to target: TextEncoding
    ) -> [UInt8]? {
        guard source != target else { return [UInt8](bytes) }
        let descriptor = iconv_open(target.rawValue, source.rawValue)
        guard descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        // One byte of Windows-1252 becomes at most three of UTF-8, two of UTF-16 at most three, and
        // one of UTF-8 at most two of UTF-16.
        let capacity = bytes.count * 3 + 4
        var isWhole = false
        let converted = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            var input = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(bytes.baseAddress))?
                .assumingMemoryBound(to: CChar.self)
            var inputLeft = bytes.count
            var output = UnsafeMutableRawPointer(buffer.baseAddress)?
                .assumingMemoryBound(to: CChar.self)
            var outputLeft = capacity
            let result = iconv(descriptor, &input, &inputLeft, &output, &outputLeft)
            isWhole = result != -1 && inputLeft == 0
            count = capacity - outputLeft
        }
        return isWhole ? converted : nil
    }
}
