"""The wire: requests as clients spell them, replies, chunks, errors and frames, for either protocol of the service."""

from qwenchat.protocol.wire.answers import Chunks, WholeAnswer
from qwenchat.protocol.wire.body import ChatCall, chat_call, model_of
from qwenchat.protocol.wire.errors import ApiError, Kind, translated
from qwenchat.protocol.wire.replies import encode, error_body
from qwenchat.protocol.wire.rules import Rules
from qwenchat.protocol.wire.sse import DONE, KEEP_ALIVE, frame

__all__ = [
    "DONE",
    "KEEP_ALIVE",
    "ApiError",
    "ChatCall",
    "Chunks",
    "Kind",
    "Rules",
    "WholeAnswer",
    "chat_call",
    "encode",
    "error_body",
    "frame",
    "model_of",
    "translated",
]
