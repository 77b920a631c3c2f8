"""From tokens to events: ids that end the answer, whole characters, words that end it, then what the text tells."""

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import TYPE_CHECKING

from qwenchat.chat.stops import IdStops, TextStops
from qwenchat.engine import End, Token
from qwenchat.prompts import AnswerParser
from qwenchat.protocol.events import CallStart, Event, Finish, FinishReason, Usage
from qwenchat.tokens import TextDecoder, Tokenizer

if TYPE_CHECKING:
    from qwenchat.engine.astream import AsyncStream  # a plain chat has no event loop


class Answering:
    """One answer in the making."""

    def __init__(
        self,
        vocabulary: Tokenizer,
        n_prompt: int,
        stop_words_ids: Sequence[Sequence[int]],
        parser: AnswerParser,
        n_calls: int | None = None,
    ) -> None:
        """`n_calls`: the most calls there may be; one more ends the answer."""
        self._n_prompt = n_prompt
        self._n_generated = 0
        self._n_reasoning = 0
        self._n_cached = 0
        self._id_stops = IdStops(stop_words_ids)
        self._decoder = TextDecoder(vocabulary, skip_special_tokens=True)
        # A sequence with a special token has no text of its own, and one of broken characters can't be found in text:
        # those are matched as ids alone.
        words = [vocabulary.decode(word) for word in stop_words_ids if vocabulary.special_ids.isdisjoint(word)]
        self._text_stops = TextStops([word for word in words if "\ufffd" not in word])
        self._parser = parser
        self._n_calls = n_calls

    def push(self, token: Token | End) -> list[Event]:
        """What can be told after one more token. Once this gives a `Finish`, the answer has ended."""
        if isinstance(token, End):
            if token.error is not None:
                raise token.error
            assert token.reason in ("stop", "length"), "nobody reads on after cancelling"
            self._n_cached = token.n_cached
            return self._last(self._id_stops.flush(), token.reason, cut=token.reason == "length")
        self._n_generated += 1
        self._n_reasoning += self._parser.in_thought
        ids, ended = self._id_stops.push(token.id)
        if ended:
            return self._last(ids, "stop", cut=True)
        text, ended = self._text_stops.push("".join(map(self._decoder.push, ids)))
        events = self._parser.feed(text)
        return self._ended(events, "stop", cut=True) if ended else self._within(events)

    def _last(self, ids: list[int], reason: FinishReason, cut: bool) -> list[Event]:
        """The last texts: nothing is held back any more."""
        text = "".join(map(self._decoder.push, ids)) + self._decoder.flush()
        free, ended = self._text_stops.push(text)
        text = free if ended else free + self._text_stops.flush()
        return self._ended(self._parser.feed(text), "stop" if ended else reason, cut or ended)

    def _ended(self, events: list[Event], reason: FinishReason, cut: bool) -> list[Event]:
        unfinished = cut and self._parser.in_call
        events = self._within([*events, *self._parser.close(cut)])
        if events and isinstance(events[-1], Finish):
            return events
        if reason == "stop" and self._parser.n_calls and not unfinished:
            reason = "tool_calls"
        return [*events, self._finish(reason)]

    def _within(self, events: list[Event]) -> list[Event]:
        """`events`, ended before a call too many."""
        for i, event in enumerate(events):
            if isinstance(event, CallStart) and event.index == self._n_calls:
                return [*events[:i], self._finish("tool_calls")]
        return events

    def _finish(self, reason: FinishReason) -> Finish:
        return Finish(reason, Usage(self._n_prompt, self._n_generated, self._n_cached, self._n_reasoning))


def events_of(tokens: Iterator[Token | End], answering: Answering) -> Iterator[Event]:
    """The events of the answer, the last of them `Finish`. Closing this closes `tokens`."""
    try:
        for token in tokens:
            for event in answering.push(token):
                yield event
                if isinstance(event, Finish):
                    return
    finally:
        tokens.close()  # type: ignore[attr-defined]


async def aevents_of(tokens: "AsyncStream", answering: Answering) -> AsyncIterator[Event]:
    """`events_of` for an event loop."""
    try:
        async for token in tokens:
            for event in answering.push(token):
                yield event
                if isinstance(event, Finish):
                    return
    finally:
        await tokens.aclose()
