"""Memory of this process: how much it holds, and a ceiling where the system offers one."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

MALLOC = ((-8, 1), (-3, 65_536), (-1, 65_536))
"""glibc's M_ARENA_MAX, M_MMAP_THRESHOLD and M_TRIM_THRESHOLD (malloc.h)."""


def resident() -> int:
    """Bytes resident now; 0 where the system does not say."""
    if sys.platform == "win32":
        return _working_set()
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def spare() -> None:
    """Keep little freed memory back; before the first thread and before pyarrow is imported.

    Every thread of glibc may have an arena of 64 MB of its own, which is never given back whole, and Arrow keeps a
    pool: with one arena and the system's allocator the idle window takes some 60 MB less (tests/bench), and no
    question takes measurably longer.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            for parameter, value in MALLOC:
                ctypes.CDLL(None).mallopt(parameter, value)


def give_back() -> None:
    """Return freed memory to the system: what reading the index took, some 50 MB."""
    import pyarrow as pa

    pa.default_memory_pool().release_unused()
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def limit(ceiling: int) -> None:
    """Let allocations fail (MemoryError) above `ceiling` bytes of address space, on systems that can."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (ceiling, resource.getrlimit(resource.RLIMIT_AS)[1]))


if sys.platform == "win32":

    def _working_set() -> int:
        """WorkingSetSize of PROCESS_MEMORY_COUNTERS (psapi.h)."""
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = [
                ("cb", wintypes.DWORD),
                ("PageFaultCount", wintypes.DWORD),
                ("PeakWorkingSetSize", ctypes.c_size_t),
                ("WorkingSetSize", ctypes.c_size_t),
                ("rest", ctypes.c_size_t * 6),
            ]

        counters = Counters(cb=ctypes.sizeof(Counters))
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = [wintypes.HANDLE, ctypes.POINTER(Counters), wintypes.DWORD]
        return (
            int(counters.WorkingSetSize) if ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb) else 0
        )
