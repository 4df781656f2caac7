"""What Linux adds to the cage: a network with nothing in it, no file but the libraries, and system calls refused.

Three things of the kernel, each taken where it is given: a network namespace (`unshare`), Landlock (from 5.13) and a
seccomp filter (on x86-64 and AArch64). Containers often refuse the first and give the other two. They are asked for by
their numbers, because no library does it without another program or licence; the numbers are the kernel's promise.
"""

import ctypes
import os
import platform
import struct
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

import rogatory

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_OF_VERSION = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF}
"""Rights over files that each version of Landlock can take away."""
_TCP = 0b11
_LIBRARIES = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share", "/etc/ld.so.cache",
              "/dev/null", "/dev/urandom", "/proc/self/status")  # fmt: skip

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_THREAD = 0x10000
_CALLS = {
    "x86_64": (
        0xC000003E,
        {"open": 2, "openat": 257, "openat2": 437, "clone": 56, "clone3": 435, "tgkill": 234, "socketpair": 53},
        # socket connect accept bind listen socketpair accept4
        (41, 42, 43, 49, 50, 53, 288,
         # fork vfork execve execveat kill tkill ptrace process_vm_readv process_vm_writev pidfd_send_signal pidfd_getfd
         57, 58, 59, 322, 62, 200, 101, 310, 311, 424, 438,
         # truncate rename mkdir rmdir creat link unlink symlink chmod fchmod chown fchown lchown mknod
         76, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 133,
         # mkdirat mknodat fchownat unlinkat renameat linkat symlinkat fchmodat renameat2
         258, 259, 260, 263, 264, 265, 266, 268, 316,
         # mount umount2 pivot_root chroot unshare setns bpf perf_event_open userfaultfd keyctl and two more, io_uring
         165, 166, 155, 161, 272, 308, 321, 298, 323, 250, 248, 249, 425, 426, 427),
    ),
    "aarch64": (
        0xC00000B7,
        {"openat": 56, "openat2": 437, "clone": 220, "clone3": 435, "tgkill": 131, "socketpair": 199},
        (198, 203, 202, 200, 201, 199, 242,
         221, 281, 129, 130, 117, 270, 271, 424, 438,
         45, 52, 55, 33, 34, 35, 36, 37, 38, 53, 54, 276,
         40, 39, 41, 51, 97, 268, 280, 241, 282, 219, 217, 218, 425, 426, 427),
    ),
}  # fmt: skip
"""For each machine: its number in the kernel, calls that are looked at, and calls that are refused."""


