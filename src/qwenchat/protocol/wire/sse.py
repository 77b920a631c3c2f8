"""Server-sent events: the frames of a stream."""

DONE = b"data: [DONE]\n\n"
KEEP_ALIVE = b": keep-alive\n\n"  # a comment, which every reader skips


def frame(payload: bytes) -> bytes:
    """One event. `payload` is JSON on one line."""
    return b"data: %b\n\n" % payload
