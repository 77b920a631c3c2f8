// What the words around attention share.
#pragma once

#include "attention.hpp"
#include "isa.hpp"
#include "step.hpp"
#include "voice.hpp"

namespace qwenchat {

const AttnKernels &attn_kernels(Isa isa);
const RowKernels &row_kernels(Isa isa);

// Throws when a later step has begun.
void check_step(const Voice &v, const Step &s, const char *word);

}  // namespace qwenchat
