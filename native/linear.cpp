// The words that multiply: linear, gated, logits; and embed and read beside them.
#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

#include "job.hpp"
#include "linear.hpp"
#include "voice.hpp"
#include "weight.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

static std::string shape_of(const Array &a) {
  return "[" + std::to_string(a.rows) + ", " + std::to_string(a.cols) + "]";
}

void check_fresh(const Voice &v, const Array &a, const char *word) {
  if (!v.arena.owns(a))
    throw std::invalid_argument(std::string(word) + ": an array of an earlier step, or of another voice");
}

// Weight bytes of one chunk, for a few rows and for many.
constexpr int64_t kFewBytes = 512 * 1024;
constexpr int64_t kManyPanels = 8;

static int64_t panels_a_chunk(const Weight &w, int64_t n_rows) {
  const int64_t bytes = w.fmt == Format::grid   ? 2 * grid_panel_bytes(w.grid, w.n_in)  // in halves: others may help
                        : w.fmt == Format::int8 ? kPanel * round_up(w.n_in, kGroup)
                        : w.fmt == Format::fp32 ? kPanel * w.n_in * 4
                                                : kPanel * w.n_in * 2;
  const int64_t n = n_rows < 16 ? kFewBytes / bytes : kManyPanels;
  return n < 2 ? 2 : n / 2 * 2;
}

Job job_of(Voice &v, const Weight &w, const float *x, int64_t n_rows, const float *add, float *out, int64_t n_cols) {
  const bool coded = w.fmt == Format::grid;
  const int64_t n_panels = static_cast<int64_t>(w.panels.size()), chunk = panels_a_chunk(w, n_rows);
  const int64_t n_groups = round_up(w.n_in, kGroup) / kGroup, n_blocks = round_up(n_rows, kPanel) / kPanel;
  if (n_cols == 0) n_cols = w.paired ? w.n_out / 2 : w.n_out;
  const Product p{w.panels.data(), w.scale, w.bias, x, n_rows, w.n_in, nullptr, nullptr, nullptr, n_groups, add, out,
                  n_cols, w.paired, chunk * v.pool.size(), n_panels};
  Job job{{p, w.grid, nullptr, w.order, nullptr}, coded ? LinearKernels{} : v.linear.of[static_cast<int>(w.fmt)],
          coded ? &v.grids : nullptr, 0, (n_panels + chunk - 1) / chunk, chunk, {}, {}, {}, {}, {}};
  if (!coded && job.kernels.prepare == nullptr) return job;
  const int64_t rows = n_blocks * kPanel;
  job.n_blocks = n_blocks;
  job.ready = v.arena.block(rows * n_groups * kGroup * 4);
  job.scales = v.arena.block(rows * n_groups * 4);
  job.sums = v.arena.block(rows * n_groups * 4);
  job.p.ready = job.ready.get();
  job.p.sx = job.scales.as<float>();
  job.p.sums = job.sums.as<int32_t>();
  if (!coded) return job;
  job.group_sums = v.arena.block(rows * sums_stride(n_groups * kGroup) * 2);
  job.p.group_sums = job.group_sums.as<int16_t>();
  if (w.order == nullptr) return job;
  job.ordered = v.arena.block(n_rows * w.n_in * 4);
  job.p.ordered = job.ordered.as<float>();
  return job;
}

static Array product(Voice &v, const Array &x, const Weight &w, const Array *add, bool gated, const char *word,
                     const std::vector<int32_t> &whose) {
  check_fresh(v, x, word);
  if (w.paired != gated)
    throw std::invalid_argument(std::string(word) + (gated ? ": takes a weight of order 'paired'"
                                                           : ": takes a weight of order 'stacked'"));
  if (x.cols != w.n_in)
    throw std::invalid_argument(std::string(word) + ": x is " + shape_of(x) + ", the weight has " +
                                std::to_string(w.n_in) + " inputs");
  const int64_t n_cols = gated ? w.n_out / 2 : w.n_out;
  if (add != nullptr) {
    check_fresh(v, *add, word);
    if (add->rows != x.rows || add->cols != n_cols)
      throw std::invalid_argument(std::string(word) + ": add is " + shape_of(*add) + ", the result [" +
                                  std::to_string(x.rows) + ", " + std::to_string(n_cols) + "]");
  }
  Array out = v.arena.array(x.rows, n_cols);
  if (x.rows == 0) return out;
  const Array more = changed(v, w, x.data, x.rows, whose, add == nullptr ? nullptr : add->data);
  const float *beside = more.data != nullptr ? more.data : add != nullptr ? add->data : nullptr;
  const Weight *part = w.parts.empty() ? &w : w.parts.data(), *end = w.parts.empty() ? part + 1 : part + w.parts.size();
  for (; part != end; ++part) {
    const Job job = job_of(v, *part, x.data, x.rows, beside, out.data, n_cols);
    v.pool.run(job.n_blocks, [&](int64_t block, int) { job.prepare(block); });
    v.pool.run(job.n_chunks, [&](int64_t c, int) { job.compute(c); });
  }
  return out;
}

