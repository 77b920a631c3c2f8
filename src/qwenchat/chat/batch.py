"""Many questions at once, for offline work."""

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from qwenchat.chat.history import Turn, checked_history, checked_query
from qwenchat.protocol.errors import InvalidValue, QwenChatError

AHEAD = 256  # questions that are with the engine at once; the others wait as text

Asked = tuple[str, list[Turn]]


def answer_all(begin: Callable[[str, list[Turn]], Iterator[str]], asked: Sequence[Asked]) -> list[Asked]:
    """The answer to each question, in order, and its history with it; a progress bar where stderr is a terminal.

    `begin` sets an answer going at once, and gives it as it grows. An error says at which question it came.
    """
    started: deque[Iterator[str]] = deque()
    to_do, answers = iter(asked), list[Asked]()
    try:
        for query, turns in _watched(asked):
            for one in islice(to_do, AHEAD - len(started)):
                started.append(begin(*one))
            answer = ""
            for answer in started.popleft():  # noqa: B007 (the last one is the answer)
                pass
            answers.append((answer, [*turns, (query, answer)]))
    except QwenChatError as error:
        error.add_note(f"in queries[{len(answers) + len(started)}]")
        raise
    finally:
        for answering in started:
            answering.close()  # type: ignore[attr-defined]
    return answers


def checked_questions(queries: object, histories: object) -> list[Asked]:
    """Each query with its history; raises InvalidValue, naming the entry, when one is not what `chat` takes."""
    if not isinstance(queries, list | tuple):
        raise InvalidValue("queries", queries, "a list of texts is needed")
    if histories is None:
        histories = [None] * len(queries)
    if not isinstance(histories, list | tuple) or len(histories) != len(queries):
        raise InvalidValue(
            "histories", histories, f"None or a list of {len(queries)} histories, one a query, is needed"
        )
    asked = []
    for i, (query, history) in enumerate(zip(queries, histories, strict=True)):
        try:
            asked.append((checked_query(query), checked_history(history)))
        except InvalidValue as e:
            name = f"queries[{i}]" if e.param == "query" else f"histories[{i}]"
            raise InvalidValue(name, e.value, e.allowed) from None
    return asked


def _watched(asked: Sequence[Asked]) -> Iterator[Asked]:
    if not sys.stderr.isatty():
        return iter(asked)
    from rich.console import Console  # only somebody who looks needs it
    from rich.progress import track

    return iter(track(asked, "Answering", console=Console(stderr=True), transient=True))
