// Products with AVX2 and FMA: 8 lanes.
#include <immintrin.h>

#include "linear.hpp"

namespace qwenchat {
namespace {

#include "lanes.inc"
#include "finish.inc"
#include "dot.inc"
#include "pack.inc"
#include "int8_avx2.inc"
#include "bf16_avx2.inc"
#include "bf16.inc"

}  // namespace

LinearTable linear_avx2() {
  return {{{nullptr, product_fp32},
           {bf16_rows, bf16_product},
           {nullptr, product_fp16},
           {quantise_rows_avx2, product_int8}},
          pack_panel};
}

}  // namespace qwenchat
