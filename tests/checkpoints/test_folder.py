"""Folders: what a good one gives, and what each kind of wrong one is told."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest

from qwenchat.checkpoints import CheckpointError, open_checkpoint, own_format

CONFIG = {"model_type": "qwen3", "torch_dtype": "bfloat16", "eos_token_id": [7, 9]}


def write(folder: Path, name: str, content: Any) -> Path:
    (folder / name).write_text(content if isinstance(content, str) else json.dumps(content))
    return folder


def test_a_checkpoint_says_what_it_is(qwen3_folder: Path) -> None:
    write(qwen3_folder, "generation_config.json", {"temperature": 0.6, "top_k": 20, "eos_token_id": [5, 7]})
    write(qwen3_folder, "tokenizer_config.json", {"chat_template": "{{ messages }}"})
    found = open_checkpoint(qwen3_folder)
    assert found.config.model_type == "qwen3"
    assert found.config.raw["architectures"] == ["Qwen3ForCausalLM"]
    assert found.config.dtype == own_format(found, found.tensors()) == "bf16"
    assert found.generation.served == {"temperature": 0.6, "top_k": 20}
    assert found.eos_ids == (5, 7)
    assert found.template == "{{ messages }}"


def test_the_template_file_wins(qwen3_folder: Path) -> None:
    assert open_checkpoint(qwen3_folder).template is None
    write(qwen3_folder, "tokenizer_config.json", {"chat_template": "old"})
    write(qwen3_folder, "chat_template.jinja", "new 好")
    assert open_checkpoint(qwen3_folder).template == "new 好"


def test_the_template_named_default_is_taken(qwen3_folder: Path) -> None:
    named = [{"name": "tool_use", "template": "t"}, {"name": "default", "template": "d"}]
    write(qwen3_folder, "tokenizer_config.json", {"chat_template": named})
    assert open_checkpoint(qwen3_folder).template == "d"
    write(qwen3_folder, "tokenizer_config.json", {"chat_template": named[:1]})
    with pytest.raises(CheckpointError, match="without one named 'default'"):
        open_checkpoint(qwen3_folder)
    write(qwen3_folder, "tokenizer_config.json", {"chat_template": 3})
    with pytest.raises(CheckpointError, match="chat_template must be text"):
        open_checkpoint(qwen3_folder)
    (qwen3_folder / "chat_template.jinja").write_bytes(b"\xff")
    with pytest.raises(CheckpointError, match="jinja: not UTF-8"):
        open_checkpoint(qwen3_folder)


@pytest.mark.parametrize(
    ("said", "fmt"),
    [
        ({"dtype": "float32"}, "fp32"),
        ({"torch_dtype": "torch.float16"}, "fp16"),
        ({"dtype": "bfloat16", "torch_dtype": "float32"}, "bf16"),
        ({}, "bf16"),  # as the tensors are
    ],
)
def test_the_precision_is_the_checkpoints_own(qwen3_folder: Path, said: dict[str, str], fmt: str) -> None:
    write(qwen3_folder, "config.json", {"model_type": "qwen3", **said})
    found = open_checkpoint(qwen3_folder)
    assert own_format(found, found.tensors()) == fmt


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ('{"model_type": "qwen3",\n oops}', "config.json: not JSON, line 2"),
        ("[]", "a JSON object is expected, this is list"),
        ("{}", "the key 'model_type' is missing"),
        ({"model_type": 3}, "the key 'model_type' is missing"),
        ({"model_type": "qwen3", "dtype": "float8"}, "dtype is 'float8'; float32, bfloat16, float16 are served"),
        ({"model_type": "qwen3", "torch_dtype": ["x"]}, "torch_dtype is"),
        ({"model_type": "qwen3", "eos_token_id": "end"}, "eos_token_id is end; an id or a list"),
        ({"model_type": "qwen3", "eos_token_id": [-1]}, "eos_token_id"),
        ({"model_type": "qwen3", "eos_token_id": True}, "eos_token_id"),
        ({"model_type": "qwen3", "eos_token_id": list(range(65))}, "up to 64 ids"),
        ({"model_type": "qwen3", "quantization_config": {"quant_method": "gptq"}}, "quantization_config: bits is None"),
        ('{"model_type": "qwen3", "model_type": "qwen2"}', "'model_type' appears twice"),
        ("version https://git-lfs.github.com/spec/v1\noid", "git lfs pull"),
    ],
)
def test_bad_configs_name_file_and_key(qwen3_folder: Path, config: Any, words: str) -> None:
    write(qwen3_folder, "config.json", config)
    with pytest.raises(CheckpointError, match=words) as e:
        open_checkpoint(qwen3_folder)
    assert "config.json" in str(e.value)


def test_a_huge_config_is_refused_unread(qwen3_folder: Path) -> None:
    with (qwen3_folder / "config.json").open("wb") as f:
        f.truncate(1 << 40)
    with pytest.raises(CheckpointError, match="too large for a file of its kind"):
        open_checkpoint(qwen3_folder)


def test_wrong_places_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="no such folder"):
        open_checkpoint(tmp_path / "absent")
    with pytest.raises(CheckpointError, match=r"nothing in it; a checkpoint folder has config.json"):
        open_checkpoint(tmp_path)
    write(tmp_path, "notes.txt", "x")
    with pytest.raises(CheckpointError, match=r"This folder has notes.txt; a checkpoint folder has config\.json"):
        open_checkpoint(tmp_path)
    with pytest.raises(CheckpointError, match="this is a file; give the folder"):
        open_checkpoint(tmp_path / "notes.txt")
    with pytest.raises(CheckpointError, match="not a GGUF file"):
        open_checkpoint(write(tmp_path, "m.gguf", "text") / "m.gguf")
    with pytest.raises(CheckpointError, match="a folder with GGUF files"):
        open_checkpoint(tmp_path)


def test_a_tokenizer_that_is_only_a_pointer_is_an_error(qwen3_folder: Path) -> None:
    write(qwen3_folder, "tokenizer.json", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    with pytest.raises(CheckpointError, match=r"tokenizer.json: only a Git LFS pointer. Run `git lfs pull`"):
        open_checkpoint(qwen3_folder)


def test_generation_keys_are_served_harmless_or_named(qwen3_folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    said = {
        "do_sample": True,
        "temperature": 0.7,
        "top_p": 0.8,
        "repetition_penalty": 1.05,
        "bos_token_id": 1,
        "transformers_version": "5",
        "penalty_alpha": None,
        "num_beams": 4,
        "tempreature": 0.1,
    }
    write(qwen3_folder, "generation_config.json", said)
    with caplog.at_level(logging.DEBUG):
        found = open_checkpoint(qwen3_folder).generation
    assert dict(found.served) == {"temperature": 0.7, "top_p": 0.8, "repetition_penalty": 1.05, "do_sample": True}
    assert found.ignored == ("num_beams", "tempreature")
    assert "num_beams=4" in caplog.text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"temperature": "warm"}, "temperature is 'warm'; a number is expected"),
        ({"top_k": 2.5}, "top_k is '2.5'; a whole number"),
        ({"do_sample": 1}, "do_sample is '1'; true or false"),
        ({"top_p": True}, "top_p is 'True'"),
        ({"eos_token_id": [1, "x"]}, "eos_token_id"),
    ],
)
def test_bad_generation_values_name_the_key(qwen3_folder: Path, said: dict[str, Any], words: str) -> None:
    write(qwen3_folder, "generation_config.json", said)
    with pytest.raises(CheckpointError, match=words):
        open_checkpoint(qwen3_folder)
