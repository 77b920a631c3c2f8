// A product with a weight, cut into what threads can do: first blocks of rows are prepared, then chunks of panels
// computed. Several may run side by side, as the experts of a layer do.
#pragma once

#include "voice.hpp"
#include "weight.hpp"

namespace qwenchat {

struct Job {
  Product p;
  LinearKernels kernels;
  int64_t n_blocks, n_chunks, chunk;  // blocks of 16 rows to prepare (0: none), chunks of `chunk` panels
  Block ready, scales, sums;          // what `p` points into

  void prepare(int64_t block) const { kernels.prepare(p, block); }
  void compute(int64_t c) const {
    const int64_t end = (c + 1) * chunk;
    kernels.product(p, c * chunk, end < p.n_panels ? end : p.n_panels);
  }
};

// `x` [n_rows, n_in] times `w`, plus `add` where there is one, to `out`.
Job job_of(Voice &v, const Weight &w, const float *x, int64_t n_rows, const float *add, float *out);

}  // namespace qwenchat
