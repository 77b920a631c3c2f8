#!/usr/bin/env python3
"""The hosted service's script by its own name: `python scripts/text.py …` from a checkout is `qwenchat text …`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from qwenchat.cli import main

if __name__ == "__main__":
    sys.exit(main(["text", *sys.argv[1:]]))
