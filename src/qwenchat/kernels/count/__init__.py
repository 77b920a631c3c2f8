"""The count voice: every word, no arithmetic; it adds up what a forward pass reads and computes."""

from qwenchat.kernels.count.voice import Count, Work

__all__ = ["Count", "Work"]
