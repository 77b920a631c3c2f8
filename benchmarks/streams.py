"""Streamed answers over bare sockets: whoever loads a server shares its cores, and must be lean."""

import json
import re
import selectors
import socket
import time
from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.contestants import ContestantFailed


class Streamed:
    """One answer on its way."""

    def __init__(self, port: int, path: str, body: Mapping[str, Any]) -> None:
        """Ask at once."""
        self._start = time.perf_counter()
        self._tail = b""
        self.first_s = 0.0  # until its first frame
        self.socket = socket.create_connection(("127.0.0.1", port))
        sent = json.dumps({**body, "stream": True, "stream_options": {"include_usage": True}}).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {len(sent)}\r\n\r\n"
        )
        self.socket.sendall(head.encode() + sent)

    def read(self) -> bool:
        """Take what has come; whether that was the last of it. Raises ContestantFailed where the stream breaks off."""
        part = self.socket.recv(65536)
        if not part:
            raise ContestantFailed(f"the stream broke off: {self._tail[-200:]!r}")
        if not self.first_s and b"data: {" in part:
            self.first_s = time.perf_counter() - self._start
        self._tail = (self._tail + part)[-2000:]
        return b"data: [DONE]" in self._tail

    def counted(self, kind: str) -> int:
        """Tokens of the `kind` "prompt" or "completion", as the server counts them."""
        found = re.search(rb'"%b_tokens":(\d+)' % kind.encode(), self._tail)
        if found is None:
            raise ContestantFailed(f"the stream told no usage: {self._tail[-200:]!r}")
        return int(found[1])


def streamed(port: int, path: str, bodies: Iterable[Mapping[str, Any]]) -> list[Streamed]:
    """All of these answers at once, read to their ends."""
    with selectors.DefaultSelector() as selector:
        streams = [Streamed(port, path, body) for body in bodies]
        for stream in streams:
            selector.register(stream.socket, selectors.EVENT_READ, stream)
        while selector.get_map():
            for key, _ in selector.select():
                if key.data.read():
                    selector.unregister(key.data.socket)
                    key.data.socket.close()
    return streams
