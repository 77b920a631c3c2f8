"""Our own server, by the same check list as anybody's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qwenchat.client import Http, Service
from qwenchat.conform import Check, Probe, checks, found
from tests.server.conftest import Server, Start


@pytest.fixture(scope="module")
def probe(server: Server) -> Iterator[Probe]:
    with Http() as http:
        yield Probe(Service(server.url + "/v1"), http, "tiny")


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.id)
def test_our_server_keeps_the_contract(check: Check, probe: Probe) -> None:
    seen = found(check, probe)
    assert check.passes(seen), seen


def test_a_catalogued_name_brings_its_own_defaults(start: Start, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[models."qwen3-8b"]\nlocal = "tiny"\n')
    chosen = [check for check in checks() if check.id in ("defaults are the model's own", "thinking unasked")]
    with Http() as http:
        probe = Probe(Service(start("--config", str(tmp_path / "config.toml")).url + "/v1"), http, "qwen3-8b")
        assert [found(check, probe).verdict for check in chosen] == ["honours", "honours"]
