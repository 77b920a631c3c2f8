"""GGUF files of every architecture against the checkpoints they were made of."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest
from gguf import GGMLQuantizationType as Kind

from benchmarks.adapters.llama_cpp import LlamaCpp
from qwenchat import AutoModelForCausalLM
from qwenchat.checkpoints import CheckpointError, Weights, open_checkpoint, open_tensors
from qwenchat.kernels import Plan
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.grids import Coded, values
from qwenchat.models import build, config_from
from qwenchat.server import LocalSource
from tests.checkpoints.gguf_random import write_random
from tests.models.first_reference import first_shapes
from tests.models.random_model import (
    CASES,
    head_tensors,
    random_prompt,
    random_tensors,
    random_values,
    write_safetensors,
)

CONFIGS: dict[str, dict[str, Any]] = {
    name: CASES[name] for name in ("qwen2", "qwen3-tied", "qwen2_moe", "qwen3_moe", "qwen3_next", "qwen3_5", "qwen3_5_moe")
}  # fmt: skip
FIRST: dict[str, Any] = {
    "model_type": "qwen", "hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "kv_channels": 32,
    "intermediate_size": 192, "seq_length": 256, "vocab_size": 320, "layer_norm_epsilon": 1e-6,
    "rotary_emb_base": 10000.0, "use_dynamic_ntk": False, "use_logn_attn": False, "tie_word_embeddings": False,
}  # fmt: skip
# Every size that a block of weights asks for, so that all matrices can be quantised.
WIDE = {
    "hidden_size": 256, "head_dim": 64, "intermediate_size": 256, "moe_intermediate_size": 256, "vocab_size": 4096,
    "shared_expert_intermediate_size": 256, "linear_key_head_dim": 64, "linear_value_head_dim": 64,
    "linear_num_key_heads": 2, "linear_num_value_heads": 4,
}  # fmt: skip
PROGRAMS = Path(os.environ.get("QWENCHAT_LLAMA_CPP", "no-such-folder"))


def logits(path: Path, config: Mapping[str, Any], voice: Cpu | None = None) -> np.ndarray:
    """Of 40 random ids, all rows."""
    voice, checkpoint = voice or Cpu(1), open_checkpoint(path)
    weights = Weights(checkpoint.tensors(), voice, "fp32")
    model = build(config_from(checkpoint.config.raw), weights, voice)
    weights.finish()
    ids, rows = np.array(random_prompt(config, 40), np.int32), np.arange(40, dtype=np.int32)
    zero = np.zeros(1, np.int32)
    cache = voice.cache(model.memory, 1, "fp32", 1)
    step = voice.step(Plan(ids, np.array([0, 40], np.int32), zero, zero[None], rows, states=zero), cache)
    return np.asarray(voice.read(model.forward(step, cache)))


def folder(path: Path, config: Mapping[str, Any], tensors: Mapping[str, np.ndarray]) -> Path:
    path.mkdir()
    (path / "config.json").write_text(json.dumps(config))
    write_safetensors(path / "model.safetensors", tensors)
    return path


def tensors_of(config: Mapping[str, Any]) -> dict[str, np.ndarray]:
    return random_values(first_shapes(config)) if config["model_type"] == "qwen" else random_tensors(config)


def wide(name: str) -> dict[str, Any]:
    own = CASES[name]
    return {**own, **{key: size for key, size in WIDE.items() if key in own or key == "head_dim"}}


@pytest.mark.parametrize("name", [*CONFIGS, "qwen"])
def test_a_file_is_the_checkpoint_it_was_made_of(tmp_path: Path, name: str) -> None:
    config = FIRST if name == "qwen" else CONFIGS[name]
    tensors = tensors_of(config)
    file = write_random(tmp_path / "model.gguf", config, tensors)
    want = logits(folder(tmp_path / "folder", config, tensors), config)
    np.testing.assert_allclose(logits(file, config), want, atol=1e-4 * np.abs(want).max())
    assert open_checkpoint(file).config.model_type == config["model_type"]


@pytest.mark.parametrize("kind", [Kind.Q8_0, Kind.BF16], ids=["Q8_0", "BF16"])
@pytest.mark.parametrize("name", ["qwen3_5", "qwen3_next", "qwen3_5_moe"])
def test_quantised_files_are_what_their_numbers_say(tmp_path: Path, name: str, kind: Kind) -> None:
    config = wide(name)
    tensors = random_tensors(config)
    file = write_random(tmp_path / "model.gguf", config, tensors, kind)
    rounded = dict(tensors)
    for at, exact in tensors.items():
        if exact.ndim == 2 and not at.endswith((".mlp.gate.weight", "shared_expert_gate.weight")):
            # Groups of 32 inputs stay together, wherever their head goes: it has 64.
            rounded[at] = gguf.quants.dequantize(gguf.quants.quantize(exact, kind), kind)
    want = logits(folder(tmp_path / "folder", config, rounded), config)
    # Activations are rounded to 8 bits beside coded matrices, and a router may then choose another expert; heads or
    # experts in wrong places would differ by more than all.
    bound = 1e-4 if kind == Kind.BF16 else 0.1 if name == "qwen3_5" else 0.5
    assert np.linalg.norm(logits(file, config) - want) < bound * np.linalg.norm(want)


def test_heads_by_turns_lie_in_their_places(tmp_path: Path) -> None:
    config = wide("qwen3_5")
    tensors = random_tensors(config)
    read = open_tensors(write_random(tmp_path / "model.gguf", config, tensors, Kind.Q8_0))
    for part in ("in_proj_qkv", "in_proj_z", "out_proj"):
        at = f"model.layers.0.linear_attn.{part}.weight"
        found = read[at]
        assert isinstance(found, Coded)
        back = gguf.quants.dequantize(gguf.quants.quantize(tensors[at], Kind.Q8_0), Kind.Q8_0)
        np.testing.assert_array_equal(found.float32(), back)
        np.testing.assert_array_equal(values(found.read(70, 90), found.grid)[:, :64], back[70:90, :64])


def test_a_file_in_parts(tmp_path: Path) -> None:
    config, tensors = CASES["qwen3-tied"], random_tensors(CASES["qwen3-tied"])
    whole = logits(write_random(tmp_path / "whole.gguf", config, tensors), config)
    write_random(tmp_path / "model.gguf", config, tensors, split_max_tensors=10)
    parts = sorted(tmp_path.glob("model-*.gguf"))
    assert len(parts) > 2
    np.testing.assert_array_equal(logits(parts[0], config), whole)
    assert LocalSource(str(parts[0])).n_bytes() == sum(part.stat().st_size for part in parts)
    with pytest.raises(CheckpointError, match="give the first part"):
        open_checkpoint(parts[1])
    with pytest.raises(CheckpointError, match="must end with -00001-of-"):
        open_checkpoint(parts[0].rename(tmp_path / "other.gguf"))
    (tmp_path / "other.gguf").rename(parts[0])
    parts[2].write_bytes(parts[1].read_bytes())
    with pytest.raises(CheckpointError, match="not part 3"):
        open_checkpoint(parts[0])
    parts[2].unlink()
    with pytest.raises(CheckpointError, match=r"00003-of-.*can't be read"):
        open_checkpoint(parts[0])


def test_layers_that_guess_ahead_are_left_out(tmp_path: Path) -> None:
    config = CASES["qwen3_5"]
    tensors = random_tensors(config)
    want = logits(write_random(tmp_path / "plain.gguf", config, tensors), config)
    n = config["num_hidden_layers"]
    ahead = {f"model.layers.{n}.self_attn.q_proj.weight": np.zeros((4, 4), np.float32)}
    more = {**config, "num_hidden_layers": n + 1, "mtp": 1}
    file = write_random(tmp_path / "model.gguf", more, {**tensors, **ahead})
    np.testing.assert_array_equal(logits(file, config), want)


@pytest.mark.parametrize("name", ["qwen3_5", "qwen3_next", "qwen3_5_moe"])
def test_a_head_guesses_from_a_file_as_from_a_folder(tmp_path: Path, name: str) -> None:
    config = CASES[name]
    n = config["num_hidden_layers"]
    assert n == 4
    tensors = {**random_tensors(config), **head_tensors(config)}
    ids, zero, first = (
        np.array(random_prompt(config, 40), np.int32),
        np.zeros(1, np.int32),
        np.zeros((1, 48), np.float32),
    )
    file = write_random(tmp_path / "model.gguf", {**config, "num_hidden_layers": n + 1, "mtp": 1}, tensors)
    said = []
    for path in (file, folder(tmp_path / "folder", config, tensors)):
        voice, checkpoint = Cpu(1), open_checkpoint(path)
        weights = Weights(checkpoint.tensors(), voice, "fp32")
        model = build(config_from(checkpoint.config.raw), weights, voice, ahead=True)
        weights.finish()
        assert model.guesses
        cache = voice.cache(model.memory, 1, "fp32", 1)
        plan = Plan(ids, np.array([0, 40], np.int32), zero, zero[None], zero + 39, states=zero)
        hidden = voice.read(model.forward_told(voice.step(plan, cache), cache, first)[1])
        one = Plan(zero + 7, np.array([0, 1], np.int32), zero + 40, zero[None], zero, states=zero)
        said.append(voice.read(model.guess(voice.step(one, cache), cache, hidden[-1:].copy())[0]))
    np.testing.assert_allclose(said[0], said[1], atol=1e-4 * np.abs(said[1]).max())


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"linear_num_value_heads": 5}, "must be a multiple of the next"),
        ({"linear_num_key_heads": 0}, "group_count is 0"),
        ({"num_hidden_layers": 0}, "block_count is 0"),
    ],
)
def test_metadata_that_can_t_be_is_named(tmp_path: Path, changes: dict[str, int], says: str) -> None:
    config = CASES["qwen3_5"]
    file = write_random(tmp_path / "model.gguf", config, {})
    head = {**config, **changes}
    with pytest.raises(CheckpointError, match=says):
        open_checkpoint(write_random(file, head, {"model.embed_tokens.weight": np.zeros((320, 48), np.float32)}))


@pytest.mark.parity
@pytest.mark.skipif(not PROGRAMS.is_dir(), reason="QWENCHAT_LLAMA_CPP is not set")
@pytest.mark.parametrize("name", ["qwen", "qwen2_moe", "qwen3_moe", "qwen3_next", "qwen3_5", "qwen3_5_moe"])
def test_greedy_answers_are_llama_cpps(tmp_path: Path, name: str) -> None:
    config = {**FIRST, "vocab_size": 4096} if name == "qwen" else wide(name)
    file = write_random(tmp_path / "model.gguf", config, tensors_of(config))
    prompts = [random_prompt(config, 20 + i, i) for i in range(4)]
    theirs = LlamaCpp("llama.cpp", PROGRAMS, file, 2).ids(prompts, 24)
    model = AutoModelForCausalLM.from_pretrained(file, dtype="float32", cache_gib=0.1)
    ours = [list(model.generate_ids(prompt, max_new_tokens=24, ignore_eos=True)) for prompt in prompts]
    # They keep keys and values in fp16: one near tie in four answers may fall the other way.
    assert sum(a == b[:24] for a, b in zip(ours, theirs, strict=True)) >= 3


@pytest.mark.parity
@pytest.mark.skipif(not PROGRAMS.is_dir(), reason="QWENCHAT_LLAMA_CPP is not set")
def test_blocks_that_span_heads_by_turns(tmp_path: Path) -> None:
    config = wide("qwen3_5")
    source = write_random(tmp_path / "source.gguf", config, random_tensors(config))
    file = tmp_path / "model.gguf"
    subprocess.run([PROGRAMS / "llama-quantize", source, file, "Q4_K_M"], check=True, capture_output=True)
    read, name = open_tensors(file), "model.layers.0.linear_attn.out_proj.weight"
    (theirs,) = (t for t in gguf.GGUFReader(file).tensors if t.name == "blk.0.ssm_out.weight")
    by_turns = gguf.quants.dequantize(theirs.data, theirs.tensor_type)
    assert theirs.tensor_type in (Kind.Q4_K, Kind.Q5_K, Kind.Q6_K)
    found = read[name]
    assert isinstance(found, Coded)
    np.testing.assert_array_equal(found.float32().reshape(-1, 2, 2, 64), by_turns.reshape(-1, 2, 2, 64).swapaxes(1, 2))
    floats = {at: read[at].float32().reshape(read.shape(at)) for at in read}
    want = logits(folder(tmp_path / "folder", config, floats), config)
    assert np.linalg.norm(logits(file, config) - want) < 0.1 * np.linalg.norm(want)
