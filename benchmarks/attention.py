"""Attention on Qwen3-0.6B shapes against the memory's read rate, and candidates over its vocabulary.

python benchmarks/attention.py [--isa auto] [--threads 2] [--cache bf16] [--parts decode prompt many candidates]
The last line on stdout is one JSON object.
"""

import argparse
import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from qwenchat.kernels import BLOCK, AttnSpec, Edit, Plan, Rope, Tensor
from qwenchat.kernels.cpu import Cpu, _cpu
from qwenchat.kernels.words import Cache

N_LAYERS, N_HEADS, N_KV, HEAD_DIM, N_VOCAB = 28, 16, 8, 128, 151_936
WIDTH = (N_HEADS + 2 * N_KV) * HEAD_DIM


def timed(run: Callable[[], None], tries: int) -> tuple[float, float]:
    """Milliseconds of a run: the best try and the median."""
    times = []
    for _ in range(tries):
        begin = time.perf_counter()
        run()
        times.append((time.perf_counter() - begin) * 1e3)
    return min(times), sorted(times)[tries // 2]


def memory(cpu: Cpu, n_tokens: int, kept: Any) -> Cache:
    """28 layers for so many tokens."""
    norm = cpu.vector(Tensor("norm", "fp32", np.ones(HEAD_DIM, np.float32)))
    rope = Rope((1e6 ** -(np.arange(64) / 64)).astype(np.float32))
    spec = AttnSpec(N_HEADS, N_KV, HEAD_DIM, rope, HEAD_DIM**-0.5, q_norm=norm, k_norm=norm)
    return cpu.cache([spec] * N_LAYERS, -(-n_tokens // BLOCK), kept)


def plan(lengths: list[int], n_past: list[int], width: int) -> Plan:
    """Sequences one after another, each with `width` blocks of its own."""
    starts = np.cumsum([0, *lengths]).astype(np.int32)
    tables = np.arange(len(lengths) * width, dtype=np.int32).reshape(-1, width)
    return Plan(np.zeros(starts[-1], np.int32), starts, np.array(n_past, np.int32), tables, starts[1:] - np.int32(1))


def forward(cpu: Cpu, cache: Cache, lengths: list[int], n_past: list[int]) -> Callable[[], None]:
    """The attention of one step, all layers."""
    width = cache.n_blocks // len(lengths)
    p = plan(lengths, n_past, width)
    x = np.random.default_rng(0).standard_normal((sum(lengths), WIDTH), np.float32)

    def run() -> None:
        s = cpu.step(p, cache)
        rows = cpu.array(x)
        for layer in cache.layers:
            cpu.attend(rows, layer, s)

    return run


def fill(cpu: Cpu, cache: Cache, n_seqs: int, n_tokens: int) -> None:
    """Gives every sequence its history."""
    for at in range(0, n_tokens, 512):
        forward(cpu, cache, [min(512, n_tokens - at)] * n_seqs, [at] * n_seqs)()


def decode(cpu: Cpu, kept: Any, n_seqs: int, n_past: int) -> dict[str, Any]:
    """One row each of so many sequences behind so many tokens."""
    cache = memory(cpu, n_seqs * (n_past + BLOCK), kept)
    fill(cpu, cache, n_seqs, n_past)
    limit = _cpu.read_probe(cpu, 1 << 28, 2)
    best, median = timed(forward(cpu, cache, [1] * n_seqs, [n_past] * n_seqs), 15)
    limit = max(limit, _cpu.read_probe(cpu, 1 << 28, 2))
    n_bytes = N_LAYERS * n_seqs * (n_past + 1) * 2 * N_KV * HEAD_DIM * (2 if kept == "bf16" else 4)
    rate = n_bytes / best / 1e6
    return {
        "what": f"{n_seqs} rows behind {n_past}", "ms": round(best, 3), "median_ms": round(median, 3),
        "gb_s": round(rate, 1), "read_gb_s": round(limit / 1e9, 1), "share": round(rate * 1e9 / limit, 3),
    }  # fmt: skip


def prompt(cpu: Cpu, kept: Any, n_rows: int, n_past: int = 0) -> dict[str, Any]:
    """A prompt's rows."""
    cache = memory(cpu, n_past + n_rows, kept)
    fill(cpu, cache, 1, n_past)
    best, median = timed(forward(cpu, cache, [n_rows], [n_past]), 9)
    n_pairs = n_rows * n_past + n_rows * (n_rows + 1) // 2
    return {
        "what": f"prompt of {n_rows} behind {n_past}", "ms": round(best, 3), "median_ms": round(median, 3),
        "tflop_s": round(N_LAYERS * 4 * n_pairs * N_HEADS * HEAD_DIM / best / 1e9, 3),
    }  # fmt: skip


def candidates(cpu: Cpu, n: int, n_rows: int) -> dict[str, Any]:
    """The n best of a real vocabulary."""
    cpu.reset()
    logits = cpu.array(np.random.default_rng(0).standard_normal((n_rows, N_VOCAB), np.float32))
    edits = [Edit()] * n_rows
    best, median = timed(lambda: cpu.candidates(logits, edits, n, N_VOCAB) and None, 50)
    return {"what": f"{n} candidates of {n_rows} rows", "ms": round(best, 3), "median_ms": round(median, 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--isa", default="auto")
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--cache", default="bf16")
    parser.add_argument("--parts", nargs="+", default=["decode", "prompt", "many", "candidates"])
    args = parser.parse_args()
    cpu = Cpu(args.threads, args.isa)
    runs: dict[str, list[Callable[[], dict[str, Any]]]] = {
        "decode": [lambda n=n: decode(cpu, args.cache, 1, n) for n in (15, 200, 2048, 4096)],
        "prompt": [lambda n=n: prompt(cpu, args.cache, n) for n in (32, 512, 2048)]
        + [lambda: prompt(cpu, args.cache, 64, 2048)],
        "many": [lambda: decode(cpu, args.cache, 8, 250)],
        "candidates": [
            lambda n=n, r=r: candidates(cpu, n, r) for n, r in ((1, 1), (20, 1), (64, 1), (8192, 1), (20, 8))
        ],
    }  # fmt: skip
    results = []
    for part in args.parts:
        for run in runs[part]:
            results.append(run())
            print("  ".join(f"{k} {v}" for k, v in results[-1].items()), flush=True)
    print(json.dumps({"isa": cpu.isa, "n_threads": cpu.n_threads, "cache": args.cache, "results": results}))


if __name__ == "__main__":
    main()