def close(readable: Iterable[str], *, pairs: bool = False) -> Iterator[str]:
    """Close what the kernel lets us close.

    Args:
        readable: Files and folders that may be read beside the libraries and our own code.
        pairs: Whether two sockets may be made that reach each other and nothing else, as some libraries need.

    Yields:
        What holds: `network` (none can be reached), `files` (nothing else can be read, nothing written), `calls` (no
        socket made, no program started, no process signalled).
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    if libc.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        yield "network"
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return
    if _landlock(libc, _there(readable)):
        yield "files"
    if _seccomp(libc, pairs=pairs):
        yield "calls"


def _there(readable: Iterable[str]) -> Iterable[str]:
    """What may be read, as far as it is there."""
    python = (sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    paths = (*_LIBRARIES, *python, str(Path(rogatory.__file__).parent), *readable)
    return [path for path in dict.fromkeys(paths) if path and Path(path).exists()]


def _landlock(libc: ctypes.CDLL, paths: Iterable[str]) -> bool:
    version = int(libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(1)))
    if version < 1:
        return False
    rights = _OF_VERSION[min(version, max(_OF_VERSION))]
    rules = struct.pack("=QQ", rights, _TCP) if version > 3 else struct.pack("=Q", rights)  # noqa: PLR2004 - TCP came then
    ruleset = libc.syscall(_LANDLOCK_CREATE, rules, ctypes.c_size_t(len(rules)), ctypes.c_uint(0))
    if ruleset < 0:
        return False
    for path in paths:
        allowed = _READ_FILE | _READ_FOLDER if Path(path).is_dir() else _READ_FILE
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", allowed, descriptor)
        libc.syscall(_LANDLOCK_ADD, ctypes.c_int(ruleset), ctypes.c_int(1), rule, ctypes.c_uint(0))
        os.close(descriptor)
    closed = bool(libc.syscall(_LANDLOCK_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint(0)) == 0)
    os.close(ruleset)
    return closed


def _seccomp(libc: ctypes.CDLL, *, pairs: bool) -> bool:
    if platform.machine() not in _CALLS or sys.byteorder != "little":
        return False
    machine, looked_at, refused = _CALLS[platform.machine()]
    lines = _program(machine, looked_at, tuple(set(refused) - {looked_at["socketpair"]} if pairs else refused))
    program = ctypes.create_string_buffer(b"".join(lines))
    told = struct.pack("=H6xQ", len(lines), ctypes.addressof(program))
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.c_char_p(told), 0, 0) == 0)


_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_UNIX, _STREAM, _TYPES = 1, 1, 0xF
_ALLOW, _KILL, _REFUSE, _UNKNOWN = 0x7FFF0000, 0x80000000, 0x00050000 | 1, 0x00050000 | 38
_NUMBER, _MACHINE, _FIRST, _SECOND, _THIRD = 0, 4, 16, 24, 32


def _program(machine: int, looked_at: dict[str, int], refused: tuple[int, ...]) -> list[bytes]:
    """The filter, line by line: another machine's calls kill; what is refused fails, as it would for want of rights."""
    lines = [_line(_LOAD, _MACHINE), _line(_EQUAL, machine, 1, 0), _line(_RETURN, _KILL), _line(_LOAD, _NUMBER)]
    lines += [_line(_AT_LEAST, 0x40000000, 0, 1), _line(_RETURN, _KILL)]  # the calls of x32
    for number in refused:
        lines += [_line(_EQUAL, number, 0, 1), _line(_RETURN, _REFUSE)]
    for name in ("openat2", "clone3"):  # what they are asked cannot be seen; without them, the older call is used
        lines += [_line(_EQUAL, looked_at[name], 0, 1), _line(_RETURN, _UNKNOWN)]
    for name, place in (("open", _SECOND), ("openat", _THIRD)):
        if name in looked_at:
            lines += [_line(_EQUAL, looked_at[name], 0, 4), _line(_LOAD, place), _line(_ANY_BIT, _WRITING, 0, 1)]
            lines += [_line(_RETURN, _REFUSE), _line(_RETURN, _ALLOW)]
    # A pair of streams reaches nobody. One of datagrams does: each can be sent to any address.
    lines += [_line(_EQUAL, looked_at["socketpair"], 0, 7), _line(_LOAD, _FIRST), _line(_EQUAL, _UNIX, 0, 3)]
    lines += [_line(_LOAD, _SECOND), _line(_AND, _TYPES), _line(_EQUAL, _STREAM, 1, 0)]
    lines += [_line(_RETURN, _REFUSE), _line(_RETURN, _ALLOW)]
    lines += [_line(_EQUAL, looked_at["clone"], 0, 4), _line(_LOAD, _FIRST), _line(_ANY_BIT, _THREAD, 1, 0)]
    lines += [_line(_RETURN, _REFUSE), _line(_RETURN, _ALLOW)]
    lines += [_line(_EQUAL, looked_at["tgkill"], 0, 4), _line(_LOAD, _FIRST), _line(_EQUAL, os.getpid(), 1, 0)]
    lines += [_line(_RETURN, _REFUSE), _line(_RETURN, _ALLOW)]
    return [*lines, _line(_RETURN, _ALLOW)]


def _line(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_so, if_not, value)
