"""Where the things of one run lie."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one run: our checkpoint, our cache for packed weights, the peers."""

    checkpoint: Path
    cache: Path
    peers: Path | None

    def environment(self) -> dict[str, str]:
        """What our own programs run under: packed weights go below `cache`, not into the user's."""
        return {"XDG_CACHE_HOME": str(self.cache / "xdg"), "HF_HUB_OFFLINE": "1"}
