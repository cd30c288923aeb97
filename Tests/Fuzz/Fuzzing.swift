import Contributions
import DelimitedText
import Intake

/// The ways into the program that are given any bytes.
///
/// Each one reads the bytes of a file and traps when an invariant is broken. A further one is one
/// line here, and its options come from the same first byte.
private let entries: [@Sendable (UnsafeRawBufferPointer, FuzzOptions) -> Void] = [
    CanonicalFile.check, Upload.check,
]

/// What the first byte of an input chooses.
struct FuzzOptions {
    /// The kind that the user names; nil recognises it.
    let kind: InputKind?
    /// The size of the pieces in which the file is also read.
    let segmentBytes: Int

    /// Whether the file is also understood through the profiles, which takes longer.
    let isUpload: Bool

    /// The digit `0`, with which the seeds begin, names no kind and cuts every 64 bytes.
    init(_ byte: UInt8) {
        let kinds: [InputKind?] = [nil, .payroll, .ledger, .payments, .register, .employers]
        let sizes = [1, 7, 20, 64, 400]
        kind = kinds[Int(byte) % kinds.count]
        isUpload = Int(byte) / 30 % 2 == 1
        segmentBytes = sizes[Int(byte) / kinds.count % sizes.count]
    }
}

/// Called by libFuzzer with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let data, count > 0 else { return 0 }
    let file = UnsafeRawBufferPointer(start: data + 1, count: count - 1)
    let options = FuzzOptions(data[0])
    for check in entries { check(file, options) }
    return 0
}

/// Says what is wrong and ends the program, so that libFuzzer keeps the input.
func expect(_ condition: Bool, _ rule: @autoclosure () -> String) {
    // A precondition says nothing in an optimised build.
    if !condition { fatalError(rule()) }
}
