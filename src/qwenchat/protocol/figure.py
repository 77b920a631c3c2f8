"""What a model tells of its work, for a server to publish."""

from typing import Literal

from msgspec import Struct


class Figure(Struct, frozen=True):
    """One number, or how many values lay below each of some bounds; names and kinds are Prometheus'."""

    name: str
    about: str
    kind: Literal["counter", "gauge", "histogram"]
    value: float  # of a histogram: the sum of all values
    bounds: tuple[float, ...] = ()
    counts: tuple[int, ...] = ()  # one more than bounds, for values above all of them
