"""From starting the program to the first byte of its answer, first and second start; and the memory of a run."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.adapters.runner import random_prompt
from benchmarks.contestants import ContestantFailed
from benchmarks.places import Places
from benchmarks.roster import ours
from benchmarks.shapes import Shape

FIRST_BYTE_TIMEOUT_S = 120.0
MARGIN_BYTES = 130 << 20


@dataclass(frozen=True, slots=True)
class ColdStart:
    """Seconds to the first byte: with an empty cache, and the later starts."""

    name: str
    first_s: float
    later_s: tuple[float, ...]
    most_s: float

    @property
    def second_s(self) -> float:
        """What a second start takes, median."""
        return median(self.later_s)

    @property
    def reached(self) -> bool:
        """Whether the second start is quick enough."""
        return self.second_s <= self.most_s


@dataclass(frozen=True, slots=True)
class Memory:
    """Peak of an int8 run (second start) and what it may be: weights, cache pool, a margin; bytes."""

    peak: int
    weights: int
    pool: int

    @property
    def most(self) -> int:
        """The target."""
        return self.weights + self.pool + MARGIN_BYTES

    @property
    def reached(self) -> bool:
        """Whether the peak is within it."""
        return self.peak <= self.most


def seconds_to_first_byte(command: Sequence[str], environment: dict[str, str]) -> float:
    """Start `command`, stop it at its first byte on stdout. Raises ContestantFailed when none comes."""
    start = time.perf_counter()
    process = subprocess.Popen(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )
    assert process.stdout is not None
    try:
        ready, _, _ = select.select([process.stdout], [], [], FIRST_BYTE_TIMEOUT_S)
        took_s = time.perf_counter() - start
        if not ready or not os.read(process.stdout.fileno(), 1):
            process.kill()
            words = process.communicate()[1].decode(errors="replace").strip()[-300:]
            raise ContestantFailed(f"{' '.join(command)}: no answer came: {words}")
        return took_s
    finally:
        process.kill()
        process.communicate()


def cold_start(name: str, arguments: Sequence[str], places: Places, most_s: float, n_later: int) -> ColdStart:
    """One start with an empty cache of ours, then `n_later` more."""
    cache = places.cache / "xdg-cold"
    shutil.rmtree(cache, ignore_errors=True)
    # As an installed package starts: pip compiles its files, so the shell's wish not to must not count here.
    environment = {**places.environment(), "XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "qwenchat", "chat", *arguments, "Hello"]
    first = _to_the_end(command, environment)
    later = tuple(seconds_to_first_byte(command, environment) for _ in range(n_later))
    shutil.rmtree(cache, ignore_errors=True)
    return ColdStart(name, first, later, most_s)


def _to_the_end(command: Sequence[str], environment: dict[str, str]) -> float:
    """The first start: timed to its first byte, but left to end by itself, since it may still be writing its cache."""
    start = time.perf_counter()
    took_s = None
    with subprocess.Popen(
        [*command, "--max-new-tokens", "8"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
    ) as process:
        assert process.stdout is not None
        if os.read(process.stdout.fileno(), 1):
            took_s = time.perf_counter() - start
        process.stdout.read()
    if took_s is None:
        raise ContestantFailed(f"{' '.join(command)}: no answer came on the first start")
    return took_s


def cold_starts(places: Places, n_threads: int, n_later: int) -> list[ColdStart]:
    """The 0.6B in int8 and in its own precision, and the embedded model."""
    threads = ["--threads", str(n_threads)]
    big = ["-m", str(places.checkpoint), *threads]
    return [
        cold_start("0.6B int8", [*big, "--quantization", "int8"], places, 0.6, n_later),
        cold_start("0.6B bf16", big, places, 0.6, n_later),
        cold_start("tiny", ["-m", "tiny", *threads], places, 0.3, n_later),
    ]


def int8_memory(places: Places, shape: Shape, n_threads: int, n_prompt: int = 2048, n_generate: int = 64) -> Memory:
    """Peak memory of an int8 run whose pool is as large as its conversation needs, with the packed weights there."""
    pool = shape.cache_bytes(n_prompt + n_generate + 64)
    contestant = ours(places, n_threads, "int8", cache_gib=pool / 2**30)
    contestant.run([random_prompt(8, seed=1)], 2)  # leaves the packed weights behind
    _, finished = contestant.run([random_prompt(n_prompt, seed=2)], n_generate)
    return Memory(finished.peak_bytes, packed_bytes(places) or shape.matrix_elements(), pool)


def packed_bytes(places: Places) -> int | None:
    """Size of the packed int8 weights, or None when this version keeps none."""
    packs = sorted(Path(places.environment()["XDG_CACHE_HOME"]).glob("qwenchat/packed/*int8*.pack"))
    return packs[-1].stat().st_size if packs else None
