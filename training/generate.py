"""Writes conversations: python -m training.generate shows some."""

import argparse
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from training import (
    chores,
    comparisons,
    copying,
    creative,
    dates,
    errands,
    explain,
    lists,
    maths,
    memory,
    out_of_reach,
    passages,
    personas,
    scenes,
    talk,
    textwork,
    thoughts,
    tool_turns,
    toolbox,
    tools,
    translate,
)
from training.held_out import secret
from training.render import text
from training.toolbox import Schema, Want
from training.words import bare
from training.writer import Conversation, Message, Writer

Family: TypeAlias = Callable[[Writer], list[Message]]


_ROOMS = (
    talk,
    explain,
    creative,
    copying,
    lists,
    chores,
    maths,
    comparisons,
    dates,
    tools,
    tool_turns,
    passages,
    textwork,
    translate,
)


# Where there is something to work out, a thought that works nothing out would teach the wrong thing.
_WORKED = (*maths.FAMILIES, *comparisons.FAMILIES, *dates.FAMILIES, "sort", "chore")

# What is learned slowly and takes few words: now and then a conversation is some of these, over and over. Sorting is
# the slowest of them and has such conversations to itself.
_SKILLS = (
    "sort", "count", "upper", "replace", "unique", "ends", "reverse", "list_one", "list_edit", "list_filter", "list_order", "letters",
    "compare", "longest", "date", "weekday_on", "plus", "capital", "translation", "word", "chore",
)  # fmt: skip
_PRACTICE = 0.18
_SORTING = 0.06

# These answer in the words of the text, so they have no place where another language is asked for.
_SAID_AGAIN = ("passage", "summary", "polite")


@dataclass(frozen=True, slots=True)
class Mix:
    """The families that stand alone, and how often each is drawn."""

    names: tuple[str, ...]
    families: tuple[Family, ...]
    weights: tuple[int, ...]


def mix(without: Collection[str] = ()) -> Mix:
    """Every stand-alone family with its weight, but for the rooms named in `without`."""
    rooms = [room for room in _ROOMS if room.__name__.rpartition(".")[2] not in without]
    rows = [(n, f, k) for room in rooms for n, (f, k) in room.FAMILIES.items()]
    names, families, weights = zip(*rows, strict=True)
    return Mix(names, families, weights)


def _some(w: Writer, m: Mix, n: int) -> tuple[list[Message], str]:
    """`n` exchanges of drawn families, and the name of the last."""
    out: list[Message] = []
    name = ""
    while n:
        i = w.rng.choices(range(len(m.names)), m.weights)[0]
        if w.ask == w.tell or m.names[i] not in _SAID_AGAIN:
            out += m.families[i](w)
            name = m.names[i]
            n -= 1
    return out, name


def _practice(w: Writer, m: Mix) -> tuple[list[Message], str]:
    """Six to ten exchanges of a few skills: half of what is read is learned, where it is a quarter elsewhere."""
    known = [i for i, name in enumerate(m.names) if name in _SKILLS]
    few = w.rng.sample(known, w.rng.choice((1, 2, 3, 4)))
    if "sort" in m.names and w.rng.random() < _SORTING:
        few = [m.names.index("sort")]
    out: list[Message] = []
    for _ in range(w.rng.randrange(6, 11)):
        i = w.rng.choice(few)
        out += m.families[i](w)
    return out, m.names[i]


def _remembering(w: Writer, m: Mix) -> list[Message]:
    """Facts told, other talk between, facts asked for."""
    rng = w.rng
    names = rng.sample(list(memory.KINDS), rng.choice((1, 1, 2, 2, 3, 4, 6)))
    facts = [(name, memory.fact(w, name)) for name in names]
    out: list[Message] = []
    if len(facts) > 1 and rng.random() < 0.3:
        out += memory.told_two(w, facts[0][1], facts[1][1])
        rest = facts[2:]
    else:
        rest = facts
    # Of others too, whatever a text may say; in one language, since what was heard is said again as it was.
    heard: list[tuple[str, str]] = []
    if w.ask == w.tell and rng.random() < 0.4:
        said = passages.world(w, rng.choice((1, 2, 2, 3)))
        heard = [(s.question, s.answer) for s in said]
        for s in said:
            out += memory.heard(w, s.sentence)
    elif w.ask == w.tell and rng.random() < 0.3:
        text, told, _ = scenes.scene(w)
        out += memory.heard(w, text)
        heard = told[: rng.choice((1, 2, 3))]
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
    asked = [memory.asked(w, f) for _, f in facts]
    asked += [[w.user("{q}", "{q}", q=q), {"role": "assistant", "content": a}] for q, a in heard]
    rng.shuffle(asked)
    for turn in asked:
        out += turn
    if rng.random() < 0.15:
        free = [k for k in memory.KINDS if k not in names]
        out += memory.never_told(w, memory.fact(w, rng.choice(free)))
    return out


