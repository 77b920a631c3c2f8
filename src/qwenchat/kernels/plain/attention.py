"""Attention over paged memory, one head at a time."""

import numpy as np
from msgspec import Struct

from qwenchat.kernels.plain.numbers import to_bf16, to_shared_int8
from qwenchat.kernels.words import BLOCK, KEYS_AT_ONCE, AttnSpec, Floats, Ints, Kept, Plan, Rope


class Layer(Struct, frozen=True, eq=False):
    """Keys and values of one layer, [n_blocks, BLOCK, n_kv_heads, head_dim], and how they are kept."""

    spec: AttnSpec
    keys: Floats
    values: Floats
    kept: Kept

    @property
    def n_bytes(self) -> int:
        """Of keys and values."""
        return self.keys.nbytes + self.values.nbytes


def memory(spec: AttnSpec, n_blocks: int, kept: Kept) -> Layer:
    """Zeroed keys and values."""
    shape = (n_blocks, BLOCK, spec.n_kv_heads, spec.head_dim)
    return Layer(spec, np.zeros(shape, np.float32), np.zeros(shape, np.float32), kept)


def positions(plan: Plan) -> Ints:
    """The position of each row."""
    return np.concatenate(
        [
            np.arange(b - a, dtype=np.int32) + p
            for a, b, p in zip(plan.starts, plan.starts[1:], plan.n_past, strict=False)
        ]
    )


def stretches(plan: Plan) -> Ints:
    """The stretch of each row."""
    each = np.zeros(len(plan.n_past), np.int32) if plan.stretches is None else plan.stretches
    return np.repeat(each, np.diff(plan.starts))


def cos_sin(rope: Rope, where: Ints, stretch: Ints | int = 0) -> tuple[Floats, Floats]:
    """cos and sin of each position's angles, [n_rows, n]."""
    angle = where.astype(np.float32)[:, None] * np.atleast_2d(rope.inv_freq)[stretch]
    return np.cos(angle) * np.float32(rope.scale), np.sin(angle) * np.float32(rope.scale)


def rotate(x: Floats, cos: Floats, sin: Floats) -> Floats:
    """`x` [n_rows, n_heads, head_dim] with its first `2 * cos.shape[1]` dimensions rotated, halves as pairs."""
    half = cos.shape[1]
    a, b, rest = x[..., :half], x[..., half : 2 * half], x[..., 2 * half :]
    cos, sin = cos[:, None], sin[:, None]
    return np.concatenate([a * cos - b * sin, b * cos + a * sin, rest], axis=-1)


def rms_norm(x: Floats, w: Floats, eps: float) -> Floats:
    """RMS norm over the last axis, times `w`."""
    mean = np.mean(np.square(x), axis=-1, keepdims=True, dtype=np.float32)
    return np.asarray(x * (1 / np.sqrt(mean + np.float32(eps))) * w, np.float32)


def logn_factors(where: Ints, logn: int) -> Floats:
    """What each row's query is multiplied by."""
    return np.asarray(np.log(np.maximum(where + 1, logn)) / np.log(logn), np.float32)


def attend(qkv: Floats, layer: Layer, plan: Plan, cos: Floats, sin: Floats) -> Floats:
    """Store this step's keys and values, then each row attends to its own sequence up to itself."""
    spec = layer.spec
    heads = qkv.reshape(len(qkv), -1, spec.head_dim)
    q, k, v = np.split(heads, [spec.n_heads, spec.n_heads + spec.n_kv_heads], axis=1)
    q = q if spec.q_norm is None else rms_norm(q, spec.q_norm, spec.eps)
    k = k if spec.k_norm is None else rms_norm(k, spec.k_norm, spec.eps)
    q, k = rotate(q, cos, sin), rotate(k, cos, sin)
    if spec.logn is not None:
        q = q * logn_factors(positions(plan), spec.logn)[:, None, None]
    if layer.kept != "fp32":
        keep = to_bf16 if layer.kept == "bf16" else to_shared_int8
        q, k, v = to_bf16(q), keep(k), keep(v)
    out = np.zeros_like(q)
    where = positions(plan)
    for s in range(len(plan.n_past)):
        table = plan.tables[s]
        rows = range(plan.starts[s], plan.starts[s + 1])
        for r in rows:
            block, slot = table[where[r] // BLOCK], where[r] % BLOCK
            layer.keys[block, slot], layer.values[block, slot] = k[r], v[r]
        n_keys = int(plan.n_past[s]) + len(rows)
        used = table[: -(-n_keys // BLOCK)]
        keys = layer.keys[used].reshape(-1, spec.n_kv_heads, spec.head_dim)
        values = layer.values[used].reshape(-1, spec.n_kv_heads, spec.head_dim)
        for r in rows:
            out[r] = _row(q[r], keys, values, int(where[r]), layer)
    return out.reshape(len(qkv), -1)


def _row(q: Floats, keys: Floats, values: Floats, position: int, layer: Layer) -> Floats:
    """One query row [n_heads, head_dim]; keys in runs of KEYS_AT_ONCE, each with its own maximum, merged in order."""
    spec = layer.spec
    first = 0 if spec.window is None else max(0, position - spec.window + 1)
    out = np.zeros_like(q)
    for h in range(spec.n_heads):
        kv = h // (spec.n_heads // spec.n_kv_heads)
        parts = []
        for run in range(first // KEYS_AT_ONCE, position // KEYS_AT_ONCE + 1):
            cut = slice(max(first, run * KEYS_AT_ONCE), min(position + 1, (run + 1) * KEYS_AT_ONCE))
            score = keys[cut, kv] @ q[h] * np.float32(spec.scale)
            top = score.max()
            p = np.exp(score - top)
            parts.append((top, p.sum(), (p if layer.kept == "fp32" else to_bf16(p)) @ values[cut, kv]))
        best = max(top for top, _, _ in parts)
        total, summed = np.float32(0), np.zeros(spec.head_dim, np.float32)
        for top, mass, mixed in parts:
            share = np.exp(top - best)
            total, summed = total + share * mass, summed + share * mixed
        out[h] = summed / total
    return out
