// The words `experts` and `sigmoid_gated`: who goes to which expert, each expert's weights read once a step.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "job.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace qwenchat {

namespace {

struct Experts {
  const Weight *router;
  std::vector<const Weight *> gate_up, down;
  int64_t n_used;
  bool normalised;
  std::vector<nb::object> keep;  // who owns the weights

  int64_t n() const { return static_cast<int64_t>(gate_up.size()); }
};

// Row `row` as its expert number `rank` sees it: what it gives counts `share`.
struct Visit {
  int64_t expert, row, rank;
  float share;
};

[[noreturn]] void refuse(const std::string &what) { throw std::invalid_argument("experts: " + what); }

Experts make(nb::object router, std::vector<nb::object> gate_up, std::vector<nb::object> down, int64_t n_used,
             bool normalised) {
  Experts e{&nb::cast<const Weight &>(router), {}, {}, n_used, normalised, {}};
  for (const nb::object &w : gate_up) e.gate_up.push_back(&nb::cast<const Weight &>(w));
  for (const nb::object &w : down) e.down.push_back(&nb::cast<const Weight &>(w));
  if (e.gate_up.empty() || e.down.size() != e.gate_up.size()) refuse("each needs gate_up and down");
  if (n_used < 1 || n_used > e.n()) refuse("a row can't use " + std::to_string(n_used) + " of " + std::to_string(e.n()));
  if (e.router->n_out != e.n() || e.router->paired) refuse("the router must have one output an expert");
  for (size_t i = 0; i < e.gate_up.size(); ++i) {
    const Weight &in = *e.gate_up[i], &out = *e.down[i];
    if (!in.paired || out.paired || in.n_in != e.router->n_in || out.n_in * 2 != in.n_out || out.n_out != in.n_in ||
        in.n_out != e.gate_up[0]->n_out)
      refuse("expert " + std::to_string(i) + " doesn't fit the others");
  }
  e.keep = std::move(gate_up);
  e.keep.insert(e.keep.end(), down.begin(), down.end());
  e.keep.push_back(std::move(router));
  return e;
}

// The experts a row uses, best first, ties to the lower number, and the share of each: softmax over all experts, or
// over those used when normalised. All in the order of the experts, so that it doesn't matter who computes it.
void choose(const Experts &e, const float *logits, int64_t row, Visit *visits) {
  std::vector<float> left(logits, logits + e.n());
  double all = 0, used = 0;
  const float top = *std::max_element(left.begin(), left.end());
  for (int64_t i = 0; i < e.n(); ++i) all += std::exp(static_cast<double>(logits[i] - top));
  for (int64_t rank = 0; rank < e.n_used; ++rank) {
    const int64_t best = std::max_element(left.begin(), left.end()) - left.begin();
    left[static_cast<size_t>(best)] = -INFINITY;
    visits[rank] = {best, row, rank, static_cast<float>(std::exp(static_cast<double>(logits[best] - top)) / all)};
    used += visits[rank].share;
  }
  for (int64_t rank = 0; rank < e.n_used && e.normalised; ++rank)
    visits[rank].share = static_cast<float>(visits[rank].share / used);
}

void run(Voice &v, const std::vector<Job> &jobs) {
  std::vector<int64_t> blocks{0}, chunks{0};
  for (const Job &job : jobs) {
    blocks.push_back(blocks.back() + job.n_blocks);
    chunks.push_back(chunks.back() + job.n_chunks);
  }
  const auto whose = [](const std::vector<int64_t> &ends, int64_t i) {
    return static_cast<size_t>(std::upper_bound(ends.begin(), ends.end(), i) - ends.begin()) - 1;
  };
  v.pool.run(blocks.back(), [&](int64_t i, int) { jobs[whose(blocks, i)].prepare(i - blocks[whose(blocks, i)]); });
  v.pool.run(chunks.back(), [&](int64_t i, int) { jobs[whose(chunks, i)].compute(i - chunks[whose(chunks, i)]); });
}

// One product of each expert that is visited, side by side: rows of `x` to rows of `out`, the visits ordered by expert.
void multiply(Voice &v, const std::vector<const Weight *> &weights, const std::vector<Visit> &visits, const Array &x,
              Array &out) {
  const auto n = static_cast<int64_t>(visits.size());
  std::vector<Job> jobs;
  std::vector<Array> more;  // what adapters add
  for (int64_t i = 0, end; i < n; i = end) {
    const int64_t expert = visits[static_cast<size_t>(i)].expert;
    std::vector<int32_t> whose;
    for (end = i; end < n && visits[static_cast<size_t>(end)].expert == expert; ++end)
      if (!v.adapters.empty()) whose.push_back(v.adapters[static_cast<size_t>(visits[static_cast<size_t>(end)].row)]);
    const Weight &w = *weights[static_cast<size_t>(expert)];
    const float *from = x.data + i * x.cols;
    more.push_back(changed(v, w, from, end - i, whose));
    jobs.push_back(job_of(v, w, from, end - i, more.back().data, out.data + i * out.cols));
  }
  run(v, jobs);
}

// What each visit gives, [n_visits, n_out], the visits ordered by expert.
Array visited(Voice &v, const Experts &e, const Array &x, const std::vector<Visit> &visits) {
  const int64_t n = static_cast<int64_t>(visits.size()), n_ffn = e.gate_up[0]->n_out / 2;
  Array in = v.arena.array(n, x.cols), middle = v.arena.array(n, n_ffn), out = v.arena.array(n, x.cols);
  each_row(v, n, [&](int64_t i) {
    std::copy_n(x.data + visits[static_cast<size_t>(i)].row * x.cols, x.cols, in.data + i * x.cols);
  });
  multiply(v, e.gate_up, visits, in, middle);
  multiply(v, e.down, visits, middle, out);
  return out;
}

Array experts(Voice &v, const Array &x, const Experts &e, const Array &add) {
  check_fresh(v, x, "experts");
  check_fresh(v, add, "experts");
  if (x.cols != e.router->n_in)
    refuse("x has " + std::to_string(x.cols) + " columns, the router takes " + std::to_string(e.router->n_in));
  if (add.rows != x.rows || add.cols != x.cols) refuse("add must have the shape of x");
  Array out = v.arena.array(x.rows, x.cols), logits = v.arena.array(x.rows, e.n());
  if (x.rows == 0) return out;
  const Array more = changed(v, *e.router, x.data, x.rows, v.adapters);
  const Job route = job_of(v, *e.router, x.data, x.rows, more.data, logits.data);
  v.pool.run(route.n_blocks, [&](int64_t b, int) { route.prepare(b); });
  v.pool.run(route.n_chunks, [&](int64_t c, int) { route.compute(c); });
  std::vector<Visit> visits(static_cast<size_t>(x.rows * e.n_used));
  each_row(v, x.rows, [&](int64_t r) { choose(e, logits.data + r * e.n(), r, visits.data() + r * e.n_used); });
  std::stable_sort(visits.begin(), visits.end(), [](const Visit &a, const Visit &b) { return a.expert < b.expert; });
  const Array given = visited(v, e, x, visits);
  // Each row's own order of ranks, whoever else visited: the same sum in any batch.
  std::vector<int64_t> places(visits.size());
  for (size_t i = 0; i < visits.size(); ++i)
    places[static_cast<size_t>(visits[i].row * e.n_used + visits[i].rank)] = static_cast<int64_t>(i);
  each_row(v, x.rows, [&](int64_t r) {
    float *to = out.data + r * x.cols;
    std::copy_n(add.data + r * x.cols, x.cols, to);
    for (int64_t rank = 0; rank < e.n_used; ++rank) {
      const int64_t place = places[static_cast<size_t>(r * e.n_used + rank)];
      const float share = visits[static_cast<size_t>(place)].share, *from = given.data + place * x.cols;
      for (int64_t i = 0; i < x.cols; ++i) to[i] += share * from[i];
    }
  });
  return out;
}

Array sigmoid_gated(Voice &v, const Array &x, const Array &gate, const Array *add) {
  check_fresh(v, x, "sigmoid_gated");
  check_fresh(v, gate, "sigmoid_gated");
  if (add) check_fresh(v, *add, "sigmoid_gated");
  if (gate.rows != x.rows || (gate.cols != x.cols && gate.cols != 1) ||
      (add && (add->rows != x.rows || add->cols != x.cols)))
    throw std::invalid_argument("sigmoid_gated: gate must have the shape of x or one column, add the shape of x");
  Array out = v.arena.array(x.rows, x.cols);
  each_row(v, x.rows, [&](int64_t r) {
    const float *from = x.data + r * x.cols, *by = gate.data + r * gate.cols;
    float *to = out.data + r * x.cols;
    for (int64_t i = 0; i < x.cols; ++i) to[i] = from[i] / (1.0f + std::exp(-by[gate.cols == 1 ? 0 : i]));
    for (int64_t i = 0; add && i < x.cols; ++i) to[i] += add->data[r * x.cols + i];
  });
  return out;
}

}  // namespace

void bind_experts(nb::module_ &m, VoiceClass &voice) {
  nb::class_<Experts>(m, "Experts").def_prop_ro("n_used", [](const Experts &e) { return e.n_used; });
  m.def("routed", &make, nb::arg("router"), nb::arg("gate_up"), nb::arg("down"), nb::arg("n_used"),
        nb::arg("normalised"));
  const nb::call_guard<nb::gil_scoped_release> released;
  voice.def("experts", &experts, nb::arg("x"), nb::arg("e"), nb::arg("add"), released)
      .def("sigmoid_gated", &sigmoid_gated, nb::arg("x"), nb::arg("gate"), nb::arg("add").none() = nb::none(), released);
}

}  // namespace qwenchat
