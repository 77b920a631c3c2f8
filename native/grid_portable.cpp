// Products with grids for any machine; the referee of the others in C++.
#include "grid.hpp"

#if defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace qwenchat {
namespace {

#include "lanes.inc"
#include "finish.inc"
#include "pack.inc"
#include "grid_rows.inc"
#include "int4.inc"

// One rounding, as in a fused multiply-add: in fp64 the product is exact.
INLINE float fused(float a, float b, float c) { return (float)((double)a * (double)b + (double)c); }

INLINE float half_at(const uint8_t *p, bool bf16) {
  uint16_t some[kLanes] = {};
  __builtin_memcpy(some, p, 2);
  return bf16 ? Bf16::load(some)[0] : Fp16::load(some)[0];
}

// Output j of one panel.
float grid_dot(const GridProduct &p, const uint8_t *panel, const int8_t *x, const int16_t *sums, const float *sx,
               int64_t j) {
  const GridLayout at = layout_of(p.grid);
  const bool levels = p.grid.scale == Scale::levels, bf16 = p.grid.scale == Scale::bf16;
  float f = 0;
  for (int64_t b = 0; b < p.n_groups; ++b) {
    const int64_t from = b * kGroup % at.span;  // within the block
    const uint8_t *block = panel + b * kGroup / at.span * at.block_bytes;
    int32_t n_all = 0, least_all = 0;
    for (int64_t k = 0; k < kGroup; k += p.grid.group) {
      const int64_t g = (from + k) / p.grid.group;
      const int32_t sum = sums[(b * kGroup + k) / p.grid.group];
      int32_t n = 0, centre = centre_of(p.grid);
      for (int64_t i = k; i < k + p.grid.group; ++i) n += code_at(p.grid, block, from + i, j) * x[b * kGroup + i];
      const uint8_t *shift = block + at.shifts_at + (g * 16 + j) * (levels ? 1 : 2);
      if (p.grid.shift == Shift::zero) {
        int16_t zero;
        __builtin_memcpy(&zero, shift, 2);
        centre = zero;
      }
      n -= centre * sum;
      if (levels) {
        n_all += (int8_t)block[at.scales_at + g * 16 + j] * n;
        if (p.grid.shift == Shift::least) least_all += (int8_t)*shift * sum;
        continue;
      }
      f = fused((float)n, half_at(block + at.scales_at + (g * 16 + j) * 2, bf16) * sx[b], f);
      if (p.grid.shift == Shift::least) f = fused((float)sum, half_at(shift, bf16) * sx[b], f);
    }
    if (!levels) continue;
    f = fused((float)n_all, half_at(block + at.units_at + j * 2, false) * sx[b], f);
    if (p.grid.shift == Shift::least)
      f = fused((float)least_all, half_at(block + at.units_at + 32 + j * 2, false) * sx[b], f);
  }
  return f;
}

// The same of floats of 8 bits: sums of 128 inputs, each times its scale.
float e4m3_dot(const GridProduct &p, const uint8_t *panel, const float *x, int64_t j) {
  const GridLayout at = layout_of(p.grid);
  float f = 0;
  for (int64_t b = 0; b < p.n_groups; ++b) {
    const uint8_t *block = panel + b * at.block_bytes;
    float sum = 0, scale;
    for (int64_t k = 0; k < kGroup; ++k)
      sum = fused(e4m3_value(code_at(p.grid, block, k, j)), x[b * kGroup + k], sum);
    __builtin_memcpy(&scale, block + at.scales_at + j * 4, 4);
    f = fused(sum, scale / kLifted, f);
  }
  return f;
}

void product_grid(const GridProduct &p, int64_t first, int64_t last) {
  const int64_t k_pad = p.n_groups * kGroup, step = p.gated ? 2 : 1;
  float y[2][16];
  for (int64_t panel = first; panel < last; panel += step)
    for (int64_t row = 0; row < p.n_rows; ++row) {
      const int16_t *sums = p.group_sums + row * sums_stride(k_pad) + sums_at(k_pad, p.grid.group);
      for (int64_t o = 0; o < step; ++o) {
        const uint8_t *codes = (const uint8_t *)p.panels[panel + o].rows;
        for (int64_t j = 0; j < 16; ++j)
          y[o][j] = p.grid.shift == Shift::e4m3 ? e4m3_dot(p, codes, (const float *)p.ready + row * k_pad, j)
                                                : grid_dot(p, codes, (const int8_t *)p.ready + row * k_pad, sums,
                                                           p.sx + row * p.n_groups, j);
      }
      if (p.gated)
        finish_gated(p, panel, row, y[0], y[1]);
      else
        finish(p, panel, row, y[0]);
    }
}

}  // namespace

GridTable grid_portable() { return {prepare_grid, product_grid, int4_row}; }

}  // namespace qwenchat
