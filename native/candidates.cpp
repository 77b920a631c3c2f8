// The word `candidates`: edited logits, their logsumexp, and the best few.
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "attend.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

namespace {

using Ids = nb::ndarray<const int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Floats = nb::ndarray<const float, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Bits = nb::ndarray<const uint32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

constexpr float kInf = std::numeric_limits<float>::infinity();
constexpr int64_t kChunk = 16384;  // logits one thread takes at a time; sums are added chunk by chunk

struct RowEdit {
  float repetition, presence, frequency, heat;
  Ids seen, counted, bias_ids;
  Floats counts, bias;
  Bits mask;
  bool has_mask;
};

template <class A>
A field(nb::handle edit, const char *name, int64_t row) {
  A out;
  if (!nb::try_cast<A>(edit.attr(name), out, false))
    throw std::invalid_argument("candidates: edit " + std::to_string(row) + ": " + name +
                                " has another type or shape than `Edit` says");
  return out;
}

void check_ids(const Ids &ids, int64_t n_vocab, const char *name, int64_t row) {
  for (size_t i = 0; i < ids.shape(0); ++i)
    if (ids.data()[i] < 0 || ids.data()[i] >= n_vocab)
      throw std::invalid_argument("candidates: edit " + std::to_string(row) + ": " + name + " has id " +
                                  std::to_string(ids.data()[i]) + ", known are 0 to " + std::to_string(n_vocab - 1));
}

float number(nb::handle edit, const char *name, int64_t row) {
  double out;
  if (!nb::try_cast<double>(edit.attr(name), out))
    throw std::invalid_argument("candidates: edit " + std::to_string(row) + ": " + name + " is not a number");
  return static_cast<float>(out);
}

RowEdit row_edit(nb::handle edit, int64_t n_vocab, int64_t row) {
  const std::string who = "candidates: edit " + std::to_string(row) + ": ";
  const float temperature = number(edit, "temperature", row);
  RowEdit e{number(edit, "repetition", row),
            number(edit, "presence", row),
            number(edit, "frequency", row),
            temperature == 0 ? 1 : temperature,
            field<Ids>(edit, "seen", row),
            field<Ids>(edit, "counted", row),
            field<Ids>(edit, "bias_ids", row),
            field<Floats>(edit, "counts", row),
            field<Floats>(edit, "bias", row),
            {},
            !edit.attr("mask").is_none()};
  if (!(e.heat > 0)) throw std::invalid_argument(who + "temperature must be 0 or more");
  if (!(e.repetition > 0)) throw std::invalid_argument(who + "repetition must be above 0");
  check_ids(e.seen, n_vocab, "seen", row);
  check_ids(e.counted, n_vocab, "counted", row);
  check_ids(e.bias_ids, n_vocab, "bias_ids", row);
  if (e.counts.shape(0) != e.counted.shape(0)) throw std::invalid_argument(who + "counts and counted differ in length");
  if (e.bias.shape(0) != e.bias_ids.shape(0)) throw std::invalid_argument(who + "bias and bias_ids differ in length");
  if (!e.has_mask) return e;
  e.mask = field<Bits>(edit, "mask", row);
  if (static_cast<int64_t>(e.mask.shape(0)) * 32 < n_vocab)
    throw std::invalid_argument(who + "mask has " + std::to_string(e.mask.shape(0) * 32) + " bits for " +
                                std::to_string(n_vocab) + " ids");
  return e;
}

// Edits a row in place and puts everything back when it goes, so that the same logits can be asked again.
class Edited {
 public:
  Edited(float *row, const RowEdit &e) : row_(row) {
    for (size_t i = 0; i < e.seen.shape(0); ++i) {
      const float x = row_[e.seen.data()[i]];
      set(e.seen.data()[i], x > 0 ? x / e.repetition : x * e.repetition);
    }
    for (size_t i = 0; i < e.counted.shape(0); ++i) {
      const int32_t id = e.counted.data()[i];
      set(id, row_[id] - (e.presence + e.frequency * e.counts.data()[i]));
    }
    for (size_t i = 0; i < e.bias_ids.shape(0); ++i)
      set(e.bias_ids.data()[i], row_[e.bias_ids.data()[i]] + e.bias.data()[i]);
  }
  Edited(Edited &&) = default;
  ~Edited() {
    for (auto u = undo_.rbegin(); u != undo_.rend(); ++u) row_[u->id] = u->was;
  }

