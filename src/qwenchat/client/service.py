"""A service and a call of it, as values."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from qwenchat.protocol.errors import InvalidValue


class Service(Struct, frozen=True):
    """Where a service is, and the key it knows us by. The key is sent there and shown nowhere."""

    base_url: str  # "/chat/completions" is put after it
    key: str | None = None

    def __repr__(self) -> str:
        return f"Service({self.base_url!r})"

    def __post_init__(self) -> None:
        if not _is_address(self.base_url):
            raise InvalidValue("base_url", self.base_url, "give an address such as https://host/v1")
        if self.key is not None and not (self.key.isascii() and self.key.isprintable()):
            # Not shown: it is a secret, even if a broken one.
            raise InvalidValue("key", "…", "a key is printable ASCII, without spaces or line ends around it")

    @property
    def host(self) -> str:
        """Its host, and port where one is given."""
        return urlsplit(self.base_url).netloc.rpartition("@")[2]

    def call(self, path: str, body: Mapping[str, Any] | None = None) -> "Call":
        """A call of `path` under the base address: POST with a body, GET without."""
        streamed = body is not None and bool(body.get("stream"))
        headers = {"Accept": "text/event-stream" if streamed else "application/json"}
        if streamed:
            headers["Accept-Encoding"] = "identity"  # a compressor would hold tokens back
        if self.key is not None:
            headers["Authorization"] = f"Bearer {self.key}"
        content = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = json.dumps(body, ensure_ascii=False).encode()
        method = "GET" if body is None else "POST"
        return Call(method, self.base_url.rstrip("/") + path, self.host, headers, content, streamed)

    def chat(self, body: Mapping[str, Any]) -> "Call":
        """A call for an answer."""
        return self.call("/chat/completions", body)


class Call(Struct, frozen=True):
    """One HTTP request."""

    method: str
    url: str
    host: str
    headers: Mapping[str, str]  # the key is in here
    content: bytes | None
    streamed: bool

    def __repr__(self) -> str:
        return f"Call({self.method!r}, {self.url!r})"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, half an IPv6 address
        return False
