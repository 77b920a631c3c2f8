"""Small random checkpoints: configs that cover every switch, and weights that any version of numpy makes alike."""

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from qwenchat.models import config_from

BASE = {
    "hidden_size": 48,
    "intermediate_size": 88,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "vocab_size": 320,
    "rms_norm_eps": 1e-6,
    "max_position_embeddings": 256,
    "rope_theta": 10000.0,
    "hidden_act": "silu",
    "tie_word_embeddings": False,
}
QWEN2 = {**BASE, "model_type": "qwen2", "architectures": ["Qwen2ForCausalLM"]}
QWEN3 = {**BASE, "model_type": "qwen3", "architectures": ["Qwen3ForCausalLM"], "head_dim": 20, "attention_bias": False}
YARN = {"factor": 4.0, "original_max_position_embeddings": 32}

CASES: dict[str, dict[str, Any]] = {
    "qwen2": QWEN2,
    "qwen2-tied-one-kv-head": {**QWEN2, "tie_word_embeddings": True, "num_key_value_heads": 1},
    "qwen2-as-many-kv-heads": {**QWEN2, "hidden_size": 50, "num_attention_heads": 5, "num_key_value_heads": 5},
    "qwen2-window": {**QWEN2, "use_sliding_window": True, "sliding_window": 9, "max_window_layers": 1},
    "qwen2-yarn-type": {**QWEN2, "rope_scaling": {"type": "yarn", **YARN}},
    "qwen3": QWEN3,
    "qwen3-tied": {**QWEN3, "tie_word_embeddings": True, "rope_theta": 1e6},
    "qwen3-bias": {**QWEN3, "attention_bias": True},
    "qwen3-yarn-rope_type": {**QWEN3, "rope_scaling": {"rope_type": "yarn", **YARN, "attention_factor": 1.3}},
    "qwen3-yarn-parameters": {
        **{k: v for k, v in QWEN3.items() if k != "rope_theta"},
        "rope_parameters": {"rope_type": "yarn", "rope_theta": 5e5, **YARN, "beta_fast": 16.0},
    },
    "qwen3-layer-types": {
        **QWEN3,
        "use_sliding_window": True,
        "sliding_window": 17,
        "layer_types": ["sliding_attention", "full_attention", "sliding_attention"],
    },
}


def shapes(config: Mapping[str, Any]) -> dict[str, tuple[int, ...]]:
    """Name and shape of every tensor of a checkpoint with this config."""
    c = config_from(config)
    n_q, n_kv, out = c.n_heads * c.head_dim, c.n_kv_heads * c.head_dim, {}
    out["model.embed_tokens.weight"] = (c.n_vocab, c.n_hidden)
    for i in range(c.n_layers):
        at = f"model.layers.{i}."
        for name, n in (("q", n_q), ("k", n_kv), ("v", n_kv)):
            out[f"{at}self_attn.{name}_proj.weight"] = (n, c.n_hidden)
            if c.qkv_bias:
                out[f"{at}self_attn.{name}_proj.bias"] = (n,)
        out[f"{at}self_attn.o_proj.weight"] = (c.n_hidden, n_q)
        if c.out_bias:
            out[f"{at}self_attn.o_proj.bias"] = (c.n_hidden,)
        if c.qk_norm:
            out[f"{at}self_attn.q_norm.weight"] = out[f"{at}self_attn.k_norm.weight"] = (c.head_dim,)
        out[f"{at}mlp.gate_proj.weight"] = out[f"{at}mlp.up_proj.weight"] = (c.n_ffn, c.n_hidden)
        out[f"{at}mlp.down_proj.weight"] = (c.n_hidden, c.n_ffn)
        out[f"{at}input_layernorm.weight"] = out[f"{at}post_attention_layernorm.weight"] = (c.n_hidden,)
    out["model.norm.weight"] = (c.n_hidden,)
    if not c.tied:
        out["lm_head.weight"] = (c.n_vocab, c.n_hidden)
    return out


def random_tensors(config: Mapping[str, Any], seed: int = 1) -> dict[str, np.ndarray]:
    """fp32 values for every tensor of a checkpoint with this config."""
    return random_values(shapes(config), seed)


def random_values(shapes: Mapping[str, tuple[int, ...]], seed: int = 1) -> dict[str, np.ndarray]:
    """fp32 values for tensors of these names; wide enough that the logits of two tokens are never a close call."""
    # RandomState's stream is frozen for good, unlike that of numpy's newer generators.
    rng = np.random.RandomState(seed)
    made = {}
    for name, shape in sorted(shapes.items()):
        noise = rng.standard_normal(shape)
        if "norm" in name or ".ln_" in name:
            made[name] = (1 + 0.2 * noise).astype(np.float32)
        else:
            made[name] = (noise * (0.4 if len(shape) == 1 else 1.5 / np.sqrt(shape[1]))).astype(np.float32)
    return made


def random_prompt(config: Mapping[str, Any], n: int, seed: int = 2) -> list[int]:
    """`n` ids."""
    return [int(i) for i in np.random.RandomState(seed).randint(0, config["vocab_size"], n)]


def bits_of(values: np.ndarray, dtype: str) -> np.ndarray:
    """fp32 values as the bits of a checkpoint dtype: F32, F16 or BF16 (truncated to the nearest, ties to even)."""
    if dtype == "F32":
        return values.astype("<f4")
    if dtype == "F16":
        return values.astype("<f2").view(np.uint16)
    wide = values.astype("<f4").view(np.uint32)
    return ((wide + 0x7FFF + ((wide >> 16) & 1)) >> 16).astype(np.uint16)


def write_safetensors(path: Path, tensors: Mapping[str, np.ndarray], dtype: str = "F32") -> None:
    """A safetensors file, written from the format's description."""
    header, blobs, at = {}, [], 0
    for name, values in tensors.items():
        blob = bits_of(values, dtype).tobytes()
        header[name] = {"dtype": dtype, "shape": list(values.shape), "data_offsets": [at, at + len(blob)]}
        blobs.append(blob)
        at += len(blob)
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    path.write_bytes(struct.pack("<Q", len(head)) + head + b"".join(blobs))


def write_checkpoint(folder: Path, config: Mapping[str, Any], seed: int = 1, dtype: str = "F32") -> Path:
    """A checkpoint folder without a tokenizer."""
    folder.mkdir(parents=True, exist_ok=True)
    torch_name = {"F32": "float32", "F16": "float16", "BF16": "bfloat16"}[dtype]
    (folder / "config.json").write_text(json.dumps({**config, "torch_dtype": torch_name}))
    write_safetensors(folder / "model.safetensors", random_tensors(config, seed), dtype)
    return folder
