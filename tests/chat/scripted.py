"""A scripted model: the embedded one through the real engine, every token of its answer forced by a guide."""

from collections.abc import Iterator, Sequence
from typing import Any

from qwenchat import ChatModel, ChatTokenizer
from qwenchat.engine import Advice, Engine, Forced, Request
from qwenchat.protocol import Event


class Script:
    """A guide under which the model says `ids` and then ends its turn."""

    def __init__(self, ids: Sequence[int], end_id: int) -> None:
        self._ids = (*ids, end_id)

    def advise(self, answer: Sequence[int]) -> Advice:
        """The rest of the script; a few ids at a time, as a model's own would come."""
        return Forced(self._ids[len(answer) : len(answer) + 3])


class ScriptedEngine:
    """An engine that says `text` to whoever asks, in tokens where special ones are parsed."""

    def __init__(self, engine: Engine, tokenizer: ChatTokenizer, text: str) -> None:
        self._engine = engine
        self._script = Script(tokenizer.encode(text), tokenizer.vocabulary.added["<|im_end|>"])
        self.n_positions, self.n_vocab = engine.n_positions, engine.n_vocab

    def stream(self, request: Request) -> Iterator[Any]:
        """The engine's own stream, under the script."""
        prompt, sampling, stops = request.prompt, request.sampling, request.stop_ids
        return self._engine.stream(Request(prompt, sampling, stops, request.n_vocab, self._script, request.salt))


def saying(model: ChatModel, tokenizer: ChatTokenizer, text: str, **keywords: Any) -> list[Event]:
    """The events of an answer in which the model says `text`."""
    scripted = ChatModel(ScriptedEngine(model.engine, tokenizer, text), model.generation_config, "scripted")  # type: ignore[arg-type]
    return list(scripted.stream(tokenizer, [{"role": "user", "content": "Go on."}], **keywords))
