"""The GGUF we write: read back by a reader of the format's own rules, fact by fact and tensor by tensor."""

import json
import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat import tiny
from qwenchat.checkpoints import CheckpointError, export_gguf, open_tensors


def one(f: BytesIO, form: str) -> Any:
    return struct.unpack("<" + form, f.read(struct.calcsize("<" + form)))[0]


def text(f: BytesIO) -> str:
    return f.read(one(f, "Q")).decode()


def value(f: BytesIO, kind: int) -> Any:
    if kind == 9:
        inner, n = one(f, "I"), one(f, "Q")
        return [value(f, inner) for _ in range(n)]
    return text(f) if kind == 8 else one(f, {4: "I", 5: "i", 6: "f", 7: "?"}[kind])


def read(path: Path) -> tuple[dict[str, Any], dict[str, tuple[list[int], int, bytes]]]:
    """Facts, and tensors as (dimensions, type, bytes to the end of the file)."""
    f = BytesIO(path.read_bytes())
    assert f.read(4) == b"GGUF"
    assert one(f, "I") == 3
    n_tensors, n_facts = one(f, "Q"), one(f, "Q")
    facts = {text(f): value(f, one(f, "I")) for _ in range(n_facts)}
    about = [(text(f), [one(f, "Q") for _ in range(one(f, "I"))], one(f, "I"), one(f, "Q")) for _ in range(n_tensors)]
    start = -(-f.tell() // 32) * 32
    assert all(at % 32 == 0 for *_, at in about)
    return facts, {name: (shape, kind, f.getvalue()[start + at :]) for name, shape, kind, at in about}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gguf") / "tiny.gguf"
    export_gguf(tiny.folder(), path, "tiny")
    return path


def test_every_tensor_holds_the_checkpoints_values(written: Path) -> None:
    _, found = read(written)
    weights = open_tensors(tiny.folder())
    assert len(found) == len(weights)
    for theirs, ours in (("token_embd", "embed_tokens"), ("blk.3.ffn_down", "layers.3.mlp.down_proj"), ("blk.0.attn_q", "layers.0.self_attn.q_proj")):  # fmt: skip
        shape, kind, raw = found[f"{theirs}.weight"]
        bits = weights[f"model.{ours}.weight"].bits
        assert (shape, kind) == (list(bits.shape[::-1]), 30)
        assert raw[: bits.nbytes] == bits.tobytes()


def test_vectors_are_widened_to_float32(written: Path) -> None:
    _, found = read(written)
    shape, kind, raw = found["blk.5.attn_q_norm.weight"]
    bits = open_tensors(tiny.folder())["model.layers.5.self_attn.q_norm.weight"].bits
    assert (shape, kind) == ([len(bits)], 0)
    assert np.array_equal(np.frombuffer(raw, np.float32, len(bits)), (bits.astype(np.uint32) << 16).view(np.float32))


def test_the_facts_are_those_of_the_configuration(written: Path) -> None:
    facts, _ = read(written)
    config = json.loads((tiny.folder() / "config.json").read_text("utf-8"))
    assert facts["general.architecture"] == "qwen3"
    assert facts["qwen3.block_count"] == config["num_hidden_layers"]
    assert facts["qwen3.rope.freq_base"] == config["rope_theta"]
    assert facts["qwen3.attention.layer_norm_rms_epsilon"] == pytest.approx(config["rms_norm_eps"])
    assert facts["tokenizer.chat_template"] == (tiny.folder() / "chat_template.jinja").read_text("utf-8")


def test_the_words_stand_at_their_ids(written: Path) -> None:
    facts, _ = read(written)
    tokenizer = json.loads((tiny.folder() / "tokenizer.json").read_text("utf-8"))
    words, kinds = facts["tokenizer.ggml.tokens"], facts["tokenizer.ggml.token_type"]
    assert all(words[i] == word for word, i in tokenizer["model"]["vocab"].items())
    assert words[facts["tokenizer.ggml.eos_token_id"]] == "<|im_end|>"
    assert kinds[words.index("<|im_start|>")] == 3
    assert kinds[words.index("<tool_call>")] == 4
    assert set(kinds[:1000]) == {1}
    assert len(facts["tokenizer.ggml.merges"]) == len(tokenizer["model"]["merges"])


def test_another_architecture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"architectures": ["Qwen3MoeForCausalLM"]}')
    with pytest.raises(CheckpointError, match="Qwen3MoeForCausalLM"):
        export_gguf(tmp_path, tmp_path / "x.gguf", "x")
