"""Everybody who may take part, found in a peers' folder; who isn't there says so when asked."""

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.adapters.llama_cpp import LlamaCpp
from benchmarks.adapters.runner import RunnerContestant
from benchmarks.contestants import Contestant

SETUP = "benchmarks/setup_peers.sh makes it"


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one run: our checkpoint, our cache for packed weights, the peers."""

    checkpoint: Path
    cache: Path
    peers: Path | None

    def environment(self) -> dict[str, str]:
        """What our own programs run under: packed weights go below `cache`, not into the user's."""
        return {"XDG_CACHE_HOME": str(self.cache / "xdg"), "HF_HUB_OFFLINE": "1"}


def ours(places: Places, n_threads: int, quantization: str | None, cache_gib: float | None = None) -> RunnerContestant:
    """This package, run by the Python that runs the benchmarks."""
    given = {"quantization": quantization, "cache_gib": cache_gib}
    return RunnerContestant(
        name=f"qwenchat-{quantization or 'bf16'}",
        python=Path(sys.executable),
        runner="qwenchat_runner.py",
        model=places.checkpoint,
        n_threads=n_threads,
        options={name: value for name, value in given.items() if value is not None},
        environment=places.environment(),
    )


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


def roster(places: Places, n_threads: int) -> dict[str, Contestant]:
    """By name."""
    everybody: list[Contestant] = [
        ours(places, n_threads, "int8"),
        ours(places, n_threads, None),
        llama(places, n_threads, "q8_0", flash=False),
        llama(places, n_threads, "q8_0", flash=True),
        llama(places, n_threads, "bf16", flash=False),
        openvino(places, n_threads, None),
        openvino(places, n_threads, "f32"),
    ]
    return {contestant.name: contestant for contestant in everybody}
