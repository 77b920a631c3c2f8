"""Saved conversations: what goes out comes back, and a spoilt file is refused by name."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.protocol.errors import InvalidValue
from qwenchat.terminal.saved import load, save
from qwenchat.terminal.talk import Talk, Turn

texts = st.text(st.characters(exclude_categories=("Cs",)))
turns = st.lists(st.builds(Turn, texts, texts, st.sampled_from(["stop", "length", "stopped"])))


@settings(deadline=None, max_examples=30)  # each waits for the disk
@given(system=st.none() | texts, turns=turns)
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, system: str | None, turns: list[Turn]
) -> None:
    file = tmp_path_factory.mktemp("saved") / "talk.json"
    save(Talk("tiny", {}, system, None, False, turns=turns), file, overwrite=False)
    assert load(file) == ("tiny", system, turns)
    assert [f.name for f in file.parent.iterdir()] == ["talk.json"]


GOOD = {"format": "qwenchat conversation", "version": 1, "model": "tiny", "system": None, "turns": []}


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (b"", "not a conversation"),
        (b"\xff{}", "not a conversation"),
        (b"[" * 100_000, "not a conversation"),
        ([], "not a conversation"),
        ({}, '"format"'),
        (GOOD | {"version": 2}, "version: got 2"),
        (GOOD | {"sytem": ""}, "did you mean 'system'?"),
        (GOOD | {"system": 3}, "system: got 3"),
        (GOOD | {"turns": None}, "turns: got None"),
        (GOOD | {"turns": [[]]}, "turns[0]: got []"),
        (GOOD | {"turns": [{"user": "a"}]}, "turns[0].assistant: got None"),
        (GOOD | {"turns": [{"user": "a", "assistant": "\ud800"}]}, "turns[0].assistant"),
        (GOOD | {"turns": [{"user": "a", "assistant": "b", "ending": "?"}]}, "turns[0].ending: got '?'"),
    ],
    ids=str,
)
def test_a_spoilt_file_is_refused_by_name(tmp_path: Path, spoilt: object, said: str) -> None:
    file = tmp_path / "talk.json"
    file.write_bytes(spoilt if isinstance(spoilt, bytes) else json.dumps(spoilt).encode())
    with pytest.raises(InvalidValue) as caught:
        load(file)
    assert said in str(caught.value)


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    file = tmp_path / "talk.json"
    file.write_text("precious")
    talk = Talk("tiny", {}, None, None, False)
    with pytest.raises(FileExistsError):
        save(talk, file, overwrite=False)
    with pytest.raises(IsADirectoryError):
        save(talk, tmp_path, overwrite=True)
    assert file.read_text() == "precious"
    save(talk, file, overwrite=True)
    assert load(file) == ("tiny", None, [])
