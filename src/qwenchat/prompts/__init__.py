"""Messages to prompt pieces, and a model's text to reasoning and answer: pure text, which knows no ids."""

from qwenchat.prompts.errors import TemplateError, TemplateRefusal
from qwenchat.prompts.first import FirstTemplate
from qwenchat.prompts.limits import Limits
from qwenchat.prompts.pieces import Piece, Special, Text, spelled
from qwenchat.prompts.reasoning import (
    Event,
    Markup,
    ReasoningParser,
    ReasoningState,
    close,
    feed,
    start,
    starts_in_thought,
)
from qwenchat.prompts.template import ChatTemplate, default_template

__all__ = [
    "ChatTemplate",
    "Event",
    "FirstTemplate",
    "Limits",
    "Markup",
    "Piece",
    "ReasoningParser",
    "ReasoningState",
    "Special",
    "TemplateError",
    "TemplateRefusal",
    "Text",
    "close",
    "default_template",
    "feed",
    "spelled",
    "start",
    "starts_in_thought",
]
