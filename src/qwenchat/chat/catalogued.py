"""What the catalogue says of the model a request names, where it matters to an answer."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from qwenchat.protocol import ChatRequest

if TYPE_CHECKING:
    from qwenchat.catalogue import Row


def with_default_thinking(request: ChatRequest) -> ChatRequest:
    """The request, its thinking switched as its model's row has it where nobody has said a word."""
    if request.thinking.enable is not None:
        return request
    row = _row(request.model)
    if row is None or row.thinking not in ("on", "off"):
        return request
    return replace(request, thinking=replace(request.thinking, enable=row.thinking == "on"))


def n_answer(request: ChatRequest) -> int | None:
    """The most tokens of the answer alone, the thought not counted: `max_tokens`, as some models' rows define it."""
    row = None if request.max_tokens is None else _row(request.model)
    return request.max_tokens if row is not None and row.max_tokens_counts == "answer" else None


def n_total(request: ChatRequest) -> int | None:
    """The most tokens of thought and answer together."""
    most = [request.max_completion_tokens, None if n_answer(request) is not None else request.max_tokens]
    return min((n for n in most if n is not None), default=None)


def _row(name: str) -> "Row | None":
    if name == "tiny":
        return None  # it has no row, and its first answer shouldn't wait for the catalogue to be read
    from qwenchat.catalogue import find

    return find(name)
