"""What `qwenchat export` writes, loaded by others: two judges of our loader, template and arithmetic."""

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qwenchat import AutoModelForCausalLM, AutoTokenizer, tiny
from qwenchat.cli import main
from tests.llama_server import llama_server, needs_llama_server

QUESTIONS = [
    "Hello! Who are you?",
    "What is quantum computing?",
    "Explain neural networks",
    "你好！你是谁？",
    "Write a haiku.",
]


def test_the_hub_layout_is_the_folder_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "tiny", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "out")
    wanted = {p.name: p.read_bytes() for p in tiny.folder().iterdir() if p.is_file()}
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == wanted


def test_a_gguf_is_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "tiny", str(tmp_path), "--gguf"]) == 0
    assert Path(capsys.readouterr().out.strip()).read_bytes()[:4] == b"GGUF"
    assert [p.name for p in tmp_path.iterdir()] == ["tiny.gguf"]


def test_what_is_no_model_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "nothing"), str(tmp_path / "out")]) != 0
    assert "MODEL" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def asked(url: str, body: dict[str, Any] | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, {"Content-Type": "application/json"})) as reply:
        return json.loads(reply.read())


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """llama-server on our GGUF."""
    with llama_server(tmp_path, "-c", "4096", "-fa", "off") as (url, _):
        yield url


@pytest.mark.slow
@needs_llama_server
def test_llama_cpp_reads_the_same_words_and_writes_the_same_answer(server: str) -> None:
    model: Any = AutoModelForCausalLM.from_pretrained("tiny", dtype="float32")
    tokenizer: Any = AutoTokenizer.from_pretrained("tiny")
    for question in QUESTIONS:
        messages = [{"role": "user", "content": question}]
        ids = tokenizer.ids(tokenizer.pieces(messages))
        applied = asked(
            f"{server}/apply-template", {"messages": messages, "chat_template_kwargs": {"enable_thinking": False}}
        )
        theirs = asked(f"{server}/tokenize", {"content": applied["prompt"], "parse_special": True})
        assert theirs["tokens"] == ids
        answer = asked(f"{server}/completion", {"prompt": ids, "temperature": 0, "n_predict": 80})["content"]
        assert answer == model.chat(tokenizer, question, system=None, temperature=0, max_new_tokens=80)[0]
