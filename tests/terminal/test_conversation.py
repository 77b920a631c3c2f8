"""The conversation, as a person has it: in a pseudo-terminal, with keys."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.babbler import babbler
from tests.terminal.screen import Terminal

Start = Callable[..., Terminal]


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> str:
    return babbler(tmp_path_factory.mktemp("endless"), "x")


@pytest.fixture
def start(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    begun = []
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "HF_HUB_OFFLINE")}
    cache = str(tmp_path_factory.getbasetemp() / "cache")
    env = kept | {"XDG_CACHE_HOME": cache, "XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "xterm-256color"}

    def begin(*words: str, **more: str) -> Terminal:
        begun.append(Terminal([sys.executable, "-m", "qwenchat", "chat", "--threads", "1", *words], env | more))
        return begun[-1]

    yield begin
    for terminal in begun:
        terminal.close()


def test_a_conversation(start: Start, tmp_path: Path) -> None:
    terminal = start("--temperature", "0")
    assert re.search(r"> Hello!\n\n\w.*\n\n>$", terminal.send("Hello!"), re.S)
    assert "tokens/s" in terminal.send("/set stats on") + terminal.send("Who are you?")
    file = tmp_path / "talk.json"
    assert f"Saved 2 turns to {file}." in terminal.send(f"/save {file}").replace("\n", "")
    turns = json.loads(file.read_text())["turns"]
    assert [turn["user"] for turn in turns] == ["Hello!", "Who are you?"]
    assert file.stat().st_mode & 0o077 == 0
    assert "A new conversation" in terminal.send("/new")
    assert "Nothing has been said yet." in terminal.send("/history")
    assert "Loaded 2 turns" in terminal.send(f"/load {file}")
    assert turns[1]["assistant"].split()[0] in terminal.send("/history").split("/history")[-1]
    terminal.send("/save")  # its own file
    terminal.send("/new")
    assert "exists; /save! " in terminal.send(f"/save {file}").replace("\n", "")
    assert "Saved 0 turns" in terminal.send(f"/save! {file}")
    terminal.type("\x04")
    assert terminal.end() == 0


def test_lines_and_slashes(start: Start, endless: str) -> None:
    terminal = start("-m", endless, "--max-new-tokens", "3", "--temperature", "0")
    terminal.prompt()
    terminal.type("one\ntwo\x1b\rthree")  # Ctrl-J, Alt-Enter
    terminal.wait_for("> one\n  two\n  three")
    terminal.type("\r")
    terminal.wait_for("[cut: ")
    terminal.prompt()
    terminal.type('"""four\rfive')
    terminal.wait_for('> """four\n  five')
    terminal.type('"""\r')
    terminal.wait_for("[cut: ", 2)
    terminal.prompt()
    terminal.type("\x1b[200~six\r\nseven\x1b[201~")  # pasted
    terminal.wait_for("> six\n  seven")
    terminal.type("\r")
    terminal.wait_for("[cut: ", 3)
    terminal.send("//etc is a folder")
    said = terminal.send("/history").split("> /history")[-1]
    for question in ("> one\ntwo\nthree\n", "> four\nfive\n", "> six\nseven\n", "> /etc is a folder\n"):
        assert question in said
    terminal.type("\x1b[A\x1b[A")  # up, past /history
    terminal.wait_for("> //etc is a folder", 2)
    terminal.type("\x03")
    terminal.prompt()
    assert "did you mean /history?" in terminal.send("/histroy")
    assert terminal.send("/quit now").count("it takes nothing more") == 1
    terminal.type("/quit\r")
    assert terminal.end() == 0


def test_ctrl_c_stops_the_answer_and_not_the_program(start: Start, endless: str, tmp_path: Path) -> None:
    terminal = start("-m", endless)
    terminal.prompt()
    terminal.type("Talk!\r")
    terminal.wait_for("xxxxx")
    terminal.type("typed ahead")  # not echoed into the answer
    terminal.type("\x03")
    terminal.wait_for("[stopped]")
    assert re.search(r"x\n\[stopped\]", terminal.text)
    terminal.prompt(2)
    terminal.type("half a line")
    terminal.wait_for("> half a line")
    terminal.type("\x03")  # clears it
    terminal.prompt(2)
    terminal.type("\x03")
    terminal.prompt(3)
    assert "[Ctrl-D or /quit leaves]" in terminal.text
    assert "x [stopped]" in terminal.send("/history")
    terminal.send(f"/save {tmp_path / 'talk.json'}")
    turn = json.loads((tmp_path / "talk.json").read_text())["turns"][0]
    assert turn["ending"] == "stopped"
    assert set(turn["assistant"]) == {"x"}
    terminal.type("\x04")
    assert terminal.end() == 0


def test_the_model_does_not_command_the_terminal(start: Start, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    model = babbler(tmp_path / "model", "\x1b")
    terminal = start("-m", model, "--max-new-tokens", "7", "--think", NO_COLOR="1")
    terminal.send("Hi")
    terminal.send("/history")
    assert "␛␛␛␛␛␛␛" in terminal.text
    assert b"\x1b\x1b" not in terminal.raw
    once = start("-m", model, "--max-new-tokens", "7", "Hi")
    once.end()
    assert "␛␛␛␛␛␛␛" in once.text
    assert b"\x1b\x1b" not in once.raw


def test_settings(start: Start) -> None:
    terminal = start("--max-new-tokens", "5", "--cache-gib", "0.0005")
    assert re.search(r"\nmax_new_tokens +5 ", terminal.send("/set"))
    assert "temperature: got 3.0; allowed: a number in [0, 2)" in terminal.send("/set temperature 3")
    assert re.search(r"\nseed +3 ", terminal.send("/set seed 3"))
    assert "did you mean 'top_p'?" in terminal.send("/set topp 3")
    assert "system: You are a helpful assistant." in terminal.send("/system")
    assert "system: Be brief." in terminal.send("/system Be brief.")
    assert "system: empty" in terminal.send('/system ""')
    assert "system: the model's own default" in terminal.send("/system -")
    assert "the prompt has" in terminal.send("a word or two " * 100)
    assert "Nothing has been said yet." in terminal.send("/history")
    terminal.type("\x04")
    assert terminal.end() == 0
