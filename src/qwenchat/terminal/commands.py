"""The words that begin with a slash: what each does to the conversation, and what it shows."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from qwenchat.protocol.errors import InvalidValue, unknown_name
from qwenchat.protocol.sampling import PARAMETERS
from qwenchat.terminal.saved import load, save
from qwenchat.terminal.talk import Talk

KEYS = """\
Enter sends. Alt-Enter or Ctrl-J begins a new line; so does Enter between \"\"\" and \"\"\"; pasted lines stay lines.
Ctrl-C stops an answer, which is kept as far as it came, or clears what you have typed; Ctrl-D leaves.
A line that begins with // is sent with one slash."""

_SWITCHES = {"think": "show the model's thoughts, if it can think", "stats": "tokens per second after each answer"}
_STATES: Mapping[str, bool | None] = {"on": True, "off": False, "default": None}


class Leave(Exception):
    """The user has had enough."""


class Command(Struct, frozen=True):
    """One command. `run` takes the conversation, the words after the command, and whether it ended in `!`."""

    usage: str
    meaning: str
    run: Callable[[Talk, str, bool], str]


def run_command(talk: Talk, line: str) -> str:
    """Do what `line`, which begins with a slash, says; the text to show. Raises InvalidValue, OSError and Leave."""
    word = line.split(maxsplit=1)[0]
    name, force = word.removesuffix("!"), word.endswith("!")
    command = COMMANDS.get(name)
    if command is None:
        near = get_close_matches(name, COMMANDS, n=1)
        hint = f"did you mean {near[0]}?" if near else "/help lists the commands"
        raise InvalidValue("command", word, f"{hint} (To send a line that begins with a slash, type two.)")
    if force and name != "/save":
        raise InvalidValue("command", word, "only /save knows '!'")
    return command.run(talk, line[len(word) :].strip(), force)


def _help(talk: Talk, argument: str, force: bool) -> str:
    _no_more(argument, "/help")
    width = max(len(command.usage) for command in COMMANDS.values())
    return "\n".join([*(f"{c.usage:<{width}}  {c.meaning}" for c in COMMANDS.values()), "", KEYS])


def _new(talk: Talk, argument: str, force: bool) -> str:
    _no_more(argument, "/new")
    talk.turns, talk.file = [], None
    return "A new conversation; system text and settings stay."


def _system(talk: Talk, argument: str, force: bool) -> str:
    if argument == "-":
        talk.system = None
    elif argument:
        talk.system = "" if argument == '""' else argument
    if talk.system is None:
        return "system: the model's own default"
    return f"system: {talk.system}" if talk.system else "system: empty"


def _set(talk: Talk, argument: str, force: bool) -> str:
    name, _, value = argument.partition(" ")
    value = value.strip()
    if not name:
        return "\n".join(_setting(talk, known) for known in (*PARAMETERS, *_SWITCHES))
    name = name.replace("-", "_")
    if name not in PARAMETERS and name not in _SWITCHES:
        raise unknown_name(name, (*PARAMETERS, *_SWITCHES), "setting")
    if name in _SWITCHES and value:
        _switch(talk, name, value)
    elif value == "default":
        talk.parameters.pop(name, None)
    elif value:
        talk.parameters[name] = PARAMETERS[name].parsed(value)
    return _setting(talk, name)


def _switch(talk: Talk, name: str, value: str) -> None:
    allowed = ("on", "off", "default") if name == "think" else ("on", "off")
    if value not in allowed:
        raise InvalidValue(name, value, f"allowed: {', '.join(allowed)}")
    if name == "think":
        talk.think = _STATES[value]
    else:
        talk.stats = value == "on"


def _setting(talk: Talk, name: str) -> str:
    """One line: a setting, its value, and what it means."""
    if name in _SWITCHES:
        state = talk.think if name == "think" else talk.stats
        shown = next(word for word, value in _STATES.items() if value is state)
        return f"{name:<18}  {shown:<7}  {_SWITCHES[name]}"
    value = talk.parameters.get(name, talk.defaults.get(name))
    shown = "default" if value is None else f"{value}"
    return f"{name:<18}  {shown:<7}  {PARAMETERS[name].meaning}"


def _save(talk: Talk, argument: str, force: bool) -> str:
    file = _file(argument) or talk.file
    if file is None:
        raise InvalidValue("/save", argument, "name a file: /save FILE")
    # A file that this conversation came from or went to before is its own.
    save(talk, file, overwrite=force or file == talk.file)
    talk.file = file
    return f"Saved {_count(talk)} to {file}."


def _load(talk: Talk, argument: str, force: bool) -> str:
    file = _file(argument)
    if file is None:
        raise InvalidValue("/load", argument, "name a file: /load FILE")
    model, talk.system, talk.turns = load(file)
    talk.file = file
    other = f" It was held with {model}; {talk.model} goes on." if model != talk.model else ""
    return f"Loaded {_count(talk)} from {file}; /history shows them.{other}"


def _history(talk: Talk, argument: str, force: bool) -> str:
    _no_more(argument, "/history")
    if not talk.turns:
        return "Nothing has been said yet."
    lines = []
    for turn in talk.turns:
        mark = {"stop": "", "length": " [cut]", "stopped": " [stopped]"}[turn.ending]
        lines.append(f"> {turn.user}\n\n{turn.assistant}{mark}")
    return "\n\n".join(lines)


def _quit(talk: Talk, argument: str, force: bool) -> str:
    _no_more(argument, "/quit")
    raise Leave


def _no_more(argument: str, name: str) -> None:
    if argument:
        raise InvalidValue(name, argument, "it takes nothing more")


def _file(argument: str) -> Path | None:
    return Path(argument).expanduser() if argument else None


def _count(talk: Talk) -> str:
    return "1 turn" if len(talk.turns) == 1 else f"{len(talk.turns)} turns"


COMMANDS: Mapping[str, Command] = {
    "/help": Command("/help", "show this", _help),
    "/new": Command("/new", "begin a new conversation", _new),
    "/system": Command(
        "/system [TEXT]", 'show or set the system text; "" is an empty one, - the model\'s own default', _system
    ),
    "/set": Command("/set [NAME [VALUE]]", "show or set how answers are made; VALUE default takes it back", _set),
    "/save": Command("/save [FILE]", "save the conversation; /save! FILE replaces a file that exists", _save),
    "/load": Command("/load FILE", "go on with a saved conversation, in place of this one", _load),
    "/history": Command("/history", "show the conversation so far", _history),
    "/quit": Command("/quit", "leave", _quit),
}
