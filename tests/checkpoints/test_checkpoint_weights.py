"""Weights: names and shapes are checked, leftovers are named, values arrive."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat.checkpoints import CheckpointError, Weights, open_tensors
from qwenchat.kernels.plain import Plain
from tests.checkpoints.small_checkpoints import bf16, qwen3_tensors, safetensors_bytes, take_everything

LAYER = "model.layers.0."
QKV = [LAYER + f"self_attn.{part}_proj.weight" for part in "qkv"]


def folder_with(folder: Path, tensors: dict[str, Any]) -> Path:
    (folder / "model.safetensors").unlink()  # a mapped file is never changed in place
    (folder / "model.safetensors").write_bytes(safetensors_bytes(tensors))
    return folder


@pytest.mark.parametrize("kind", ["qwen3_folder", "sharded_folder"])
def test_a_whole_model_loads(kind: str, request: pytest.FixtureRequest) -> None:
    kernels = Plain()
    w = Weights(open_tensors(request.getfixturevalue(kind)), kernels, "fp32")
    made = take_everything(w)
    w.finish()
    q, k, v = (np.asarray(qwen3_tensors()[name][1]) for name in QKV)
    expected = (np.concatenate([q, k, v]).astype(np.uint32) << 16).view(np.float32)
    x = np.eye(8, dtype=np.float32)
    np.testing.assert_array_equal(kernels.linear(x, made[LAYER + "qkv"]), expected.T)


def test_biases_belong_to_their_matrices(qwen3_folder: Path) -> None:
    biases = {name.replace("weight", "bias"): bf16(np.arange(n)) for name, n in zip(QKV, (8, 4, 4), strict=True)}
    kernels = Plain()
    w = Weights(open_tensors(folder_with(qwen3_folder, qwen3_tensors() | biases)), kernels, "fp32")
    made = w.matrix(QKV, [(8, 8), (4, 8), (4, 8)], bias=list(biases))
    y = kernels.linear(np.zeros((1, 8), np.float32), made)
    assert y[0].tolist() == [*range(8), *range(4), *range(4)]


def test_a_missing_tensor_is_named_with_its_neighbours(qwen3_folder: Path) -> None:
    w = Weights(open_tensors(qwen3_folder), Plain(), "fp32")
    with pytest.raises(CheckpointError, match=r"'model.norm.wieght' is missing .* 'model.norm.weight'"):
        w.vector("model.norm.wieght", 8)
    with pytest.raises(CheckpointError, match=r"'model.layers.2.mlp.down_proj.weight' is missing"):
        w.matrix(["model.layers.2.mlp.down_proj.weight"], [(8, 16)])


def test_a_misshapen_tensor_is_named_with_both_shapes(qwen3_folder: Path) -> None:
    w = Weights(open_tensors(qwen3_folder), Plain(), "fp32")
    with pytest.raises(CheckpointError, match=r"'model.norm.weight': expected \[9\] .* the file has \[8\]"):
        w.vector("model.norm.weight", 9)
    with pytest.raises(CheckpointError, match=r"expected \[8, 9\]"):
        w.matrix(QKV, [(8, 9), (4, 9), (4, 9)])
    with pytest.raises(CheckpointError, match=r"expected \[32\] .* has \[32, 8\]"):
        w.vector("model.embed_tokens.weight", 32)


def test_leftover_tensors_are_named(qwen3_folder: Path) -> None:
    extra = {f"model.layers.{i}.extra.weight": bf16([1.0]) for i in range(7)}
    w = Weights(open_tensors(folder_with(qwen3_folder, qwen3_tensors() | extra)), Plain(), "fp32")
    take_everything(w)
    with pytest.raises(CheckpointError, match=r"7 tensors belong to nothing .*layers.4.extra.weight' and 2 more"):
        w.finish()


def test_rope_frequencies_may_be_left_over(qwen3_folder: Path) -> None:
    extra = {"model.layers.0.self_attn.rotary_emb.inv_freq": ("I64", np.zeros(2, np.int64))}
    w = Weights(open_tensors(folder_with(qwen3_folder, qwen3_tensors() | extra)), Plain(), "fp32")
    take_everything(w)
    w.finish()


def test_an_unused_head_must_be_the_embedding_again(qwen3_folder: Path) -> None:
    tensors = qwen3_tensors()
    same = tensors | {"lm_head.weight": tensors["model.embed_tokens.weight"]}
    w = Weights(open_tensors(folder_with(qwen3_folder, same)), Plain(), "fp32")
    take_everything(w)
    w.finish()

    other = tensors | {"lm_head.weight": bf16(np.ones((32, 8)))}
    w = Weights(open_tensors(folder_with(qwen3_folder, other)), Plain(), "fp32")
    take_everything(w)
    with pytest.raises(CheckpointError, match="Set tie_word_embeddings to false"):
        w.finish()


def test_a_quantised_tensor_is_refused_by_name(qwen3_folder: Path) -> None:
    tensors = qwen3_tensors() | {"model.norm.weight": ("I8", np.zeros(8, np.int8))}
    w = Weights(open_tensors(folder_with(qwen3_folder, tensors)), Plain(), "fp32")
    with pytest.raises(CheckpointError, match=r"'model.norm.weight' has dtype I8"):
        w.vector("model.norm.weight", 8)


def test_the_index_and_the_config_are_json(sharded_folder: Path) -> None:
    (sharded_folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": {}})[:-1])
    with pytest.raises(CheckpointError, match=r"index.json: not JSON, line 1"):
        open_tensors(sharded_folder)
