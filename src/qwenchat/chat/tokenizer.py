"""A tokenizer and the chat template that came with it: text to ids, messages to ids."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qwenchat.prompts import (
    ChatTemplate,
    FirstTemplate,
    Piece,
    Special,
    Tooling,
    starts_in_thought,
    tooling_of,
    with_arguments_for,
)
from qwenchat.protocol.errors import InvalidValue
from qwenchat.tokens import Tokenizer

if TYPE_CHECKING:
    from qwenchat.guides import Compiler

# Ids that end a turn, whatever a checkpoint's generation config says: the first Qwen's names end-of-text there,
# and runs past its answer without the other two.
TURN_ENDS = ("<|im_end|>", "<|endoftext|>", "<|im_start|>")


class ChatTokenizer:
    """What `AutoTokenizer.from_pretrained` gives: `encode`, `decode`, and the template of a chat."""

    def __init__(
        self, vocabulary: Tokenizer, template: ChatTemplate | FirstTemplate, name_or_path: str, folder: Path
    ) -> None:
        self.vocabulary = vocabulary
        self.template = template
        self.name_or_path = name_or_path
        self.folder = folder

    def __len__(self) -> int:
        return self.vocabulary.n_vocab

    def __repr__(self) -> str:
        return f"ChatTokenizer({self.name_or_path!r}, n_vocab={len(self)})"

    def encode(self, text: str) -> list[int]:
        """The ids of `text`. Special tokens in it are parsed: this text is the caller's own."""
        if not isinstance(text, str):
            raise InvalidValue("text", text, "a text is needed")
        return self.vocabulary.encode(text)

    def decode(self, ids: int | Sequence[int], skip_special_tokens: bool = False, errors: str = "replace") -> str:
        """The text of `ids`; `errors` as in `bytes.decode`."""
        return self.vocabulary.decode(
            [ids] if isinstance(ids, int) else list(ids), skip_special_tokens=skip_special_tokens, errors=errors
        )

    def pieces(
        self, messages: Sequence[Mapping[str, Any]], tools: Sequence[Mapping[str, Any]] | None = None, **keywords: Any
    ) -> list[Piece]:
        """The prompt for the next answer, as pieces; `keywords` go to the template."""
        messages = with_arguments_for(self.tooling, messages)
        return self.template.render(messages, tools=tools, add_generation_prompt=True, **keywords)

    @cached_property
    def _names(self) -> frozenset[str]:
        return self.template.names()

    @property
    def may_switch_thinking(self) -> bool:
        """Whether the template minds `enable_thinking`."""
        return "enable_thinking" in self._names

    @property
    def may_weigh_effort(self) -> bool:
        """Whether the template minds `reasoning_effort`."""
        return "reasoning_effort" in self._names

    @cached_property
    def thinks(self) -> bool:
        """Whether the model can think, as far as its template tells."""
        probe = [{"role": "user", "content": "Hi"}]
        return self.may_switch_thinking or starts_in_thought(self.template.render(probe))

    @cached_property
    def tooling(self) -> Tooling | None:
        """How the template writes calls; None where it has no form for tools."""
        return tooling_of(self.template)

    def ids(self, pieces: Sequence[Piece]) -> list[int]:
        """The ids of a prompt. Special tokens come from `Special` pieces only; text is text, whatever it spells."""
        out: list[int] = []
        for piece in pieces:
            if isinstance(piece, Special):
                out.append(self.vocabulary.added[piece.token])
            else:
                out += self.vocabulary.encode_text(piece.text)
        return out

    @cached_property
    def compiler(self) -> "Compiler":
        """Compiles grammars for this tokenizer; made when first asked for, in about a second for a whole vocabulary."""
        from qwenchat.guides import Compiler  # few answers need one, and a start is counted in milliseconds

        return Compiler(self.vocabulary, self.turn_end_ids())

    def turn_end_ids(self) -> frozenset[int]:
        """The ids that end an answer."""
        return frozenset(i for t in TURN_ENDS if (i := self.vocabulary.added.get(t)) is not None)
