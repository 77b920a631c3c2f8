// Activations: fp32 rows out of an arena that each step empties.
#pragma once

#include <sys/mman.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace qwenchat {

// One reserved range of addresses, handed out lowest first. Pages cost memory only once touched, and a range that
// was given back is used again while its lines are still in the cache: a layer's activations are the next one's.
class ArenaPages {
 public:
  ArenaPages() {
    for (size_ = int64_t{1} << 36; size_ >= int64_t{1} << 26; size_ >>= 1) {
      void *p = mmap(nullptr, static_cast<size_t>(size_), PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
      if (p == MAP_FAILED) continue;
      base_ = static_cast<char *>(p);
#if defined(MADV_HUGEPAGE)
      // A panel's results are a column of a wide matrix: in small pages, each row would be a miss of the TLB.
      madvise(p, static_cast<size_t>(size_), MADV_HUGEPAGE);
#endif
      free_.push_back({0, size_});
      return;
    }
    throw std::bad_alloc();
  }
  ~ArenaPages() { munmap(base_, static_cast<size_t>(size_)); }
  ArenaPages(const ArenaPages &) = delete;
  ArenaPages &operator=(const ArenaPages &) = delete;

  void *take(int64_t bytes) {
    const std::lock_guard<std::mutex> held(lock_);
    for (size_t i = 0; i < free_.size(); ++i) {
      if (free_[i].bytes < bytes) continue;
      void *p = base_ + free_[i].from;
      free_[i].from += bytes;
      free_[i].bytes -= bytes;
      if (free_[i].bytes == 0) free_.erase(free_.begin() + static_cast<int64_t>(i));
      return p;
    }
    throw std::bad_alloc();
  }

  void give(void *p, int64_t bytes, uint64_t step) {
    const std::lock_guard<std::mutex> held(lock_);
    if (step != step_) return;  // `reset` has taken it back already
    const int64_t from = static_cast<char *>(p) - base_;
    size_t i = 0;
    while (i < free_.size() && free_[i].from < from) ++i;
    free_.insert(free_.begin() + static_cast<int64_t>(i), {from, bytes});
    join(i);
    if (i > 0) join(i - 1);
  }

  void reset() {
    const std::lock_guard<std::mutex> held(lock_);
    free_.assign(1, {0, size_});
    ++step_;
  }

  uint64_t step() const { return step_; }

 private:
  struct Range {
    int64_t from, bytes;
  };
  void join(size_t i) {
    if (i + 1 >= free_.size() || free_[i].from + free_[i].bytes != free_[i + 1].from) return;
    free_[i].bytes += free_[i + 1].bytes;
    free_.erase(free_.begin() + static_cast<int64_t>(i) + 1);
  }

  char *base_ = nullptr;
  int64_t size_ = 0;
  uint64_t step_ = 0;
  std::vector<Range> free_;  // ascending, never touching
  std::mutex lock_;          // Python may drop a handle while another thread computes
};

// Some bytes of the arena, aligned to 64, given back when it goes.
class Block {
 public:
  Block() = default;
  Block(std::shared_ptr<ArenaPages> pages, int64_t bytes)
      : pages_(std::move(pages)), bytes_((bytes + 64) & ~int64_t{63}), step_(pages_->step()) {
    p_ = pages_->take(bytes_);
  }
  Block(Block &&other) noexcept { *this = std::move(other); }
  Block &operator=(Block &&other) noexcept {
    std::swap(pages_, other.pages_);
    std::swap(p_, other.p_);
    std::swap(bytes_, other.bytes_);
    std::swap(step_, other.step_);
    return *this;
  }
  ~Block() {
    if (pages_) pages_->give(p_, bytes_, step_);
  }
  void *get() const { return p_; }
  template <class T>
  T *as() const {
    return static_cast<T *>(p_);
  }
  const ArenaPages *pages() const { return pages_.get(); }

 private:
  std::shared_ptr<ArenaPages> pages_;
  void *p_ = nullptr;
  int64_t bytes_ = 0;
  uint64_t step_ = 0;
};

// A matrix of activations, row-major and dense. Its memory is used again once it goes.
struct Array {
  float *data = nullptr;
  int64_t rows = 0, cols = 0;
  uint64_t step = 0;  // the step it was made in, so that a stale handle is an error and not a surprise
  Block block;
};

class Arena {
 public:
  // Scratch memory for the length of a call: keep the block while you use it.
  Block block(int64_t bytes) { return Block(pages_, bytes); }

  Array array(int64_t rows, int64_t cols) {
    Array a{nullptr, rows, cols, pages_->step(), block(rows * cols * int64_t{sizeof(float)})};
    a.data = a.block.as<float>();
    return a;
  }

  // Memory that lasts until the next step.
  void *take(int64_t bytes) { return pages_->take((bytes + 64) & ~int64_t{63}); }

  // Begins a step: all memory is free again, and every array made before is stale.
  void reset() { pages_->reset(); }

  uint64_t step() const { return pages_->step(); }
  bool owns(const Array &a) const { return a.block.pages() == pages_.get() && a.step == pages_->step(); }

 private:
  std::shared_ptr<ArenaPages> pages_ = std::make_shared<ArenaPages>();
};

}  // namespace qwenchat
