"""The recipe that made tiny: write conversations, learn a vocabulary, train, export, evaluate."""

from pathlib import Path

MODEL_DIR = Path(__file__).parents[1] / "src" / "qwenchat" / "tiny" / "model"
