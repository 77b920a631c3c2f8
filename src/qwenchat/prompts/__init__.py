"""Messages to prompt pieces, and a model's text to reasoning and answer: pure text, which knows no ids."""

from qwenchat.prompts.answer_parser import AnswerParser
from qwenchat.prompts.argument_types import referred, types_of
from qwenchat.prompts.calls import Form
from qwenchat.prompts.errors import TemplateError, TemplateRefusal
from qwenchat.prompts.first import FirstTemplate
from qwenchat.prompts.limits import Limits
from qwenchat.prompts.pieces import Piece, Special, Text, spelled
from qwenchat.prompts.reasoning import (
    Event,
    Markup,
    ReasoningState,
    close,
    feed,
    start,
    starts_in_thought,
    thought_at_end,
)
from qwenchat.prompts.template import ChatTemplate, default_template
from qwenchat.prompts.tooling import Tooling, explains_calls, tooling_of, with_arguments_for

__all__ = [
    "AnswerParser",
    "ChatTemplate",
    "Event",
    "FirstTemplate",
    "Form",
    "Limits",
    "Markup",
    "Piece",
    "ReasoningState",
    "Special",
    "TemplateError",
    "TemplateRefusal",
    "Text",
    "Tooling",
    "close",
    "default_template",
    "explains_calls",
    "feed",
    "referred",
    "spelled",
    "start",
    "starts_in_thought",
    "thought_at_end",
    "tooling_of",
    "types_of",
    "with_arguments_for",
]
