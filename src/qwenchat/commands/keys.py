"""`qwenchat keys`: who may use a server, and how much."""

import argparse
import sys
import time
from pathlib import Path

from qwenchat.commands.places import default_keys_file

LIMITS = {
    "requests_a_second": "requests a second",
    "requests_a_minute": "requests a minute",
    "tokens_a_minute": "tokens a minute, prompts included",
    "concurrency": "requests at a time",
    "total_tokens": "tokens in all",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Give `parser` this command's arguments."""
    deeds = parser.add_subparsers(dest="deed", metavar="new | list | revoke", required=True)
    new = deeds.add_parser("new", help="make a key; it is shown once")
    new.add_argument("name", metavar="NAME", help="whose it is")
    new.add_argument("--models", default="", metavar="A,B", help="only these; all by default")
    for name, meaning in LIMITS.items():
        new.add_argument("--" + name.replace("_", "-"), type=int, metavar="N", help=f"the most {meaning}")
    listed = deeds.add_parser("list", help="show all keys, their limits and what they have used")
    revoke = deeds.add_parser("revoke", help="make a key worthless at once")
    revoke.add_argument("name", metavar="NAME", help="or the id")
    for one in (new, listed, revoke):
        one.add_argument("--keys", type=Path, default=default_keys_file(), metavar="FILE", help="where keys are kept")
        one.add_argument("--debug", action="store_true", help="show where an error came from")


def run(args: argparse.Namespace) -> int:
    """Do it; 1 where there is no such key to revoke."""
    from qwenchat.server.keys import Keys, Limits

    keys = Keys(args.keys)
    if args.deed == "new":
        models = tuple(name.strip() for name in args.models.split(",") if name.strip())
        print(keys.new(args.name, Limits(models, **{name: getattr(args, name) for name in LIMITS})))
    elif args.deed == "revoke":
        n = keys.revoke(args.name)
        print(f"{n} revoked", file=sys.stderr)
        return 0 if n else 1
    else:
        for key in keys.all():
            made = time.strftime("%Y-%m-%d", time.localtime(key.made))
            limits = [f"{name}={value}" for name in LIMITS if (value := getattr(key.limits, name)) is not None]
            whose = ",".join(key.limits.models) or "all models"
            print(f"{key.id}  {made}  {key.name}  {whose}  used={key.used_tokens}", *limits)
    return 0
