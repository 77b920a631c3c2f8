"""What serving over HTTP costs: the same streams through a server and through the engine alone, in turn."""

import json
import os
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.places import Places
from benchmarks.servers import our_server
from benchmarks.streams import streamed
from qwenchat import AutoTokenizer

RUNNER = Path(__file__).parent / "runners" / "streams_runner.py"
CHAT = "/v1/chat/completions"
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

    def body(self, i: int, n_tokens: int) -> dict[str, Any]:
        """The i-th stream's request."""
        return {
            "model": "m",
            "messages": [{"role": "user", "content": f"Go {i}"}],
            "max_tokens": n_tokens,
            "temperature": 0,
            "logit_bias": {str(end): -100 for end in self.ends},
        }


def through_http(asked: Asked, n_streams: int) -> tuple[float, float]:
    """Tokens a second of all streams at once, and the seconds to the first of one alone (the median of some)."""
    start = time.perf_counter()
    streams = streamed(asked.port, CHAT, [asked.body(i, asked.n_tokens) for i in range(n_streams)])
    tokens_s = sum(stream.counted("completion") for stream in streams) / (time.perf_counter() - start)
    return tokens_s, median(streamed(asked.port, CHAT, [asked.body(-1, 2)])[0].first_s for _ in range(N_ALONE))


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
    options = {"threads": n_threads, "speculative_tokens": 0} | ({"quantization": quantization} if quantization else {})
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
        server = stack.enter_context(our_server(checkpoint, options, places))
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
