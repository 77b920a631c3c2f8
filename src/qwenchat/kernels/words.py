"""The words a model file is written in: what every voice (plain, cpu, later cuda) can say, and the data it takes."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from qwenchat.kernels.grids import Coded

Dtype = Literal["fp32", "bf16", "fp16"]
Format = Literal["fp32", "bf16", "fp16", "int8", "int4"]
Order = Literal["stacked", "paired"]
Kept = Literal["fp32", "bf16", "int8"]  # how keys and values are kept; int8 is multiplied as bf16 is

BLOCK = 64  # tokens in one cache block
KEYS_AT_ONCE = 256  # keys that share one local maximum in `attend`, counted from absolute position 0
SHARED = 32  # neighbours of a head that share a power of two in an int8 cache
GROUP = 128  # inputs that share one activation scale in an int8 `linear`

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Array = Any  # the voice's own handle, fp32 [n_rows, n_columns]; valid until the next `step`
Weight = Any  # the voice's own handle
Step = Any  # the voice's own handle


class Tensor(Struct, frozen=True, eq=False):
    """A tensor as it lies in a checkpoint: raw bits, often memory-mapped, and what they mean.

    `bits` has the tensor's shape, C order; uint16 for bf16 and fp16, float32 for fp32.
    """

    name: str
    dtype: Dtype
    bits: NDArray[Any]

    @property
    def shape(self) -> tuple[int, ...]:
        """The tensor's shape, as in the checkpoint ([n_out, n_in] for a matrix)."""
        return self.bits.shape

    def float32(self) -> Floats:
        """The values, exact, in float32 (a copy unless they already are)."""
        if self.dtype == "fp32":
            return self.bits
        if self.dtype == "fp16":
            return self.bits.view(np.float16).astype(np.float32)
        return (self.bits.astype(np.uint32) << 16).view(np.float32)


class LowRank(Struct, frozen=True, eq=False):
    """What an adapter adds to a matrix [n_out, n_in]: `b @ a`, b [n_out, rank] and a [rank, n_in]."""

    a: Tensor
    b: Tensor


class Rope(Struct, frozen=True, eq=False):
    """Rotary embedding of the first `2 * len(inv_freq)` dimensions of a head, halves rotated (neox).

    Angle of position p in dimension pair i is `p * inv_freq[i]`, computed in fp32; cos and sin are
    multiplied by `scale` (YaRN's attention factor). With more than one row of frequencies, each sequence says
    which is its own (`Plan.stretches`): dynamic NTK stretches the rope by the prompt's length.
    """

    inv_freq: Floats  # [n], or [n_stretches, n]
    scale: float = 1.0


