"""Messages to prompt pieces, and a model's text to reasoning and answer: pure text, which knows no ids."""

from qwenchat.prompts.errors import TemplateError, TemplateRefusal
from qwenchat.prompts.limits import Limits
from qwenchat.prompts.pieces import Piece, Special, Text, spelled
from qwenchat.prompts.template import ChatTemplate, default_template

__all__ = [
    "ChatTemplate",
    "Limits",
    "Piece",
    "Special",
    "TemplateError",
    "TemplateRefusal",
    "Text",
    "default_template",
    "spelled",
]
