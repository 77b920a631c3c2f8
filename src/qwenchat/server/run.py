"""Running the application on a socket, until a signal ends it."""

import logging
import socket
import sys

import uvicorn

from qwenchat.server.app import application
from qwenchat.server.http_limits import BoundedHttp
from qwenchat.server.roster import Roster
from qwenchat.server.service import Service


class _Server(uvicorn.Server):
    """Ends of itself where there is nothing to serve: whoever started it should see that."""

    def __init__(self, config: uvicorn.Config, roster: Roster) -> None:
        super().__init__(config)
        self._roster = roster

    async def on_tick(self, counter: int) -> bool:
        return self._roster.hopeless or await super().on_tick(counter)


def serve(service: Service) -> bool:
    """Serve until SIGINT or SIGTERM; then no new request is taken, and the running ones have `drain_s` to end.

    False, soon, where none of the models can be loaded; the log says why. Raises OSError where the address is taken.
    """
    settings = service.settings
    # Each kernel the engine calls gives the interpreter up and wants it back: 0.2 ms until then, not Python's 5.
    sys.setswitchinterval(0.0002)
    _log_to_stderr()
    listening = _listen(settings.host, settings.port)
    config = uvicorn.Config(
        application(service),
        http=BoundedHttp,
        loop="uvloop",
        ws="none",
        lifespan="on",
        interface="asgi3",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=round(settings.drain_s),
    )
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(
        f"qwenchat: serving {', '.join(s.name for s in service.roster.seats)} at http://{shown}:{port}/v1",
        file=sys.stderr,
        flush=True,
    )
    _Server(config, service.roster).run(sockets=[listening])
    return not service.roster.hopeless


def _listen(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(address)
    listening.listen(2048)
    listening.set_inheritable(True)
    return listening


def _log_to_stderr() -> None:
    """Requests and warnings, a line each."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("qwenchat.requests").setLevel(logging.INFO)
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)  # what it tells, our own lines tell
