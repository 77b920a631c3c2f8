"""Conversations asked of a server over HTTP: the way to it is the same for everybody."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.adapters.runner import N_ORDINARY, random_prompt
from benchmarks.contestants import ContestantFailed, Sample, Work, busy_s, others_share
from benchmarks.servers import Server
from benchmarks.streams import streamed

N_SPECIAL = 26  # of the vocabulary: behind the ordinary tokens; any of them might end an answer


@dataclass(frozen=True, slots=True)
class OverHttp:
    """A server that is started for each sample. `lacks` tells why it can't be, or None."""

    name: str
    serving: Callable[[Work], Server]
    lacks: Callable[[], str | None] = lambda: None

    def absent(self) -> str | None:
        """Why it can't take part, or None."""
        return self.lacks()

    def measure(self, work: Work, seed: int) -> Sample:
        """All conversations at once, from the first request to the last token of any, after a warm-up."""
        prompts = [random_prompt(work.n_prompt, seed + 10_000 * i) for i in range(work.n_at_once)]
        with self.serving(work) as server:
            streamed(server.port, "/v1/completions", [_body(random_prompt(16, seed=0), 2)])
            start, busy, own = time.perf_counter(), busy_s(), server.used_s() + time.process_time()
            streams = streamed(server.port, "/v1/completions", [_body(prompt, work.n_generate) for prompt in prompts])
            took_s, own = time.perf_counter() - start, server.used_s() + time.process_time() - own
            others = others_share(busy_s() - busy, own, took_s, os.cpu_count() or 1)
            peak_bytes = server.peak_bytes()
        for kind, n in (("prompt", work.n_prompt), ("completion", work.n_generate)):
            if any(stream.counted(kind) != n for stream in streams):
                raise ContestantFailed(f"{self.name}: not {n} {kind} tokens: {[s.counted(kind) for s in streams]}")
        return Sample(
            work.n_at_once * work.n_generate / took_s,
            peak_bytes,
            others,
            f"ready {server.ready_s:.1f} s after its start",
        )

    def ids(self, prompts: Sequence[Sequence[int]], n_generate: int) -> list[list[int]]:
        """Never: what comes over HTTP is text."""
        raise ContestantFailed("a server tells text, not ids")


def _body(prompt: Sequence[int], n_tokens: int) -> Mapping[str, Any]:
    never = {str(N_ORDINARY + i): -100 for i in range(N_SPECIAL)}
    return {"model": "m", "prompt": list(prompt), "max_tokens": n_tokens, "temperature": 0, "logit_bias": never}
