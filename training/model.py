"""Qwen3's decoder in plain torch, for training: the same sums as transformers' Qwen3ForCausalLM."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

import torch
import torch.nn.functional as F
from torch import Tensor, nn

SPAN = 128  # queries that attend together
Places: TypeAlias = tuple[Tensor, Tensor]  # rows, and tokens in them: one pair an entry


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a model; names are those of a hub config.json."""

    vocab_size: int = 4096
    hidden_size: int = 256
    num_hidden_layers: int = 6
    num_attention_heads: int = 4
    num_key_value_heads: int = 2
    head_dim: int = 64
    intermediate_size: int = 768
    max_position_embeddings: int = 4096
    rope_theta: float = 100000.0
    rms_norm_eps: float = 1e-6

    def to_dict(self) -> dict[str, Any]:
        """The sizes as a plain mapping."""
        return asdict(self)


def normed(x: Tensor, weight: Tensor, eps: float) -> Tensor:
    """x to unit mean square over its last dimension, in float32, times the weight."""
    wide = x.float()
    return (wide * torch.rsqrt(wide.square().mean(-1, keepdim=True) + eps)).to(x.dtype) * weight


def turned(x: Tensor, weight: Tensor, cos: Tensor, sin: Tensor, eps: float) -> Tensor:
    """x [batch, tokens, heads, head_dim] normed, rotated by halves; cos and sin [batch or 1, tokens, head_dim / 2]."""
    y = normed(x, weight, eps)
    half = y.shape[-1] // 2
    a, b = y[..., :half].float(), y[..., half:].float()
    c, s = cos[:, :, None, :], sin[:, :, None, :]
    return torch.cat((a * c - b * s, b * c + a * s), -1).to(x.dtype)


def attention(scores: Tensor, scale: float) -> Tensor:
    """Causal shares from scores [..., queries, keys]; the last query stands at the last key."""
    n_queries, n_keys = scores.shape[-2:]
    place = torch.arange(n_keys, device=scores.device)
    later = place[None, :] > place[n_keys - n_queries :, None]
    return torch.softmax((scores.float() * scale).masked_fill(later, float("-inf")), -1).to(scores.dtype)


def gated(gate: Tensor, up: Tensor) -> Tensor:
    """silu(gate) * up."""
    return F.silu(gate) * up


@dataclass(frozen=True, slots=True)
class Parts:
    """The element-wise parts; compiled they halve the time of a step on a CPU."""

    normed: Callable[..., Tensor] = normed
    turned: Callable[..., Tensor] = turned
    attention: Callable[..., Tensor] = attention
    gated: Callable[..., Tensor] = gated

    @classmethod
    def compiled(cls) -> "Parts":
        """The same parts, each through torch.compile, for any batch and length."""
        return cls(*(torch.compile(f, dynamic=True) for f in (normed, turned, attention, gated)))


