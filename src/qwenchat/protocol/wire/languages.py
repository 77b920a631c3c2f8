"""The languages of the world by their English names and codes, from Unicode's CLDR."""

from collections.abc import Mapping
from functools import cache

# A code of the service's that CLDR spells by its script.
_ALSO = {"zh_tw": "zh_hant", "zh_cn": "zh_hans"}


def language(name_or_code: str) -> str | None:
    """The English name of a language, from that name or its code in any case; None for what is none.

    >>> language("zh-Hant"), language("portuguese"), language("Klingonese")
    ('Traditional Chinese', 'Portuguese', None)
    """
    spelled = name_or_code.strip().lower()
    code = spelled.replace("-", "_")
    return _names().get(_ALSO.get(code, code)) or _names().get(spelled)


@cache
def _names() -> Mapping[str, str]:
    from babel import Locale  # a table of a megabyte, for translators only

    languages: Mapping[str, str] = Locale("en").languages
    return {name.lower(): name for name in languages.values()} | {
        code.lower(): name for code, name in languages.items()
    }
