"""What the catalogue says of one model."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

Thinking = Literal["none", "off", "on", "only"]
When = Literal["never", "not thinking", "always"]


class Row(Struct, frozen=True):
    """One model: what it may do, and what applies when a request leaves something out. Counts are in tokens.

    None means that the sources don't say; for an open model the checkpoint may.
    """

    name: str  # as the hosted service spells it
    open: bool = False  # its weights can be had
    regions: tuple[str, ...] = ()  # where it is offered, if not everywhere
    uses: tuple[str, ...] = ()  # what the advice recommends it for

    context: int | None = None
    max_input: int | None = None
    max_input_thinking: int | None = None  # where it differs
    max_output: int | None = None  # of the answer; where `max_tokens_counts` is "total", of everything
    max_reasoning: int | None = None
    default_reasoning: int | None = None  # where it is less than `max_reasoning`
    max_tokens_counts: Literal["answer", "total"] = "answer"

    thinking: Thinking = "none"  # "off" and "on" are the default of a model that can do both
    stream_only: bool = False  # the hosted service refuses a thinking call that isn't streamed
    efforts: tuple[str, ...] = ()  # the reasoning_effort values it takes
    preserve_thinking: bool = False  # the default
    min_temperature_thinking: float = 0.0  # lower ones are raised to it

    tools: bool = False
    json_object: When = "never"
    json_schema: bool = False
    partial: When = "never"
    search: bool = False
    cache: bool = False
    translates: bool = False  # takes translation_options and one user message, and nothing else
    streams_whole: bool = False  # each chunk of a stream repeats everything so far
    character: bool = False  # plays a role; its persona outlives a long history
    fill_in_the_middle: bool = False  # takes /completions with a suffix

    sampling: Mapping[str, float] = field(default_factory=dict)
    sampling_thinking: Mapping[str, float] = field(default_factory=dict)
    rpm: int | None = None  # the hosted service's limits, a minute, in Beijing
    tpm: int | None = None

    def may_think(self) -> bool:
        """Whether it can think at all."""
        return self.thinking != "none"

    def thinks(self, asked: bool | None) -> bool:
        """Whether it thinks when a request asks for that, or (None) leaves it open."""
        if self.thinking in ("none", "only"):
            return self.thinking == "only"
        return self.thinking == "on" if asked is None else asked

    def defaults(self, thinking: bool) -> Mapping[str, float]:
        """The sampling parameters that apply in this mode when a request leaves them out."""
        return self.sampling_thinking if thinking else self.sampling

    def longest_input(self, thinking: bool) -> int | None:
        """The most tokens a prompt may have in this mode."""
        return (self.max_input_thinking if thinking else None) or self.max_input


class Advice(Struct, frozen=True):
    """Which models suit a use; the first one named is the recommended one."""

    use: str
    words: tuple[str, ...]  # what people also call it
    models: tuple[str, ...]
    note: str


class Region(Struct, frozen=True):
    """A place where the hosted service runs. Keys are bound to one."""

    name: str
    id: str
    base_url: str | None = None  # the host all accounts share, where there is one

    def workspace_url(self, workspace: str) -> str:
        """The base address of one account's workspace in this region."""
        return f"https://{workspace}.{self.id}.maas.aliyuncs.com/compatible-mode/v1"
