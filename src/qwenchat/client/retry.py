"""When a failed call is worth another try, and how long to wait before it."""

import random
from collections.abc import Callable

from msgspec import Struct

from qwenchat.client.errors import ServiceError

TOO_MANY = 429


class Retry(Struct, frozen=True):
    """How often, and how patiently, to try again: exponential back-off with jitter."""

    n_more: int = 2
    first_s: float = 1.5
    longest_s: float = 60.0
    chance: Callable[[], float] = random.random  # in [0, 1)


USUAL = Retry()


class Attempts:
    """The failures of one call so far; a pure state machine."""

    def __init__(self, retry: Retry) -> None:
        self._retry = retry
        self._n_failed = 0

    def wait_after(self, error: ServiceError) -> float:
        """Seconds to wait before the next try. Raises `error` itself where there is to be none.

        429 and 5xx are tried again, and nothing else. Half of the wait is chance, so that many clients that failed
        together don't come back together. What the service asks for with Retry-After is never undercut; where it
        asks for more than `longest_s`, a person should know now.
        """
        self._n_failed += 1
        retry, asked = self._retry, error.retry_after_s or 0.0
        passing = error.status is not None and (error.status == TOO_MANY or error.status >= 500)
        if not passing or self._n_failed > retry.n_more or asked > retry.longest_s:
            raise error
        wait = min(retry.longest_s, retry.first_s * 2.0 ** (self._n_failed - 1)) * (1 + retry.chance()) / 2
        return max(wait, asked)
