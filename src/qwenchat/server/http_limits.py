"""The limits on what comes before a body: httptools itself has none."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MAX_HEAD_BYTES = 64 << 10
TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-length: 0\r\nconnection: close\r\nserver: qwenchat\r\n\r\n"
)


class BoundedHttp(HttpToolsProtocol):
    """HTTP/1.1 whose request line and headers have an end."""

    n_head_bytes = 0

    def on_message_begin(self) -> None:
        """A request begins."""
        self.n_head_bytes = 0
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        """A part of the request line."""
        if self._fits(len(url)):
            super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header."""
        if self._fits(len(name) + len(value)):
            super().on_header(name, value)

    def _fits(self, n_bytes: int) -> bool:
        self.n_head_bytes += n_bytes
        if self.n_head_bytes > MAX_HEAD_BYTES and not self.transport.is_closing():
            self.transport.write(TOO_LARGE)
            self.transport.close()
        return self.n_head_bytes <= MAX_HEAD_BYTES
