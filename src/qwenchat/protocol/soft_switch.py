"""The switches that people write into their messages: /think and /no_think."""

import re
from collections.abc import Iterable, Mapping

from qwenchat.protocol.json_data import Json

_SWITCH = re.compile(r"(?<!\S)/(no_)?think(?!\S)")


def soft_switch(messages: Iterable[Mapping[str, Json]]) -> bool | None:
    """Whether the last `/think` or `/no_think` in user or system text asks for thinking; None without any.

    Qwen3's rule of April 2025, here for every model that leaves a choice. `messages` as `checked_messages` gives
    them. The switch stays in the text, where models were trained to see it.

    >>> soft_switch([{"role": "user", "content": "Why? /no_think"}])
    False
    """
    asked = None
    for message in messages:
        content = message.get("content")
        if message.get("role") in ("user", "system") and isinstance(content, str):
            for found in _SWITCH.finditer(content):
                asked = found[1] is None
    return asked
