"""Hybrids as mlx-lm publishes them: what it changes in them is undone, and their matrices stay quantised."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat.checkpoints import open_checkpoint
from qwenchat.kernels.cpu import Cpu
from tests.checkpoints.quantised_files import Files, Form, quantised, write
from tests.checkpoints.test_quantised import HYBRID, SIZES, apart, logits
from tests.models.random_model import HYBRID as DENSE
from tests.models.random_model import HYBRID_MOE, random_tensors, write_safetensors

INNER = {**DENSE, **SIZES, "num_hidden_layers": 4, "model_type": "qwen3_5_text", "linear_num_value_heads": 4}
EXPERTS = {**HYBRID_MOE, "hidden_size": 128, "num_hidden_layers": 4, "moe_intermediate_size": 64}
EXPERTS |= {"model_type": "qwen3_5_moe_text", "shared_expert_intermediate_size": 64}
CONFIGS: list[dict[str, Any]] = [
    HYBRID,
    INNER,
    {"model_type": "qwen3_5", "tie_word_embeddings": INNER["tie_word_embeddings"], "text_config": INNER},
    {"model_type": "qwen3_5_moe", "tie_word_embeddings": EXPERTS["tie_word_embeddings"], "text_config": EXPERTS},
]
FORM, GATES = Form("mlx", group=32), Form("mlx", bits=8, group=64)


def is_gate(module: str) -> bool:
    return module.endswith(("mlp.gate", "shared_expert_gate"))


def their_name(name: str, config: dict[str, Any]) -> str:
    if not config["model_type"].startswith("qwen3_5"):
        return name
    return "language_model." + name.replace("model.language_model.", "model.")


def as_mlx(config: dict[str, Any]) -> tuple[dict[str, Any], Files, dict[str, np.ndarray]]:
    """The config and the files of a random model as mlx-lm writes them, and a checkpoint's tensors of the same values."""
    tensors = random_tensors(config)
    gates = {name: w for name, w in tensors.items() if is_gate(name.removesuffix(".weight"))}
    made, values = quantised(FORM, {name: w for name, w in tensors.items() if name not in gates})
    eight, exact = quantised(GATES, gates)
    files: Files = {}
    for name, (dtype, bits) in (made | eight).items():
        if name.endswith("conv1d.weight"):
            bits = np.moveaxis(bits, 2, 1)
        elif name.endswith("norm.weight") and "linear_attn" not in name:
            bits = bits + np.float32(1)
        if ".experts." not in name:
            files[their_name(name, config)] = dtype, bits
        elif ".experts.0." in name:
            layer, _, rest = name.partition(".experts.0.")
            n = config.get("text_config", config)["num_experts"]
            every = np.stack([made[f"{layer}.experts.{e}.{rest}"][1] for e in range(n)])
            files[their_name(f"{layer}.switch_mlp.{rest}", config)] = dtype, every
    own = {their_name(name.removesuffix(".weight"), config): {"bits": 8, "group_size": 64} for name in gates}
    said = {**FORM.config()["quantization"], **own}
    return {**config, "quantization": said, "quantization_config": said}, files, values | exact


@pytest.mark.parametrize("config", CONFIGS, ids=["next", "text", "nested", "experts"])
def test_a_hybrid_of_mlx_is_the_checkpoint_it_was_made_of(config: dict[str, Any], tmp_path: Path) -> None:
    said, files, values = as_mlx(config)
    folder = write(tmp_path / "mlx", said, files)
    tensors = open_checkpoint(folder).tensors()
    for name, wanted in values.items():
        if ".experts." not in name:
            np.testing.assert_allclose(tensors[name].float32(), wanted, rtol=1e-6, atol=2e-7, err_msg=name)
            assert tensors.shape(name) == wanted.shape
    floats = write(tmp_path / "floats", config, {})
    write_safetensors(floats / "model.safetensors", values)
    # Activations are int8, which a state compounds; a rounded one may send a row to another expert.
    assert apart(logits(folder, Cpu(2)), logits(floats, Cpu(2))) < 0.2


def test_the_vision_beside_is_passed_over(tmp_path: Path) -> None:
    said, files, _ = as_mlx(CONFIGS[2])
    before = logits(write(tmp_path / "text", said, files), Cpu(1))
    files["vision_tower.patch_embed.proj.weight"] = "F32", np.ones((4, 4), np.float32)
    assert np.array_equal(logits(write(tmp_path / "both", said, files), Cpu(1)), before)