 private:
  struct Undo {
    int32_t id;
    float was;
  };
  void set(int32_t id, float x) {
    undo_.push_back({id, row_[id]});
    row_[id] = x;
  }
  float *row_;
  std::vector<Undo> undo_;
};

struct Found {
  float logit;
  int32_t id;
  bool operator<(const Found &o) const { return logit > o.logit || (logit == o.logit && id < o.id); }
};

// The n best of a row, from the maximum of every `peak` logits. At least n logits are as large as the n-th largest
// maximum, so only stretches whose maximum is that large are read again.
void best(const float *row, int64_t n_vocab, const float *peaks, int64_t n_peaks, int64_t peak, int64_t n, float *logits,
          int32_t *ids) {
  float least = -kInf;
  if (n < n_peaks) {
    std::vector<float> sorted(peaks, peaks + n_peaks);
    std::nth_element(sorted.begin(), sorted.begin() + (n - 1), sorted.end(), std::greater<float>());
    least = sorted[static_cast<size_t>(n - 1)];
  }
  std::vector<Found> found;
  for (int64_t j = 0; j < n_peaks; ++j) {
    if (peaks[j] < least || peaks[j] == -kInf) continue;
    const int64_t end = std::min((j + 1) * peak, n_vocab);
    for (int64_t i = j * peak; i < end; ++i)
      if (row[i] >= least && row[i] > -kInf) found.push_back({row[i], static_cast<int32_t>(i)});
  }
  const int64_t k = std::min(n, static_cast<int64_t>(found.size()));
  if (k < static_cast<int64_t>(found.size())) std::nth_element(found.begin(), found.begin() + k, found.end());
  std::sort(found.begin(), found.begin() + k);
  for (int64_t i = 0; i < k; ++i) {
    logits[i] = found[static_cast<size_t>(i)].logit;
    ids[i] = found[static_cast<size_t>(i)].id;
  }
  // Fewer are left than asked for: removed ids follow, the lowest first.
  for (int64_t i = k, id = 0; i < n; ++id) {
    if (row[id] != -kInf) continue;
    logits[i] = -kInf;
    ids[i++] = static_cast<int32_t>(id);
  }
}

float logsumexp(const Scan *chunks, int64_t n, float heat) {
  float top = -kInf, mass = 0;
  for (int64_t c = 0; c < n; ++c) top = std::max(top, chunks[c].top);
  if (top == -kInf) return top;
  for (int64_t c = 0; c < n; ++c)
    if (chunks[c].top > -kInf) mass += chunks[c].mass * std::exp((chunks[c].top - top) / heat);
  return top / heat + std::log(mass);
}

struct Result {
  std::vector<float> logits, mass;
  std::vector<int32_t> ids;
};

// `at`: which row of x each edit is for.
Result search(Voice &v, const Array &x, const std::vector<int64_t> &at, const std::vector<RowEdit> &edits, int64_t n,
              int64_t n_vocab) {
  const auto n_rows = static_cast<int64_t>(edits.size());
  const auto row_of = [&](int64_t r) { return x.data + at[static_cast<size_t>(r)] * x.cols; };
  const int64_t n_chunks = (n_vocab + kChunk - 1) / kChunk, peak = n <= 96 ? 256 : 16;
  const int64_t n_peaks = (n_vocab + peak - 1) / peak, chunk_peaks = kChunk / peak;
  std::vector<Edited> edited;
  std::vector<Scan> scans(static_cast<size_t>(n_rows * n_chunks));
  const auto peaks = v.arena.block(n_rows * n_peaks * 4);
  std::vector<Block> copies(static_cast<size_t>(n_rows));
  edited.reserve(static_cast<size_t>(n_rows));
  for (int64_t r = 0; r < n_rows; ++r) {
    const RowEdit &e = edits[static_cast<size_t>(r)];
    float *row = row_of(r);
    edited.emplace_back(row, e);
    if (e.has_mask) copies[static_cast<size_t>(r)] = v.arena.block(n_vocab * 4);
    float *copy = e.has_mask ? copies[static_cast<size_t>(r)].as<float>() : nullptr;
    for (int64_t c = 0; c < n_chunks; ++c)
      scans[static_cast<size_t>(r * n_chunks + c)] =
          Scan{row + c * kChunk, e.has_mask ? e.mask.data() + c * kChunk / 32 : nullptr,
               copy == nullptr ? nullptr : copy + c * kChunk, std::min(kChunk, n_vocab - c * kChunk),
               static_cast<float>(1.4426950408889634 / static_cast<double>(e.heat)),
               peaks.as<float>() + r * n_peaks + c * chunk_peaks, peak, 0, 0, false};
  }
  const auto scan = row_kernels(v.isa).scan;
  v.pool.run(n_rows * n_chunks, [&](int64_t i, int) { scan(scans[static_cast<size_t>(i)]); });
  Result out{std::vector<float>(static_cast<size_t>(n_rows * n)), std::vector<float>(static_cast<size_t>(n_rows)),
             std::vector<int32_t>(static_cast<size_t>(n_rows * n))};
  v.pool.run(n_rows, [&](int64_t r, int) {
    const Scan *chunks = scans.data() + r * n_chunks;
    float &mass = out.mass[static_cast<size_t>(r)];
    // One damaged row says so by itself: the others are somebody else's.
    if (std::any_of(chunks, chunks + n_chunks, [](const Scan &c) { return c.bad; })) {
      mass = std::numeric_limits<float>::quiet_NaN();
      return;
    }
    const float *row = copies[static_cast<size_t>(r)].get() ? copies[static_cast<size_t>(r)].as<float>() : row_of(r);
    best(row, n_vocab, peaks.as<float>() + r * n_peaks, n_peaks, peak, n, out.logits.data() + r * n,
         out.ids.data() + r * n);
    mass = logsumexp(chunks, n_chunks, edits[static_cast<size_t>(r)].heat);
  });
  return out;
}

template <class T>
nb::object as_numpy(std::vector<T> &&values, std::initializer_list<size_t> shape) {
  auto *kept = new std::vector<T>(std::move(values));
  const nb::capsule owner(kept, [](void *p) noexcept { delete static_cast<std::vector<T> *>(p); });
  return nb::ndarray<nb::numpy, T>(kept->data(), shape, owner).cast();
}

}  // namespace

