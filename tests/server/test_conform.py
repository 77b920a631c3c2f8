"""Our own server, by the same check list as anybody's."""

from collections.abc import Iterator

import pytest

from qwenchat.client import Http, Service
from qwenchat.conform import Check, Probe, checks, found
from tests.server.conftest import Server


@pytest.fixture(scope="module")
def probe(server: Server) -> Iterator[Probe]:
    with Http() as http:
        yield Probe(Service(server.url + "/v1"), http, "tiny")


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.id)
def test_our_server_keeps_the_contract(check: Check, probe: Probe) -> None:
    seen = found(check, probe)
    assert check.passes(seen), seen
