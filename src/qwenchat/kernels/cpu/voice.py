"""The compiled voice as Python sees it: the words that need a little preparation; the others are bound directly."""

import os
from pathlib import Path

from qwenchat.kernels.cpu import _cpu


def usable_cores() -> int:
    """Cores this process may use: its affinity, and the cgroup's `cpu.max` quota where there is one."""
    n_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
    except (OSError, ValueError):
        return n_cores
    # A pool wider than the quota spins its allowance away and is then throttled.
    return n_cores if quota == "max" else max(1, min(n_cores, int(quota) // int(period)))


class Cpu(_cpu.Voice):
    """All words of `Kernels`, compiled. `isa` is for tests and tools: auto, portable, avx2, avx512, amx or neon."""

    def __init__(self, n_threads: int | None = None, isa: str = "auto") -> None:
        super().__init__(usable_cores() if n_threads is None else n_threads, isa)