def _tool_turn(w: Writer, narrow: bool, taken: Collection[str]) -> tool_turns.Turn:
    """One exchange about a tool; where it is narrow, no tool is called that would do for many errands."""
    luck = w.rng.random()
    if narrow and luck < 0.47:
        return (tool_turns.several if luck < 0.13 else tool_turns.missing if luck < 0.31 else tool_turns.unfit)(w)
    known = tools.open_kinds(narrow, taken)
    kind = w.pick((*known, *["drawn"] * (4 * len(known) + 1 if narrow else 3)))
    if kind == "drawn":
        x = errands.want(w) if narrow else toolbox.want(w)
        return tool_turns.Turn(tool_turns.asked_and_called(w, x), [x.schema], again=(x,))
    use = tools.USES[kind](w)
    return tool_turns.Turn(tools.called(use), [use.schema], kind=kind)


def _once_more(w: Writer, x: Want) -> list[Message]:
    """A tool that is there already, called again; now and then an argument lacks this time."""
    lacking = errands.lacking_again(w, x) if w.rng.random() < 0.2 else None
    if lacking is not None:
        return tool_turns.missing(w, lacking).messages
    return tool_turns.asked_and_called(w, toolbox.again(w, x))


# What is talked of between the requests where tools are on offer.
_ASIDES: tuple[Family, ...] = (
    talk.greeting,
    talk.manners,
    talk.identity,
    out_of_reach.unknown_to_tools,
    explain.topic,
    explain.capital,
    maths.plus,
    lists.reverse,
    creative.haiku,
    talk.abilities,
)


