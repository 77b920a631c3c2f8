"""A small HTTP server in a thread that answers as a test says, to the byte: for what no well-behaved server does."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]  # names in lower case
    raw: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.raw)


@dataclass(frozen=True, slots=True)
class Said:
    """A reply: a body in one piece, or pieces of a stream; `cut` ends the connection without the end of the reply."""

    body: bytes | Iterable[bytes]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "application/json"})
    cut: bool = False


Answer = Callable[[Asked], Said]


def as_json(value: object, status: int = 200, **headers: str) -> Said:
    """A JSON reply; underscores in the headers' names stand for hyphens."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Said(json.dumps(value).encode(), status, {"content-type": "application/json", **named})


def as_stream(*frames: object, done: bool = True) -> Said:
    """A stream of JSON frames; bytes go out as they are."""
    pieces = [f if isinstance(f, bytes) else b"data: " + json.dumps(f).encode() + b"\n\n" for f in frames]
    return Said([*pieces, *([b"data: [DONE]\n\n"] if done else [])], headers={"content-type": "text/event-stream"})


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, list[Asked]]]:
    """The server's address, without a path, and the requests it got so far."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = (
            True  # head and body go apart, and the second would wait 40 ms for the first's receipt
        )

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except (ConnectionError, BrokenPipeError):
                self.close_connection = True

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("content-length", 0)))
            asked.append(Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, raw))
            said = answer(asked[-1])
            self.send_response_only(said.status)  # no header but the test's
            for name, text in said.headers.items():
                self.send_header(name, text)
            whole = isinstance(said.body, bytes)
            self.send_header(*(("content-length", str(len(said.body))) if whole else ("transfer-encoding", "chunked")))  # type: ignore[arg-type]
            self.end_headers()
            for piece in [said.body] if whole else said.body:
                self.wfile.write(piece if whole else b"%x\r\n%s\r\n" % (len(piece), piece))  # type: ignore[arg-type, str-bytes-safe]
                self.wfile.flush()
            if said.cut:
                self.close_connection = True
            elif not whole:
                self.wfile.write(b"0\r\n\r\n")

        do_GET = do_POST

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
