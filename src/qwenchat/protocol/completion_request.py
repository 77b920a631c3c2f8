"""A request for bare text: no messages, no template, no thought."""

from collections.abc import Mapping

from msgspec import Struct, field


class CompletionRequest(Struct, frozen=True):
    """A text to go on from; with `suffix`, the gap between the two is filled."""

    model: str
    prompt: str | tuple[int, ...]
    suffix: str | None = None
    sampling: Mapping[str, object] = field(default_factory=dict)  # as in ChatRequest
    n: int = 1
    max_tokens: int | None = None
    n_logprobs: int | None = None
    time_limit_s: float | None = None
    salt: str = ""
