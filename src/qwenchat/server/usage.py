"""GET /usage: a key's own limits, and what is left of them."""

import time

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from qwenchat.server.health import service_of


async def usage(request: Request) -> Response:
    """GET /usage. Null stands for no limit."""
    service, key = service_of(request), request.scope["exchange"].key
    if key is None:
        return JSONResponse({"object": "usage", "key": None})
    limits, spent, now = key.limits, service.admission.spent(key), time.monotonic()
    used = {
        "requests_a_second": (limits.requests_a_second, spent.second.sum(now)),
        "requests_a_minute": (limits.requests_a_minute, spent.minute.sum(now)),
        "tokens_a_minute": (limits.tokens_a_minute, spent.tokens.sum(now)),
        "concurrency": (limits.concurrency, spent.n_running),
        "total_tokens": (limits.total_tokens, key.used_tokens),
    }
    return JSONResponse(
        {
            "object": "usage",
            "key": {"id": key.id, "name": key.name, "models": list(limits.models)},
            "limits": {name: _told(limit, n) for name, (limit, n) in used.items()},
        }
    )


def _told(limit: int | None, used: int) -> dict[str, int | None]:
    return {"limit": limit, "used": used, "left": None if limit is None else max(0, limit - used)}
