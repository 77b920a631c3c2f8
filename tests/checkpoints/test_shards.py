"""Folders of weights: single, sharded, incomplete, of the wrong kind."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat.checkpoints import CheckpointError, open_tensors
from tests.checkpoints.small_checkpoints import qwen3_tensors, safetensors_bytes

INDEX = "model.safetensors.index.json"


def test_one_file_and_shards_hold_the_same(qwen3_folder: Path, sharded_folder: Path) -> None:
    single, sharded = open_tensors(qwen3_folder), open_tensors(sharded_folder)
    assert sorted(single) == sorted(sharded) == sorted(qwen3_tensors())
    for name in single:
        np.testing.assert_array_equal(single[name].bits, sharded[name].bits)
    assert len(sharded.files) == 2


def test_a_shard_reached_through_a_link_is_read(qwen3_folder: Path, tmp_path: Path) -> None:
    # The hub's cache keeps its files elsewhere and links to them.
    (tmp_path / "blob").write_bytes((qwen3_folder / "model.safetensors").read_bytes())
    (qwen3_folder / "model.safetensors").unlink()
    (qwen3_folder / "model.safetensors").symlink_to(tmp_path / "blob")
    assert len(open_tensors(qwen3_folder)) == len(qwen3_tensors())


def test_a_missing_shard_is_named(sharded_folder: Path) -> None:
    (sharded_folder / "model-00002-of-00002.safetensors").unlink()
    with pytest.raises(CheckpointError, match=r"1 of 2 weight files are missing \(model-00002-of-00002.safetensors\)"):
        open_tensors(sharded_folder)


def test_a_half_downloaded_shard_is_named_with_both_sizes(sharded_folder: Path) -> None:
    shard = sharded_folder / "model-00002-of-00002.safetensors"
    whole = shard.read_bytes()
    shard.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CheckpointError, match=f"cut short, {len(whole) // 2:,} bytes .* promises {len(whole):,}"):
        open_tensors(sharded_folder)


@pytest.mark.parametrize(
    "place",
    [
        "../model.safetensors",
        "/etc/x.safetensors",
        "a/b.safetensors",
        "a\\b.safetensors",
        "..",
        ".safetensors",
        "model.bin",
        "C:x.safetensors",
        "x\n.safetensors",
        "x\0.safetensors",
        "x" * 300 + ".safetensors",
        7,
        None,
        ["model.safetensors"],
    ],
)
def test_an_index_may_only_name_files_beside_it(sharded_folder: Path, place: Any) -> None:
    index = json.loads((sharded_folder / INDEX).read_text())
    index["weight_map"]["model.norm.weight"] = place
    (sharded_folder / INDEX).write_text(json.dumps(index))
    with pytest.raises(CheckpointError, match=r"tensor 'model.norm.weight' is said to be in"):
        open_tensors(sharded_folder)


@pytest.mark.parametrize("index", ["{}", '{"weight_map": []}', '{"weight_map": {}}', '{"weight_map": 3}'])
def test_an_index_without_a_map_is_an_error(sharded_folder: Path, index: str) -> None:
    (sharded_folder / INDEX).write_text(index)
    with pytest.raises(CheckpointError, match="weight_map is missing"):
        open_tensors(sharded_folder)


def test_an_index_that_names_the_wrong_shard_is_an_error(sharded_folder: Path) -> None:
    index = json.loads((sharded_folder / INDEX).read_text())
    index["weight_map"]["model.embed_tokens.weight"] = "model-00002-of-00002.safetensors"
    (sharded_folder / INDEX).write_text(json.dumps(index))
    with pytest.raises(CheckpointError, match=r"'model.embed_tokens.weight' is missing, which"):
        open_tensors(sharded_folder)


def test_a_tensor_in_two_shards_is_an_error(sharded_folder: Path) -> None:
    names = list(qwen3_tensors().items())
    (sharded_folder / "model-00002-of-00002.safetensors").write_bytes(safetensors_bytes(dict(names[8:])))
    with pytest.raises(CheckpointError, match=f"{names[8][0]}' is also in model-00001"):
        open_tensors(sharded_folder)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["pytorch_model.bin"], "only pickled weights"),
        (["model.pth"], "only pickled weights"),
        (["qwen-q8_0.gguf"], "give one of its GGUF files"),
        (["adapter_config.json", "adapter_model.safetensors"], "LoRA adapter"),
        (["model-00001-of-00002.safetensors"], "index.json is missing"),
        (["README.md"], "no weights. Expected model.safetensors.* the folder has README.md"),
        ([], "the folder has nothing"),
    ],
)
def test_folders_without_weights_say_what_they_have(tmp_path: Path, names: list[str], words: str) -> None:
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(CheckpointError, match=words):
        open_tensors(tmp_path)
