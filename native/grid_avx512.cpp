// Products with grids, AVX-512.
#include <immintrin.h>

#include "grid.hpp"

namespace qwenchat {
namespace {

#include "lanes.inc"
#include "finish.inc"
#include "pack.inc"
#include "grid_rows.inc"
#include "int4.inc"
#include "grid.inc"

}  // namespace

GridTable grid_avx512() { return {prepare_grid, product_grid, int4_row}; }

}  // namespace qwenchat
