// Weights: matrices read where a checkpoint maps them, or packed as int8; tables and vectors.
#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>
#include <sys/mman.h>

#include <chrono>
#include <cstring>
#include <optional>
#include <stdexcept>

#include "voice.hpp"
#include "weight.hpp"

namespace nb = nanobind;

namespace qwenchat {

using Rows = nb::ndarray<nb::ro, nb::c_contig, nb::device::cpu>;

static const char *const kNames[] = {"fp32", "bf16", "fp16", "int8", "grid"};

Format format_of(const std::string &name) {
  for (int i = 0; i < kFormats; ++i)
    if (name == kNames[i]) return static_cast<Format>(i);
  throw std::invalid_argument("format: got '" + name + "'; known: fp32 bf16 fp16 int8");
}

std::shared_ptr<void> zeroed(int64_t bytes) {
  const size_t size = static_cast<size_t>(round_up(bytes < 1 ? 1 : bytes, int64_t{1} << 12));
  void *p = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) throw std::bad_alloc();
#if defined(MADV_HUGEPAGE)
  madvise(p, size, MADV_HUGEPAGE);
#endif
  return {p, [size](void *q) { munmap(q, size); }};
}

static void check_part(const Rows &part, Format fmt, int64_t n_in) {
  if (part.ndim() != 2) throw std::invalid_argument("weight: a part must have two dimensions");
  if (static_cast<int64_t>(part.shape(1)) != n_in)
    throw std::invalid_argument("weight: parts have " + std::to_string(n_in) + " and " +
                                std::to_string(part.shape(1)) + " inputs");
  const bool wide = part.dtype() == nb::dtype<float>(), half = part.dtype() == nb::dtype<uint16_t>();
  if (fmt == Format::fp32 ? !wide : !half)
    throw std::invalid_argument("weight: fp32 parts hold float32, bf16 and fp16 parts uint16 bits");
}

// The panels of a weight whose rows are `at[i]`, `n[i]` of them, one region after another (or pairs of two).
static void lay_out(Weight &w, const std::vector<const char *> &at, const std::vector<int64_t> &n, int64_t row_bytes) {
  if (w.paired && (n.size() != 2 || n[0] != n[1]))
    throw std::invalid_argument("weight: order 'paired' takes two parts of one size, gate and up");
  const size_t turns = w.paired ? 1 : n.size();
  int64_t col = 0;
  for (size_t i = 0; i < turns; ++i) {
    for (int64_t row = 0; row < n[i]; row += kPanel) {
      const int64_t rows = std::min(kPanel, n[i] - row);
      w.panels.push_back({at[i] + row * row_bytes, col + row, rows});
      if (w.paired) w.panels.push_back({at[1] + row * row_bytes, row, rows});
    }
    col += n[i];
  }
}

// A value an output, as [n_panels, 16]; `values` are stacked as the parts were.
static float *by_panel(Weight &w, const float *values) {
  std::shared_ptr<void> memory = zeroed(static_cast<int64_t>(w.panels.size()) * 64);
  float *to = static_cast<float *>(memory.get());
  w.own.push_back(std::move(memory));
  w.n_bytes += static_cast<int64_t>(w.panels.size()) * 64;
  for (size_t p = 0; p < w.panels.size(); ++p) {
    const int64_t from = w.panels[p].col + (w.paired && p % 2 == 1 ? w.n_out / 2 : 0);
    std::memcpy(to + p * 16, values + from, static_cast<size_t>(w.panels[p].n) * 4);
  }
  return to;
}

void add_bias(Weight &w, const std::optional<Floats> &bias) {
  if (!bias) return;
  if (static_cast<int64_t>(bias->shape(0)) != w.n_out)
    throw std::invalid_argument("bias: got " + std::to_string(bias->shape(0)) + " values for " +
                                std::to_string(w.n_out) + " outputs");
  w.bias = by_panel(w, bias->data());
}

static Weight begin(const std::vector<Rows> &parts, const std::vector<Format> &fmts, Format fmt, bool paired) {
  if (parts.empty() || parts.size() != fmts.size()) throw std::invalid_argument("weight: no parts");
  Weight w;
  w.fmt = fmt;
  w.paired = paired;
  w.n_in = parts[0].ndim() == 2 ? static_cast<int64_t>(parts[0].shape(1)) : 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    check_part(parts[i], fmts[i], w.n_in);
    w.n_out += static_cast<int64_t>(parts[i].shape(0));
  }
  if (w.n_in < 1 || w.n_out < 1) throw std::invalid_argument("weight: a matrix without values");
  return w;
}

static std::vector<int64_t> sizes(const std::vector<Rows> &parts) {
  std::vector<int64_t> n;
  for (const Rows &part : parts) n.push_back(static_cast<int64_t>(part.shape(0)));
  return n;
}

