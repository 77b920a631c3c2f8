"""`python -m benchmarks.engine`: many conversations in a process, 0.6B shapes, int8; the last line is one JSON object.

own: Python's share of a step. arrival: what a long prompt does to 8 answers. turns: a first token behind 4,000 tokens
of history, warm and after a restart. growth: a token's cost behind longer histories and beside more conversations.
"""

import argparse
import asyncio
import json
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.engine_plot import chart
from benchmarks.machine import this_machine
from benchmarks.shapes import QWEN3_06B, make_checkpoint
from qwenchat import AutoModelForCausalLM
from qwenchat.engine import Disk, Engine, Request
from qwenchat.engine.core import Core
from qwenchat.kernels import BLOCK, Plan
from qwenchat.protocol.sampling import Sampling

MESSAGE = 40  # tokens of a new message
HISTORY = 4000
HISTORIES = (512, 1024, 2048, 4096, 8192, 16384)
CONVERSATIONS = (1, 2, 4, 8, 16, 32, 64)
Found = dict[str, Any]


def ids(n: int, seed: int) -> list[int]:
    """A prompt that nothing else shares."""
    return [int(i) for i in np.random.RandomState(seed).randint(0, 150_000, n)]


def sampled(n: int, seed: int) -> Sampling:
    """As most requests ask."""
    return Sampling(0.7, top_p=0.8, top_k=20, max_new_tokens=n, seed=seed)


class Watched:
    """A core whose steps tell how long they took, and how much of it was spent in kernels and the model's file."""

    def __init__(self, core: Core) -> None:
        self.steps: list[tuple[int, float, float]] = []  # sequences, seconds, seconds within
        self._within = 0.0
        for owner, name in ((core._model, "forward"), (core._kernels, "step"), (core._kernels, "candidates")):
            setattr(owner, name, self._timed(getattr(owner, name)))
        self._step, self._core = core.step, core
        core.step = self._watched  # type: ignore[method-assign]

    def _timed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any) -> Any:
            began = time.perf_counter()
            try:
                return call(*args)
            finally:
                self._within += time.perf_counter() - began

        return timed

    def _watched(self) -> None:
        n, self._within, began = len(self._core.running), 0.0, time.perf_counter()
        self._step()
        self.steps.append((n, time.perf_counter() - began, self._within))


def own(engine: Engine) -> Found:
    """Milliseconds of a step, and Python's share, at 1, 8 and 32 sequences."""
    watched, found = Watched(engine._core), {}
    for n in (1, 8, 32):
        streams = [engine.stream(Request(ids(20, 100 * n + i), sampled(24, i))) for i in range(n)]
        for stream in streams:
            list(stream)
        steps = [(took, took - within) for m, took, within in watched.steps if m == n][4:]
        step_s, own_s = median(took for took, _ in steps), median(mine for _, mine in steps)
        found[str(n)] = {"step_ms": step_s * 1e3, "own_ms": own_s * 1e3, "share": own_s / step_s}
    return found


def arrival(engine: Engine, n_prompt: int) -> Found:
    """The pauses of 8 answers while a prompt of `n_prompt` tokens arrives and is computed."""
    heard: list[list[float]] = [[] for _ in range(8)]
    watched = Watched(engine._core)

    async def read(i: int) -> None:
        async for _ in engine.astream(Request(ids(219, i), sampled(5000, i))):
            heard[i].append(time.perf_counter())

    async def measure() -> tuple[float, float]:
        readers = [asyncio.ensure_future(read(i)) for i in range(8)]
        while min(map(len, heard)) < 60:
            await asyncio.sleep(0.05)
        began = time.perf_counter()
        await anext(engine.astream(Request(ids(n_prompt, 99), sampled(2, 0))))
        ended = time.perf_counter()
        for reader in readers:
            reader.cancel()
        return began, ended

    began, ended = asyncio.run(measure())
    pauses = np.concatenate([np.diff([t for t in times if began - 0.2 <= t <= ended]) for times in heard]) * 1e3
    steps = np.array([took for n, took, _ in watched.steps if n == 9]) * 1e3
    before = np.concatenate([np.diff([t for t in times if t < began])[5:] for times in heard]) * 1e3
    return {
        "prompt_s": ended - began,
        "pause_before_ms": float(np.median(before)),
        "longest_before_ms": float(before.max()),
        "pause_ms": float(np.median(pauses)),
        "pause_99_ms": float(np.percentile(pauses, 99)),
        "longest_ms": float(pauses.max()),
        # As the engine tells tokens, before the reader's thread gets its turn.
        "step_99_ms": float(np.percentile(steps, 99)),
        "longest_step_ms": float(steps.max()),
    }


