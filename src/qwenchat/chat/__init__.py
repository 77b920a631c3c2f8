"""The door for Python: where text meets ids."""

from qwenchat.chat.auto import AutoModelForCausalLM, AutoTokenizer
from qwenchat.chat.generation import GenerationConfig
from qwenchat.chat.model import ChatModel
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.chat.warned import AnswerCut, QwenChatWarning, TurnsDropped
from qwenchat.protocol.events import Answer, CallArguments, CallStart, Event, Finish, Reasoning

__all__ = [
    "Answer",
    "AnswerCut",
    "AutoModelForCausalLM",
    "AutoTokenizer",
    "CallArguments",
    "CallStart",
    "ChatModel",
    "ChatTokenizer",
    "Event",
    "Finish",
    "GenerationConfig",
    "QwenChatWarning",
    "Reasoning",
    "TurnsDropped",
]
