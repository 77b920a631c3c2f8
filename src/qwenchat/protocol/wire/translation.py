"""`translation_options`: from which language into which, and with which words."""

from collections.abc import Mapping, Sequence
from typing import Any

from qwenchat.protocol.json_data import Json
from qwenchat.protocol.wire.errors import refused
from qwenchat.protocol.wire.fields import typed
from qwenchat.protocol.wire.languages import language
from qwenchat.protocol.wire.rules import Rules

FIELDS = ("source_lang", "target_lang", "terms", "tm_list", "domains")
MAX_PAIRS = 1000

NO_LANGUAGE = "暂时不支持当前设置的语种！"  # literally, whatever language the client speaks
MISSING = "The translation_options parameter is required for the model {model}."
ONE_MESSAGE = "Role must be in [user, assistant]"
FIELD = "translation_options.{name} is required."


def translation(given: object, messages: Sequence[Mapping[str, Any]], rules: Rules) -> Mapping[str, Json] | None:
    """The options, languages by their English names (None to detect the source); None where nothing is translated.

    Raises ApiError for an unknown language, and where there is more to answer than one user's text.
    """
    if given is None:
        if rules.translates:
            raise refused(MISSING.format(model=rules.model), "translation_options")
        return None
    options = typed("translation_options", given, dict)
    for name in options:
        if name not in FIELDS:
            raise refused(
                f"translation_options may hold {', '.join(FIELDS)}, not {name[:40]!r}.", "translation_options"
            )
    if len(messages) != 1 or messages[0]["role"] != "user":
        raise refused(ONE_MESSAGE, "messages")
    source, target = (_language(options, name) for name in ("source_lang", "target_lang"))
    if target is None:
        raise refused(NO_LANGUAGE, "translation_options.target_lang")
    domains = options.get("domains")
    return {
        "source_lang": source,
        "target_lang": target,
        "terms": _pairs(options, "terms"),
        "tm_list": _pairs(options, "tm_list"),
        "domains": None if domains is None else str(typed("translation_options.domains", domains, str)),
    }


def _language(options: Mapping[str, Any], name: str) -> str | None:
    """The language's English name; None stands for `auto`."""
    where = f"translation_options.{name}"
    if options.get(name) is None:
        raise refused(FIELD.format(name=name), where)
    asked = str(typed(where, options[name], str))
    if asked.lower() == "auto":
        return None
    known = language(asked)
    if known is None:
        raise refused(NO_LANGUAGE, where)
    return known


def _pairs(options: Mapping[str, Any], name: str) -> list[Json]:
    where = f"translation_options.{name}"
    pairs = typed(where, options.get(name) or [], list)
    if len(pairs) > MAX_PAIRS:
        raise refused(f"{where} may hold {MAX_PAIRS} pairs, not {len(pairs)}.", where)
    checked: list[Json] = []
    for i, pair in enumerate(pairs):
        fields = typed(f"{where}[{i}]", pair, dict)
        checked.append(
            {side: str(typed(f"{where}[{i}].{side}", fields.get(side), str)) for side in ("source", "target")}
        )
    return checked
