// A weight as the kernels see it: panels of 16 outputs, wherever their rows lie.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include "grid.hpp"
#include "linear.hpp"

namespace qwenchat {


inline int64_t round_up(int64_t n, int64_t to) { return (n + to - 1) / to * to; }

struct Weight {
  Format fmt = Format::fp32;
  bool paired = false;
  bool sparse = false;  // a table mapped from a file, of which only scattered rows are read
  int64_t n_out = 0, n_in = 0;  // of the whole matrix; `gated` returns n_out / 2 columns
  int64_t n_bytes = 0;
  std::vector<Panel> panels;     // in order; gate and up take turns when paired
  const float *scale = nullptr;  // int8: one an output, [n_panels, 16]
  const float *bias = nullptr;   // [n_panels, 16], zero where there is none
  std::vector<std::shared_ptr<void>> own;  // the memory above, or the numpy arrays that own it
  const int8_t *packed = nullptr;          // int8 and grids: where the panels begin
  Grid grid{};                             // of Format::grid
  const int32_t *order = nullptr;          // grids: the inputs in the order of their groups, or null
  std::vector<Weight> parts;               // joined: what it is made of, each with its own columns; panels is empty
  std::vector<Weight> low, high;  // of adapter i: [rank, n_in] and [n_out, rank], or empty ones where it changes nothing
};

using Bytes = nanobind::ndarray<const uint8_t, nanobind::ndim<1>, nanobind::c_contig, nanobind::device::cpu>;
using Floats = nanobind::ndarray<const float, nanobind::ndim<1>, nanobind::c_contig, nanobind::device::cpu>;

// By its name in Python; throws for an unknown one.
Format format_of(const std::string &name);
// Memory of ours, zeroed, in large pages where the system has them: a product touches every page of it.
std::shared_ptr<void> zeroed(int64_t bytes);
// Panels of `panel_bytes`, one after another.
void lay_out_packed(Weight &w, const int8_t *panels, int64_t panel_bytes);
void add_bias(Weight &w, const std::optional<Floats> &bias);
// A kept buffer, checked, which `w` owns from now on.
const void *restored(Weight &w, const Bytes &bytes, const char *name, int64_t expected);

}  // namespace qwenchat
