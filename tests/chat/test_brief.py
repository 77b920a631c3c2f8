"""The samples of the document this door is made after, run as written: only the import and the model's name differ."""

import warnings
from pathlib import Path
from typing import Any

import pytest

from qwenchat import GenerationConfig

SECTIONS = {
    "Generate a complete response for a user query:": "Parameters",
    "Generate a streaming response for real-time display:": "Parameters",
    "Multi-turn Conversation Example": "Streaming Response Example",
    "Streaming Response Example": "Custom System Prompts",
    "Custom System Prompts": "Using Stop Words",
    "Using Stop Words": "Generation with Parameters",
    "Generation with Parameters": "Chat Message Format",
}


def samples(shared: Path) -> dict[str, str]:
    """The document's code, by section."""
    text = next((shared / "brief").glob("000_*.txt")).read_text()
    found = {}
    for begin, end in SECTIONS.items():
        body = text[text.index(begin + "\n") + len(begin) + 1 :]
        found[begin] = body[: body.index("\n" + end + "\n")].strip()
    return found


def test_every_sample_runs(shared: Path, model: Any, tokenizer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    space: dict[str, Any] = {
        "model": model,
        "tokenizer": tokenizer,
        "history": None,
        "generation_config": GenerationConfig.from_pretrained("tiny"),
    }
    for section, code in samples(shared).items():
        code = code.replace("from transformers import", "from qwenchat import").replace("Qwen/Qwen-7B-Chat", "tiny")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(code, section, "exec"), space)
        assert capsys.readouterr().out.strip() or "print" not in code, section
    assert len(space["history"]) >= 1
    assert all(isinstance(pair, tuple) and len(pair) == 2 for pair in space["history"])
