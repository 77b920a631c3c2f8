"""GET /models and /models/{model}: the names this server answers."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from qwenchat.server.health import service_of
from qwenchat.server.roster import Seat


async def models(request: Request) -> Response:
    """GET /models."""
    service = service_of(request)
    key = request.scope["exchange"].key
    seats = [seat for seat in service.roster.seats if key is None or key.may_use((seat.name,))]
    rows = [_row(seat, service.started) for seat in seats]
    return JSONResponse({"object": "list", "data": rows})


async def model(request: Request) -> Response:
    """GET /models/{model}; 404 for a name that nobody answers to."""
    service = service_of(request)
    return JSONResponse(_row(service.roster.seat(request.path_params["model"]), service.started))


def _row(seat: Seat, started: float) -> dict[str, object]:
    row: dict[str, object] = {"id": seat.name, "object": "model", "created": int(started), "owned_by": "qwenchat"}
    if seat.responder is None:
        return row | {"loaded": False}
    about = seat.responder.about
    abilities = {"thinking": about.thinks, "tools": about.calls_tools}
    return row | {"loaded": True, "context_window": about.context, "max_model_len": about.context, **abilities}
