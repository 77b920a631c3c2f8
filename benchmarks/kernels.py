"""Rates of the products on Qwen3-0.6B shapes, and their share of what the machine can read or multiply.

python benchmarks/kernels.py [--rows 1 512] [--formats int8 bf16] [--isa auto] [--threads 2]
The last line on stdout is one JSON object.
"""

import argparse
import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from qwenchat.kernels.cpu import Cpu, _cpu
from qwenchat.kernels.words import Dtype, Format, Tensor

SHAPES = {"qkv": (4096, 1024), "o": (1024, 2048), "gate_up": (6144, 1024), "down": (1024, 3072), "head": (151936, 1024)}
COLD_BYTES = 640 << 20  # weights are used in turn until so much was read, so that no cache holds them


def best(run: Callable[[], None], n: int, tries: int = 7) -> tuple[float, float]:
    """Seconds of one of the `n` products of a run: the best try and the median."""
    times = []
    for _ in range(tries):
        begin = time.perf_counter()
        run()
        times.append((time.perf_counter() - begin) / n)
    return min(times), sorted(times)[tries // 2]


def weights(cpu: Cpu, name: str, fmt: Format, n_rows: int) -> list[_cpu.Weight]:
    """Enough copies of one shape to be read from memory at one row; a few for many rows."""
    n_out, n_in = SHAPES[name]
    size = {"fp32": 4, "int8": 1}.get(fmt, 2) * n_out * n_in
    n = max(1, min(-(-COLD_BYTES // size), 60 if n_rows < 64 else 6))
    dtype: Dtype = "bf16" if fmt == "int8" else fmt
    made = []
    for _ in range(n):
        values = np.random.default_rng(1).integers(-0x100, 0x100, (n_out, n_in)).astype(np.float32) * np.float32(0.001)
        if dtype == "fp32":
            bits = values
        elif dtype == "fp16":
            bits = values.astype(np.float16).view(np.uint16)
        else:
            bits = (values.view(np.uint32) >> 16).astype(np.uint16)
        parts = [Tensor("w", dtype, bits)]
        if name == "gate_up":
            parts = [Tensor("w", dtype, bits[: n_out // 2]), Tensor("w", dtype, bits[n_out // 2 :])]
        made.append(cpu.weight(parts, fmt, "paired" if name == "gate_up" else "stacked"))
    return made


def measure(cpu: Cpu, name: str, fmt: Format, n_rows: int) -> dict[str, Any]:
    """One shape, one format, one number of rows."""
    n_out, n_in = SHAPES[name]
    made = weights(cpu, name, fmt, n_rows)
    cpu.reset()
    x = cpu.array(np.random.default_rng(0).standard_normal((n_rows, n_in), np.float32))
    word = cpu.gated if name == "gate_up" else cpu.linear

    def run() -> None:
        for w in made:
            word(x, w)

    run()
    best_s, median_s = best(run, len(made))
    return {
        "shape": name, "format": fmt, "rows": n_rows, "isa": cpu.isa, "us": round(best_s * 1e6, 1),
        "gb_s": round(made[0].n_bytes / best_s / 1e9, 2), "gb_s_median": round(made[0].n_bytes / median_s / 1e9, 2),
        "top_s": round(2 * n_rows * n_out * n_in / best_s / 1e12, 3),
        "top_s_median": round(2 * n_rows * n_out * n_in / median_s / 1e12, 3),
    }  # fmt: skip


def line(r: dict[str, Any], limit: float) -> str:
    """One row of the table."""
    rate = f"{r['gb_s']:>6} GB/s ({r['gb_s'] / limit:4.0%}, median {r['gb_s_median']})"
    work = f"{r['top_s']:>7} Top/s (median {r['top_s_median']})"
    return f"{r['format']:5} {r['rows']:4} {r['shape']:8} {r['us']:>9} us  {rate}  {work}"


def read_rate(cpu: Cpu) -> float:
    """GB/s of reading memory in the chunks and with the threads of the products."""
    return max(_cpu.read_probe(cpu, 1 << 29, 4) for _ in range(3)) / 1e9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1, 512])
    parser.add_argument("--formats", nargs="+", default=["int8", "bf16"])
    parser.add_argument("--shapes", nargs="+", default=list(SHAPES))
    parser.add_argument("--isa", default="auto")
    parser.add_argument("--threads", type=int, default=None)
    args = parser.parse_args()
    cpu = Cpu(args.threads, args.isa)
    limit = read_rate(cpu)
    print(f"isa {cpu.isa}, {cpu.n_threads} threads, memory read {limit:.1f} GB/s")
    results = []
    for fmt in args.formats:
        for n_rows in args.rows:
            for name in args.shapes:
                r = measure(cpu, name, fmt, n_rows)
                results.append(r)
                print(line(r, limit), flush=True)
    print(json.dumps({"isa": cpu.isa, "n_threads": cpu.n_threads, "read_gb_s": limit, "results": results}))


if __name__ == "__main__":
    main()
