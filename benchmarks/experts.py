"""Feed-forward parts of experts against dense ones of the active size: what the choosing costs, in the same run.

python -m benchmarks.experts [--layers 3] [--threads 2] [--rows 1 8 64] [--format int8]
The last line on stdout is one JSON object.
"""

import argparse
import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from qwenchat.kernels import Experts, Tensor
from qwenchat.kernels.cpu import Cpu

HIDDEN, FFN, N_EXPERTS, N_USED = 2048, 768, 80, 8  # Qwen3-30B-A3B's, with a tenth of the experts used


def random(*shape: int) -> Tensor:
    """bf16 values of both signs."""
    bits = np.random.default_rng(0).standard_normal(shape, np.float32).view(np.uint32) >> 16
    return Tensor("w", "bf16", bits.astype(np.uint16))


def dense(k: Cpu, fmt: Any, n_layers: int) -> Callable[[Any], Any]:
    """Dense layers as wide as the experts a row uses together."""
    n = FFN * N_USED
    pair, last = [random(n, HIDDEN)] * 2, random(HIDDEN, n)
    layers = [(k.weight(pair, fmt, "paired"), k.weight([last], fmt)) for _ in range(n_layers)]

    def run(x: Any) -> Any:
        for gate_up, down in layers:
            x = k.linear(k.gated(x, gate_up), down, add=x)
        return x

    return run


def sparse(k: Cpu, fmt: Any, n_layers: int) -> Callable[[Any], Any]:
    """Layers of experts; rows that differ visit different ones."""
    pair, last = [random(FFN, HIDDEN)] * 2, random(HIDDEN, FFN)
    layers = []
    for _ in range(n_layers):
        gate_up = [k.weight(pair, fmt, "paired") for _ in range(N_EXPERTS)]
        down = [k.weight([last], fmt) for _ in range(N_EXPERTS)]
        layers.append(k.routed(Experts(k.weight([random(N_EXPERTS, HIDDEN)], "fp32"), gate_up, down, N_USED, True)))

    def run(x: Any) -> Any:
        for layer in layers:
            x = k.experts(x, layer, x)
        return x

    return run


def milliseconds(k: Cpu, run: Callable[[Any], Any], n_rows: int, seed: int) -> float:
    """One step."""
    k.reset()
    x = k.array(np.random.default_rng(seed).standard_normal((n_rows, HIDDEN), np.float32))
    begin = time.perf_counter()
    run(x)
    return (time.perf_counter() - begin) * 1e3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rows", type=int, nargs="+", default=[1, 8, 64])
    parser.add_argument("--tries", type=int, default=30)
    parser.add_argument("--format", default="int8")
    args = parser.parse_args()
    k = Cpu(args.threads)
    runs = {"dense": dense(k, args.format, args.layers), "experts": sparse(k, args.format, args.layers)}
    found: dict[str, Any] = {"isa": k.isa, "threads": args.threads, "format": args.format, "layers": args.layers}
    for n_rows in args.rows:
        # By turns, so that a noisy moment hits both.
        times: dict[str, list[float]] = {name: [] for name in runs}
        for i in range(args.tries):
            for name, run in runs.items():
                times[name].append(milliseconds(k, run, n_rows, i))
        best = {name: round(min(each), 3) for name, each in times.items()}
        found[f"{n_rows} rows"] = {**best, "speed_of_experts": round(best["dense"] / best["experts"], 3)}
        print(f"{n_rows:4} rows: dense {best['dense']:8.3f} ms, experts {best['experts']:8.3f} ms")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
