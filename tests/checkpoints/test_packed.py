"""The packed cache: found again, made again when anything is off, and never in the way."""

import json
import logging
import multiprocessing
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from qwenchat.checkpoints import PackStore, Weights, default_cache_dir, open_tensors
from qwenchat.checkpoints.packed import LARGE_FROM, LARGE_PAGE, PackedWeight, _map, _write
from qwenchat.kernels.grids import Coded
from qwenchat.kernels.plain import Plain
from qwenchat.kernels.words import Format, Order, Tensor
from tests.checkpoints.small_checkpoints import qwen3_tensors, safetensors_bytes, take_everything


class Packing(Plain):
    """The plain voice, with weights that pack: fp32 bytes, and a count of how often it packed."""

    layout = "packing-1"

    def __init__(self) -> None:
        self.n_packed = 0

    def weight(
        self, parts: Sequence[Tensor], fmt: Format, order: Order = "stacked", bias: Sequence[Tensor] = ()
    ) -> Any:
        self.n_packed += 1
        return np.concatenate([p.float32() for p in parts])

    def packed(self, w: Any) -> Any:
        return {"values": w.view(np.uint8).reshape(-1), "empty": np.zeros(0, np.uint8)}

    def restore(
        self,
        buffers: Mapping[str, NDArray[np.uint8]],
        shape: tuple[int, int],
        fmt: Format,
        order: Order,
        like: Coded | None = None,
    ) -> Any:
        if buffers["values"].size != 4 * shape[0] * shape[1]:
            raise ValueError("wrong size")
        return buffers["values"].view(np.float32).reshape(shape)


def load(folder: Path, cache: Path, voice: Packing | None = None, fmt: Format = "int8") -> tuple[dict[str, Any], int]:
    """Everything, and how many weights had to be packed."""
    voice = voice or Packing()
    w = Weights(open_tensors(folder), voice, fmt, PackStore(cache))
    made = take_everything(w)
    w.finish()
    return {k: np.asarray(v) for k, v in made.items() if k == "head" or k.startswith("model.layers")}, voice.n_packed


def only_pack(cache: Path) -> Path:
    (pack,) = cache.iterdir()
    return pack


