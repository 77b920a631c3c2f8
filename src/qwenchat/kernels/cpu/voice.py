"""The compiled voice as Python sees it: the words that need a little preparation; the others are bound directly."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qwenchat.kernels.cpu import _cpu, grids, weights
from qwenchat.kernels.cpu import cache as memory
from qwenchat.kernels.cpu.cache import int32_arrays
from qwenchat.kernels.grids import INT4, Coded
from qwenchat.kernels.words import (
    Cache,
    Edit,
    Experts,
    Format,
    Ints,
    Kept,
    LayerSpec,
    LowRank,
    Order,
    Plan,
    Tensor,
    Top,
)


def usable_cores() -> int:
    """Cores this process may use: its affinity, and the cgroup's `cpu.max` quota where there is one."""
    n_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
    except (OSError, ValueError):
        return n_cores
    # A pool wider than the quota spins its allowance away and is then throttled.
    return n_cores if quota == "max" else max(1, min(n_cores, int(quota) // int(period)))


class Cpu(_cpu.Voice):
    """All words of `Kernels`, compiled. `isa` is for tests and tools: auto, portable, avx2, avx512, amx or neon."""

    layout = "cpu int8 panels 16x4 v1, grids v1"

    def __init__(self, n_threads: int | None = None, isa: str = "auto") -> None:
        super().__init__(usable_cores() if n_threads is None else n_threads, isa)

    @property
    def build(self) -> str:
        """What the bits of a result depend on beside weights and ids: the instruction set, and this very build."""
        return f"{self.isa} {Path(_cpu.__file__ or '').stat().st_mtime_ns}"

    def weight(
        self, parts: Sequence[Tensor | Coded], fmt: Format, order: Order = "stacked", bias: Sequence[Tensor] = ()
    ) -> _cpu.Weight:
        """The matrices `parts` ([n_i, n_in] each) as one, in `fmt`; `paired` is for `gated`: [gate, up]."""
        return weights.weight(self, parts, fmt, order, bias)

    def join(self, parts: Sequence[_cpu.Weight]) -> _cpu.Weight:
        """Stacked weights, one after another, as one; each keeps its format."""
        return _cpu.join(parts)

    def adapted(self, w: _cpu.Weight, changes: Sequence[LowRank | None]) -> _cpu.Weight:
        """`w`, whose product with rows of adapter i (`Plan.adapters`) gets `changes[i]`'s too."""
        halves = [
            None if c is None else (self.weight([c.a], c.a.dtype), self.weight([c.b], c.b.dtype)) for c in changes
        ]
        return _cpu.adapted(w, halves)

    def table(self, rows: Tensor, sparse: bool = False) -> _cpu.Weight:
        """An embedding table [n_vocab, n_hidden], read in place."""
        made = weights.weight(self, [rows], rows.dtype, "stacked", ())
        made.sparse = sparse
        return made

    def packed(self, w: _cpu.Weight) -> Mapping[str, NDArray[np.uint8]] | None:
        """The panels, scales and bias of an int8 or coded weight; None for others, which lie in their checkpoint."""
        if w.fmt == "grid":
            return _cpu.packed_grid(w)
        return _cpu.packed(w) if w.fmt == "int8" else None

    def restore(
        self,
        buffers: Mapping[str, NDArray[np.uint8]],
        shape: tuple[int, int],
        fmt: Format,
        order: Order,
        like: Coded | None = None,
    ) -> _cpu.Weight:
        """The weight whose `packed` gave `buffers`; they must begin at multiples of 64 bytes."""
        if like is not None or fmt == "int4":
            grid, inputs = (like.grid, like.order) if like else (INT4, None)
            return grids.restore(buffers, shape, grid, order, inputs)
        return weights.restore(buffers, shape, fmt, order)

    def vector(self, values: Tensor) -> _cpu.Vector:
        """A vector, in fp32."""
        if values.bits.ndim != 1:
            raise ValueError(f"{values.name}: a vector has one dimension, this tensor {values.bits.ndim}")
        return _cpu.vector(np.ascontiguousarray(values.float32()))

    def routed(self, experts: Experts) -> _cpu.Experts:
        """A layer of experts made ready, for `experts`."""
        e = experts
        return _cpu.routed(e.router, list(e.gate_up), list(e.down), e.n_used, e.normalised)

    def cache(self, layers: Sequence[LayerSpec], n_blocks: int, dtype: Kept, n_states: int = 0) -> Cache:
        """Zeroed memory for these layers; pages cost memory once they are used."""
        return memory.cache(layers, n_blocks, dtype, n_states)

    def copy_state(self, cache: Cache, source: int, target: int) -> None:
        """Give state `target` what state `source` holds, in every layer that has states."""
        for layer in cache.layers:
            if isinstance(layer, _cpu.DeltaLayer):
                layer.states[target] = layer.states[source]

    def copy_block(self, cache: Cache, source: int, target: int) -> None:
        """Give block `target` what block `source` holds, in every layer."""
        for layer in cache.layers:
            if isinstance(layer, _cpu.AttnLayer):
                layer.blocks[target] = layer.blocks[source]

    def block_bytes(self, cache: Cache, block: int) -> list[NDArray[np.uint8]]:
        """The memory of a block, a layer after the other."""
        return [layer.blocks[block] for layer in cache.layers]

    def step(self, plan: Plan, cache: Cache) -> _cpu.Step:
        """Begin a forward pass: handles of the one before are no longer valid. A bad plan is a ValueError."""
        return self.begin(cache.keep, *int32_arrays(plan))

    def candidates(
        self, logits: _cpu.Array, edits: Sequence[Edit], n: int, n_vocab: int, rows: Ints | None = None
    ) -> Top:
        """The `n` best ids below `n_vocab` of each of the `rows` after its edit. A bad call is a ValueError."""
        return Top(*self.top(logits, edits, n, n_vocab, rows))
