// Matrices of small integers: made from a checkpoint's codes and scales, multiplied, read row by row.
#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <cmath>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <tuple>

#include "grid.hpp"
#include "voice.hpp"
#include "weight.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

using Codes = nb::ndarray<const uint8_t, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Numbers = nb::ndarray<nb::ro, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Indices = nb::ndarray<const int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Spelled = std::tuple<int, int, std::string, std::string>;  // bits, group, scale, shift

template <size_t N>
static int index_of(const std::string &word, const char *const (&known)[N], const char *what) {
  for (size_t i = 0; i < N; ++i)
    if (word == known[i]) return static_cast<int>(i);
  throw std::invalid_argument(std::string("grid: ") + what + " is '" + word + "'");
}

Grid grid_from(const Spelled &said) {
  static const char *const scales[] = {"fp16", "bf16", "levels", "fp32"},
                    *const shifts[] = {"middle", "zero", "least", "e4m3"};
  const Grid g{std::get<0>(said), std::get<1>(said), static_cast<Scale>(index_of(std::get<2>(said), scales, "scale")),
               static_cast<Shift>(index_of(std::get<3>(said), shifts, "shift"))};
  const bool known =
      g.scale == Scale::fp32 || g.shift == Shift::e4m3
          ? g.bits == 8 && g.group == 128 && g.scale == Scale::fp32 && g.shift == Shift::e4m3
      : g.scale == Scale::levels
          ? (g.bits == 6 ? g.group == 16 && g.shift == Shift::middle
                         : (g.bits == 4 || g.bits == 5) && g.group == 32 && g.shift == Shift::least)
          : (g.bits == 4 || g.bits == 5 || g.bits == 8) && (g.group == 32 || g.group == 64 || g.group == 128);
  if (!known)
    throw std::invalid_argument("grid: no kernel for " + std::to_string(g.bits) + " bits, groups of " +
                                std::to_string(g.group) + ", " + std::get<2>(said) + ", " + std::get<3>(said));
  return g;
}

int64_t grid_panel_bytes(const Grid &g, int64_t n_in) {
  const GridLayout at = layout_of(g);
  return round_up(n_in, at.span) / at.span * at.block_bytes;
}

static void check_shape(const Grid &g, int64_t n_out, int64_t n_in, bool paired) {
  if (n_out < 1 || n_in < 1 || n_out > (int64_t{1} << 31) || n_in > (int64_t{1} << 31) || (paired && n_out % 2 != 0))
    throw std::invalid_argument("grid: no matrix has shape (" + std::to_string(n_out) + ", " + std::to_string(n_in) +
                                ")");
  if (g.scale == Scale::levels && n_in % 256 != 0)
    throw std::invalid_argument("grid: levels need a multiple of 256 inputs, not " + std::to_string(n_in));
}

// A weight whose panels lie at `memory`, which is still to be set.
static Weight shaped(const Spelled &said, int64_t n_out, int64_t n_in, bool paired) {
  Weight w;
  w.fmt = Format::grid;
  w.grid = grid_from(said);
  check_shape(w.grid, n_out, n_in, paired);
  w.n_out = n_out;
  w.n_in = n_in;
  w.paired = paired;
  return w;
}

static int64_t all_bytes(const Weight &w) {
  const int64_t turns = w.paired ? 2 : 1;
  return turns * (round_up(w.n_out / turns, kPanel) / kPanel) * grid_panel_bytes(w.grid, w.n_in);
}

static void place(Weight &w, const void *memory) {
  lay_out_packed(w, static_cast<const int8_t *>(memory), grid_panel_bytes(w.grid, w.n_in));
  w.n_bytes += all_bytes(w);
}

static void keep_order(Weight &w, const std::optional<Indices> &order) {
  if (!order) return;
  if (static_cast<int64_t>(order->shape(0)) != w.n_in)
    throw std::invalid_argument("grid: an order of " + std::to_string(order->shape(0)) + " for " +
                                std::to_string(w.n_in) + " inputs");
  for (int64_t i = 0; i < w.n_in; ++i)
    if (order->data()[i] < 0 || order->data()[i] >= w.n_in) throw std::invalid_argument("grid: order: no such input");
  w.order = order->data();
  w.own.push_back(std::make_shared<Indices>(*order));
}

