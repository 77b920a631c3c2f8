"""Every check is right about a server that keeps the contract, and notices the server that breaks its line."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from qwenchat.client import Http, Service
from qwenchat.conform import Check, Probe, checks, found
from qwenchat.conform.data import raw_checks
from qwenchat.conform.probe import ABSENT
from tests.conform.faults import FAULTS
from tests.conform.right_server import KEY, RightServer
from tests.scripted_service import Answer, Asked, Said, as_json, serving

ABLE, UNABLE = "qwen3.8-max", "qwen3-coder-plus"  # one that thinks, one that can't
DATA = {entry.id: entry for entry in raw_checks()}
REFUSED = tuple(
    (entry.sent if entry.sent else {k: ... if v is ABSENT else v for k, v in entry.body.items()}, entry.text or "no", entry.status, entry.code)
    for entry in DATA.values()
    if entry.refuses and not entry.or_serves
)  # fmt: skip


def server_for(check: Check, **wrong: Any) -> RightServer:
    thinks = check.id != "enable_thinking where there is no thinking"
    return RightServer(ABLE if thinks else UNABLE, REFUSED, thinks=thinks, **wrong)


@pytest.fixture(scope="module")
def http() -> Iterator[Http]:
    with Http() as http:  # one for all: what takes time is to make one
        yield http


@contextmanager
def probing(answer: Answer, http: Http) -> Iterator[Probe]:
    with serving(answer) as (url, _):
        yield Probe(Service(url + "/v1", KEY), http)


@pytest.fixture(scope="module")
def right(http: Http) -> Iterator[Probe]:
    with probing(RightServer(ABLE, REFUSED), http) as probe:
        yield probe


def faulty(check: Check) -> Answer:
    """A server without the rule that the check is about."""
    entry = DATA.get(check.id)
    if entry is None:
        return server_for(check, fault=FAULTS[check.id])
    if entry.refuses and not entry.or_serves:
        return server_for(check, drops=frozenset({entry.text or "no"}))
    right = server_for(check)

    def falls_over(asked: Asked) -> Said:
        return as_json({"error": {"message": "sorry"}}, 500) if _is(asked, entry) else right(asked)

    return falls_over


def _is(asked: Asked, entry: Any) -> bool:
    if asked.method != "POST":
        return False
    body = asked.body
    headers = {name.lower(): text for name, text in (entry.headers or {}).items()}
    said = all(body.get(name, ABSENT) == value for name, value in entry.body.items())
    return said and all(asked.headers.get(name) == text for name, text in headers.items())


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.id)
def test_a_right_server_passes_and_a_faulty_one_is_noticed(check: Check, right: Probe, http: Http) -> None:
    good = found(check, right)
    if good.verdict == "not seen":  # only a model that can't think shows it
        with probing(server_for(check), http) as other:
            good = found(check, other)
    assert good.verdict in check.right, good
    with probing(faulty(check), http) as probe:
        wrong = found(check, probe)
    assert not check.passes(wrong), wrong
    assert wrong.verdict != "not seen"


def test_every_check_has_its_own_name_and_fault() -> None:
    ids = [check.id for check in checks()]
    assert len(set(ids)) == len(ids)
    assert set(FAULTS) | set(DATA) == set(ids)
    assert not set(FAULTS) & set(DATA)


def test_a_server_that_is_not_there_breaks_every_check(http: Http) -> None:
    probe = Probe(Service("http://127.0.0.1:1/v1"), http, ABLE)
    assert {found(check, probe).verdict for check in checks()} <= {"breaks", "not seen"}


@pytest.mark.parametrize(
    "reply", [as_json([]), as_json({"choices": 3}), Said(b"\xff"), Said(b"{", 400), as_json("x", 500)]
)
def test_no_reply_is_too_odd_for_a_verdict(reply: Said, http: Http) -> None:
    with serving(lambda _: reply) as (url, _):
        probe = Probe(Service(url), http, ABLE)
        passed = [
            check.id for check in checks() if check.right <= {"honours"} and found(check, probe).verdict == "honours"
        ]
    # Little is right about a reply that isn't one: the headers, and what is rightly not there.
    assert set(passed) <= {"system_fingerprint", "service_tier", "content-type"}, passed
