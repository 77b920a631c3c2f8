"""`qwenchat models`: which models there are, what each may do, and which one suits a use."""

import argparse
import json
from collections.abc import Sequence
from difflib import get_close_matches

from msgspec.structs import asdict

from qwenchat import catalogue
from qwenchat.catalogue import Advice, Row
from qwenchat.protocol.errors import InvalidValue

_COLUMNS = ("model", "context", "input", "output", "thought", "thinks", "tools", "json", "made for")


def add(parser: argparse.ArgumentParser) -> None:
    """Give `parser` this command's arguments."""
    parser.add_argument("name", nargs="*", metavar="NAME", help="only these, by any spelling")
    parser.add_argument("--for", dest="use", metavar="USE", help="what suits this: translation, code, agent, …")
    parser.add_argument("--json", action="store_true", help="for machines: everything the catalogue knows")


def run(args: argparse.Namespace) -> int:
    """Print the table, or the advice."""
    advised = _advised(args.use)
    if args.use is not None and not args.json:
        print(_advice_text(advised))
        return 0
    rows = [_found(name) for name in args.name] or [
        row for row in catalogue.rows() if args.use is None or any(row.name in advice.models for advice in advised)
    ]
    print(_as_json(rows, advised) if args.json else _table(rows))
    return 0


def _found(name: str) -> Row:
    row = catalogue.find(name)
    if row is None:
        near = get_close_matches(name.lower(), [row.name for row in catalogue.rows()], n=1)
        hint = f"did you mean {near[0]!r}?" if near else "qwenchat models lists them"
        raise InvalidValue("NAME", name, f"no model of the catalogue; {hint}")
    return row


def _advised(use: str | None) -> tuple[Advice, ...]:
    found = catalogue.advice(use)
    if not found:
        known = ", ".join(advice.use for advice in catalogue.advice())
        raise InvalidValue("--for", use, f"known uses: {known}")
    return found


def _advice_text(advised: Sequence[Advice]) -> str:
    return "\n".join(f"{advice.use}: {', '.join(advice.models)}\n  {advice.note}" for advice in advised)


def _as_json(rows: Sequence[Row], advised: Sequence[Advice]) -> str:
    models = [_plain(row) | {"also": catalogue.spellings(row)} for row in rows]
    shown = {
        "default": catalogue.default_model(),
        "models": models,
        "advice": [asdict(advice) for advice in advised],
        "regions": [asdict(region) for region in catalogue.regions()],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _plain(row: Row) -> dict[str, object]:
    shown = {name: getattr(row, name) for name in row.__struct_fields__}
    return shown | {"sampling": dict(row.sampling), "sampling_thinking": dict(row.sampling_thinking)}


def _table(rows: Sequence[Row]) -> str:
    lines = [_COLUMNS, *(_cells(row) for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(_COLUMNS))]
    right = range(1, 5)  # the counts
    return "\n".join(
        "  ".join(
            cell.rjust(w) if i in right else cell.ljust(w) for i, (cell, w) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    counts = (row.context, row.max_input, row.max_output, row.max_reasoning)
    form = "schema" if row.json_schema else "" if row.json_object == "never" else "object"
    thinks = "" if row.thinking == "none" else row.thinking
    return (row.name, *(_count(n) for n in counts), thinks, "yes" if row.tools else "", form, ", ".join(row.uses))


def _count(n: int | None) -> str:
    return "" if n is None else f"{n:,}"
