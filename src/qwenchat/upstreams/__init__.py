"""Models that someone else's engine runs, behind the same seam as ours: any OpenAI-style service."""

from qwenchat.upstreams.responder import UpstreamResponder, open_upstream
from qwenchat.upstreams.upstream import Upstream

__all__ = ["Upstream", "UpstreamResponder", "open_upstream"]