static Weight in_place(const std::vector<Rows> &parts, const std::string &fmt_name, bool paired,
                       const std::optional<Floats> &bias) {
  const Format fmt = format_of(fmt_name);
  if (fmt == Format::int8) throw std::invalid_argument("weight: int8 is packed, not read in place");
  Weight w = begin(parts, std::vector<Format>(parts.size(), fmt), fmt, paired);
  std::vector<const char *> at;
  for (const Rows &part : parts) at.push_back(static_cast<const char *>(part.data()));
  const int64_t row_bytes = w.n_in * (fmt == Format::fp32 ? 4 : 2);
  lay_out(w, at, sizes(parts), row_bytes);
  w.n_bytes = w.n_out * row_bytes;
  add_bias(w, bias);
  for (const Rows &part : parts) w.own.push_back(std::make_shared<Rows>(part));
  return w;
}

// Packed outputs lie one after another whatever part they came from, so only the last panel (of each half, when
// paired) has places to spare.
void lay_out_packed(Weight &w, const int8_t *panels, int64_t panel_bytes) {
  const int64_t half = w.paired ? w.n_out / 2 : w.n_out;
  const int64_t turns = w.paired ? 2 : 1;
  for (int64_t row = 0; row < half; row += kPanel) {
    for (int64_t t = 0; t < turns; ++t) {
      const int64_t p = static_cast<int64_t>(w.panels.size());
      w.panels.push_back({panels + p * panel_bytes, row, std::min(kPanel, half - row)});
    }
  }
  w.packed = panels;
}

static int64_t packed_bytes(int64_t n_out, int64_t n_in, bool paired) {
  const int64_t outs = paired ? 2 * round_up(n_out / 2, kPanel) : round_up(n_out, kPanel);
  return outs * round_up(n_in, kGroup);
}

static void pack_rows(Voice &v, Weight &w, const std::vector<Rows> &parts, const std::vector<Format> &fmts,
                      int8_t *panels, float *scale) {
  const int64_t half = w.n_out / 2, panel_bytes = kPanel * round_up(w.n_in, kGroup);
  v.pool.run(static_cast<int64_t>(w.panels.size()), [&](int64_t p, int) {
    const Panel &at = w.panels[static_cast<size_t>(p)];
    int64_t row = at.col + (w.paired && p % 2 == 1 ? half : 0);
    int8_t place = 0;
    // A panel may hold the end of one part and the start of the next.
    for (size_t i = 0; i < parts.size() && place < at.n; ++i) {
      const int64_t n = static_cast<int64_t>(parts[i].shape(0));
      if (row < n) {
        const int64_t take = std::min(n - row, at.n - place);
        const int64_t bytes = w.n_in * (fmts[i] == Format::fp32 ? 4 : 2);
        const Source s{static_cast<const char *>(parts[i].data()) + row * bytes, fmts[i], take, w.n_in};
        v.linear.pack(s, panels + p * panel_bytes + place * 4, scale + p * 16 + place);
        place = static_cast<int8_t>(place + take);
        row += take;
      }
      row -= n;
    }
  });
}

static Weight packed_from(Voice &v, const std::vector<Rows> &parts, const std::vector<std::string> &names, bool paired,
                          const std::optional<Floats> &bias) {
  std::vector<Format> fmts;
  for (const std::string &name : names) fmts.push_back(format_of(name));
  Weight w = begin(parts, fmts, Format::int8, paired);
  if (paired && (parts.size() != 2 || parts[0].shape(0) != parts[1].shape(0)))
    throw std::invalid_argument("weight: order 'paired' takes two parts of one size, gate and up");
  w.n_bytes = packed_bytes(w.n_out, w.n_in, paired);
  w.own.push_back(zeroed(w.n_bytes));
  int8_t *panels = static_cast<int8_t *>(w.own.back().get());
  lay_out_packed(w, panels, kPanel * round_up(w.n_in, kGroup));
  const int64_t n_scales = static_cast<int64_t>(w.panels.size()) * 64;
  w.own.push_back(zeroed(n_scales));
  float *scale = static_cast<float *>(w.own.back().get());
  w.scale = scale;
  w.n_bytes += n_scales;
  add_bias(w, bias);
  nb::gil_scoped_release released;
  pack_rows(v, w, parts, fmts, panels, scale);
  return w;
}

static nb::dict packed(nb::handle self) {
  const Weight &w = nb::cast<const Weight &>(self);
  nb::dict buffers;
  const auto view = [&](const char *name, const void *p, int64_t bytes) {
    buffers[name] = nb::ndarray<nb::numpy, const uint8_t, nb::ndim<1>>(
        static_cast<const uint8_t *>(p), {static_cast<size_t>(bytes)}, self);
  };
  const int64_t n_scales = static_cast<int64_t>(w.panels.size()) * 64;
  view("panels", w.packed, packed_bytes(w.n_out, w.n_in, w.paired));
  view("scale", w.scale, n_scales);
  if (w.bias != nullptr) view("bias", w.bias, n_scales);
  return buffers;
}

