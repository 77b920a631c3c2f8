"""One request and its reply: who asked what, what was sent when, and the line that the log keeps of it."""

import time
import uuid
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace
from starlette.types import Message, Scope, Send

from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.completion_request import CompletionRequest
from qwenchat.protocol.events import Event, Finish, Usage

if TYPE_CHECKING:
    from qwenchat.server.keys import Key

Asked = TypeVar("Asked", ChatRequest, CompletionRequest)
Form = Literal["openai", "native"]
JSON = b"application/json"
EVENTS = b"text/event-stream;charset=UTF-8"
EVENT_STREAM = (
    (b"content-type", EVENTS),
    (b"cache-control", b"no-cache"),
    (b"x-accel-buffering", b"no"),  # a proxy would keep tokens back to fill its buffer
)


class Exchange(Struct, eq=False):
    """What happens between a request's arrival and the end of its reply."""

    send_on: Send
    method: str
    path: str
    form: Form
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    arrived: float = field(default_factory=time.time)
    began: float = field(default_factory=time.perf_counter)
    key: "Key | None" = None
    wait_s: float = 0.0  # how long the client would rather wait than be told to come back
    model: str = "-"
    status: int = 0  # 0 until the reply begins; 499 where nobody waited for it
    streamed: bool = False
    ended: bool = False
    n_sent: int = 0  # messages given to the socket
    blocked_since: float | None = None  # the client reads slower than we write
    first_token_s: float | None = None
    n_events: int = 0  # of the answer
    moved: float = field(default_factory=time.perf_counter)  # when the last of them came
    usage: Usage | None = None
    finish: str = "-"
    error: str = "-"

    @classmethod
    def of(cls, scope: Scope, send: Send) -> "Exchange":
        """The exchange that a request opens."""
        path = scope["path"]
        return cls(send, scope["method"], path, "native" if path.startswith("/api/v1/") else "openai")

    @property
    def seconds(self) -> float:
        """Since the request arrived."""
        return time.perf_counter() - self.began

    def salted(self, request: Asked) -> Asked:
        """`request` marked as its key's: computed prompts are never shared between keys."""
        return request if self.key is None else replace(request, salt=self.key.id)

    async def send(self, message: Message) -> None:
        """Hand a message to the socket; its head gets the headers that every reply of the service carries."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": [*message.get("headers", ()), *self._headers()]}
        elif not message.get("more_body"):
            self.ended = True
        self.blocked_since = time.monotonic()
        await self.send_on(message)
        self.blocked_since = None
        self.n_sent += 1

    async def begin_stream(self) -> None:
        """The head of a streamed reply."""
        self.streamed = True
        await self.send({"type": "http.response.start", "status": 200, "headers": EVENT_STREAM})

    async def write(self, body: bytes, more: bool = True) -> None:
        """A part of a streamed reply; the last says that no more comes."""
        await self.send({"type": "http.response.body", "body": body, "more_body": more})

    async def reply(self, body: bytes, status: int = 200, *headers: tuple[bytes, bytes], kind: bytes = JSON) -> None:
        """A whole reply."""
        head = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *headers]
        await self.send({"type": "http.response.start", "status": status, "headers": head})
        await self.send({"type": "http.response.body", "body": body})

    @property
    def n_tokens(self) -> int:
        """What the exchange took; where it broke off, what was told of the answer."""
        return self.n_events if self.usage is None else self.usage.n_prompt + self.usage.n_generated

    def note(self, event: Event) -> None:
        """Something of the answer is on its way."""
        self.moved = time.perf_counter()
        if not self.n_events:
            self.first_token_s = self.moved - self.began
        self.n_events += 1
        if isinstance(event, Finish):
            self._note_finish(event)

    def _note_finish(self, finish: Finish) -> None:
        """One of the answers ended; the prompt counts once, however many answers it has."""
        new, old = finish.usage, self.usage or Usage(0, 0)
        self.finish = finish.reason
        self.usage = Usage(
            max(old.n_prompt, new.n_prompt),
            old.n_generated + new.n_generated,
            max(old.n_cached, new.n_cached),
            old.n_reasoning + new.n_reasoning,
        )

    def _headers(self) -> list[tuple[bytes, bytes]]:
        now = time.time()
        spent = str(round((now - self.arrived) * 1000)).encode()
        return [
            (b"server", b"qwenchat"),
            (b"x-request-id", self.id.encode()),
            (b"x-dashscope-call-gateway", b"true"),
            (b"req-cost-time", spent),
            (b"req-arrive-time", str(round(self.arrived * 1000)).encode()),
            (b"resp-start-time", str(round(now * 1000)).encode()),
            (b"x-envoy-upstream-service-time", spent),
        ]
