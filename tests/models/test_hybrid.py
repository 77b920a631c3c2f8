"""The hybrids as they are published: nested with a vision tower and a guessing head, and what isn't served."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat import AutoModelForCausalLM
from qwenchat.checkpoints import CheckpointError, open_checkpoint
from qwenchat.models import ConfigError, config_from
from tests.models.random_model import (
    CASES,
    QWEN3,
    head_tensors,
    random_prompt,
    random_values,
    shapes,
    write_safetensors,
)
from tests.models.test_dense import GOLDEN, Runner, voices

TEXT = CASES["qwen3_5"]
NESTED: dict[str, Any] = {
    "architectures": ["Qwen3_5ForConditionalGeneration"],
    "model_type": "qwen3_5",
    "text_config": {
        **TEXT,
        "eos_token_id": 7,
        "dtype": "float32",
        "attn_output_gate": True,
        "output_gate_type": "swish",
        "mtp_num_hidden_layers": 1,
    },
    "tie_word_embeddings": False,
    "vision_config": {"depth": 2},
    "image_token_id": 5,
}


def write_nested(folder: Path, *more: str, without: str = "") -> Path:
    """The golden model as Qwen3.5 publishes its own: beside a vision tower and a head that guesses ahead."""
    tensors = {
        name.replace("model.", "model.language_model.", 1): values
        for name, values in random_values(shapes(TEXT)).items()
    }
    for name in ("model.visual.blocks.0.attn.qkv.weight", *more):
        tensors[name] = np.ones((3, 2), np.float32)
    tensors |= head_tensors(TEXT)
    tensors.pop(without, None)
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(NESTED))
    write_safetensors(folder / "model.safetensors", tensors)
    return folder


def test_a_published_folder_says_what_transformers_says(tmp_path: Path) -> None:
    folder = write_nested(tmp_path / "nested")
    checkpoint = open_checkpoint(folder)
    assert checkpoint.config.dtype == "fp32"
    assert checkpoint.eos_ids == (7,)
    model = AutoModelForCausalLM.from_pretrained(folder, threads=2, cache_gib=0.1)
    prompt, want = random_prompt(TEXT, 70), GOLDEN["qwen3_5/greedy"].tolist()
    assert list(model.generate_ids(prompt, max_new_tokens=64, ignore_eos=True)) == want
    # A next turn goes on from the state in which the answer ended.
    list(model.generate_ids([*prompt, *want, 5, 6, 7], max_new_tokens=1, ignore_eos=True))
    assert model.engine.counters.n_cached_tokens == len(prompt) + len(want) - 1


def test_a_head_without_all_its_parts_is_left_alone(tmp_path: Path) -> None:
    folder = write_nested(tmp_path / "nested")
    assert AutoModelForCausalLM.from_pretrained(folder, cache_gib=0.1).engine._core._head is not None
    assert AutoModelForCausalLM.from_pretrained(folder, cache_gib=0.1, speculative_tokens=0).engine._core._head is None
    part = write_nested(tmp_path / "part", without="mtp.layers.0.self_attn.o_proj.weight")
    assert AutoModelForCausalLM.from_pretrained(part, cache_gib=0.1).engine._core._head is None


def test_int8_keeps_the_gates_exact_and_is_near(tmp_path: Path) -> None:
    folder = write_nested(tmp_path / "nested")
    model = AutoModelForCausalLM.from_pretrained(folder, quantization="int8", threads=2, cache_gib=0.1)
    again = AutoModelForCausalLM.from_pretrained(folder, quantization="int8", threads=1, cache_gib=0.1)  # from its pack
    prompt = random_prompt(TEXT, 70)
    said = list(model.generate_ids(prompt, max_new_tokens=20, ignore_eos=True))
    assert said == list(again.generate_ids(prompt, max_new_tokens=20, ignore_eos=True))
    assert said[:3] == GOLDEN["qwen3_5/greedy"].tolist()[:3]


def test_other_tensors_are_not_skipped(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match=r"layers\.0\.extra"):
        AutoModelForCausalLM.from_pretrained(write_nested(tmp_path / "more", "model.language_model.layers.0.extra"))


@pytest.mark.parametrize("voice", voices())
@pytest.mark.parametrize("name", ["qwen3_next", "qwen3_5"])
def test_chunks_of_any_size_are_the_whole(name: str, voice: Any) -> None:
    ids = random_prompt(CASES[name], 130)
    whole = Runner(CASES[name], voice()).run(ids)
    for size in (1, 2, 7, 64, 65):
        runner = Runner(CASES[name], voice())
        parts = np.concatenate([runner.run(ids[i : i + size]) for i in range(0, len(ids), size)])
        np.testing.assert_array_equal(parts, whole)


def test_the_published_config_of_qwen3_8_is_read(shared: Path) -> None:
    raw = json.loads((shared / "vectors" / "configs" / "Qwen3.8-27B" / "config.json").read_text())
    c: Any = config_from(raw)
    assert (c.n_layers, c.n_hidden, c.n_vocab, c.n_positions, c.n_ffn) == (64, 5120, 248320, 262144, 17408)
    assert sum(c.attends) == 16
    assert c.attention.rope.rope.inv_freq.shape == (32,)
    assert c.unknown == ()
    assert c.names.at(3) == "model.language_model.layers.3."


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"attn_output_gate": False}, "attn_output_gate"),
        ({"output_gate_type": "sigmoid"}, "output_gate_type"),
        ({"attention_bias": True}, "attention_bias"),
        ({"linear_num_value_heads": 5}, "linear_num_value_heads"),
        ({"layer_types": ["linear_attention"]}, "layer_types"),
        ({"rope_parameters": {"rope_theta": 1e4, "partial_rotary_factor": 1.5}}, "partial_rotary_factor"),
        ({"num_key_value_heads": 3}, "num_key_value_heads"),
    ],
)
def test_what_isn_t_served_is_refused_by_name(change: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        config_from({**TEXT, **change})


def test_the_one_that_is_missing_says_what_it_needs() -> None:
    with pytest.raises(ConfigError, match=r"qwen4_exp.*residual streams.*sparse attention.*n-gram"):
        config_from({**QWEN3, "model_type": "qwen4_exp"})
