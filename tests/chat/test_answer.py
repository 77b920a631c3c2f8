"""From tokens to events, on scripted tokens: whole characters, nothing stripped, nothing lost, one finish."""

from collections.abc import Iterator
from typing import Any

import pytest

from qwenchat.chat import Answer, Event, Finish, Reasoning
from qwenchat.chat.answer import Answering, events_of
from qwenchat.engine import End, Token
from qwenchat.prompts import AnswerParser, Form
from qwenchat.protocol import Usage


class Said(Iterator[Token | End]):
    """A stream of the engine that has said these ids, after a prompt of which one token was cached."""

    n_cached = 1

    def __init__(self, ids: list[int], reason: Any) -> None:
        self._events = iter([*map(Token, ids), End(reason, 5, len(ids), self.n_cached)])
        self.closed = False

    def __next__(self) -> Token | End:
        return next(self._events)

    def close(self) -> None:
        self.closed = True


def answered(
    tokenizer: Any,
    ids: list[int],
    stops: Any = (),
    in_thought: bool = False,
    reason: Any = "stop",
    tools: Any = {},  # noqa: B006
    n_calls: int | None = None,
    whole: Any = (),
) -> list[Event]:
    tokens = Said(ids, reason)
    parser = AnswerParser(in_thought, thinks=True, form=Form.HERMES, tools=tools)
    events = list(events_of(tokens, Answering(tokenizer.vocabulary, 5, stops, parser, n_calls, whole=whole)))
    assert tokens.closed
    assert isinstance(events[-1], Finish)
    assert events[-1].usage.n_cached == tokens.n_cached, "however it ended"
    assert sum(isinstance(e, Finish) for e in events) == 1
    return events


def text(events: list[Event], kind: type = Answer) -> str:
    return "".join(e.text for e in events if isinstance(e, kind))


@pytest.mark.parametrize("said", ["  hi \n", "\n\nhi", "好🙂", "", "e\u0301", "a <b> <thin c"])
def test_every_character_comes_through_as_it_was(tokenizer: Any, said: str) -> None:
    encoded = tokenizer.vocabulary.encode_text(said)
    one_byte_each = [i for b in said.encode() for i in range(256) if tokenizer.vocabulary.token_bytes(i) == bytes([b])]
    assert len(one_byte_each) in (0, len(said.encode()))
    for ids in (encoded, one_byte_each or encoded):
        events = answered(tokenizer, ids)
        assert text(events) == tokenizer.decode(ids)
        assert not any("\ufffd" in e.text for e in events if isinstance(e, Answer))
        assert events[-1] == Finish("stop", Usage(5, len(ids), 1))


def test_a_broken_end_is_shown_as_broken_not_dropped(tokenizer: Any) -> None:
    face = [i for b in "🙂".encode()[:2] for i in range(256) if tokenizer.vocabulary.token_bytes(i) == bytes([b])]
    assert text(answered(tokenizer, face, reason="length")) == "\ufffd"


def test_thought_and_answer_are_told_apart(tokenizer: Any) -> None:
    ids = tokenizer.encode("17 and 23\n</think>\n\nThe sum is 40.")
    events = answered(tokenizer, ids, in_thought=True)
    assert (text(events, Reasoning), text(events)) == ("17 and 23", "The sum is 40.")


def test_a_stop_of_special_ids_and_one_of_text(tokenizer: Any) -> None:
    ids = tokenizer.encode("One. Two.<|im_start|>Three.")
    for stops, want in (
        ([tokenizer.encode("<|im_start|>")], "One. Two."),
        ([tokenizer.encode(" Two.")], "One."),
        ([tokenizer.encode("wo.<|im_end|>Th")], "One. Two.Three."),
        ([tokenizer.encode("Four"), tokenizer.encode(".")], "One"),
    ):
        events = answered(tokenizer, ids, stops)
        assert text(events) == want
    assert text(answered(tokenizer, ids)) == "One. Two.Three."
