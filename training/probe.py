"""How often an answer is word for word the one its program wrote, by family: python -m training.probe --model DIR.

Fresh conversations, so names, values and tools are new; for families whose answer is the only right one.
"""

import argparse
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training import MODEL_DIR
from training.evaluate import Speaker
from training.generate import conversations
from training.render import render
from training.writer import Conversation

# One right answer each, whatever words led to it.
EXACT = (
    "echo", "table", "as_json", "replace", "reverse", "sort", "repeat", "upper", "ends", "times", "plus", "chain", "compare", "story",
    "packs", "count", "date", "weekday_on", "memory", "persona", "tools", "passage", "extract", "listed", "unique", "summary",
    "polite", "translation", "desk", "word", "capital", "results",
)  # fmt: skip
SEED = 987_654


def _name(c: Conversation) -> str:
    """Its family; those that end with what several calls gave back are told apart from other rows with tools."""
    return "results" if [m["role"] for m in c.messages[-3:-1]] == ["tool", "tool"] else c.family


def _fresh(n: int) -> Iterator[Conversation]:
    """`n` conversations of each family, none of them long."""
    left = dict.fromkeys(EXACT, n)
    for c in conversations(SEED):
        if left.get(_name(c)) and sum(len(s.text) for s in render(c)) < 2500:
            left[_name(c)] -= 1
            yield c
        if not any(left.values()):
            return


def _parts(c: Conversation) -> tuple[str, str]:
    """The text before the last answer, and that answer."""
    spans = render(c)
    return "".join(s.text for s in spans[:-2]), spans[-2].text


def perplexity(speaker: Speaker, talks: list[Conversation]) -> float:
    """Of the last answers, per token."""
    torch, loss, n = speaker.torch, 0.0, 0
    for c in talks:
        before, answer = _parts(c)
        a = speaker.tok(before, add_special_tokens=False)["input_ids"]
        b = speaker.tok(answer, add_special_tokens=False)["input_ids"]
        with torch.no_grad():
            logits = speaker.model(torch.tensor([a + b])).logits[0, len(a) - 1 : -1]
        loss += float(torch.nn.functional.cross_entropy(logits, torch.tensor(b), reduction="sum"))
        n += len(b)
    return math.exp(loss / n)


def main() -> None:
    """Print the rates."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--model", type=Path, default=MODEL_DIR)
    args.add_argument("-n", type=int, default=10, help="conversations of each family")
    args.add_argument("--show", type=int, default=1, help="how many wrong answers of a family to print")
    opts = args.parse_args()
    speaker, talks = Speaker(opts.model), list(_fresh(opts.n))
    right: dict[str, int] = defaultdict(int)
    shown: dict[str, int] = defaultdict(int)
    talks.sort(key=lambda c: len(_parts(c)[0]))
    for at in range(0, len(talks), 16):
        some = talks[at : at + 16]
        for c, said in zip(some, speaker.continued([_parts(c)[0] for c in some]), strict=True):
            wanted = _parts(c)[1]
            name = _name(c)
            right[name] += said == wanted
            if said != wanted and shown[name] < opts.show:
                shown[name] += 1
                print(f"{name}: {c.messages[-2]['content'][-200:]!r}\n  wanted {wanted!r}\n  said   {said!r}")
    for family in EXACT:
        print(f"{family:12} {right[family]:3} of {opts.n}")
    print(f"all {sum(right.values())} of {len(talks)}, perplexity of the answers {perplexity(speaker, talks):.3f}")


if __name__ == "__main__":
    main()
