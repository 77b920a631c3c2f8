"""The random checkpoint: valid for the loaders of this package, the same bytes every time."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.shapes import QWEN3_06B, Shape, config_json, random_tensor, to_bf16, write_weights
from benchmarks.vocabulary import (
    SPLIT,
    RanksMissing,
    byte_letters,
    find_ranks,
    read_ranks,
    split_in_two,
    tokenizer_json,
)
from qwenchat.checkpoints.safetensors import open_safetensors

SMALL = Shape("small", n_layers=2, hidden=32, n_heads=4, n_kv_heads=2, head_dim=8, ffn=48, vocabulary=40)


def test_the_weights_file_is_read_by_our_own_loader(tmp_path: Path) -> None:
    write_weights(tmp_path / "model.safetensors", SMALL)
    file = open_safetensors(tmp_path / "model.safetensors")
    assert {name: tuple(entry.shape) for name, entry in file.entries.items()} == dict(SMALL.tensors())
    for name, size in SMALL.tensors():
        assert np.array_equal(file.tensor(name).bits, random_tensor(name, size))


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    write_weights(tmp_path / "one", SMALL)
    write_weights(tmp_path / "two", SMALL)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_large_writes_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_weights(tmp_path / "whole", SMALL)
    monkeypatch.setattr("benchmarks.shapes.WRITE_BYTES", 100)
    write_weights(tmp_path / "pieces", SMALL)
    assert (tmp_path / "whole").read_bytes() == (tmp_path / "pieces").read_bytes()


def test_weights_are_scaled_like_real_ones() -> None:
    matrix = (random_tensor("m", (64, 512)).astype(np.uint32) << 16).view(np.float32)
    norm = (random_tensor("n", (512,)).astype(np.uint32) << 16).view(np.float32)
    assert matrix.std() == pytest.approx(0.02, rel=0.05)
    assert norm.mean() == pytest.approx(1, abs=0.01)


def test_bf16_rounds_to_even() -> None:
    values = np.array([1.0, 1.00390625, 1.01171875, -2.5, 0.0], np.float32)  # the second and third lie half way
    assert to_bf16(values).tolist() == [0x3F80, 0x3F80, 0x3F82, 0xC020, 0x0000]


def test_sizes_of_the_real_shape() -> None:
    assert QWEN3_06B.matrix_elements() == 595_984_384
    assert QWEN3_06B.cache_bytes(1) == 112 << 10
    # 0.88 GFLOP for each prompt token outside logits and attention.
    logits = 2 * QWEN3_06B.vocabulary * QWEN3_06B.hidden
    assert (QWEN3_06B.prompt_operations(1) - logits) / 1e9 == pytest.approx(0.881, abs=0.001)
    assert config_json(QWEN3_06B)["num_hidden_layers"] == 28


def test_every_byte_has_its_own_letter() -> None:
    letters = byte_letters()
    assert len(set(letters)) == 256
    assert letters[ord("A")] == "A"
    assert letters[ord(" ")] == "Ġ"


def test_a_token_splits_into_the_parts_of_its_last_merge() -> None:
    ranks = {b"a": 0, b"b": 1, b"c": 2, b"ab": 3, b"abc": 4}
    assert split_in_two(b"abc", ranks) == (b"ab", b"c")


def test_tokenizer_json_of_a_handful_of_ranks() -> None:
    ranks = {b"a": 0, b"b": 1, b" ": 2, b" a": 3, b" ab": 4}
    made = tokenizer_json(ranks)
    assert made["model"]["vocab"] == {"a": 0, "b": 1, "Ġ": 2, "Ġa": 3, "Ġab": 4}
    assert made["model"]["merges"] == [["Ġ", "a"], ["Ġa", "b"]]
    assert made["added_tokens"][2]["content"] == "<|im_end|>"
    assert json.dumps(made)
    assert SPLIT in json.loads(json.dumps(made))["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"]


def test_the_real_vocabulary() -> None:
    try:
        path = find_ranks()
    except RanksMissing:
        pytest.skip("this machine has no dashscope package")
    ranks = read_ranks(path)
    assert len(ranks) == 151_643
