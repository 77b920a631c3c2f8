// Threads that meet twice a call: fork, join. They spin for a moment between calls, then sleep.
#pragma once

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace qwenchat {

inline void relax() {
#if defined(__x86_64__)
  _mm_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

class Pool {
 public:
  explicit Pool(int n_threads) : n_(n_threads < 1 ? 1 : n_threads) {}
  ~Pool() { stop(); }
  Pool(const Pool &) = delete;
  Pool &operator=(const Pool &) = delete;

  int size() const { return n_; }

  // Calls fn(chunk, thread) for every chunk in [0, n_chunks), handed out in order to whichever thread is free;
  // returns when all are done. The caller is thread 0. A chunk's result must not depend on who computes it.
  template <class Fn>
  void run(int64_t n_chunks, Fn &&fn) {
    // While another thread of the program is in a call of this pool, this one does its work alone.
    if (n_ == 1 || n_chunks <= 1 || taken_.exchange(true, std::memory_order_acquire)) {
      for (int64_t c = 0; c < n_chunks; ++c) fn(c, 0);
      return;
    }
    start();
    call_ = [](void *f, int64_t c, int t) { (*static_cast<std::remove_reference_t<Fn> *>(f))(c, t); };
    fn_ = &fn;
    done_.store(0, std::memory_order_relaxed);
    ticket_.store(static_cast<uint64_t>(n_chunks) << 32, std::memory_order_release);
    epoch_.fetch_add(1, std::memory_order_seq_cst);
    if (asleep_.load(std::memory_order_seq_cst) > 0) epoch_.notify_all();
    work(0);
    // Only chunks that somebody took are waited for: a thread that the system hasn't let run yet holds up nobody.
    for (int turns = 0; done_.load(std::memory_order_acquire) != n_chunks; ++turns)
      turns < kPatience ? relax() : std::this_thread::yield();
    taken_.store(false, std::memory_order_release);
  }

 private:
  static constexpr auto kSpin = std::chrono::microseconds(200);
  static constexpr int kKeen = 500;       // some ten microseconds; then a server's own thread may need this core
  static constexpr int kPatience = 2000;  // some tens of microseconds; then whoever has the chunk may need this core

  void work(int thread) {
    // The ticket is [n_chunks | next]. Taking a chunk is one exchange of the whole of it, so that a late thread takes
    // a chunk of the call that is going on now or none; that call can't end, nor its function go, before it is done.
    uint64_t seen = ticket_.load(std::memory_order_acquire);
    while ((seen & 0xffffffff) < seen >> 32) {
      if (!ticket_.compare_exchange_weak(seen, seen + 1, std::memory_order_acq_rel, std::memory_order_acquire)) continue;
      call_(fn_, static_cast<int64_t>(seen & 0xffffffff), thread);
      done_.fetch_add(1, std::memory_order_release);
      seen = ticket_.load(std::memory_order_acquire);
    }
  }

  void loop(int thread, uint32_t seen) {
    for (;;) {
      const auto until = std::chrono::steady_clock::now() + kSpin;
      int turns = 0;
      while (epoch_.load(std::memory_order_acquire) == seen) {
        relax();
        if ((++turns & 63) != 0) continue;
        if (std::chrono::steady_clock::now() > until) {
          asleep_.fetch_add(1, std::memory_order_seq_cst);
          epoch_.wait(seen, std::memory_order_seq_cst);
          asleep_.fetch_sub(1, std::memory_order_relaxed);
        } else if (turns > kKeen) {
          std::this_thread::yield();
        }
      }
      seen = epoch_.load(std::memory_order_acquire);
      if (stopping_.load(std::memory_order_relaxed)) return;
      work(thread);
    }
  }

  void start() {
    // Threads don't survive a fork: the child starts its own, and must not join its parent's.
    if (!threads_.empty() && pid_ == getpid()) return;
    if (!threads_.empty()) new std::vector<std::thread>(std::move(threads_));
    threads_.clear();
    pid_ = getpid();
    const uint32_t seen = epoch_.load();
    asleep_.store(0);
    for (int t = 1; t < n_; ++t) threads_.emplace_back([this, t, seen] { loop(t, seen); });
  }

  void stop() {
    if (threads_.empty()) return;
    if (pid_ != getpid()) {
      new std::vector<std::thread>(std::move(threads_));
      return;
    }
    stopping_.store(true);
    epoch_.fetch_add(1, std::memory_order_release);
    epoch_.notify_all();
    for (auto &t : threads_) t.join();
  }

  const int n_;
  pid_t pid_ = 0;
  std::vector<std::thread> threads_;
  void (*call_)(void *, int64_t, int) = nullptr;
  void *fn_ = nullptr;
  alignas(64) std::atomic<uint64_t> ticket_{0};
  alignas(64) std::atomic<int64_t> done_{0};
  alignas(64) std::atomic<uint32_t> epoch_{0};
  std::atomic<int> asleep_{0};
  std::atomic<bool> stopping_{false}, taken_{false};
};

}  // namespace qwenchat
