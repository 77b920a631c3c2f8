// Attention memory and the plan of one step, checked here once so that no kernel has to.
#include "cache.hpp"

#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>

#include "attend.hpp"
#include "vector.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

using Ids = nb::ndarray<const int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Tables = nb::ndarray<const int32_t, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Table = nb::ndarray<const float, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

static std::string text(int64_t n) { return std::to_string(n); }

[[noreturn]] static void refuse(const std::string &what) { throw std::invalid_argument(what); }

// How keys and values are kept.
struct Kept {
  bool bf16, packed;
};

static Kept kept_as(const std::string &kept) {
  if (kept != "fp32" && kept != "bf16" && kept != "int8")
    refuse("cache: dtype is '" + kept + "', known are 'fp32', 'bf16' and 'int8'");
  return {kept != "fp32", kept == "int8"};
}

static int64_t padded_of(int64_t head_dim) { return (head_dim + 31) / 32 * 32; }

static int64_t side_bytes_of(const Kept &kept, int64_t head_dim) {
  const int64_t padded = padded_of(head_dim);
  return kept.packed ? kBlock * (padded + padded / kShared) : kBlock * padded * (kept.bf16 ? 2 : 4);
}

static int64_t layer_bytes(const std::string &kept, int64_t n_kv, int64_t head_dim) {
  return n_kv * 2 * side_bytes_of(kept_as(kept), head_dim);
}

static std::shared_ptr<AttnCache> make_cache(int64_t n_blocks, int64_t n_states, const std::string &kept,
                                             int64_t block_bytes) {
  if (n_blocks < 1 || n_blocks > INT32_MAX) refuse("cache: n_blocks is " + text(n_blocks) + ", at least 1 is needed");
  if (n_states < 0 || n_states > INT32_MAX) refuse("cache: n_states is " + text(n_states));
  auto cache = std::make_shared<AttnCache>();
  cache->n_states = n_states;
  cache->n_blocks = n_blocks;
  const Kept as = kept_as(kept);
  cache->packed = as.packed;
  cache->bf16 = as.bf16;
  cache->block_bytes = block_bytes;
  cache->taken = 0;
  cache->memory = std::make_shared<Pages>(std::max<int64_t>(n_blocks * block_bytes, 64));
  return cache;
}

static int64_t add_rope(AttnCache &cache, const Table &inv_freq, float scale) {
  if (inv_freq.shape(0) < 1) refuse("cache: a rope without frequencies");
  cache.ropes.push_back({{inv_freq.data(), inv_freq.data() + inv_freq.size()},
                         static_cast<int64_t>(inv_freq.shape(1)), static_cast<int64_t>(inv_freq.shape(0)), scale});
  return static_cast<int64_t>(cache.ropes.size()) - 1;
}

static std::vector<float> padded_norm(const Vector *w, int64_t head_dim, const char *name) {
  if (w == nullptr) return {};
  if (w->size() != head_dim)
    refuse(std::string("cache: ") + name + " must be a vector of head_dim " + text(head_dim));
  std::vector<float> values(static_cast<size_t>(kMaxHeadDim + 32));
  std::copy(w->values.begin(), w->values.end(), values.begin());
  return values;
}

