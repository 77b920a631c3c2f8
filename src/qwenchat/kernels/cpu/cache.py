"""Attention memory and plans on their way into the compiled voice."""

from collections.abc import Sequence

import numpy as np

from qwenchat.kernels.cpu import _cpu
from qwenchat.kernels.words import AttnSpec, Cache, DeltaSpec, Ints, Kept, LayerSpec, Plan, Rope


def cache(layers: Sequence[LayerSpec], n_blocks: int, dtype: Kept, n_states: int) -> Cache:
    """Memory for these layers; ropes of equal values are evaluated once a step."""
    attention = [spec for spec in layers if isinstance(spec, AttnSpec)]
    block_bytes = sum(_cpu.layer_bytes(dtype, spec.n_kv_heads, spec.head_dim) for spec in attention)
    shared = _cpu.cache(n_blocks, n_states, dtype, block_bytes)
    ropes = _Ropes(shared)
    made = [
        _attention(shared, ropes.number(spec.rope), spec) if isinstance(spec, AttnSpec) else _delta(shared, spec)
        for spec in layers
    ]
    return Cache(made, ropes.distinct, n_blocks, sum(layer.n_bytes for layer in made), n_states, shared)


class _Ropes:
    """The ropes of a cache, by their values."""

    def __init__(self, shared: _cpu.AttnCache) -> None:
        self._shared = shared
        self._numbers: dict[tuple[bytes, tuple[int, ...], float], int] = {}
        self.distinct: list[Rope] = []

    def number(self, rope: Rope) -> int:
        inv_freq = np.ascontiguousarray(np.atleast_2d(rope.inv_freq), np.float32)
        key = (inv_freq.tobytes(), inv_freq.shape, rope.scale)
        if key not in self._numbers:
            self._numbers[key] = self._shared.rope(inv_freq, rope.scale)
            self.distinct.append(rope)
        return self._numbers[key]


def _attention(shared: _cpu.AttnCache, rope: int, spec: AttnSpec) -> _cpu.AttnLayer:
    return _cpu.layer(
        shared,
        n_heads=spec.n_heads,
        n_kv_heads=spec.n_kv_heads,
        head_dim=spec.head_dim,
        rope=rope,
        scale=spec.scale,
        eps=spec.eps,
        q_norm=spec.q_norm,
        k_norm=spec.k_norm,
        window=spec.window,
        logn=spec.logn,
    )


def _delta(shared: _cpu.AttnCache, spec: DeltaSpec) -> _cpu.DeltaLayer:
    return _cpu.delta_layer(
        shared,
        n_key_heads=spec.n_key_heads,
        n_value_heads=spec.n_value_heads,
        key_dim=spec.key_dim,
        value_dim=spec.value_dim,
        kernel=spec.kernel,
        eps=spec.eps,
        conv=spec.conv,
        a_log=spec.a_log,
        dt_bias=spec.dt_bias,
        norm=spec.norm,
    )


def int32_arrays(plan: Plan) -> tuple[Ints, ...]:
    """The plan's arrays as the compiled voice takes them; their values are checked there."""
    stretches = np.zeros(len(plan.n_past), np.int32) if plan.stretches is None else plan.stretches
    none = np.zeros(0, np.int32)
    return (
        _int32(plan.ids, "ids", 1),
        _int32(plan.starts, "starts", 1),
        _int32(plan.n_past, "n_past", 1),
        _int32(plan.tables, "tables", 2),
        _int32(plan.wanted, "wanted", 1),
        _int32(stretches, "stretches", 1),
        _int32(none if plan.states is None else plan.states, "states", 1),
        _int32(none if plan.adapters is None else plan.adapters, "adapters", 1),
    )


def _int32(a: Ints, name: str, n_dims: int) -> Ints:
    if not isinstance(a, np.ndarray) or a.dtype != np.int32 or a.ndim != n_dims:
        what = f"{a.dtype}, {a.ndim} dimensions" if isinstance(a, np.ndarray) else type(a).__name__
        raise ValueError(f"plan: {name} must be an int32 array of {n_dims} dimension(s), not {what}")
    return np.ascontiguousarray(a)
