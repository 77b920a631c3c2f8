"""The one error of this room."""


class CheckpointError(ValueError):
    """A checkpoint can't be used: the message names the file, what is wrong in it, and what to do."""
