"""Somebody else's engine for tests: llama-server, where the machine has one.

QWENCHAT_LLAMA_SERVER names the program where it isn't on the path.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from qwenchat.cli import main

PROGRAM = os.environ.get("QWENCHAT_LLAMA_SERVER") or shutil.which("llama-server")
needs_llama_server = pytest.mark.skipif(PROGRAM is None, reason="this machine has no llama-server")

CONTEXT = 2048
WEATHER: Any = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Get weather for a city",
        "parameters": {"type": "object", "properties": {"location": {"type": "string"}}, "required": ["location"]},
    },
}


@contextmanager
def llama_server(folder: Path, *words: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The address and the process of a server of tiny, exported into `folder`; `words` are its own options."""
    assert main(["export", "tiny", str(folder), "--gguf"]) == 0
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [str(PROGRAM), "-m", str(folder / "tiny.gguf"), "--port", str(port), "-t", "1", *words]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server)
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.kill()
        server.wait(30)


def wait_for(health: str, server: "subprocess.Popen[bytes]", limit_s: float = 60) -> None:
    """Return when the server is ready. AssertionError where it ends before, or takes too long."""
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if httpx.get(health).is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("the engine did not get ready")
