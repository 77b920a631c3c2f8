"""from_pretrained: every keyword people bring is served, harmless, or refused by name; bad folders say what to do."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from qwenchat import AutoModelForCausalLM, AutoTokenizer, GenerationConfig, tiny
from qwenchat.chat.options import HARMLESS, NEUTRAL, dtype_from
from qwenchat.protocol.errors import InvalidValue

SMALL = {"cache_gib": 0.01}


def load(name: Any = "tiny", **keywords: Any) -> Any:
    return AutoModelForCausalLM.from_pretrained(name, **{**SMALL, **keywords})


def test_what_transformers_users_write_loads() -> None:
    load(device_map="auto", trust_remote_code=True, bf16=True, low_cpu_mem_usage=True, attn_implementation="sdpa")
    load(device_map="cpu", torch_dtype="auto", revision=None, cache_dir=None, token=None, use_safetensors=True)
    load(device_map={"": "cpu"}, threads=1)
    AutoTokenizer.from_pretrained("tiny", use_fast=False, padding_side="left", trust_remote_code=True)
    load(tiny.folder())


@pytest.mark.parametrize("name", sorted(HARMLESS))
def test_the_harmless_are_accepted_at_any_value(name: str) -> None:
    AutoTokenizer.from_pretrained("tiny", **{name: "anything"})


@pytest.mark.parametrize("name", sorted(NEUTRAL))
def test_the_neutral_are_accepted_at_their_neutral_values_alone(name: str) -> None:
    for value in NEUTRAL[name]:
        AutoTokenizer.from_pretrained("tiny", **{name: value})
    with pytest.raises(InvalidValue, match=name):
        load(**{name: "something"})


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ({"device_map": "cuda"}, "device_map.*no GPU"),
        ({"device_map": {"": 0}}, "device_map"),
        ({"torch_dtyp": "auto"}, "torch_dtype"),
        ({"dtype": "float8"}, "dtype.*float32"),
        ({"dtype": "float32", "bf16": True}, "contradict"),
        ({"quantization": "int3"}, "quantization.*int8"),
        ({"load_in_8bit": True}, "quantization='int8'"),
        ({"threads": 0}, "threads"),
        ({"threads": True}, "threads"),
        ({"cache": "int4"}, "cache"),
        ({"cache_gib": -1}, "cache_gib"),
        ({"cache_gib": 1e-9}, "cache_gib"),
        ({"disk_cache_gib": 0}, "disk_cache_gib"),
        ({"speculative_tokens": -1}, "speculative_tokens"),
        ({"speculative_tokens": True}, "speculative_tokens"),
    ],
)
def test_what_can_t_be_served_is_refused_by_name(bad: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidValue, match=says):
        load(**bad)


def test_dtypes_in_every_spelling() -> None:
    class TorchDtype:
        def __str__(self) -> str:
            return "torch.bfloat16"

    assert dtype_from({"torch_dtype": TorchDtype()}) == "bf16"
    assert dtype_from({"dtype": "auto"}) is None
    assert dtype_from({"dtype": "half"}) == "fp16"
    assert dtype_from({"fp32": True, "bf16": False}) == "fp32"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the embedded checkpoint, to be spoilt."""
    return Path(shutil.copytree(tiny.folder(), tmp_path / "model"))


def edit(path: Path, **changes: Any) -> None:
    content = json.loads(path.read_text())
    for key, value in changes.items():
        if value is None:
            del content[key]
        else:
            content[key] = value
    path.write_text(json.dumps(content))


def test_a_copy_loads(copy: Path) -> None:
    load(copy)
    AutoTokenizer.from_pretrained(str(copy))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"model_type": "llama"}, "llama.*qwen2, qwen2_moe, qwen3"),
        ({"hidden_size": None}, "hidden_size.*missing"),
        ({"num_hidden_layers": 7}, "layers.6"),
        ({"num_hidden_layers": 5}, "layers.5"),
        ({"hidden_size": 512}, r"expected \["),
        ({"num_key_value_heads": 3}, "num_key_value_heads"),
        ({"rope_scaling": {"rope_type": "linear", "factor": 2}}, "linear.*yarn"),
        ({"hidden_act": "gelu"}, "gelu.*silu"),
        ({"quantization_config": {"quant_method": "gptq"}}, "quant"),
    ],
)
def test_a_config_that_doesn_t_fit_is_an_error_that_names_it(copy: Path, changes: dict[str, Any], says: str) -> None:
    edit(copy / "config.json", **changes)
    with pytest.raises(ValueError, match=says):
        load(copy)


