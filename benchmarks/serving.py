"""What serving over HTTP costs: the same streams through a server and through the engine alone, in turn."""

import json
import os
import re
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.contestants import ContestantFailed
from benchmarks.roster import Places
from qwenchat import AutoTokenizer

RUNNER = Path(__file__).parent / "runners" / "streams_runner.py"
START_TIMEOUT_S = 60.0
N_ALONE = 20  # lone streams a round; `streams_runner.py` has as many


@dataclass(frozen=True, slots=True)
class Served:
    """Medians of one model, served and not. Rates are tokens a second of all streams together."""

    name: str
    n_streams: int
    ready_s: float  # from starting the process to /ready
    engine_tokens_s: float
    served_tokens_s: float
    added_first_ms: float  # to the first token of a lone stream
    rounds: tuple[tuple[float, float], ...]  # engine, served

    @property
    def added_share(self) -> float:
        """How much longer the streams took through the server, round by round."""
        return median(engine / served for engine, served in self.rounds) - 1


@dataclass(frozen=True, slots=True)
class Asked:
    """Where answers come from, how many tokens each has, and which ids would end one before."""

    port: int
    n_tokens: int
    ends: frozenset[int]

    def body(self, i: int, n_tokens: int) -> bytes:
        """The i-th stream's request."""
        return json.dumps(
            {
                "model": "m",
                "messages": [{"role": "user", "content": f"Go {i}"}],
                "stream": True,
                "stream_options": {"include_usage": True},
                "max_tokens": n_tokens,
                "temperature": 0,
                "logit_bias": {str(end): -100 for end in self.ends},
            }
        ).encode()


class Reading:
    """One streamed answer read from a bare socket: whoever loads a server shares its cores, and must be lean."""

    def __init__(self, asked: Asked, i: int, n_tokens: int) -> None:
        """Ask at once."""
        self._start = time.perf_counter()
        self._tail = b""
        self.first_s = 0.0
        self.socket = socket.create_connection(("127.0.0.1", asked.port))
        body = asked.body(i, n_tokens)
        self.socket.sendall(
            b"POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: %d\r\n\r\n%b" % (len(body), body)
        )

    def read(self) -> bool:
        """Take what has come; whether that was the last of it. Raises ContestantFailed where the stream breaks off."""
        part = self.socket.recv(65536)
        if not part:
            raise ContestantFailed(f"the stream broke off: {self._tail[-200:]!r}")
        if not self.first_s and b'"role":"assistant"' in part:
            self.first_s = time.perf_counter() - self._start
        self._tail = (self._tail + part)[-2000:]
        return b"data: [DONE]" in self._tail

    @property
    def n_tokens(self) -> int:
        """How many came, as the server counts them."""
        found = re.search(rb'"completion_tokens":(\d+)', self._tail)
        return int(found[1]) if found else 0


def http_streams(asked: Asked, n_streams: int, n_tokens: int) -> list[Reading]:
    """So many streamed answers at once, read to their ends."""
    with selectors.DefaultSelector() as selector:
        readings = [Reading(asked, i, n_tokens) for i in range(n_streams)]
        for reading in readings:
            selector.register(reading.socket, selectors.EVENT_READ, reading)
        while selector.get_map():
            for key, _ in selector.select():
                if key.data.read():
                    selector.unregister(key.data.socket)
                    key.data.socket.close()
    return readings


def through_http(asked: Asked, n_streams: int) -> tuple[float, float]:
    """Tokens a second of all streams at once, and the seconds to the first of one alone (the median of some)."""
    start = time.perf_counter()
    n = sum(reading.n_tokens for reading in http_streams(asked, n_streams, asked.n_tokens))
    tokens_s = n / (time.perf_counter() - start)
    return tokens_s, median(http_streams(asked, 1, 2)[0].first_s for _ in range(N_ALONE))


class Server:
    """A server process of one model under the name `m`, ready when the context is entered."""

    def __init__(self, checkpoint: str, words: list[str], environment: Mapping[str, str], folder: Path) -> None:
        config = folder / "serve.toml"
        options = "".join(f"{name} = {value}\n" for name, value in zip(words[::2], words[1::2], strict=True))
        config.write_text(f'[models.m]\nlocal = "{checkpoint}"\nload = "start"\n{options}')
        self._command = [sys.executable, "-m", "qwenchat", "serve", "--config", str(config), "--port", "0"]
        self._environment = {**os.environ, **environment}
        self.port, self.ready_s = 0, 0.0

    def __enter__(self) -> "Server":
        start = time.perf_counter()
        self._process = subprocess.Popen(self._command, stderr=subprocess.PIPE, text=True, env=self._environment)
        assert self._process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)", self._process.stderr.readline())
        if found is None:
            raise ContestantFailed("the server didn't start")
        self.port = int(found[1])
        while not self._is_ready():
            if time.perf_counter() - start > START_TIMEOUT_S:
                raise ContestantFailed("the server wasn't ready in a minute")
            time.sleep(0.005)
        self.ready_s = time.perf_counter() - start
        # Its log is read by nobody, and must not fill the pipe.
        self._drain = subprocess.Popen(["cat"], stdin=self._process.stderr, stdout=subprocess.DEVNULL)
        return self

    def _is_ready(self) -> bool:
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.sendall(b"GET /ready HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
            return b" 200 " in connection.makefile("rb").readline()

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._drain.wait()


def served(
    name: str,
    checkpoint: str,
    places: Places,
    n_threads: int,
    quantization: str | None,
    streams: tuple[int, int],
    n: int,
) -> Served:
    """`n` rounds of `streams` (how many, tokens of each), engine and server in turn."""
    n_streams, n_tokens = streams
    environment = places.environment()
    words = ["threads", str(n_threads), *(["quantization", f'"{quantization}"'] if quantization else [])]
    command = [
        sys.executable,
        str(RUNNER),
        checkpoint,
        str(n_threads),
        quantization or "-",
        str(n_streams),
        str(n_tokens),
    ]
    with ExitStack() as stack:
        alone = stack.enter_context(
            subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
            )
        )
        stack.callback(alone.kill)
        server = stack.enter_context(Server(checkpoint, words, environment, places.cache))
        asked = Asked(server.port, n_tokens, AutoTokenizer.from_pretrained(checkpoint).turn_end_ids())
        through_http(asked, n_streams)
        rounds, added_ms = [], []
        assert alone.stdin is not None
        assert alone.stdout is not None
        for _ in range(n):
            alone.stdin.write("\n")
            alone.stdin.flush()
            engine = json.loads(alone.stdout.readline())
            tokens_s, first_s = through_http(asked, n_streams)
            rounds.append((engine["tokens_s"], tokens_s))
            added_ms.append((first_s - engine["first_s"]) * 1000)
    rates = [median(column) for column in zip(*rounds, strict=True)]
    return Served(name, n_streams, server.ready_s, rates[0], rates[1], median(added_ms), tuple(rounds))


def all_served(places: Places, n_threads: int, n_rounds: int) -> list[Served]:
    """The embedded model over 32 connections, and the 0.6B over 8."""
    return [
        served("tiny", "tiny", places, n_threads, None, (32, 100), n_rounds),
        served("tiny int8", "tiny", places, n_threads, "int8", (32, 100), n_rounds),
        served("0.6B int8", str(places.checkpoint), places, n_threads, "int8", (8, 32), n_rounds),
    ]
