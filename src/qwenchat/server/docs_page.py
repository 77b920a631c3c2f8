"""GET /docs: the OpenAPI document to read. Nothing is loaded from anywhere."""

from functools import cache
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from qwenchat import __version__
from qwenchat.protocol.wire.fields import HARMLESS
from qwenchat.server.openapi import document


async def docs(request: Request) -> Response:
    """GET /docs."""
    return HTMLResponse(_page(), headers={"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'"})


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:54em;margin:2em auto;padding:0 1em;color-scheme:light dark}"
    "code{font-size:.95em}table{border-collapse:collapse}td{padding:.15em 1em .15em 0;vertical-align:top}"
    "h2{margin-top:2em;font-size:1.1em}"
)


@cache
def _page() -> str:
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>qwenchat</title><style>{_STYLE}</style>",
        f"<h1>qwenchat {__version__}</h1><p>{escape(document()['info']['description'])}",
    ]
    for path, operations in document()["paths"].items():
        for method, operation in operations.items():
            parts.append(f"<h2><code>{method.upper()} {path}</code></h2><p>{escape(operation['summary'])}")
            content = operation.get("requestBody", {}).get("content", {})
            fields = content["application/json"]["schema"]["properties"] if content else {}
            parts.append(f"<table>{''.join(_row(name, field) for name, field in fields.items())}</table>")
    parts.append(f"<h2>Accepted and of no effect</h2><p><code>{', '.join(sorted(HARMLESS))}</code>")
    return "\n".join(parts)


def _row(name: str, field: dict[str, Any]) -> str:
    return f"<tr><td><code>{name}</code><td>{escape(_kind(field))}<td>{escape(field.get('description', ''))}"


def _kind(field: dict[str, Any]) -> str:
    """The type and range in a few words."""
    if "enum" in field:
        return ", ".join(field["enum"])
    if "anyOf" in field:
        return " or ".join(_kind(one) for one in field["anyOf"])
    signs = {"minimum": "≥", "exclusiveMinimum": ">", "maximum": "≤", "exclusiveMaximum": "<"}
    return " ".join(
        [field.get("type", "any"), *(f"{sign} {field[key]}" for key, sign in signs.items() if key in field)]
    )
