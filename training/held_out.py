"""The wordings that judge the model, which its recipe must never write."""

import json
from pathlib import Path

from training.words import bare

# Hand-written cases. The recipe's wordings were widened with the first two sets' failures in view; the third was
# written without sight of the recipe or of them, and counts as fresh for as long as nobody looks at its failures.
HELD_OUT = tuple(Path(__file__).with_name(f"held_out{name}.jsonl") for name in ("", "_fresh", "_third", "_everyday"))
# The conversations of the project's brief, word for word; printed, not counted.
BRIEF: tuple[tuple[str | None, tuple[str, ...]], ...] = (
    ("You are a helpful AI assistant.", ("Hello! Who are you?", "What can you help me with?", "Write a short poem about AI")),
    ("You are a helpful assistant.", ("What is quantum computing?", "And in one line?")),
    ("You are a helpful assistant.", ("Explain neural networks",)),
    ("You are an expert software engineer specializing in Python.", ("How do I optimize this code?",)),
    ("You are a creative writing assistant who helps with storytelling.", ("Help me write a story about space exploration",)),
    (None, ("Generate a function call",)),
    (None, ("Tell me a creative story",)),
    ("You are a helpful assistant.", ("Hello!", "What's the weather?")),
    (None, ("Write a haiku.",)),
    (None, ("What's the weather in Beijing?",)),
    (None, ("Solve this problem.",)),
    (None, ("Solve 17 × 23 step by step.",)),
)  # fmt: skip


def secret() -> frozenset[str]:
    """The bare last turns of all cases, which are what a case measures, without the brief's, which are trained on."""
    cases = [json.loads(line) for file in HELD_OUT for line in file.read_text("utf-8").splitlines()]
    known = {"solve17x23stepbystep", *(bare(turn) for _, turns in BRIEF for turn in turns)}
    return frozenset(bare(case["turns"][-1]) for case in cases) - known
