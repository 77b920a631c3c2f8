"""What holds an answer to a form while it is written: budgets of thought, grammars, calls that must come."""

from qwenchat.guides.answer import AnswerGuide
from qwenchat.guides.compiler import Compiler
from qwenchat.guides.grammars import calls_grammar, format_grammar
from qwenchat.guides.stages import Fixed, Grammar, Stage, Thought, mask_without

__all__ = [
    "AnswerGuide",
    "Compiler",
    "Fixed",
    "Grammar",
    "Stage",
    "Thought",
    "calls_grammar",
    "format_grammar",
    "mask_without",
]
