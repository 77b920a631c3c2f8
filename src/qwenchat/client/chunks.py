"""The chunks of a streamed chat reply."""

import json
from typing import Any

from qwenchat.client.errors import LONGEST_SHOWN, ServiceError, from_frame
from qwenchat.client.sse import Frame, FrameReader


class ChunkReader:
    """Bytes of a reply in any cutting → its chunks; a pure state machine.

    Raises `ServiceError` for an error frame, for what is no JSON object, and (`end`) for a reply that broke off.
    """

    def __init__(self) -> None:
        self._frames = FrameReader()
        self._start = b""  # of a reply that may turn out to be no stream
        self._begun = False  # a chunk was seen
        self._whole = False  # a finish_reason was seen, or [DONE]
        self._done = False  # [DONE] was seen: what follows it is nobody's business

    def push(self, piece: bytes) -> list[dict[str, Any]]:
        """The chunks that `piece` completes."""
        if not self._begun:
            self._start = (self._start + piece)[:LONGEST_SHOWN]
        return self._chunks(self._read(piece))

    def end(self) -> list[dict[str, Any]]:
        """What was left when the reply ended."""
        chunks = self._chunks(self._frames.end())
        if not self._begun and not self._done:
            raise ServiceError(f"the reply is no stream: {self._start.decode('utf-8', 'replace')}", body=self._start)
        if not self._whole:
            raise ServiceError("the stream broke off before the answer was whole")
        return chunks

    def _read(self, piece: bytes) -> list[Frame]:
        try:
            return self._frames.push(piece)
        except ValueError as error:
            raise ServiceError(str(error)) from None

    def _chunks(self, frames: list[Frame]) -> list[dict[str, Any]]:
        found = []
        for frame in frames:
            if self._done:
                break
            if frame.data == "[DONE]":
                self._done = self._whole = True
                break
            found.append(self._chunk(frame))
        return found

    def _chunk(self, frame: Frame) -> dict[str, Any]:
        self._begun = True
        raw = frame.data.encode()
        try:
            chunk = json.loads(frame.data)
        except ValueError:
            chunk = None
        if not isinstance(chunk, dict):
            raise ServiceError(f"a chunk of the stream is no JSON object: {frame.data[:200]}", body=raw)
        if chunk.get("error") or frame.event == "error":
            raise from_frame(chunk, raw)
        choices = chunk.get("choices")
        if isinstance(choices, list) and any(isinstance(c, dict) and c.get("finish_reason") for c in choices):
            self._whole = True
        return chunk
