"""GET /models and /models/{model}: the names this server answers."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from qwenchat.server.health import service_of
from qwenchat.server.roster import Seat


async def models(request: Request) -> Response:
    """GET /models."""
    service = service_of(request)
    key = request.scope["exchange"].key
    named = [(name, seat) for seat in service.roster.seats for name in (seat.name, *seat.adapters)]
    allowed = [(name, seat) for name, seat in named if key is None or key.may_use((name, seat.name))]
    rows = [_row(name, seat, service.started) for name, seat in allowed]
    return JSONResponse({"object": "list", "data": rows})


async def model(request: Request) -> Response:
    """GET /models/{model}; 404 for a name that nobody answers to."""
    service = service_of(request)
    asked = request.path_params["model"]
    seat = service.roster.seat(asked)
    name = next((adapter for adapter in seat.adapters if adapter.lower() == asked.lower()), seat.name)
    return JSONResponse(_row(name, seat, service.started))


def _row(name: str, seat: Seat, started: float) -> dict[str, object]:
    row: dict[str, object] = {"id": name, "object": "model", "created": int(started), "owned_by": "qwenchat"}
    if name != seat.name:
        row["parent"] = seat.name  # whose adapter it is
    if seat.responder is None:
        return row | {"loaded": False}
    about = seat.responder.about
    abilities = {"thinking": about.thinks, "tools": about.calls_tools}
    return row | {"loaded": True, "context_window": about.context, "max_model_len": about.context, **abilities}
