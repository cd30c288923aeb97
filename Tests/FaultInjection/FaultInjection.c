#define _GNU_SOURCE
#include "FaultInjection.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

const char *const faultVariables[4] = {
    "IURAN_FAULT", "IURAN_FAULT_AT", "IURAN_FAULT_ERRNO", "IURAN_FAULT_LOG",
};

enum mode { OFF, COUNT, KILL_BEFORE, KILL_AFTER, STOP, FAIL, FULL, TIMER };

static enum mode mode = OFF;
static long target = 0;
static int failure = EIO;
static int logFile = -1;
static struct timespec begin;
static atomic_long callCount = 0;

// MARK: - Deciding

// The log is written by the bare system call, so that it is not counted.
static void note(const char *text) {
    if (logFile >= 0) syscall(SYS_write, logFile, text, strlen(text));
}

static void die(void) {
    syscall(SYS_kill, (long)getpid(), SIGKILL);
    for (;;) pause();
}

// What becomes of a call.
enum fate { GO_ON, DIE_AFTER, STOP_AFTER, FAIL_NOW };

// What a stream is given does not count, it is written when the stream is flushed; but a full disk
// refuses it.
static enum fate fateOfStream(void) {
    if (mode != FULL || atomic_load(&callCount) < target) return GO_ON;
    errno = ENOSPC;
    return FAIL_NOW;
}

static enum fate fateOf(const char *name, int needsRoom) {
    if (mode == OFF || mode == TIMER) return GO_ON;
    long number = atomic_fetch_add(&callCount, 1) + 1;
    if (mode == COUNT) {
        char line[64];
        snprintf(line, sizeof line, "%s\n", name);
        note(line);
        return GO_ON;
    }
    if (mode == FULL && number >= target && needsRoom) {
        errno = ENOSPC;
        return FAIL_NOW;
    }
    if (mode == FULL || number != target) return GO_ON;
    if (mode != STOP) note(name);
    if (mode == KILL_BEFORE) die();
    if (mode == STOP) return STOP_AFTER;
    if (mode == KILL_AFTER) return DIE_AFTER;
    errno = failure;
    return FAIL_NOW;
}

static void strike(enum fate fate) {
    if (fate == DIE_AFTER) die();
    if (fate == STOP_AFTER) {
        note("stopped\n");
        raise(SIGSTOP);
    }
}

static int isFile(int descriptor) {
    if (mode == OFF || descriptor == logFile) return 0;
    int code = errno;
    struct stat status;
    int result = fstat(descriptor, &status) == 0
        && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
    errno = code;
    return result;
}

static void *killInTime(void *unused) {
    struct timespec rest = {target / 1000000, target % 1000000 * 1000};
    while (clock_nanosleep(CLOCK_MONOTONIC, 0, &rest, &rest) == EINTR) continue;
    die();
    return unused;
}

__attribute__((constructor)) static void start(void) {
    const char *word = getenv(faultVariables[0]);
    if (word == NULL) return;
    const char *at = getenv(faultVariables[1]);
    const char *code = getenv(faultVariables[2]);
    const char *path = getenv(faultVariables[3]);
    if (at != NULL) target = atol(at);
    if (code != NULL) failure = atoi(code);
    if (path != NULL) {
        int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
        logFile = (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0600);
    }
    clock_gettime(CLOCK_MONOTONIC, &begin);
    if (strcmp(word, "count") == 0) mode = COUNT;
    if (strcmp(word, "kill-before") == 0) mode = KILL_BEFORE;
    if (strcmp(word, "kill-after") == 0) mode = KILL_AFTER;
    if (strcmp(word, "stop") == 0) mode = STOP;
    if (strcmp(word, "fail") == 0) mode = FAIL;
    if (strcmp(word, "full") == 0) mode = FULL;
    if (strcmp(word, "timer") == 0) {
        mode = TIMER;
        pthread_t thread;
        if (pthread_create(&thread, NULL, killInTime, NULL) == 0) pthread_detach(thread);
    }
}

