"""What the config of every architecture says."""

from msgspec import Struct

from qwenchat.models.names import Names
from qwenchat.models.rope import RopeConfig


class Config(Struct, frozen=True, eq=False, kw_only=True):
    """The shapes and switches that all decoders have."""

    n_layers: int
    n_hidden: int
    n_vocab: int  # rows of the embedding, more than the tokenizer has ids
    eps: float
    rope: RopeConfig
    tied: bool
    names: Names
    norm_shift: float = 0.0  # what the weights of the norms lie below what they mean
    unknown: tuple[str, ...] = ()  # keys of the file that nobody here knows

    @property
    def n_positions(self) -> int:
        """The context window, in tokens."""
        return self.rope.n_positions