const void *restored(Weight &w, const Bytes &bytes, const char *name, int64_t expected) {
  if (static_cast<int64_t>(bytes.shape(0)) != expected)
    throw std::invalid_argument("restore: buffer '" + std::string(name) + "' has " + std::to_string(bytes.shape(0)) +
                                " bytes, expected " + std::to_string(expected));
  if (reinterpret_cast<uintptr_t>(bytes.data()) % 64 != 0)
    throw std::invalid_argument("restore: buffer '" + std::string(name) + "' does not begin at a multiple of 64");
  w.own.push_back(std::make_shared<Bytes>(bytes));
  w.n_bytes += expected;
  return bytes.data();
}

static Weight restore(const Bytes &panels, const Bytes &scale, const std::optional<Bytes> &bias, int64_t n_out,
                      int64_t n_in, bool paired) {
  if (n_out < 1 || n_in < 1 || n_out > (int64_t{1} << 31) || n_in > (int64_t{1} << 31) || (paired && n_out % 2 != 0))
    throw std::invalid_argument("restore: no matrix has shape (" + std::to_string(n_out) + ", " +
                                std::to_string(n_in) + ")");
  Weight w;
  w.fmt = Format::int8;
  w.paired = paired;
  w.n_out = n_out;
  w.n_in = n_in;
  lay_out_packed(w, static_cast<const int8_t *>(restored(w, panels, "panels", packed_bytes(n_out, n_in, paired))),
                 kPanel * round_up(n_in, kGroup));
  const int64_t n_scales = static_cast<int64_t>(w.panels.size()) * 64;
  w.scale = static_cast<const float *>(restored(w, scale, "scale", n_scales));
  if (bias) w.bias = static_cast<const float *>(restored(w, *bias, "bias", n_scales));
  return w;
}

// Bytes a second of reading memory with the chunks and threads of a product: what its rate is measured against.
static double read_probe(Voice &v, int64_t n_bytes, int64_t n_times) {
  typedef uint64_t Line __attribute__((vector_size(16)));
  constexpr int64_t kChunk = 128 * 1024;
  const std::shared_ptr<void> memory = zeroed(n_bytes);
  std::memset(memory.get(), 1, static_cast<size_t>(n_bytes));
  const char *p = static_cast<const char *>(memory.get());
  std::vector<uint64_t> sums(static_cast<size_t>(v.pool.size()) * 8);
  const auto begin = std::chrono::steady_clock::now();
  for (int64_t t = 0; t < n_times; ++t) {
    v.pool.run(n_bytes / kChunk, [&](int64_t c, int thread) {
      Line lines[4] = {};
      for (int64_t i = c * kChunk; i < (c + 1) * kChunk; i += 64) {
        __builtin_prefetch(p + i + 6144);
        const Line *line = reinterpret_cast<const Line *>(p + i);
        lines[0] += line[0];
        lines[1] += line[1];
        lines[2] += line[2];
        lines[3] += line[3];
      }
      sums[static_cast<size_t>(thread) * 8] += lines[0][0] + lines[1][0] + lines[2][0] + lines[3][1];
    });
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  if (sums[0] == 1) throw std::logic_error("memory read back wrong");  // the sums must be used
  return static_cast<double>(n_bytes / kChunk * kChunk * n_times) / took.count();
}

void bind_weights(nb::module_ &m, VoiceClass &voice) {
  nb::class_<Weight>(m, "Weight")
      .def_ro("n_out", &Weight::n_out)
      .def_ro("n_in", &Weight::n_in)
      .def_ro("n_bytes", &Weight::n_bytes)
      .def_ro("paired", &Weight::paired)
      .def_rw("sparse", &Weight::sparse)
      .def_prop_ro("fmt", [](const Weight &w) { return kNames[static_cast<int>(w.fmt)]; })
      .def_prop_ro("has_bias", [](const Weight &w) { return w.bias != nullptr; });
  m.def("in_place", &in_place, nb::arg("parts"), nb::arg("fmt"), nb::arg("paired"), nb::arg("bias").none());
  m.def("read_probe", &read_probe, nb::arg("voice"), nb::arg("n_bytes"), nb::arg("n_times"),
        nb::call_guard<nb::gil_scoped_release>());
  m.def("packed", &packed, nb::arg("weight"));
  m.def("restore", &restore, nb::arg("panels"), nb::arg("scale"), nb::arg("bias").none(), nb::arg("n_out"),
        nb::arg("n_in"), nb::arg("paired"));
  voice.def("pack", &packed_from, nb::arg("parts"), nb::arg("fmts"), nb::arg("paired"), nb::arg("bias").none());
}

}  // namespace qwenchat
