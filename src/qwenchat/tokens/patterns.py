"""The pre-tokenisation patterns of the Qwen families: which stretches of text are merged on their own."""

from collections.abc import Callable

from qwenchat.tokens.errors import TokenizerError

# A checkpoint's pattern is compared with these and never run: a hostile expression could take for ever. Both take
# time linear in the text, `\s+(?!\S)` included (measured in docs/decisions/002-own-tokenizer.md).
PATTERNS = {
    "qwen2": (
        r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
        r"|\s*[\r\n]+|\s+(?!\S)|\s+"
    ),
    "qwen3.5": (
        r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*"
        r"|\s*[\r\n]+|\s+(?!\S)|\s+"
    ),
}


def pattern_name(pattern: object, where: str) -> str:
    """The name of a pattern that a tokenizer file declares; an unknown one is an error."""
    for name, known in PATTERNS.items():
        if pattern == known:
            return name
    shown = f"{pattern!r:.200}"
    raise TokenizerError(f"{where}: the pattern {shown} is none of the known ones ({', '.join(PATTERNS)})")


def piece_finder(name: str) -> Callable[[str], list[str]]:
    """The function that cuts text into its pre-tokens; put together again they are the text."""
    import regex  # 13 ms and 3 MiB: only when there is text to cut

    find_all: Callable[[str], list[str]] = regex.compile(PATTERNS[name]).findall
    return find_all
