"""`python scripts/text.py`, as the hosted service's users know it: a process, its streams, its file, its status."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from qwenchat.cli import main
from tests.scripted_service import Answer, Asked, Said, as_json, as_stream, serving

SCRIPT = Path(__file__).parents[2] / "scripts" / "text.py"
HI = '{"model": "ignored", "messages": [{"role": "user", "content": "Hi"}], "custom": [1]}'
MESSAGE = {"role": "assistant", "content": "Hello 好", "reasoning_content": "They greet."}
WHOLE = {
    "id": "chatcmpl-1",
    "choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop"}],
    "usage": {"total_tokens": 9},
}


def chunk(finish: str | None = None, **delta: object) -> dict[str, Any]:
    return {"model": "m", "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}


STREAM = as_stream(
    chunk(role="assistant", content=None, reasoning_content=""),
    chunk(content=None, reasoning_content="They greet."),
    chunk(content="Hello "),
    b": keep-alive\n\n",
    chunk(content="好"),
    chunk("stop", content=""),
)


@contextmanager
def running(answer: Answer, folder: Path) -> "Iterator[tuple[Any, list[Asked]]]":
    with serving(answer) as (url, asked):

        def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
            clean = {k: v for k, v in os.environ.items() if not k.startswith(("QWEN_", "DASHSCOPE_"))}
            env = clean | {"QWEN_BASE_URL": url + "/v1", "LC_ALL": "C"} | variables
            command = [sys.executable, str(SCRIPT), *words]
            return subprocess.run(
                command, env=env, cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False
            )

        yield run, asked


def test_a_whole_answer_is_saved_as_it_came(tmp_path: Path) -> None:
    with running(lambda _: as_json(WHOLE), tmp_path) as (run, asked):
        done = run("--request", HI, QWEN_API_KEY="sk-7")
    assert (done.returncode, done.stdout) == (0, "")
    saved = json.loads((tmp_path / "output/qwencloud-text/response.json").read_text("utf-8"))
    assert saved == WHOLE | {"reasoning": "They greet."}
    assert asked[0].path == "/v1/chat/completions"
    assert asked[0].headers["authorization"] == "Bearer sk-7"
    assert asked[0].body == json.loads(HI) | {"model": "qwen3.6-plus", "stream": False}


def test_print_response_puts_the_thought_beside_the_answer(tmp_path: Path) -> None:
    with running(lambda _: as_json(WHOLE), tmp_path) as (run, _):
        shown = run("--request", HI, "--print-response")
        hidden = run("--request", HI, "--print-response", "--hide-reasoning", "--output", "elsewhere")
    assert (shown.stdout, hidden.stdout) == ("Hello 好\n", "Hello 好\n")
    assert "They greet." in shown.stderr
    assert "They greet." not in hidden.stderr
    assert (tmp_path / "elsewhere" / "response.json").is_file()


def test_a_stream_is_shown_as_it_comes_and_saved_added_up(tmp_path: Path) -> None:
    (tmp_path / "body.json").write_text(HI)
    (tmp_path / ".env").write_text("DASHSCOPE_API_KEY=sk-file\n")
    with running(lambda _: STREAM, tmp_path) as (run, asked):
        done = run("--file", "body.json", "--stream", "--enable-thinking", "--model", "qwen3-max")
    assert (done.returncode, done.stdout) == (0, "Hello 好\n")
    assert done.stderr.startswith("They greet.\n")
    saved = json.loads((tmp_path / "output/qwencloud-text/response.json").read_text("utf-8"))
    message = {"role": "assistant", "content": "Hello 好"}
    assert saved == {
        "model": "m",
        "choices": [{"message": message, "finish_reason": "stop"}],
        "reasoning": "They greet.",
    }
    body = asked[0].body
    assert (body["model"], body["stream"], body["enable_thinking"]) == ("qwen3-max", True, True)
    assert asked[0].headers["authorization"] == "Bearer sk-file"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (as_json({"error": {"message": "no"}}, 400), 'API error: HTTP 400: {"error": {"message": "no"}}'),
        (Said(b"x" * 900, 401), "API error: HTTP 401: " + "x" * 500),
        (Said([b"data: {}\n\n"], cut=True), "API error: 127.0.0.1:"),
        (as_stream(chunk(content="half"), done=False), "API error: the stream broke off"),
    ],
)
def test_a_failure_is_told_and_saves_nothing(reply: Said, said: str, tmp_path: Path) -> None:
    with running(lambda _: reply, tmp_path) as (run, _):
        done = run("--request", HI, "--stream")
    assert done.returncode == 1
    assert said in done.stderr
    assert "x" * 501 not in done.stderr
    assert not list(tmp_path.rglob("response.json"))


def test_a_busy_service_is_asked_again(tmp_path: Path) -> None:
    replies = iter([as_json({}, 429, retry_after="0"), as_json(WHOLE)])
    with running(lambda _: next(replies), tmp_path) as (run, asked):
        assert run("--request", HI).returncode == 0
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "--request --file is required"),
        (["--request", "{oops"], "--request: got '{oops'; is not JSON"),
        (["--request", "[1]"], "give an object such as"),
        (["--file", "nowhere.json"], "nowhere.json: No such file"),
        (["--request", HI, "--file", "x"], "not allowed with"),
        (["--request", HI, "--streem"], "did you mean --stream?"),
    ],
)
def test_what_it_refuses_without_asking_anybody(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with serving(lambda _: as_json(WHOLE)) as (url, asked):
        monkeypatch.setenv("QWEN_BASE_URL", url)
        assert main(["text", *words]) in (1, 2)
    assert said in capsys.readouterr().err
    assert not asked


def test_help_wakes_no_http_and_no_engine() -> None:
    code = (
        "import sys; from qwenchat.cli import main; main(['text', '--help'])\n"
        "print([m for m in sys.modules if m in ('httpx', 'numpy', 'asyncio', 'qwenchat.engine', 'qwenchat.chat')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.endswith("[]\n")
