"""safetensors: what good files hold, and what each kind of bad file is told."""

import contextlib
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.checkpoints import CheckpointError
from qwenchat.checkpoints.safetensors import open_safetensors
from tests.checkpoints.small_checkpoints import bf16, safetensors_bytes

GOOD = safetensors_bytes(
    {
        "a": ("F32", np.arange(6, dtype=np.float32).reshape(2, 3)),
        "b": bf16([1.5, -2.0, 0.25, 8.0]),
        "c": ("F16", np.array([[0.5], [3.0]], np.float16)),
        "scalar": ("F32", np.array(4.0, np.float32)),
        "none": ("F32", np.zeros((0, 5), np.float32)),
        "ids": ("I64", np.arange(3)),
    },
    {"format": "pt"},
)


def header_file(header: Any, body: bytes = b"") -> bytes:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(raw)) + raw + body


def one(dtype: Any = "F32", shape: Any = (2,), offsets: Any = (0, 8), **more: Any) -> dict[str, Any]:
    return {"w": {"dtype": dtype, "shape": shape, "data_offsets": offsets, **more}}


def test_tensors_have_their_values_and_are_mapped(tmp_path: Path) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(GOOD)
    file = open_safetensors(path)
    assert list(file.entries) == ["a", "b", "c", "scalar", "none", "ids"]
    assert file.tensor("a").float32().tolist() == [[0, 1, 2], [3, 4, 5]]
    assert file.tensor("b").dtype == "bf16"
    assert file.tensor("b").bits.dtype == np.uint16
    assert file.tensor("b").float32().tolist() == [1.5, -2.0, 0.25, 8.0]
    assert file.tensor("c").float32().tolist() == [[0.5], [3.0]]
    assert file.tensor("scalar").shape == ()
    assert file.tensor("none").shape == (0, 5)
    assert not file.tensor("a").bits.flags.owndata
    assert not file.tensor("a").bits.flags.writeable


def test_other_types_are_refused_by_name_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(GOOD)
    with pytest.raises(CheckpointError, match=r"x\.safetensors: tensor 'ids' has dtype I64"):
        open_safetensors(path).tensor("ids")


