// The word `gated_delta`, and the states it advances: who computes what, on which thread.
#include "delta.hpp"

#include <nanobind/ndarray.h>
#include <nanobind/stl/shared_ptr.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "attend.hpp"
#include "cache.hpp"
#include "vector.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

namespace {

struct DeltaLayer {
  DeltaShape shape;
  std::shared_ptr<const AttnCache> cache;
  std::shared_ptr<Pages> memory;                    // [n_states][state_floats]
  std::vector<float> conv, norm, decay, step_bias;  // `shape` points here; decay is -exp(a_log)
  int64_t n_bytes;

  float *state(int64_t slot) const { return reinterpret_cast<float *>(memory->get()) + slot * shape.state_floats(); }
};

[[noreturn]] void refuse(const std::string &what) { throw std::invalid_argument("gated_delta: " + what); }

const DeltaKernels &delta_kernels(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::amx || isa == Isa::avx512) return delta_kernels_avx512();
  if (isa == Isa::avx2) return delta_kernels_avx2();
#endif
  (void)isa;
  return delta_kernels_portable();
}

std::vector<float> checked(const Vector &v, int64_t n, const char *name) {
  if (v.size() != n)
    refuse(std::string(name) + " has " + std::to_string(v.size()) + " values, " + std::to_string(n) + " are needed");
  return v.values;
}

DeltaLayer make_layer(std::shared_ptr<AttnCache> cache, int64_t n_k, int64_t n_v, int64_t key_dim, int64_t value_dim,
                      int64_t kernel, float eps, const Vector &conv, const Vector &a_log, const Vector &dt_bias,
                      const Vector &norm) {
  for (const int64_t n : {n_k, n_v, key_dim, value_dim})
    if (n < 1 || n > 4096) refuse("a layer of " + std::to_string(n) + " heads or dimensions");
  if (n_v % n_k != 0) refuse(std::to_string(n_v) + " value heads don't share " + std::to_string(n_k) + " keys evenly");
  if (kernel < 2 || kernel > 16) refuse("kernels of 2 to 16 positions are known, not " + std::to_string(kernel));
  DeltaLayer layer;
  DeltaShape &d = layer.shape;
  d = {n_k, n_v, key_dim, value_dim, kernel, 2 * n_k * key_dim + n_v * value_dim, (value_dim + kTile - 1) / kTile, eps,
       nullptr, nullptr};
  const std::vector<float> by_channel = checked(conv, d.channels * kernel, "conv");
  layer.conv.resize(by_channel.size());
  for (int64_t c = 0; c < d.channels; ++c)
    for (int64_t j = 0; j < kernel; ++j)
      layer.conv[static_cast<size_t>(j * d.channels + c)] = by_channel[static_cast<size_t>(c * kernel + j)];
  layer.norm = checked(norm, value_dim, "norm");
  layer.step_bias = checked(dt_bias, n_v, "dt_bias");
  for (const float a : checked(a_log, n_v, "a_log")) layer.decay.push_back(-std::exp(a));
  d.conv = layer.conv.data();
  d.norm = layer.norm.data();
  layer.n_bytes = cache->n_states * d.state_floats() * int64_t{sizeof(float)};
  layer.memory = std::make_shared<Pages>(std::max<int64_t>(layer.n_bytes, 64));
  layer.cache = std::move(cache);
  return layer;
}

// What one call works on. The input of row r is `qkvz + r * width`, its convolved part first.
struct Call {
  const DeltaLayer &layer;
  const DeltaKernels &k;
  const Step &s;
  const float *qkvz, *ba;
  float *mixed, *gates, *out;
  int64_t width;
};

// The decay of a row's heads, and how strongly they write.
void open_gates(const Call &c, int64_t row) {
  const int64_t n = c.layer.shape.n_v;
  const float *b = c.ba + row * 2 * n, *a = b + n;
  float *decay = c.gates + row * 2 * n, *strength = decay + n;
  for (int64_t h = 0; h < n; ++h) {
    const auto at = static_cast<size_t>(h);
    const double x = static_cast<double>(a[h]) + static_cast<double>(c.layer.step_bias[at]);
    const double softplus = x > 20 ? x : std::log1p(std::exp(x));
    decay[h] = static_cast<float>(std::exp(static_cast<double>(c.layer.decay[at]) * softplus));
    strength[h] = static_cast<float>(1 / (1 + std::exp(-static_cast<double>(b[h]))));
  }
}

void convolve(const Call &c, int64_t seq, int64_t row, const float *zeros) {
  const DeltaShape &d = c.layer.shape;
  const int64_t n_before = d.kernel - 1, first = c.s.starts[seq];
  const float *past = c.layer.state(c.s.states[seq]) + d.n_v * d.head_floats();
  const float *rows[16];
  for (int64_t j = 0; j < d.kernel; ++j) {
    const int64_t r = row - n_before + j;
    if (r >= first)
      rows[j] = c.qkvz + r * c.width;
    else
      rows[j] = c.s.n_past[seq] == 0 ? zeros : past + (r - first + n_before) * d.channels;
  }
  c.k.convolve(d, rows, c.mixed + row * d.channels);
}

void advance(const Call &c, int64_t seq, int64_t head, int64_t tile) {
  const DeltaShape &d = c.layer.shape;
  const int64_t first = c.s.starts[seq], share = d.n_v / d.n_k, column = head * d.value_dim + tile * kTile;
  float *state = c.layer.state(c.s.states[seq]) + head * d.head_floats() + tile * d.key_dim * kTile;
  if (c.s.n_past[seq] == 0) std::memset(state, 0, static_cast<size_t>(d.key_dim * kTile) * sizeof(float));
  c.k.advance(d, {state, c.mixed + first * d.channels, head / share * d.key_dim, (d.n_k + head / share) * d.key_dim,
                  2 * d.n_k * d.key_dim + column, std::min<int64_t>(kTile, d.value_dim - tile * kTile),
                  c.gates + first * 2 * d.n_v, head, c.s.starts[seq + 1] - first,
                  c.out + first * d.n_v * d.value_dim + column});
}

