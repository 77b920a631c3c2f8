"""The prompt of the first Qwen, whose checkpoints carry no template: `make_context` in its chat model's code."""

from typing import Final

from qwenchat.prompts.first_tools import in_lines, waits
from qwenchat.prompts.pieces import Piece, Special, Text
from qwenchat.protocol import checked_messages

SYSTEM: Final = "You are a helpful assistant."
_START, _END, _LINE = Special("<|im_start|>"), Special("<|im_end|>"), Text("\n")


class FirstTemplate:
    """ChatML in which role, line break and content are each encoded alone.

    So a content that begins with a line break keeps its own token, where a template's run of text would join the two.
    """

    def names(self) -> frozenset[str]:
        """What is read of a request."""
        return frozenset(("messages",))

    def render(
        self, messages: object, tools: object = None, add_generation_prompt: bool = True, **_: object
    ) -> list[Piece]:
        """The prompt; an empty system turn is written, a missing one is the default.

        With `tools` the first question tells of them and of the lines to call them in (see `first_tools`). Raises
        `InvalidValue` for messages that aren't any, `TemplateRefusal` for a result that follows no call.
        """
        turns = in_lines(checked_messages(messages), tools)
        pieces = [] if turns[0][0] == "system" else turn("system", SYSTEM)
        for role, content in turns:
            pieces += [_LINE] if pieces else []
            pieces += turn(role, content)
        if turns[-1][0] == "assistant" and waits(messages):
            return pieces[:-1]  # the model goes on behind the result, in the same turn
        return [*pieces, _LINE, _START, Text("assistant"), _LINE] if add_generation_prompt else pieces


def turn(role: str, content: str) -> list[Piece]:
    """One turn."""
    return [_START, Text(role), _LINE, Text(content), _END]
