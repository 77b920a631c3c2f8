"""What takes part in a figure: a program in its own environment that can be asked for a rate."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

TIMEOUT_S = 240.0
FIRST_SEED = 1000  # of the first round's prompts
# Of the machine's cores: what other programs may use during a sample before it counts as disturbed.
QUIET_SHARE = 0.08


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to time. `decode`: ids generated after a prompt; `prompt`: the prompt itself; `conversations`: so many
    at once, from the first prompt to the last id."""

    kind: Literal["prompt", "decode", "conversations"]
    n_prompt: int
    n_generate: int = 1
    n_at_once: int = 1


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: its rate, its memory, and how much of the machine others took meanwhile."""

    tokens_s: float
    peak_bytes: int
    others: float
    about: str = ""

    @property
    def quiet(self) -> bool:
        """Whether the machine was ours."""
        return self.others <= QUIET_SHARE


class ContestantFailed(RuntimeError):
    """A contestant that should run didn't; the message carries its last words."""


class Contestant(Protocol):
    """Somebody who can be timed."""

    @property
    def name(self) -> str:
        """As the tables call it."""
        ...

    def absent(self) -> str | None:
        """Why it can't take part, or None."""
        ...

    def measure(self, work: Work, seed: int) -> Sample:
        """Run `work` once, after a warm-up, in a fresh process. Raises ContestantFailed."""
        ...

    def ids(self, prompts: Sequence[Sequence[int]], n_generate: int) -> list[list[int]]:
        """The greedy answers, for the comparison before the timing. Raises ContestantFailed."""
        ...


@dataclass(frozen=True, slots=True)
class Finished:
    """A program that ended well."""

    stdout: str
    peak_bytes: int
    others: float
    took_s: float


def busy_s() -> float:
    """Processor seconds that anything on this machine has used (stolen ones too)."""
    user, nice, system, _, _, irq, soft, steal = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:9])
    return (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK")


def others_share(busy_s: float, own_s: float, took_s: float, n_cores: int) -> float:
    """Share of the machine that programs other than ours used."""
    return max(0.0, (busy_s - own_s) / (took_s * n_cores))


def run_program(
    command: Sequence[str], stdin: str = "", environment: Mapping[str, str] | None = None, timeout_s: float = TIMEOUT_S
) -> Finished:
    """Run to the end; raises ContestantFailed for a bad exit. Memory and time are those of this process alone."""
    start, busy = time.perf_counter(), busy_s()
    process = subprocess.Popen(
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    errors: list[str] = []
    drain = threading.Thread(target=lambda pipe: errors.append(pipe.read()), args=(process.stderr,))
    drain.start()
    watchdog = threading.Timer(timeout_s, process.kill)
    watchdog.start()
    try:
        process.stdin.write(stdin)
        process.stdin.close()
        stdout = process.stdout.read()
        # Not Popen.wait: only wait4 tells this one child's memory and time.
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        watchdog.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    drain.join()
    took_s = time.perf_counter() - start
    if process.returncode != 0:
        words = "".join(errors).strip().splitlines()[-3:]
        raise ContestantFailed(f"{command[0]} ended with {process.returncode}: {' / '.join(words)}")
    n_cores = os.cpu_count() or 1
    others = others_share(busy_s() - busy, usage.ru_utime + usage.ru_stime, took_s, n_cores)
    return Finished(stdout, usage.ru_maxrss << 10, others, took_s)
