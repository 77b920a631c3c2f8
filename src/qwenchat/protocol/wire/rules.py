"""What one name of a service may do: the limits that its requests are checked against."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field


class Rules(Struct, frozen=True):
    """The rules of one model, under the name that was asked for. Counts are tokens."""

    model: str
    max_input: int
    max_output: int
    limits_output: bool = False  # without max_tokens the answer ends at max_output, not at the context's end
    thinking: Literal["never", "choice", "always"] = "never"
    thinks_by_default: bool | None = None  # None: as the model's own template has it
    max_thought: int = 1
    calls_tools: bool = True
    stream_only: bool = False  # the service refuses thinking without a stream; minded in strict mode
    translates: bool = False  # one user message, and `translation_options`
    repeats: bool = False  # each chunk of a stream tells the whole text so far
    character: bool = False  # plays a role that outlives a long history
    sampling: Mapping[str, float] = field(default_factory=dict)  # where the request says nothing
    sampling_thinking: Mapping[str, float] = field(default_factory=dict)
    min_temperature_thinking: float = 0.0  # lower ones are raised to it

    def defaults(self, thinks: bool) -> Mapping[str, float]:
        """The sampling parameters of a mode."""
        return self.sampling_thinking if thinks else self.sampling
