internal import Contributions

/// Of a row, the cells that are compared within one worker's month and not kept.
extension Fingerprint {
    mutating func add(_ column: Column, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard !bytes.isEmpty else { return }
        add(UInt64(column.rawValue) << 32)
        add(bytes)
    }

    mutating func add(_ column: Column, _ number: Int64) {
        add(UInt64(bitPattern: number) ^ UInt64(column.rawValue) << 56)
    }
}
