"""A feed-forward part of experts: each token visits the few that its router likes best, and the shared one."""

from typing import Any

from msgspec import Struct

from qwenchat.kernels.words import Array, Experts, Kernels, Weight
from qwenchat.models.fields import ConfigError, Fields
from qwenchat.models.mlp import Mlp, mlp
from qwenchat.models.weights import Cut, WeightSource


class MoeConfig(Struct, frozen=True, eq=False):
    """The experts of a model."""

    n_experts: int
    n_used: int
    n_ffn: int  # of one expert
    n_shared_ffn: int | None
    normalised: bool
    sparse: tuple[bool, ...]  # which layers have experts


def moe_config(c: Fields, n_layers: int, shared: bool, normalised: bool = False) -> MoeConfig:
    """The experts' part of a config; `normalised` is what a file that doesn't say means."""
    n_experts, n_used, every = c.size("num_experts"), c.size("num_experts_per_tok"), c.size("decoder_sparse_step", 1)
    if n_used > n_experts:
        raise ConfigError(
            f"config.json: num_experts_per_tok is {n_used}; at most num_experts, {n_experts}, is possible"
        )
    plain: Any = c.value("mlp_only_layers", [])
    if not isinstance(plain, list) or not all(type(i) is int and 0 <= i < n_layers for i in plain):
        raise ConfigError(
            f"config.json: mlp_only_layers is {plain!r}; a list of layers from 0 to {n_layers - 1} is needed"
        )
    return MoeConfig(
        n_experts=n_experts,
        n_used=n_used,
        n_ffn=c.size("moe_intermediate_size"),
        n_shared_ffn=c.size("shared_expert_intermediate_size") if shared else None,
        normalised=c.flag("norm_topk_prob", normalised),
        sparse=tuple(i not in plain and (i + 1) % every == 0 for i in range(n_layers)),
    )


class Moe(Struct, frozen=True, eq=False):
    """The experts of one layer."""

    routed: Any
    shared: Mlp | None
    shared_gate: Weight | None

    def __call__(self, k: Kernels, h: Array, x: Array) -> Array:
        """`x` plus what the experts make of `h`."""
        if self.shared is not None:
            common = k.linear(k.gated(h, self.shared.gate_up), self.shared.down)
            x = k.sigmoid_gated(common, k.linear(h, self.shared_gate), add=x)
        return k.experts(h, self.routed, add=x)


def moe(c: MoeConfig, n_hidden: int, k: Kernels, weights: WeightSource, at: str) -> Moe:
    """The experts whose tensors' names begin with `at`."""
    gate_up, down = zip(*(_expert(c, n_hidden, weights, at, e) for e in range(c.n_experts)), strict=True)
    router = weights.matrix([f"{at}gate.weight"], [(c.n_experts, n_hidden)], exact=True)
    routed = k.routed(Experts(router, gate_up, down, c.n_used, c.normalised))
    if c.n_shared_ffn is None:
        return Moe(routed, None, None)
    names = (f"{at}shared_expert.gate_proj", f"{at}shared_expert.up_proj", f"{at}shared_expert.down_proj")
    gate = weights.matrix([f"{at}shared_expert_gate.weight"], [(1, n_hidden)], exact=True)
    return Moe(routed, mlp(weights, names, n_hidden, c.n_shared_ffn), gate)


def _expert(c: MoeConfig, n_hidden: int, weights: WeightSource, at: str, e: int) -> tuple[Weight, Weight]:
    """gate and up, and down, of one expert: tensors of its own, or slices of some that all share."""
    n, every = c.n_ffn, (c.n_experts, c.n_ffn, n_hidden)
    fused, mlx = f"{at}experts.gate_up_proj", f"{at}switch_mlp"
    if weights.has(fused):
        halves = [Cut(fused, (c.n_experts, 2 * n, n_hidden), (2 * e + half) * n, n) for half in (0, 1)]
        last = f"{at}experts.down_proj"
    elif weights.has(f"{mlx}.gate_proj.weight"):
        halves = [Cut(f"{mlx}.{part}_proj.weight", every, e * n, n) for part in ("gate", "up")]
        last = f"{mlx}.down_proj.weight"
    else:
        own = f"{at}experts.{e}"
        part = mlp(weights, (f"{own}.gate_proj", f"{own}.up_proj", f"{own}.down_proj"), n_hidden, n)
        return part.gate_up, part.down
    down = Cut(last, (c.n_experts, n_hidden, n), e * n_hidden, n_hidden)
    return (
        weights.matrix(halves, [(n, n_hidden)] * 2, order="paired"),
        weights.matrix([down], [(n_hidden, n)]),
    )
