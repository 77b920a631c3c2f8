"""`qwenchat serve`: OpenAI and DashScope clients are answered over HTTP."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qwenchat.commands.places import default_keys_file
from qwenchat.protocol.errors import InvalidValue

if TYPE_CHECKING:
    from qwenchat.server import Keys, Seat

LOOPBACK = ("127.", "::1", "localhost")
RUNNING = ("quantization", "threads", "cache", "cache_gib", "disk_cache_gib", "speculative_tokens")  # a model's own
MEMORY_SHARE = 0.8  # of the machine's, for the weights of all models, where nothing else is said


def add(parser: argparse.ArgumentParser) -> None:
    """Give `parser` this command's arguments. Those left out are the config file's, or else as said in brackets."""
    parser.add_argument("models", nargs="*", metavar="MODEL", help="folders, hub names or tiny (the default)")
    parser.add_argument("--config", type=Path, metavar="FILE", help="TOML: options, and which names mean what")
    parser.add_argument("--host", metavar="ADDRESS", help="where to listen (127.0.0.1)")
    parser.add_argument("--port", type=int, metavar="N", help="0 takes any that is free (8000)")
    parser.add_argument("--keys", metavar="FILE", help="who may come; see qwenchat keys")
    parser.add_argument("--no-keys", action="store_true", help="let everybody in, on a public address too")
    parser.add_argument("--strict", action="store_true", default=None, help="refuse what the service's brief refuses")
    parser.add_argument("--log-format", choices=("text", "json"), help="of the line a request (text)")
    parser.add_argument("--drain", dest="drain_s", type=float, metavar="SECONDS", help="for answers after SIGTERM (30)")
    parser.add_argument("--max-running", type=int, metavar="N", help="requests at a time (256)")
    parser.add_argument("--memory-gib", type=float, metavar="X", help="for the weights of all models (most of it)")
    running = parser.add_argument_group("how the models run")
    running.add_argument("--quantization", metavar="KIND", help="int8 or int4: less memory, faster")
    running.add_argument(
        "--adapter", action="append", metavar="NAME=FOLDER", help="a LoRA adapter of the one MODEL, as a model NAME"
    )
    running.add_argument("--threads", type=int, metavar="N", help="cores to use; all by default")
    running.add_argument("--cache", metavar="KIND", help="int8: half the memory for keys and values; bf16, fp32")
    running.add_argument("--cache-gib", type=float, metavar="X", help="memory for keys and values, a model")
    running.add_argument(
        "--disk-cache-gib", type=float, metavar="X", help="disk that keeps computed prompts over starts"
    )
    running.add_argument("--speculative-tokens", type=int, metavar="N", help="guessed ahead where it pays (8; 0: none)")
    parser.add_argument("--debug", action="store_true", help="show where an error came from")


def run(args: argparse.Namespace) -> int:
    """Serve until a signal comes; the exit status."""
    from qwenchat.server import Roster, Service, Settings, read_config, serve

    options, seats = ({}, []) if args.config is None else read_config(args.config, os.environ)
    asked = args.models if seats or args.models else ["tiny"]
    seats += [_seat(source, args) for source in asked]
    named = ("host", "port", "strict", "log_format", "drain_s", "max_running", "keys", "memory_gib")
    options |= {name: value for name in named if (value := getattr(args, name)) is not None}
    max_bytes = _max_bytes(options.pop("memory_gib", None))
    file = options.pop("keys", None)
    settings = Settings(**options)
    keys = None if args.no_keys else _keys(file, settings.host)
    return 0 if serve(Service(settings, Roster(seats, max_bytes), keys)) else 1


def _seat(source: str, args: argparse.Namespace) -> "Seat":
    from qwenchat.server import LocalSource, Seat

    given: dict[str, Any] = {name: getattr(args, name) for name in RUNNING}
    adapters = _adapters(args)
    # A folder's or file's own name is what clients say, without the path to it.
    name = os.path.basename(os.path.abspath(source)).removesuffix(".gguf") if os.path.exists(source) else source
    also = () if name == source else (source,)
    keywords = {option: value for option, value in given.items() if value is not None}
    local = LocalSource(source, keywords | ({"adapter": adapters} if adapters else {}))
    local.check()
    return Seat(name, local, also, tuple(adapters))


def _adapters(args: argparse.Namespace) -> dict[str, str]:
    said = args.adapter or []
    if said and len(args.models) != 1:
        raise InvalidValue("--adapter", said[0], "it belongs to one MODEL; a config file gives several theirs")
    pairs = [(text, *text.partition("=")) for text in said]
    for text, name, _, folder in pairs:
        if not name or not folder:
            raise InvalidValue("--adapter", text, "NAME=FOLDER is needed")
    return {name: folder for _, name, _, folder in pairs}


def _keys(file: str | None, host: str) -> "Keys | None":
    """The keys that clients need; None where everybody may come: on this machine, as long as no key was made."""
    default = default_keys_file()
    if file is None and not default.exists():
        if host.startswith(LOOPBACK):
            return None
        raise InvalidValue(
            "host", host, "others can reach this address: make a key first (qwenchat keys new NAME), or say --no-keys"
        )
    from qwenchat.server import Keys

    keys = Keys(Path(file) if file is not None else default)
    return keys if file is not None or not host.startswith(LOOPBACK) or keys.all() else None


def _max_bytes(memory_gib: float | None) -> int:
    if memory_gib is not None:
        return int(memory_gib * 2**30)
    return int(MEMORY_SHARE * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
