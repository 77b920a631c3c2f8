"""A checkpoint folder with a real model's shapes and random weights: no download, the same bytes every time."""

import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.vocabulary import find_ranks, read_ranks, write_tokenizer

# Raise this when the bytes change, so that an older cached folder isn't taken for the new one.
RECIPE = 1
# Large aligned writes leave large pages in the page cache, which whoever maps the file then reads up to a quarter
# faster. Downloads in large pieces do the same. Everybody's files here must, or the figures compare page sizes.
WRITE_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers of a dense Qwen3 model; `name` names the cached folder."""

    name: str
    n_layers: int
    hidden: int
    n_heads: int
    n_kv_heads: int
    head_dim: int
    ffn: int
    vocabulary: int

    def tensors(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Names and shapes in file order; tied, so there is no `lm_head`."""
        yield "model.embed_tokens.weight", (self.vocabulary, self.hidden)
        q, kv = self.n_heads * self.head_dim, self.n_kv_heads * self.head_dim
        for i in range(self.n_layers):
            layer = f"model.layers.{i}."
            yield layer + "input_layernorm.weight", (self.hidden,)
            yield layer + "mlp.down_proj.weight", (self.hidden, self.ffn)
            yield layer + "mlp.gate_proj.weight", (self.ffn, self.hidden)
            yield layer + "mlp.up_proj.weight", (self.ffn, self.hidden)
            yield layer + "post_attention_layernorm.weight", (self.hidden,)
            yield layer + "self_attn.k_norm.weight", (self.head_dim,)
            yield layer + "self_attn.k_proj.weight", (kv, self.hidden)
            yield layer + "self_attn.o_proj.weight", (self.hidden, q)
            yield layer + "self_attn.q_norm.weight", (self.head_dim,)
            yield layer + "self_attn.q_proj.weight", (q, self.hidden)
            yield layer + "self_attn.v_proj.weight", (kv, self.hidden)
        yield "model.norm.weight", (self.hidden,)

    def matrix_elements(self) -> int:
        """Weights read for one token: every matrix once (the tied one as the logits)."""
        return sum(shape[0] * shape[1] for _, shape in self.tensors() if len(shape) == 2)

    def prompt_operations(self, n_tokens: int) -> int:
        """Multiplications and additions of a prompt: the layers' matrices for every token, logits for one."""
        logits = self.vocabulary * self.hidden
        attention = 2 * self.n_layers * self.n_heads * self.head_dim * n_tokens * (n_tokens + 1) // 2
        return 2 * ((self.matrix_elements() - logits) * n_tokens + logits + attention)

    def cache_bytes(self, n_tokens: int, element_bytes: int = 2) -> int:
        """Keys and values of `n_tokens` in every layer."""
        return 2 * self.n_layers * self.n_kv_heads * self.head_dim * n_tokens * element_bytes


QWEN3_06B = Shape("qwen3-0.6b", 28, 1024, 16, 8, 128, 3072, 151_936)
QWEN3_17B = Shape("qwen3-1.7b", 28, 2048, 16, 8, 128, 6144, 151_936)
SHAPES = {"0.6b": QWEN3_06B, "1.7b": QWEN3_17B}


def config_json(shape: Shape) -> dict[str, Any]:
    """`config.json` as the family writes it."""
    return {
        "architectures": ["Qwen3ForCausalLM"],
        "attention_bias": False,
        "attention_dropout": 0.0,
        "bos_token_id": 151643,
        "eos_token_id": 151645,
        "head_dim": shape.head_dim,
        "hidden_act": "silu",
        "hidden_size": shape.hidden,
        "initializer_range": 0.02,
        "intermediate_size": shape.ffn,
        "max_position_embeddings": 40960,
        "max_window_layers": shape.n_layers,
        "model_type": "qwen3",
        "num_attention_heads": shape.n_heads,
        "num_hidden_layers": shape.n_layers,
        "num_key_value_heads": shape.n_kv_heads,
        "rms_norm_eps": 1e-06,
        "rope_scaling": None,
        "rope_theta": 1000000,
        "sliding_window": None,
        "tie_word_embeddings": True,
        "torch_dtype": "bfloat16",
        "use_cache": True,
        "use_sliding_window": False,
        "vocab_size": shape.vocabulary,
    }


def generation_json() -> dict[str, Any]:
    """`generation_config.json` with the family's defaults."""
    return {
        "bos_token_id": 151643,
        "do_sample": True,
        "eos_token_id": [151645, 151643],
        "pad_token_id": 151643,
        "temperature": 0.6,
        "top_k": 20,
        "top_p": 0.95,
    }


def to_bf16(values: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Round to nearest even, as the bit pattern."""
    bits = values.view(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)


def random_tensor(name: str, shape: tuple[int, ...]) -> NDArray[np.uint16]:
    """N(0, 0.02) for a matrix, N(1, 0.02) for a norm; the tensor's name is the seed."""
    draw = np.random.Generator(np.random.Philox(zlib.crc32(name.encode())))
    values = draw.standard_normal(shape, dtype=np.float32) * np.float32(0.02)
    if len(shape) == 1:
        values += np.float32(1)
    return to_bf16(values)


def write_weights(path: Path, shape: Shape) -> None:
    """One safetensors file, a tensor at a time, so that memory holds one tensor and not the model."""
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    offset = 0
    for name, size in shape.tensors():
        end = offset + 2 * int(np.prod(size))
        header[name] = {"dtype": "BF16", "shape": list(size), "data_offsets": [offset, end]}
        offset = end
    raw = json.dumps(header, separators=(",", ":")).encode()
    raw += b" " * (-len(raw) % 8)  # keeps every tensor aligned for those who map the file
    with path.open("wb", buffering=0) as file:
        waiting = bytearray(len(raw).to_bytes(8, "little") + raw)
        for name, size in shape.tensors():
            waiting += random_tensor(name, size).tobytes()
            whole = len(waiting) - len(waiting) % WRITE_BYTES
            for at in range(0, whole, WRITE_BYTES):
                file.write(waiting[at : at + WRITE_BYTES])
            del waiting[:whole]
        file.write(waiting)


def make_checkpoint(cache: Path, shape: Shape = QWEN3_06B) -> Path:
    """The folder of `shape` below `cache`, made if it isn't there; half-made folders are never taken."""
    folder = cache / f"{shape.name}-random-{RECIPE}"
    done = folder / "shape.json"
    wanted = json.dumps(asdict(shape))
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(folder, read_ranks(find_ranks()))
    (folder / "config.json").write_text(json.dumps(config_json(shape), indent=2), encoding="utf-8")
    (folder / "generation_config.json").write_text(json.dumps(generation_json(), indent=2), encoding="utf-8")
    part = folder / "model.safetensors.part"
    write_weights(part, shape)
    os.replace(part, folder / "model.safetensors")
    done.write_text(wanted, encoding="utf-8")
    return folder
