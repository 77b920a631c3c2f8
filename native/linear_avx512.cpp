// Products with AVX-512: VNNI for int8, BF16 for bf16, 16 lanes for the rest.
#include <immintrin.h>

#include "linear.hpp"

namespace qwenchat {
namespace {

#include "lanes.inc"
#include "finish.inc"
#include "dot.inc"
#include "pack.inc"
#include "vnni.inc"
#include "bf16_avx512.inc"
#include "bf16.inc"

}  // namespace

LinearTable linear_avx512() {
  return {{{nullptr, product_fp32}, {bf16_rows, bf16_product}, {nullptr, product_fp16}, {quantise_rows, vnni_product}},
          pack_panel};
}

}  // namespace qwenchat
