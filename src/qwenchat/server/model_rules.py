"""The rules of a name: what the catalogue says of it, bounded by what the model behind it can do."""

from typing import Literal

from qwenchat import catalogue
from qwenchat.catalogue import Row
from qwenchat.protocol.responder import About
from qwenchat.protocol.wire.rules import Rules

_UNKNOWN = Row("")


def rules_of(name: str, about: About) -> Rules:
    """The rules for requests that ask for `name`, answered by a model like `about`.

    The service's own limits bind its own names. An open model is limited by its context alone, wherever it runs.
    """
    row = catalogue.find(name) or _UNKNOWN
    max_output = about.context if row.open or row.max_output is None else min(row.max_output, about.context)
    return Rules(
        model=name,
        max_input=min(row.longest_input(False) or about.context, about.context - 1),
        max_output=max_output,
        limits_output=max_output < about.context,
        thinking=_thinking(row, about),
        thinks_by_default=row.thinks(None) if row.may_think() else None,
        max_thought=min(row.max_reasoning or about.context, about.context),
        calls_tools=about.calls_tools and not row.translates,
        stream_only=row.stream_only,
        translates=row.translates,
        repeats=row.streams_whole,
        character=row.character,
        sampling=row.sampling,
        sampling_thinking=row.sampling_thinking,
        min_temperature_thinking=row.min_temperature_thinking,
    )


def _thinking(row: Row, about: About) -> Literal["never", "choice", "always"]:
    if not about.thinks:
        return "never"
    if row is _UNKNOWN:
        return "choice"
    return "always" if row.thinking == "only" else "choice" if row.may_think() else "never"
