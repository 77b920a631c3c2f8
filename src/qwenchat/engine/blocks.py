"""The pool of cache blocks."""


class Blocks:
    """All blocks of a cache; each is free or owned by one sequence."""

    def __init__(self, n_blocks: int) -> None:
        self.n_blocks = n_blocks
        self._free = list(range(n_blocks - 1, -1, -1))

    @property
    def n_free(self) -> int:
        """How many blocks nobody owns."""
        return len(self._free)

    def take(self, n_blocks: int) -> list[int] | None:
        """`n_blocks` free blocks, or None when the pool can't give that many."""
        if n_blocks > len(self._free):
            return None
        return [self._free.pop() for _ in range(n_blocks)]

    def give(self, blocks: list[int]) -> None:
        """Take back what `take` gave."""
        self._free.extend(reversed(blocks))
        assert len(self._free) <= self.n_blocks, "a block was given back twice"
