"""One line a request: who, what, how long. Never a prompt, an answer or a key."""

import json
import logging
import time

from qwenchat.server.exchange import Exchange

_log = logging.getLogger("qwenchat.requests")


def log_line(exchange: Exchange, as_json: bool) -> None:
    """Log an exchange that is over."""
    if _log.isEnabledFor(logging.INFO):
        told = _told(exchange)
        _log.info(json.dumps(told, ensure_ascii=False) if as_json else " ".join(f"{k}={v}" for k, v in told.items()))


def _told(exchange: Exchange) -> dict[str, object]:
    usage = exchange.usage
    told: dict[str, object] = {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(exchange.arrived)),
        "status": exchange.status,
        "method": exchange.method,
        "path": _printable(exchange.path),
        "model": _printable(exchange.model),
        "key": "-" if exchange.key is None else exchange.key.id,
        "ms": round(exchange.seconds * 1000, 1),
    }
    if usage is not None:
        told |= {"in": usage.n_prompt, "out": usage.n_generated, "cached": usage.n_cached}
    if exchange.first_token_s is not None:
        told["first_ms"] = round(exchange.first_token_s * 1000, 1)
    return told | {"finish": exchange.finish, "error": exchange.error, "id": exchange.id}


def _printable(text: str) -> str:
    """Text of a client's, fit for one word of a line."""
    return "".join(c if c.isprintable() and c != " " else "?" for c in text[:100])
