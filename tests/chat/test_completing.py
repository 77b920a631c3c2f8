"""Bare text to go on from: gaps are filled by tokens that are parsed only there."""

import shutil

import pytest

from qwenchat import AutoTokenizer, ChatTokenizer, tiny
from qwenchat.chat.completing import MIDDLE, PREFIX, SUFFIX, completion
from qwenchat.chat.generation import GenerationConfig, settings_from
from qwenchat.protocol.completion_request import CompletionRequest


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> ChatTokenizer:
    """tiny's tokenizer with a coder's tokens in the place of its tools'."""
    folder = tmp_path_factory.mktemp("coder")
    shutil.copytree(tiny.folder(), folder, dirs_exist_ok=True)
    renamed = {"<tool_call>": PREFIX, "<tool_response>": SUFFIX, "</tool_call>": MIDDLE}
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        text = (folder / name).read_text()
        for old, new in renamed.items():
            text = text.replace(old, new)
        (folder / name).write_text(text)
    return AutoTokenizer.from_pretrained(str(folder))


def prompt(tokenizer: ChatTokenizer, text: str, suffix: str | None = None) -> str:
    settings = settings_from(GenerationConfig(), None, {})
    request, _ = completion(tokenizer, CompletionRequest("m", text, suffix), settings)
    assert tokenizer.vocabulary.added[PREFIX] in request.stop_ids
    return " ".join(tokenizer.vocabulary.decode([i]) for i in request.prompt)


def test_a_gap_is_filled_by_suffix_or_by_tokens(coder: ChatTokenizer) -> None:
    spelled = prompt(coder, f"{PREFIX}a{SUFFIX}b{MIDDLE}")
    assert spelled == prompt(coder, "a", "b") == f"{PREFIX} a {SUFFIX} b {MIDDLE}"


def test_no_token_of_a_chat_is_parsed_and_none_of_a_gap_in_a_gap(coder: ChatTokenizer) -> None:
    assert "<|im_start|>" not in prompt(coder, "<|im_start|>")
    assert prompt(coder, MIDDLE, "b").count(MIDDLE) == 1  # the one at the end
