"""Greedy answers on hand-written wordings, and perplexity: python -m training.evaluate prints pass rates and it."""

import argparse
import json
import math
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from training import MODEL_DIR
from training.batches import batches
from training.generate import conversations
from training.held_out import BRIEF, HELD_OUT

FRESH = 10**9  # a seed


@dataclass(slots=True)
class Talk:
    """A conversation under way, and how its last answer is judged."""

    case: dict[str, Any]
    messages: list[dict[str, Any]]
    tools: list[dict[str, Any]] | None
    answer: str = ""


def tool(spec: str) -> dict[str, Any]:
    """`name:field,field=type` as a function; fields are strings where no type is said."""
    name, _, fields = spec.partition(":")
    types = dict(f.partition("=")[::2] for f in fields.split(",") if f)
    about = name.replace("_", " ").capitalize()
    properties = {k: {"type": kind or "string"} for k, kind in types.items()}
    parameters = {"type": "object", "properties": properties, "required": list(types)}
    return {"type": "function", "function": {"name": name, "description": about, "parameters": parameters}}


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _calls(answer: str) -> list[Any]:
    """The calls in an answer; None for one that is no JSON."""
    return [_json(part.partition("</tool_call>")[0]) for part in answer.split("<tool_call>")[1:]]


def passed(case: dict[str, Any], answer: str) -> bool:
    """Whether an answer, its thought included, is what the case wants."""
    said = answer.rpartition("</think>")[2].strip()
    words = said.removesuffix("<|im_end|>")
    wanted = case.get("calls", [case["call"]] if "call" in case else [] if "nocall" in case else None)
    checks = (
        said.endswith("<|im_end|>"),
        all(x in words for x in case.get("has", ())),
        any(x in words for x in case.get("any", ("",))),
        case.get("equals") in (None, words),
        wanted in (None, _calls(words)),
        "json" not in case or _json(words) == case["json"],
        len(words) <= case.get("longest", 10**6),
        len(words) >= case.get("shortest", 0),
        "lines" not in case or len(words.splitlines()) == case["lines"],
    )
    return all(checks)


class Speaker:
    """The exported folder behind transformers: batches of conversations in, greedy answers out."""

    def __init__(self, folder: Path) -> None:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        self.torch, self.folder = torch, folder
        self.tok = AutoTokenizer.from_pretrained(folder, padding_side="left")
        self.model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()

    def perplexity(self, n_tokens: int = 40_000) -> float:
        """exp of the mean loss of a learned token, over conversations of a seed that no sitting has."""
        from tokenizers import Tokenizer

        plain = Tokenizer.from_file(str(self.folder / "tokenizer.json"))  # the other pads
        source = batches(plain, conversations(FRESH), Random(FRESH), 4096, 1024)
        loss, n_learned, n_read = 0.0, 0, 0
        while n_read < n_tokens:
            b = next(source)
            ids, learn = self.torch.from_numpy(b.ids), self.torch.from_numpy(b.learn[:, 1:])
            with self.torch.no_grad():
                logits = self.model(ids[:, :-1], position_ids=self.torch.from_numpy(b.places[:, :-1])).logits[learn]
            loss += self.torch.nn.functional.cross_entropy(logits, ids[:, 1:][learn], reduction="sum").item()
            n_learned, n_read = n_learned + len(logits), n_read + b.n_tokens
        return math.exp(loss / n_learned)

    def answers(self, talks: list[Talk], longest: int = 224) -> list[str]:
        """The next answer of each, with its closing token where it came."""
        prompts = [
            self.tok.apply_chat_template(
                t.messages, tools=t.tools, add_generation_prompt=True, tokenize=False,
                enable_thinking=bool(t.case.get("thinking")),
            )
            for t in talks
        ]  # fmt: skip
        return self.continued(prompts, longest)

    def continued(self, prompts: list[str], longest: int = 224) -> list[str]:
        """What comes greedily behind each text, with the closing token where it came."""
        x = self.tok(prompts, return_tensors="pt", padding=True, add_special_tokens=False)
        with self.torch.no_grad():
            y = self.model.generate(
                **x, do_sample=False, temperature=None, top_p=None, top_k=None, max_new_tokens=longest
            )
        return [self.tok.decode(row[x["input_ids"].shape[1] :]).replace("<|endoftext|>", "") for row in y]


