// Low-rank adapters (arXiv 2106.09685): what they add to a product, for the rows of the sequences that have one.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <stdexcept>

#include "job.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

namespace {

using Change = std::optional<std::pair<nb::object, nb::object>>;

Weight adapted(const Weight &w, const std::vector<Change> &changes) {
  Weight made = w;
  for (const Change &change : changes) {
    Weight &low = made.low.emplace_back(), &high = made.high.emplace_back();
    if (!change) continue;
    low = nb::cast<const Weight &>(change->first);
    high = nb::cast<const Weight &>(change->second);
    if (low.n_in != w.n_in || low.n_out != high.n_in || high.n_out != w.n_out || low.paired || high.paired)
      throw std::invalid_argument("adapted: an adapter doesn't fit a weight of " + std::to_string(w.n_out) + " x " +
                                  std::to_string(w.n_in));
  }
  return made;
}

void multiply(Voice &v, const Weight &w, const float *x, int64_t n_rows, const float *add, float *out) {
  const Job job = job_of(v, w, x, n_rows, add, out);
  v.pool.run(job.n_blocks, [&](int64_t block, int) { job.prepare(block); });
  v.pool.run(job.n_chunks, [&](int64_t c, int) { job.compute(c); });
}

// One adapter's rows, gathered so that its matrices are read once.
void add_to(Voice &v, const Weight &low, const Weight &high, const float *x, const std::vector<int64_t> &rows, Array &out) {
  const auto n = static_cast<int64_t>(rows.size());
  const Array in = v.arena.array(n, low.n_in), middle = v.arena.array(n, low.n_out), more = v.arena.array(n, out.cols);
  each_row(v, n, [&](int64_t i) {
    std::copy_n(x + rows[static_cast<size_t>(i)] * low.n_in, low.n_in, in.data + i * low.n_in);
  });
  multiply(v, low, in.data, n, nullptr, middle.data);
  multiply(v, high, middle.data, n, nullptr, more.data);
  each_row(v, n, [&](int64_t i) {
    float *to = out.data + rows[static_cast<size_t>(i)] * out.cols;
    for (int64_t j = 0; j < out.cols; ++j) to[j] += more.data[i * out.cols + j];
  });
}

}  // namespace

Array changed(Voice &v, const Weight &w, const float *x, int64_t n_rows, const std::vector<int32_t> &whose,
              const float *add) {
  Array out;
  if (w.low.empty() || whose.empty()) return out;
  if (static_cast<int64_t>(whose.size()) != n_rows)
    throw std::invalid_argument("a weight with adapters is for the " + std::to_string(whose.size()) +
                                " rows of the step, not " + std::to_string(n_rows));
  for (size_t i = 0; i < w.low.size(); ++i) {
    std::vector<int64_t> rows;
    for (int64_t r = 0; r < n_rows; ++r)
      if (whose[static_cast<size_t>(r)] == static_cast<int32_t>(i)) rows.push_back(r);
    if (rows.empty() || w.low[i].n_out == 0) continue;
    if (out.data == nullptr) {
      out = v.arena.array(n_rows, w.n_out);
      // y + -0 is y, whatever y is: rows without an adapter keep their bits.
      if (add == nullptr) std::fill_n(out.data, n_rows * w.n_out, -0.0f);
      else std::copy_n(add, n_rows * w.n_out, out.data);
    }
    add_to(v, w.low[i], w.high[i], x, rows, out);
  }
  return out;
}

void bind_adapters(nb::module_ &m) { m.def("adapted", &adapted, nb::arg("weight"), nb::arg("changes")); }

}  // namespace qwenchat
