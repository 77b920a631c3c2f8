"""What the many forms of an error reply become."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from qwenchat.client.errors import from_reply

DASHSCOPE = b'{"error":{"message":"Incorrect API key provided. ","type":"invalid_request_error","param":null,"code":"invalid_api_key"},"request_id":"x"}'


@pytest.mark.parametrize(
    ("body", "message", "code"),
    [
        (DASHSCOPE, "Incorrect API key provided. ", "invalid_api_key"),
        (b"data: " + DASHSCOPE, "Incorrect API key provided. ", "invalid_api_key"),
        (b'{"code":"InvalidApiKey","message":"Invalid API-key provided.","request_id":"x"}', "Invalid API-key provided.", "InvalidApiKey"),
        (b'{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}', "Loading model", "503"),
        (b'{"error":"no such model"}', "no such model", None),
        (b'{"detail":"Not Found"}', "Not Found", None),
        (b'{"object":"error","message":"too long","type":"BadRequestError","code":400}', "too long", "400"),
        (b"<html>Bad Gateway</html>", "<html>Bad Gateway</html>", None),
        (b"\xff\xfe", "\ufffd\ufffd", None),
        (b"[]", "[]", None),
        (b"", "no message", None),
    ],
)  # fmt: skip
def test_the_words_are_the_services_own(body: bytes, message: str, code: str | None) -> None:
    error = from_reply(400, {}, body)
    assert (error.message, error.code, error.status) == (message, code, 400)


def test_a_long_body_is_cut() -> None:
    assert len(from_reply(500, {}, b"x" * 9999).message) == 500


def test_retry_after_is_seconds_or_a_date() -> None:
    def asked(header: str) -> float | None:
        return from_reply(429, {"retry-after": header}, b"").retry_after_s

    assert asked("7") == 7.0
    assert asked("soon") is None
    assert asked(format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)) == 0.0
    later = asked(format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True))
    assert later is not None
    assert 85 < later <= 90
