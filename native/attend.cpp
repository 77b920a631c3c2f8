// The word `attend`: who stores and computes what, on which thread.
#include "attend.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "cache.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

const AttnKernels &attn_kernels(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::amx) return attn_kernels_amx();
  if (isa == Isa::avx512) return attn_kernels_avx512();
  if (isa == Isa::avx2) return attn_kernels_avx2();
#endif
  (void)isa;
  return attn_kernels_portable();
}

const RowKernels &row_kernels(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::amx || isa == Isa::avx512) return row_kernels_avx512();
  if (isa == Isa::avx2) return row_kernels_avx2();
#endif
  (void)isa;
  return row_kernels_portable();
}

namespace {

// Rows of one sequence that one thread stores, one kv head at a time.
struct Group {
  int64_t seq, row, n_rows;
};

// Query vectors of one sequence that share their runs: all kv heads have the same ones.
struct Rows {
  int64_t seq, first, n, run, run_end;
  int64_t partial = -1;  // of the first kv head, in floats; -1 where one piece does all runs
  int64_t left = 0;      // index of the counters of pieces still to come
};

// Some runs of a block.
struct Part {
  int64_t block, run, run_end;
};

struct Call {
  const AttnShape &a;
  const Step &s;
  const Angles &angles;
  const float *qkv;
  float *out;
  char *q;  // [n_kv][n_rows * group][padded]
  const float *q_factors;  // [n_rows], or null
  std::vector<Group> groups;
  std::vector<Rows> blocks;
  std::vector<Part> parts;
  int64_t n_partial = 0, n_split = 0, work = 0;
  float *partial = nullptr;
  uint32_t *room = nullptr;  // for each thread
  std::unique_ptr<std::atomic<int32_t>[]> left = nullptr;

  int64_t q_bytes() const { return a.padded * (a.bf16 ? 2 : 4); }
  int64_t record() const { return a.padded + 16; }
  int64_t room_words() const { return a.packed ? (kBlock + kRun) * a.padded / 2 : 0; }
};

void list_groups(Call &c) {
  for (int64_t q = 0; q < c.s.n_seqs; ++q) {
    for (int64_t r = c.s.starts[q]; r < c.s.starts[q + 1];) {
      const int64_t position = c.s.n_past[q] + r - c.s.starts[q];
      const int64_t n = std::min<int64_t>(c.s.starts[q + 1] - r, kStoreGroup - position % kStoreGroup);
      c.groups.push_back({q, r, n});
      r += n;
    }
  }
}

// The longest first, so that no thread is left with one at the end.
void list_blocks(Call &c) {
  const int64_t group = c.a.group;
  for (int64_t q = 0; q < c.s.n_seqs; ++q) {
    const int64_t n = (c.s.starts[q + 1] - c.s.starts[q]) * group, past = c.s.n_past[q];
    for (int64_t f, end = n; end > 0; end = f) {
      f = (end - 1) / (kMaxRows / 2) * (kMaxRows / 2);
      if (end % kMaxRows == 0) f = end - kMaxRows;
      const int64_t m = end - f;
      const int64_t first_key = std::max<int64_t>(0, past + f / group - c.a.window + 1);
      const int64_t last_key = past + (f + m - 1) / group;
      c.blocks.push_back({q, f, m, first_key / kRun, last_key / kRun + 1});
      c.work += (last_key + 1 - first_key) * (8 + m);
    }
  }
  c.work *= c.a.n_kv * c.a.padded;
}

// Cuts blocks with so many runs that they would keep one thread busy while others wait. A cut piece leaves the
// result of each of its runs, and who finishes last merges all of them in order: the bits are the same as uncut.
void list_parts(Call &c, int64_t n_threads) {
  int64_t runs = 0;
  for (const Rows &b : c.blocks) runs += (b.run_end - b.run) * c.a.n_kv;
  const int64_t piece = n_threads == 1 ? INT64_MAX : std::max<int64_t>(1, runs / (n_threads * 16));
  for (size_t i = 0; i < c.blocks.size(); ++i) {
    Rows &b = c.blocks[i];
    const int64_t n = b.run_end - b.run;
    if (n > piece) {
      b.partial = c.n_partial;
      b.left = c.n_split;
      c.n_partial += c.a.n_kv * n * b.n * c.record();
      c.n_split += c.a.n_kv;
    }
    const int64_t step = std::min(n, piece);
    for (int64_t run = b.run; run < b.run_end; run += step)
      c.parts.push_back({static_cast<int64_t>(i), run, std::min(run + step, b.run_end)});
  }
}

// Below this, a meeting of threads costs more than it saves.
constexpr int64_t kSmallWork = 1 << 17;
constexpr int64_t kSmallStore = 1 << 14;

template <class Fn>
void on(Pool &pool, bool small, int64_t n, Fn &&fn) {
  if (small)
    for (int64_t i = 0; i < n; ++i) fn(i, 0);
  else
    pool.run(n, fn);
}

// Heads [kv, kv_end) of one group.
void store(const Call &c, const AttnKernels &k, const Group &g, int64_t kv, int64_t kv_end) {
  const int64_t padded = (c.angles.half + 15) / 16 * 16, position = c.s.n_past[g.seq] + g.row - c.s.starts[g.seq];
  const int64_t width = (c.a.n_heads + 2 * c.a.n_kv) * c.a.head_dim, row_bytes = c.a.group * c.q_bytes();
  const int64_t block = c.s.tables[g.seq * c.s.table_width + position / kBlock];
  k.store(c.a, {c.qkv + g.row * width, g.n_rows, kv, kv_end, position, c.angles.cos + g.row * padded,
                c.angles.sin + g.row * padded, c.q_factors ? c.q_factors + g.row : nullptr, c.angles.half, c.a.memory + block * c.a.block_bytes,
                c.q + g.row * row_bytes, c.s.n_rows * row_bytes});
}

// Whole rows where there are enough of them: their heads lie one after another.
void store_all(Call &c, const AttnKernels &k, Pool &pool) {
  const auto n = static_cast<int64_t>(c.groups.size());
  const bool small = c.s.n_rows * (c.a.n_heads + 2 * c.a.n_kv) * c.a.head_dim < kSmallStore;
  const int64_t cuts = small || n >= 4 * pool.size() ? 1 : c.a.n_kv;
  on(pool, small, n * cuts, [&](int64_t i, int) {
    const int64_t cut = i % cuts * c.a.n_kv / cuts;
    store(c, k, c.groups[static_cast<size_t>(i / cuts)], cut, cut + c.a.n_kv / cuts);
  });
}

void attend_part(const Call &c, const AttnKernels &k, int64_t index, int thread) {
  // One head after another: its keys and values stay in a core's cache while all rows read them.
  const auto n = static_cast<int64_t>(c.parts.size());
  const Part &part = c.parts[static_cast<size_t>(index % n)];
  const Rows &b = c.blocks[static_cast<size_t>(part.block)];
  const int64_t kv = index / n, row = c.s.starts[b.seq];
  AttnPiece p{c.q + ((kv * c.s.n_rows + row) * c.a.group + b.first) * c.q_bytes(), b.n, b.first,
              c.s.n_past[b.seq], c.s.tables + b.seq * c.s.table_width, kv, part.run, part.run_end, nullptr,
              c.out + row * c.a.n_heads * c.a.head_dim, c.room + thread * c.room_words()};
  if (b.partial < 0) {
    k.attend(c.a, p);
    return;
  }
  float *whole = c.partial + b.partial + kv * (b.run_end - b.run) * b.n * c.record();
  p.partial = whole + (part.run - b.run) * b.n * c.record();
  k.attend(c.a, p);
  const int32_t done = static_cast<int32_t>(part.run_end - part.run);
  if (c.left[static_cast<size_t>(b.left + kv)].fetch_sub(done, std::memory_order_acq_rel) != done) return;
  p.partial = whole;
  p.run = b.run;
  p.run_end = b.run_end;
  k.finish(c.a, p);
}

// What each row's queries are multiplied by, so that attention over more keys than `logn` stays as sharp.
const float *logn_factors(const Step &s, int64_t logn, float *to) {
  for (int64_t r = 0; r < s.n_rows; ++r)
    to[r] = static_cast<float>(std::log(static_cast<double>(std::max<int64_t>(s.positions[r] + 1, logn))) /
                               std::log(static_cast<double>(logn)));
  return to;
}

}  // namespace

