#ifndef CSYSTEM_SHIM_H
#define CSYSTEM_SHIM_H

// What Linux has and glibc's headers show with _GNU_SOURCE only.

// renameat2(2), glibc 2.28 and later.
int renameat2(int oldFolder, const char *oldPath, int newFolder, const char *newPath,
              unsigned int flags);

// syncfs(2).
int syncfs(int descriptor);

#define IURAN_RENAME_NOREPLACE 1u
#define IURAN_RENAME_EXCHANGE 2u

// Commands of fcntl(2).
#define IURAN_SET_LEASE 1024
#define IURAN_GET_LEASE 1025

#endif
