// Products for any machine; the referee of the others in C++.
#include "linear.hpp"

#if defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace qwenchat {
namespace {

#include "lanes.inc"
#include "finish.inc"
#include "dot.inc"
#include "pack.inc"

// The 16 sums of one group: 128 bytes of a row against 2 KiB of a panel.
INLINE void group_sums(const int8_t *w, const int8_t *x, int32_t *acc) {
  for (int j = 0; j < 16; ++j) acc[j] = 0;
  for (int64_t k = 0; k < kGroup / 4; ++k)
    for (int j = 0; j < 16; ++j)
      for (int i = 0; i < 4; ++i) acc[j] += (int32_t)w[(k * 16 + j) * 4 + i] * (int32_t)x[k * 4 + i];
}

void panel_int8(const Product &p, int64_t panel, int64_t row, float *y) {
  const int8_t *w = (const int8_t *)p.panels[panel].rows;
  const int8_t *x = (const int8_t *)p.ready + row * p.n_groups * kGroup;
  for (int j = 0; j < 16; ++j) y[j] = 0;
  for (int64_t g = 0; g < p.n_groups; ++g) {
    int32_t acc[16];
    group_sums(w + g * kGroup * 16, x + g * kGroup, acc);
    // In fp64 the product is exact, so one rounding follows, as in a fused multiply-add.
    const double sx = p.sx[row * p.n_groups + g];
    for (int j = 0; j < 16; ++j) y[j] = (float)((double)acc[j] * sx + (double)y[j]);
  }
}

void product_int8(const Product &p, int64_t first, int64_t last) {
  float y[2][16];
  for (int64_t panel = first; panel < last; panel += p.gated ? 2 : 1) {
    for (int64_t row = 0; row < p.n_rows; ++row) {
      panel_int8(p, panel, row, y[0]);
      if (p.gated) {
        panel_int8(p, panel + 1, row, y[1]);
        finish_gated(p, panel, row, y[0], y[1]);
      } else {
        finish(p, panel, row, y[0]);
      }
    }
  }
}

}  // namespace

LinearTable linear_portable() {
  return {{{nullptr, product_fp32},
           {round_rows, product_bf16_rounded},
           {nullptr, product_fp16},
           {quantise_rows, product_int8}},
          pack_panel};
}

}  // namespace qwenchat
