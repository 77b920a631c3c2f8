"""Attention memory and plans on their way into the compiled voice."""

from collections.abc import Sequence

import numpy as np

from qwenchat.kernels.cpu import _cpu
from qwenchat.kernels.words import AttnSpec, Cache, Ints, Kept, Plan, Rope


def cache(layers: Sequence[AttnSpec], n_blocks: int, dtype: Kept) -> Cache:
    """Memory for these layers; ropes of equal values are evaluated once a step."""
    shared = _cpu.cache(n_blocks, dtype)
    ropes: list[Rope] = []
    numbers: dict[tuple[bytes, tuple[int, ...], float], int] = {}
    made: list[_cpu.AttnLayer] = []
    for spec in layers:
        inv_freq = np.ascontiguousarray(np.atleast_2d(spec.rope.inv_freq), np.float32)
        key = (inv_freq.tobytes(), inv_freq.shape, spec.rope.scale)
        if key not in numbers:
            numbers[key] = shared.rope(inv_freq, spec.rope.scale)
            ropes.append(spec.rope)
        made.append(
            _cpu.layer(
                shared,
                n_heads=spec.n_heads,
                n_kv_heads=spec.n_kv_heads,
                head_dim=spec.head_dim,
                rope=numbers[key],
                scale=spec.scale,
                eps=spec.eps,
                q_norm=spec.q_norm,
                k_norm=spec.k_norm,
                window=spec.window,
                logn=spec.logn,
            )
        )
    return Cache(made, ropes, n_blocks, sum(layer.n_bytes for layer in made), shared)


def int32_arrays(plan: Plan) -> tuple[Ints, Ints, Ints, Ints, Ints, Ints]:
    """The plan's arrays as the compiled voice takes them; their values are checked there."""
    stretches = np.zeros(len(plan.n_past), np.int32) if plan.stretches is None else plan.stretches
    return (
        _int32(plan.ids, "ids", 1),
        _int32(plan.starts, "starts", 1),
        _int32(plan.n_past, "n_past", 1),
        _int32(plan.tables, "tables", 2),
        _int32(plan.wanted, "wanted", 1),
        _int32(stretches, "stretches", 1),
    )


def _int32(a: Ints, name: str, n_dims: int) -> Ints:
    if not isinstance(a, np.ndarray) or a.dtype != np.int32 or a.ndim != n_dims:
        what = f"{a.dtype}, {a.ndim} dimensions" if isinstance(a, np.ndarray) else type(a).__name__
        raise ValueError(f"plan: {name} must be an int32 array of {n_dims} dimension(s), not {what}")
    return np.ascontiguousarray(a)
