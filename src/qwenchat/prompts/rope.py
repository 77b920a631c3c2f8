"""Text held back: grows in constant time, and an older version of it stays as it was."""

from typing import TypeAlias

Rope: TypeAlias = "tuple[Rope, str] | None"


def joined(rope: Rope) -> str:
    """The whole text."""
    parts = []
    while rope is not None:
        rope, part = rope
        parts.append(part)
    return "".join(reversed(parts))
