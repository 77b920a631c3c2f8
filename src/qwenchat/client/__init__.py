"""Talk to any OpenAI-style Qwen service: calls, streams, retries. Wakes no engine."""

from qwenchat.client.chunks import ChunkReader
from qwenchat.client.errors import ServiceError
from qwenchat.client.http import AsyncHttp, Exchange, Http
from qwenchat.client.retry import Attempts, Retry
from qwenchat.client.service import Call, Service
from qwenchat.client.sse import Frame, FrameReader

__all__ = [
    "AsyncHttp",
    "Attempts",
    "Call",
    "ChunkReader",
    "Exchange",
    "Frame",
    "FrameReader",
    "Http",
    "Retry",
    "Service",
    "ServiceError",
]
