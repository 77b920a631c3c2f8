"""What the command line wishes for: how answers are made and shown."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """Made once by the command line. `system` None leaves that turn to the template; `think` None too."""

    system: str | None
    parameters: Mapping[str, int | float]
    think: bool | None
    stats: bool
    colour: bool
