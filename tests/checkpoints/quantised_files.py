"""Checkpoints in the published quantised formats, packed number by number as their layouts are described."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from qwenchat import tiny
from qwenchat.checkpoints import open_tensors
from qwenchat.kernels import Tensor
from qwenchat.kernels.grids import e4m3
from tests.checkpoints.small_checkpoints import safetensors_bytes
from tests.models.random_model import bits_of

AWQ_ORDER = [0, 2, 4, 6, 1, 3, 5, 7]  # the output of each nibble of a word, lowest first
Files = dict[str, tuple[str, Any]]


@dataclass(frozen=True)
class Form:
    """One format and its settings."""

    method: str
    bits: int = 4
    group: int = 128
    v2: bool = False
    shuffled: bool = False  # GPTQ: inputs in groups of their own choice
    scale: str = "F16"

    def config(self) -> dict[str, Any]:
        """What config.json says."""
        if self.method == "mlx":
            said = {"group_size": self.group, "bits": self.bits}
            return {"quantization": said, "quantization_config": said}
        if self.method == "fp8":
            fp8 = {
                "activation_scheme": "dynamic",
                "fmt": "e4m3",
                "quant_method": "fp8",
                "weight_block_size": [128, 128],
            }
            return {"quantization_config": {**fp8, "modules_to_not_convert": ["lm_head", "model.norm"]}}
        both = {
            "bits": self.bits,
            "group_size": self.group,
            "quant_method": self.method,
            "modules_to_not_convert": None,
        }
        if self.method == "awq":
            return {"quantization_config": {**both, "version": "gemm", "zero_point": True}}
        made = {"damp_percent": 0.01, "desc_act": self.shuffled, "static_groups": False, "sym": False}
        form = {"checkpoint_format": "gptq_v2"} if self.v2 else {}
        return {"quantization_config": {**both, **made, **form, "true_sequential": True, "model_file_base_name": None}}


def packed(form: Form, name: str, w: np.ndarray, seed: int = 0) -> tuple[Files, np.ndarray]:
    """The matrix `w` [n_out, n_in] of the module `name`: its tensors, and the values they stand for."""
    if form.method == "fp8":
        return in_blocks(form, name, w)
    n_in = w.shape[1]
    group = n_in if form.group == -1 else form.group
    groups = np.arange(n_in) // group
    if form.shuffled:
        groups = np.random.default_rng(seed).permutation(groups)
    q, scale, zero, values = rounded(form, w, groups)
    each = 32 // form.bits
    if form.method == "mlx":
        words = words_of(q, form.bits, [*range(each)])
        return {
            f"{name}.weight": ("U32", words),
            f"{name}.scales": (form.scale, bits_of(scale, form.scale)),
            f"{name}.biases": (form.scale, bits_of(zero, form.scale)),
        }, values
    places = AWQ_ORDER if form.method == "awq" else [*range(each)]
    stored = zero if form.method == "awq" or form.v2 else (zero - 1) & ((1 << form.bits) - 1)
    words = words_of(q.T, form.bits, places) if form.method == "awq" else words_of(q, form.bits, places).T
    made: Files = {
        f"{name}.qweight": ("I32", words),
        f"{name}.qzeros": ("I32", words_of(stored.T, form.bits, places)),
        f"{name}.scales": (form.scale, bits_of(scale.T, form.scale)),
    }
    if form.method == "gptq":
        made[f"{name}.g_idx"] = ("I32", groups.astype(np.int32))
    return made, values


def in_blocks(form: Form, name: str, w: np.ndarray) -> tuple[Files, np.ndarray]:
    """The nearest of FP8's 254 numbers for each weight, a scale for each 128 x 128."""
    codes = np.array([c for c in range(256) if c & 127 != 127], np.uint8)
    known = e4m3(codes)
    ranked = np.argsort(known, kind="stable")
    ends = (known[ranked][1:] + known[ranked][:-1]) / 2
    scales = np.zeros((-(-w.shape[0] // 128), -(-w.shape[1] // 128)), np.float32)
    bits, values = np.zeros(w.shape, np.uint8), np.zeros(w.shape, np.float32)
    for i, j in np.ndindex(scales.shape):
        at = np.s_[i * 128 : (i + 1) * 128, j * 128 : (j + 1) * 128]
        most = np.abs(w[at]).max() / np.float32(448)
        scales[i, j] = most if form.scale == "F32" else kept(np.array(most), form.scale)
        which = ranked[np.searchsorted(ends, w[at] / scales[i, j])]
        bits[at], values[at] = codes[which], known[which] * scales[i, j]
    return {
        f"{name}.weight": ("F8_E4M3", bits),
        f"{name}.weight_scale_inv": (form.scale, bits_of(scales, form.scale)),
    }, values


def words_of(q: np.ndarray, bits: int, places: list[int]) -> np.ndarray:
    """Whole numbers [n, m] in words [n, m * bits / 32]; place i of a word, lowest first, holds its places[i]-th."""
    made = np.zeros((q.shape[0], q.shape[1] * bits // 32), np.uint32)
    for word in range(made.shape[1]):
        for i, which in enumerate(places):
            made[:, word] |= q[:, word * len(places) + which].astype(np.uint32) << np.uint32(bits * i)
    return made


def rounded(form: Form, w: np.ndarray, groups: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Codes [n_out, n_in], scales and zeros (MLX: biases) [n_out, n_groups], and what they stand for."""
    most, n_groups = (1 << form.bits) - 1, int(groups.max()) + 1
    q, values = np.zeros(w.shape, np.int64), np.zeros(w.shape, np.float32)
    scales = np.zeros((len(w), n_groups), np.float32)
    zeros = np.zeros((len(w), n_groups), np.float32 if form.method == "mlx" else np.int64)
    for g in range(n_groups):
        some = w[:, groups == g]
        low, high = np.minimum(some.min(axis=1), 0), np.maximum(some.max(axis=1), 0)
        scales[:, g] = scale = kept((high - low) / most, form.scale)
        if form.method == "mlx":
            zeros[:, g] = kept(low, form.scale)
            whole = np.clip(np.rint((some - zeros[:, g : g + 1]) / scale[:, None]), 0, most)
            values[:, groups == g] = whole.astype(np.float32) * scale[:, None] + zeros[:, g : g + 1]
        else:
            zeros[:, g] = np.clip(np.rint(-low / scale), 0, most)
            whole = np.clip(np.rint(some / scale[:, None]) + zeros[:, g : g + 1], 0, most)
            values[:, groups == g] = (whole - zeros[:, g : g + 1]).astype(np.float32) * scale[:, None]
        q[:, groups == g] = whole
    return q, scales, zeros, values


def kept(values: np.ndarray, dtype: str) -> np.ndarray:
    """Values as a checkpoint's type keeps them."""
    bits = bits_of(values.astype(np.float32), dtype)
    return bits.view(np.float16).astype(np.float32) if dtype == "F16" else (bits.astype(np.uint32) << 16).view(np.float32)  # fmt: skip


def is_linear(name: str) -> bool:
    """What GPTQ, AWQ and FP8 quantise: the matrices of the layers, but for those that gate."""
    return name.startswith(("model.layers.", "transformer.h.")) and name.endswith(("_proj.weight", ".w1.weight", ".w2.weight", "c_attn.weight", "in_proj_qkvz.weight"))  # fmt: skip


def quantised(form: Form, tensors: Mapping[str, np.ndarray]) -> tuple[Files, dict[str, np.ndarray]]:
    """A whole model's tensors in `form`, the rest in fp32; and the values of all of them."""
    files: Files = {}
    values: dict[str, np.ndarray] = {}
    for name, w in tensors.items():
        chosen = w.ndim == 2 if form.method == "mlx" else is_linear(name)
        if not chosen:
            files[name], values[name] = ("F32", w), w
            continue
        # The parts of a pair, or of q, k and v, are grouped alike: they were made from the same inputs.
        some, values[name] = packed(form, name.removesuffix(".weight"), w, seed=w.shape[1])
        files |= some
    return files, values


def write(folder: Path, config: Mapping[str, Any], files: Files) -> Path:
    """A checkpoint folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "model.safetensors").write_bytes(safetensors_bytes(files))
    return folder


def write_tiny(folder: Path, form: Form) -> Path:
    """The embedded model in `form`, with its tokenizer."""
    shutil.copytree(tiny.folder(), folder, ignore=shutil.ignore_patterns("*.safetensors", "__pycache__", "*.py"))
    tensors = open_tensors(tiny.folder())
    floats = {name: t.float32() for name, t in tensors.items() if isinstance(t, Tensor)}
    config = json.loads((folder / "config.json").read_text())
    return write(folder, config | form.config(), quantised(form, floats)[0])
