"""The byte-level alphabet: vocabulary files spell each byte as one printable character."""

from collections.abc import Iterable

from qwenchat.tokens.errors import TokenizerError


def byte_characters() -> list[str]:
    """The character of each byte: itself where Latin-1 prints it, else the next one from U+0100 on."""
    printable = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    others = [byte for byte in range(256) if byte not in printable]
    return [chr(byte) if byte in printable else chr(0x100 + others.index(byte)) for byte in range(256)]


def spelled_bytes(spellings: Iterable[str], where: str) -> list[bytes]:
    """The bytes of each spelling; a character outside the alphabet is an error that shows the spelling."""
    # Latin-1 characters outside the alphabet go where encoding to Latin-1 will refuse them.
    table = dict.fromkeys(range(256), "\uffff") | {ord(c): chr(byte) for byte, c in enumerate(byte_characters())}
    found = []
    for spelling in spellings:
        try:
            found.append(spelling.translate(table).encode("latin-1"))
        except UnicodeEncodeError:
            message = f"{where}: the token {spelling!r:.80} is not spelled in the byte-level alphabet"
            raise TokenizerError(message) from None
    return found
