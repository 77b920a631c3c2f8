"""The first Qwen's chat: its prompt and window to the token, and the document's samples on a checkpoint of that name."""

import base64
import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from qwenchat import AutoModelForCausalLM, AutoTokenizer, GenerationConfig
from qwenchat.chat import TurnsDropped
from qwenchat.chat.history import within_window
from qwenchat.prompts import FirstTemplate, Special, TemplateRefusal, Text
from tests.chat.test_brief import samples
from tests.chat.test_chat import HOSTILE
from tests.models.first_reference import first_shapes
from tests.models.random_model import random_values, write_safetensors
from tests.models.test_first import FIRST

WORDS = (b"he", b"ll", b"hell", b"hello", b"\n\n", b" a", b"as", b"us", b"er")
N_RANKS = 256 + len(WORDS)
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def write_first(folder: Path, **generation: Any) -> Path:
    """A small random checkpoint of the first Qwen, with a vocabulary of its kind."""
    folder.mkdir(parents=True)
    config = {**FIRST, "seq_length": 256, "vocab_size": 512, "bf16": True, "torch_dtype": "float32"}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "generation_config.json").write_text(
        json.dumps(
            {
                "chat_format": "chatml",
                "eos_token_id": N_RANKS,
                "max_new_tokens": 12,
                "do_sample": True,
                "top_k": 0,
                "top_p": 0.8,
                **generation,
            }
        )
    )
    (folder / "tokenizer_config.json").write_text('{"tokenizer_class": "QWenTokenizer", "model_max_length": 8192}')
    ranks = [bytes([i]) for i in range(256)] + list(WORDS)
    (folder / "qwen.tiktoken").write_bytes(b"".join(base64.b64encode(t) + b" %d\n" % i for i, t in enumerate(ranks)))
    write_safetensors(folder / "model.safetensors", random_values(first_shapes(config)))
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_first(tmp_path_factory.mktemp("first") / "checkpoint")


@pytest.fixture(scope="module")
def first(folder: Path) -> tuple[Any, Any]:
    return AutoModelForCausalLM.from_pretrained(folder, trust_remote_code=True), AutoTokenizer.from_pretrained(folder)


def test_the_brief_s_samples_word_for_word(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Greedy: random weights that are sampled may end an answer before its first word.
    write_first(tmp_path / "models--Qwen--Qwen-7B-Chat" / "snapshots" / COMMIT, do_sample=False)
    refs = tmp_path / "models--Qwen--Qwen-7B-Chat" / "refs"
    refs.mkdir()
    (refs / "main").write_text(COMMIT)
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    space: dict[str, Any] = {"history": None, "generation_config": GenerationConfig(max_new_tokens=8, do_sample=False)}
    code = samples(shared)
    # The first samples use the model that the conversation's loads.
    for section in sorted(code, key=lambda name: name != "Multi-turn Conversation Example"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(
                compile(code[section].replace("from transformers import", "from qwenchat import"), section, "exec"),
                space,
            )
        assert capsys.readouterr().out.strip() or "print" not in code[section], section
    assert space["model"].name_or_path == "Qwen/Qwen-7B-Chat"
    assert all(isinstance(pair, tuple) and len(pair) == 2 for pair in space["history"])


def test_the_prompt_is_make_context_s(first: tuple[Any, Any]) -> None:
    _, tokenizer = first
    start, end, line = N_RANKS + 1, N_RANKS + 2, 10

    def alone(text: str) -> list[int]:
        return tokenizer.vocabulary.encode_text(text)

    def turn(role: str, text: str) -> list[int]:
        return [start, *alone(role), line, *alone(text), end]

    # Contents that begin with line breaks keep their own tokens.
    messages = [
        {"role": "system", "content": ""},
        {"role": "user", "content": "\n\nhello"},
        {"role": "assistant", "content": HOSTILE},
        {"role": "user", "content": "\nas"},
    ]
    want = [*turn("system", ""), line, *turn("user", "\n\nhello"), line, *turn("assistant", HOSTILE)]
    want += [line, *turn("user", "\nas"), line, start, *alone("assistant"), line]
    assert tokenizer.ids(tokenizer.pieces(messages)) == want
    assert want.count(start) == 5
    assert alone("\n\n") == [N_RANKS - 5]
    plain = FirstTemplate().render([{"role": "user", "content": "hi"}])
    assert plain[:4] == [Special("<|im_start|>"), Text("system"), Text("\n"), Text("You are a helpful assistant.")]
    with pytest.raises(TemplateRefusal):
        FirstTemplate().render([{"role": "user", "content": "hi"}, {"role": "tool", "content": "a result of no call"}])


def test_the_window_s_rule_to_the_token() -> None:
    def kept(window: int, *turns: int) -> int:
        # Texts of one letter a token; a turn has 2 line breaks, and twice role, line break and two marks beside them.
        history = [("u" * (n - 2 - 4 - 9 - 6), "") for n in turns]
        return len(within_window(history, "s" * 11, window, len))

    system = 2 + 6 + 1 + 11
    assert kept(system + 100, 100) == 0  # strictly below the window
    assert kept(system + 101, 100) == 1
    assert kept(system + 201, 50, 100, 100) == 2
    assert kept(system + 180, 30, 100, 50) == 2
    assert (
        kept(system + 150, 30, 100, 50) == 1
    )  # the walk ends at the first that doesn't fit, shorter ones behind it too


def test_the_window_has_the_first_qwen_s_default_and_its_checkpoints_own(
    first: tuple[Any, Any], tmp_path: Path
) -> None:
    model, tokenizer = first
    assert model.generation_config.max_window_size == 6144
    own = write_first(tmp_path / "own", max_window_size=40)
    small = AutoModelForCausalLM.from_pretrained(own)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.warns(TurnsDropped, match="1 of 1"):
            small.chat(tokenizer, "hello", history=[("hello " * 9, "as")])


def test_raw_continues_the_query_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: tuple[Any, Any]) -> None:
    _, tokenizer = first
    model = AutoModelForCausalLM.from_pretrained(write_first(tmp_path / "base", chat_format="raw", temperature=0.5))
    asked: list[Any] = []
    stream = model.engine.stream
    monkeypatch.setattr(model.engine, "stream", lambda request: (asked.append(request), stream(request))[1])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer, history = model.chat(tokenizer, "hello<|endoftext|>", history=[("a", "b")], seed=1)
    assert asked[0].prompt == [*tokenizer.vocabulary.encode_text("hello"), N_RANKS]
    assert history == [("a", "b"), ("hello<|endoftext|>", answer)]
