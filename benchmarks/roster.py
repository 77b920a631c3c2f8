"""Everybody who may take part, found in a peers' folder; who isn't there says so when asked."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.adapters.llama_cpp import LlamaCpp
from benchmarks.adapters.over_http import OverHttp
from benchmarks.adapters.runner import RunnerContestant
from benchmarks.contestants import Contestant, ContestantFailed, Sample, Work
from benchmarks.places import Places
from benchmarks.servers import Server, our_server

SETUP = "benchmarks/setup_peers.sh makes it"


def ours(
    places: Places, n_threads: int, quantization: str | None, cache_gib: float | None = None, cache: str | None = None
) -> RunnerContestant:
    """This package, run by the Python that runs the benchmarks; `cache` is how it keeps keys and values."""
    given = {"quantization": quantization, "cache_gib": cache_gib, "cache": cache}
    return RunnerContestant(
        name=f"qwenchat-{quantization or 'bf16'}{f'-cache-{cache}' if cache else ''}",
        python=Path(sys.executable),
        runner="qwenchat_runner.py",
        model=places.checkpoint,
        n_threads=n_threads,
        options={name: value for name, value in given.items() if value is not None},
        environment=places.environment(),
    )


def ours_gguf(places: Places, n_threads: int, precision: str) -> RunnerContestant:
    """This package on the file that llama.cpp reads too."""
    path = (places.peers or Path("no-peers-folder")) / "llama" / f"model-{precision}.gguf"
    return replace(ours(places, n_threads, None), name=f"qwenchat-{precision}", model=path)


def llama(places: Places, n_threads: int, precision: str, flash: bool) -> LlamaCpp:
    """llama.cpp on one GGUF file of the same checkpoint."""
    root = (places.peers or Path("no-peers-folder")) / "llama"
    return LlamaCpp(
        name=f"llama.cpp-{precision}{'-fa' if flash else ''}",
        binaries=root / "build" / "bin",
        model=root / f"model-{precision}.gguf",
        n_threads=n_threads,
        flash=flash,
        install=SETUP,
    )


def ours_served(places: Places, n_threads: int, quantization: str) -> OverHttp:
    """`qwenchat serve`."""

    def serving(work: Work) -> Server:
        del work  # it finds out by itself how many come
        return our_server(str(places.checkpoint), {"threads": n_threads, "quantization": quantization}, places)

    return OverHttp(f"qwenchat-{quantization}-served", serving)


def llama_served(places: Places, n_threads: int, precision: str, flash: bool) -> OverHttp:
    """llama-server, with a place for each of those who come at once."""
    local = llama(places, n_threads, precision, flash)

    def serving(work: Work) -> Server:
        # Its places are of equal length, in whole blocks of 256.
        n_positions = -(-(work.n_prompt + work.n_generate) // 256) * 256
        return local.serving(work.n_at_once, work.n_at_once * n_positions)

    return OverHttp(f"{local.name}-served", serving, local.absent)


def openvino(places: Places, n_threads: int, precision: str | None) -> RunnerContestant:
    """OpenVINO GenAI on its int8 export; without `precision` it chooses its own."""
    root = (places.peers or Path("no-peers-folder")) / "openvino"
    return RunnerContestant(
        name=f"openvino-int8{'-' + precision if precision else ''}",
        python=root / "bin" / "python",
        runner="openvino_genai_runner.py",
        model=root / "model-int8",
        n_threads=n_threads,
        options={"INFERENCE_PRECISION_HINT": precision} if precision else {},
        install=SETUP,
    )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who was told not to come."""

    name: str

    def absent(self) -> str:
        """Always a reason."""
        return "left out by --without"

    def measure(self, work: Work, seed: int) -> Sample:
        """Never."""
        raise ContestantFailed(self.absent())

    def ids(self, prompts: Sequence[Sequence[int]], n_generate: int) -> list[list[int]]:
        """Never."""
        raise ContestantFailed(self.absent())


def roster(places: Places, n_threads: int, without: Sequence[str] = ()) -> dict[str, Contestant]:
    """By name. Raises ValueError for a name in `without` that nobody has."""
    everybody: list[Contestant] = [
        ours(places, n_threads, "int8"),
        ours(places, n_threads, "int4"),
        ours_gguf(places, n_threads, "q4_k_m"),
        ours(places, n_threads, "int8", cache="int8"),
        ours(places, n_threads, None),
        llama(places, n_threads, "q8_0", flash=False),
        llama(places, n_threads, "q8_0", flash=True),
        llama(places, n_threads, "q4_0", flash=False),
        llama(places, n_threads, "q4_k_m", flash=False),
        llama(places, n_threads, "bf16", flash=False),
        ours_served(places, n_threads, "int8"),
        llama_served(places, n_threads, "q8_0", flash=False),
        llama_served(places, n_threads, "q8_0", flash=True),
        openvino(places, n_threads, None),
        openvino(places, n_threads, "f32"),
    ]
    named = {contestant.name: contestant for contestant in everybody}
    for name in without:
        if name not in named:
            raise ValueError(f"nobody is called {name!r}; there are {', '.join(named)}")
        named[name] = LeftOut(name)
    return named