static AttnLayer make_layer(std::shared_ptr<AttnCache> cache, int64_t n_heads, int64_t n_kv, int64_t head_dim, int64_t rope,
                            float scale, float eps, const Vector *q_norm, const Vector *k_norm,
                            std::optional<int64_t> window, std::optional<int64_t> logn) {
  if (n_kv < 1 || n_heads < n_kv || n_heads % n_kv != 0 || n_heads > 1 << 16)
    refuse("cache: " + text(n_heads) + " heads don't share " + text(n_kv) + " kv heads evenly");
  if (head_dim < 2 || head_dim % 2 != 0 || head_dim > kMaxHeadDim)
    refuse("cache: head_dim is " + text(head_dim) + ", even numbers from 2 to " + text(kMaxHeadDim) + " are known");
  if (rope < 0 || rope >= static_cast<int64_t>(cache->ropes.size())) refuse("cache: no rope " + text(rope));
  const int64_t half = cache->ropes[static_cast<size_t>(rope)].half;
  if (2 * half > head_dim)
    refuse("cache: the rope turns " + text(2 * half) + " dimensions of a head of " + text(head_dim));
  if (!(scale > 0)) refuse("cache: scale must be above 0");
  if (window && *window < 1) refuse("cache: window is " + text(*window) + ", at least 1 is needed");
  if (logn && *logn < 2) refuse("cache: logn is " + text(*logn) + ", at least 2 is needed");
  AttnLayer layer;
  layer.q_norm = padded_norm(q_norm, head_dim, "q_norm");
  layer.k_norm = padded_norm(k_norm, head_dim, "k_norm");
  AttnShape &a = layer.shape;
  a.n_heads = n_heads;
  a.n_kv = n_kv;
  a.group = n_heads / n_kv;
  a.head_dim = head_dim;
  a.bf16 = cache->bf16;
  a.packed = cache->packed;
  a.padded = padded_of(head_dim);
  a.window = window ? std::min<int64_t>(*window, int64_t{1} << 40) : int64_t{1} << 40;
  a.scale_log2e = static_cast<float>(static_cast<double>(scale) * 1.4426950408889634);
  a.eps = eps;
  a.logn = logn.value_or(0);
  a.q_norm = layer.q_norm.empty() ? nullptr : layer.q_norm.data();
  a.k_norm = layer.k_norm.empty() ? nullptr : layer.k_norm.data();
  a.side_bytes = side_bytes_of({a.bf16, a.packed}, head_dim);
  a.block_bytes = cache->block_bytes;
  const int64_t own = n_kv * 2 * a.side_bytes;
  if (cache->taken + own > cache->block_bytes) refuse("cache: its blocks have no room for another layer");
  layer.n_bytes = cache->n_blocks * own;
  a.memory = cache->memory->get() + cache->taken;
  cache->taken += own;
  layer.rope = rope;
  layer.cache = std::move(cache);
  return layer;
}

// The plan's own consistency; positions are written on the way.
static void check_plan(const Step &s, int64_t n_blocks, int32_t *positions) {
  if (s.starts[0] != 0 || s.starts[s.n_seqs] != s.n_rows)
    refuse("plan: starts must begin with 0 and end with the number of rows, " + text(s.n_rows));
  std::vector<int32_t> written;
  for (int64_t q = 0; q < s.n_seqs; ++q) {
    const int64_t n = int64_t{s.starts[q + 1]} - s.starts[q], past = s.n_past[q];
    const std::string who = "plan: sequence " + text(q);
    if (n < 0 || s.starts[q + 1] > s.n_rows) refuse("plan: starts must ascend");
    if (past < 0) refuse(who + " has n_past " + text(past));
    if (n == 0) continue;
    const int64_t used = (past + n + kBlock - 1) / kBlock;
    if (used > s.table_width)
      refuse(who + " needs " + text(used) + " blocks, its table has room for " + text(s.table_width));
    for (int64_t b = 0; b < used; ++b) {
      const int32_t block = s.tables[q * s.table_width + b];
      if (block < 0 || block >= n_blocks)
        refuse(who + " has block " + text(block) + " at place " + text(b) + ", the cache has blocks 0 to " +
               text(n_blocks - 1));
      if (b >= past / kBlock) written.push_back(block);
    }
    for (int64_t i = 0; i < n; ++i) positions[s.starts[q] + i] = static_cast<int32_t>(past + i);
  }
  std::sort(written.begin(), written.end());
  const auto twice = std::adjacent_find(written.begin(), written.end());
  if (twice != written.end()) refuse("plan: block " + text(*twice) + " would be written twice");
  for (int64_t i = 0; i < s.n_wanted; ++i)
    if (s.wanted[i] < 0 || s.wanted[i] >= s.n_rows)
      refuse("plan: wanted row " + text(s.wanted[i]) + " is not one of " + text(s.n_rows));
}

static void check_states(const Step &s, int64_t n_states) {
  if (s.states == nullptr) return;
  std::vector<int32_t> used(s.states, s.states + s.n_seqs);
  std::sort(used.begin(), used.end());
  for (size_t i = 0; i < used.size(); ++i) {
    if (used[i] < 0 || used[i] >= n_states)
      refuse("plan: a sequence has state " + text(used[i]) + ", the cache has 0 to " + text(n_states - 1));
    if (i > 0 && used[i] == used[i - 1]) refuse("plan: state " + text(used[i]) + " would be written twice");
  }
}

