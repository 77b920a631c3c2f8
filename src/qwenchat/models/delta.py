"""Gated DeltaNet, the hybrids' other mixer: a state of fixed size a head instead of keys and values."""

from typing import Any

from msgspec import Struct

from qwenchat.kernels.words import Array, DeltaSpec, Kernels, Step, Weight
from qwenchat.models.fields import ConfigError, Fields
from qwenchat.models.weights import Cut, WeightSource


class DeltaShape(Struct, frozen=True, eq=False):
    """Heads of one layer, and how far its convolution looks."""

    n_key_heads: int
    n_value_heads: int
    key_dim: int
    value_dim: int
    kernel: int

    @property
    def n_keys(self) -> int:
        """Columns of q, and of k."""
        return self.n_key_heads * self.key_dim

    @property
    def n_values(self) -> int:
        """Columns of v, and of z."""
        return self.n_value_heads * self.value_dim


def delta_shape(c: Fields) -> DeltaShape:
    """The part of a config that is about these layers."""
    shape = DeltaShape(
        n_key_heads=c.size("linear_num_key_heads", most=4096),
        n_value_heads=c.size("linear_num_value_heads", most=4096),
        key_dim=c.size("linear_key_head_dim", most=4096),
        value_dim=c.size("linear_value_head_dim", most=4096),
        kernel=c.size("linear_conv_kernel_dim", 4, most=16),
    )
    if shape.n_value_heads % shape.n_key_heads:
        raise ConfigError(
            f"config.json: linear_num_value_heads is {shape.n_value_heads}; a multiple of linear_num_key_heads, "
            f"{shape.n_key_heads}, is needed"
        )
    return shape


class GatedDelta(Struct, frozen=True, eq=False):
    """`out(norm(delta(h)) * silu(z(h)))`."""

    spec: DeltaSpec
    qkvz: Weight
    ba: Weight
    out: Weight

    def __call__(self, k: Kernels, h: Array, x: Array, memory: Any, step: Step) -> Array:
        """`x` plus what `h` finds in the state, which it changes."""
        found = k.gated_delta(k.linear(h, self.qkvz), k.linear(h, self.ba), memory, step)
        return k.linear(found, self.out, add=x)


def gated_delta(s: DeltaShape, n_hidden: int, eps: float, weights: WeightSource, at: str) -> GatedDelta:
    """The mixer whose tensors' names begin with `at`."""
    n_channels = 2 * s.n_keys + s.n_values
    spec = DeltaSpec(
        n_key_heads=s.n_key_heads,
        n_value_heads=s.n_value_heads,
        key_dim=s.key_dim,
        value_dim=s.value_dim,
        kernel=s.kernel,
        conv=weights.vector(f"{at}conv1d.weight", (n_channels, 1, s.kernel)),
        a_log=weights.vector(f"{at}A_log", s.n_value_heads),
        dt_bias=weights.vector(f"{at}dt_bias", s.n_value_heads),
        norm=weights.vector(f"{at}norm.weight", s.value_dim),
        eps=eps,
    )
    qkvz, ba = _qkvz(s, n_hidden, weights, at), _ba(s, n_hidden, weights, at)
    return GatedDelta(
        spec=spec,
        qkvz=weights.matrix(qkvz, [(cut.n, n_hidden) for cut in qkvz]),
        # A rounded gate is compounded at every token, and these rows are few.
        ba=weights.matrix(ba, [(cut.n, n_hidden) for cut in ba], exact=True),
        out=weights.matrix([f"{at}out_proj.weight"], [(n_hidden, s.n_values)]),
    )


# Qwen3-Next has, for each key head, its q and k and the v and z of the value heads that share it; likewise b and a.
# Qwen3.5 has a tensor for q, k and v, and one each for z, b and a. GGUF files of Qwen3-Next have q, k, v and z as that.


def _qkvz(s: DeltaShape, n_hidden: int, weights: WeightSource, at: str) -> list[Cut]:
    if weights.has(f"{at}in_proj_qkvz.weight"):
        sizes = [s.key_dim] * 2 + [s.n_value_heads // s.n_key_heads * s.value_dim] * 2
        return _regrouped(f"{at}in_proj_qkvz.weight", sizes, s.n_key_heads, n_hidden)
    return [
        _whole(f"{at}in_proj_{name}.weight", n, n_hidden)
        for name, n in (("qkv", 2 * s.n_keys + s.n_values), ("z", s.n_values))
    ]


def _ba(s: DeltaShape, n_hidden: int, weights: WeightSource, at: str) -> list[Cut]:
    if weights.has(f"{at}in_proj_ba.weight"):
        share = s.n_value_heads // s.n_key_heads
        return _regrouped(f"{at}in_proj_ba.weight", [share] * 2, s.n_key_heads, n_hidden)
    return [_whole(f"{at}in_proj_{name}.weight", s.n_value_heads, n_hidden) for name in "ba"]


def _whole(name: str, n: int, n_hidden: int) -> Cut:
    return Cut(name, (n, n_hidden), 0, n)


def _regrouped(name: str, sizes: list[int], n_groups: int, n_hidden: int) -> list[Cut]:
    """Rows that lie group by group, each with parts of these sizes, part by part."""
    group = sum(sizes)
    of = (n_groups * group, n_hidden)
    starts = [sum(sizes[:i]) for i in range(len(sizes))]
    return [
        Cut(name, of, g * group + first, n) for first, n in zip(starts, sizes, strict=True) for g in range(n_groups)
    ]
