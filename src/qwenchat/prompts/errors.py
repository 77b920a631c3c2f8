"""What can go wrong with a chat template."""

from qwenchat.protocol import QwenChatError


class TemplateError(QwenChatError, ValueError):
    """A chat template that can't be read or fails on these messages; `line` is the template's, where known."""

    def __init__(self, what: str, line: int | None = None) -> None:
        super().__init__(f"chat template: {what}" if line is None else f"chat template, line {line}: {what}")
        self.what = what
        self.line = line


class TemplateRefusal(TemplateError):
    """The template itself refuses these messages; `what` is its own sentence (`raise_exception`)."""