static Weight grid_weight(const Spelled &said, int64_t n_out, int64_t n_in, bool paired,
                          const std::optional<Floats> &bias, const std::optional<Indices> &order) {
  Weight w = shaped(said, n_out, n_in, paired);
  w.own.push_back(zeroed(all_bytes(w)));
  place(w, w.own.back().get());
  add_bias(w, bias);
  keep_order(w, order);
  return w;
}

// One row's codes and what goes with them, on their way into place j of a panel.
struct Row {
  const uint8_t *codes;
  const char *scale, *shift, *unit, *least;
};

// The codes of 32 inputs of output j, four at a time, to their places in a run: `code_at` the other way.
static void fill_run(const Grid &g, const uint8_t *codes, uint8_t *run, int64_t j) {
  uint32_t high[2] = {0, 0};  // fifth and sixth bits
  for (int l = 0; l < 4; ++l) {
    uint32_t first, second;
    std::memcpy(&first, codes + l * 8, 4);
    std::memcpy(&second, codes + l * 8 + 4, 4);
    if (g.bits == 8) {
      const uint32_t sign = g.shift == Shift::e4m3 ? 0 : 0x80808080;  // 128 taken off
      first ^= sign;
      second ^= sign;
      std::memcpy(run + l * 128 + j * 4, &first, 4);
      std::memcpy(run + l * 128 + 64 + j * 4, &second, 4);
      continue;
    }
    const uint32_t low = (first & 0x0f0f0f0f) | (second & 0x0f0f0f0f) << 4;
    std::memcpy(run + l * 64 + j * 4, &low, 4);
    first = first >> 4 & 0x0f0f0f0f;
    second = second >> 4 & 0x0f0f0f0f;
    if (g.bits == 5) high[0] |= first << 2 * l | second << (2 * l + 1);
    if (g.bits == 6) high[l / 2] |= first << l % 2 * 4 | second << (l % 2 * 4 + 2);
  }
  if (g.bits == 5 || g.bits == 6) std::memcpy(run + 256 + j * 4, &high[0], 4);
  if (g.bits == 6) std::memcpy(run + 320 + j * 4, &high[1], 4);
}

static void fill_row(const Grid &g, int64_t n_in, const Row &from, uint8_t *panel, int64_t j) {
  const GridLayout at = layout_of(g);
  const int64_t each = scale_bytes(g), n_groups = (n_in + g.group - 1) / g.group;
  for (int64_t b = 0; b * at.span < n_in; ++b) {
    uint8_t *block = panel + b * at.block_bytes;
    const int64_t n = std::min(at.span, n_in - b * at.span);
    for (int64_t k = 0; k < n; k += 32) {
      uint8_t some[32] = {};
      std::memcpy(some, from.codes + b * at.span + k, static_cast<size_t>(std::min<int64_t>(32, n - k)));
      fill_run(g, some, block + k / 32 * at.run_bytes, j);
    }
    for (int64_t i = 0; i < at.groups && b * at.groups + i < n_groups; ++i) {
      const int64_t to = (i * 16 + j) * each, source = (b * at.groups + i) * each;
      std::memcpy(block + at.scales_at + to, from.scale + source, static_cast<size_t>(each));
      if (from.shift != nullptr)
        std::memcpy(block + at.shifts_at + to, from.shift + source, static_cast<size_t>(each));
    }
    if (from.unit != nullptr) std::memcpy(block + at.units_at + j * 2, from.unit + b * 2, 2);
    if (from.least != nullptr) std::memcpy(block + at.units_at + 32 + j * 2, from.least + b * 2, 2);
  }
}

static const char *numbers(const std::optional<Numbers> &given, bool wanted, int64_t n, int64_t cols, size_t size,
                           const char *name) {
  if (given.has_value() != wanted) throw std::invalid_argument(std::string("fill: ") + name + (wanted ? " is missing" : " is not wanted"));
  if (!wanted) return nullptr;
  if (given->itemsize() != size || static_cast<int64_t>(given->shape(0)) != n ||
      static_cast<int64_t>(given->shape(1)) != cols)
    throw std::invalid_argument(std::string("fill: ") + name + " has the wrong shape or type");
  return static_cast<const char *>(given->data());
}

