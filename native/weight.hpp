// A weight as the kernels see it: panels of 16 outputs, wherever their rows lie.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

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
  const int8_t *packed = nullptr;          // int8: where the panels begin
};

}  // namespace qwenchat
