// Activations: fp32 rows out of an arena that each step empties.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <new>
#include <vector>

namespace qwenchat {

// A matrix of activations, row-major and dense. It owns nothing: it is valid until the arena is reset.
struct Array {
  float *data;
  int64_t rows, cols;
  uint64_t step;  // the step it was made in, so that a stale handle is an error and not a surprise
};

// Memory that is only ever taken, and given back all at once. After the first few steps it is one region and
// takes nothing from the system.
class Arena {
 public:
  ~Arena() { release(); }

  void *take(int64_t bytes) {
    bytes = (bytes + 63) & ~int64_t{63};
    if (used_ + bytes > size_) grow(bytes);
    void *p = regions_.back() + used_;
    used_ += bytes;
    return p;
  }

  void reset() {
    if (regions_.size() > 1) {
      const int64_t all = total_;
      release();
      grow(all);
    }
    used_ = 0;
    ++step_;
  }

  Array array(int64_t rows, int64_t cols) {
    return {static_cast<float *>(take(rows * cols * int64_t{sizeof(float)})), rows, cols, step_};
  }
  uint64_t step() const { return step_; }

 private:
  void grow(int64_t bytes) {
    const int64_t least = int64_t{1} << 20;
    size_ = bytes > least ? bytes : least;
    void *p = std::aligned_alloc(64, static_cast<size_t>((size_ + 63) & ~int64_t{63}));
    if (p == nullptr) throw std::bad_alloc();
    regions_.push_back(static_cast<char *>(p));
    total_ += size_;
    used_ = 0;
  }
  void release() {
    for (char *p : regions_) std::free(p);
    regions_.clear();
    total_ = size_ = used_ = 0;
  }

  std::vector<char *> regions_;
  int64_t size_ = 0, used_ = 0, total_ = 0;
  uint64_t step_ = 0;
};

}  // namespace qwenchat
