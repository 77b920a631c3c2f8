"""The cpu voice: C++ kernels, the best instruction set of this machine chosen at run time."""

from qwenchat.kernels.cpu.voice import Cpu

__all__ = ["Cpu"]
