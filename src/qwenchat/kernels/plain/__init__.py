"""The plain voice: numpy, short, slow and obviously right; it referees the others."""

from qwenchat.kernels.plain.voice import Plain

__all__ = ["Plain"]
