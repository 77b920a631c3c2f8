"""Gated DeltaNet, token by token and head by head."""

import numpy as np
from msgspec import Struct

from qwenchat.kernels.words import DeltaSpec, Floats, Plan


class Delta(Struct, frozen=True, eq=False):
    """The states of one layer: what each head knows, [n_states, n_value_heads, key_dim, value_dim], and the last
    inputs of the convolution, [n_states, kernel - 1, channels]."""

    spec: DeltaSpec
    known: Floats
    inputs: Floats

    @property
    def n_bytes(self) -> int:
        """Of all states."""
        return self.known.nbytes + self.inputs.nbytes


def delta_memory(spec: DeltaSpec, n_states: int) -> Delta:
    """Zeroed states."""
    known = np.zeros((n_states, spec.n_value_heads, spec.key_dim, spec.value_dim), np.float32)
    return Delta(spec, known, np.zeros((n_states, spec.kernel - 1, spec.n_channels), np.float32))


def gated_delta(qkvz: Floats, ba: Floats, layer: Delta, plan: Plan) -> Floats:
    """Each sequence's rows after one another, from its state and into it."""
    assert plan.states is not None, "this model needs states"
    spec = layer.spec
    out = np.zeros((len(qkvz), spec.n_value_heads, spec.value_dim), np.float32)
    for s, slot in enumerate(plan.states):
        rows = slice(plan.starts[s], plan.starts[s + 1])
        if plan.n_past[s] == 0:
            layer.known[slot], layer.inputs[slot] = 0, 0
        whole = np.concatenate([layer.inputs[slot], qkvz[rows, : spec.n_channels]])
        out[rows] = _sequence(spec, _mixed(spec, whole), ba[rows], layer.known[slot])
        layer.inputs[slot] = whole[len(whole) - spec.kernel + 1 :]
    z = qkvz[:, spec.n_channels :].reshape(out.shape)
    mean = np.mean(np.square(out), axis=-1, keepdims=True, dtype=np.float32)
    normed = out / np.sqrt(mean + np.float32(spec.eps)) * spec.norm
    return np.asarray(normed * _silu(z), np.float32).reshape(len(qkvz), -1)


def _silu(x: Floats) -> Floats:
    with np.errstate(over="ignore"):
        return np.asarray(x / (1 + np.exp(-x)))


def _mixed(spec: DeltaSpec, inputs: Floats) -> Floats:
    """The convolution over positions, one filter a channel, and silu."""
    filters = spec.conv.reshape(spec.n_channels, spec.kernel)
    n = len(inputs) - spec.kernel + 1
    return _silu(np.asarray(sum(inputs[j : j + n] * filters[:, j] for j in range(spec.kernel)), np.float32))


def _sequence(spec: DeltaSpec, mixed: Floats, ba: Floats, known: Floats) -> Floats:
    """The rows' results; `known` is brought up to date in place."""
    n_keys = spec.n_key_heads * spec.key_dim
    q, k, v = np.split(mixed, [n_keys, 2 * n_keys], axis=1)
    share = spec.n_value_heads // spec.n_key_heads
    q, k = (np.repeat(_unit(t.reshape(len(t), -1, spec.key_dim)), share, axis=1) for t in (q, k))
    v = v.reshape(len(v), -1, spec.value_dim)
    b, a = np.split(ba, 2, axis=1)
    strength = 1 / (1 + np.exp(-b))
    decay = np.exp(-np.exp(spec.a_log) * np.logaddexp(0, a + spec.dt_bias))
    out = np.zeros_like(v)
    for t in range(len(v)):
        known *= decay[t][:, None, None]
        new = (v[t] - np.einsum("hkv,hk->hv", known, k[t])) * strength[t][:, None]
        known += k[t][:, :, None] * new[:, None]
        out[t] = np.einsum("hkv,hk->hv", known, q[t]) * np.float32(spec.key_dim**-0.5)
    return out


def _unit(x: Floats) -> Floats:
    return np.asarray(x / np.sqrt(np.square(x).sum(axis=-1, keepdims=True) + np.float32(1e-6)))
