"""A dense Qwen3 checkpoint folder as one GGUF file, as llama.cpp reads it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.gguf_writing import Fact, write_gguf
from qwenchat.checkpoints.json_object import read_json_object
from qwenchat.checkpoints.shards import TensorFiles, open_tensors
from qwenchat.kernels.words import Tensor

_NORMAL, _CONTROL, _USER_DEFINED = 1, 3, 4  # token types of the format
_FILE_TYPES: Final = {"fp32": 0, "fp16": 1, "bf16": 32}
_LAYER: Final = {
    "input_layernorm": "attn_norm",
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "self_attn.q_norm": "attn_q_norm",
    "self_attn.k_norm": "attn_k_norm",
    "post_attention_layernorm": "ffn_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}


def export_gguf(folder: Path, out: Path, name: str) -> None:
    """Write the checkpoint in `folder` to `out`; CheckpointError unless it is a dense Qwen3 with its tokenizer."""
    config = read_json_object(folder / "config.json")
    if config.get("architectures") != ["Qwen3ForCausalLM"]:
        raise CheckpointError(f"{folder}: {config.get('architectures')} can't be written as GGUF; Qwen3ForCausalLM can")
    weights = open_tensors(folder)
    names = _names(config)
    first = weights.floats("model.embed_tokens.weight")
    facts = _model(config, name) | {"general.file_type": _FILE_TYPES[first.dtype]} | _tokens(folder, config)
    write_gguf(out, facts, {theirs: _stored(weights, ours) for ours, theirs in names.items()})


def _names(config: Mapping[str, Any]) -> dict[str, str]:
    """Our name of each tensor and GGUF's."""
    out = {"model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight"}
    if not config["tie_word_embeddings"]:
        out["lm_head.weight"] = "output.weight"
    for i in range(config["num_hidden_layers"]):
        out |= {f"model.layers.{i}.{a}.weight": f"blk.{i}.{b}.weight" for a, b in _LAYER.items()}
    return out


def _stored(weights: TensorFiles, name: str) -> Tensor:
    """A tensor as GGUF keeps it: vectors are always float32."""
    tensor = weights.floats(name)
    if tensor.bits.ndim > 1 or tensor.dtype == "fp32":
        return tensor
    if tensor.dtype == "bf16":
        return Tensor(name, "fp32", (tensor.bits.astype(np.uint32) << 16).view(np.float32))
    return Tensor(name, "fp32", tensor.bits.view(np.float16).astype(np.float32))


def _model(config: Mapping[str, Any], name: str) -> dict[str, Fact]:
    return {
        "general.architecture": "qwen3",
        "general.name": name,
        "qwen3.block_count": config["num_hidden_layers"],
        "qwen3.context_length": config["max_position_embeddings"],
        "qwen3.embedding_length": config["hidden_size"],
        "qwen3.feed_forward_length": config["intermediate_size"],
        "qwen3.attention.head_count": config["num_attention_heads"],
        "qwen3.attention.head_count_kv": config["num_key_value_heads"],
        "qwen3.attention.key_length": config["head_dim"],
        "qwen3.attention.value_length": config["head_dim"],
        "qwen3.attention.layer_norm_rms_epsilon": float(config["rms_norm_eps"]),
        "qwen3.rope.freq_base": float(config["rope_theta"]),
    }


def _tokens(folder: Path, config: Mapping[str, Any]) -> dict[str, Fact]:
    """The tokenizer's part: words, their kinds, merges, special ids, the chat template."""
    tokenizer = read_json_object(folder / "tokenizer.json")
    vocab = {**tokenizer["model"]["vocab"], **{t["content"]: t["id"] for t in tokenizer["added_tokens"]}}
    kinds = {t["id"]: _CONTROL if t["special"] else _USER_DEFINED for t in tokenizer["added_tokens"]}
    merges = [m if isinstance(m, str) else " ".join(m) for m in tokenizer["model"]["merges"]]
    own = read_json_object(folder / "tokenizer_config.json")
    return {
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "qwen2",
        "tokenizer.ggml.tokens": sorted(vocab, key=vocab.__getitem__),
        "tokenizer.ggml.token_type": [kinds.get(i, _NORMAL) for i in range(len(vocab))],
        "tokenizer.ggml.merges": merges,
        "tokenizer.ggml.eos_token_id": config["eos_token_id"],
        "tokenizer.ggml.padding_token_id": vocab[own["pad_token"]],
        "tokenizer.ggml.bos_token_id": vocab[own["pad_token"]],
        "tokenizer.ggml.add_bos_token": False,
        "tokenizer.chat_template": (folder / "chat_template.jinja").read_text("utf-8"),
    }
