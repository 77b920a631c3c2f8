"""HTTP in, HTTP out: an OpenAI-style and a DashScope-style service over any responder."""

from qwenchat.server.config import read_config
from qwenchat.server.keys import Key, Keys, Limits
from qwenchat.server.local import LocalSource
from qwenchat.server.roster import Roster, Seat
from qwenchat.server.run import serve
from qwenchat.server.service import Service
from qwenchat.server.settings import Settings

__all__ = ["Key", "Keys", "Limits", "LocalSource", "Roster", "Seat", "Service", "Settings", "read_config", "serve"]
