"""Small random checkpoints: configs that cover every switch, and weights that any version of numpy makes alike."""

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from qwenchat.models import config_from
from tests.models.hybrid_shapes import ahead_shapes, hybrid_shapes

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
EXPERTS = {"num_experts": 6, "num_experts_per_tok": 2, "moe_intermediate_size": 24}
QWEN2_MOE = {**QWEN2, **EXPERTS, "model_type": "qwen2_moe", "architectures": ["Qwen2MoeForCausalLM"]}
QWEN2_MOE = {**QWEN2_MOE, "shared_expert_intermediate_size": 40, "norm_topk_prob": False}
QWEN3_MOE = {**QWEN3, **EXPERTS, "model_type": "qwen3_moe", "architectures": ["Qwen3MoeForCausalLM"]}
QWEN3_MOE = {**QWEN3_MOE, "num_experts_per_tok": 3, "norm_topk_prob": True}
HYBRID = {
    **BASE,
    "num_hidden_layers": 4,
    "head_dim": 32,
    "linear_num_key_heads": 2,
    "linear_num_value_heads": 6,
    "linear_key_head_dim": 24,
    "linear_value_head_dim": 40,
    "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0, "partial_rotary_factor": 0.25},
}
del HYBRID["rope_theta"]
NEXT = {**HYBRID, **EXPERTS, "model_type": "qwen3_next", "shared_expert_intermediate_size": 40, "norm_topk_prob": True}
HYBRID_MOE = {k: v for k, v in {**HYBRID, **EXPERTS}.items() if k != "intermediate_size"}
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
    "qwen2_moe": QWEN2_MOE,
    "qwen2_moe-some-layers": {**QWEN2_MOE, "norm_topk_prob": True, "decoder_sparse_step": 2, "qkv_bias": False},
    "qwen3_moe": QWEN3_MOE,
    "qwen3_next": NEXT,
    "qwen3_next-some-layers": {
        **NEXT,
        "decoder_sparse_step": 2,
        "full_attention_interval": 2,
        "tie_word_embeddings": True,
    },
    "qwen3_5": {**HYBRID, "model_type": "qwen3_5_text", "linear_conv_kernel_dim": 3},
    "qwen3_5_moe": {**HYBRID_MOE, "model_type": "qwen3_5_moe_text", "shared_expert_intermediate_size": 40},
    "qwen3_moe-some-layers": {**QWEN3_MOE, "norm_topk_prob": False, "mlp_only_layers": [1]},
}


def shapes(config: Mapping[str, Any]) -> dict[str, tuple[int, ...]]:
    """Name and shape of every tensor of a checkpoint with this config."""
    if "linear_num_key_heads" in config.get("text_config", config):
        return hybrid_shapes(config, ffn_shapes)
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
        out |= ffn_shapes(config, f"{at}mlp.", i)
        out[f"{at}input_layernorm.weight"] = out[f"{at}post_attention_layernorm.weight"] = (c.n_hidden,)
    out["model.norm.weight"] = (c.n_hidden,)
    if not c.tied:
        out["lm_head.weight"] = (c.n_vocab, c.n_hidden)
    return out


def ffn_shapes(config: Mapping[str, Any], at: str, i: int) -> dict[str, tuple[int, ...]]:
    """The tensors of layer `i`'s feed-forward part, written from the description of the config's keys."""

    def mlp(at: str, n: int) -> dict[str, tuple[int, ...]]:
        h = config["hidden_size"]
        return {f"{at}gate_proj.weight": (n, h), f"{at}up_proj.weight": (n, h), f"{at}down_proj.weight": (h, n)}

    sparse = "num_experts" in config and (i + 1) % config.get("decoder_sparse_step", 1) == 0
    if not sparse or i in config.get("mlp_only_layers", []):
        return mlp(at, config["intermediate_size"])
    out: dict[str, tuple[int, ...]] = {f"{at}gate.weight": (config["num_experts"], config["hidden_size"])}
    for e in range(config["num_experts"]):
        out |= mlp(f"{at}experts.{e}.", config["moe_intermediate_size"])
    if "shared_expert_intermediate_size" in config:
        out |= mlp(f"{at}shared_expert.", config["shared_expert_intermediate_size"])
        out[f"{at}shared_expert_gate.weight"] = (1, config["hidden_size"])
    return out


def stacked(tensors: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The same tensors with all experts of a layer in one: the other layout of checkpoints, and transformers' own."""
    out = {name: values for name, values in tensors.items() if ".experts." not in name}
    for at in sorted({name.partition(".experts.")[0] for name in tensors if ".experts." in name}):
        n = sum(name.startswith(f"{at}.experts.") and name.endswith("down_proj.weight") for name in tensors)

        def all_of(part: str, at: str = at, n: int = n) -> np.ndarray:
            return np.stack([tensors[f"{at}.experts.{e}.{part}_proj.weight"] for e in range(n)])

        out[f"{at}.experts.gate_up_proj"] = np.concatenate([all_of("gate"), all_of("up")], axis=1)
        out[f"{at}.experts.down_proj"] = all_of("down")
    return out


def random_tensors(config: Mapping[str, Any], seed: int = 1) -> dict[str, np.ndarray]:
    """fp32 values for every tensor of a checkpoint with this config."""
    return random_values(shapes(config), seed)


def head_tensors(config: Mapping[str, Any], seed: int = 6) -> dict[str, np.ndarray]:
    """fp32 values for the head that guesses ahead."""
    return random_values(ahead_shapes(config, ffn_shapes), seed)


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
