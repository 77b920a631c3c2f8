"""What the catalogue says of the model a request names, where it matters to an answer."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from qwenchat.protocol import ChatRequest

if TYPE_CHECKING:
    from qwenchat.catalogue import Row


def with_default_thinking(request: ChatRequest, may_switch: bool) -> ChatRequest:
    """The request, its thinking as its model's row has it where nobody has said a word.

    `may_switch`: the template minds whether the model shall think.
    """
    thinking, row = request.thinking, _row(request.model)
    if row is None:
        return request
    if thinking.enable is None and may_switch and row.thinking in ("on", "off"):
        thinking = replace(thinking, enable=row.thinking == "on")
    if thinking.preserve is None and row.preserve_thinking:
        thinking = replace(thinking, preserve=True)
    return replace(request, thinking=thinking)


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
