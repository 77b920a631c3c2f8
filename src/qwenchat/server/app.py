"""The application: which path is answered by what."""

from starlette.routing import Route, Router
from starlette.types import ASGIApp

from qwenchat.server.docs_page import docs
from qwenchat.server.endpoints import Endpoint, chat, completion, native, tokenize
from qwenchat.server.gate import Gate
from qwenchat.server.health import health, metrics, ready, version
from qwenchat.server.lifespan import lifespan
from qwenchat.server.models import model, models
from qwenchat.server.openapi import openapi
from qwenchat.server.service import Service
from qwenchat.server.usage import usage

BASES = ("/v1", "/compatible-mode/v1")
# The newest models are asked at the second path, for text too.
NATIVE = tuple(f"/api/v1/services/aigc/{kind}-generation/generation" for kind in ("text", "multimodal"))


def application(service: Service) -> ASGIApp:
    """The server as an ASGI application."""
    routes = [
        Route("/health", health, methods=["GET"]),
        Route("/ready", ready, methods=["GET"]),
        Route("/metrics", metrics, methods=["GET"]),
        Route("/version", version, methods=["GET"]),
        Route("/openapi.json", openapi, methods=["GET"]),
        Route("/docs", docs, methods=["GET"]),
    ]
    routes += [Route(path, Endpoint(service, native), methods=["POST"]) for path in NATIVE]
    for base in BASES:
        routes += [
            Route(f"{base}/chat/completions", Endpoint(service, chat), methods=["POST"]),
            Route(f"{base}/completions", Endpoint(service, completion), methods=["POST"]),
            Route(f"{base}/tokenize", Endpoint(service, tokenize), methods=["POST"]),
            Route(f"{base}/models", models, methods=["GET"]),
            Route(f"{base}/usage", usage, methods=["GET"]),
            Route(f"{base}/models/{{model:path}}", model, methods=["GET"]),
        ]
    # A bare router: the gate is the one place where an error becomes a reply.
    return Gate(Router(routes, redirect_slashes=False, lifespan=lifespan), service)
