"""Adding a stream up."""

from typing import Any

from qwenchat.client.whole import Increments, Whole


def delta(**parts: object) -> dict[str, Any]:
    return {"model": "m", "choices": [{"index": 0, "delta": parts, "finish_reason": None}]}


def test_thought_answer_and_end() -> None:
    whole = Whole()
    shown = [
        whole.push(chunk)
        for chunk in (
            delta(role="assistant", content=None, reasoning_content=""),
            delta(content=None, reasoning_content="hm"),
            delta(reasoning="m"),
            delta(content="Hi", reasoning_content=None),
            {"choices": [{"index": 1, "delta": {"content": "other"}}]},
            {"choices": [{"delta": {"content": ""}, "finish_reason": "stop"}]},
            {"choices": [], "usage": {"total_tokens": 3}},
        )
    ]
    assert shown == [("", ""), ("hm", ""), ("m", ""), ("", "Hi"), ("", ""), ("", ""), ("", "")]
    message = {"role": "assistant", "content": "Hi"}
    assert whole.reply() == {
        "model": "m",
        "choices": [{"message": message, "finish_reason": "stop"}],
        "reasoning": "hmm",
    }


def test_calls_keep_their_first_delta_and_gather_arguments() -> None:
    whole = Whole()
    for call in (
        {"index": 0, "id": "call_a", "type": "function", "function": {"name": "f", "arguments": ""}},
        {"index": 0, "id": "", "function": {"arguments": '{"x"'}},
        {"index": 1, "id": "call_b", "type": "function", "function": {"name": "g", "arguments": None}},
        {"index": 0, "id": "call_a", "function": {"name": None, "arguments": ": 1}"}},
    ):
        whole.push(delta(tool_calls=[call]))
    first, second = whole.reply()["choices"][0]["message"]["tool_calls"]
    assert (first["id"], first["function"]) == ("call_a", {"name": "f", "arguments": '{"x": 1}'})
    assert (second["id"], second["function"]) == ("call_b", {"name": "g", "arguments": ""})


def test_translators_that_repeat_themselves() -> None:
    increments = Increments(repeats=True)
    assert [increments.new(text) for text in ("Good", "Good day", "Good day", "")] == ["Good", " day", "", ""]
    plain = Increments(repeats=False)
    assert [plain.new(text) for text in ("ha", "ha")] == ["ha", "ha"]
