"""The plain voice: every word in numpy, short and slow, the referee of the others."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.kernels.grids import Coded
from qwenchat.kernels.plain import attention
from qwenchat.kernels.plain.candidates import candidates
from qwenchat.kernels.plain.delta import Delta, delta_memory, gated_delta
from qwenchat.kernels.plain.grids import GridMatrix, grid_rows
from qwenchat.kernels.plain.weights import Adapted, Joined, Weight, matrix, product
from qwenchat.kernels.words import (
    AttnSpec,
    Cache,
    Edit,
    Experts,
    Floats,
    Format,
    Ints,
    Kept,
    LayerSpec,
    LowRank,
    Order,
    Plan,
    Rope,
    Tensor,
    Top,
)


class PlainStep(Struct, frozen=True, eq=False):
    """A plan, and the angles of its rows for each rope."""

    plan: Plan
    angles: dict[int, tuple[Floats, Floats]]  # by id of the rope


class Plain:
    """All words of `Kernels` in numpy. An array is a plain fp32 ndarray."""

    layout = "plain"

    def __init__(self) -> None:
        self._whose: Ints | None = None  # of the step's rows
        self._whose_wanted: Ints | None = None

    def weight(
        self, parts: Sequence[Tensor | Coded], fmt: Format, order: Order = "stacked", bias: Sequence[Tensor] = ()
    ) -> Weight:
        return matrix(parts, fmt, bias)

    def join(self, parts: Sequence[Weight]) -> Joined:
        return Joined(tuple(parts))

    def adapted(self, w: Weight, changes: Sequence[LowRank | None]) -> Adapted:
        halves = (None if c is None else tuple(matrix([half], half.dtype, ()) for half in (c.a, c.b)) for c in changes)
        return Adapted(w, tuple(halves))  # type: ignore[arg-type]

    def table(self, rows: Tensor, sparse: bool = False) -> Tensor:
        return rows

    def vector(self, values: Tensor) -> Floats:
        return values.float32()

    def packed(self, w: Weight) -> None:
        return None

    def restore(
        self,
        buffers: Mapping[str, NDArray[np.uint8]],
        shape: tuple[int, int],
        fmt: Format,
        order: Order,
        like: Coded | None = None,
    ) -> Weight:
        raise AssertionError("the plain voice packs nothing")

    def cache(self, layers: Sequence[LayerSpec], n_blocks: int, dtype: Kept, n_states: int = 0) -> Cache:
        made = [
            attention.memory(spec, n_blocks, dtype) if isinstance(spec, AttnSpec) else delta_memory(spec, n_states)
            for spec in layers
        ]
        ropes: list[Rope] = list({id(spec.rope): spec.rope for spec in layers if isinstance(spec, AttnSpec)}.values())
        return Cache(made, ropes, n_blocks, sum(layer.n_bytes for layer in made), n_states)

    def copy_state(self, cache: Cache, source: int, target: int) -> None:
        for layer in cache.layers:
            if isinstance(layer, Delta):
                layer.known[target], layer.inputs[target] = layer.known[source], layer.inputs[source]

    def copy_block(self, cache: Cache, source: int, target: int) -> None:
        for layer in cache.layers:
            if isinstance(layer, attention.Layer):
                layer.keys[target], layer.values[target] = layer.keys[source], layer.values[source]

    def block_bytes(self, cache: Cache, block: int) -> list[NDArray[np.uint8]]:
        return [side[block].reshape(-1).view(np.uint8) for layer in cache.layers for side in (layer.keys, layer.values)]

    def step(self, plan: Plan, cache: Cache) -> PlainStep:
        where = attention.positions(plan)
        stretch = attention.stretches(plan)
        self._whose = None if plan.adapters is None else np.repeat(plan.adapters, np.diff(plan.starts))
        self._whose_wanted = None if self._whose is None else self._whose[plan.wanted]
        return PlainStep(plan, {id(rope): attention.cos_sin(rope, where, stretch) for rope in cache.ropes})

    def embed(self, w: Tensor | GridMatrix, s: PlainStep) -> Floats:
        if isinstance(w, GridMatrix):
            return grid_rows(w, s.plan.ids)
        return Tensor(w.name, w.dtype, w.bits[s.plan.ids]).float32()

    def norm(self, x: Floats, w: Floats, eps: float) -> Floats:
        return attention.rms_norm(x, w, eps)

    def linear(self, x: Floats, w: Weight, add: Floats | None = None) -> Floats:
        y = product(x, w, self._whose)
        return y if add is None else y + add

    def gated(self, x: Floats, gate_up: Weight) -> Floats:
        return self._gated(x, gate_up, self._whose)

    def _gated(self, x: Floats, gate_up: Weight, whose: Ints | None) -> Floats:
        gate, up = np.split(product(x, gate_up, whose), 2, axis=1)
        with np.errstate(over="ignore"):  # exp of a very negative gate is inf, and the product rightly 0
            return np.asarray(gate / (1 + np.exp(-gate)) * up)

    def sigmoid_gated(self, x: Floats, gate: Floats, add: Floats | None = None) -> Floats:
        with np.errstate(over="ignore"):
            y = np.asarray(x / (1 + np.exp(-gate)))
        return y if add is None else y + add

    def routed(self, experts: Experts) -> Experts:
        return experts

    def experts(self, x: Floats, e: Experts, add: Floats) -> Floats:
        logits = product(x, e.router, self._whose)
        best = np.argsort(-logits, axis=1, kind="stable")[:, : e.n_used]
        share = np.exp(logits - logits.max(axis=1, keepdims=True))
        share /= (np.take_along_axis(share, best, axis=1) if e.normalised else share).sum(axis=1, keepdims=True)
        out = add.copy()
        for r, row in enumerate(x):
            whose = None if self._whose is None else self._whose[r : r + 1]
            for i in best[r]:
                out[r] += share[r, i] * product(self._gated(row[None], e.gate_up[i], whose), e.down[i], whose)[0]
        return out

    def attend(self, qkv: Floats, layer: Any, s: PlainStep) -> Floats:
        return attention.attend(qkv, layer, s.plan, *s.angles[id(layer.spec.rope)])

    def gated_delta(self, qkvz: Floats, ba: Floats, layer: Delta, s: PlainStep) -> Floats:
        return gated_delta(qkvz, ba, layer, s.plan)

    def rows(self, x: Floats, s: PlainStep) -> Floats:
        return x[s.plan.wanted]

    def before(self, x: Floats, first: Floats, s: PlainStep) -> Floats:
        out = np.empty_like(x)
        out[1:] = x[:-1]
        out[s.plan.starts[:-1]] = first
        return out

    def beside(self, a: Floats, b: Floats) -> Floats:
        return np.concatenate([a, b], axis=1)

    def logits(self, x: Floats, w: Weight) -> Floats:
        return product(x, w, self._whose_wanted)

    def candidates(self, logits: Floats, edits: Sequence[Edit], n: int, n_vocab: int, rows: Ints | None = None) -> Top:
        return candidates(logits if rows is None else logits[rows], edits, n, n_vocab)

    def read(self, x: Floats) -> Floats:
        return x.copy()
