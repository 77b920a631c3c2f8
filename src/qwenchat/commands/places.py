"""Where the shell's commands keep their files."""

import os
from pathlib import Path


def config_folder() -> Path:
    """The folder of a user's settings, as the XDG specification has it."""
    configured = os.environ.get("XDG_CONFIG_HOME", "")
    base = Path(configured) if os.path.isabs(configured) else Path.home() / ".config"
    return base / "qwenchat"


def default_keys_file() -> Path:
    """The keys of this user's servers."""
    return config_folder() / "keys.db"
