"""How a server runs: made once, from the command line and the config file, and handed down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """A server's own choices; the models have theirs."""

    host: str = "127.0.0.1"
    port: int = 8000
    strict: bool = False
    max_running: int = 256  # requests in the making; one more is told to come back
    drain_s: float = 30.0  # how long answers may go on after SIGTERM
    stuck_s: float = 120.0  # work waits and nothing moves for so long: not healthy
    json_log: bool = False
