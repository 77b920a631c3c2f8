"""How much memory the past of conversations gets: blocks of keys and values, and states of recurrent layers."""

from collections.abc import Sequence
from pathlib import Path

from qwenchat.kernels import BLOCK, AttnSpec, DeltaSpec, Kept, LayerSpec
from qwenchat.protocol.errors import InvalidValue

CONTEXTS = 4  # how many whole contexts the cache holds, memory permitting
SHARE = 0.25  # of the free memory that the cache may take unasked
STATES = 64  # at most: running sequences, and checkpoints of conversations; half of the room at most
FEWEST_STATES = 3  # one that runs, and the two checkpoints that it leaves


def cache_size(layers: Sequence[LayerSpec], n_positions: int, kept: Kept, cache_gib: float | None) -> tuple[int, int]:
    """Blocks and states: what was asked for, or a few contexts within a share of the free memory."""
    block_bytes, state_bytes = BLOCK * token_bytes(layers, kept), all_state_bytes(layers)
    room = int(SHARE * free_memory_bytes()) if cache_gib is None else int(cache_gib * 2**30)
    n_states = max(FEWEST_STATES, min(STATES, room // 2 // state_bytes)) if state_bytes else 0
    n_blocks = (room - n_states * state_bytes) // block_bytes
    if cache_gib is not None:
        if n_blocks < 1:
            least = (block_bytes + FEWEST_STATES * state_bytes) / 2**30
            raise InvalidValue("cache_gib", cache_gib, f"at least {least:.3f} is needed for {BLOCK} tokens")
        return n_blocks, n_states
    return max(1, min(CONTEXTS * -(-n_positions // BLOCK), n_blocks)), n_states


def token_bytes(layers: Sequence[LayerSpec], kept: Kept) -> int:
    """What one token leaves in the attention layers."""
    return sum(spec.token_bytes(kept) for spec in layers if isinstance(spec, AttnSpec))


def all_state_bytes(layers: Sequence[LayerSpec]) -> int:
    """What one sequence keeps in the others, however long it is."""
    return sum(spec.state_bytes for spec in layers if isinstance(spec, DeltaSpec))


def free_memory_bytes() -> int:
    """Memory that can be had without swapping, in bytes; 4 GiB where the system doesn't say."""
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return 4 << 30
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("MemAvailable:")), 4 << 30)
