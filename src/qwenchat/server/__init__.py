"""HTTP in, HTTP out: an OpenAI-style and a DashScope-style service over any responder."""

from qwenchat.server.roster import Roster
from qwenchat.server.run import serve
from qwenchat.server.service import Service
from qwenchat.server.settings import Settings

__all__ = ["Roster", "Service", "Settings", "serve"]
