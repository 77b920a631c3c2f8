"""The embedded model, as a checkpoint folder in hub layout inside the package."""

from qwenchat.tiny.place import folder

__all__ = ["folder"]
