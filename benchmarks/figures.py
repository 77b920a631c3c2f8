"""What is measured, against whom, and what must be reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from benchmarks.contestants import Work
from benchmarks.shapes import Shape

# Peers come in the variants that could be their best on some processor; the best one counts.
OPENVINO = ("openvino-int8", "openvino-int8-f32")
LLAMA = ("llama.cpp-q8_0", "llama.cpp-q8_0-fa")
LLAMA_SERVED = tuple(f"{name}-served" for name in LLAMA)


@dataclass(frozen=True, slots=True)
class Ratio:
    """At least `least` times the best of `peers`, round by round."""

    peers: tuple[str, ...]
    least: float


@dataclass(frozen=True, slots=True)
class Share:
    """At least `least` of the physical limit."""

    least: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One rate of ours, its peers in turn, and its targets."""

    name: str
    title: str
    work: Work
    ours: str
    peers: tuple[str, ...]
    targets: tuple[Ratio | Share, ...]
    limit: Literal["read", "int8 arithmetic"]
    weight_element_bytes: float
    # Shares of the limit that a peer reached where it was first measured (Zen 5): far below it, something is wrong
    # with its build. None for prompts: their limit is another instruction's on another machine.
    usual_shares: Mapping[str, float] = field(default_factory=dict)

    def bytes_per_token(self, shape: Shape) -> int:
        """What one generated token must read: each weight once, and the history (bf16) at its mean length."""
        history = self.work.n_prompt + self.work.n_generate // 2
        return round(shape.matrix_elements() * self.weight_element_bytes) + shape.cache_bytes(history)

    def operations_per_token(self, shape: Shape) -> float:
        """Multiplications and additions of one prompt token; of a conversation's, all of its over those it answers."""
        n_generate = self.work.n_generate
        if self.work.kind == "prompt":
            return shape.prompt_operations(self.work.n_prompt) / self.work.n_prompt
        more = 2 * shape.vocabulary * shape.hidden * (n_generate - 1)  # logits of every answered token
        return (shape.prompt_operations(self.work.n_prompt + n_generate - 1) + more) / n_generate


def conversations(n: int, cache: str | None, least: float) -> Figure:
    """`n` conversations at once against continuous batching in process."""
    kept = f"-cache-{cache}" if cache else ""
    return Figure(
        f"conversations-{n}{kept}",
        f"{n} conversations at once, int8, {cache or 'bf16'} cache: output tokens",
        Work("conversations", n_prompt=219, n_generate=64, n_at_once=n),
        f"qwenchat-int8{kept}",
        OPENVINO,
        (Ratio(OPENVINO, least),),
        "int8 arithmetic",
        weight_element_bytes=1,
    )


FIGURES = (
    Figure(
        "decode-int8",
        "one stream, int8",
        Work("decode", n_prompt=32, n_generate=128),
        "qwenchat-int8",
        ("llama.cpp-q8_0", *OPENVINO),
        (Ratio(("llama.cpp-q8_0",), 1.35), Share(0.90)),
        "read",
        weight_element_bytes=1,
        usual_shares={"llama.cpp-q8_0": 0.72, "openvino-int8-f32": 0.68},
    ),
    Figure(
        "decode-int4",
        "one stream, int4",
        Work("decode", n_prompt=32, n_generate=128),
        "qwenchat-int4",
        ("llama.cpp-q4_0",),
        (Ratio(("llama.cpp-q4_0",), 1.5),),
        "read",
        weight_element_bytes=4.5 / 8,
        usual_shares={"llama.cpp-q4_0": 0.55},
    ),
    Figure(
        "decode-q4_k_m",
        "one stream, the same GGUF file",
        Work("decode", n_prompt=32, n_generate=128),
        "qwenchat-q4_k_m",
        ("llama.cpp-q4_k_m",),
        (Ratio(("llama.cpp-q4_k_m",), 1.1),),
        "read",
        weight_element_bytes=0.665,
    ),
    Figure(
        "decode-bf16",
        "one stream, bf16",
        Work("decode", n_prompt=32, n_generate=64),
        "qwenchat-bf16",
        ("llama.cpp-bf16",),
        (Ratio(("llama.cpp-bf16",), 1.05),),
        "read",
        weight_element_bytes=2,
    ),
    Figure(
        "prompt-512-int8",
        "prompt of 512, int8",
        Work("prompt", n_prompt=512),
        "qwenchat-int8",
        (*OPENVINO, "llama.cpp-q8_0"),
        (Ratio(OPENVINO, 1.2),),
        "int8 arithmetic",
        weight_element_bytes=1,
    ),
    Figure(
        "behind-2048-int8",
        "one stream behind 2,048 tokens, int8",
        Work("decode", n_prompt=2048, n_generate=64),
        "qwenchat-int8",
        (*OPENVINO, *LLAMA),
        (Ratio(OPENVINO, 1.4),),
        "read",
        weight_element_bytes=1,
        usual_shares={"llama.cpp-q8_0": 0.38, "openvino-int8-f32": 0.56},
    ),
    conversations(8, None, 1.7),
    conversations(8, "int8", 2.0),
    conversations(16, None, 1.7),
    conversations(16, "int8", 2.0),
    Figure(
        "conversations-8-served",
        "8 conversations at once over HTTP, int8: output tokens",
        Work("conversations", n_prompt=219, n_generate=64, n_at_once=8),
        "qwenchat-int8-served",
        LLAMA_SERVED,
        (Ratio(LLAMA_SERVED, 4.0),),
        "int8 arithmetic",
        weight_element_bytes=1,
    ),
)
