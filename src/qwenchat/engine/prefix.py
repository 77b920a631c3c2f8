"""Which prompts' beginnings are computed: a tree of blocks by the ids they hold, one tree a kind of sequence."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Hashable, Iterator

import numpy as np

from qwenchat.kernels.words import BLOCK

ID_BYTES = array("i").itemsize


class Node:
    """One block of the cache and the tokens it holds, which follow those of its parent.

    Only a node of BLOCK tokens has children. `n_users` sequences read the block, or write behind its tokens.
    """

    __slots__ = ("block", "children", "key", "keys", "kind", "n_users", "parent")

    def __init__(self, parent: "Node | None", key: bytes, block: int, kind: Hashable = None) -> None:
        self.parent = parent
        self.kind = kind  # of a root: whose prompts begin here
        self.key = key  # the ids, as bytes
        self.block = block
        self.children: dict[bytes, Node] = {}
        self.keys: list[bytes] = []  # of the children, sorted
        self.n_users = 0

    def ancestry(self) -> "list[Node]":
        """From the root to this one."""
        nodes, node = [self], self.parent
        while node is not None:
            nodes.append(node)
            node = node.parent
        return nodes[::-1]

    def nearest(self, key: bytes) -> "tuple[Node, int] | None":
        """The child that begins as `key` does for most tokens, and for how many."""
        at = bisect_left(self.keys, key)
        # Whatever has most in common with a key is its neighbour in the order.
        near = [(n_in_common(k, key), k) for k in self.keys[max(0, at - 1) : at + 1]]
        n, found = max(near, default=(0, b""))
        return (self.children[found], n) if n else None


class Prefixes:
    """The trees, and the order in which blocks that nobody uses are given up: the longest unused first.

    Whoever uses a node uses its ancestors, and lets go of the deepest first; so the first of `_idle` is a leaf.
    """

    def __init__(self) -> None:
        self._roots: dict[Hashable, Node] = {}
        self._idle: dict[Node, None] = {}

    @property
    def n_idle(self) -> int:
        """Blocks that `evict` could give."""
        return len(self._idle)

    def root(self, kind: Hashable) -> Node:
        """Where the prompts of a kind begin."""
        if kind not in self._roots:
            self._roots[kind] = Node(None, b"", -1, kind)
        return self._roots[kind]

    def match(self, kind: Hashable, ids: "array[int]", most: int) -> tuple[list[Node], Node | None, int]:
        """The full blocks that `ids[:most]` begins with, the block that goes on from there, and all tokens in common.

        That last block, of which only the first tokens are in common, is to be copied.
        """
        node, path = self._roots.get(kind), list[Node]()
        if node is None:
            return path, None, 0
        while (len(path) + 1) * BLOCK <= most:
            child = node.children.get(block_key(ids, len(path)))
            if child is None:
                break
            path.append(child)
            node = child
        n = len(path) * BLOCK
        found = node.nearest(ids[n : min(most, n + BLOCK)].tobytes())
        return (path, None, n) if found is None else (path, found[0], n + found[1])

    def add(self, parent: Node, key: bytes, block: int) -> Node:
        """A new node with one user."""
        node = Node(parent, key, block)
        parent.children[key] = node
        insort(parent.keys, key)
        node.n_users = 1
        return node

    def remove(self, node: Node) -> None:
        """Forget a leaf."""
        parent = node.parent
        assert parent is not None, "a root is no leaf"
        assert not node.children, "only a leaf can go"
        del parent.children[node.key]
        del parent.keys[bisect_left(parent.keys, node.key)]
        if parent.parent is None and not parent.children:
            self._roots = {kind: root for kind, root in self._roots.items() if root is not parent}

    def use(self, node: Node) -> None:
        """One more user."""
        node.n_users += 1
        self._idle.pop(node, None)

    def leave(self, node: Node) -> None:
        """One user less."""
        node.n_users -= 1
        assert node.n_users >= 0, "a block was left twice"
        if node.n_users == 0:
            self._idle[node] = None

    def evict(self) -> Node:
        """The node that was unused for longest, no longer known."""
        node = next(iter(self._idle))
        del self._idle[node]
        self.remove(node)
        return node

    def nodes(self) -> Iterator[Node]:
        """Every node, parents before children."""
        waiting = list(self._roots.values())
        while waiting:
            node = waiting.pop()
            waiting += node.children.values()
            if node.parent is not None:
                yield node


def n_in_common(a: "array[int] | bytes", b: "array[int] | bytes") -> int:
    """With how many equal ids both begin."""
    left, right = np.frombuffer(a, np.int32), np.frombuffer(b, np.int32)
    n = min(len(left), len(right))
    differ = left[:n] != right[:n]
    return int(differ.argmax()) if differ.any() else n


def block_key(ids: "array[int]", block: int) -> bytes:
    """The ids of a full block, as bytes."""
    return ids[block * BLOCK : (block + 1) * BLOCK].tobytes()