def _with_tools(w: Writer, c: Conversation) -> None:
    """Tools on offer: called and their results told, one argument lacking, none that fits, and talk between."""
    rng = w.rng
    if rng.random() < 0.5:
        return _with_the_same_tools(w, c)
    needed: dict[str, Schema] = {}
    barred: set[str] = set()
    again: list[Want] = []
    taken: set[str] = set()
    narrow = rng.random() < 0.9
    for _ in range(rng.choice((1, 2, 3, 4, 5))):
        if rng.random() < 0.25:
            aside = rng.choice([f for f in _ASIDES if f is not maths.plus or "adder" not in taken])
            if aside is maths.plus:  # worked out in words here, so no tool for it may be there
                taken.add("adder")
            c.messages += aside(w)
        if again and rng.random() < 0.65:  # a row's price is mostly its schemas, so each is used more than once
            c.messages += _once_more(w, rng.choice(again))
            continue
        turn = _tool_turn(w, narrow, taken)
        more = {x["function"]["name"]: x for x in turn.schemas}
        names = {*more, *turn.barred}
        # One name or one errand, two tools: which is meant could not be known.
        if any(a == b or errands.same(a, b) for a in names for b in {*needed, *barred}):
            continue
        c.messages += turn.messages
        needed |= more
        barred |= set(turn.barred)
        again += turn.again
        taken.add(turn.kind)
    if rng.random() < 0.4:  # a call also ends a conversation
        c.messages = _cut(c.messages)
    others = max(rng.choice((0, 0, 1, 1, 2, 3, 6)) - len(needed) // 2, not needed)
    c.tools = tools.among(w, list(needed.values()), others, barred, narrow, taken)


def _with_the_same_tools(w: Writer, c: Conversation) -> None:
    """A few tools for everyday errands and many requests in a row: which of them fits is what is learned slowly."""
    rng, wants = w.rng, list[Want]()
    for _ in range(rng.choice((2, 2, 3, 3, 4, 5))):
        x = errands.whole(w)
        if not any(x.name == y.name or errands.same(x.name, y.name) for y in wants):
            wants.append(x)
    for _ in range(rng.randrange(3, 8)):
        luck, x = rng.random(), toolbox.again(w, rng.choice(wants))
        if luck < 0.17 and len(wants) > 1:
            two = [toolbox.again(w, y) for y in rng.sample(wants, 2)]
            c.messages += [tool_turns.joined(w, two), *tool_turns.done(w, *two)]
        elif luck < 0.32 and (lacking := errands.lacking_again(w, x)) is not None:
            c.messages += tool_turns.missing(w, lacking).messages
        elif luck < 0.44:
            other = errands.errand(w)
            if not any(errands.same(other.name, y.name) for y in wants):
                c.messages += tool_turns.none_fits(w, other)
        elif luck < 0.54:
            c.messages += rng.choice(_ASIDES)(w)
        else:
            c.messages += [toolbox.asked(w, x), *tool_turns.done(w, x)]
    if not c.messages or c.messages[-1]["role"] == "system":
        c.messages += tool_turns.asked_and_called(w, wants[0])
    if rng.random() < 0.3:
        c.messages = _cut(c.messages)
    c.tools = [x.schema for x in wants]
    rng.shuffle(c.tools)


def _cut(messages: list[Message]) -> list[Message]:
    """Without the results of the last call, and the answer from them, if that is how it ends."""
    end = len(messages) - 1
    while end > 0 and messages[end - 1]["role"] == "tool":
        end -= 1
    return messages[:end] if end < len(messages) - 1 else messages


def conversation(rng: Random, m: Mix, drill: float = 0.0) -> Conversation:
    """One conversation; `drill` is the share of those that are nothing but copying."""
    ask = "zh" if rng.random() < 0.35 else "en"
    w = Writer(rng, ask, ask)
    if rng.random() < drill:
        names, rows = zip(*copying.FAMILIES.items(), strict=True)
        name = rng.choices(names, [weight for _, weight in rows])[0]
        return Conversation(name, copying.FAMILIES[name][0](w))
    luck = rng.random()
    manners, weights = zip(*personas.MANNERS, strict=True)
    if luck > 0.98 and "translation" in m.names:
        system, turns = translate.desk(w)
        return Conversation("desk", [{"role": "system", "content": system}, *turns])
    manner = (personas.plain if luck < 0.15 else rng.choices(manners, weights)[0])(w)
    c = Conversation("")
    if manner.system is not None:
        c.messages.append({"role": "system", "content": manner.system})
    if not manner.opening and rng.random() < _PRACTICE:
        more, c.family = _practice(w, m)
        c.messages += more
    elif luck < 0.17:
        c.family = "tools"
        _with_tools(w, c)
    elif manner.opening and (manner.closed or luck < 0.7):
        c.family = "persona"
        c.messages += manner.opening
    elif luck < 0.33:
        c.family = "memory"
        c.messages += _remembering(w, m)
    else:
        # A few are long, so that later positions are schooled too.
        more, c.family = _some(w, m, rng.randrange(6, 20) if rng.random() < 0.03 else rng.choice((1, 1, 1, 1, 2, 2, 3)))
        c.messages += more
    _show_work(c.messages[:-1])
    if manner.finish:
        c.family = "manner"
        for x in c.messages:
            if (
                x["role"] == "assistant"
                and x["content"]
                and not any(m in x["content"] for m in ('{"', "[", "Thought:"))
            ):
                x["content"] = manner.finish(x["content"])
    _think(w, c)
    return c


def _show_work(messages: list[Message]) -> None:
    """The template drops the thoughts of earlier turns: a result without its work would teach to guess."""
    for x in messages:
        if "reasoning_content" in x:
            x["content"] = f"{x.pop('reasoning_content')}\n\n{x['content']}"


def _think(w: Writer, c: Conversation) -> None:
    """Switch thinking on where the last answer has a thought, and now and then give it a plain one."""
    last = c.messages[-1]
    if "reasoning_content" not in last and c.family not in _WORKED and w.rng.random() < 0.08:
        if "tool_calls" in last:
            last["reasoning_content"] = f"The tool {last['tool_calls'][0]['function']['name']} fits here."
        else:
            last["reasoning_content"] = thoughts.PLAIN.get(c.family, thoughts.ANY)[w.tell == "zh"]
    c.thinking = "reasoning_content" in last


def conversations(seed: int, drill: float = 0.0, without: Collection[str] = ()) -> Iterator[Conversation]:
    """An endless row of conversations, the same for the same seed, in which nobody asks with a held-out wording."""
    rng, m, barred = Random(seed), mix(without), secret()
    while True:
        c = conversation(rng, m, drill)
        if not any(x["role"] == "user" and bare(x["content"]) in barred for x in c.messages):
            yield c


def main() -> None:
    """Print some conversations."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("-n", type=int, default=10)
    args.add_argument("--seed", type=int, default=0)
    args.add_argument("--family")
    opts = args.parse_args()
    known = (*mix().names, *copying.FAMILIES, "desk", "manner", "memory", "persona", "tools")
    if opts.family not in (None, *known):
        args.error(f"--family {opts.family}: no such family; there are {', '.join(sorted(set(known)))}")
    shown = 0
    for c in conversations(opts.seed):
        if opts.family in (None, c.family):
            print(f"--- {c.family}\n{text(c)}")
            shown += 1
        if shown == opts.n:
            return


if __name__ == "__main__":
    main()
