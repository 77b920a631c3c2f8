"""Where the embedded checkpoint lies."""

from pathlib import Path


def folder() -> Path:
    """The folder of the embedded checkpoint: config.json, model.safetensors, tokenizer.json and the rest."""
    return Path(__file__).parent / "model"
