"""The machine's limits, by a small C++ probe compiled on the spot: memory read and arithmetic."""

import hashlib
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import Machine

SOURCE = Path(__file__).with_name("probe.cpp")
CHUNK_KIB = 128
# Arithmetic the probe can time, with the processor feature that each needs.
ARITHMETIC = {
    "fp32": "avx512f",
    "fp32-avx2": "avx2",
    "int8-avx2": "avx2",
    "vnni": "avx512_vnni",
    "bf16": "avx512_bf16",
    "amx-int8": "amx_int8",
    "amx-bf16": "amx_bf16",
}
INT8 = ("int8-avx2", "vnni", "amx-int8")


@dataclass(frozen=True, slots=True)
class Probe:
    """The compiled probe and how many threads it runs."""

    binary: Path
    n_threads: int

    def _number(self, *arguments: str) -> float:
        done = subprocess.run([str(self.binary), *arguments], capture_output=True, text=True, check=True, timeout=60)
        return float(done.stdout)

    def read_gb_s(self, n_bytes: int, seconds: float = 0.6) -> float:
        """Memory read in GB/s, over a buffer as large as the weights it stands for."""
        mib = max(64, n_bytes >> 20)
        return self._number("read", str(self.n_threads), str(mib), str(CHUNK_KIB), str(seconds))

    def arithmetic_gops(self, kind: str, seconds: float = 0.5) -> float:
        """Best rate of one instruction, in Gop/s (a multiplication and an addition are two)."""
        return self._number(kind, str(self.n_threads), str(seconds))


def compile_probe(cache: Path, n_threads: int) -> Probe:
    """The probe, compiled unless the cache has it from the same source."""
    digest = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:12]
    binary = cache / f"probe-{digest}"
    if not binary.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(["g++", "-O3", "-std=c++20", "-pthread", str(SOURCE), "-o", str(binary)], check=True)
    return Probe(binary, n_threads)


def arithmetic_limits(probe: Probe, machine: Machine) -> Mapping[str, float]:
    """Gop/s of every kind of arithmetic this processor has."""
    return {kind: probe.arithmetic_gops(kind) for kind, flag in ARITHMETIC.items() if flag in machine.features}
