"""What a forward pass reads and computes, added up without running it."""

import numpy as np
import pytest

from qwenchat.kernels import AttnSpec, Edit, Kernels, Plan, Rope, Tensor
from qwenchat.kernels.count import Count, Work


def zeros(*shape: int) -> Tensor:
    """A bf16 tensor of that shape that takes no memory."""
    return Tensor("w", "bf16", np.broadcast_to(np.uint16(0), shape))


def plan(lengths: list[int], n_past: list[int]) -> Plan:
    starts = np.cumsum([0, *lengths]).astype(np.int32)
    tables = np.zeros((len(lengths), 40), np.int32)
    wanted = starts[1:] - np.int32(1)
    return Plan(np.zeros(starts[-1], np.int32), starts, np.array(n_past, np.int32), tables, wanted)


def test_a_layer_and_the_head() -> None:
    count = Count()
    voice: Kernels = count
    spec = AttnSpec(16, 8, 128, Rope(np.ones(64, np.float32)), 128**-0.5)
    cache = voice.cache([spec], 64, "bf16")
    assert cache.n_bytes == 64 * 64 * 2 * 8 * 128 * 2
    assert voice.cache([spec], 64, "int8").n_bytes == 64 * 64 * 2 * 8 * (128 + 4)
    table, ones = voice.table(zeros(151_936, 1024)), voice.vector(zeros(1024))
    qkv = voice.weight([zeros(2048, 1024), zeros(1024, 1024), zeros(1024, 1024)], "int8", bias=[zeros(4096)])
    o, gate_up = voice.weight([zeros(1024, 2048)], "bf16"), voice.weight([zeros(3072, 1024)] * 2, "fp32", "paired")
    head = voice.weight([zeros(151_936, 1024)], "int8")

    s = voice.step(plan([1, 3], [2047, 0]), cache)
    x = voice.embed(table, s)
    assert count.by_word == {"embed": Work(4 * 1024 * 2, 0)}
    a = voice.attend(voice.linear(voice.norm(x, ones, 1e-6), qkv), cache.layers[0], s)
    assert count.by_word["linear"] == Work(4096 * (1024 + 4 + 4), 2 * 4 * 4096 * 1024)
    # 2048 keys for the one row; 3 for the three, which see 1, 2 and 3 of them.
    assert count.by_word["attend"] == Work(2051 * 2 * 8 * 128 * 2, 4 * (2048 + 6) * 16 * 128)
    x = voice.linear(a, o, add=x)
    assert voice.gated(x, gate_up).shape == (4, 3072)
    assert count.by_word["gated"] == Work(6144 * 1024 * 4, 2 * 4 * 6144 * 1024)
    logits = voice.logits(voice.rows(x, s), head)
    assert logits.shape == (2, 151_936)
    assert count.total == sum(count.by_word.values(), Work())
    assert voice.candidates(logits, [Edit(), Edit()], 3, 151_669).ids.shape == (2, 3)
    with pytest.raises(TypeError, match="no values"):
        voice.read(logits)
    voice.step(plan([1], [0]), cache)
    assert count.total == Work()


def test_a_window_bounds_what_is_read() -> None:
    voice = Count()
    spec = AttnSpec(2, 1, 64, Rope(np.ones(32, np.float32)), 0.125, window=100)
    cache = voice.cache([spec], 40, "fp32")
    s = voice.step(plan([1, 2], [1000, 98]), cache)
    voice.attend(voice.linear(voice.embed(voice.table(zeros(9, 64)), s), voice.weight([zeros(256, 64)], "bf16")), cache.layers[0], s)  # fmt: skip
    assert voice.by_word["attend"] == Work((100 + 100) * 2 * 64 * 4, 4 * (100 + 99 + 100) * 2 * 64)


def test_wrong_shapes_are_noticed() -> None:
    voice = Count()
    cache = voice.cache([], 1, "bf16")
    x = voice.embed(voice.table(zeros(9, 64)), voice.step(plan([1], [0]), cache))
    with pytest.raises(AssertionError):
        voice.linear(x, voice.weight([zeros(256, 65)], "bf16"))
