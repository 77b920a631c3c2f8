"""Blocks on the disk: a restart is warm, and nothing that lies there can change a text or stop one."""

import os
from pathlib import Path

import numpy as np
import pytest

from qwenchat.engine import End, Engine, Request
from qwenchat.engine.core import Core
from qwenchat.engine.disk import HEAD, Disk
from qwenchat.kernels import Kernels
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.plain import Plain
from qwenchat.protocol.sampling import Sampling
from tests.engine.slow_twin import CONFIG, Event, ids_of, parts
from tests.engine.test_core import answers
from tests.models.random_model import random_prompt

PROMPT = random_prompt(CONFIG, 200)
REQUEST = Request(PROMPT, Sampling(temperature=0.0, max_new_tokens=5))


def core(
    folder: Path, n_blocks: int = 8, identity: str = "this one", most_bytes: int = 1 << 30, **made: object
) -> Core:
    return Core(*parts(n_blocks, **made), disk=Disk(folder, identity, most_bytes))  # type: ignore[arg-type]


def end_of(events: list[Event]) -> End:
    assert isinstance(events[-1], End)
    return events[-1]


@pytest.mark.parametrize("made", [{}, {"kept": "bf16"}, {"voice": Plain()}], ids=["fp32", "bf16", "plain"])
def test_a_restart_is_warm(tmp_path: Path, made: dict[str, object]) -> None:
    first = answers(core(tmp_path, **made), REQUEST)[0]
    again = answers(c := core(tmp_path, **made), REQUEST)[0]
    assert ids_of(again) == ids_of(first)
    assert (end_of(first).n_cached, end_of(again).n_cached) == (0, 192)
    assert c.counters.n_rows == 8 + 4
    assert end_of(answers(c, REQUEST)[0]).n_cached == 199, "then it is in memory"


def test_the_next_turn_computes_its_new_message_only(tmp_path: Path) -> None:
    said = ids_of(answers(core(tmp_path), REQUEST)[0])
    turn = Request([*PROMPT, *said, 7, 8], REQUEST.sampling)
    # The last token of an answer was never run through the model.
    assert end_of(answers(core(tmp_path), turn)[0]).n_cached == 204
    assert answers(core(tmp_path), turn)[0][:-1] == answers(core(tmp_path / "empty"), turn)[0][:-1]


def test_only_its_own_kind_finds_it(tmp_path: Path) -> None:
    answers(core(tmp_path), REQUEST)
    salted = Request(PROMPT, REQUEST.sampling, salt="theirs")
    assert end_of(answers(core(tmp_path), salted)[0]).n_cached == 0
    assert end_of(answers(core(tmp_path, identity="another"), REQUEST)[0]).n_cached == 0


def damage(path: Path, how: str) -> None:
    whole = bytearray(path.read_bytes())
    if how == "a bit":
        whole[HEAD.size + 100] ^= 1
    elif how == "cut":
        del whole[-10:]
    elif how == "empty":
        whole.clear()
    else:
        whole[:4] = b"SURE"
    path.write_bytes(whole)


@pytest.mark.parametrize("how", ["a bit", "cut", "empty", "magic", "gone"])
@pytest.mark.parametrize("which", [0, 2])
def test_what_is_damaged_is_computed_again(tmp_path: Path, how: str, which: int) -> None:
    first = answers(core(tmp_path), REQUEST)[0]
    disk = Disk(tmp_path, "this one", 1)
    names = [disk.root(("", 0, None))]
    for i in (0, 64, 128):
        names.append(disk.after(names[-1], np.array(PROMPT[i : i + 64], np.int32).tobytes()))
    path = tmp_path / f"{names[which + 1]}.block"
    c = core(tmp_path)
    if how == "gone":
        path.unlink()
    else:
        damage(path, how)
    again = answers(c, REQUEST)[0]
    assert ids_of(again) == ids_of(first)
    assert end_of(again).n_cached == 64 * which
    assert end_of(answers(core(tmp_path), REQUEST)[0]).n_cached == 192, "and kept again"


@pytest.mark.parametrize("voice", [Cpu(1), Plain()], ids=["cpu", "plain"])
def test_a_block_of_another_size_is_refused(tmp_path: Path, voice: Kernels) -> None:
    _, kernels, cache = parts(2, voice)
    disk, pieces = Disk(tmp_path, "", 1 << 30), kernels.block_bytes(cache, 0)
    for piece in pieces:
        piece[:] = np.random.RandomState(1).randint(0, 255, len(piece))
    disk.save("one", pieces)
    assert not disk.load("one", pieces[1:])
    disk.save("one", pieces)
    assert disk.load("one", kernels.block_bytes(cache, 1))
    for piece, other in zip(pieces, kernels.block_bytes(cache, 1), strict=True):
        np.testing.assert_array_equal(piece, other)


def test_the_folder_stays_within_its_bound(tmp_path: Path) -> None:
    answers(core(tmp_path), REQUEST)
    size = next(tmp_path.iterdir()).stat().st_size
    other = Request(random_prompt(CONFIG, 130, 9), REQUEST.sampling)
    answers(core(tmp_path, most_bytes=3 * size), other)
    assert sum(f.stat().st_size for f in tmp_path.iterdir()) <= 3 * size
    assert end_of(answers(core(tmp_path), other)[0]).n_cached == 128, "the newest stay"


def test_a_folder_that_can_t_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    c = core(tmp_path / "there")
    monkeypatch.setattr(Path, "open", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "no space")))
    assert len(answers(c, REQUEST)[0]) == 6
    assert os.listdir(tmp_path / "there") == []


def test_too_small_a_pool_evicts_what_is_not_saved_and_loses_nothing(tmp_path: Path) -> None:
    requests = [Request(random_prompt(CONFIG, 150, i), REQUEST.sampling) for i in range(5)]
    want = answers(core(tmp_path / "none", 40), *requests)
    for _ in range(2):
        said = answers(core(tmp_path / "here", 4), *requests)
        assert [ids_of(e) for e in said] == [ids_of(e) for e in want]


def test_an_engine_that_is_closed_has_saved(tmp_path: Path) -> None:
    engine = Engine(*parts(), disk=Disk(tmp_path, "this one", 1 << 30))
    list(engine.stream(REQUEST))
    engine.close()
    assert len(list(tmp_path.glob("*.block"))) == 4