// Calls put(i, panel, place) for rows [first, first + n) of the parts, one after another. Rows of one panel share
// bytes, so one thread takes 16 of them at a panel's border.
template <class Put>
static void each_row(Voice &v, const Weight &w, int64_t first, int64_t n, const Put &put) {
  const int64_t half = w.paired ? w.n_out / 2 : w.n_out, begin = first - first % half % kPanel;
  v.pool.run(n / kPanel + 2, [&](int64_t turn, int) {
    const int64_t from = std::max(first, begin + turn * kPanel), to = std::min(first + n, begin + (turn + 1) * kPanel);
    for (int64_t row = from; row < to; ++row) {
      const int64_t own = row % half, p = w.paired ? own / kPanel * 2 + row / half : own / kPanel;
      put(row - first, const_cast<uint8_t *>(static_cast<const uint8_t *>(w.panels[static_cast<size_t>(p)].rows)),
          own % kPanel);
    }
  });
}

static void fill(Voice &v, Weight &w, int64_t first, const Codes &codes, const Numbers &scale,
                 const std::optional<Numbers> &shift, const std::optional<Numbers> &unit,
                 const std::optional<Numbers> &least) {
  const Grid g = w.grid;
  const bool levels = g.scale == Scale::levels;
  const int64_t n = static_cast<int64_t>(codes.shape(0)), n_groups = (w.n_in + g.group - 1) / g.group;
  if (w.fmt != Format::grid || static_cast<int64_t>(codes.shape(1)) != w.n_in || first < 0 || first + n > w.n_out)
    throw std::invalid_argument("fill: the codes don't fit the weight");
  const size_t each = static_cast<size_t>(scale_bytes(g));
  const int64_t n_units = w.n_in / 256;
  const Row base{codes.data(), numbers(scale, true, n, n_groups, each, "scale"),
                 numbers(shift, is_shifted(g), n, n_groups, each, "shift"),
                 numbers(unit, levels, n, n_units, 2, "unit"),
                 numbers(least, levels && g.shift == Shift::least, n, n_units, 2, "least")};
  const int64_t half = w.paired ? w.n_out / 2 : w.n_out, step = n_groups * static_cast<int64_t>(each);
  nb::gil_scoped_release released;
  each_row(v, w, first, n, [&](int64_t i, uint8_t *panel, int64_t j) {
    const Row from{base.codes + i * w.n_in, base.scale + i * step, base.shift ? base.shift + i * step : nullptr,
                   base.unit ? base.unit + i * n_units * 2 : nullptr,
                   base.least ? base.least + i * n_units * 2 : nullptr};
    fill_row(g, w.n_in, from, panel, j);
  });
}

// As `fill`, from floats, rounded on the way.
static void fill_int4(Voice &v, Weight &w, int64_t first, const Numbers &rows, const std::string &fmt) {
  const Source s{rows.data(), format_of(fmt), static_cast<int64_t>(rows.shape(0)), static_cast<int64_t>(rows.shape(1))};
  const bool wide = s.fmt == Format::fp32;
  if (w.fmt != Format::grid || w.grid.bits != 4 || w.grid.group != 32 || w.grid.scale != Scale::fp16 ||
      w.grid.shift != Shift::middle || s.n_in != w.n_in || first < 0 || first + s.n > w.n_out ||
      s.fmt == Format::int8 || rows.itemsize() != (wide ? 4 : 2))
    throw std::invalid_argument("fill_int4: the rows don't fit the weight");
  nb::gil_scoped_release released;
  each_row(v, w, first, s.n, [&](int64_t i, uint8_t *panel, int64_t j) {
    std::vector<uint8_t> codes(static_cast<size_t>(round_up(s.n_in, 32)));
    std::vector<uint16_t> scale(codes.size() / 32);
    v.grids.int4(s, i, codes.data(), scale.data());
    fill_row(w.grid, w.n_in, {codes.data(), reinterpret_cast<const char *>(scale.data()), nullptr, nullptr, nullptr},
             panel, j);
  });
}

static Weight restore_grid(const Spelled &said, const Bytes &panels, const std::optional<Bytes> &bias,
                           const std::optional<Indices> &order, int64_t n_out, int64_t n_in, bool paired) {
  Weight w = shaped(said, n_out, n_in, paired);
  const int64_t expected = all_bytes(w);
  place(w, restored(w, panels, "panels", expected));
  w.n_bytes -= expected;  // counted by both
  if (bias) w.bias = static_cast<const float *>(restored(w, *bias, "bias", static_cast<int64_t>(w.panels.size()) * 64));
  keep_order(w, order);
  return w;
}

