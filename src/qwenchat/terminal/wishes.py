"""What the command line wishes for: how answers are made and shown."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Wishes(Struct, frozen=True):
    """Made once by the command line. `system` None leaves that turn to the template; `think` None too."""

    system: str | None
    parameters: Mapping[str, int | float]
    think: bool | None
    stats: bool
    colour: bool


def stream_keywords(parameters: Mapping[str, int | float]) -> dict[str, Any]:
    """Parameters as keywords of `ChatModel.stream`. Who narrows the choice of tokens wants one made.

    Without this `--top-p 0.9` would be taken, and do nothing, for a checkpoint whose default is greedy.
    """
    narrowed = any(name in parameters for name in ("top_p", "top_k", "min_p"))
    return {**parameters, "do_sample": True} if narrowed and "temperature" not in parameters else dict(parameters)