def test_a_half_downloaded_shard_is_an_error_that_names_it(copy: Path) -> None:
    weights = copy / "model.safetensors"
    with weights.open("r+b") as f:
        f.truncate(weights.stat().st_size // 2)
    with pytest.raises(ValueError, match=r"model\.safetensors"):
        load(copy)


def test_a_wrong_folder_says_what_a_right_one_has(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(ValueError, match=r"config\.json"):
        load(tmp_path)
    with pytest.raises(ValueError, match="nowhere"):
        load(str(tmp_path / "nowhere"))


def test_a_broken_template_is_an_error_with_its_line(copy: Path) -> None:
    (copy / "chat_template.jinja").write_text("line one\n{% if %}")
    with pytest.raises(ValueError, match="line 2"):
        AutoTokenizer.from_pretrained(str(copy))


def test_a_tokenizer_larger_than_the_model_is_refused(copy: Path) -> None:
    tokenizer = json.loads((copy / "tokenizer.json").read_text())
    tokenizer["added_tokens"].append({**tokenizer["added_tokens"][0], "id": 4096, "content": "<|late|>"})
    (copy / "tokenizer.json").write_text(json.dumps(tokenizer))
    larger = AutoTokenizer.from_pretrained(str(copy))
    with pytest.raises(InvalidValue, match="tokenizer"):
        load().chat(larger, "Hi")


def test_bad_generation_defaults_name_their_file(copy: Path) -> None:
    edit(copy / "generation_config.json", top_p=0)
    with pytest.raises(ValueError, match=r"generation_config\.json.*top_p"):
        load(copy)
    assert GenerationConfig.from_pretrained("tiny").top_k == 20


def test_a_checkpoint_without_a_template_speaks_chatml(copy: Path) -> None:
    (copy / "chat_template.jinja").unlink()
    assert "chat_template" not in json.loads((copy / "tokenizer_config.json").read_text())
    tokenizer = AutoTokenizer.from_pretrained(str(copy))
    text = tokenizer.decode(tokenizer.ids(tokenizer.pieces([{"role": "user", "content": "Hello!"}])))
    assert text.endswith("<|im_start|>user\nHello!<|im_end|>\n<|im_start|>assistant\n")


def test_code_in_a_checkpoint_never_runs(copy: Path, tmp_path: Path) -> None:
    trap = tmp_path / "ran"
    (copy / "modeling_qwen.py").write_text(f"open({str(trap)!r}, 'w')")
    edit(copy / "config.json", auto_map={"AutoModelForCausalLM": "modeling_qwen.Trap"})
    load(copy, trust_remote_code=True)
    assert not trap.exists()


def test_keys_of_a_config_that_nobody_knows_are_said(copy: Path, caplog: pytest.LogCaptureFixture) -> None:
    load(copy)
    assert not caplog.records
    edit(copy / "config.json", use_new_trick=True)
    load(copy)
    assert "use_new_trick" in caplog.text


def test_the_disk_keeps_prompts_for_the_next_start_and_for_the_same_bits_only() -> None:
    tokenizer, words = AutoTokenizer.from_pretrained("tiny"), "Why is the sky blue? " * 20

    def cached(**keywords: Any) -> int:
        model = AutoModelForCausalLM.from_pretrained("tiny", disk_cache_gib=0.1, **keywords)
        *_, end = model.stream(tokenizer, [{"role": "user", "content": words}], max_new_tokens=2)
        model.engine.close()
        return end.usage.n_cached  # type: ignore[union-attr]

    first, again, other = cached(), cached(), cached(dtype="float32")
    assert (first, other) == (0, 0)
    assert again >= 64
