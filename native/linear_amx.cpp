// Products with AMX tiles: int8 for many rows (few rows: VNNI, the integers are the same), bf16 for any number.
#include <immintrin.h>

#include "linear.hpp"

namespace qwenchat {
namespace {

#include "lanes.inc"
#include "finish.inc"
#include "dot.inc"
#include "pack.inc"
#include "vnni.inc"
#include "tiles.inc"

}  // namespace

LinearTable linear_amx() {
  return {{{nullptr, product_fp32},
           {tile_bf16_rows, tile_bf16_product},
           {nullptr, product_fp16},
           {tile_int8_rows, tile_int8_product}},
          pack_panel};
}

}  // namespace qwenchat