// For each row the frequencies of its sequence's stretch.
static std::vector<const float *> frequencies(const RopeTable &rope, const Step &s) {
  std::vector<const float *> of(static_cast<size_t>(s.n_rows));
  for (int64_t q = 0; q < s.n_seqs; ++q) {
    const int64_t stretch = rope.n_stretches == 1 ? 0 : s.stretches[q];
    if (stretch < 0 || stretch >= rope.n_stretches)
      refuse("plan: sequence " + text(q) + " has stretch " + text(stretch) + ", the rope has 0 to " +
             text(rope.n_stretches - 1));
    for (int64_t r = s.starts[q]; r < s.starts[q + 1]; ++r)
      of[static_cast<size_t>(r)] = rope.inv_freq.data() + stretch * rope.half;
  }
  return of;
}

static Angles angles_of(Voice &v, const RopeTable &rope, const Step &s) {
  const int64_t half = rope.half, padded = (half + 15) / 16 * 16;
  const std::vector<const float *> inv_freq = frequencies(rope, s);
  const int64_t n = s.n_rows * padded;
  // 64 floats more, for vectors that read past the end.
  float *cos = static_cast<float *>(v.arena.take((2 * n + 64) * int64_t{sizeof(float)})), *sin = cos + n;
  const auto row = row_kernels(v.isa).angles;
  constexpr int64_t kRows = 16;
  v.pool.run((s.n_rows + kRows - 1) / kRows, [&](int64_t c, int) {
    for (int64_t r = c * kRows; r < std::min((c + 1) * kRows, s.n_rows); ++r)
      row(inv_freq[static_cast<size_t>(r)], half, padded, rope.scale, static_cast<float>(s.positions[r]), cos + r * padded,
          sin + r * padded);
  });
  return {half, cos, sin};
}

// Whose rows are whose, for weights that adapters change.
static void know_adapters(Voice &v, const Step &s, const Ids &adapters) {
  v.adapters.clear();
  v.wanted_adapters.clear();
  const int32_t *of = adapters.data(), *end = of + adapters.shape(0);
  if (std::all_of(of, end, [](int32_t adapter) { return adapter < 0; })) return;
  for (int64_t q = 0; q < s.n_seqs; ++q)
    v.adapters.insert(v.adapters.end(), static_cast<size_t>(s.starts[q + 1] - s.starts[q]), of[q]);
  for (int64_t i = 0; i < s.n_wanted; ++i) v.wanted_adapters.push_back(v.adapters[static_cast<size_t>(s.wanted[i])]);
}

static Step begin(Voice &v, std::shared_ptr<AttnCache> cache, const Ids &ids, const Ids &starts, const Ids &n_past,
                  const Tables &tables, const Ids &wanted, const Ids &stretches,
                  const Ids &states, const Ids &adapters) {
  const auto rows = static_cast<int64_t>(ids.shape(0)), seqs = static_cast<int64_t>(n_past.shape(0));
  const auto width = static_cast<int64_t>(tables.shape(1)), n_wanted = static_cast<int64_t>(wanted.shape(0));
  if (rows < 1) refuse("plan: no rows");
  if (static_cast<int64_t>(starts.shape(0)) != seqs + 1)
    refuse("plan: " + text(seqs) + " sequences need " + text(seqs + 1) + " starts, there are " +
           text(static_cast<int64_t>(starts.shape(0))));
  if (static_cast<int64_t>(tables.shape(0)) != seqs)
    refuse("plan: " + text(seqs) + " sequences need as many rows of tables, there are " +
           text(static_cast<int64_t>(tables.shape(0))));
  if (static_cast<int64_t>(stretches.shape(0)) != seqs)
    refuse("plan: " + text(seqs) + " sequences need as many stretches, there are " +
           text(static_cast<int64_t>(stretches.shape(0))));
  if (cache->n_states > 0 && static_cast<int64_t>(states.shape(0)) != seqs)
    refuse("plan: " + text(seqs) + " sequences need as many states, there are " +
           text(static_cast<int64_t>(states.shape(0))));
  if (adapters.shape(0) != 0 && static_cast<int64_t>(adapters.shape(0)) != seqs)
    refuse("plan: " + text(seqs) + " sequences need as many adapters, there are " +
           text(static_cast<int64_t>(adapters.shape(0))));
  Step s;
  const int64_t total = 2 * rows + seqs + 1 + 3 * seqs + seqs * width + n_wanted;
  s.keep.reset(new int32_t[static_cast<size_t>(total)]);
  int32_t *at = s.keep.get();
  const auto copy = [&](const int32_t *from, int64_t n) {
    const int32_t *to = at;
    at = std::copy(from, from + n, at);
    return to;
  };
  s.n_rows = rows;
  s.n_seqs = seqs;
  s.n_wanted = n_wanted;
  s.table_width = width;
  s.ids = copy(ids.data(), rows);
  s.starts = copy(starts.data(), seqs + 1);
  s.n_past = copy(n_past.data(), seqs);
  s.tables = copy(tables.data(), seqs * width);
  s.wanted = copy(wanted.data(), n_wanted);
  s.stretches = copy(stretches.data(), seqs);
  s.states = cache->n_states == 0 ? nullptr : copy(states.data(), seqs);
  s.positions = at;
  check_plan(s, cache->n_blocks, at);
  check_states(s, cache->n_states);
  know_adapters(v, s, adapters);
  const nb::gil_scoped_release free;
  v.arena.reset();
  s.step = v.arena.step();
  for (const RopeTable &rope : cache->ropes) s.angles.push_back(angles_of(v, rope, s));
  s.cache = std::move(cache);
  return s;
}

