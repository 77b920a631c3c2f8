"""`python -m qwenchat`: the door for the shell."""

import sys

from qwenchat.cli import main

if __name__ == "__main__":
    sys.exit(main())
