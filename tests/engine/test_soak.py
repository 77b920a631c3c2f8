"""Ten minutes of visitors who come, read slowly, and leave: memory stays flat and every block comes back."""

import asyncio
import os
import random
import time
from pathlib import Path

import pytest

from qwenchat.engine import End, Engine, Request, Token
from qwenchat.engine.disk import Disk
from qwenchat.protocol.sampling import Sampling
from tests.engine.slow_twin import CONFIG, parts, until
from tests.models.random_model import random_prompt

SECONDS = float(os.environ.get("QWENCHAT_SOAK_S", "600"))
N_VISITORS = 24
SHARED = random_prompt(CONFIG, 100)


def requests() -> list[Request]:
    """Few enough that each comes many times, so that answers can be compared."""
    chance = random.Random(1)
    return [
        Request(
            SHARED[: chance.choice([0, 30, 64, 100])] + random_prompt(CONFIG, chance.randint(1, 80), i),
            Sampling(chance.choice([0.0, 0.9]), max_new_tokens=chance.randint(1, 60), seed=i),
            salt=chance.choice(["", "another"]),
        )
        for i in range(60)
    ]  # fmt: skip


def resident_mib() -> float:
    """Memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


async def visit(engine: Engine, asked: list[Request], known: dict[int, list[int]], until_s: float, seed: int) -> int:
    """One visitor after another; 30 % leave before the end. How many stayed."""
    chance, n_stayed = random.Random(seed), 0
    while time.monotonic() < until_s:
        i = chance.randrange(len(asked))
        leaves = chance.randint(0, 20) if chance.random() < 0.3 else None
        stream, said = engine.astream(asked[i]), list[int]()
        async for event in stream:
            if leaves is not None and len(said) >= leaves:
                break
            if isinstance(event, Token):
                said.append(event.id)
            if chance.random() < 0.05:
                await asyncio.sleep(0.01)
        else:
            assert isinstance(event, End)
            assert event.error is None
            n_stayed += 1
            assert known.setdefault(i, said) == said, "the same request, another text"
        if chance.random() < 0.5:
            await stream.aclose()  # or it is simply forgotten
    return n_stayed


@pytest.mark.slow
def test_visitors_come_and_go(tmp_path: Path) -> None:
    engine = Engine(*parts(7), disk=Disk(tmp_path, "soak", 4 << 20))
    asked, known, sizes = requests(), dict[int, list[int]](), list[float]()

    async def all_of_them() -> int:
        end = time.monotonic() + SECONDS
        visitors = [asyncio.ensure_future(visit(engine, asked, known, end, i)) for i in range(N_VISITORS)]
        while time.monotonic() < end:
            await asyncio.sleep(SECONDS / 20)
            sizes.append(resident_mib())
        return sum(await asyncio.gather(*visitors))

    n_stayed = asyncio.run(all_of_them())
    until(lambda: engine.counters.n_running == engine.counters.n_waiting == 0)
    assert engine.n_free_blocks == engine.n_blocks
    engine.close()
    engine._core.audit()
    counted = engine.counters
    assert n_stayed > 10
    assert counted.n_preemptions > 0
    assert sum(counted.n_ended.values()) == counted.n_submitted
    assert counted.n_ended["failed"] == 0
    assert counted.n_ended["cancelled"] > 0.1 * counted.n_submitted
    # The first quarter fills caches; after it nothing grows.
    assert max(sizes[5:]) - sizes[5] < 8, sizes
