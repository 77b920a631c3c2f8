"""The one tree of errors a user of qwenchat may meet; each says which field, what it was, and what to do."""

from collections.abc import Collection

_LONGEST_SHOWN = 120


class QwenChatError(Exception):
    """The root of every error that qwenchat raises on purpose."""


class InvalidValue(QwenChatError, ValueError):
    """A value of the user's that can't be served: which field, the value, and what is allowed."""

    def __init__(self, param: str, value: object, allowed: str) -> None:
        super().__init__(f"{param}: got {shown(value)}; {allowed}")
        self.param = param
        self.value = value
        self.allowed = allowed


class ContextLengthError(InvalidValue):
    """A prompt that the model's context can't hold; both counts are given, in tokens."""

    def __init__(self, n_prompt: int, n_context: int, param: str = "messages") -> None:
        allowed = (
            f"the prompt has {n_prompt} tokens and the model's context holds {n_context}, the answer included: "
            "shorten or drop messages"
        )
        super().__init__(param, n_prompt, allowed)
        self.n_prompt = n_prompt
        self.n_context = n_context


def shown(value: object) -> str:
    """`repr(value)`, cut to a length fit for an error message."""
    try:
        text = repr(value[: 2 * _LONGEST_SHOWN] if isinstance(value, str) else value)
    except ValueError:  # an int of more digits than Python will print
        text = f"a huge {type(value).__name__}"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def unknown_name(name: str, known: Collection[str], kind: str) -> InvalidValue:
    """The error for a name that is none of `known`: the nearest one is suggested, else all are listed."""
    from difflib import get_close_matches  # only an error needs it, and a start is counted in milliseconds

    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known))}"
    return InvalidValue(name, name, f"not a {kind}; {hint}")
