// Products with AVX2 and FMA: 8 lanes.
#include <immintrin.h>

#include "linear.hpp"

namespace qwenchat {
namespace {

#include "lanes.inc"
#include "finish.inc"
#include "dot.inc"
#include "pack.inc"

// x * w summed by fours. The sign moves to x, so that the unsigned operand is at most 127 and nothing saturates.
INLINE __m256i dot4(__m256i w, __m256i x, __m256i acc) {
  const __m256i pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(w), _mm256_sign_epi8(x, w));
  return _mm256_add_epi32(acc, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

template <int Rows>
void panel_int8(const Product &p, int64_t panel, int64_t row, float *y) {
  const int64_t k_pad = p.n_groups * kGroup;
  const int8_t *w = (const int8_t *)p.panels[panel].rows;
  const int8_t *x = (const int8_t *)p.ready + row * k_pad;
  __m256 f[Rows][2];
  for (int r = 0; r < Rows; ++r) f[r][0] = f[r][1] = _mm256_setzero_ps();
  for (int64_t g = 0; g < p.n_groups; ++g) {
    __m256i acc[Rows][2];
    for (int r = 0; r < Rows; ++r) acc[r][0] = acc[r][1] = _mm256_setzero_si256();
    for (int64_t k = g * kGroup; k < (g + 1) * kGroup; k += 4) {
      const __m256i w0 = _mm256_loadu_si256((const __m256i *)(w + k * 16));
      const __m256i w1 = _mm256_loadu_si256((const __m256i *)(w + k * 16 + 32));
      if (Rows == 1) _mm_prefetch((const char *)(w + k * 16 + 4096), _MM_HINT_T0);
#pragma GCC unroll 4
      for (int r = 0; r < Rows; ++r) {
        int32_t four;
        __builtin_memcpy(&four, x + r * k_pad + k, 4);
        const __m256i b = _mm256_set1_epi32(four);
        acc[r][0] = dot4(w0, b, acc[r][0]);
        acc[r][1] = dot4(w1, b, acc[r][1]);
      }
    }
    for (int r = 0; r < Rows; ++r) {
      const __m256 sx = _mm256_set1_ps(p.sx[(row + r) * p.n_groups + g]);
      for (int h = 0; h < 2; ++h) f[r][h] = _mm256_fmadd_ps(_mm256_cvtepi32_ps(acc[r][h]), sx, f[r][h]);
    }
  }
  for (int r = 0; r < Rows; ++r)
    for (int h = 0; h < 2; ++h) _mm256_storeu_ps(y + r * 16 + h * 8, f[r][h]);
}

template <int Rows>
void rows_int8(const Product &p, int64_t panel, int64_t row) {
  float y[2][Rows * 16];
  panel_int8<Rows>(p, panel, row, y[0]);
  if (p.gated) panel_int8<Rows>(p, panel + 1, row, y[1]);
  for (int r = 0; r < Rows; ++r) {
    if (p.gated)
      finish_gated(p, panel, row + r, y[0] + r * 16, y[1] + r * 16);
    else
      finish(p, panel, row + r, y[0] + r * 16);
  }
}

void product_int8(const Product &p, int64_t first, int64_t last) {
  for (int64_t panel = first; panel < last; panel += p.gated ? 2 : 1) {
    int64_t row = 0;
    for (; row + 2 <= p.n_rows; row += 2) rows_int8<2>(p, panel, row);
    for (; row < p.n_rows; ++row) rows_int8<1>(p, panel, row);
  }
}

}  // namespace

LinearTable linear_avx2() {
  return {{{nullptr, product_fp32},
           {round_rows, product_bf16_rounded},
           {nullptr, product_fp16},
           {quantise_rows, product_int8}},
          pack_panel};
}

}  // namespace qwenchat
