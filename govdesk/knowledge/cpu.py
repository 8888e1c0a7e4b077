"""Whether this processor can run LanceDB (AVX2), found out without dying of an illegal instruction."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

X86 = ("x86_64", "amd64", "i686", "i386")
PF_AVX2_INSTRUCTIONS_AVAILABLE = 40
"""winnt.h: argument of IsProcessorFeaturePresent."""
TRIAL_SECONDS = 60


def lancedb_runs() -> bool:
    """True where AVX2 is shown by the system, or where importing LanceDB in a child process works."""
    if platform.machine().lower() not in X86:
        return True
    shown = avx2_shown()
    return shown if shown else trial_import()


def avx2_shown() -> bool:
    """Whether the system says that the processor has AVX2; False also where it does not say."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.IsProcessorFeaturePresent(PF_AVX2_INSTRUCTIONS_AVAILABLE))
    return avx2_in(Path("/proc/cpuinfo"))


def avx2_in(cpuinfo: Path) -> bool:
    """Whether the first ``flags`` line of `cpuinfo` lists avx2."""
    try:
        with cpuinfo.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.startswith("flags"):
                    return "avx2" in line.split()
    except OSError:
        return False
    return False


def trial_import() -> bool:
    """Import LanceDB in a child process; False if the child dies."""
    import multiprocessing

    child = multiprocessing.get_context("spawn").Process(target=_import_lancedb, daemon=True)
    child.start()
    child.join(TRIAL_SECONDS)
    if child.is_alive():
        child.kill()
        child.join()
    return child.exitcode == 0


def _import_lancedb() -> None:
    import importlib

    importlib.import_module("lancedb")
