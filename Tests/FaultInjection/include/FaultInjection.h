#ifndef FAULT_INJECTION_H
#define FAULT_INJECTION_H

// A library for LD_PRELOAD that counts the calls with which a program changes files, and disturbs
// the program at one of them. It is built for tests only; nothing links it.
//
// The environment says what to do:
//
//   IURAN_FAULT       count        nothing but count
//                     kill-before  SIGKILL instead of the call
//                     kill-after   SIGKILL when the call has returned
//                     fail         the call fails with IURAN_FAULT_ERRNO
//                     full         from that call on, every one that needs room fails with ENOSPC
//                     stop         SIGSTOP when the call has returned, for somebody to go on with
//                     timer        SIGKILL after IURAN_FAULT_AT microseconds
//   IURAN_FAULT_AT    the number of the call, from 1
//   IURAN_FAULT_ERRNO the error
//   IURAN_FAULT_LOG   a file; `count` writes a line for every call and the microseconds that the
//                     program took, the others the call that they disturbed
//
// Counted are calls on regular files and folders; those on terminals and pipes are not. The
// calls that the C library makes inside its streams cannot be seen, so the streams' functions are
// counted in their place.

/// The names of the environment variables above, so that the module is not empty.
extern const char *const faultVariables[4];

#endif
