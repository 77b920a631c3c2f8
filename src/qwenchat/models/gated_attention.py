"""Softmax attention as the hybrids have it: each head's result goes through a gate of its own."""

from typing import Any

from msgspec import Struct

from qwenchat.kernels.words import Array, AttnSpec, Kernels, Step, Weight
from qwenchat.models.rope import RopeConfig
from qwenchat.models.weights import Cut, WeightSource


class AttentionShape(Struct, frozen=True, eq=False):
    """Heads and positions."""

    n_heads: int
    n_kv_heads: int
    head_dim: int
    rope: RopeConfig


class GatedAttention(Struct, frozen=True, eq=False):
    """`out(attention(h) * sigmoid(gate(h)))`."""

    spec: AttnSpec
    qkv: Weight
    gate: Weight
    out: Weight

    def __call__(self, k: Kernels, h: Array, x: Array, memory: Any, step: Step) -> Array:
        """`x` plus what `h` finds in the past."""
        found = k.attend(k.linear(h, self.qkv), memory, step)
        return k.linear(k.sigmoid_gated(found, k.linear(h, self.gate)), self.out, add=x)


def gated_attention(
    s: AttentionShape, n_hidden: int, eps: float, shift: float, weights: WeightSource, at: str
) -> GatedAttention:
    """The attention whose tensors' names begin with `at`; its q_proj holds q and gate, head by head."""
    d, n_q, n_kv = s.head_dim, s.n_heads * s.head_dim, s.n_kv_heads * s.head_dim
    both = (2 * n_q, n_hidden)
    q, gate = ([Cut(f"{at}q_proj.weight", both, (2 * i + half) * d, d) for i in range(s.n_heads)] for half in (0, 1))
    heads = [(d, n_hidden)] * s.n_heads
    spec = AttnSpec(
        n_heads=s.n_heads,
        n_kv_heads=s.n_kv_heads,
        head_dim=d,
        rope=s.rope.rope,
        scale=d**-0.5,
        eps=eps,
        q_norm=weights.vector(f"{at}q_norm.weight", d, shift),
        k_norm=weights.vector(f"{at}k_norm.weight", d, shift),
    )
    kv = [f"{at}k_proj.weight", f"{at}v_proj.weight"]
    return GatedAttention(
        spec=spec,
        qkv=weights.matrix([*q, *kv], [*heads, *[(n_kv, n_hidden)] * 2]),
        gate=weights.matrix(gate, heads),
        out=weights.matrix([f"{at}o_proj.weight"], [(n_hidden, n_q)]),
    )
