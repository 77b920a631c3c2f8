"""From tokens to events: ids that end the answer, whole characters, words that end it, then what the text tells."""

import time
from collections.abc import AsyncGenerator, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from qwenchat.chat.stops import IdStops, TextStops
from qwenchat.chat.whole_calls import WholeCalls
from qwenchat.engine import End, Stream, Token
from qwenchat.prompts import AnswerParser
from qwenchat.protocol.errors import InvalidValue
from qwenchat.protocol.events import Answer, CallStart, Event, Finish, FinishReason, TokenChance, Usage
from qwenchat.tokens import TextDecoder, Tokenizer, TokenizerError

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
        n_answer: int | None = None,
        stop_words: Sequence[str] = (),
        whole: Collection[str] = (),
    ) -> None:
        """`n_calls`: the most calls there may be; one more ends the answer. `n_answer`: its most tokens, those of the
        thought not counted. `stop_words` end it as text. `whole`: functions whose arguments are told in one piece.
        """
        self._n_prompt = n_prompt
        self._n_generated = 0
        self._n_reasoning = 0
        self._n_cached = 0
        self._id_stops = IdStops(stop_words_ids)
        self._decoder = TextDecoder(vocabulary, skip_special_tokens=True)
        # A word of broken characters can't be found in text: it is matched as ids alone.
        words = [_text_of(word, at, vocabulary) for at, word in enumerate(stop_words_ids)]
        self._text_stops = TextStops([word for word in words if "\ufffd" not in word] + list(stop_words))
        self._parser = parser
        self._n_calls = n_calls
        self._n_answer = n_answer
        self._whole = WholeCalls(whole)
        self._vocabulary = vocabulary
        self._chances: list[TokenChance] = []  # of tokens whose text isn't told yet

    def push(self, token: Token | End, n_cached: int) -> list[Event]:
        """What can be told after one more token. Once this gives a `Finish`, the answer has ended.

        `n_cached`: tokens of the prompt that needn't be computed. An answer that ends at a word has no `End` to say it.
        """
        self._n_cached = n_cached
        return self._whole.push(self._pushed(token), self._parser.in_call)

    def cut(self) -> list[Event]:
        """The last events of an answer that may not go on."""
        return self._whole.push(self._cut(), self._parser.in_call)

    def _pushed(self, token: Token | End) -> list[Event]:
        if isinstance(token, End):
            if token.error is not None:
                raise token.error
            assert token.reason in ("stop", "length"), "nobody reads on after cancelling"
            return self._last(self._id_stops.flush(), token.reason, cut=token.reason == "length")
        if token.logprob is not None:
            self._chances.append(self._chance(token.id, token.logprob, token.top))
        self._n_generated += 1
        self._n_reasoning += self._parser.in_thought
        ids, ended = self._id_stops.push(token.id)
        if ended:
            return self._last(ids, "stop", cut=True)
        text, ended = self._text_stops.push("".join(map(self._decoder.push, ids)))
        events = self._parser.feed(text)
        if ended or self._parser.is_over:
            return self._ended(events, "stop", cut=ended)
        events = self._with_chances(self._within(events))
        if self._n_answer == self._n_generated - self._n_reasoning and not _is_over(events):
            events += self._cut()
        return events

    def _cut(self) -> list[Event]:
        return self._last(self._id_stops.flush(), "length", cut=True)

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
        return [*self._with_chances(events), self._finish(reason)]

    def _within(self, events: list[Event]) -> list[Event]:
        """`events`, ended before a call too many."""
        for i, event in enumerate(events):
            if isinstance(event, CallStart) and event.index == self._n_calls:
                return [*events[:i], self._finish("tool_calls")]
        return events

    def _with_chances(self, events: list[Event]) -> list[Event]:
        """`events`, the chances of the answer's new tokens with the first of its texts. A thought's are not told."""
        if not self._chances:
            return events
        for i, event in enumerate(events):
            if isinstance(event, Answer):
                events = [*events[:i], Answer(event.text, tuple(self._chances)), *events[i + 1 :]]
                self._chances.clear()
                break
        if self._parser.in_thought or self._parser.in_call:
            self._chances.clear()
        return events

    def _chance(self, id_: int, logprob: float, top: Sequence[tuple[int, float]] = ()) -> TokenChance:
        raw = self._vocabulary.token_bytes(id_)
        return TokenChance(raw.decode("utf-8", "replace"), raw, logprob, tuple(self._chance(i, p) for i, p in top))

    def _finish(self, reason: FinishReason) -> Finish:
        return Finish(reason, Usage(self._n_prompt, self._n_generated, self._n_cached, self._n_reasoning))


def events_of(tokens: Stream, answering: Answering) -> Iterator[Event]:
    """The events of the answer, the last of them `Finish`. Closing this closes `tokens`."""
    try:
        for token in tokens:
            for event in answering.push(token, tokens.n_cached):
                yield event
                if isinstance(event, Finish):
                    return
    finally:
        tokens.close()


async def aevents_of(tokens: "AsyncStream", answering: Answering, until: float | None = None) -> AsyncGenerator[Event]:
    """`events_of` for an event loop; after `until`, by the monotonic clock, the next token is the last."""
    try:
        async for token in tokens:
            events = answering.push(token, tokens.n_cached)
            if until is not None and time.monotonic() > until and not _is_over(events):
                events += answering.cut()
            for event in events:
                yield event
                if isinstance(event, Finish):
                    return
    finally:
        await tokens.aclose()


def _text_of(word: Sequence[int], at: int, vocabulary: Tokenizer) -> str:
    """The text of the stop word at `at`; none where it has a special token, which is found by its id alone."""
    try:
        text = vocabulary.decode(word)
    except TokenizerError as error:
        raise InvalidValue(f"stop_words_ids[{at}]", list(word), str(error)) from None
    return text if vocabulary.special_ids.isdisjoint(word) else ""


def _is_over(events: list[Event]) -> bool:
    return bool(events) and isinstance(events[-1], Finish)
