"""From tokens to events: ids that end the answer, whole characters, words that end it, thought and answer apart."""

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import TYPE_CHECKING

from qwenchat.chat.stops import IdStops, TextStops
from qwenchat.engine import End, Token
from qwenchat.prompts import ReasoningParser
from qwenchat.protocol.events import Event, Finish, FinishReason, Usage
from qwenchat.tokens import TextDecoder, Tokenizer

if TYPE_CHECKING:
    from qwenchat.engine.astream import AsyncStream  # a plain chat has no event loop


class Answering:
    """One answer in the making."""

    def __init__(
        self, vocabulary: Tokenizer, n_prompt: int, stop_words_ids: Sequence[Sequence[int]], in_thought: bool
    ) -> None:
        self._n_prompt = n_prompt
        self._n_generated = 0
        self._id_stops = IdStops(stop_words_ids)
        self._decoder = TextDecoder(vocabulary, skip_special_tokens=True)
        # A sequence with a special token has no text of its own, and one of broken characters can't be found in text:
        # those are matched as ids alone.
        words = [vocabulary.decode(word) for word in stop_words_ids if vocabulary.special_ids.isdisjoint(word)]
        self._text_stops = TextStops([word for word in words if "\ufffd" not in word])
        # A model whose tokenizer has no such token never thinks: its text is all answer.
        self._parser = ReasoningParser(in_thought, thinks="<think>" in vocabulary.added)

    def push(self, token: Token | End) -> list[Event]:
        """What can be told after one more token. Once this gives a `Finish`, the answer has ended."""
        if isinstance(token, End):
            if token.error is not None:
                raise token.error
            assert token.reason in ("stop", "length"), "nobody reads on after cancelling"
            return [*self._rest(self._id_stops.flush()), self._finish(token.reason, token.n_cached)]
        self._n_generated += 1
        ids, ended = self._id_stops.push(token.id)
        if ended:
            return [*self._rest(ids), self._finish("stop")]
        text, ended = self._text_stops.push("".join(map(self._decoder.push, ids)))
        told: list[Event] = [*self._parser.feed(text)]
        return [*told, *self._parser.close(), self._finish("stop")] if ended else told

    def _finish(self, reason: FinishReason, n_cached: int = 0) -> Finish:
        return Finish(reason, Usage(self._n_prompt, self._n_generated, n_cached))

    def _rest(self, ids: list[int]) -> list[Event]:
        """The last texts: nothing is held back any more."""
        text = "".join(map(self._decoder.push, ids)) + self._decoder.flush()
        free, ended = self._text_stops.push(text)
        text = free if ended else free + self._text_stops.flush()
        return [*self._parser.feed(text), *self._parser.close()]


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