def test_an_unaligned_tensor_is_copied(tmp_path: Path) -> None:
    path = tmp_path / "x.safetensors"
    raw = b'{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}'
    path.write_bytes(header_file(raw + b" " * (1 - len(raw) % 4), np.array([1, 2], np.float32).tobytes()))
    found = open_safetensors(path).tensor("w")
    assert found.bits.flags.aligned
    assert found.float32().tolist() == [1, 2]


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "cut short, 0 bytes where its header promises 8"),
    "seven bytes": (b"\1\0\0\0\0\0\0", "cut short"),
    "a git lfs pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n", "git lfs pull"),
    "huge header": (struct.pack("<Q", 1 << 60) + b"{}", "not a safetensors file"),
    "header length 0": (struct.pack("<Q", 0), "not a safetensors file"),
    "half a header": (struct.pack("<Q", 1000) + b"{", "cut short, 9 bytes where its header promises 1,008"),
    "a zip": (b"PK\3\4\0\0\0\0" + b"\0" * 100, "not a safetensors file"),
    "not json": (header_file(b"{nope}"), "not JSON, line 1 column 2"),
    "array": (header_file(b"[1, 2]"), "not a safetensors file"),
    "not utf-8": (header_file(b'{"\xff": 1}'), "not UTF-8"),
    "same name twice": (header_file(b'{"w": 1, "w": 2}'), "the key 'w' appears twice"),
    "deep": (header_file(b'{"w":' + b"[" * 100_000 + b"]" * 100_000 + b"}"), "nested deeper"),
    "rather deep": (header_file(b'{"w":' + b"[" * 50 + b"]" * 50 + b"}"), "nested deeper"),
    "many empty lists": (header_file(b'{"w":[' + b"[]," * 600_000 + b"1]}"), "too many JSON values"),
    "many digits": (header_file(b'{"w":' + b"9" * 6000 + b"}"), "6000 digits"),
    "infinite": (header_file(b'{"w": 1e999}'), "not a finite number"),
    "nan": (header_file(b'{"w": NaN}'), "not a finite number"),
    "entry is a number": (header_file({"w": 3}), "'w' must have dtype, shape and data_offsets"),
    "key too many": (header_file(one(zip="no"), b"\0" * 8), "and nothing else"),
    "metadata is no text": (header_file({"__metadata__": {"a": 1}}), "__metadata__ must map text to text"),
    "long name": (header_file({"n" * 2000: one()["w"]}, b"\0" * 8), "a tensor name of 2,000 characters"),
    "dtype is a list": (header_file(one(dtype=["F32"]), b"\0" * 8), "dtype must be"),
    "negative size": (header_file(one(shape=[-2]), b"\0" * 8), "shape must be"),
    "true as a size": (header_file(one(shape=[True, 2]), b"\0" * 8), "shape must be"),
    "size 2.0": (header_file(one(shape=[2.0]), b"\0" * 8), "shape must be"),
    "nine dimensions": (header_file(one(shape=[1] * 8 + [2]), b"\0" * 8), "shape must be up to 8"),
    "offsets backwards": (header_file(one(offsets=[8, 0]), b"\0" * 8), "data_offsets must be"),
    "three offsets": (header_file(one(offsets=[0, 4, 8]), b"\0" * 8), "data_offsets must be"),
    "shape too large": (header_file(one(shape=[1 << 62, 1 << 62]), b"\0" * 8), "its data_offsets hold 8"),
    "shape too small": (header_file(one(shape=[1]), b"\0" * 8), r"F32 \[1\] needs 4 bytes"),
    "hole at the start": (header_file(one(offsets=[8, 16]), b"\0" * 16), "leaves a hole"),
    "overlap": (header_file({**one(), "v": one(offsets=[4, 12])["w"]}, b"\0" * 12), "'v' overlaps"),
    "beyond the end": (header_file(one(), b"\0" * 7), "cut short, .* fetch it again"),
    "bytes at the end": (header_file(one(), b"\0" * 9), "1 bytes follow the last tensor"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_files_are_named_errors(kind: str, tmp_path: Path) -> None:
    raw, words = BAD[kind]
    path = tmp_path / "x.safetensors"
    path.write_bytes(raw)
    with pytest.raises(CheckpointError, match=words) as e:
        open_safetensors(path)
    assert str(path) in str(e.value)
    assert len(str(e.value)) < 1000


def test_a_folder_or_nothing_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent"):
        with pytest.raises(CheckpointError, match="not a file"):
            open_safetensors(path)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Path]:
    path = tmp_path_factory.mktemp("fuzz") / "x.safetensors"

    def written(raw: bytes) -> Path:
        path.unlink(missing_ok=True)
        path.write_bytes(raw)
        return path

    return written


def look_at_everything(path: Path) -> None:
    file = open_safetensors(path)
    for name in file.entries:
        try:
            found = file.tensor(name)
        except CheckpointError:
            continue
        assert found.bits.nbytes <= path.stat().st_size
        found.float32()


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
@settings(max_examples=400, deadline=None)
def test_flipped_bytes_give_tensors_or_a_checkpoint_error(
    scratch: Callable[[bytes], Path], flips: list[tuple[int, int]]
) -> None:
    raw = bytearray(GOOD)
    for at, byte in flips:
        raw[at] = byte
    with contextlib.suppress(CheckpointError):
        look_at_everything(scratch(bytes(raw)))


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=16))
@settings(max_examples=200, deadline=None)
def test_cut_and_lengthened_files_give_a_checkpoint_error(
    scratch: Callable[[bytes], Path], end: int, more: bytes
) -> None:
    with pytest.raises(CheckpointError):
        look_at_everything(scratch(GOOD[:end]))
    if more:
        with pytest.raises(CheckpointError):
            look_at_everything(scratch(GOOD + more))
