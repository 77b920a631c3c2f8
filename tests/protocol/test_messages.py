"""Messages and JSON data: checked once, copied, and named in errors."""

from enum import StrEnum
from typing import Any

import pytest

from qwenchat.protocol import ContextLengthError, InvalidValue, checked_messages, json_copy, shown


class Role(StrEnum):
    USER = "user"


def test_a_good_conversation_is_copied() -> None:
    messages = [{"role": Role.USER, "content": "hi", "name": None}]
    checked = checked_messages(messages)
    assert checked == [{"role": "user", "content": "hi"}]
    assert type(checked[0]["role"]) is str
    assert messages == [{"role": Role.USER, "content": "hi", "name": None}]


def test_text_parts_are_joined() -> None:
    parts = [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]
    assert checked_messages([{"role": "user", "content": parts}])[0]["content"] == "ab"


def test_an_assistant_may_lack_content_beside_tool_calls_or_reasoning() -> None:
    call = {"function": {"name": "f", "arguments": "{}"}}
    for rest in ({"tool_calls": [call], "content": None}, {"reasoning_content": "r"}, {"reasoning": "r"}):
        assert checked_messages([{"role": "assistant", **rest}])[0]["content"] == ""


def test_other_names_of_the_reasoning_are_read() -> None:
    checked = checked_messages([{"role": "assistant", "content": "a", "thinking": "t"}])
    assert checked == [{"role": "assistant", "content": "a", "reasoning_content": "t"}]


def test_what_replies_carry_is_harmless() -> None:
    reply = {"role": "assistant", "content": "a", "refusal": None, "annotations": [], "id": "x", "extra": {"n": 1}}
    assert checked_messages([reply]) == [{"role": "assistant", "content": "a"}]


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        ("hi", "messages: got 'hi'; give a list"),
        ({"role": "user"}, "messages: got"),
        ([], r"messages: got \[\]; give at least one"),
        (["hi"], r"messages\[0\]: got 'hi'"),
        ([{"content": "x"}], r"messages\[0\].role: got None; allowed: system, user, assistant, tool"),
        ([{"role": "user", "content": "x"}, {"role": "boss", "content": "x"}], r"messages\[1\].role: got 'boss'"),
        ([{"role": ["user"], "content": "x"}], r"messages\[0\].role: got \['user'\]"),
        ([{"role": "user"}], r"messages\[0\].content: got None"),
        ([{"role": "user", "content": 5}], r"messages\[0\].content: got 5"),
        ([{"role": "user", "content": [{"type": "image_url"}]}], r"content\[0\].type: got 'image_url'; .*text only"),
        ([{"role": "user", "content": [5]}], r"content\[0\]: got 5"),
        ([{"role": "user", "content": [{"type": "text"}]}], r"content\[0\].text: got None"),
        ([{"role": "user", "content": "x", "contnt": "y"}], "did you mean 'content'"),
        ([{"role": "user", "content": "x", "tool_calls": []}], "only an assistant"),
        ([{"role": "assistant", "tool_calls": "x"}], r"tool_calls: got 'x'; give a list"),
        ([{"role": "assistant", "tool_calls": [{"name": 1}]}], r"tool_calls\[0\]"),
        ([{"role": "assistant", "tool_calls": [{"name": "f", "arguments": 5}]}], "arguments: got 5"),
        ([{"role": "assistant", "content": "", "reasoning_content": 5}], "reasoning_content: got 5"),
        ([{"role": "user", "content": "a\ud800"}], "lone surrogate at character 1"),
    ],
)
def test_bad_messages(messages: Any, said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        checked_messages(messages)


def test_json_copy_takes_plain_data_only() -> None:
    assert json_copy({"a": (1, 2.5, None, True)}, "x") == {"a": [1, 2.5, None, True]}
    for bad in (object(), {1, 2}, b"x", {1: 2}, {"a": [object()]}):
        with pytest.raises(InvalidValue, match=r"^x"):
            json_copy(bad, "x")
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(InvalidValue, match="deeper than 100"):
        json_copy(loop, "x")


def test_errors_stay_short_and_printable() -> None:
    assert len(shown("x" * 10**6)) < 130
    assert shown(10**5000) == "a huge int"
    error = ContextLengthError(n_prompt=5000, n_context=4096)
    assert (error.n_prompt, error.n_context) == (5000, 4096)
    assert "5000" in str(error)
    assert "4096" in str(error)
