"""What a service's failure looks like from here."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from qwenchat.protocol.errors import QwenChatError

LONGEST_SHOWN = 500  # bytes of a body that is no JSON error


class ServiceError(QwenChatError):
    """A service refused, failed, or could not be reached.

    `status` is None where no reply came; `code`, `type` and `param` are the service's own words, where it had some.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        code: str | None = None,
        type: str | None = None,
        param: str | None = None,
        retry_after_s: float | None = None,
        body: bytes = b"",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.code = code
        self.type = type
        self.param = param
        self.retry_after_s = retry_after_s
        self.body = body


def from_reply(status: int, headers: Mapping[str, str], body: bytes) -> ServiceError:
    """The error that a reply of `status` is; `headers` with lower-case names."""
    wait = _seconds(headers.get("retry-after"))
    return _error(_parsed(body), body, status, wait)


def from_frame(frame: Mapping[str, Any], body: bytes) -> ServiceError:
    """The error that a frame in mid-stream tells of."""
    return _error(frame, body, None, None)


def _parsed(body: bytes) -> Mapping[str, Any]:
    text = body.removeprefix(b"data:").strip()  # the hosted service frames the refusal of a streamed call
    try:
        value = json.loads(text)
    except ValueError:  # UnicodeDecodeError is one
        return {}
    return value if isinstance(value, dict) else {}


def _error(value: Mapping[str, Any], body: bytes, status: int | None, wait: float | None) -> ServiceError:
    inner = value.get("error")
    told = inner if isinstance(inner, dict) else value  # DashScope's own protocol has no inner object
    said = told.get("message") or (inner if isinstance(inner, str) else None) or value.get("detail")
    message = said if isinstance(said, str) else body[:LONGEST_SHOWN].decode("utf-8", "replace").strip()
    code, type, param = (None if (word := told.get(key)) is None else str(word) for key in ("code", "type", "param"))
    return ServiceError(
        message or "no message", status=status, code=code, type=type, param=param, retry_after_s=wait, body=body
    )


def _seconds(header: str | None) -> float | None:
    """What a Retry-After header asks for: seconds, or a date."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        when = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
