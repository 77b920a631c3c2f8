"""What goes wrong with a tokenizer."""


class TokenizerError(ValueError):
    """A tokenizer's files, or ids given to it, can't be used; the message names the file and field, or the id."""