static nb::dict packed_grid(nb::handle self) {
  const Weight &w = nb::cast<const Weight &>(self);
  nb::dict buffers;
  const auto view = [&](const char *name, const void *p, int64_t bytes) {
    buffers[name] = nb::ndarray<nb::numpy, const uint8_t, nb::ndim<1>>(
        static_cast<const uint8_t *>(p), {static_cast<size_t>(bytes)}, self);
  };
  view("panels", w.packed, all_bytes(w));
  if (w.bias != nullptr) view("bias", w.bias, static_cast<int64_t>(w.panels.size()) * 64);
  return buffers;
}

// Several weights, one after another, as one; they may differ in format.
static Weight join(const std::vector<const Weight *> &parts) {
  Weight w;
  for (const Weight *part : parts) {
    if (part->paired || !part->parts.empty() || part->n_in != parts[0]->n_in)
      throw std::invalid_argument("join: takes stacked weights with the same inputs");
    w.parts.push_back(*part);
    for (Panel &panel : w.parts.back().panels) panel.col += w.n_out;
    w.n_out += part->n_out;
    w.n_bytes += part->n_bytes;
  }
  if (w.parts.empty()) throw std::invalid_argument("join: no parts");
  w.n_in = parts[0]->n_in;
  w.fmt = w.parts[0].fmt;
  return w;
}

static float half_of(const uint8_t *p, bool bf16) {
  uint16_t h;
  std::memcpy(&h, p, 2);
  return bf16 ? from_bf16(h) : from_half(h);
}

void read_grid_row(const Weight &w, int64_t row, float *to) {
  const Grid &g = w.grid;
  const GridLayout at = layout_of(g);
  const int64_t j = row % kPanel;
  const uint8_t *panel = static_cast<const uint8_t *>(w.panels[static_cast<size_t>(row / kPanel)].rows);
  const bool levels = g.scale == Scale::levels, bf16 = g.scale == Scale::bf16;
  for (int64_t k = 0; k < w.n_in; k += g.group) {
    const uint8_t *block = panel + k / at.span * at.block_bytes;
    const int64_t group = k % at.span / g.group, each = scale_bytes(g), where = (group * 16 + j) * each;
    float scale, least = 0;
    int centre = centre_of(g);
    if (levels) {
      scale = static_cast<int8_t>(block[at.scales_at + where]) * half_of(block + at.units_at + j * 2, false);
      if (g.shift == Shift::least)
        least = static_cast<int8_t>(block[at.shifts_at + where]) * half_of(block + at.units_at + 32 + j * 2, false);
    } else if (g.scale == Scale::fp32) {
      std::memcpy(&scale, block + at.scales_at + where, 4);
    } else {
      scale = half_of(block + at.scales_at + where, bf16);
      if (g.shift == Shift::least) least = half_of(block + at.shifts_at + where, bf16);
    }
    if (g.shift == Shift::zero) {
      int16_t zero;
      std::memcpy(&zero, block + at.shifts_at + where, 2);
      centre = zero;
    }
    for (int64_t i = k; i < std::min(w.n_in, k + g.group); ++i) {
      const int code = code_at(g, block, i % at.span, j);
      const float x = g.shift == Shift::e4m3 ? e4m3_value(code) : static_cast<float>(code - centre);
      to[w.order == nullptr ? i : w.order[i]] = scale * x + least;
    }
  }
}

void bind_grids(nb::module_ &m, VoiceClass &voice) {
  m.def("grid_weight", &grid_weight, nb::arg("grid"), nb::arg("n_out"), nb::arg("n_in"), nb::arg("paired"),
        nb::arg("bias").none(), nb::arg("order").none());
  m.def("restore_grid", &restore_grid, nb::arg("grid"), nb::arg("panels"), nb::arg("bias").none(),
        nb::arg("order").none(), nb::arg("n_out"), nb::arg("n_in"), nb::arg("paired"));
  m.def("packed_grid", &packed_grid, nb::arg("weight"));
  m.def("join", &join, nb::arg("parts"));
  voice.def("fill_int4", &fill_int4, nb::arg("weight"), nb::arg("first"), nb::arg("rows"), nb::arg("fmt"));
  voice.def("fill", &fill, nb::arg("weight"), nb::arg("first"), nb::arg("codes"), nb::arg("scale"),
            nb::arg("shift").none(), nb::arg("unit").none(), nb::arg("least").none());
}

}  // namespace qwenchat
