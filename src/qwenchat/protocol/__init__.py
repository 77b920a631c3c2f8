"""What travels on the wire, and its rules: messages, requests, sampling parameters, events and errors."""

from qwenchat.protocol.chat_request import ChatRequest, ResponseFormat, Thinking, ToolChoice
from qwenchat.protocol.errors import ContextLengthError, InvalidValue, QwenChatError, shown, unknown_name
from qwenchat.protocol.events import Answer, CallArguments, CallStart, Event, Finish, Reasoning, TokenChance, Usage
from qwenchat.protocol.json_data import Json, json_copy
from qwenchat.protocol.messages import checked_messages
from qwenchat.protocol.responder import About, ChoiceEvent, Responder
from qwenchat.protocol.sampling import Parameter, Sampling
from qwenchat.protocol.soft_switch import soft_switch

__all__ = [
    "About",
    "Answer",
    "CallArguments",
    "CallStart",
    "ChatRequest",
    "ChoiceEvent",
    "ContextLengthError",
    "Event",
    "Finish",
    "InvalidValue",
    "Json",
    "Parameter",
    "QwenChatError",
    "Reasoning",
    "Responder",
    "ResponseFormat",
    "Sampling",
    "Thinking",
    "TokenChance",
    "ToolChoice",
    "Usage",
    "checked_messages",
    "json_copy",
    "shown",
    "soft_switch",
    "unknown_name",
]
