"""What a model that was not made for translating is asked, so that it gives the translation and nothing else."""

from collections.abc import Mapping
from typing import Any


def translation_prompt(text: str, options: Mapping[str, Any]) -> str:
    """The question for the translation of `text`; `options` as a request's `translation_options`, checked."""
    source = f" from {options['source_lang']}" if options["source_lang"] else ""
    parts = [f"Translate the text at the end{source} into {options['target_lang']}."]
    if options["domains"]:
        parts.append(f"About the text: {options['domains']}")
    if options["terms"]:
        parts.append(f"Always translate these terms so:\n{_lines(options['terms'])}")
    if options["tm_list"]:
        parts.append(f"Earlier translations, whose style to keep:\n{_lines(options['tm_list'])}")
    parts.append("Give the translation alone, without explanation or quotation marks.")
    return "\n\n".join([*parts, f"Text:\n{text}"])


def _lines(pairs: list[Mapping[str, str]]) -> str:
    return "\n".join(f"{pair['source']} → {pair['target']}" for pair in pairs)
