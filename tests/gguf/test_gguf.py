"""The GGUF reader on files that lie: every one ends in an error, none in a crash or in memory it asked for."""

import random
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from qwenchat.gguf import GgufError, Strings, open_gguf


def text(value: str) -> bytes:
    raw = value.encode()
    return struct.pack("<Q", len(raw)) + raw


def tensor(name: str, kind: int, offset: int, *sizes: int) -> bytes:
    return text(name) + struct.pack(f"<I{len(sizes)}QIQ", len(sizes), *sizes, kind, offset)


PAIRS = [
    text("general.architecture") + struct.pack("<I", 8) + text("qwen3"),
    text("a.number") + struct.pack("<If", 6, 0.5),
    text("words") + struct.pack("<IIQ", 9, 8, 2) + text("one") + text("zwei é"),
    text("kinds") + struct.pack("<IIQ3i", 9, 5, 3, 1, -2, 3),
    text("yes") + struct.pack("<I?", 7, True),
]
TENSORS = [tensor("m", 0, 0, 4, 2), tensor("q", 2, 32, 64, 3)]


def whole(pairs: list[bytes] = PAIRS, tensors: list[bytes] = TENSORS, body: int = 32 + 108, version: int = 3) -> bytes:
    head = b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(pairs)) + b"".join(pairs) + b"".join(tensors)
    return head.ljust(-(-len(head) // 32) * 32, b"\0") + bytes(range(body))


def write(folder: Path, raw: bytes) -> Path:
    path = folder / "m.gguf"
    path.write_bytes(raw)
    return path


def test_a_good_file(tmp_path: Path) -> None:
    file = open_gguf(write(tmp_path, whole()))
    assert file.pairs["general.architecture"] == "qwen3"
    assert file.pairs["a.number"] == 0.5
    assert [*file.pairs["words"]] == ["one", "zwei é"]
    assert isinstance(file.pairs["words"], Strings)
    assert np.array_equal(file.pairs["kinds"], [1, -2, 3])
    assert file.pairs["yes"] is True
    assert file.places["q"].shape == (3, 64)
    assert file.kind("q") == "Q4_0"
    begin, end = file.spans["q"]
    assert (end - begin, end) == (108, file.n_bytes)
    assert begin % 32 == 0
    assert file.header == whole()[: len(file.header)]


HUGE = 2**63 - 1
BAD = {
    "empty": (b"", "empty"),
    "another format": (b"PK\3\4" + bytes(60), "not a GGUF file"),
    "version": (whole(version=1), "version 1"),
    "big-endian": (b"GGUF" + struct.pack(">I", 3) + bytes(60), "little-endian"),
    "count of tensors": (b"GGUF" + struct.pack("<IQQ", 3, HUGE, 0), "tensors"),
    "count of keys": (b"GGUF" + struct.pack("<IQQ", 3, 0, HUGE), "keys"),
    "keys that aren't there": (b"GGUF" + struct.pack("<IQQ", 3, 0, 5), "cut short"),
    "length of a key": (whole([struct.pack("<Q", HUGE)]), "bytes in a key"),
    "length of a text": (whole([text("k") + struct.pack("<IQ", 8, 1 << 24)]), "cut short"),
    "key that is no text": (whole([struct.pack("<Q", 2) + b"\xff\xfe" + struct.pack("<IB", 0, 1)]), "UTF-8"),
    "type of a value": (whole([text("k") + struct.pack("<I", 77)]), "unknown type 77"),
    "array of arrays": (whole([text("k") + struct.pack("<IIQ", 9, 9, 1)]), "array of the type 9"),
    "length of an array": (whole([text("k") + struct.pack("<IIQ", 9, 12, HUGE)]), "values in k"),
    "array of numbers": (whole([text("k") + struct.pack("<IIQ", 9, 12, 300)]), "cut short"),
    "number of strings": (whole([text("k") + struct.pack("<IIQ", 9, 8, HUGE)]), "strings in k"),
    "strings that aren't there": (whole([text("k") + struct.pack("<IIQ", 9, 8, 1 << 20)]), "cut short"),
    "length of a string": (whole([text("k") + struct.pack("<IIQQ", 9, 8, 1, HUGE)]), "cut short"),
    "key twice": (whole([PAIRS[1], PAIRS[1]]), "appears twice"),
    "tensor twice": (whole(tensors=[TENSORS[0], TENSORS[0]]), "appears twice"),
    "no dimensions": (whole(tensors=[tensor("m", 0, 0)]), "0 dimensions"),
    "many dimensions": (whole(tensors=[tensor("m", 0, 0, 1, 1, 1, 1, 1)]), "5 dimensions"),
    "size beyond the file": (whole(tensors=[tensor("m", 0, 0, HUGE, HUGE)]), "cut short"),
    "size of zero": (whole(tensors=[tensor("m", 0, 0, 0, 4)]), "no matrix of F32"),
    "half a block": (whole(tensors=[tensor("q", 2, 0, 48, 1)]), "no matrix of Q4_0"),
    "type of a tensor": (whole(tensors=[tensor("q", 99, 0, 32, 1)]), "type 99"),
    "offset": (whole(tensors=[tensor("m", 0, HUGE - HUGE % 32, 4, 2)]), "cut short"),
    "crooked offset": (whole(tensors=[tensor("m", 0, 4, 4, 2)]), "multiple of 32"),
    "overlap": (whole(tensors=[TENSORS[0], tensor("q", 2, 0, 64, 1)]), "overlap"),
    "alignment": (whole([text("general.alignment") + struct.pack("<II", 4, 0)]), "general.alignment"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_lie_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    raw, words = BAD[name]
    path = write(tmp_path, raw)
    tracemalloc.start()
    with pytest.raises(GgufError, match=words) as caught:
        open_gguf(path)
    assert tracemalloc.get_traced_memory()[1] < 1 << 20
    tracemalloc.stop()
    assert str(path) in str(caught.value)


def test_strings_that_are_no_text_are_an_error_when_read(tmp_path: Path) -> None:
    pairs = [text("k") + struct.pack("<IIQQ", 9, 8, 1, 2) + b"\xff\xfe"]
    with pytest.raises(GgufError, match="string 0 is not UTF-8"):
        [*open_gguf(write(tmp_path, whole(pairs))).pairs["k"]]
    with pytest.raises(GgufError, match="k must be text"):
        open_gguf(write(tmp_path, whole(pairs))).text("k")


def test_every_cut_and_most_damages_are_errors_or_harmless(tmp_path: Path) -> None:
    good = whole()
    for n in range(len(good)):
        with pytest.raises(GgufError):
            open_gguf(write(tmp_path, good[:n]))
    rng = random.Random(1)
    for _ in range(400):
        bad = bytearray(good)
        for _ in range(rng.randint(1, 4)):
            bad[rng.randrange(len(bad) - 140)] = rng.randrange(256)
        try:
            file = open_gguf(write(tmp_path, bytes(bad)))
            assert all(end <= file.n_bytes for _, end in file.spans.values())
        except GgufError:
            pass
