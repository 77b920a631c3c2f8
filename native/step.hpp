// One forward pass: which tokens, where they stand, and the angles of their positions.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace qwenchat {

struct AttnCache;

// cos and sin of every row's angles for one rope, out of the arena.
struct Angles {
  int64_t half;  // rows are padded to a multiple of 16
  const float *cos, *sin;
};

// A checked plan: every index in it is in range, except `ids`, whose range only the embedding table knows.
struct Step {
  uint64_t step;  // equals the arena's while handles of this pass are valid
  int64_t n_rows, n_seqs, n_wanted, table_width;
  const int32_t *ids;        // [n_rows]
  const int32_t *starts;     // [n_seqs + 1], rows of sequence s are starts[s] <= r < starts[s + 1]
  const int32_t *n_past;     // [n_seqs]
  const int32_t *tables;     // [n_seqs, table_width], blocks of each sequence
  const int32_t *wanted;     // [n_wanted]
  const int32_t *positions;  // [n_rows]
  const int32_t *stretches;  // [n_seqs], which row of a rope that has several
  const int32_t *states;     // [n_seqs], the state of each; null where the cache has none
  std::shared_ptr<const AttnCache> cache;  // which it was checked against
  std::vector<Angles> angles;  // one a rope of that cache
  std::unique_ptr<int32_t[]> keep;  // what the pointers above point into
};

}  // namespace qwenchat
