"""What the figures were made on: processor, features that matter, memory, kernel."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path

# What the kernels of this field choose between, weakest first.
TOLD = (
    "avx2",
    "avx_vnni",
    "avx512f",
    "avx512_vnni",
    "avx512_bf16",
    "avx512_fp16",
    "amx_bf16",
    "amx_int8",
    "asimddp",
    "i8mm",
)


@dataclass(frozen=True, slots=True)
class Machine:
    """The header of a report."""

    cpu: str
    features: tuple[str, ...]
    n_cores: int
    memory_mib: int
    kernel: str


def _colon_lines(path: str) -> dict[str, str]:
    """`key : value` lines of a /proc file; the first of each key."""
    found: dict[str, str] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        key, colon, value = line.partition(":")
        if colon:
            found.setdefault(key.strip(), value.strip())
    return found


def this_machine() -> Machine:
    """The machine this runs on (Linux)."""
    cpu = _colon_lines("/proc/cpuinfo")
    flags = set((cpu.get("flags") or cpu.get("Features") or "").split())
    return Machine(
        cpu=f"{cpu.get('model name', platform.machine())} (family {cpu.get('cpu family')}, model {cpu.get('model')})",
        features=tuple(name for name in TOLD if name in flags),
        n_cores=len(os.sched_getaffinity(0)),
        memory_mib=int(_colon_lines("/proc/meminfo")["MemTotal"].split()[0]) >> 10,
        kernel=platform.release(),
    )
