"""From tokens to events: ids that end the answer, whole characters, words that end it, thought and answer apart."""

from collections.abc import Iterator, Sequence

from qwenchat.chat.events import Event, Finish
from qwenchat.chat.stops import IdStops, TextStops
from qwenchat.engine import End, Token
from qwenchat.prompts import ReasoningParser
from qwenchat.tokens import TextDecoder, Tokenizer


class Answering:
    """One answer in the making."""

    def __init__(
        self, vocabulary: Tokenizer, n_prompt: int, stop_words_ids: Sequence[Sequence[int]], in_thought: bool
    ) -> None:
        self._n_prompt = n_prompt
        self._id_stops = IdStops(stop_words_ids)
        self._decoder = TextDecoder(vocabulary, skip_special_tokens=True)
        # A sequence with a special token has no text of its own, and one of broken characters can't be found in text:
        # those are matched as ids alone.
        words = [vocabulary.decode(word) for word in stop_words_ids if vocabulary.special_ids.isdisjoint(word)]
        self._text_stops = TextStops([word for word in words if "\ufffd" not in word])
        # A model whose tokenizer has no such token never thinks: its text is all answer.
        self._parser = ReasoningParser(in_thought, thinks="<think>" in vocabulary.added)

    def events(self, tokens: Iterator[Token | End]) -> Iterator[Event]:
        """The events of the answer, the last of them `Finish`. Closing this closes `tokens`."""
        n_generated = 0
        try:
            for token in tokens:
                if isinstance(token, End):
                    yield from self._rest(self._id_stops.flush())
                    yield Finish(token.reason, self._n_prompt, n_generated)
                    return
                n_generated += 1
                ids, ended = self._id_stops.push(token.id)
                if ended:
                    yield from self._rest(ids)
                    yield Finish("stop", self._n_prompt, n_generated)
                    return
                text, ended = self._text_stops.push("".join(map(self._decoder.push, ids)))
                yield from self._parser.feed(text)
                if ended:
                    yield from self._parser.close()
                    yield Finish("stop", self._n_prompt, n_generated)
                    return
        finally:
            tokens.close()  # type: ignore[attr-defined]

    def _rest(self, ids: list[int]) -> Iterator[Event]:
        """The last events: nothing is held back any more."""
        text = "".join(map(self._decoder.push, ids)) + self._decoder.flush()
        free, ended = self._text_stops.push(text)
        yield from self._parser.feed(free if ended else free + self._text_stops.flush())
        yield from self._parser.close()
