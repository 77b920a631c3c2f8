"""Small checkpoints, written by the tests themselves."""

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np

from qwenchat.checkpoints import Weights


def safetensors_bytes(tensors: Mapping[str, tuple[str, Any]], metadata: Mapping[str, str] | None = None) -> bytes:
    """A safetensors file of {name: (dtype as the format spells it, array of its bits)}."""
    header: dict[str, Any] = {"__metadata__": dict(metadata)} if metadata else {}
    body = b""
    for name, (dtype, bits) in tensors.items():
        raw = np.ascontiguousarray(bits).tobytes()
        header[name] = {"dtype": dtype, "shape": list(bits.shape), "data_offsets": [len(body), len(body) + len(raw)]}
        body += raw
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    return struct.pack("<Q", len(head)) + head + body


def bf16(values: Any) -> tuple[str, Any]:
    return "BF16", (np.asarray(values, np.float32).view(np.uint32) >> 16).astype(np.uint16)


def qwen3_tensors(seed: int = 0) -> dict[str, tuple[str, Any]]:
    """The names of a Qwen3 model of two layers, hidden 8, two heads of 4, one kv head, FFN 16, vocabulary 32."""
    rng = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {"model.embed_tokens.weight": (32, 8), "model.norm.weight": (8,)}
    for i in range(2):
        at = f"model.layers.{i}."
        shapes |= {
            at + "input_layernorm.weight": (8,),
            at + "self_attn.q_proj.weight": (8, 8),
            at + "self_attn.k_proj.weight": (4, 8),
            at + "self_attn.v_proj.weight": (4, 8),
            at + "self_attn.o_proj.weight": (8, 8),
            at + "self_attn.q_norm.weight": (4,),
            at + "self_attn.k_norm.weight": (4,),
            at + "post_attention_layernorm.weight": (8,),
            at + "mlp.gate_proj.weight": (16, 8),
            at + "mlp.up_proj.weight": (16, 8),
            at + "mlp.down_proj.weight": (8, 16),
        }
    return {name: bf16(rng.standard_normal(shape)) for name, shape in shapes.items()}


CONFIG = {"architectures": ["Qwen3ForCausalLM"], "model_type": "qwen3", "dtype": "bfloat16", "eos_token_id": 7}


def take_everything(w: Weights) -> dict[str, Any]:
    """Ask for what a Qwen3 model of this size asks for."""
    made: dict[str, Any] = {"embed": w.table("model.embed_tokens.weight", (32, 8))}
    made["head"] = w.matrix(["model.embed_tokens.weight"], [(32, 8)])
    made["norm"] = w.vector("model.norm.weight", 8)
    for i in range(2):
        at = f"model.layers.{i}."
        for part, n in (("input_layernorm", 8), ("post_attention_layernorm", 8)):
            made[at + part] = w.vector(f"{at}{part}.weight", n)
        for part in "qk":
            made[f"{at}{part}_norm"] = w.vector(f"{at}self_attn.{part}_norm.weight", 4)
        qkv = [f"{at}self_attn.{part}_proj.weight" for part in "qkv"]
        made[at + "qkv"] = w.matrix(qkv, [(8, 8), (4, 8), (4, 8)])
        made[at + "o"] = w.matrix([at + "self_attn.o_proj.weight"], [(8, 8)])
        made[at + "gate_up"] = w.matrix([f"{at}mlp.{p}_proj.weight" for p in ("gate", "up")], [(16, 8)] * 2, "paired")
        made[at + "down"] = w.matrix([at + "mlp.down_proj.weight"], [(8, 16)])
    return made
