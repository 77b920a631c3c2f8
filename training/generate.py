"""Writes conversations: python -m training.generate shows some."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from training import creative, explain, lists, maths, memory, personas, talk, thoughts, tools
from training.grammar import expand
from training.render import text
from training.writer import Conversation, Message, Writer

Family: TypeAlias = Callable[[Writer], list[Message]]


@dataclass(frozen=True, slots=True)
class Mix:
    """The families that stand alone, and how often each is drawn."""

    names: tuple[str, ...]
    families: tuple[Family, ...]
    weights: tuple[int, ...]


def mix() -> Mix:
    """Every stand-alone family with its weight."""
    rows = [(n, f, k) for room in (talk, explain, creative, lists, maths, tools) for n, (f, k) in room.FAMILIES.items()]
    names, families, weights = zip(*rows, strict=True)
    return Mix(names, families, weights)


def _some(w: Writer, m: Mix, n: int) -> tuple[list[Message], str]:
    """`n` exchanges of drawn families, and the name of the last."""
    out: list[Message] = []
    name = ""
    for i in w.rng.choices(range(len(m.names)), m.weights, k=n):
        out += m.families[i](w)
        name = m.names[i]
    return out, name


def _remembering(w: Writer, m: Mix) -> list[Message]:
    """Facts told, other talk between, facts asked for."""
    rng = w.rng
    names = rng.sample(list(memory.KINDS), rng.choice((1, 1, 2, 2, 3)))
    facts = [(name, memory.fact(w, name)) for name in names]
    out: list[Message] = []
    if len(facts) > 1 and rng.random() < 0.3:
        out += memory.told_two(w, facts[0][1], facts[1][1])
        rest = facts[2:]
    else:
        rest = facts
    for _, f in rest:
        out += memory.told(w, f)
        if rng.random() < 0.3:
            out += _some(w, m, 1)[0]
    if rng.random() < 0.15:
        name, f = facts[0]
        more, f = memory.corrected(w, name, f)
        out += more
        facts[0] = (name, f)
    if rng.random() < 0.4:
        out += _some(w, m, rng.choice((1, 1, 1, 1, 2, 2, 4, 8)))[0]
    rng.shuffle(facts)
    for _, f in facts:
        out += memory.asked(w, f)
    if rng.random() < 0.15:
        free = [k for k in memory.KINDS if k not in names]
        out += memory.never_told(w, memory.fact(w, rng.choice(free)))
    return out


def _with_tools(w: Writer, m: Mix, c: Conversation) -> None:
    """A call and its answer, or talk that needs no tool, with tools on offer."""
    rng = w.rng
    kind = rng.choice(("weather", "weather", *tools.USES))
    use, c.tools = tools.offered(w, kind, rng.choice((0, 0, 1, 2, 3)))
    luck = rng.random()
    if luck < 0.2:
        plain = [talk.greeting, talk.manners, talk.identity, explain.topic, explain.capital, lists.reverse]
        c.messages += rng.choice(plain)(w)
    if luck > 0.1:
        turn = tools.called(use)
        # Cut behind the call now and then, so that a call also ends a conversation.
        c.messages += turn[:2] if rng.random() < 0.25 else turn


def conversation(rng: Random, m: Mix) -> Conversation:
    """One conversation."""
    ask = "zh" if rng.random() < 0.35 else "en"
    w = Writer(rng, ask, ask)
    luck = rng.random()
    manners, weights = zip(*personas.MANNERS, strict=True)
    manner = (personas.plain if luck < 0.1 else rng.choices(manners, weights)[0])(w)
    c = Conversation("")
    if manner.system is not None:
        c.messages.append({"role": "system", "content": manner.system})
    if luck < 0.1:
        c.family = "tools"
        _with_tools(w, m, c)
    elif manner.opening and luck < 0.7:
        c.family = "persona"
        c.messages += manner.opening
    elif luck < 0.28:
        c.family = "memory"
        c.messages += _remembering(w, m)
    else:
        # A few are long, so that later positions are schooled too.
        more, c.family = _some(w, m, rng.randrange(6, 20) if rng.random() < 0.03 else rng.choice((1, 1, 1, 1, 2, 2, 3)))
        c.messages += more
    if manner.finish:
        c.family = "manner"
        for x in c.messages:
            if x["role"] == "assistant" and x["content"] and '{"name"' not in x["content"]:
                x["content"] = manner.finish(x["content"])
    _think(w, c)
    return c


def _think(w: Writer, c: Conversation) -> None:
    """Switch thinking on where the last answer has a thought, and now and then give it a plain one."""
    last = c.messages[-1]
    if "reasoning_content" not in last and w.rng.random() < 0.08:
        if "tool_calls" in last:
            name = last["tool_calls"][0]["function"]["name"]
            last["reasoning_content"] = expand(w.rng, "[The tool {n} fits here.|I can use {n} for this.]", n=name)
        else:
            pattern = thoughts.PATTERNS.get(c.family, thoughts.ANY)
            last["reasoning_content"] = expand(w.rng, pattern[w.tell == "zh"])
    c.thinking = "reasoning_content" in last


def conversations(seed: int) -> Iterator[Conversation]:
    """An endless row of conversations; the same seed gives the same row."""
    rng, m = Random(seed), mix()
    while True:
        yield conversation(rng, m)


def main() -> None:
    """Print some conversations."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("-n", type=int, default=10)
    args.add_argument("--seed", type=int, default=0)
    args.add_argument("--family")
    opts = args.parse_args()
    shown = 0
    for c in conversations(opts.seed):
        if opts.family in (None, c.family):
            print(f"--- {c.family}\n{text(c)}")
            shown += 1
        if shown == opts.n:
            return


if __name__ == "__main__":
    main()
