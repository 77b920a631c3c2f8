"""When and after how long a call is tried again."""

import pytest

from qwenchat.client import Attempts, Retry, ServiceError


def failed(status: int | None, retry_after_s: float | None = None) -> ServiceError:
    return ServiceError("no", status=status, retry_after_s=retry_after_s)


def waits(retry: Retry, status: int = 503, asked: float | None = None) -> list[float]:
    attempts, found = Attempts(retry), list[float]()
    while True:
        try:
            found.append(attempts.wait_after(failed(status, asked)))
        except ServiceError:
            return found


def test_waits_double_and_half_of_each_is_chance() -> None:
    assert waits(Retry(4, 1.0, chance=lambda: 1.0)) == [1, 2, 4, 8]
    assert waits(Retry(4, 1.0, chance=lambda: 0.0)) == [0.5, 1, 2, 4]
    assert waits(Retry(4, 1.0, longest_s=3.0, chance=lambda: 1.0)) == [1, 2, 3, 3]


def test_retry_after_is_never_undercut() -> None:
    assert waits(Retry(2, 1.0, chance=lambda: 0.0), 429, 5.0) == [5, 5]
    assert waits(Retry(2, 8.0, chance=lambda: 1.0), 429, 5.0) == [8, 16]


def test_who_is_asked_to_wait_too_long_hears_of_it_at_once() -> None:
    assert waits(Retry(longest_s=10.0), 429, 11.0) == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(status: int) -> None:
    assert len(waits(Retry(), status)) == 2


@pytest.mark.parametrize("status", [None, 301, 400, 401, 403, 404, 409, 422])
def test_what_will_not_pass_is_not(status: int | None) -> None:
    error = failed(status)
    with pytest.raises(ServiceError) as caught:
        Attempts(Retry()).wait_after(error)
    assert caught.value is error
