// A product with a weight, cut into what threads can do: first blocks of rows are prepared, then chunks of panels
// computed. Several may run side by side, as the experts of a layer do.
#pragma once

#include <algorithm>

#include "voice.hpp"
#include "weight.hpp"

namespace qwenchat {

struct Job {
  GridProduct p;
  LinearKernels kernels;
  const GridTable *grids;  // of a coded weight, else null
  int64_t n_blocks, n_chunks, chunk;  // blocks of 16 rows to prepare (0: none), chunks of `chunk` panels
  Block ready, scales, sums, group_sums, ordered;  // what `p` points into

  void prepare(int64_t block) const { grids ? grids->prepare(p, block) : kernels.prepare(p, block); }
  void compute(int64_t c) const {
    const int64_t end = std::min((c + 1) * chunk, p.n_panels);
    grids ? grids->product(p, c * chunk, end) : kernels.product(p, c * chunk, end);
  }
};

// `x` [n_rows, n_in] times `w`, plus `add` where there is one, to `out`, whose rows have `n_cols` (0: as `w` gives).
Job job_of(Voice &v, const Weight &w, const float *x, int64_t n_rows, const float *add, float *out, int64_t n_cols = 0);

// `fn` of each row, some rows a thread; a single one stays on the caller's.
template <class Fn>
void each_row(Voice &v, int64_t n, Fn &&fn) {
  constexpr int64_t kRows = 8;
  v.pool.run((n + kRows - 1) / kRows, [&](int64_t c, int) {
    for (int64_t r = c * kRows; r < std::min((c + 1) * kRows, n); ++r) fn(r);
  });
}

}  // namespace qwenchat