def converse(speaker: Speaker, talks: list[Talk]) -> None:
    """Runs every talk to its last answer, all of one turn at a time."""
    for i in range(max(len(t.case["turns"]) for t in talks)):
        live = [t for t in talks if i < len(t.case["turns"])]
        for t in live:
            t.messages.append({"role": "user", "content": t.case["turns"][i]})
            if "result" in t.case:
                f = t.tools[0]["function"] if t.tools else {}
                call = {
                    "function": {
                        "name": f["name"],
                        "arguments": {f["parameters"]["required"][0]: t.messages[-1]["content"].split()[-1]},
                    }
                }
                t.messages += [
                    {"role": "assistant", "content": "", "tool_calls": [call]},
                    {"role": "tool", "content": t.case["result"]},
                ]
        for at in range(0, len(live), 16):
            part = live[at : at + 16]
            for t, answer in zip(part, speaker.answers(part), strict=True):
                t.answer = answer
                said = answer.removesuffix("<|im_end|>").rpartition("</think>")[2].strip()
                t.messages.append({"role": "assistant", "content": said})


def start(case: dict[str, Any]) -> Talk:
    """A talk before its first turn."""
    system = case.get("system")
    messages = [] if system is None else [{"role": "system", "content": system}]
    return Talk(case, messages, [tool(s) for s in case["tools"]] if "tools" in case else None)


def judged(speaker: Speaker, file: Path, show: bool) -> dict[str, dict[str, int]]:
    """How many of a file's cases are passed, by group; printed, and what was said where one isn't."""
    talks = [start(json.loads(line)) for line in file.read_text("utf-8").splitlines()]
    converse(speaker, talks)
    groups: dict[str, list[bool]] = defaultdict(list)
    for t in talks:
        ok = passed(t.case, t.answer)
        groups[t.case["group"]].append(ok)
        if show and not ok:
            print(f"FAIL {t.case['group']}: {t.case['turns'][-1]!r} -> {t.answer!r}")
    figures = {g: {"passed": sum(v), "of": len(v)} for g, v in groups.items()}
    figures["all"] = {"passed": sum(map(sum, groups.values())), "of": len(talks)}
    print(f"\n{file.stem}")
    for g, f in figures.items():
        print(f"{g:12} {f['passed']:3} of {f['of']}")
    return figures


def main() -> None:
    """Measure a checkpoint folder."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--model", type=Path, default=MODEL_DIR)
    args.add_argument("--figures", type=Path, help="write the pass rates here as JSON")
    args.add_argument("--failures", action="store_true", help="print what was said where a case isn't passed")
    args.add_argument("--cases", type=Path, nargs="+", default=HELD_OUT, help="files of cases, for the held-out ones")
    args.add_argument("--brief", action="store_true", help="print the brief's conversations too")
    opts = args.parse_args()
    speaker = Speaker(opts.model)
    figures: dict[str, Any] = {file.stem: judged(speaker, file, opts.failures) for file in opts.cases}
    perplexity = speaker.perplexity()
    print(f"perplexity {perplexity:.3f} a learned token of fresh conversations")
    if opts.figures:
        opts.figures.write_text(json.dumps({**figures, "perplexity": perplexity}, indent=2) + "\n", encoding="utf-8")
    if opts.brief:
        for system, turns in BRIEF:
            t = start({"system": system, "turns": list(turns)})
            converse(speaker, [t])
            print("\n" + "\n".join(f"[{m['role']}] {m['content']}" for m in t.messages))


if __name__ == "__main__":
    main()