// The last inputs of a sequence, which its next row will need.
void remember(const Call &c, int64_t seq) {
  const DeltaShape &d = c.layer.shape;
  const int64_t n_before = d.kernel - 1, first = c.s.starts[seq], n = c.s.starts[seq + 1] - first;
  float *past = c.layer.state(c.s.states[seq]) + d.n_v * d.head_floats();
  for (int64_t j = 0; j < n_before; ++j) {
    const int64_t r = n - n_before + j;  // of this step's rows; ascending, so nothing is overwritten before it is read
    float *to = past + j * d.channels;
    if (r >= 0)
      std::memcpy(to, c.qkvz + (first + r) * c.width, static_cast<size_t>(d.channels) * sizeof(float));
    else if (c.s.n_past[seq] == 0)
      std::memset(to, 0, static_cast<size_t>(d.channels) * sizeof(float));
    else
      std::memmove(to, past + (j + n) * d.channels, static_cast<size_t>(d.channels) * sizeof(float));
  }
}

int64_t sequence_of(const Step &s, int64_t row) {
  return std::upper_bound(s.starts, s.starts + s.n_seqs + 1, static_cast<int32_t>(row)) - s.starts - 1;
}

void check(const Voice &v, const Array &qkvz, const Array &ba, const DeltaLayer &layer, const Step &s) {
  const DeltaShape &d = layer.shape;
  check_fresh(v, qkvz, "gated_delta");
  check_fresh(v, ba, "gated_delta");
  check_step(v, s, "gated_delta");
  if (s.cache != layer.cache) refuse("the step was begun with another cache");
  if (s.states == nullptr) refuse("the plan has no states");
  if (qkvz.rows != s.n_rows || qkvz.cols != d.channels + d.n_v * d.value_dim || ba.rows != s.n_rows ||
      ba.cols != 2 * d.n_v)
    refuse("qkvz must be [" + std::to_string(s.n_rows) + ", " + std::to_string(d.channels + d.n_v * d.value_dim) +
           "] and ba [" + std::to_string(s.n_rows) + ", " + std::to_string(2 * d.n_v) + "]");
}

Array gated_delta(Voice &v, const Array &qkvz, const Array &ba, const DeltaLayer &layer, const Step &s) {
  check(v, qkvz, ba, layer, s);
  const DeltaShape &d = layer.shape;
  Array out = v.arena.array(s.n_rows, d.n_v * d.value_dim);
  const Block mixed = v.arena.block(s.n_rows * d.channels * int64_t{sizeof(float)});
  const Block gates = v.arena.block(s.n_rows * 2 * d.n_v * int64_t{sizeof(float)});
  const std::vector<float> zeros(static_cast<size_t>(d.channels));
  const Call c{layer, delta_kernels(v.isa), s, qkvz.data, ba.data, mixed.as<float>(), gates.as<float>(), out.data,
               qkvz.cols};
  constexpr int64_t kRows = 4;  // of one thread at a time
  const auto each_row = [&](auto &&fn) {
    v.pool.run((s.n_rows + kRows - 1) / kRows, [&](int64_t at, int) {
      for (int64_t r = at * kRows; r < std::min((at + 1) * kRows, s.n_rows); ++r) fn(r);
    });
  };
  each_row([&](int64_t r) {
    convolve(c, sequence_of(s, r), r, zeros.data());
    open_gates(c, r);
  });
  const int64_t tiles = d.n_v * d.n_tiles;
  v.pool.run(s.n_seqs * tiles, [&](int64_t i, int) {
    if (s.starts[i / tiles] < s.starts[i / tiles + 1]) advance(c, i / tiles, i % tiles / d.n_tiles, i % d.n_tiles);
  });
  each_row([&](int64_t r) { c.k.finish(d, out.data + r * out.cols, qkvz.data + r * qkvz.cols + d.channels); });
  for (int64_t q = 0; q < s.n_seqs; ++q)
    if (s.starts[q] < s.starts[q + 1]) remember(c, q);
  return out;
}

// The memory itself, a row a state.
nb::object states_of(const DeltaLayer &layer) {
  auto *kept = new std::shared_ptr<Pages>(layer.memory);
  const nb::capsule owner(kept, [](void *p) noexcept { delete static_cast<std::shared_ptr<Pages> *>(p); });
  const auto n = static_cast<size_t>(layer.cache->n_states), size = static_cast<size_t>(layer.shape.state_floats());
  return nb::ndarray<nb::numpy, float>(layer.state(0), {n, size}, owner).cast();
}

}  // namespace

void bind_delta(nb::module_ &m, VoiceClass &voice) {
  nb::class_<DeltaLayer>(m, "DeltaLayer")
      .def_prop_ro("n_bytes", [](const DeltaLayer &l) { return l.n_bytes; })
      .def_prop_ro("states", &states_of);
  m.def("delta_layer", &make_layer, nb::arg("cache"), nb::arg("n_key_heads"), nb::arg("n_value_heads"),
        nb::arg("key_dim"), nb::arg("value_dim"), nb::arg("kernel"), nb::arg("eps"), nb::arg("conv"), nb::arg("a_log"),
        nb::arg("dt_bias"), nb::arg("norm"));
  voice.def("gated_delta", &gated_delta, nb::arg("qkvz"), nb::arg("ba"), nb::arg("layer"), nb::arg("s"),
            nb::call_guard<nb::gil_scoped_release>());
}

}  // namespace qwenchat
