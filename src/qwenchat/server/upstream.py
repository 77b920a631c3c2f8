"""A model of another service behind a name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from qwenchat.protocol.responder import Responder

if TYPE_CHECKING:
    from qwenchat.upstreams import Upstream


class UpstreamSource(Struct, frozen=True):
    """A model by its service's own name; `variables` may hold the service's key."""

    upstream: "Upstream"
    model: str
    variables: Mapping[str, str]
    context: int | None = None

    def __repr__(self) -> str:
        return f"UpstreamSource({self.upstream.name!r}, {self.model!r})"

    def n_bytes(self) -> int:
        """Nothing of it is in this machine's memory."""
        return 0

    def load(self) -> Responder:
        """The model, reached for the first time."""
        from qwenchat.upstreams import open_upstream

        return open_upstream(self.upstream, self.model, self.variables, self.context)
