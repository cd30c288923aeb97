#ifndef CMEMORY_SHIM_H
#define CMEMORY_SHIM_H

// What the compiler has and Swift cannot name: asks for the cache line of an address and does not
// wait for it. Any address will do; one that cannot be read is left alone.
static inline void iuran_prefetch(const void *address) {
    __builtin_prefetch(address);
}

#endif
