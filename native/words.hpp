// What the words of different kernel families share.
#pragma once

#include <cstdint>

#include "voice.hpp"
#include "weight.hpp"

namespace qwenchat {

// Throws when `a` was made in an earlier step or by another voice.
void check_fresh(const Voice &v, const Array &a, const char *word);

// The rows of a table; ids are checked.
Array embed_rows(Voice &v, const Weight &w, const int32_t *ids, int64_t n);

}  // namespace qwenchat
