"""What a process that opens strangers' files is deprived of.

Everything is taken away that the kernel lets us take without being asked by anybody: other users' files (by giving up
root), all files but fonts (Landlock), sockets, programs and other processes (seccomp), memory, time and disk (limits).
A kernel without one of these leaves the others in force; the names of those in force are reported.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
from contextlib import suppress
from pathlib import Path

NOBODY = 65534
OPEN_FILES = 64
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
SECCOMP_MODE_FILTER = 2

# Names of system calls cannot be asked for: their numbers, by machine (linux/arch/*/syscalls).
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# socket connect accept sendto sendmsg bind listen socketpair accept4, execve execveat, ptrace process_vm_readv
# process_vm_writev pidfd_open pidfd_getfd, io_uring_setup bpf perf_event_open userfaultfd, mount unshare setns,
# add_key request_key keyctl
_NEVER = {
    "x86_64": (
        *(41, 42, 43, 44, 46, 49, 50, 53, 288, 59, 322, 101, 310, 311, 434, 438, 425, 321, 298, 323),
        *(165, 272, 308, 248, 249, 250),
    ),
    "aarch64": (
        *(198, 203, 202, 206, 211, 200, 201, 199, 242, 221, 281, 117, 270, 271, 434, 438, 425, 280, 241, 282),
        *(40, 97, 268, 217, 218, 219),
    ),
}
# fork vfork clone clone3, kill
_NOT_WHILE_LOOKING = {"x86_64": (57, 58, 56, 435, 62), "aarch64": (220, 435, 129)}
_X32 = 0x40000000

_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_LANDLOCK_EVERY_RIGHT = 0x1FFF  # of the first version: execute, read, write, make and remove whatever there is
_LANDLOCK_BENEATH = 1
# A PDF without fonts of its own needs ours (read files, list folders); checking a password needs chance (read).
_STILL_READ = {"/usr/share/fonts": 0b1100, "/dev/urandom": 0b0100}

_libc = ctypes.CDLL(None, use_errno=True)


def settle() -> list[str]:
    """Deprive this process and all it will fork of files, sockets and programs; the names of what is in force."""
    taken: list[str] = []
    with suppress(OSError):
        # When the machine runs out of memory, this one goes first.
        Path("/proc/self/oom_score_adj").write_text("900", encoding="ascii")
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        taken.append("nobody")
    _libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    if _landlock():
        taken.append("landlock")
    if _forbid(_NEVER):
        taken.append("seccomp")
    return taken


def narrow(memory_bytes: int, cpu_seconds: int) -> None:
    """Deprive this process, which looks into one file, of time, memory, disk and other processes."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    for what, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        _limit(what, most)
    if os.geteuid() != 0:
        # Root is not counted; root is also given up before this, wherever it was ours.
        _limit(resource.RLIMIT_NPROC, 0)
    _forbid(_NOT_WHILE_LOOKING)


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def _landlock() -> bool:
    """Take away every file but the few that are named."""
    rights = struct.pack("=Q", _LANDLOCK_EVERY_RIGHT)
    rules = _libc.syscall(_LANDLOCK_CREATE, rights, len(rights), 0)
    if rules < 0:
        return False
    for path, allowed in _STILL_READ.items():
        with suppress(OSError):
            opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
            _libc.syscall(_LANDLOCK_ADD, rules, _LANDLOCK_BENEATH, struct.pack("=Qi", allowed, opened), 0)
            os.close(opened)
    done = _libc.syscall(_LANDLOCK_RESTRICT, rules, 0) == 0
    os.close(rules)
    return done


def _forbid(calls: dict[str, tuple[int, ...]]) -> bool:
    """Have the kernel answer these system calls with «not permitted»."""
    machine = platform.machine()
    if machine not in calls:
        return False
    allow, deny = 0x7FFF0000, 0x00050000 | 1  # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO | EPERM
    numbers = calls[machine]
    # Load the architecture, deny another one; load the number, deny x32; then one comparison a call.
    program = [(0x20, 0, 0, 4), (0x15, 1, 0, _AUDIT_ARCH[machine]), (0x06, 0, 0, deny), (0x20, 0, 0, 0)]
    program += [(0x35, 0, 1, _X32), (0x06, 0, 0, deny)]
    for at, number in enumerate(numbers):
        program.append((0x15, len(numbers) - at, 0, number))
    program += [(0x06, 0, 0, allow), (0x06, 0, 0, deny)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in program))
    holder = struct.pack("@HP", len(program), ctypes.addressof(code))
    return _libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, holder, 0, 0) == 0
