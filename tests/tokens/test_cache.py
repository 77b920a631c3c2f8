"""The compiled table on disk: made once, mapped later, never trusted blindly."""

import json
import os
import random
import zlib
from pathlib import Path

import pytest

from qwenchat.tokens import Tokenizer, TokenizerError, load_tokenizer
from qwenchat.tokens.cache import identity_of
from qwenchat.tokens.table import DamagedTable, open_table, pack_table
from qwenchat.tokens.tokenizer_json import read_tokenizer_json

from .conftest import GOLDEN

TEXT = "Hello, <think>river</think> 你好🙂"
HEADER_BYTES = 44


def only_table(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


def test_the_second_start_reads_no_source_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache" / "deeper"
    first = load_tokenizer(folder, cache)
    monkeypatch.setattr("qwenchat.tokens.load._read", lambda *_: pytest.fail("built again"))
    second = load_tokenizer(folder, cache)
    assert second.encode(TEXT) == first.encode(TEXT)
    assert (second.added, second.special_ids, second.n_vocab) == (first.added, first.special_ids, first.n_vocab)


@pytest.mark.parametrize("name", ["tokenizer.json", "tokenizer_config.json"])
def test_a_changed_source_makes_a_new_table_in_place_of_the_old(folder: Path, tmp_path: Path, name: str) -> None:
    cache = tmp_path / "cache"
    load_tokenizer(folder, cache)
    if name == "tokenizer.json":
        fields = json.loads((folder / name).read_text())
        fields["added_tokens"][-1]["content"] = "<teapot>"
        (folder / name).write_text(json.dumps(fields))
        assert "<teapot>" in load_tokenizer(folder, cache).added
    else:
        (folder / name).write_text(json.dumps({"added_tokens_decoder": {"880": {"content": "<teapot>"}}}))
        assert load_tokenizer(folder, cache).added["<teapot>"] == 880
    assert only_table(cache)


def test_the_same_size_and_time_do_not_hide_a_change(folder: Path) -> None:
    source = folder / "tokenizer.json"
    before, times = identity_of([source]), source.stat()
    source.write_text(source.read_text().replace("<notebook>", "<notecook>"))
    os.utime(source, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert source.stat().st_size == times.st_size
    assert identity_of([source]) != before


def test_two_folders_have_two_tables(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load_tokenizer(folder, cache)
    load_tokenizer(GOLDEN / "qwen3.5", cache)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize(
    "damage", ["empty", "cut", "longer", "magic", "version", "description", "zeros", "text", "folder"]
)
def test_a_damaged_cache_is_rebuilt(folder: Path, tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "cache"
    expected = load_tokenizer(folder, cache).encode(TEXT)
    path = only_table(cache)
    whole = path.read_bytes()
    damaged = {
        "empty": b"",
        "cut": whole[: len(whole) // 2],
        "longer": whole + b"\0",
        "magic": b"X" + whole[1:],
        "version": whole[:8] + b"\xff" + whole[9:],
        "description": whole[:60] + b"~" + whole[61:],
        "zeros": bytes(len(whole)),
        "text": b"not a table at all",
    }
    if damage == "folder":
        path.unlink()
        path.mkdir()
        assert load_tokenizer(folder, cache).encode(TEXT) == expected
        return
    path.unlink()  # a new file: the old one is still mapped
    path.write_bytes(damaged[damage])
    assert load_tokenizer(folder, cache).encode(TEXT) == expected
    assert only_table(cache).read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_error(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert load_tokenizer(folder, tmp_path / "file" / "cache").encode("<think>") == [862]
    assert load_tokenizer(folder, Path("/proc/nowhere")).encode("<think>") == [862]


def test_no_unfinished_file_stays(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    assert load_tokenizer(folder, tmp_path / "cache").encode("<think>") == [862]
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_mapped_table_outlives_its_file(folder: Path, tmp_path: Path) -> None:
    load_tokenizer(folder, tmp_path / "cache")
    tokenizer = load_tokenizer(folder, tmp_path / "cache")
    only_table(tmp_path / "cache").unlink()
    assert tokenizer.decode(tokenizer.encode(TEXT)) == TEXT


def resealed(packed: bytearray) -> bytes:
    """The bytes with a header checksum that holds: what only malice would write."""
    n_description = int.from_bytes(packed[20:24], "little")
    checksum = zlib.crc32(packed[: HEADER_BYTES - 4] + packed[HEADER_BYTES : HEADER_BYTES + n_description])
    packed[HEADER_BYTES - 4 : HEADER_BYTES] = checksum.to_bytes(4, "little")
    return bytes(packed)


def use_all(packed: bytes) -> None:
    """Open and use the table; it may be refused or talk nonsense, but never crash."""
    try:
        tokenizer = Tokenizer(*open_table(packed, "it"))
    except DamagedTable:
        return
    for use in (lambda: tokenizer.encode_text(TEXT * 3), lambda: tokenizer.decode(range(tokenizer.n_vocab))):
        try:
            use()
        except TokenizerError:
            continue


def test_hostile_tables_never_crash() -> None:
    packed = pack_table(read_tokenizer_json(GOLDEN / "qwen2"), "it")
    assert resealed(bytearray(packed)) == packed, "the header has changed: change HEADER_BYTES"
    use_all(packed)
    random_ = random.Random(7)
    for _ in range(1500):
        hostile = bytearray(packed)
        for _ in range(random_.randrange(1, 4)):
            if random_.random() < 0.3:  # a field of the header
                at = random_.randrange(8, HEADER_BYTES - 4)
            else:
                at = random_.randrange(HEADER_BYTES, len(hostile))
            hostile[at] = random_.choice([0, 1, 0x7F, 0x80, 0xFF, random_.randrange(256)])
        use_all(resealed(hostile))


def test_every_kind_of_hostile_index_is_refused() -> None:
    packed = pack_table(read_tokenizer_json(GOLDEN / "qwen2"), "it")
    n_description = int.from_bytes(packed[20:24], "little")
    n_slots = int.from_bytes(packed[32:36], "little")
    byte_ids_at = -(-(HEADER_BYTES + n_description) // 64) * 64
    for at, message in (
        (byte_ids_at, "byte ids name unknown tokens"),
        (byte_ids_at + 1024, "token offsets are not in order"),
        (len(packed) - 16 * n_slots, "merges name unknown tokens"),
    ):
        for place in range(at, len(packed), 16):
            hostile = bytearray(packed)
            if hostile[place + 3] == 0xFF:  # an empty slot
                continue
            hostile[place : place + 4] = b"\xfe\xff\xff\x7f"
            with pytest.raises(DamagedTable, match=message):
                open_table(resealed(hostile), "it")
            break


def test_a_table_of_another_identity_is_not_used() -> None:
    packed = pack_table(read_tokenizer_json(GOLDEN / "qwen2"), "it")
    with pytest.raises(DamagedTable, match="made from other files"):
        open_table(packed, "something else")
