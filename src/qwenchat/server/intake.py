"""Reading a request's body, up to a limit."""

import msgspec
from starlette.requests import Request

from qwenchat.protocol.json_data import MAX_DEPTH, Json, json_copy
from qwenchat.protocol.wire.errors import BAD_REQUEST, TOO_LARGE, ApiError

MAX_BODY_BYTES = 32 << 20
BROKEN_JSON = "Required body invalid, please check the request body format."


async def json_body(request: Request, max_bytes: int = MAX_BODY_BYTES) -> Json:
    """The JSON that came with a request. ApiError if it is none, too large or too deep."""
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced[:20]) > max_bytes:
        raise _too_large(max_bytes)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > max_bytes:
            raise _too_large(max_bytes)
    try:
        decoded: Json = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise ApiError(BAD_REQUEST, BROKEN_JSON, param="body") from None
    if _depth_bound(body) > MAX_DEPTH:
        json_copy(decoded, "body")
    return decoded


def _depth_bound(body: bytearray) -> int:
    """No body is deeper than it has opening brackets."""
    return body.count(b"[") + body.count(b"{")


def _too_large(max_bytes: int) -> ApiError:
    return ApiError(TOO_LARGE, f"Payload Too Large. The limit is {max_bytes} bytes.", param="body")
