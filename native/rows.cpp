// The words that work row by row: embed, norm, rows, before, beside; and the vectors of norms.
#include <nanobind/ndarray.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

#include "attend.hpp"
#include "vector.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

static Array embed(Voice &v, const Weight &w, const Step &s) {
  check_step(v, s, "embed");
  return embed_rows(v, w, s.ids, s.n_rows);
}

static Array norm(Voice &v, const Array &x, const Vector &w, float eps) {
  check_fresh(v, x, "norm");
  if (w.size() != x.cols)
    throw std::invalid_argument("norm: rows of " + std::to_string(x.cols) + " need a vector as long");
  Array out = v.arena.array(x.rows, x.cols);
  const auto row = row_kernels(v.isa).norm;
  // A row of 1024 takes a tenth of a microsecond, as long as a tenth of a meeting of threads.
  const int64_t rows = std::max<int64_t>(1, 16384 / x.cols);
  v.pool.run((x.rows + rows - 1) / rows, [&](int64_t c, int) {
    for (int64_t r = c * rows; r < std::min((c + 1) * rows, x.rows); ++r)
      row(x.data + r * x.cols, w.values.data(), x.cols, eps, out.data + r * x.cols);
  });
  return out;
}

static Array rows(Voice &v, const Array &x, const Step &s) {
  check_fresh(v, x, "rows");
  check_step(v, s, "rows");
  if (x.rows != s.n_rows)
    throw std::invalid_argument("rows: x has " + std::to_string(x.rows) + " rows, the step " + std::to_string(s.n_rows));
  Array out = v.arena.array(s.n_wanted, x.cols);
  for (int64_t i = 0; i < s.n_wanted; ++i)
    std::memcpy(out.data + i * x.cols, x.data + s.wanted[i] * x.cols, static_cast<size_t>(x.cols) * sizeof(float));
  return out;
}

using Floats = nb::ndarray<const float, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using FloatRows = nb::ndarray<const float, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

static Array before(Voice &v, const Array &x, const FloatRows &first, const Step &s) {
  check_fresh(v, x, "before");
  check_step(v, s, "before");
  if (x.rows != s.n_rows)
    throw std::invalid_argument("before: x has " + std::to_string(x.rows) + " rows, the step " + std::to_string(s.n_rows));
  if (static_cast<int64_t>(first.shape(0)) != s.n_seqs || static_cast<int64_t>(first.shape(1)) != x.cols)
    throw std::invalid_argument("before: first must be [" + std::to_string(s.n_seqs) + ", " + std::to_string(x.cols) + "]");
  Array out = v.arena.array(x.rows, x.cols);
  const auto n_bytes = static_cast<size_t>(x.cols) * sizeof(float);
  for (int64_t i = 0; i < s.n_seqs; ++i)
    for (int64_t r = s.starts[i]; r < s.starts[i + 1]; ++r)
      std::memcpy(out.data + r * x.cols, r == s.starts[i] ? first.data() + i * x.cols : x.data + (r - 1) * x.cols, n_bytes);
  return out;
}

static Array beside(Voice &v, const Array &a, const Array &b) {
  check_fresh(v, a, "beside");
  check_fresh(v, b, "beside");
  if (a.rows != b.rows)
    throw std::invalid_argument("beside: " + std::to_string(a.rows) + " rows and " + std::to_string(b.rows));
  Array out = v.arena.array(a.rows, a.cols + b.cols);
  for (int64_t r = 0; r < a.rows; ++r) {
    float *row = out.data + r * out.cols;
    std::memcpy(row, a.data + r * a.cols, static_cast<size_t>(a.cols) * sizeof(float));
    std::memcpy(row + a.cols, b.data + r * b.cols, static_cast<size_t>(b.cols) * sizeof(float));
  }
  return out;
}

void bind_rows(nb::module_ &m, VoiceClass &voice) {
  nb::class_<Vector>(m, "Vector").def_prop_ro("size", &Vector::size);
  m.def("vector", [](const Floats &v) { return Vector{{v.data(), v.data() + v.shape(0)}}; },
        nb::arg("values").noconvert());
  voice.def("embed", &embed, nb::arg("w"), nb::arg("s"), nb::call_guard<nb::gil_scoped_release>());
  voice.def("norm", &norm, nb::arg("x"), nb::arg("w"), nb::arg("eps"), nb::call_guard<nb::gil_scoped_release>());
  voice.def("rows", &rows, nb::arg("x"), nb::arg("s"), nb::call_guard<nb::gil_scoped_release>());
  voice.def("before", &before, nb::arg("x"), nb::arg("first").noconvert(), nb::arg("s"));
  voice.def("beside", &beside, nb::arg("a"), nb::arg("b"), nb::call_guard<nb::gil_scoped_release>());
}

}  // namespace qwenchat
