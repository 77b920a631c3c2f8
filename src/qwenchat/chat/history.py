"""What is sent of a conversation: messages from (user, assistant) pairs, and the window that old turns fall out of."""

from collections.abc import Callable, Sequence
from typing import Any

from qwenchat.protocol.errors import InvalidValue

Turn = tuple[str, str]
Message = dict[str, Any]


def checked_query(query: object) -> str:
    """The user's words; raises InvalidValue when they are no text or empty."""
    if not isinstance(query, str) or not query:
        raise InvalidValue("query", query, "a non-empty text is needed")
    return query


def checked_history(history: object) -> list[Turn]:
    """A copy of the caller's history; raises InvalidValue, naming the entry, when one is no pair of texts."""
    if history is None:
        return []
    if not isinstance(history, list | tuple):
        raise InvalidValue("history", history, "a list of (user, assistant) pairs is needed")
    turns = []
    for at, turn in enumerate(history):
        if not isinstance(turn, list | tuple) or len(turn) != 2 or not all(isinstance(t, str) for t in turn):
            raise InvalidValue(f"history[{at}]", turn, "a pair of texts (user, assistant) is needed")
        turns.append((turn[0], turn[1]))
    return turns


def messages_from(system: str | None, history: Sequence[Turn], query: str) -> list[Message]:
    """The conversation as messages; `None` as system leaves that turn to the template."""
    messages: list[Message] = [] if system is None else [{"role": "system", "content": system}]
    for said, answered in history:
        messages += [{"role": "user", "content": said}, {"role": "assistant", "content": answered}]
    return [*messages, {"role": "user", "content": query}]


def within_window(
    history: Sequence[Turn], system: str | None, max_window_size: int, n_tokens: Callable[[str], int]
) -> list[Turn]:
    """The newest turns that fit the window, by the rule of the first Qwen's `make_context`.

    From the newest turn backwards, a turn stays while system, turn and the turns already kept are together
    shorter than `max_window_size` tokens in ChatML; the first that doesn't fit ends the walk. System and query
    always stay, and the query isn't counted. `n_tokens` counts a text alone, in which no special token exists:
    role, line break and content are counted each by itself, as that code encodes them.
    """
    n_line = n_tokens("\n")

    def n_turn(role: str, content: str) -> int:
        return 2 + n_tokens(role) + n_line + n_tokens(content)

    n_kept = n_turn("system", system or "")
    kept: list[Turn] = []
    for said, answered in reversed(history):
        n_kept += 2 * n_line + n_turn("user", said) + n_turn("assistant", answered)
        if n_kept >= max_window_size:
            break
        kept.append((said, answered))
    return kept[::-1]
