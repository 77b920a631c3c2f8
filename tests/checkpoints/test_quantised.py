"""GPTQ, AWQ, FP8 and MLX: matrices against their layouts' plain reading, whole models, and what can't be served."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat import AutoModelForCausalLM, AutoTokenizer
from qwenchat.checkpoints import CheckpointError, PackStore, Weights, open_checkpoint
from qwenchat.kernels import Plan
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.grids import Coded
from qwenchat.kernels.plain import Plain
from qwenchat.models import build, config_from
from tests.checkpoints.quantised_files import Form, packed, quantised, write, write_tiny
from tests.checkpoints.small_checkpoints import bf16
from tests.models.first_reference import first_shapes
from tests.models.random_model import (
    NEXT,
    QWEN2,
    QWEN2_MOE,
    QWEN3,
    QWEN3_MOE,
    random_tensors,
    random_values,
    write_safetensors,
)
from tests.models.test_first import FIRST

SIZES = {"hidden_size": 128, "intermediate_size": 192, "num_hidden_layers": 2}
DENSE = {**QWEN3, **SIZES, "head_dim": 24}
FORMS = [
    Form("gptq"),
    Form("gptq", group=32, shuffled=True),
    Form("gptq", group=-1, v2=True),
    Form("gptq", bits=8, group=64, scale="BF16"),
    Form("gptq", bits=8, group=256, v2=True, shuffled=True),
    Form("awq"),
    Form("awq", group=32),
    Form("mlx", group=64, scale="BF16"),
    Form("mlx", bits=8, group=32),
    Form("fp8", bits=8, scale="F32"),
    Form("fp8", bits=8, scale="BF16"),
]
MOE = {**QWEN2_MOE, **SIZES, "moe_intermediate_size": 64, "shared_expert_intermediate_size": 64}
HYBRID = {**NEXT, **SIZES, "num_hidden_layers": 4}
V1 = {**FIRST, "hidden_size": 128, "num_attention_heads": 4, "kv_channels": 32, "intermediate_size": 384}
OTHERS = [
    (Form("gptq", group=32, shuffled=True), MOE),
    (Form("awq", group=64), {**QWEN3_MOE, **SIZES, "moe_intermediate_size": 64}),
    (Form("mlx", group=64), MOE),
    (Form("fp8", scale="F32"), MOE),
    (Form("gptq", group=64), HYBRID),
    (Form("fp8", scale="F32"), HYBRID),
    (Form("gptq"), V1),
]
QUESTION = "Explain neural networks"  # the model is sure of its answer


def logits(folder: Path, voice: Any, store: PackStore | None = None) -> np.ndarray:
    checkpoint = open_checkpoint(folder)
    weights = Weights(checkpoint.tensors(), voice, "fp32", store)
    model = build(config_from(checkpoint.config.raw), weights, voice)
    weights.finish()
    ids = np.random.default_rng(3).integers(0, model.config.n_vocab, 21).astype(np.int32)
    zero, rows = np.zeros(1, np.int32), np.arange(21, dtype=np.int32)
    cache = voice.cache(model.memory, 1, "fp32", 1)
    step = voice.step(Plan(ids, np.array([0, 21], np.int32), zero, zero[None], rows, states=zero), cache)
    return np.asarray(voice.read(model.forward(step, cache)))


def tensors_of(config: dict[str, Any]) -> dict[str, np.ndarray]:
    return random_values(first_shapes(config)) if config["model_type"] == "qwen" else random_tensors(config)


def apart(some: np.ndarray, others: np.ndarray) -> float:
    """The distance of most rows: a rounded activation may send a row to another expert."""
    off = np.linalg.norm(some - others, axis=1) / np.linalg.norm(others, axis=1)
    return float(np.median(off))


WHOLE = [(form, config) for form in FORMS for config in (DENSE, {**QWEN2, **SIZES})] + OTHERS


@pytest.mark.parametrize(("form", "config"), WHOLE, ids=[f"{config['model_type']}-{form}" for form, config in WHOLE])
def test_a_whole_model(form: Form, config: dict[str, Any], tmp_path: Path) -> None:
    files, values = quantised(form, tensors_of(config))
    folder = write(tmp_path / "quantised", config | form.config(), files)
    tensors = open_checkpoint(folder).tensors()
    assert set(tensors) == set(values)
    for name, wanted in values.items():
        assert np.array_equal(tensors[name].float32(), wanted), name
        assert tensors.shape(name) == wanted.shape
    floats = write(tmp_path / "floats", config, {})
    write_safetensors(floats / "model.safetensors", values)
    exact, plain = logits(floats, Plain()), logits(folder, Plain())
    # Activations are int8, which a hybrid's state compounds; but those of FP8 are as they were.
    assert apart(plain, exact) < (1e-5 if form.method == "fp8" else 0.1)
    first = logits(folder, Cpu(2), PackStore(tmp_path / "packs"))
    # The same integers; exp and the order of some sums differ.
    assert apart(plain, first) < 1e-5
    assert np.array_equal(logits(folder, Cpu(1), PackStore(tmp_path / "packs")), first)


@pytest.mark.parametrize(
    "form", [Form("gptq", bits=8), Form("mlx", bits=8, group=64), Form("fp8", scale="BF16")], ids=str
)
def test_tiny_says_what_it_says_in_floats(form: Form, tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "tiny", form)
    model, tokenizer = (A.from_pretrained(folder) for A in (AutoModelForCausalLM, AutoTokenizer))
    theirs = AutoModelForCausalLM.from_pretrained("tiny").chat(tokenizer, QUESTION, temperature=0)[0]
    assert model.chat(tokenizer, QUESTION, temperature=0)[0] == theirs
    with pytest.raises(ValueError, match="quantised already"):
        AutoModelForCausalLM.from_pretrained(folder, quantization="int4")


def test_experts_as_mlx_stacks_them(tmp_path: Path) -> None:
    form = Form("mlx", group=32)
    files, _ = quantised(form, random_tensors(MOE))
    before = logits(write(tmp_path / "apart", MOE | form.config(), files), Cpu(1))
    stacked = {name: some for name, some in files.items() if ".experts." not in name}
    for name, (dtype, _) in files.items():
        layer, _, rest = name.partition(".experts.0.")
        if rest:
            every = [files[f"{layer}.experts.{e}.{rest}"][1] for e in range(MOE["num_experts"])]
            stacked[f"{layer}.switch_mlp.{rest}"] = dtype, np.stack(every)
    assert np.array_equal(logits(write(tmp_path / "stacked", MOE | form.config(), stacked), Cpu(1)), before)


def test_memory_is_what_the_file_has(tmp_path: Path) -> None:
    w = np.random.default_rng(0).standard_normal((256, 512)).astype(np.float32)
    for method, group, bits in [("gptq", g, b) for g in (32, 64, 128, -1) for b in (4, 8)] + [("awq", 32, 4), ("awq", 128, 4), ("mlx", 32, 4), ("mlx", 64, 8), ("fp8", 128, 8)]:  # fmt: skip
        form = Form(method, bits, group)
        files, _ = packed(form, "proj", w)
        folder = write(tmp_path / f"{method}{group}{bits}", {**DENSE, **form.config()}, files)
        made = Weights(open_checkpoint(folder).tensors(), Cpu(1), "bf16").matrix(["proj.weight"], [(256, 512)])
        assert made.n_bytes <= 1.1 * sum(bits.nbytes for _, bits in files.values()), form


def test_modules_that_stayed_floats(tmp_path: Path) -> None:
    """One of q, k and v, and a whole layer: as modules_to_not_convert leaves them."""
    form, floats = Form("awq", group=32), random_tensors(DENSE)
    kept = [name for name in floats if "layers.1." in name or "layers.0.self_attn.k" in name]
    files, values = quantised(form, {name: w for name, w in floats.items() if name not in kept})
    files |= {name: ("F32", floats[name]) for name in kept}
    said = form.config()
    said["quantization_config"]["modules_to_not_convert"] = ["model.layers.1", "k_proj"]
    folder = write(tmp_path / "some", DENSE | said, files)
    exact = write(tmp_path / "floats", DENSE, {})
    write_safetensors(exact / "model.safetensors", values | {name: floats[name] for name in kept})
    got, wanted = logits(folder, Cpu(1)), logits(exact, Plain())
    assert apart(got, wanted) < 0.06


def test_biases_of_zeros_are_no_leftovers(tmp_path: Path) -> None:
    form = Form("gptq", group=32)
    files, _ = quantised(form, random_tensors(DENSE))
    before = logits(write(tmp_path / "none", DENSE | form.config(), files), Cpu(1))
    name = "model.layers.0.mlp.down_proj.bias"
    zeros = {name: ("F16", np.zeros(128, np.uint16))}
    assert np.array_equal(logits(write(tmp_path / "zeros", DENSE | form.config(), files | zeros), Cpu(1)), before)
    with pytest.raises(CheckpointError, match=name):
        logits(write(tmp_path / "ones", DENSE | form.config(), files | {name: bf16(np.ones(128))}), Cpu(1))


def test_an_older_file_beside_the_config(tmp_path: Path) -> None:
    form = Form("gptq", group=32)
    files, values = quantised(form, random_tensors(DENSE))
    folder = write(tmp_path / "old", DENSE, files)
    said = {"bits": 4, "group_size": 32, "damp_percent": 0.01, "desc_act": False, "sym": True, "true_sequential": True}
    (folder / "quantize_config.json").write_text(json.dumps(said))
    name = "model.layers.0.mlp.up_proj.weight"
    assert np.array_equal(open_checkpoint(folder).tensors()[name].float32(), values[name])


def test_a_module_of_other_bits(tmp_path: Path) -> None:
    usual, other = Form("mlx", group=64), Form("mlx", 8, 32)
    files, values = quantised(usual, random_tensors(DENSE))
    name = "model.layers.0.self_attn.v_proj"
    more, values[f"{name}.weight"] = packed(other, name, values[f"{name}.weight"])
    said = usual.config()
    said["quantization"] |= {name: {"bits": 8, "group_size": 32}, "model.layers.0.self_attn.q_proj": True}
    folder = write(tmp_path / "mixed", DENSE | said, files | more)
    found = open_checkpoint(folder).tensors()[f"{name}.weight"]
    assert isinstance(found, Coded)
    assert found.grid.bits == 8
    exact = write(tmp_path / "floats", DENSE, {})
    write_safetensors(exact / "model.safetensors", values)
    got, wanted = logits(folder, Cpu(1)), logits(exact, Plain())
    assert apart(got, wanted) < 0.06


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"quant_method": "bitsandbytes"}, "quant_method is 'bitsandbytes'; known: 'awq', 'fp8', 'gptq'"),
        ({"quant_method": "gptq", "bits": 3}, "quantization_config: bits is 3; known: 4, 8"),
        ({"quant_method": "gptq", "bits": 4, "group_size": 16}, "group_size is 16; known: -1, 32, 64 and multiples"),
        ({"quant_method": "gptq", "bits": 4, "group_size": "x"}, "group_size is 'x'"),
        ({"quant_method": "gptq", "bits": 4, "checkpoint_format": "marlin"}, "checkpoint_format is 'marlin'"),
        ({"quant_method": "gptq", "bits": 4, "pack_dtype": "int8"}, "pack_dtype is 'int8'"),
        ({"quant_method": "gptq", "bits": 4, "dynamic": {"+:.*down.*": {"bits": 8}}}, "dynamic gives"),
        ({"quant_method": "fp8"}, "weight_block_size is None; known: .128, 128."),
        ({"quant_method": "fp8", "weight_block_size": [64, 128]}, "weight_block_size is .64, 128."),
        ({"quant_method": "fp8", "fmt": "e5m2"}, "fmt is 'e5m2'"),
        ({"quant_method": "fp8", "activation_scheme": "static"}, "activation_scheme is 'static'"),
        ({"quant_method": "awq", "bits": 8}, "bits is 8; known: 4"),
        ({"quant_method": "awq", "bits": 4, "version": "gemv"}, "version is 'gemv'; known: 'gemm'"),
        ({"quant_method": "awq", "bits": 4, "zero_point": False}, "zero_point is False"),
    ],
)
def test_settings_that_are_not_served_are_named(tmp_path: Path, said: dict[str, Any], words: str) -> None:
    folder = write(tmp_path, {**DENSE, "quantization_config": said}, {})
    with pytest.raises(CheckpointError, match=words):
        open_checkpoint(folder)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"bits": 3}, "quantization: bits is 3; known: 4, 8"),
        ({"bits": 4, "group_size": 16}, "group_size is 16"),
        ({"bits": 4, "mode": "mxfp4"}, "mode is 'mxfp4'; known: 'affine'"),
        ({"bits": 4, "lm_head": {"bits": 6}}, "lm_head: bits is 6"),
        ({"bits": 4, "lm_head": 6}, "lm_head is 6"),
    ],
)
def test_settings_of_mlx_that_are_not_served(tmp_path: Path, said: dict[str, Any], words: str) -> None:
    with pytest.raises(CheckpointError, match=words):
        open_checkpoint(write(tmp_path, {**DENSE, "quantization": said}, {}))


@pytest.mark.parametrize(
    ("form", "change", "words"),
    [
        (Form("gptq"), {"qzeros": None}, "proj.qzeros' is missing"),
        (Form("gptq"), {"scales": ("F32", np.zeros((1, 32), np.float32))}, "scales' has dtype F32; F16 or BF16"),
        (Form("gptq"), {"scales": ("F16", np.zeros((2, 32), np.uint16))}, r"shape \[2, 32\]; .* ask for \[1, 32\]"),
        (Form("gptq"), {"g_idx": ("I32", np.arange(128, dtype=np.int32))}, "g_idx' must give each group"),
        (Form("gptq"), {"weight": ("F16", np.zeros((32, 128), np.uint16))}, "quantised as well"),
        (Form("awq"), {"qweight": ("I32", np.zeros(4, np.int32))}, "two sizes"),
        (Form("gptq", group=-1), {"qweight": ("I32", np.zeros((0, 32), np.int32))}, "two sizes"),
        (Form("mlx"), {"biases": None}, "proj.biases' is missing"),
        (Form("mlx"), {"weight": ("U32", np.zeros((32, 18), np.uint32))}, r"ask for \[32, 2\]"),
        (Form("fp8", scale="F32"), {"weight": ("F8_E4M3", np.full((32, 128), 0xFF, np.uint8))}, "has NaN"),
        (Form("fp8", scale="F32"), {"weight": ("F8_E4M3", np.zeros((32, 129), np.uint8))}, r"ask for \[1, 2\]"),
        (Form("fp8", scale="F32"), {"weight": ("F8_E4M3", np.zeros(32, np.uint8))}, "two or three sizes"),
        (Form("mlx"), {"weight": ("F16", np.zeros((32, 16), np.uint16))}, "has dtype F16; U32"),
    ],
)
def test_tensors_that_don_t_fit(tmp_path: Path, form: Form, change: dict[str, Any], words: str) -> None:
    files, _ = packed(form, "proj", np.ones((32, 128), np.float32))
    files = {name: some for name, some in files.items() if name.partition(".")[2] not in change}
    files |= {f"proj.{end}": some for end, some in change.items() if some is not None}
    folder = write(tmp_path, {**DENSE, **form.config()}, files)
    with pytest.raises(CheckpointError, match=words):
        open_checkpoint(folder).tensors()["proj.weight"].float32()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("model.layers.0.mlp.experts.gate_up_proj", "experts with tensors of their own"),
        ("model.layers.0.mlp.gate_proj.weight", "there is no 'model.layers.0.mlp.gate_proj.weight_scale_inv'"),
    ],
)
def test_fp8_without_its_scales_says_so(name: str, says: str, tmp_path: Path) -> None:
    codes = np.zeros((4, 128), np.uint8)
    folder = write(tmp_path, DENSE | Form("fp8").config(), {name: ("F8_E4M3", codes)})
    with pytest.raises(CheckpointError, match=says):
        open_checkpoint(folder).tensors()[name]