def first_token_s(engine: Engine, prompt: list[int], n_cached: int) -> float:
    """From asking to the first token; the prefix must have been found."""
    began = time.perf_counter()
    events = engine.stream(Request(prompt, sampled(1, 0)))
    next(events)
    took = time.perf_counter() - began
    found = next(events)
    assert found.n_cached >= n_cached, f"{found.n_cached} tokens were cached, not {n_cached}"  # type: ignore[union-attr]
    return took


def turns(core: Core) -> Found:
    """A new message with no history, behind 4,000 tokens, and behind them after a restart."""
    history = ids(HISTORY, 7)
    with tempfile.TemporaryDirectory() as folder:
        make = partial(Engine, core._model, core._kernels, core._cache)
        first = make(disk=Disk(Path(folder), "benchmark", 4 << 30))
        list(first.stream(Request(history, sampled(1, 0))))
        alone = median(first_token_s(first, ids(MESSAGE, 50 + i), 0) for i in range(7))
        warm = median(first_token_s(first, history + ids(MESSAGE, 60 + i), HISTORY) for i in range(7))
        first.close()
        again = make(disk=Disk(Path(folder), "benchmark", 4 << 30))
        restarted = first_token_s(again, history + ids(MESSAGE, 70), HISTORY)
        again.close()
    attention = step_s(core, 1, MESSAGE, HISTORY) - step_s(core, 1, MESSAGE, 0)
    return {
        "alone_ms": alone * 1e3,
        "warm_ms": warm * 1e3,
        "restarted_ms": restarted * 1e3,
        "attention_ms": attention * 1e3,
        "warm_ratio": (warm - attention) / alone,
        "restarted_ratio": (restarted - attention) / alone,
    }


def step_s(core: Core, n_seqs: int, n_rows: int, n_past: int) -> float:
    """A forward pass of `n_rows` rows for each of `n_seqs` sequences, each behind `n_past` tokens: the best of 5."""
    width = -(-(n_past + n_rows) // BLOCK)
    starts = np.arange(n_seqs + 1, dtype=np.int32) * np.int32(n_rows)
    plan = Plan(
        ids=np.arange(n_seqs * n_rows, dtype=np.int32),
        starts=starts,
        n_past=np.full(n_seqs, n_past, np.int32),
        tables=np.arange(n_seqs * width, dtype=np.int32).reshape(n_seqs, width),
        wanted=starts[1:] - np.int32(1),
    )
    took = []
    for _ in range(5):
        began = time.perf_counter()
        core._model.forward(core._kernels.step(plan, core._cache), core._cache)
        took.append(time.perf_counter() - began)
    return min(took)


def growth(core: Core) -> Found:
    """Milliseconds a token: of one conversation behind longer histories, and of more and more behind 512 tokens."""
    return {
        "history": {n: step_s(core, 1, 1, n) * 1e3 for n in HISTORIES},
        "conversations": {n: step_s(core, n, 1, 512) * 1e3 / n for n in CONVERSATIONS},
    }


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engine", description=__doc__)
    parts = ("own", "arrival", "turns", "growth")
    parser.add_argument("--only", nargs="+", choices=parts, default=parts)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--prompt", type=int, default=4096, help="tokens of the prompt that arrives")
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "qwenchat-benchmarks")
    parser.add_argument("--plot", type=Path, help="write the growth as an SVG picture")
    asked = parser.parse_args()
    folder = make_checkpoint(asked.cache.resolve())
    model = AutoModelForCausalLM.from_pretrained(
        folder, quantization="int8", threads=asked.threads, cache_gib=5, speculative_tokens=0
    )
    core, found = model.engine._core, Found()
    measures: dict[str, Callable[[], Found]] = {
        "growth": lambda: growth(core),
        "turns": lambda: turns(core),
        "arrival": lambda: arrival(model.engine, asked.prompt),
        "own": lambda: own(model.engine),
    }
    for name, measure in measures.items():
        if name in asked.only:
            found[name] = measure()
            print(name, json.dumps(found[name], indent=2), flush=True)
    if asked.plot is not None and "growth" in found:
        asked.plot.write_text(chart(found["growth"], str(this_machine().cpu)))
    print(json.dumps({"shape": QWEN3_06B.name, "threads": asked.threads, **found}))


if __name__ == "__main__":
    main()
