"""The words of `Kernels` on shapes alone. A model file that looked at a value would fail here."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any, NoReturn

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from qwenchat.kernels.grids import INT4, Coded
from qwenchat.kernels.words import (
    BLOCK,
    AttnSpec,
    Cache,
    DeltaSpec,
    Edit,
    Experts,
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

_SIZE = {"fp32": 4, "bf16": 2, "fp16": 2, "int8": 1}


class Work(Struct, frozen=True):
    """Bytes of weights and attention memory read, and arithmetic operations (a multiply-add is two).

    Activations don't count as read: they stay in the caches.
    """

    n_bytes: int = 0
    n_operations: int = 0

    def __add__(self, other: "Work") -> "Work":
        return Work(self.n_bytes + other.n_bytes, self.n_operations + other.n_operations)


class Shape(Struct, frozen=True):
    """An array: its shape, and nothing else."""

    shape: tuple[int, int]


class Matrix(Struct, frozen=True):
    """A weight: its shape ([n_out, n_in], or [n] of a vector), format and bytes."""

    shape: tuple[int, ...]
    fmt: str
    n_bytes: int


class Layer(Struct, frozen=True):
    """An attention layer and the bytes of one key and its value, all heads together."""

    spec: AttnSpec
    token_bytes: int


def _part_bytes(part: Tensor | Coded, fmt: Format) -> int:
    n_out, n_in = part.shape
    if isinstance(part, Coded) or fmt == "int4":
        grid = part.grid if isinstance(part, Coded) else INT4
        return round(n_out * n_in * grid.bits_a_weight / 8)
    return n_out * n_in * _SIZE[fmt] + (4 * n_out if fmt == "int8" else 0)


class Count(Struct):
    """All words of `Kernels`; `total` is the work since the last `step`, `by_word` the same by word."""

    by_word: dict[str, Work] = field(default_factory=dict)
    n_weight_bytes: int = 0  # of all matrices and vectors made so far
    layout: str = "count"

    @property
    def total(self) -> Work:
        """The work of this forward pass so far."""
        return sum(self.by_word.values(), Work())

    def _did(self, word: str, n_bytes: int, n_operations: int) -> None:
        self.by_word[word] = self.by_word.get(word, Work()) + Work(n_bytes, n_operations)

    def weight(
        self, parts: Sequence[Tensor | Coded], fmt: Format, order: Order = "stacked", bias: Sequence[Tensor] = ()
    ) -> Matrix:
        n_out, n_in = sum(p.shape[0] for p in parts), parts[0].shape[1]
        n_bytes = sum(_part_bytes(p, fmt) for p in parts) + 4 * sum(prod(b.shape) for b in bias)
        return self._made((n_out, n_in), fmt if isinstance(parts[0], Tensor) else "coded", n_bytes)

    def _made(self, shape: tuple[int, ...], fmt: str, n_bytes: int) -> Matrix:
        self.n_weight_bytes += n_bytes
        return Matrix(shape, fmt, n_bytes)

    def join(self, parts: Sequence[Matrix]) -> Matrix:
        n_out, n_bytes = sum(p.shape[0] for p in parts), sum(p.n_bytes for p in parts)
        return Matrix((n_out, parts[0].shape[1]), "joined", n_bytes)

    def adapted(self, w: Matrix, changes: Sequence[LowRank | None]) -> Matrix:
        """As if a step's rows had all of the adapters: the most that can be read."""
        n_bytes = sum(_part_bytes(half, half.dtype) for c in changes if c is not None for half in (c.a, c.b))
        self.n_weight_bytes += n_bytes
        return Matrix(w.shape, w.fmt, w.n_bytes + n_bytes)

    def table(self, rows: Tensor, sparse: bool = False) -> Matrix:
        return Matrix(rows.shape, rows.dtype, prod(rows.shape) * _SIZE[rows.dtype])

    def vector(self, values: Tensor) -> Matrix:
        return self._made(values.shape, "fp32", prod(values.shape) * 4)

    def packed(self, w: Matrix) -> None:
        return None

    def restore(
        self,
        buffers: Mapping[str, NDArray[np.uint8]],
        shape: tuple[int, int],
        fmt: Format,
        order: Order,
        like: Coded | None = None,
    ) -> Matrix:
        return Matrix(shape, fmt, sum(b.nbytes for b in buffers.values()))

    def cache(self, layers: Sequence[LayerSpec], n_blocks: int, dtype: Kept, n_states: int = 0) -> Cache:
        made: list[Layer | DeltaSpec] = [
            Layer(spec, spec.token_bytes(dtype)) if isinstance(spec, AttnSpec) else spec for spec in layers
        ]
        attention = [layer for layer in made if isinstance(layer, Layer)]
        ropes: list[Rope] = list({id(layer.spec.rope): layer.spec.rope for layer in attention}.values())
        n_bytes = sum(layer.token_bytes for layer in attention) * BLOCK * n_blocks
        n_bytes += sum(layer.state_bytes for layer in made if isinstance(layer, DeltaSpec)) * n_states
        return Cache(made, ropes, n_blocks, n_bytes, n_states)

    def copy_state(self, cache: Cache, source: int, target: int) -> None:
        self._did("copy_state", sum(s.state_bytes for s in cache.layers if isinstance(s, DeltaSpec)), 0)

    def copy_block(self, cache: Cache, source: int, target: int) -> None:
        self._did("copy_block", sum(x.token_bytes for x in cache.layers if isinstance(x, Layer)) * BLOCK, 0)

    def block_bytes(self, cache: Cache, block: int) -> NoReturn:
        raise TypeError("the count voice has no memory")

    def step(self, plan: Plan, cache: Cache) -> Plan:
        self.by_word.clear()
        return plan

    def embed(self, w: Matrix, s: Plan) -> Shape:
        self._did("embed", len(s.ids) * w.n_bytes // w.shape[0], 0)
        return Shape((len(s.ids), w.shape[1]))

    def norm(self, x: Shape, w: Matrix, eps: float) -> Shape:
        assert x.shape[1:] == w.shape, (x, w)
        self._did("norm", w.n_bytes, 4 * prod(x.shape))
        return x

    def linear(self, x: Shape, w: Matrix, add: Shape | None = None) -> Shape:
        out = self._product("linear", x, w)
        assert add is None or add == out, (add, out)
        return out

    def gated(self, x: Shape, gate_up: Matrix) -> Shape:
        rows, n_out = self._product("gated", x, gate_up).shape
        return Shape((rows, n_out // 2))

    def logits(self, x: Shape, w: Matrix) -> Shape:
        return self._product("logits", x, w)

    def _product(self, word: str, x: Shape, w: Matrix) -> Shape:
        (rows, n_in), (n_out, n_weight_in) = x.shape, w.shape
        assert n_in == n_weight_in, (x, w)
        self._did(word, w.n_bytes, 2 * rows * n_in * n_out)
        return Shape((rows, n_out))

    def sigmoid_gated(self, x: Shape, gate: Shape, add: Shape | None = None) -> Shape:
        assert gate.shape in (x.shape, (x.shape[0], 1)), (x, gate)
        assert add is None or add == x, (x, add)
        return x

    def routed(self, experts: Experts) -> Experts:
        return experts

    def experts(self, x: Shape, e: Experts, add: Shape) -> Shape:
        """As if each visit went to an expert of its own, as long as there are any: the most that can be read."""
        assert add == x, (x, add)
        self._product("experts", x, e.router)
        n_visits = x.shape[0] * e.n_used
        for i in range(min(n_visits, len(e.down))):
            rows = Shape((len(range(i, n_visits, len(e.down))), x.shape[1]))
            self._product("experts", rows, e.gate_up[i])
            self._product("experts", Shape((rows.shape[0], e.down[i].shape[1])), e.down[i])
        return x

    def attend(self, qkv: Shape, layer: Layer, s: Plan) -> Shape:
        spec = layer.spec
        assert qkv.shape == (len(s.ids), (spec.n_heads + 2 * spec.n_kv_heads) * spec.head_dim), (qkv, spec)
        n_read = n_pairs = 0
        for n, past in zip(np.diff(s.starts).tolist(), s.n_past.tolist(), strict=True):
            window = spec.window or past + n
            n_read += min(past, window - 1) + n if n else 0
            n_pairs += int(np.minimum(np.arange(past + 1, past + n + 1), window).sum())
        self._did("attend", n_read * layer.token_bytes, 4 * n_pairs * spec.n_heads * spec.head_dim)
        return Shape((len(s.ids), spec.n_heads * spec.head_dim))

    def gated_delta(self, qkvz: Shape, ba: Shape, layer: DeltaSpec, s: Plan) -> Shape:
        """Each sequence's state is read once; a row multiplies it four times."""
        n_rows, n_values = len(s.ids), layer.n_value_heads * layer.value_dim
        assert qkvz.shape == (n_rows, layer.n_channels + n_values), (qkvz, layer)
        assert ba.shape == (n_rows, 2 * layer.n_value_heads), (ba, layer)
        n_operations = n_rows * (7 * n_values * layer.key_dim + 2 * layer.n_channels * layer.kernel)
        self._did("gated_delta", len(s.n_past) * layer.state_bytes, n_operations)
        return Shape((n_rows, n_values))

    def rows(self, x: Shape, s: Plan) -> Shape:
        return Shape((len(s.wanted), x.shape[1]))

    def before(self, x: Shape, first: Any, s: Plan) -> Shape:
        return x

    def beside(self, a: Shape, b: Shape) -> Shape:
        assert a.shape[0] == b.shape[0], (a, b)
        return Shape((a.shape[0], a.shape[1] + b.shape[1]))

    def candidates(self, logits: Shape, edits: Sequence[Edit], n: int, n_vocab: int, rows: Ints | None = None) -> Top:
        """As if all logits were 0: the lowest ids."""
        n_rows, n = len(edits), min(n, n_vocab)
        ids = np.tile(np.arange(n, dtype=np.int32), (n_rows, 1))
        return Top(np.zeros((n_rows, n), np.float32), ids, np.full(n_rows, np.log(n_vocab), np.float32))

    def read(self, x: Any) -> NoReturn:
        raise TypeError("the count voice has no values to read")
