"""`qwenchat conform URL`: the contract as a check list, against any server."""

import argparse
import os
import sys

from qwenchat.protocol.errors import InvalidValue

TRANSLATION = "2.5"  # the section of the contract that is about it


def add(parser: argparse.ArgumentParser) -> None:
    """Give `parser` this command's arguments."""
    parser.description = (
        "Ask a server, in some hundred and fifty small requests, what it honours, refuses, accepts and ignores of the "
        "hosted Qwen service's contract."
    )
    parser.epilog = "The exit status is 1 where something differs from the contract."
    parser.add_argument("url", metavar="URL", help="the base address, for example http://127.0.0.1:8000/v1")
    parser.add_argument("--model", metavar="NAME", help="the model to ask; the first that the server lists by default")
    parser.add_argument("--key-variable", metavar="NAME", help="the environment variable that holds the server's key")
    parser.add_argument("--only", metavar="WORDS", help="only the checks whose name or row has these words")
    parser.add_argument("--failed", action="store_true", help="show only what differs")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(args: argparse.Namespace) -> int:
    """Check and report; 1 where something differs."""
    from qwenchat.client import Http, Service
    from qwenchat.conform.contract import checks
    from qwenchat.conform.probe import Probe
    from qwenchat.conform.report import as_json, as_row, lines, summary

    wanted = args.only or ""
    chosen = [check for check in checks() if any(wanted in text for text in (check.id, *check.rows))]
    if not chosen:
        raise InvalidValue("--only", wanted, "no check has these words in its name or row")
    found = []
    with Http() as http:
        probe = Probe(Service(args.url, _key(args.key_variable)), http, args.model)
        probe.listed  # noqa: B018 - a server that isn't there is told of at once, and once
        print(f"{probe.model} at {args.url}", file=sys.stderr)
        if probe.row is not None and probe.row.translates:  # which refuses everything but a translation
            chosen = [check for check in chosen if any(row.startswith(TRANSLATION) for row in check.rows)]
        for line in lines(chosen, probe):
            found.append(line)
            if not args.json and not (args.failed and line.passed):
                print(as_row(line), flush=True)
    print(as_json(probe.model, found) if args.json else summary(found))
    return 0 if all(line.passed for line in found) else 1


def _key(variable: str | None) -> str | None:
    if variable is None:
        return None
    key = os.environ.get(variable, "").strip()
    if not key:
        raise InvalidValue("--key-variable", variable, "this variable is not set, or empty")
    return key
