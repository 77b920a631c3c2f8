"""The document says what the server does: the same tables, every path, and a page that loads nothing."""

import re

import pytest

from qwenchat.protocol.wire.fields import NUMBERS, STRUCTURED, SWITCHES
from qwenchat.server.openapi import document
from tests.server.conftest import Server


def test_every_served_field_is_in_the_document() -> None:
    chat = document()["paths"]["/v1/chat/completions"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert set(chat["properties"]) == {*NUMBERS, *SWITCHES, *STRUCTURED}
    assert chat["properties"]["temperature"]["exclusiveMaximum"] == 2
    assert chat["properties"]["top_p"]["exclusiveMinimum"] == 0


def test_every_path_of_the_document_is_answered(server: Server) -> None:
    assert server.get("/openapi.json").json() == document()
    for path, operations in document()["paths"].items():
        for method in operations:
            reply = server.get(path) if method == "get" else server.post(path, {})
            assert reply.status_code in ((200,) if method == "get" else (400,)), path


def test_the_page_is_readable_and_loads_nothing(server: Server) -> None:
    page = server.get("/docs")
    assert "POST /v1/chat/completions" in page.text
    assert "number ≥ 0 &lt; 2" in page.text
    assert not re.search(r"(src|href)=|url\(|@import|https?://", page.text)
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.slow
def test_schemathesis_finds_no_reply_that_is_ours_to_blame(server: Server) -> None:
    schemathesis = pytest.importorskip("schemathesis")
    from hypothesis import HealthCheck, given, settings

    schema = schemathesis.openapi.from_dict(document())
    for path, operations in document()["paths"].items():
        for method in operations:

            @given(case=schema[path][method.upper()].as_strategy())
            @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
            def check(case) -> None:
                if isinstance(case.body, dict):  # random values, on a model that is there, and quick about it
                    case.body |= {"model": "tiny", "ttl": 0.5} if "ttl" in case.body else {"model": "tiny"}
                reply = case.call(base_url=server.url)
                assert reply.status_code < 500, reply.text

            check()
