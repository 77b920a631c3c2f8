"""The commands of the shell, one a file: `add` says what a command takes, `run` does it and returns the exit status."""
