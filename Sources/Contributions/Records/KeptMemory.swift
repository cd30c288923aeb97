/// Memory with rows and texts that an earlier run wrote; a class because memory has one owner.
package final class KeptMemory: @unchecked Sendable {
    /// The bytes, which nobody changes; valid as long as this object.
    package let bytes: UnsafeRawBufferPointer
    private let release: @Sendable (UnsafeRawBufferPointer) -> Void

    /// - Parameters:
    ///   - bytes: The memory.
    ///   - release: Gives the memory back.
    package init(
        _ bytes: UnsafeRawBufferPointer,
        release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
    ) {
        self.bytes = bytes
        self.release = release
    }

    deinit {
        release(bytes)
    }
}

/// A row that can be kept between runs.
///
/// What it says of its run, the numbers of its file and of the arena with its texts, is set anew
/// when a later run takes it in.
package protocol KeepableRow: BitwiseCopyable, Sendable {
    /// Moves the row to a file and an arena of this run.
    mutating func move(toFile file: Int, arena: Int)
}

extension PayrollRow: KeepableRow {
    @inlinable
    package mutating func move(toFile file: Int, arena: Int) {
        source = SourceLine(file: file, line: source.line)
        name.move(toArena: arena)
        employeeNumber.move(toArena: arena)
        unit.move(toArena: arena)
    }
}

extension LedgerRow: KeepableRow {
    @inlinable
    package mutating func move(toFile file: Int, arena: Int) {
        source = SourceLine(file: file, line: source.line)
        name.move(toArena: arena)
    }
}

extension RegisterRow: KeepableRow {
    @inlinable
    package mutating func move(toFile file: Int, arena: Int) {
        source = SourceLine(file: file, line: source.line)
        name.move(toArena: arena)
    }
}
