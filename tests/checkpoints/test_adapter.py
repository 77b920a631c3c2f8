"""LoRA adapters: the model that a merged checkpoint would be, and what isn't served."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat import AutoModelForCausalLM
from qwenchat.checkpoints import CheckpointError
from qwenchat.protocol.errors import InvalidValue
from tests.models.random_model import CASES, random_prompt, random_tensors, write_checkpoint, write_safetensors

CONFIG = CASES["qwen3"]
CHANGED = ("model.layers.0.self_attn.q_proj", "model.layers.2.mlp.down_proj", "lm_head")


def halves() -> dict[str, np.ndarray]:
    """a and b of each changed layer, of rank 4, under PEFT's names."""
    rng, base, out = np.random.RandomState(7), random_tensors(CONFIG), {}
    for name in CHANGED:
        n_out, n_in = base[f"{name}.weight"].shape
        out[f"base_model.model.{name}.lora_A.weight"] = rng.standard_normal((4, n_in)).astype(np.float32) / 4
        out[f"base_model.model.{name}.lora_B.weight"] = rng.standard_normal((n_out, 4)).astype(np.float32) / 4
    return out


def write_adapter(folder: Path, tensors: dict[str, np.ndarray] | None = None, **changes: Any) -> Path:
    folder.mkdir(exist_ok=True)
    config = {"peft_type": "LORA", "r": 4, "lora_alpha": 6, "bias": "none", "target_modules": ["q_proj"]}
    (folder / "adapter_config.json").write_text(json.dumps({**config, **changes}))
    write_safetensors(folder / "adapter_model.safetensors", halves() if tensors is None else tensors)
    return folder


def said(folder: Path, **keywords: Any) -> list[int]:
    model = AutoModelForCausalLM.from_pretrained(folder, threads=1, cache_gib=0.05, **keywords)
    return list(model.generate_ids(random_prompt(CONFIG, 20), max_new_tokens=24, ignore_eos=True))


@pytest.mark.parametrize(("rslora", "scale"), [(False, 6 / 4), (True, 6 / 2)])
@pytest.mark.parametrize("quantization", [None, "int8"])
def test_an_adapter_is_the_merged_checkpoint(
    tmp_path: Path, rslora: bool, scale: float, quantization: str | None
) -> None:
    base = write_checkpoint(tmp_path / "base", CONFIG)
    adapter, merged = write_adapter(tmp_path / "adapter", use_rslora=rslora), random_tensors(CONFIG)
    for name in CHANGED:
        a, b = (halves()[f"base_model.model.{name}.lora_{half}.weight"] for half in "AB")
        merged[f"{name}.weight"] = merged[f"{name}.weight"] + (b @ a) * np.float32(scale)
    whole = write_checkpoint(tmp_path / "merged", CONFIG)
    write_safetensors(whole / "model.safetensors", merged)
    want = said(whole, quantization=quantization)
    assert said(base, adapter=adapter, quantization=quantization) == want
    assert said(base, quantization=quantization) != want, "the plain model, whose pack an adapter must not touch"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"peft_type": "IA3"}, "peft_type"),
        ({"use_dora": True}, "use_dora"),
        ({"modules_to_save": ["lm_head"]}, "modules_to_save"),
        ({"bias": "all"}, "bias"),
        ({"r": 8}, "r is 8"),
        ({"r": "4"}, "lora_alpha"),
    ],
)
def test_other_adapters_are_refused_by_name(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    base = write_checkpoint(tmp_path / "base", CONFIG)
    with pytest.raises(CheckpointError, match=says):
        AutoModelForCausalLM.from_pretrained(base, adapter=write_adapter(tmp_path / "adapter", **changes))


def test_tensors_that_don_t_fit_are_named(tmp_path: Path) -> None:
    base, whole = write_checkpoint(tmp_path / "base", CONFIG), halves()
    first = next(iter(whole))
    cases: list[tuple[dict[str, np.ndarray], str]] = [
        ({name: t for name, t in whole.items() if name != first}, "lora_A"),
        ({**whole, "base_model.model.other.weight": np.zeros((2, 2), np.float32)}, "no part of a LoRA"),
        ({name.replace("layers.0", "layers.9"): t for name, t in whole.items()}, "which the model doesn't have"),
        ({**whole, first: np.zeros((4, 5), np.float32)}, "its change"),
    ]
    for tensors, says in cases:
        with pytest.raises(CheckpointError, match=says):
            AutoModelForCausalLM.from_pretrained(base, adapter=write_adapter(tmp_path / "adapter", tensors))
    with pytest.raises(InvalidValue, match="disk_cache_gib"):
        AutoModelForCausalLM.from_pretrained(base, adapter=tmp_path / "adapter", disk_cache_gib=1)
