#ifndef CMACHINE_SHIM_H
#define CMACHINE_SHIM_H

#include <sys/syscall.h>
#include <unistd.h>

// What the compiler has and Swift cannot name: asks for the cache line of an address and does not
// wait for it. Any address will do; one that cannot be read is left alone.
static inline void iuran_prefetch(const void *address) {
    __builtin_prefetch(address);
}

// How many cores this process may use (sched_getaffinity, which Glibc's module leaves out); 1 where
// the system does not tell. Room for 8192 of them, the most that Linux can have.
static inline int iuran_core_count(void) {
    unsigned long cores[128] = {0};
    if (syscall(SYS_sched_getaffinity, 0, sizeof cores, cores) < 0) return 1;
    int count = 0;
    for (int word = 0; word < 128; word++) count += __builtin_popcountl(cores[word]);
    return count > 0 ? count : 1;
}

#endif
