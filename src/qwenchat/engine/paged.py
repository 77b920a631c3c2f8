"""The pages of attention: a fixed pool of blocks, shared where prompts begin alike."""

from array import array
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

import numpy as np

from qwenchat.engine.prefix import ID_BYTES, Node, Prefixes
from qwenchat.kernels.words import BLOCK, Ints


@dataclass(slots=True, eq=False)
class Pages:
    """The blocks of one sequence, in order: first those of `path`, which it may share, then its own."""

    kind: Hashable
    table: Ints  # block numbers, -1 from n_blocks on
    n_blocks: int
    path: list[Node] = field(default_factory=list)
    tail: Node | None = None  # others know the beginning of its first own block


class Paged:
    """A `Memory`: every block is free, or in the tree of prefixes, or one sequence's own."""

    def __init__(self, n_blocks: int, most_blocks: int, copy: Callable[[int, int], None]) -> None:
        """`most_blocks`: of one sequence. `copy(source, target)` copies a block in every layer."""
        self.n_blocks = n_blocks
        self._most_blocks = most_blocks
        self._copy = copy
        self._free = list(range(n_blocks - 1, -1, -1))
        self._prefixes = Prefixes()

    @property
    def n_free(self) -> int:
        """Blocks a newcomer can get."""
        return len(self._free) + self._prefixes.n_idle

    @property
    def n_cached(self) -> int:
        """Blocks that nobody uses and whose tokens are known."""
        return self._prefixes.n_idle

    def kept(self, kind: Hashable, ids: "array[int]", most: int) -> int:
        """See `Memory`: attention has all of a prefix."""
        return self._prefixes.match(kind, ids, most)[2]

    def open(self, kind: Hashable, ids: "array[int]", n_kept: int, n_spare: int) -> tuple[Pages, int] | None:
        """See `Memory`. A block of which only the beginning is in common is copied."""
        path, tail, n_kept = self._prefixes.match(kind, ids, n_kept)
        shared = path if tail is None else [*path, tail]
        for node in shared:
            self._prefixes.use(node)
        n_own = -(-len(ids) // BLOCK) - len(path)
        own = self._take(n_own, n_spare)
        if own is None and tail is not None:
            # The block to copy from may be the very one that is needed.
            self._prefixes.leave(shared.pop())
            tail, n_kept = None, len(path) * BLOCK
            own = self._take(n_own, n_spare)
        if own is None:
            self._leave(shared)
            return None
        if tail is not None:
            self._copy(tail.block, own[0])
            self._prefixes.leave(tail)
        pages = Pages(kind, np.full(self._most_blocks, -1, np.int32), 0, path)
        _append(pages, [node.block for node in path])
        _append(pages, own)
        return pages, n_kept

    def grow(self, hold: Pages, n_tokens: int) -> bool:
        """See `Memory`."""
        n_more = -(-n_tokens // BLOCK) - hold.n_blocks
        if n_more <= 0:
            return True
        taken = self._take(n_more, 0)
        if taken is None:
            return False
        _append(hold, taken)
        return True

    def back(self, hold: Pages, n_tokens: int) -> int:
        """See `Memory`: what lies behind is simply written over."""
        return n_tokens

    def publish(self, hold: Pages, ids: "array[int]", with_tail: bool) -> None:
        """See `Memory`. What others have computed meanwhile is taken from them: equal ids have equal bits."""
        prefixes = self._prefixes
        while (len(hold.path) + 1) * BLOCK <= len(ids):
            n = len(hold.path)
            self._forget_tail(hold)
            parent, key, own = self._end(hold), ids[n * BLOCK : (n + 1) * BLOCK].tobytes(), int(hold.table[n])
            node = parent.children.get(key)
            if node is None:
                node = prefixes.add(parent, key, own)
            else:
                prefixes.use(node)
                hold.table[n] = node.block
                self._give([own])
            hold.path.append(node)
        rest = ids[len(hold.path) * BLOCK :].tobytes()
        if with_tail and rest:
            self._forget_tail(hold)
            parent = self._end(hold)
            if rest not in parent.children:
                hold.tail = prefixes.add(parent, rest, int(hold.table[len(hold.path)]))

    def close(self, hold: Pages, ids: "array[int]") -> None:
        """See `Memory`."""
        self.publish(hold, ids, with_tail=True)
        known = len(hold.path)
        if hold.tail is not None:
            known += 1
            self._prefixes.leave(hold.tail)
        self._give(hold.table[known : hold.n_blocks].tolist())
        self._leave(hold.path)

    def audit(self, holds: Iterable[Pages]) -> None:
        """Raise AssertionError unless every block has exactly one owner and every count of users is true."""
        owned = list(self._free)
        users = dict.fromkeys(self._prefixes.nodes(), 0)
        for hold in holds:
            shared = hold.path if hold.tail is None else [*hold.path, hold.tail]
            assert hold.table[: len(shared)].tolist() == [node.block for node in shared]
            owned += hold.table[len(shared) : hold.n_blocks].tolist()
            for node in shared:
                users[node] += 1
        for node, n_users in users.items():
            assert node.n_users == n_users, f"block {node.block} counts {node.n_users} users and has {n_users}"
            assert not node.children or len(node.key) == BLOCK * ID_BYTES, "only a full block has children"
        owned += [node.block for node in users]
        assert sorted(owned) == list(range(self.n_blocks)), "a block is lost or owned twice"
        assert self.n_cached == sum(n == 0 for n in users.values())

    def _end(self, hold: Pages) -> Node:
        return hold.path[-1] if hold.path else self._prefixes.root(hold.kind)

    def _forget_tail(self, hold: Pages) -> None:
        """The block of the tail is the sequence's own again."""
        if hold.tail is not None:
            self._prefixes.remove(hold.tail)
            hold.tail = None

    def _take(self, n_blocks: int, n_spare: int) -> list[int] | None:
        if n_blocks + n_spare > self.n_free:
            return None
        while len(self._free) < n_blocks:
            self._free.append(self._prefixes.evict())
        return [self._free.pop() for _ in range(n_blocks)]

    def _give(self, blocks: list[int]) -> None:
        self._free.extend(reversed(blocks))

    def _leave(self, path: list[Node]) -> None:
        for node in reversed(path):
            self._prefixes.leave(node)


def _append(pages: Pages, blocks: list[int]) -> None:
    pages.table[pages.n_blocks : pages.n_blocks + len(blocks)] = blocks
    pages.n_blocks += len(blocks)
