"""A streamed reply, added up."""

from collections.abc import Iterator, Mapping
from typing import Any


def thought_of(part: Mapping[str, Any]) -> str:
    """The reasoning in a message or delta, by either of the names that services have for it."""
    return part.get("reasoning_content") or part.get("reasoning") or ""


class Increments:
    """What is new in each text of a stream, for the few models that repeat everything so far each time."""

    def __init__(self, repeats: bool) -> None:
        self._repeats = repeats
        self._so_far = ""

    def new(self, text: str) -> str:
        """The part of `text` that wasn't there before."""
        if not self._repeats:
            return text
        old, self._so_far = self._so_far, text or self._so_far
        return text.removeprefix(old) if text.startswith(old) else ""


class Whole:
    """Adds the chunks of one streamed answer (the first, where there are several) up to a message."""

    def __init__(self, repeats: bool = False) -> None:
        self._increments = Increments(repeats)
        self._model: str | None = None
        self._content: list[str] = []
        self._thought: list[str] = []
        self._calls: dict[int, dict[str, Any]] = {}
        self._finish_reason: str | None = None

    def push(self, chunk: Mapping[str, Any]) -> tuple[str, str]:
        """Take a chunk; what it adds to the thought and to the answer."""
        self._model = self._model or chunk.get("model")
        thought = content = ""
        for choice in _first(chunk):
            delta = choice.get("delta") or {}
            thought += thought_of(delta)
            content += self._increments.new(delta.get("content") or "")
            self._finish_reason = choice.get("finish_reason") or self._finish_reason
            for call in delta.get("tool_calls") or ():
                self._add_call(call)
        self._thought.append(thought)
        self._content.append(content)
        return thought, content

    def reply(self) -> dict[str, Any]:
        """What a whole reply would have said; the thought stands beside `choices`."""
        message: dict[str, Any] = {"role": "assistant", "content": "".join(self._content)}
        if self._calls:
            message["tool_calls"] = [self._calls[index] for index in sorted(self._calls)]
        choice = {"message": message, "finish_reason": self._finish_reason}
        thought = "".join(self._thought)
        return {"model": self._model, "choices": [choice]} | ({"reasoning": thought} if thought else {})

    def _add_call(self, delta: Mapping[str, Any]) -> None:
        """The first delta of a call is its start; of the later ones only the arguments count."""
        function = delta.get("function") or {}
        arguments = function.get("arguments") or ""
        index = delta.get("index") or 0
        if index in self._calls:
            self._calls[index]["function"]["arguments"] += arguments
        else:
            self._calls[index] = dict(delta) | {"function": dict(function) | {"arguments": arguments}}


def _first(chunk: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from (choice for choice in chunk.get("choices") or () if not choice.get("index"))
