"""Is it alive, is it ready, and what did it do: /health, /ready, /metrics, /version."""

import time

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from qwenchat import __version__
from qwenchat.protocol.responder import TokenResponder
from qwenchat.server.meters import CONTENT_TYPE
from qwenchat.server.service import Service


def service_of(request: Request) -> Service:
    """The server that a request came to."""
    service: Service = request.app
    return service


async def health(request: Request) -> Response:
    """GET /health: 200 while work moves on; 503 where requests wait and nothing moves, or an engine has died."""
    service = service_of(request)
    models = [seat.responder for seat in service.roster.seats]
    local = [model for model in models if isinstance(model, TokenResponder)]
    service.meters.note_progress(sum(model.progress for model in local))
    still_s = service.still_s()
    stuck = still_s > service.settings.stuck_s
    broken = any(model.broken for model in local)
    about = {
        "status": "broken" if broken else "stuck" if stuck else "ok",
        "running": len(service.running),
        "seconds_since_progress": round(still_s, 3),
        "uptime_seconds": round(time.time() - service.started, 3),
    }
    return JSONResponse(about, 503 if stuck or broken else 200)


async def ready(request: Request) -> Response:
    """GET /ready: 200 once the models that are to be loaded at the start are; one that can't be is named."""
    seats = service_of(request).roster.seats
    missing = [seat for seat in seats if seat.at_start and seat.responder is None]
    about = {
        "ready": not missing,
        "loaded": [seat.name for seat in seats if seat.responder is not None],
        "loading": [seat.name for seat in missing if not seat.failed],
        "failed": [seat.name for seat in seats if seat.failed],
    }
    return JSONResponse(about, 503 if missing else 200)


async def metrics(request: Request) -> Response:
    """GET /metrics: what the server counted, in Prometheus' text format."""
    service = service_of(request)
    held = {seat.name: seat.responder for seat in service.roster.seats}
    local = {name: model.figures for name, model in held.items() if isinstance(model, TokenResponder)}
    return Response(service.meters.text(len(service.running), local), headers={"content-type": CONTENT_TYPE})


async def version(request: Request) -> Response:
    """GET /version."""
    return JSONResponse({"name": "qwenchat", "version": __version__})
