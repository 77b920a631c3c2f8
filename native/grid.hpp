// Matrices of small integers with a scale for every few inputs: what a product with one needs. No library code here,
// as in linear.hpp.
#pragma once

#include "linear.hpp"

namespace qwenchat {

// A number is scale * (code - centre), scale * (code - zero), scale * code + least or scale * the float that a code is;
// Grid in kernels/grids.py.
enum class Scale { fp16, bf16, levels, fp32 };  // levels: an integer a group, times an fp16 `unit` for 256 inputs
enum class Shift { middle, zero, least, e4m3 };

struct Grid {
  int bits, group;
  Scale scale;
  Shift shift;
};

// A panel of 16 outputs is one block after another, each of `span` inputs:
//   codes   runs of 32 inputs. 4 to 6 bits: four lines of 64 bytes, line l holding inputs 8 l + i (low nibbles) and
//           8 l + 4 + i (high) of output j in byte 4 j + i; then the fifth bits, 64 bytes (bit 2 l + h of byte 4 j + i),
//           or fifth and sixth, 128 bytes (four vectors in each line, lowest bits first). 8 bits: eight lines of four
//           inputs, signed, 128 taken off; e4m3: as they are.
//   scales  [groups][16], 16 bits each; levels: 8 bits, signed; fp32: 32
//   shifts  [groups][16]: zeros as int16, leasts as the scales are; none for `middle` and `e4m3`
//   units   levels only: [16] fp16, and [16] more of the leasts
struct GridLayout {
  int64_t span, groups, run_bytes, scales_at, shifts_at, units_at, block_bytes;
};

[[maybe_unused]] static constexpr bool is_shifted(const Grid &g) {
  return g.shift == Shift::zero || g.shift == Shift::least;
}
[[maybe_unused]] static constexpr int64_t scale_bytes(const Grid &g) {
  return g.scale == Scale::levels ? 1 : g.scale == Scale::fp32 ? 4 : 2;
}

[[maybe_unused]] static constexpr GridLayout layout_of(const Grid &g) {
  const bool levels = g.scale == Scale::levels, shifted = is_shifted(g);
  GridLayout l{};
  l.span = levels ? 256 : kGroup;
  l.groups = l.span / g.group;
  l.run_bytes = 32 * 16 * g.bits / 8;
  l.scales_at = l.span / 32 * l.run_bytes;
  const int64_t some = l.groups * 16 * scale_bytes(g);
  l.shifts_at = l.scales_at + some;
  l.units_at = l.shifts_at + (shifted ? some : 0);
  l.block_bytes = l.units_at + (levels ? (shifted ? 64 : 32) : 0);
  return l;
}

// What is taken off a code for each input before the scale (as the codes are stored); `zero` has its own.
[[maybe_unused]] static constexpr int centre_of(const Grid &g) {
  return g.bits == 8 ? (g.shift == Shift::least ? -128 : 0) : g.shift == Shift::middle ? 1 << (g.bits - 1) : 0;
}

// Sums of a row's integers over 16, 32, 64 and 128 inputs, one kind after another: [n_rows padded][stride].
[[maybe_unused]] static constexpr int64_t sums_stride(int64_t k_pad) { return k_pad / 8; }
[[maybe_unused]] static constexpr int64_t sums_at(int64_t k_pad, int group) {
  int64_t at = 0;
  for (int g = 16; g < group; g *= 2) at += k_pad / g;
  return at;
}

struct GridProduct : Product {
  Grid grid;
  int16_t *group_sums;
  const int32_t *order;  // inputs in the order of the groups, or null
  float *ordered;        // room for x in that order
};

struct GridTable {
  void (*prepare)(const GridProduct &, int64_t block);
  void (*product)(const GridProduct &, int64_t first, int64_t last);
  // Floats on the grid of 4 bits with groups of 32: codes of one row, rounded up to 32, and a scale for each 32.
  void (*int4)(const Source &, int64_t row, uint8_t *codes, uint16_t *scale);
};

GridTable grid_portable();
#if defined(__x86_64__)
GridTable grid_avx2();
GridTable grid_avx512();
#endif

// The stored code of input k (within its block) of output j.
[[maybe_unused]] static inline int code_at(const Grid &g, const uint8_t *block, int64_t k, int64_t j) {
  const uint8_t *run = block + k / 32 * (32 * 16 * g.bits / 8);
  const int64_t i = k % 32, lane = j * 4 + i % 4, v = i / 4;
  if (g.shift == Shift::e4m3) return run[v * 64 + lane];
  if (g.bits == 8) return (int8_t)run[v * 64 + lane];
  const int low = run[v / 2 * 64 + lane] >> (v % 2 * 4) & 15;
  if (g.bits == 5) return low | (run[256 + lane] >> v & 1) << 4;
  if (g.bits == 6) return low | (run[256 + v / 4 * 64 + lane] >> (v % 4 * 2) & 3) << 4;
  return low;
}

// A byte of sign, 4 bits of exponent and 3 of mantissa.
[[maybe_unused]] static inline float e4m3_value(int code) {
  const uint32_t bits = (uint32_t)(code & 0x80) << 24 | (uint32_t)(code & 0x7f) << 20;
  float f;
  __builtin_memcpy(&f, &bits, 4);
  return f * 0x1p120f;  // fp32's exponent counts from so much less
}

}  // namespace qwenchat
