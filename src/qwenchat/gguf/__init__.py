"""One GGUF file: its metadata and where its tensors lie, every length and offset checked."""

from qwenchat.gguf.file import GgufFile, open_gguf
from qwenchat.gguf.header import GgufError, Place, Strings

__all__ = ["GgufError", "GgufFile", "Place", "Strings", "open_gguf"]
