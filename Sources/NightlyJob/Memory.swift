private import Glibc

/// How the allocator treats what is freed.
enum Memory {
    /// Gives every block of a megabyte or more back to the system when it is freed, and keeps the
    /// smaller ones.
    ///
    /// The allocator would otherwise raise that limit with the first large block that is freed and
    /// keep what follows in its heap, where a run's tables of the next step find no use for it. The
    /// smaller blocks are those that the next piece of work asks for again; given back, each of
    /// their pages would be fetched and cleared anew. Swift's Glibc module leaves `mallopt` out, so
    /// it is looked up; without it nothing changes.
    static func setUpAllocator() {
        typealias Mallopt = @convention(c) (Int32, Int32) -> Int32
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let mallopt = unsafeBitCast(symbol, to: Mallopt.self)
        _ = mallopt(-3, 1 << 20)  // M_MMAP_THRESHOLD
        _ = mallopt(-1, 1 << 28)  // M_TRIM_THRESHOLD
        _ = mallopt(-2, 1 << 20)  // M_TOP_PAD
    }
}