using RowNumbers = nb::ndarray<const int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

// The rows that are asked for. An edit is made in place and undone, so that no row may come twice.
static std::vector<int64_t> asked(const Array &logits, const std::optional<RowNumbers> &rows) {
  std::vector<int64_t> at(rows ? rows->size() : static_cast<size_t>(logits.rows));
  for (size_t i = 0; i < at.size(); ++i) {
    at[i] = rows ? rows->data()[i] : static_cast<int64_t>(i);
    if (at[i] < 0 || at[i] >= logits.rows || (i > 0 && at[i] <= at[i - 1]))
      throw std::invalid_argument("candidates: rows[" + std::to_string(i) + "] is " + std::to_string(at[i]) +
                                  "; rising numbers below " + std::to_string(logits.rows) + " are needed");
  }
  return at;
}

static nb::tuple candidates(Voice &v, const Array &logits, const nb::sequence &edits, int64_t n, int64_t n_vocab,
                            const std::optional<RowNumbers> &chosen) {
  check_fresh(v, logits, "candidates");
  const auto n_edits = static_cast<int64_t>(nb::len(edits));
  const std::vector<int64_t> at = asked(logits, chosen);
  if (n_edits != static_cast<int64_t>(at.size()))
    throw std::invalid_argument("candidates: " + std::to_string(at.size()) + " rows of logits, " +
                                std::to_string(n_edits) + " edits");
  if (n_vocab < 1 || n_vocab > logits.cols)
    throw std::invalid_argument("candidates: n_vocab is " + std::to_string(n_vocab) + ", the logits have " +
                                std::to_string(logits.cols) + " columns");
  if (n < 1) throw std::invalid_argument("candidates: n is " + std::to_string(n) + ", at least 1 is needed");
  n = std::min(n, n_vocab);
  std::vector<RowEdit> rows;
  rows.reserve(static_cast<size_t>(n_edits));
  for (int64_t r = 0; r < n_edits; ++r) rows.push_back(row_edit(edits[static_cast<size_t>(r)], n_vocab, r));
  Result out;
  {
    const nb::gil_scoped_release free;
    out = search(v, logits, at, rows, n, n_vocab);
  }
  const auto r = static_cast<size_t>(n_edits), k = static_cast<size_t>(n);
  return nb::make_tuple(as_numpy(std::move(out.logits), {r, k}), as_numpy(std::move(out.ids), {r, k}),
                        as_numpy(std::move(out.mass), {r}));
}

void bind_candidates(nb::module_ &, VoiceClass &voice) {
  voice.def("top", &candidates, nb::arg("logits"), nb::arg("edits"), nb::arg("n"), nb::arg("n_vocab"),
            nb::arg("rows") = nb::none());
}

}  // namespace qwenchat
