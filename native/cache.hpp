// The attention memory of a model.
#pragma once

#include <sys/mman.h>

#include <cstdint>
#include <memory>
#include <new>
#include <vector>

#include "attention.hpp"

namespace qwenchat {

// Zeroed memory that costs nothing until it is touched.
class Pages {
 public:
  explicit Pages(int64_t bytes) : bytes_(static_cast<size_t>(bytes)) {
    p_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p_ == MAP_FAILED) throw std::bad_alloc();
#if defined(MADV_HUGEPAGE)
    madvise(p_, bytes_, MADV_HUGEPAGE);
#endif
  }
  ~Pages() { munmap(p_, bytes_); }
  Pages(const Pages &) = delete;
  Pages &operator=(const Pages &) = delete;
  char *get() const { return static_cast<char *>(p_); }

 private:
  void *p_;
  size_t bytes_;
};

struct RopeTable {
  std::vector<float> inv_freq;  // [n_stretches][half]
  int64_t half, n_stretches;
  float scale;
};

// What the layers of one cache share.
struct AttnCache {
  int64_t n_blocks, n_states;
  bool bf16, packed;  // as in AttnShape
  int64_t block_bytes, taken;  // of a block in all layers, and in those made so far
  std::shared_ptr<Pages> memory;
  std::vector<RopeTable> ropes;
};

struct AttnLayer {
  AttnShape shape;
  int64_t rope;  // index in the cache's
  std::shared_ptr<const AttnCache> cache;
  std::vector<float> q_norm, k_norm;  // padded; `shape` points here
  int64_t n_bytes;
};

}  // namespace qwenchat
