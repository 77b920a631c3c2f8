// Gated DeltaNet: what the driver and the code of each instruction set tell each other. Plain data only.
#pragma once

#include <cstdint>

namespace qwenchat {

constexpr int kTile = 32;  // value dimensions of a head that are computed together; its part of a state fits a core's L1

// One layer. The state of a sequence is [n_v][value tiles][key_dim][kTile], then the last kernel - 1 inputs of the
// convolution, [kernel - 1][channels].
struct DeltaShape {
  int64_t n_k, n_v, key_dim, value_dim, kernel, channels;  // channels = 2 * n_k * key_dim + n_v * value_dim
  int64_t n_tiles;                                         // of a head: value_dim padded to kTile
  float eps;
  const float *conv;  // [kernel][channels]
  const float *norm;  // [value_dim], padded

  int64_t head_floats() const { return n_tiles * key_dim * kTile; }
  int64_t state_floats() const { return n_v * head_floats() + (kernel - 1) * channels; }
};

// One tile of one head over the rows of a sequence, in order.
struct DeltaTile {
  float *state;        // [key_dim][kTile]
  const float *mixed;  // of the first row: q, k and v after the convolution
  int64_t q, k, v;     // columns of the head's q and k, and of the tile's v
  int64_t n_values;    // kTile, or fewer in a head's last tile
  const float *gates;  // of the first row: decay, then strength of each head, [n_rows][2 * n_v]
  int64_t head, n_rows;
  float *out;          // of the first row, at the tile's first column
};

struct DeltaKernels {
  // A row after convolution and silu; q and k of length 1, q times key_dim ** -0.5. `rows[i]` is the input at
  // `kernel` consecutive positions, the last of them this row's.
  void (*convolve)(const DeltaShape &, const float *const *rows, float *mixed);
  void (*advance)(const DeltaShape &, const DeltaTile &);
  // RMS norm of each head, times the layer's weights, times silu(z).
  void (*finish)(const DeltaShape &, float *row, const float *z);
};

const DeltaKernels &delta_kernels_portable();
const DeltaKernels &delta_kernels_avx2();
const DeltaKernels &delta_kernels_avx512();

}  // namespace qwenchat