class AttnSpec(Struct, frozen=True, eq=False):
    """One attention layer. Its input row is `[n_heads q | n_kv_heads k | n_kv_heads v]`, each of `head_dim`."""

    n_heads: int
    n_kv_heads: int
    head_dim: int
    rope: Rope
    scale: float  # of the dot product, usually head_dim ** -0.5
    eps: float = 1e-6
    q_norm: Weight | None = None  # RMS norm over head_dim, before rope
    k_norm: Weight | None = None
    window: int | None = None  # query i sees key j when i - window < j <= i
    logn: int | None = None  # the query of token i, from 1, is multiplied by log(i) / log(logn) where i > logn

    def token_bytes(self, kept: Kept) -> int:
        """Bytes of one token's keys and values."""
        sizes: dict[Kept, int] = {"fp32": 4, "bf16": 2, "int8": 1}
        exponents = -(-self.head_dim // SHARED) if kept == "int8" else 0
        return 2 * self.n_kv_heads * (self.head_dim * sizes[kept] + exponents)


class DeltaSpec(Struct, frozen=True, eq=False):
    """One layer of Gated DeltaNet (arXiv 2412.06464), which keeps a state of fixed size instead of keys and values.

    Its input row is `[n_key_heads q | n_key_heads k | n_value_heads v | n_value_heads z]`, and beside it
    `[n_value_heads b | n_value_heads a]`. Neighbouring value heads share a key head, as with grouped queries.
    """

    n_key_heads: int
    n_value_heads: int
    key_dim: int
    value_dim: int
    kernel: int  # positions of the convolution over q, k and v
    conv: Weight  # a vector [n_channels * kernel], channel by channel
    a_log: Weight  # a head decays by exp(-exp(a_log) * softplus(a + dt_bias))
    dt_bias: Weight
    norm: Weight  # of a head's result, before it is multiplied by silu(z)
    eps: float

    @property
    def n_channels(self) -> int:
        """Columns of q, k and v together."""
        return 2 * self.n_key_heads * self.key_dim + self.n_value_heads * self.value_dim

    @property
    def state_bytes(self) -> int:
        """Of one sequence: a matrix a head, and the convolution's last inputs, in fp32."""
        return 4 * (self.n_value_heads * self.key_dim * self.value_dim + (self.kernel - 1) * self.n_channels)


class Experts(Struct, frozen=True, eq=False):
    """A layer of experts, of which each row visits the `n_used` its router likes best, ties to the lower number.

    Shares are a softmax of the router's logits over all experts or, `normalised`, over those visited.
    """

    router: Weight  # [n_experts, n_hidden], fp32
    gate_up: Sequence[Weight]  # one an expert, "paired"
    down: Sequence[Weight]
    n_used: int
    normalised: bool


LayerSpec = AttnSpec | DeltaSpec


class Plan(Struct, frozen=True, eq=False):
    """The rows of one step: for each sequence, its next tokens, one after another.

    Row r of sequence s, `starts[s] <= r < starts[s + 1]`, has position `n_past[s] + r - starts[s]`, and its key
    and value go to block `tables[s, position // BLOCK]`. Those blocks already hold positions below `n_past[s]`.
    """

    ids: Ints  # [n_rows]
    starts: Ints  # [n_seqs + 1]
    n_past: Ints  # [n_seqs]
    tables: Ints  # [n_seqs, n_blocks], -1 where there is none
    wanted: Ints  # [n_wanted] rows that go to the head
    stretches: Ints | None = None  # [n_seqs] which row of each rope that has several; None: the first
    states: Ints | None = None  # [n_seqs] whose state is whose, where a layer keeps one; zeros where n_past is 0
    adapters: Ints | None = None  # [n_seqs] which adapter changes its weights, -1 for none; None: none at all


def _no_ids() -> Ints:
    return np.zeros(0, np.int32)


def _no_floats() -> Floats:
    return np.zeros(0, np.float32)


class Edit(Struct, frozen=True, eq=False):
    """What happens to one row of logits before a token is chosen, in this order.

    Repetition penalty over `seen` (positive logits divided, others multiplied: arXiv 1909.05858), presence and
    frequency penalties over `counted`, `bias` added, ids outside `mask` removed.
    """

    repetition: float = 1.0
    seen: Ints = field(default_factory=_no_ids)  # distinct ids of prompt and answer
    presence: float = 0.0
    frequency: float = 0.0
    counted: Ints = field(default_factory=_no_ids)  # distinct ids of the answer
    counts: Floats = field(default_factory=_no_floats)  # how often each was generated
    bias_ids: Ints = field(default_factory=_no_ids)
    bias: Floats = field(default_factory=_no_floats)
    mask: NDArray[np.uint32] | None = None  # bit i % 32 of word i // 32: id i is allowed
    temperature: float = 1.0  # only for `Top.logsumexp`; 0 counts as 1


class Top(Struct, frozen=True, eq=False):
    """The best of each row, best first, ties to the lower id."""

    logits: Floats  # [n_rows, n], after the edits
    ids: Ints  # [n_rows, n]
    logsumexp: Floats  # [n_rows], of all edited logits / temperature; NaN: the model gave NaN or infinity in this row


class Cache(Struct, frozen=True, eq=False):
    """The memory of a model: `n_blocks` blocks of BLOCK tokens in every attention layer, `n_states` states in the
    others."""

    layers: Sequence[Any]  # one handle a layer, for `attend` or `gated_delta`
    ropes: Sequence[Rope]  # the distinct ropes of the layers, which `step` evaluates
    n_blocks: int
    n_bytes: int
    n_states: int = 0
    keep: Any = None


class Kernels(Protocol):
    """One voice. Rows are the tokens of a step, ragged, without a batch axis; activations are fp32."""

    @property
    def layout(self) -> str:
        """Name and version of the packed weight layout; part of every key under which packed weights are kept."""
        ...

    def weight(
        self, parts: Sequence[Tensor | Coded], fmt: Format, order: Order = "stacked", bias: Sequence[Tensor] = ()
    ) -> Weight:
        """The matrices `parts` ([n_i, n_in] each) as one, in `fmt`; `paired` is for `gated`: [gate, up].

        Coded parts stay in their own bits whatever `fmt` says; all of them lie on one grid.
        """
        ...

    def join(self, parts: Sequence[Weight]) -> Weight:
        """Stacked weights, one after another, as one; each keeps its format."""
        ...

    def adapted(self, w: Weight, changes: Sequence[LowRank | None]) -> Weight:
        """`w`, whose product with rows of adapter i (`Plan.adapters`) gets `x @ a.T @ b.T` of `changes[i]` too.

        It is computed beside `w`, which stays as it is in whatever format, and in the changes' own. Outputs are in the
        order of `w`'s parts: a "paired" weight's gates, then its ups.
        """
        ...

    def table(self, rows: Tensor, sparse: bool = False) -> Weight:
        """An embedding table [n_vocab, n_hidden], read in place. (`embed` takes a stacked coded weight as well.)

        `sparse`: it is mapped from a file and nobody else reads it, so its pages may be given back between steps.
        """
        ...

    def vector(self, values: Tensor) -> Weight:
        """A vector, in fp32."""
        ...

    def packed(self, w: Weight) -> Mapping[str, NDArray[np.uint8]] | None:
        """The buffers worth keeping for the next start, or None when `w` reads its checkpoint in place."""
        ...

    def restore(
        self,
        buffers: Mapping[str, NDArray[np.uint8]],
        shape: tuple[int, int],
        fmt: Format,
        order: Order,
        like: Coded | None = None,
    ) -> Weight:
        """The weight whose `packed` gave `buffers` (now perhaps memory-mapped); sizes are checked.

        `like`: a part of it, where its parts were coded.
        """
        ...

    def cache(self, layers: Sequence[LayerSpec], n_blocks: int, dtype: Kept, n_states: int = 0) -> Cache:
        """Zeroed memory for these layers: blocks of keys and values in `dtype`, states in fp32."""
        ...

    def copy_state(self, cache: Cache, source: int, target: int) -> None:
        """Give state `target` what state `source` holds, in every layer that has states."""
        ...

    def copy_block(self, cache: Cache, source: int, target: int) -> None:
        """Give block `target` what block `source` holds, in every layer."""
        ...

    def block_bytes(self, cache: Cache, block: int) -> Sequence[NDArray[np.uint8]]:
        """The memory of a block, some pieces of it after another, to be read or written; the layout is the voice's."""
        ...

    def step(self, plan: Plan, cache: Cache) -> Step:
        """Begin a forward pass: handles of the one before are no longer valid."""
        ...

    def embed(self, w: Weight, s: Step) -> Array:
        """The rows of a table, [n_rows, n_hidden]."""
        ...

    def norm(self, x: Array, w: Weight, eps: float) -> Array:
        """RMS norm of each row, times `w`: arXiv 1910.07467."""
        ...

    def linear(self, x: Array, w: Weight, add: Array | None = None) -> Array:
        """`x @ w.T + bias + add`. bf16 rounds x to bf16, int8 quantises it per row and GROUP of inputs.

        Coded weights quantise it as int8 does, but floats of 8 bits (`e4m3`) take it as it is.
        """
        ...

    def gated(self, x: Array, gate_up: Weight) -> Array:
        """`silu(x @ gate.T) * (x @ up.T)`, [n_rows, n_out / 2]."""
        ...

    def sigmoid_gated(self, x: Array, gate: Array, add: Array | None = None) -> Array:
        """`x * sigmoid(gate) + add`; `gate` has the shape of `x`, or one column for all of a row."""
        ...

    def routed(self, experts: Experts) -> Any:
        """A layer of experts made ready, for `experts`."""
        ...

    def experts(self, x: Array, e: Any, add: Array) -> Array:
        """What each row's experts give, times their shares, summed from the best down; plus `add`.

        Each expert's weights are read once, however many rows visit it.
        """
        ...

    def attend(self, qkv: Array, layer: Any, s: Step) -> Array:
        """Normalise and rotate q and k, store k and v, attend: [n_rows, n_heads * head_dim]."""
        ...

    def gated_delta(self, qkvz: Array, ba: Array, layer: Any, s: Step) -> Array:
        """Advance the sequences' states by their rows, token by token: [n_rows, n_value_heads * value_dim]."""
        ...

    def rows(self, x: Array, s: Step) -> Array:
        """The wanted rows."""
        ...

    def before(self, x: Array, first: Floats, s: Step) -> Array:
        """Each row's predecessor in its sequence; for the first row of sequence i, `first[i]` [n_seqs, n_columns]."""
        ...

    def beside(self, a: Array, b: Array) -> Array:
        """Each row of `a` and then that of `b`: [n_rows, n_a + n_b]."""
        ...

    def logits(self, x: Array, w: Weight) -> Array:
        """`linear` into the vocabulary."""
        ...

    def candidates(self, logits: Array, edits: Sequence[Edit], n: int, n_vocab: int, rows: Ints | None = None) -> Top:
        """The `n` best ids below `n_vocab` of each row after its edit; of each of `rows`, rising, where given."""
        ...

    def read(self, x: Array) -> Floats:
        """A copy as numpy, for what outlives the step."""
        ...
