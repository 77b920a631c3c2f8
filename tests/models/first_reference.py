"""The first Qwen once more, in plain numpy from its description: whole sequences, no cache, nothing shared with ours."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np


def first_shapes(config: Mapping[str, Any]) -> dict[str, tuple[int, ...]]:
    """Name and shape of every tensor of a checkpoint with this config (the later spelling)."""
    h, half = config["hidden_size"], config["intermediate_size"] // 2
    wide = config["kv_channels"] * config["num_attention_heads"]
    out: dict[str, tuple[int, ...]] = {
        "transformer.wte.weight": (config["vocab_size"], h),
        "transformer.ln_f.weight": (h,),
    }
    for i in range(config["num_hidden_layers"]):
        at = f"transformer.h.{i}."
        out |= {at + "ln_1.weight": (h,), at + "ln_2.weight": (h,)}
        out |= {at + "attn.c_attn.weight": (3 * wide, h), at + "attn.c_attn.bias": (3 * wide,)}
        out |= {at + "attn.c_proj.weight": (h, wide), at + "mlp.c_proj.weight": (h, half)}
        out |= {at + "mlp.w1.weight": (half, h), at + "mlp.w2.weight": (half, h)}
    return {**out, "lm_head.weight": (config["vocab_size"], h)}


def ntk_alpha(n_prompt: int, native: int) -> float:
    """How much a prompt of this length stretches the rope's base."""
    return max(2 ** math.ceil(math.log(n_prompt / native, 2) + 1) - 1, 1)


def first_logits(config: Mapping[str, Any], w: Mapping[str, np.ndarray], ids: list[int], n_prompt: int) -> np.ndarray:
    """Logits of every token; the rope is stretched by the prompt's length, whatever follows it."""
    x = w["transformer.wte.weight"][ids].astype(np.float64)
    for i in range(config["num_hidden_layers"]):
        at = f"transformer.h.{i}."
        x = x + _attention(config, w, at + "attn.", _norm(x, w[at + "ln_1.weight"]), n_prompt)
        h = _norm(x, w[at + "ln_2.weight"])
        gate = h @ w[at + "mlp.w2.weight"].T
        x = x + (h @ w[at + "mlp.w1.weight"].T * gate / (1 + np.exp(-gate))) @ w[at + "mlp.c_proj.weight"].T
    return _norm(x, w["transformer.ln_f.weight"]) @ w["lm_head.weight"].T


def _norm(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-6) * w


def _attention(c: Mapping[str, Any], w: Mapping[str, np.ndarray], at: str, h: np.ndarray, n_prompt: int) -> np.ndarray:
    n, heads, d = len(h), c["num_attention_heads"], c["kv_channels"]
    q, k, v = np.split(h @ w[at + "c_attn.weight"].T + w[at + "c_attn.bias"], 3, axis=1)
    q, k, v = (t.reshape(n, heads, d).transpose(1, 0, 2) for t in (q, k, v))
    base = c["rotary_emb_base"]
    if c["use_dynamic_ntk"]:
        base *= ntk_alpha(n_prompt, c["seq_length"]) ** (d / (d - 2))
    angle = np.arange(n)[:, None] / base ** (np.arange(0, d, 2) / d)
    cos, sin = np.tile(np.cos(angle), 2), np.tile(np.sin(angle), 2)
    q, k = (t * cos + np.concatenate([-t[..., d // 2 :], t[..., : d // 2]], -1) * sin for t in (q, k))
    if c["use_logn_attn"]:
        q = q * np.array([math.log(i, c["seq_length"]) if i > c["seq_length"] else 1 for i in range(1, n + 1)])[:, None]
    score = q @ k.transpose(0, 2, 1) / math.sqrt(d)
    score[:, np.triu(np.ones((n, n), bool), 1)] = -np.inf
    p = np.exp(score - score.max(-1, keepdims=True))
    mixed = (p / p.sum(-1, keepdims=True)) @ v
    return mixed.transpose(1, 0, 2).reshape(n, -1) @ w[at + "c_proj.weight"].T
