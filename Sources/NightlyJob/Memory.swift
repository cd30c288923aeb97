private import Glibc

/// How the allocator treats large blocks.
enum Memory {
    /// Gives every block of a megabyte or more back to the system when it is freed.
    ///
    /// The allocator would otherwise raise that limit with the first large block that is freed and
    /// keep what follows in its heap, where a run's tables of the next step find no use for it.
    /// Swift's Glibc module leaves `mallopt` out, so it is looked up; without it nothing changes.
    static func returnLargeBlocks() {
        typealias Mallopt = @convention(c) (Int32, Int32) -> Int32
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let mmapThreshold: Int32 = -3  // M_MMAP_THRESHOLD
        _ = unsafeBitCast(symbol, to: Mallopt.self)(mmapThreshold, 1 << 20)
    }
}
