"""What travels on the wire, and its rules: messages, sampling parameters and errors."""

from qwenchat.protocol.errors import ContextLengthError, InvalidValue, QwenChatError, shown, unknown_name
from qwenchat.protocol.json_data import Json, json_copy
from qwenchat.protocol.messages import checked_messages
from qwenchat.protocol.sampling import Parameter, Sampling

__all__ = [
    "ContextLengthError",
    "InvalidValue",
    "Json",
    "Parameter",
    "QwenChatError",
    "Sampling",
    "checked_messages",
    "json_copy",
    "shown",
    "unknown_name",
]
