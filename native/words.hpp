// What the words of different kernel families share.
#pragma once

#include <cstdint>
#include <vector>

#include "voice.hpp"
#include "weight.hpp"

namespace qwenchat {

// Throws when `a` was made in an earlier step or by another voice.
void check_fresh(const Voice &v, const Array &a, const char *word);

// Of one panel of 16 outputs.
int64_t grid_panel_bytes(const Grid &g, int64_t n_in);

// One row of a grid, in fp32.
void read_grid_row(const Weight &w, int64_t row, float *to);

// What the adapters of `w` add to rows of `x` times `w`, and `add` where there is one: [n_rows, w.n_out]. `whose` has
// the adapter of each row. Without data where all this is nothing.
Array changed(Voice &v, const Weight &w, const float *x, int64_t n_rows, const std::vector<int32_t> &whose,
              const float *add = nullptr);

float from_half(uint16_t h);
float from_bf16(uint16_t h);

// The rows of a table; ids are checked.
Array embed_rows(Voice &v, const Weight &w, const int32_t *ids, int64_t n);

}  // namespace qwenchat