def same(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert a.keys() == b.keys()
    for key, values in a.items():
        np.testing.assert_array_equal(values, b[key])


def test_the_second_start_packs_nothing(qwen3_folder: Path, tmp_path: Path) -> None:
    first, n_first = load(qwen3_folder, tmp_path / "cache")
    second, n_second = load(qwen3_folder, tmp_path / "cache")
    assert (n_first, n_second) == (9, 0)
    same(first, second)
    assert only_pack(tmp_path / "cache").stat().st_mode & 0o077 == 0


def test_the_compiled_voices_weights_come_back_bit_by_bit(qwen3_folder: Path, tmp_path: Path) -> None:
    from qwenchat.kernels.cpu import Cpu

    kept: list[Mapping[str, Any]] = []
    for _ in range(2):
        voice = Cpu(1)
        w = Weights(open_tensors(qwen3_folder), voice, "int8", PackStore(tmp_path / "cache"))
        made = take_everything(w)
        w.finish()
        matrices = {k: m for k, m in made.items() if k == "head" or k.endswith(("qkv", ".o", "gate_up", "down"))}
        kept.append({k: {n: b.copy() for n, b in voice.packed(m).items()} for k, m in matrices.items()})
    assert len(kept[0]) == 9
    for key, buffers in kept[0].items():
        same(dict(buffers), dict(kept[1][key]))
    assert only_pack(tmp_path / "cache").suffix == ".pack"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this machine has no /proc")
def test_packing_gives_the_sources_pages_back(tmp_path: Path) -> None:
    def mapped_mib() -> int:
        status = Path("/proc/self/status").read_text()
        return int(status.split("RssFile:")[1].split()[0]) >> 10

    (tmp_path / "model.safetensors").write_bytes(
        safetensors_bytes({f"w{i}": ("F32", np.ones((1 << 20, 4), np.float32)) for i in range(4)})
    )
    tensors = open_tensors(tmp_path)
    before = mapped_mib()
    assert float(sum(tensors[name].bits.sum() for name in tensors)) == 1 << 24
    assert mapped_mib() - before > 48  # the measure works
    w = Weights(tensors, Packing(), "int8")
    for name in tensors:
        w.matrix([name], [(1 << 20, 4)])
    assert mapped_mib() - before < 8


def test_a_changed_checkpoint_is_packed_again_and_its_old_pack_removed(qwen3_folder: Path, tmp_path: Path) -> None:
    load(qwen3_folder, tmp_path / "cache")
    old = only_pack(tmp_path / "cache")
    weights = qwen3_folder / "model.safetensors"
    weights.unlink()
    weights.write_bytes(safetensors_bytes(qwen3_tensors(seed=1)))
    second, n_packed = load(qwen3_folder, tmp_path / "cache")
    assert n_packed == 9
    assert only_pack(tmp_path / "cache") != old
    same(second, load(qwen3_folder, tmp_path / "other")[0])


def test_weights_trained_anew_are_noticed_behind_one_time_stamp(qwen3_folder: Path, tmp_path: Path) -> None:
    weights = qwen3_folder / "model.safetensors"
    for seed in (1, 2):
        weights.unlink()
        weights.write_bytes(safetensors_bytes(qwen3_tensors(seed)))
        os.utime(weights, ns=(1, 1))
        assert load(qwen3_folder, tmp_path / "cache")[1] == 9


def test_formats_live_side_by_side_and_a_new_layout_replaces_the_old(qwen3_folder: Path, tmp_path: Path) -> None:
    load(qwen3_folder, tmp_path / "cache")
    load(qwen3_folder, tmp_path / "cache", fmt="fp16")
    assert len(list((tmp_path / "cache").iterdir())) == 2
    newer = Packing()
    newer.layout = "packing-2"
    assert load(qwen3_folder, tmp_path / "cache", newer)[1] == 9
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_a_pack_whose_checkpoint_is_gone_is_removed(qwen3_folder: Path, sharded_folder: Path, tmp_path: Path) -> None:
    load(sharded_folder, tmp_path / "cache")
    old = only_pack(tmp_path / "cache")
    for file in sharded_folder.iterdir():
        file.unlink()
    sharded_folder.rmdir()
    load(qwen3_folder, tmp_path / "cache")
    assert only_pack(tmp_path / "cache") != old


def test_what_a_killed_writer_left_is_removed_but_a_living_ones_is_not(qwen3_folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "dead.tmp").write_bytes(b"x")
    os.utime(cache / "dead.tmp", (time.time() - 7200,) * 2)
    (cache / "alive.tmp").write_bytes(b"x")
    load(qwen3_folder, cache)
    assert sorted(p.suffix for p in cache.iterdir()) == [".pack", ".tmp"]
    assert (cache / "alive.tmp").exists()


def test_a_pack_made_by_an_older_model_file_is_completed(qwen3_folder: Path, tmp_path: Path) -> None:
    voice = Packing()
    w = Weights(open_tensors(qwen3_folder), voice, "int8", PackStore(tmp_path / "cache"))
    w.matrix(["model.embed_tokens.weight"], [(32, 8)])
    w._unused.clear()
    w.finish()
    assert load(qwen3_folder, tmp_path / "cache")[1] == 8
    assert load(qwen3_folder, tmp_path / "cache")[1] == 0


def test_cut_packs_are_made_again(qwen3_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    first, _ = load(qwen3_folder, tmp_path / "cache")
    pack = only_pack(tmp_path / "cache")
    whole = pack.read_bytes()
    for n in (0, 10, 63, 64, len(whole) // 2, len(whole) - 1):
        pack.unlink()
        pack.write_bytes(whole[:n])
        with caplog.at_level(logging.INFO):
            again, n_packed = load(qwen3_folder, tmp_path / "cache")
        assert n_packed == 9
        assert "packing again" in caplog.text
        same(first, again)
    assert pack.read_bytes() == whole


@pytest.fixture(scope="module")
def a_pack(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    path = tmp_path_factory.mktemp("pack") / "x.pack"
    weights = {f"w{i}": PackedWeight((i + 1, 4), "stacked", {"q": np.zeros((i + 1) * 4, np.uint8)}) for i in range(3)}
    _write(path, "/nowhere", weights)
    return path, path.read_bytes()


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_flipped_bytes_in_start_and_index_are_noticed(a_pack: tuple[Path, bytes], data: st.DataObject) -> None:
    path, whole = a_pack
    end = whole.index(b'{"folder"')
    at = data.draw(st.one_of(st.integers(0, 11), st.integers(16, 63), st.integers(end, len(whole) - 1)))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != whole[at]))
    path.unlink()
    path.write_bytes(whole[:at] + bytes([byte]) + whole[at + 1 :])
    with pytest.raises(ValueError, match=r"pack of this version|cut short|index is damaged"):
        _map(path)


@pytest.mark.parametrize(
    "weights",
    [
        [],
        {"w": 3},
        {"w": {"shape": [1, 4], "order": "stacked"}},
        {"w": {"shape": [1], "order": "stacked", "buffers": {}}},
        {"w": {"shape": [1, "4"], "order": "stacked", "buffers": {}}},
        {"w": {"shape": [1, 4], "order": "sideways", "buffers": {}}},
        {"w": {"shape": [1, 4], "order": "stacked", "buffers": {"q": [4096, 1 << 60]}}},
        {"w": {"shape": [1, 4], "order": "stacked", "buffers": {"q": [-8, 8]}}},
        {"w": {"shape": [1, 4], "order": "stacked", "buffers": {"q": [4096, -1]}}},
        {"w": {"shape": [1, 4], "order": "stacked", "buffers": {"q": [4096, 4, 4]}}},
        {"w": {"shape": [1, 4], "order": "stacked", "buffers": {"q": 4096}}},
        {"w": {"shape": [1, 4], "order": "stacked", "buffers": [4096]}},
    ],
)
def test_an_index_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, weights: Any) -> None:
    path = tmp_path / "x.pack"
    real = json.dumps
    with monkeypatch.context() as m:  # a well-made file with another index
        m.setattr("qwenchat.checkpoints.packed.json.dumps", lambda index: real({**index, "weights": weights}))
        _write(path, "/nowhere", {"w": PackedWeight((1, 4), "stacked", {"q": np.zeros(4, np.uint8)})})
    with pytest.raises(ValueError, match="its index is damaged"):
        _map(path)


def test_a_pack_that_doesnt_fit_its_voice_is_made_again(qwen3_folder: Path, tmp_path: Path) -> None:
    class Picky(Packing):
        def restore(self, *args: Any) -> Any:
            raise ValueError("no")

    load(qwen3_folder, tmp_path / "cache")
    assert load(qwen3_folder, tmp_path / "cache", Picky())[1] == 9


def test_an_unwritable_directory_only_costs_the_next_start(
    qwen3_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").write_text("a file where the directory should be")
    assert load(qwen3_folder, tmp_path / "cache")[1] == 9
    assert "not kept" in caplog.text


def test_a_full_disk_only_costs_the_next_start(
    qwen3_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("qwenchat.checkpoints.packed.os.fsync", full)
    assert load(qwen3_folder, tmp_path / "cache")[1] == 9
    assert list((tmp_path / "cache").iterdir()) == []
    assert "No space left" in caplog.text


def test_large_buffers_begin_on_large_pages_and_all_come_back(tmp_path: Path) -> None:
    large = np.arange(LARGE_FROM, dtype=np.uint64).view(np.uint8)[:LARGE_FROM]
    weights = {"w": PackedWeight((1, 1), "stacked", {"a": large[:100], "b": large, "c": large[:100]})}
    path = tmp_path / "x.pack"
    _write(path, "/nowhere", weights)
    found = _map(path).weights["w"].buffers
    for name, buffer in weights["w"].buffers.items():
        np.testing.assert_array_equal(found[name], buffer)
    index = json.loads(path.read_bytes()[-400:].partition(b'{"folder"')[2].join([b'{"folder"', b""]))
    assert index["weights"]["w"]["buffers"]["b"][0] % LARGE_PAGE == 0
    assert path.stat().st_size < LARGE_FROM + LARGE_PAGE + (1 << 20)


def _load_in_a_process(folder: Path, cache: Path, gate: Any, answers: Any) -> None:
    gate.wait()
    answers.put(load(folder, cache)[0])


def test_processes_that_start_together_agree(qwen3_folder: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    gate, answers = context.Barrier(3), context.Queue()
    both = [
        context.Process(target=_load_in_a_process, args=(qwen3_folder, tmp_path / "cache", gate, answers))
        for _ in range(3)
    ]
    for p in both:
        p.start()
    found = [answers.get(timeout=30) for _ in both]
    for p in both:
        p.join()
    expected, n_packed = load(qwen3_folder, tmp_path / "cache")
    assert n_packed == 0
    for one in found:
        same(one, expected)
    only_pack(tmp_path / "cache")


def test_the_default_directory_is_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_cache_dir() == tmp_path / "qwenchat" / "packed"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")  # to be ignored, says its specification
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert default_cache_dir() == tmp_path / "home" / ".cache" / "qwenchat" / "packed"