class Norm(nn.Module):
    """The weight of an RMSNorm."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))


class Attention(nn.Module):
    """Grouped-query attention with q and k normed per head before rotation."""

    def __init__(self, s: Shape, parts: Parts) -> None:
        super().__init__()
        self.s, self.parts = s, parts
        n_q, n_kv, d = s.num_attention_heads, s.num_key_value_heads, s.head_dim
        self.q_proj = nn.Linear(s.hidden_size, n_q * d, bias=False)
        self.k_proj = nn.Linear(s.hidden_size, n_kv * d, bias=False)
        self.v_proj = nn.Linear(s.hidden_size, n_kv * d, bias=False)
        self.o_proj = nn.Linear(n_q * d, s.hidden_size, bias=False)
        self.q_norm, self.k_norm = Norm(d), Norm(d)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, at: Places | None = None) -> Tensor:
        """Causal attention over x [batch, tokens, hidden]; of the outcome only what stands at `at`."""
        b, t, _ = x.shape
        s, d = self.s, self.s.head_dim
        n, groups = b * s.num_key_value_heads, s.num_attention_heads // s.num_key_value_heads
        q = self.parts.turned(self.q_proj(x).view(b, t, -1, d), self.q_norm.weight, cos, sin, s.rms_norm_eps)
        k = self.parts.turned(self.k_proj(x).view(b, t, -1, d), self.k_norm.weight, cos, sin, s.rms_norm_eps)
        v = self.v_proj(x).view(b, t, -1, d)
        q = q.transpose(1, 2).reshape(n, groups, t, d)
        k, v = k.transpose(1, 2).reshape(n, t, d), v.transpose(1, 2).reshape(n, t, d)
        # Some queries at a time, over the keys up to the last of them: what is later costs nothing.
        parts = [self._over(q[:, :, i : i + SPAN], k[:, : i + SPAN], v[:, : i + SPAN]) for i in range(0, t, SPAN)]
        y = torch.cat(parts, 2).view(b, -1, t, d).transpose(1, 2)
        return self.o_proj((y if at is None else y[at]).flatten(-2))  # type: ignore[no-any-return]

    def _over(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """q [pairs, groups, queries, head_dim] over k and v [pairs, keys, head_dim]."""
        n, groups, n_queries, d = q.shape
        # The query heads of one group stand in one matrix above their shared keys.
        scores = torch.bmm(q.reshape(n, -1, d), k.mT).view(n, groups, n_queries, -1)
        shares = self.parts.attention(scores, d**-0.5)
        return torch.bmm(shares.view(n, groups * n_queries, -1), v).view(n, groups, n_queries, d)


class Mlp(nn.Module):
    """The gated feed-forward part: down(silu(gate) * up)."""

    def __init__(self, s: Shape, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.gate_proj = nn.Linear(s.hidden_size, s.intermediate_size, bias=False)
        self.up_proj = nn.Linear(s.hidden_size, s.intermediate_size, bias=False)
        self.down_proj = nn.Linear(s.intermediate_size, s.hidden_size, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """x [..., hidden] to the same shape."""
        return self.down_proj(self.parts.gated(self.gate_proj(x), self.up_proj(x)))  # type: ignore[no-any-return]


class Layer(nn.Module):
    """Attention and feed-forward, each behind a norm and added to the stream."""

    def __init__(self, s: Shape, parts: Parts) -> None:
        super().__init__()
        self.eps, self.parts = s.rms_norm_eps, parts
        self.self_attn = Attention(s, parts)
        self.mlp = Mlp(s, parts)
        self.input_layernorm, self.post_attention_layernorm = Norm(s.hidden_size), Norm(s.hidden_size)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, at: Places | None = None) -> Tensor:
        """One layer over x [batch, tokens, hidden]; [places, hidden] where only those at `at` are wanted."""
        y = self.self_attn(self.parts.normed(x, self.input_layernorm.weight, self.eps), cos, sin, at)
        x = (x if at is None else x[at]) + y
        return x + self.mlp(self.parts.normed(x, self.post_attention_layernorm.weight, self.eps))  # type: ignore[no-any-return]


class Tiny(nn.Module):
    """The decoder; parameter names, behind `model.`, are those of the exported checkpoint."""

    def __init__(self, s: Shape, parts: Parts | None = None) -> None:
        super().__init__()
        self.s, self.parts = s, parts or Parts()
        self.embed_tokens = nn.Embedding(s.vocab_size, s.hidden_size)
        self.layers = nn.ModuleList(Layer(s, self.parts) for _ in range(s.num_hidden_layers))
        self.norm = Norm(s.hidden_size)
        rates = 1.0 / s.rope_theta ** (torch.arange(0, s.head_dim, 2).float() / s.head_dim)
        angles = torch.outer(torch.arange(s.max_position_embeddings).float(), rates)
        # Plain attributes: the tables stay float32 when the weights become bfloat16.
        self.cos, self.sin = angles.cos(), angles.sin()
        for name, p in self.named_parameters():
            if p.ndim == 2:
                last = "o_proj" in name or "down_proj" in name
                scale = (2 * s.num_hidden_layers) ** -0.5 if last else 1.0
                nn.init.normal_(p, std=0.02 if "embed" in name else scale * p.shape[1] ** -0.5)

    def hidden(self, ids: Tensor, places: Tensor, at: Places) -> Tensor:
        """The normed last layer at `at` [n, hidden], for ids and their places [batch, tokens].

        Two of three tokens are read and not learned: nobody asks what the last layer makes of them, so it makes nothing.
        """
        x = self.embed_tokens(ids)
        cos, sin = (table.to(places.device)[places] for table in (self.cos, self.sin))
        *first, last = self.layers
        for layer in first:
            x = layer(x, cos, sin)
        x = last(x, cos, sin, at)
        return self.parts.normed(x, self.norm.weight, self.s.rms_norm_eps)

    def logits(self, hidden: Tensor) -> Tensor:
        """Scores over the vocabulary, by the tied embedding."""
        return F.linear(hidden, self.embed_tokens.weight)