static Array attend(Voice &v, const Array &qkv, const AttnLayer &layer, const Step &s) {
  const AttnShape &a = layer.shape;
  check_fresh(v, qkv, "attend");
  check_step(v, s, "attend");
  if (s.cache != layer.cache) throw std::invalid_argument("attend: the step was begun with another cache");
  const int64_t width = (a.n_heads + 2 * a.n_kv) * a.head_dim;
  if (qkv.rows != s.n_rows || qkv.cols != width)
    throw std::invalid_argument("attend: qkv is [" + std::to_string(qkv.rows) + ", " + std::to_string(qkv.cols) +
                                "], the step and layer need [" + std::to_string(s.n_rows) + ", " +
                                std::to_string(width) + "]");
  Array out = v.arena.array(s.n_rows, a.n_heads * a.head_dim);
  Call c{a, s, s.angles[static_cast<size_t>(layer.rope)], qkv.data, out.data, nullptr, nullptr, {}, {}, {}};
  const auto q = v.arena.block(s.n_rows * a.n_heads * c.q_bytes() + 4096);
  c.q = q.as<char>();
  Block factors;
  if (a.logn > 0) {
    factors = v.arena.block(s.n_rows * int64_t{sizeof(float)});
    c.q_factors = logn_factors(s, a.logn, factors.as<float>());
  }
  list_groups(c);
  list_blocks(c);
  const bool small = c.work < kSmallWork;
  list_parts(c, small ? 1 : v.pool.size());
  const auto partial = v.arena.block((c.n_partial + 16) * int64_t{sizeof(float)});
  c.partial = partial.as<float>();
  const auto room = v.arena.block(v.pool.size() * c.room_words() * int64_t{sizeof(uint32_t)});
  c.room = room.as<uint32_t>();
  if (c.n_split > 0) {
    c.left.reset(new std::atomic<int32_t>[static_cast<size_t>(c.n_split)]);
    for (const Rows &b : c.blocks)
      for (int64_t kv = 0; b.partial >= 0 && kv < a.n_kv; ++kv)
        c.left[static_cast<size_t>(b.left + kv)].store(static_cast<int32_t>(b.run_end - b.run),
                                                       std::memory_order_relaxed);
  }
  const AttnKernels &k = attn_kernels(v.isa);
  store_all(c, k, v.pool);
  on(v.pool, small, static_cast<int64_t>(c.parts.size()) * a.n_kv, [&](int64_t i, int thread) { attend_part(c, k, i, thread); });
  return out;
}

void bind_attention(nb::module_ &, VoiceClass &voice) {
  voice.def("attend", &attend, nb::arg("qkv"), nb::arg("layer"), nb::arg("s"),
            nb::call_guard<nb::gil_scoped_release>());
}

}  // namespace qwenchat
