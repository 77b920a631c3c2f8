"""The door for the shell. Every import is inside the command that needs it: a start is counted in milliseconds."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

if TYPE_CHECKING:
    from pathlib import Path

    from qwenchat.chat import ChatModel, ChatTokenizer
    from qwenchat.terminal import Wishes

STOPPED, PIPE_CLOSED = 130, 141  # 128 and the number of the signal, as a shell shows them
LONGEST_INPUT = 64 << 20  # bytes; more than any context holds, and less than a machine


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough; we are leaving
        print(file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        _abandon_stdout()  # nobody reads on
        return PIPE_CLOSED
    except Exception as error:
        from qwenchat.terminal import status_of

        print(f"qwenchat: {_explain(error, '--debug' in words)}", file=sys.stderr)
        if isinstance(error, OSError):
            _abandon_stdout()  # its disk may be full
        return status_of(error)


def _abandon_stdout() -> None:
    # What is still buffered must not be tried again, and complained about, when the interpreter ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def run(words: list[str]) -> int:
    """Parse the command line and run its command. Raises what the command raises."""
    parser, commands = _parsers(words)
    try:
        args, rest = parser.parse_known_args(words)
        if rest:
            _refuse(rest, commands.get(args.command, parser))
        if sys.stdout is None:
            raise _Usage("stdout is closed; there is nowhere to write an answer")
        if args.command is None:
            parser.print_help()
            return 0
        return int(_COMMANDS[args.command].run(args))
    except _Usage as usage:
        print(f"qwenchat: {usage}", file=sys.stderr)
        return 2
    except SystemExit as left:  # --help and --version have been printed
        return int(left.code or 0)


class _Usage(Exception):
    """A command line that can't be understood."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, **keywords: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_formatter, **keywords)

    def error(self, message: str) -> NoReturn:
        raise _Usage(f"{message} ({self.prog} --help lists what there is)")


def _formatter(prog: str) -> argparse.HelpFormatter:
    # Left to itself argparse asks shutil for the width, once an option: a slow import, on the path to the first word.
    try:
        width = min(os.get_terminal_size().columns - 2, 110)
    except OSError:
        width = 98
    return argparse.HelpFormatter(prog, max_help_position=28, width=width)


