"""How a server runs: made once, from the command line and the config file, and handed down."""

from msgspec import Struct

from qwenchat.protocol.errors import InvalidValue

LOG_FORMATS = ("text", "json")


class Settings(Struct, frozen=True):
    """A server's own choices; the models have theirs."""

    host: str = "127.0.0.1"
    port: int = 8000
    strict: bool = False
    max_running: int = 256  # requests in the making; one more is told to come back
    drain_s: float = 30.0  # how long answers may go on after SIGTERM
    stuck_s: float = 120.0  # work waits and nothing moves for so long: not healthy
    log_format: str = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.port < 65536:
            raise InvalidValue("port", self.port, "a number from 0 to 65535 is needed")
        if self.log_format not in LOG_FORMATS:
            raise InvalidValue("log_format", self.log_format, f"allowed: {', '.join(LOG_FORMATS)}")
        if self.max_running < 1:
            raise InvalidValue("max_running", self.max_running, "at least 1 is needed")
        if not self.drain_s >= 0:
            raise InvalidValue("drain_s", self.drain_s, "a number of seconds is needed")
