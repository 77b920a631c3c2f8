"""The pages of attention: a fixed pool of blocks, shared where prompts begin alike."""

from array import array
from collections.abc import Hashable, Iterable

import numpy as np
from msgspec import Struct, field

from qwenchat.engine.disk import Disk
from qwenchat.engine.prefix import ID_BYTES, Node, Prefixes, block_key
from qwenchat.engine.states import State
from qwenchat.kernels.words import BLOCK, Cache, Ints, Kernels

READERS = 2  # files read at once: a copy and a sum a byte, both without the GIL


class Pages(Struct, eq=False):
    """The blocks of one sequence, in order: first those of `path`, which it may share, then its own."""

    kind: Hashable
    table: Ints  # block numbers, -1 from n_blocks on
    n_blocks: int
    path: list[Node] = field(default_factory=list)
    tail: Node | None = None  # others know the beginning of its first own block
    state: State | None = None  # what its recurrent layers know, where the model has any


class Paged:
    """A `Memory`: every block is free, or in the tree of prefixes, or one sequence's own."""

    def __init__(self, kernels: Kernels, cache: Cache, most_blocks: int, disk: Disk | None = None) -> None:
        """`most_blocks`: of one sequence. `disk` keeps full blocks for the next start."""
        self.n_blocks = cache.n_blocks
        self._kernels, self._cache, self._disk = kernels, cache, disk
        self._most_blocks = most_blocks
        self._free = list(range(self.n_blocks - 1, -1, -1))
        self._prefixes = Prefixes()
        self._unsaved: dict[Node, None] = {}  # blocks that are not on the disk

    @property
    def n_free(self) -> int:
        """Blocks a newcomer can get."""
        return len(self._free) + self._prefixes.n_idle

    @property
    def n_cached(self) -> int:
        """Blocks that nobody uses and whose tokens are known."""
        return self._prefixes.n_idle

    def kept(self, kind: Hashable, ids: "array[int]", most: int) -> int:
        """See `Memory`: attention has all of a prefix, here or on the disk."""
        path, _, n = self._prefixes.match(kind, ids, most)
        return max(n, self._on_disk(kind, ids, most, len(path))[1])

    def open(self, kind: Hashable, ids: "array[int]", n_kept: int, n_spare: int) -> tuple[Pages, int] | None:
        """See `Memory`. A block of which only the beginning is in common is copied."""
        path, tail, n_here = self._prefixes.match(kind, ids, n_kept)
        saved, n_saved = self._on_disk(kind, ids, n_kept, len(path)) if n_here < n_kept else ([], 0)
        if saved:
            tail = None  # the disk has more of that block
        n_kept = len(path) * BLOCK if tail is None else n_here
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
            self._kernels.copy_block(self._cache, tail.block, own[0])
            self._prefixes.leave(tail)
        n_loaded = self._loaded(saved, own)
        if n_loaded:
            n_kept = n_saved if n_loaded == len(saved) else n_kept + n_loaded * BLOCK
        pages = Pages(kind, np.full(self._most_blocks, -1, np.int32), 0, path)
        _append(pages, [node.block for node in path])
        _append(pages, own)
        if n_loaded:
            self._publish(pages, ids[: n_kept // BLOCK * BLOCK], saved=True)
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

    def until(self, hold: Pages, n_done: int, n: int) -> int:
        """See `Memory`: pages may be filled in steps of any size."""
        return n

    def ahead(self, hold: Pages, n_done: int) -> bool:
        """See `Memory`: nothing is needed."""
        return True

    def back(self, hold: Pages, n_done: int, n_ahead: int) -> int:
        """See `Memory`: what lies behind is simply written over."""
        return n_done

    def publish(self, hold: Pages, ids: "array[int]", with_tail: bool) -> None:
        """See `Memory`. What others have computed meanwhile is taken from them: equal ids have equal bits."""
        self._publish(hold, ids, saved=False)
        rest = ids[len(hold.path) * BLOCK :].tobytes()
        if with_tail and rest:
            self._forget_tail(hold)
            parent = self._end(hold)
            if rest not in parent.children:
                hold.tail = self._prefixes.add(parent, rest, int(hold.table[len(hold.path)]))

    def rest(self) -> bool:
        """Use a moment in which nobody waits: keep a block on the disk. Whether there was one."""
        if self._disk is None or not self._unsaved:
            return False
        node = next(iter(self._unsaved))
        del self._unsaved[node]
        root, *path = node.ancestry()
        name = self._disk.root(root.kind)
        for above in path:
            name = self._disk.after(name, above.key)
        if not self._disk.has(name):
            self._disk.save(name, self._kernels.block_bytes(self._cache, node.block))
        return True

    @property
    def is_rested(self) -> bool:
        """Whether `rest` has nothing to do."""
        return not self._unsaved

    def close(self, hold: Pages, ids: "array[int]") -> None:
        """See `Memory`."""
        self.publish(hold, ids, with_tail=True)
        self._let_go(hold)

    def _let_go(self, hold: Pages) -> None:
        known = len(hold.path)
        if hold.tail is not None:
            known += 1
            self._prefixes.leave(hold.tail)
            if self._disk is not None:
                self._unsaved[hold.tail] = None
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

    def _publish(self, hold: Pages, ids: "array[int]", saved: bool) -> None:
        """The full blocks of `ids`."""
        prefixes = self._prefixes
        while (len(hold.path) + 1) * BLOCK <= len(ids):
            n = len(hold.path)
            self._forget_tail(hold)
            parent, key, own = self._end(hold), block_key(ids, n), int(hold.table[n])
            node = parent.children.get(key)
            if node is None:
                node = prefixes.add(parent, key, own)
                if self._disk is not None and not saved:
                    self._unsaved[node] = None
            else:
                prefixes.use(node)
                hold.table[n] = node.block
                self._give([own])
            hold.path.append(node)

    def _on_disk(self, kind: Hashable, ids: "array[int]", most: int, n_here: int) -> tuple[list[str], int]:
        """The files of the blocks of `ids[:most]` that follow the first `n_here`, and how many tokens all have."""
        if self._disk is None:
            return [], 0
        name, found = self._disk.root(kind), list[str]()
        for i in range(most // BLOCK):
            following = self._disk.after(name, block_key(ids, i))
            if i >= n_here and not self._disk.has(following):
                break
            name = following
            found += [name] if i >= n_here else []
        n = (n_here + len(found)) * BLOCK
        for end in range(min(n + BLOCK - 1, most), n, -1):
            following = self._disk.after(name, ids[n:end].tobytes())
            if self._disk.has(following):
                return [*found, following], end
        return found, n

    def _loaded(self, names: list[str], blocks: list[int]) -> int:
        """How many of the files could be read into these blocks."""
        disk = self._disk
        if disk is None or not names:
            return 0
        from concurrent.futures import ThreadPoolExecutor  # only after a restart, and every start counts milliseconds

        def load(name: str, block: int) -> bool:
            return disk.load(name, self._kernels.block_bytes(self._cache, block))

        with ThreadPoolExecutor(READERS) as readers:
            good = list(readers.map(load, names, blocks[: len(names)]))
        return [*good, False].index(False)

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
            gone = self._prefixes.evict()
            self._unsaved.pop(gone, None)
            self._free.append(gone.block)
        return [self._free.pop() for _ in range(n_blocks)]

    def _give(self, blocks: list[int]) -> None:
        self._free.extend(reversed(blocks))

    def _leave(self, path: list[Node]) -> None:
        for node in reversed(path):
            self._prefixes.leave(node)


def _append(pages: Pages, blocks: list[int]) -> None:
    pages.table[pages.n_blocks : pages.n_blocks + len(blocks)] = blocks
    pages.n_blocks += len(blocks)