__attribute__((destructor)) static void end(void) {
    if (mode != COUNT) return;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long microseconds =
        (now.tv_sec - begin.tv_sec) * 1000000 + (now.tv_nsec - begin.tv_nsec) / 1000;
    char line[64];
    snprintf(line, sizeof line, "microseconds %ld\n", microseconds);
    note(line);
}

// MARK: - Calls

// Calls the function behind ours, unless the fault says otherwise. `relevant` says whether the call
// counts, `room` whether a full disk refuses it, `bad` is what a failed call returns.
#define DISTURBED(type, name, parameters, arguments, relevant, room, bad)                          \
    type name parameters {                                                                         \
        static type(*real) parameters;                                                             \
        if (real == NULL) real = (type(*) parameters)dlsym(RTLD_NEXT, #name);                      \
        enum fate fate = (relevant) ? fateOf(#name, room) : GO_ON;                                 \
        if (fate == FAIL_NOW) return bad;                                                          \
        type result = real arguments;                                                              \
        strike(fate);                                                                              \
        return result;                                                                             \
    }

DISTURBED(ssize_t, write, (int d, const void *b, size_t n), (d, b, n), isFile(d), 1, -1)
DISTURBED(ssize_t, pwrite, (int d, const void *b, size_t n, off_t o), (d, b, n, o), isFile(d), 1, -1)
DISTURBED(ssize_t, pwrite64, (int d, const void *b, size_t n, off64_t o), (d, b, n, o), isFile(d), 1,
          -1)
DISTURBED(ssize_t, writev, (int d, const struct iovec *v, int n), (d, v, n), isFile(d), 1, -1)
DISTURBED(ssize_t, copy_file_range,
          (int a, off64_t *ao, int b, off64_t *bo, size_t n, unsigned int f),
          (a, ao, b, bo, n, f), isFile(b), 1, -1)
DISTURBED(ssize_t, sendfile, (int o, int i, off_t *p, size_t n), (o, i, p, n), isFile(o), 1, -1)

DISTURBED(int, fsync, (int d), (d), isFile(d), 0, -1)
DISTURBED(int, fdatasync, (int d), (d), isFile(d), 0, -1)
DISTURBED(int, syncfs, (int d), (d), isFile(d), 0, -1)
DISTURBED(int, ftruncate, (int d, off_t n), (d, n), isFile(d), n > 0, -1)
DISTURBED(int, ftruncate64, (int d, off64_t n), (d, n), isFile(d), n > 0, -1)
DISTURBED(int, fallocate, (int d, int m, off_t o, off_t n), (d, m, o, n), isFile(d), 1, -1)
// This one returns the error, and leaves errno alone.
DISTURBED(int, posix_fallocate, (int d, off_t o, off_t n), (d, o, n), isFile(d), 1, errno)
DISTURBED(int, posix_fallocate64, (int d, off64_t o, off64_t n), (d, o, n), isFile(d), 1, errno)

DISTURBED(int, fchmod, (int d, mode_t m), (d, m), isFile(d), 0, -1)

DISTURBED(int, chmod, (const char *p, mode_t m), (p, m), 1, 0, -1)
DISTURBED(int, rename, (const char *a, const char *b), (a, b), 1, 0, -1)
DISTURBED(int, renameat, (int d, const char *a, int e, const char *b), (d, a, e, b), 1, 0, -1)
DISTURBED(int, renameat2, (int d, const char *a, int e, const char *b, unsigned int f),
          (d, a, e, b, f), 1, 0, -1)
DISTURBED(int, link, (const char *a, const char *b), (a, b), 1, 1, -1)
DISTURBED(int, linkat, (int d, const char *a, int e, const char *b, int f), (d, a, e, b, f), 1, 1,
          -1)
DISTURBED(int, symlink, (const char *a, const char *b), (a, b), 1, 1, -1)
DISTURBED(int, symlinkat, (const char *a, int d, const char *b), (a, d, b), 1, 1, -1)
DISTURBED(int, unlink, (const char *p), (p), 1, 0, -1)
DISTURBED(int, unlinkat, (int d, const char *p, int f), (d, p, f), 1, 0, -1)
DISTURBED(int, remove, (const char *p), (p), 1, 0, -1)
DISTURBED(int, rmdir, (const char *p), (p), 1, 0, -1)
DISTURBED(int, mkdir, (const char *p, mode_t m), (p, m), 1, 1, -1)
DISTURBED(int, mkdirat, (int d, const char *p, mode_t m), (d, p, m), 1, 1, -1)
DISTURBED(int, mkstemp, (char *t), (t), 1, 1, -1)
DISTURBED(int, mkstemp64, (char *t), (t), 1, 1, -1)

// Streams.

static int writes(const char *flags) { return strpbrk(flags, "wa+") != NULL; }

static int isStreamOfFile(FILE *stream) { return stream != NULL && isFile(fileno(stream)); }

// A closed stream writes what is left; one for reading writes nothing.
static int isWritten(FILE *stream) {
    if (!isStreamOfFile(stream)) return 0;
    int flags = fcntl(fileno(stream), F_GETFL);
    return (flags & O_ACCMODE) != O_RDONLY;
}

DISTURBED(FILE *, fopen, (const char *p, const char *m), (p, m), writes(m), 1, NULL)
DISTURBED(FILE *, fopen64, (const char *p, const char *m), (p, m), writes(m), 1, NULL)
DISTURBED(FILE *, tmpfile, (void), (), 1, 1, NULL)
DISTURBED(FILE *, tmpfile64, (void), (), 1, 1, NULL)
DISTURBED(int, fflush, (FILE *f), (f), isStreamOfFile(f), 1, EOF)
DISTURBED(int, fclose, (FILE *f), (f), isWritten(f), 1, EOF)

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
    static size_t (*real)(const void *, size_t, size_t, FILE *);
    if (real == NULL) {
        real = (size_t(*)(const void *, size_t, size_t, FILE *))dlsym(RTLD_NEXT, "fwrite");
    }
    if (isStreamOfFile(stream) && fateOfStream() == FAIL_NOW) return 0;
    return real(bytes, size, count, stream);
}

int fputs(const char *text, FILE *stream) {
    static int (*real)(const char *, FILE *);
    if (real == NULL) real = (int (*)(const char *, FILE *))dlsym(RTLD_NEXT, "fputs");
    if (isStreamOfFile(stream) && fateOfStream() == FAIL_NOW) return EOF;
    return real(text, stream);
}

// What opens a file may make or empty it.

#define OPENED(name, parameters, arguments, last)                                                  \
    int name parameters {                                                                          \
        static int (*real) parameters;                                                             \
        if (real == NULL) real = (int (*) parameters)dlsym(RTLD_NEXT, #name);                      \
        mode_t mode = 0;                                                                           \
        if (last & (O_CREAT | O_TMPFILE)) {                                                        \
            va_list list;                                                                          \
            va_start(list, last);                                                                  \
            mode = va_arg(list, mode_t);                                                           \
            va_end(list);                                                                          \
        }                                                                                          \
        int counts = (last & (O_CREAT | O_TRUNC)) != 0;                                            \
        enum fate fate = counts ? fateOf(#name, (last & O_CREAT) != 0) : GO_ON;                    \
        if (fate == FAIL_NOW) return -1;                                                           \
        int result = real arguments;                                                               \
        strike(fate);                                                                              \
        return result;                                                                             \
    }

OPENED(open, (const char *path, int flags, ...), (path, flags, mode), flags)
OPENED(open64, (const char *path, int flags, ...), (path, flags, mode), flags)
OPENED(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode), flags)
OPENED(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode), flags)
