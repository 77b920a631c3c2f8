"""A small hub over real HTTP: what huggingface_hub asks of one, and the ways a line can fail."""

import hashlib
import json
import re
import socket
import struct
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class SmallHub(ThreadingHTTPServer):
    """Serves `repos[name][file]`. Large files have SHA-256 etags, others a git blob's SHA-1, as on the real one."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.repos: dict[str, dict[str, bytes]] = {}
        self.requests: list[tuple[str, str, str]] = []  # method, path, Range
        self.sent: Counter[str] = Counter()  # body bytes by file
        self.cut_after: dict[str, list[int]] = {}  # file: bytes to send in each of the next answers, then cut
        self.reset = False  # cut with a reset, not a clean close
        self.fail_next: dict[str, list[int]] = {}  # file: statuses of the next answers
        self.ignore_ranges = False
        self.corrupt: set[str] = set()
        self.refuse: tuple[int, str] | None = None  # status and X-Error-Code of everything
        self.redirects: set[str] = set()  # files that another host serves
        self.tokens: dict[str, set[str]] = {}  # the Authorization each host saw
        self.slow_s = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def ranges(self, file: str) -> list[str]:
        """The Range headers with which a file was asked for."""
        return [r for method, path, r in self.requests if method == "GET" and path.endswith("/" + file)]

    def handle_error(self, *_: Any) -> None:  # clients that go away are part of the plan
        pass


def etag(body: bytes) -> str:
    if len(body) > 10_000:
        return hashlib.sha256(body).hexdigest()
    return hashlib.sha1(b"blob %d\0" % len(body) + body).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body go apart
    server: SmallHub

    def log_message(self, *_: Any) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, body: bool) -> None:
        hub = self.server
        hub.requests.append((self.command, self.path, self.headers.get("Range", "")))
        host = "elsewhere" if self.path.startswith("/elsewhere") else "hub"
        hub.tokens.setdefault(host, set()).add(self.headers.get("Authorization", ""))
        if hub.refuse:
            return self._error(*hub.refuse)
        if found := re.fullmatch(r"/api/models/([^/]+/[^/]+)/revision/([^/?]+)(\?.*)?", self.path):
            return self._listing(found[1], found[2])
        if found := re.fullmatch(r"(?:/elsewhere)?/([^/]+/[^/]+)/resolve/([^/]+)/([^?]+)", self.path):
            if host == "hub" and found[3] in hub.redirects:
                return self._redirect(hub.repos[found[1]][found[3]])
            return self._file(found[1], found[2], found[3], body)
        return self._error(404, "RepoNotFound")

    def _listing(self, name: str, revision: str) -> None:
        if name not in self.server.repos:
            return self._error(401, "RepoNotFound")
        if revision not in ("main", COMMIT, "v1%2Fold"):
            return self._error(404, "RevisionNotFound")
        files = self.server.repos[name]
        siblings = [{"rfilename": f, "size": len(b), "blobId": "0" * 40} for f, b in files.items()]
        raw = json.dumps({"id": name, "sha": COMMIT, "siblings": siblings}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _file(self, name: str, revision: str, file: str, body: bool) -> None:
        content = self.server.repos.get(name, {}).get(file)
        if content is None or revision not in (COMMIT, "main"):
            return self._error(404, "EntryNotFound")
        if body and self.server.fail_next.get(file):
            return self._error(self.server.fail_next[file].pop(0), "")
        start, status = 0, 200
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if asked and not self.server.ignore_ranges:
            start, status = int(asked[1]), 206
        self.send_response(status)
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{etag(content)}"')
        self.send_header("X-Xet-Hash", "f" * 64)  # as on the real hub; must not be needed
        self.send_header("Accept-Ranges", "bytes")
        if status == 206:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        if body:
            self._body(file, content, start)

    def _redirect(self, content: bytes) -> None:
        self.send_response(302)
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("X-Linked-ETag", f'"{etag(content)}"')
        self.send_header("X-Linked-Size", str(len(content)))
        # The same server by another name: another host to whoever keeps tokens.
        self.send_header("Location", f"http://localhost:{self.server.server_address[1]}/elsewhere{self.path}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _body(self, file: str, content: bytes, start: int) -> None:
        cuts = self.server.cut_after.get(file, [])
        end = min(len(content), start + cuts.pop(0)) if cuts else len(content)
        if file in self.server.corrupt:
            content = bytes(len(content))
        for at in range(start, end, 65536):
            part = content[at : min(at + 65536, end)]
            self.server.sent[file] += len(part)  # first: who reads it may look at once
            self.wfile.write(part)
            if self.server.slow_s:
                threading.Event().wait(self.server.slow_s)
        self.wfile.flush()
        if end < len(content):
            self.close_connection = True
            if self.server.reset:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
            else:
                self.connection.shutdown(socket.SHUT_RDWR)

    def _error(self, status: int, code: str) -> None:
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()