float from_half(uint16_t h) {
  const uint32_t shifted = static_cast<uint32_t>(h & 0x7fff) << 13, sign = static_cast<uint32_t>(h & 0x8000) << 16;
  float f;
  std::memcpy(&f, &shifted, 4);
  f *= 0x1p112f;
  uint32_t bits;
  std::memcpy(&bits, &f, 4);
  bits |= sign | ((h & 0x7c00) == 0x7c00 ? 0x7f800000 : 0);
  std::memcpy(&f, &bits, 4);
  return f;
}

float from_bf16(uint16_t h) {
  const uint32_t bits = static_cast<uint32_t>(h) << 16;
  float f;
  std::memcpy(&f, &bits, 4);
  return f;
}

// Each row that is read of a mapped file leaves some pages in this process, 64 KiB on Linux: a prompt's rows would
// leave a hundred MiB. They stay in the system's cache, and the next row finds them there.
static void give_pages_back(const Weight &w) {
#if defined(__linux__)
  const uintptr_t page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE)), begin = reinterpret_cast<uintptr_t>(w.panels[0].rows);
  const uintptr_t size = static_cast<uintptr_t>(w.n_out * w.n_in * (w.fmt == Format::fp32 ? 4 : 2));
  const uintptr_t from = (begin + page - 1) / page * page, to = (begin + size) / page * page;
  if (to > from) madvise(reinterpret_cast<void *>(from), to - from, MADV_DONTNEED);
#else
  (void)w;
#endif
}

Array embed_rows(Voice &v, const Weight &w, const int32_t *ids, int64_t n) {
  if (w.fmt == Format::int8 || w.paired || !w.parts.empty())
    throw std::invalid_argument("embed: takes a `table`");
  for (int64_t i = 0; i < n; ++i)
    if (ids[i] < 0 || ids[i] >= w.n_out)
      throw std::invalid_argument("embed: id " + std::to_string(ids[i]) + " is not one of the table's " +
                                  std::to_string(w.n_out) + " rows");
  Array out = v.arena.array(n, w.n_in);
  for (int64_t i = 0; i < n; ++i) {
    const int64_t from = ids[i] * w.n_in;
    float *to = out.data + i * w.n_in;
    if (w.fmt == Format::grid) {
      read_grid_row(w, ids[i], to);
      continue;
    }
    const uint16_t *half = static_cast<const uint16_t *>(w.panels[0].rows) + from;
    if (w.fmt == Format::fp32)
      std::memcpy(to, static_cast<const float *>(w.panels[0].rows) + from, static_cast<size_t>(w.n_in) * 4);
    else
      for (int64_t k = 0; k < w.n_in; ++k) to[k] = w.fmt == Format::bf16 ? from_bf16(half[k]) : from_half(half[k]);
  }
  if (w.sparse && n >= 64) give_pages_back(w);
  return out;
}

using Ids = nb::ndarray<const int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Matrix = nb::ndarray<const float, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

static nb::ndarray<nb::numpy, float, nb::ndim<2>> read(const Voice &v, const Array &a) {
  check_fresh(v, a, "read");
  const size_t n = static_cast<size_t>(a.rows * a.cols);
  float *copy = new float[n + 1];
  std::memcpy(copy, a.data, n * 4);
  nb::capsule owner(copy, [](void *p) noexcept { delete[] static_cast<float *>(p); });
  return {copy, {static_cast<size_t>(a.rows), static_cast<size_t>(a.cols)}, owner};
}

void bind_linear(nb::module_ &, VoiceClass &voice) {
  const nb::call_guard<nb::gil_scoped_release> released;
  voice
      .def(
          "linear",
          [](Voice &v, const Array &x, const Weight &w, const Array *add) {
            return product(v, x, w, add, false, "linear", v.adapters);
          },
          nb::arg("x"), nb::arg("w"), nb::arg("add").none() = nb::none(), released)
      .def(
          "gated",
          [](Voice &v, const Array &x, const Weight &w) {
            return product(v, x, w, nullptr, true, "gated", v.adapters);
          },
          nb::arg("x"), nb::arg("gate_up"), released)
      .def(
          "logits",
          [](Voice &v, const Array &x, const Weight &w) {
            return product(v, x, w, nullptr, false, "logits", v.wanted_adapters);
          },
          nb::arg("x"), nb::arg("w"), released)
      .def(
          "embed_ids",
          [](Voice &v, const Weight &w, const Ids &ids) {
            return embed_rows(v, w, ids.data(), static_cast<int64_t>(ids.shape(0)));
          },
          nb::arg("w"), nb::arg("ids"))
      .def(
          "array",
          [](Voice &v, const Matrix &x) {
            Array a = v.arena.array(static_cast<int64_t>(x.shape(0)), static_cast<int64_t>(x.shape(1)));
            std::memcpy(a.data, x.data(), x.size() * 4);
            return a;
          },
          nb::arg("values"))
      .def("read", &read, nb::arg("x"))
      .def("reset", [](Voice &v) { v.arena.reset(); });
}

}  // namespace qwenchat
