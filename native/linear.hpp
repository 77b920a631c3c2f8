// What a product with a weight needs, and the functions each instruction set has for it. No library code here: this
// is included by objects compiled for one instruction set only.
#pragma once

#include <stddef.h>
#include <stdint.h>

namespace qwenchat {

enum class Format { fp32, bf16, fp16, int8, grid };
constexpr int kFormats = 4;  // with a kernel in `LinearTable`; grids have their own table

constexpr int64_t kPanel = 16;   // outputs of a panel, and rows of a block
constexpr int64_t kGroup = 128;  // inputs that share one activation scale (GROUP in words.py)

// 16 outputs (fewer at the end of a region). int8: [k / 4][16][4] signed bytes, k padded to kGroup, outputs to 16.
// Other formats: the first of `n` rows of the checkpoint itself, n_in values apart.
struct Panel {
  const void *rows;
  int64_t col;  // of its first output; both panels of a pair have the same one
  int64_t n;    // outputs that exist
};

// One product `x @ w.T`. `x` is prepared in blocks of 16 rows: quantised, rounded or re-ordered, as the kernel wants.
struct Product {
  const Panel *panels;
  const float *scale, *bias;  // an output each, [n_panels, 16], or null
  const float *x;             // [n_rows, n_in]
  int64_t n_rows, n_in;
  void *ready;      // prepared x: room for 4 bytes a value, rows padded to 16 and n_in to kGroup
  float *sx;        // int8: scales [n_rows padded, n_groups]
  int32_t *sums;    // int8: 128 times the sum of each group's integers [n_rows padded, n_groups]
  int64_t n_groups;
  const float *add;  // [n_rows, n_cols], or null; gated, [n_rows, 2 * n_cols]: what gates and ups get before they meet
  float *out;        // [n_rows, n_cols]
  int64_t n_cols;
  bool gated;     // panels are pairs (gate, up)
  int64_t ahead;  // from a chunk's first panel to the first of the chunk its thread likely computes next
  int64_t n_panels;
};

// Rows of a source matrix to be packed as int8 into one panel.
struct Source {
  const void *rows;  // n rows, n_in values apart
  Format fmt;
  int64_t n, n_in;
};

struct LinearKernels {
  // Prepares rows [16 * block, 16 * block + 16); null where x is used as it is.
  void (*prepare)(const Product &, int64_t block);
  // Computes all rows for panels [first, last); pairs are never cut.
  void (*product)(const Product &, int64_t first, int64_t last);
};

struct LinearTable {
  LinearKernels of[kFormats];
  void (*pack)(const Source &, int8_t *panel, float *scale);
};

LinearTable linear_portable();
#if defined(__x86_64__)
LinearTable linear_avx2();
LinearTable linear_avx512();
LinearTable linear_amx();
#endif

}  // namespace qwenchat