def _parsers(words: Sequence[str]) -> tuple[_Parser, dict[str, _Parser]]:
    from qwenchat import __version__

    parser = _Parser(prog="qwenchat", description="Qwen chat on your own machine.")
    parser.add_argument("--version", action="version", version=f"qwenchat {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    named: dict[str, _Parser] = {}
    asked = next((word for word in words if not word.startswith("-")), None)
    for name, command in _COMMANDS.items():
        named[name] = commands.add_parser(name, help=command.about, description=command.description or command.about)
        if name == asked:
            command.add(named[name])
    return parser, named


CHAT = (
    """Ask a model, or, without TEXT at a terminal, hold a conversation with it. What is piped in comes after TEXT."""
)
CHAT_END = """In a conversation /help shows the commands and keys."""


def _add_chat(chat: _Parser) -> None:
    from qwenchat.protocol.sampling import PARAMETERS

    chat.usage, chat.epilog = "qwenchat chat [options] [TEXT]", CHAT_END
    chat.add_argument("text", nargs="?", metavar="TEXT", help="what to ask; without it, stdin or a conversation")
    chat.add_argument(
        "-m", "--model", default="tiny", metavar="MODEL", help="tiny (the default), a folder or a hub name"
    )
    system = chat.add_mutually_exclusive_group()
    system.add_argument("--system", metavar="TEXT", help='the system text; "" is an empty one')
    system.add_argument("--no-system", action="store_true", help="leave the system text to the model's own template")
    chat.add_argument(
        "--think", action=argparse.BooleanOptionalAction, help="let the model think first, or not, if it can"
    )
    chat.add_argument("--stats", action="store_true", help="tokens per second and time to the first, on stderr")
    sampling = chat.add_argument_group("how the answer is made (the model's own defaults)")
    for parameter in PARAMETERS.values():
        sampling.add_argument(
            _option(parameter.name),
            dest=parameter.name,
            metavar="N" if parameter.kind is int else "X",
            help=f"{parameter.meaning} ({parameter.allowed})",
        )
    running = chat.add_argument_group("how the model runs")
    running.add_argument("--quantization", metavar="KIND", help="int8 or int4: less memory, faster")
    running.add_argument("--dtype", metavar="TYPE", help="auto (the checkpoint's own), float32, bfloat16 or float16")
    running.add_argument("--threads", metavar="N", help="cores to use; all by default")
    running.add_argument("--cache", metavar="KIND", help="int8: half the memory for keys and values; bf16, fp32")
    running.add_argument("--cache-gib", metavar="X", help="memory for the conversation's keys and values")
    running.add_argument("--disk-cache-gib", metavar="X", help="disk on which computed prompts wait for the next start")
    running.add_argument(
        "--speculative-tokens", metavar="N", help="guessed ahead in one step where it pays (8; 0: none)"
    )
    running.add_argument("--revision", metavar="NAME", help="branch, tag or commit of a hub model")
    running.add_argument("--offline", action="store_true", help="download nothing")
    running.add_argument("--debug", action="store_true", help="show where an error came from")


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _refuse(rest: Sequence[str], parser: _Parser) -> NoReturn:
    """Raise _Usage for the words that no option or place took."""
    from difflib import get_close_matches

    option = next((word.partition("=")[0] for word in rest if word.startswith("-")), None)
    if option is None and parser.prog != "qwenchat chat":
        raise _Usage(f"{rest[0]!r} is too much ({parser.prog} --help says what it takes)")
    if option is None:
        raise _Usage(f"TEXT is one word for the shell; put it in quotes: {rest[0]!r} is too much")
    known = [name for name in parser._option_string_actions if name.startswith("--")]
    near = get_close_matches(option.replace("_", "-"), known, n=1)
    hint = (
        f"did you mean {near[0]}?"
        if near
        else f"{parser.prog} --help lists them; a TEXT that begins with - goes after --"
    )
    raise _Usage(f"no such option: {option}; {hint}")


def _chat(args: argparse.Namespace) -> int:
    question = _question(args.text)
    wishes = _wishes(args)
    if question is None:
        return _converse(args, wishes)
    model, tokenizer = _load(args)
    from qwenchat.terminal import answer_once

    if sys.stdout.isatty():
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    else:
        # The bytes of the answer, whatever the locale and the system's idea of a line's end.
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    answer_once(model, tokenizer, question, wishes, sys.stdout)
    return 0


def _wishes(args: argparse.Namespace) -> "Wishes":
    from qwenchat.protocol.sampling import PARAMETERS
    from qwenchat.terminal import Wishes

    typed = {name: text for name in PARAMETERS if (text := getattr(args, name)) is not None}
    given = {name: PARAMETERS[name].parsed(text) for name, text in typed.items()}
    if args.system is None and not args.no_system:
        from qwenchat.chat.model import DEFAULT_SYSTEM as system
    else:
        system = args.system
    return Wishes(system, given, args.think, args.stats, colour=_colour())


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _question(text: str | None) -> str | None:
    """What is asked: TEXT, and what is piped in after it; None where a conversation is wanted."""
    piped = None if sys.stdin is None or sys.stdin.isatty() else _piped()
    if text is None and piped is None:
        if sys.stdin is not None and sys.stdout.isatty():
            return None
        raise _Usage("a conversation needs a terminal to type in and to write on; otherwise give TEXT or pipe it in")
    question = "\n\n".join(part for part in (text, piped) if part and part.strip())
    if not question:
        raise _Usage("there is no question: TEXT and what was piped in are empty")
    return question


def _piped() -> str:
    raw = sys.stdin.buffer.read(LONGEST_INPUT + 1)
    if len(raw) > LONGEST_INPUT:
        raise _Usage(f"stdin: more than {LONGEST_INPUT >> 20} MiB, which no model's context holds")
    try:
        return raw.decode("utf-8-sig").rstrip("\n")
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        raise _Usage(
            f"stdin: not UTF-8: byte 0x{byte:02x} at offset {error.start}; convert it first, for example with iconv"
        ) from None


def _converse(args: argparse.Namespace, wishes: "Wishes") -> int:
    model, tokenizer = _load(args)
    from qwenchat.terminal.conversation import Conversation

    Conversation(model, tokenizer, wishes, lambda error: _explain(error, args.debug)).hold(_history_file())
    return 0


def _load(args: argparse.Namespace) -> "tuple[ChatModel, ChatTokenizer]":
    import gc

    from qwenchat.terminal import patience, visible

    # What is made while loading stays; looking through it for garbage, again and again, takes a tenth of the time.
    gc.disable()
    with patience(visible(f"loading {args.model}"), sys.stderr):
        loaded = _from_pretrained(args)
    gc.freeze()
    gc.enable()
    return loaded


def _from_pretrained(args: argparse.Namespace) -> "tuple[ChatModel, ChatTokenizer]":
    from qwenchat.chat import AutoModelForCausalLM, AutoTokenizer

    source: dict[str, Any] = {"revision": args.revision, "local_files_only": args.offline}
    model = AutoModelForCausalLM.from_pretrained(
        args.model,
        **source,
        dtype=args.dtype,
        quantization=args.quantization,
        threads=_number(args.threads, int),
        cache=args.cache,
        cache_gib=_number(args.cache_gib, float),
        disk_cache_gib=_number(args.disk_cache_gib, float),
        speculative_tokens=_number(args.speculative_tokens, int),
    )
    return model, AutoTokenizer.from_pretrained(args.model, **source)


def _number(text: str | None, kind: type[int] | type[float]) -> Any:
    """The number that `text` is, or `text` itself, for the rule's owner to refuse in its own words."""
    try:
        return None if text is None else kind(text)
    except ValueError:
        return text


def _history_file() -> "Path":
    from pathlib import Path

    state = os.environ.get("XDG_STATE_HOME", "")
    # The specification says that a relative path is to be ignored.
    base = Path(state) if os.path.isabs(state) else Path.home() / ".local" / "state"
    return base / "qwenchat" / "history"


def _explain(error: Exception, debug: bool) -> str:
    if debug:
        import traceback

        return "".join(traceback.format_exception(error)).rstrip()
    from qwenchat.terminal import explained

    return explained(error)


class _Command(NamedTuple):
    about: str
    add: Callable[[_Parser], None]
    run: Callable[[argparse.Namespace], int]
    description: str = ""


def _elsewhere(name: str, about: str) -> _Command:
    """The command in `commands/`; its file is read when it is asked for."""
    from importlib import import_module

    def file() -> Any:
        return import_module(f"qwenchat.commands.{name}")

    return _Command(about, lambda parser: file().add(parser), lambda args: file().run(args))


_COMMANDS = {
    "chat": _Command("ask a model, or hold a conversation with it", _add_chat, _chat, CHAT),
    "text": _elsewhere("text", "send one request to any Qwen service, save the answer"),
    "conform": _elsewhere("conform", "check what a server honours, refuses, accepts and ignores"),
    "inspect": _elsewhere("inspect", "what a checkpoint is, whether it fits this machine, how fast it can be"),
    "export": _elsewhere("export", "write the embedded model as files for other programs"),
    "models": _elsewhere("models", "list the Qwen models, hosted and open, or ask which one suits a use"),
    "serve": _elsewhere("serve", "answer OpenAI and DashScope clients over HTTP"),
    "keys": _elsewhere("keys", "make, list and revoke the keys of a server"),
}