// The memory itself, a row a block: whoever copies, keeps or restores blocks needs no word for each layout.
static nb::object blocks_of(const AttnLayer &layer) {
  auto *kept = new std::shared_ptr<Pages>(layer.cache->memory);
  const nb::capsule owner(kept, [](void *p) noexcept { delete static_cast<std::shared_ptr<Pages> *>(p); });
  const auto n = static_cast<size_t>(layer.cache->n_blocks);
  auto *bytes = reinterpret_cast<uint8_t *>(layer.shape.memory);
  const size_t shape[2] = {n, static_cast<size_t>(layer.n_bytes) / n};
  const int64_t strides[2] = {layer.cache->block_bytes, 1};
  return nb::ndarray<nb::numpy, uint8_t>(bytes, 2, shape, owner, strides).cast();
}

void check_step(const Voice &v, const Step &s, const char *word) {
  if (s.step != v.arena.step()) refuse(std::string(word) + ": a later step has begun, this one is over");
}

void bind_cache(nb::module_ &m, VoiceClass &voice) {
  nb::class_<AttnCache>(m, "AttnCache")
      .def_prop_ro("n_blocks", [](const AttnCache &c) { return c.n_blocks; })
      .def("rope", &add_rope, nb::arg("inv_freq").noconvert(), nb::arg("scale"));
  nb::class_<AttnLayer>(m, "AttnLayer")
      .def_prop_ro("n_bytes", [](const AttnLayer &l) { return l.n_bytes; })
      .def_prop_ro("blocks", &blocks_of);
  nb::class_<Step>(m, "Step")
      .def_prop_ro("n_rows", [](const Step &s) { return s.n_rows; })
      .def("angles", [](const Step &s, size_t rope) {
        if (rope >= s.angles.size()) throw nb::index_error();
        const Angles &a = s.angles[rope];
        const int64_t padded = (a.half + 15) / 16 * 16;
        const size_t shape[3] = {2, static_cast<size_t>(s.n_rows), static_cast<size_t>(padded)};
        nb::ndarray<nb::numpy, const float, nb::ndim<3>> whole(a.cos, 3, shape);
        return whole.cast(nb::rv_policy::copy);
      });
  m.def("layer_bytes", &layer_bytes, nb::arg("kept"), nb::arg("n_kv_heads"), nb::arg("head_dim"));
  m.def("cache", &make_cache, nb::arg("n_blocks"), nb::arg("n_states"), nb::arg("kept"), nb::arg("block_bytes"));
  m.def("layer", &make_layer, nb::arg("cache"), nb::arg("n_heads"), nb::arg("n_kv_heads"), nb::arg("head_dim"),
        nb::arg("rope"), nb::arg("scale"), nb::arg("eps"), nb::arg("q_norm").none(), nb::arg("k_norm").none(),
        nb::arg("window").none(), nb::arg("logn").none());
  voice.def("begin", &begin, nb::arg("cache"), nb::arg("ids").noconvert(), nb::arg("starts").noconvert(),
            nb::arg("n_past").noconvert(), nb::arg("tables").noconvert(), nb::arg("wanted").noconvert(),
            nb::arg("stretches").noconvert(), nb::arg("states").noconvert(), nb::arg("adapters").noconvert());
}

}  // namespace qwenchat
