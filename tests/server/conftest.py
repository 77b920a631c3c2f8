"""A real server process, started once: real sockets, real signals, real clients."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import openai
import pytest

from tests.babbler import babbler


@dataclass
class Server:
    """A server process and its address."""

    process: subprocess.Popen
    url: str
    log: Path

    def get(self, path: str, **keywords) -> httpx.Response:
        return httpx.get(self.url + path, timeout=30, **keywords)

    def post(self, path: str, body: object, **keywords) -> httpx.Response:
        return httpx.post(self.url + path, json=body, timeout=30, **keywords)

    def chat(self, body: dict, **keywords) -> httpx.Response:
        asked = {"model": "tiny", "messages": [{"role": "user", "content": "Hello"}]}
        return self.post("/v1/chat/completions", asked | body, **keywords)

    def openai(self, key: str = "none") -> openai.OpenAI:
        return openai.OpenAI(base_url=self.url + "/v1", api_key=key, max_retries=0, timeout=30)

    def stop(self, sign: int = signal.SIGTERM) -> int:
        self.process.send_signal(sign)
        return self.process.wait(timeout=30)


Start = Callable[..., Server]


def started(log: Path, *words: str) -> Server:
    """`qwenchat serve` with these words, once it listens and its models are loaded."""
    command = [sys.executable, "-m", "qwenchat", "serve", *words, "--port", "0", "--threads", "1"]
    with log.open("wb") as errors:
        process = subprocess.Popen(command, stderr=errors, stdout=errors, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    for _ in range(300):
        found = re.search(r"at (http://\S+)/v1", log.read_text())
        if found and _is_ready(found[1]):
            return Server(process, found[1], log)
        if process.poll() is not None:
            break
        signal.sigtimedwait((), 0.05)
    process.kill()
    raise AssertionError(log.read_text())


def environment(folder: Path, *packages: str) -> Path:
    """Where the programs of a new environment are in which these packages, and no others of ours, are installed."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=120)
    programs = folder / "bin"
    subprocess.run([str(programs / "pip"), "install", "-q", *packages], check=True, timeout=300)
    return programs


def _is_ready(url: str) -> bool:
    try:
        return httpx.get(url + "/ready", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture(scope="session")
def endless(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A checkpoint that answers without end; its name on a server is `endless`."""
    folder = tmp_path_factory.mktemp("models") / "endless"
    folder.mkdir()
    return babbler(folder, "x")


@pytest.fixture(scope="session")
def server(endless: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of tiny and of a model that never ends."""
    running = started(tmp_path_factory.mktemp("log") / "log", "tiny", endless)
    yield running
    running.stop(signal.SIGKILL)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts servers of one's own; they are gone after the test."""
    running: list[Server] = []

    def begin(*words: str) -> Server:
        running.append(started(tmp_path / f"log{len(running)}", *words))
        return running[-1]

    yield begin
    for one in running:
        if one.process.poll() is None:
            one.stop(signal.SIGKILL)
