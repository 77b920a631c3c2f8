"""Whether a request may run now: the limits of its key, counted in sliding windows."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from msgspec import Struct, field

from qwenchat.protocol.wire.errors import BUSY, DENIED, TOO_FAST, TOO_MANY, TOO_MUCH, USED_UP, ApiError

if TYPE_CHECKING:
    from qwenchat.server.keys import Key

FAST = (
    "Request rate increased too quickly. To ensure system stability, please adjust your client logic to scale "
    "requests more smoothly over time."
)
MANY = "You exceeded your current requests list."
MUCH = "You exceeded your current quota, please check your plan and billing details."
AT_ONCE = "Requests throttling triggered."
NOT_YOURS = "Model access denied."
EMPTY = "The total quota of this key, {n} tokens, is used up."
LONGEST_WAIT_S = 120.0


class Window(Struct):
    """A sum over the last `seconds`."""

    seconds: float
    entries: deque[tuple[float, int]] = field(default_factory=deque)
    total: int = 0

    def add(self, amount: int, now: float) -> None:
        """More."""
        self.entries.append((now, amount))
        self.total += amount

    def sum(self, now: float) -> int:
        """The sum, without what is older."""
        while self.entries and self.entries[0][0] <= now - self.seconds:
            self.total -= self.entries.popleft()[1]
        return self.total

    def frees_in_s(self, now: float) -> float:
        """When the oldest entry falls out."""
        return max(0.0, self.entries[0][0] + self.seconds - now) if self.entries else 0.0


class Spent(Struct):
    """What one key has used lately."""

    second: Window = field(default_factory=lambda: Window(1.0))
    minute: Window = field(default_factory=lambda: Window(60.0))
    tokens: Window = field(default_factory=lambda: Window(60.0))
    n_running: int = 0


class Admission:
    """The door-keeper of all keys."""

    def __init__(self) -> None:
        self._spent: dict[str, Spent] = {}

    def spent(self, key: "Key") -> Spent:
        """What `key` has used lately."""
        return self._spent.setdefault(key.id, Spent())

    @asynccontextmanager
    async def admitted(self, key: "Key", names: Collection[str], wait_s: float) -> AsyncIterator[None]:
        """Let a request of `key` run, for a model that goes by any of `names`. ApiError for one that may not.

        A burst, or too many at once, waits up to `wait_s` for its turn; the limits of a minute and of all time
        don't wait.
        """
        _check_for_ever(key, names)
        spent = self.spent(key)
        deadline = time.monotonic() + min(wait_s, LONGEST_WAIT_S)
        while (error := _refusal(key, spent)) is not None:
            pause = min(error.retry_after_s or 1.0, 0.05 if error.kind is BUSY else 1.0)
            if error.kind not in (TOO_FAST, BUSY) or time.monotonic() + pause > deadline:
                raise error
            await asyncio.sleep(pause)
        now = time.monotonic()
        spent.second.add(1, now)
        spent.minute.add(1, now)
        spent.n_running += 1
        try:
            yield
        finally:
            spent.n_running -= 1

    def used(self, key: "Key", n_tokens: int) -> None:
        """Note what a request of `key` took."""
        self.spent(key).tokens.add(n_tokens, time.monotonic())


def _check_for_ever(key: "Key", names: Collection[str]) -> None:
    limits = key.limits
    if not key.may_use(names):
        raise ApiError(DENIED, NOT_YOURS, param="model")
    if limits.total_tokens is not None and key.used_tokens >= limits.total_tokens:
        raise ApiError(USED_UP, EMPTY.format(n=limits.total_tokens))


def _refusal(key: "Key", spent: Spent) -> ApiError | None:
    """Why a request of this key may not run now."""
    now, limits = time.monotonic(), key.limits
    windows = (
        (limits.requests_a_minute, spent.minute, TOO_MANY, MANY),
        (limits.tokens_a_minute, spent.tokens, TOO_MUCH, MUCH),
        (limits.requests_a_second, spent.second, TOO_FAST, FAST),
    )
    for limit, window, kind, words in windows:
        if limit is not None and window.sum(now) >= limit:
            return ApiError(kind, words, retry_after_s=window.frees_in_s(now))
    if limits.concurrency is not None and spent.n_running >= limits.concurrency:
        return ApiError(BUSY, AT_ONCE, retry_after_s=1.0)
    return None
