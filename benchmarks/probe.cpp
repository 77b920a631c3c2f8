// The machine's limits, bare: how fast two threads read memory, how fast they multiply.
//
//   probe read  THREADS MIB CHUNK_KIB SECONDS   -> GB/s
//   probe KIND  THREADS SECONDS                 -> Gop/s, KIND: one of KINDS below
//
// One number on stdout. The caller asks only for what the CPU has.
#include <immintrin.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

using Clock = std::chrono::steady_clock;

static double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// All threads start together and each runs `work(thread)`; the caller is thread 0, so that no third one spins.
template <class Work>
static double run_threads(int n_threads, Work work) {
    std::atomic<int> ready{1};
    std::atomic<bool> go{false};
    std::vector<std::thread> threads;
    for (int t = 1; t < n_threads; t++)
        threads.emplace_back([&, t] {
            ready++;
            while (!go.load(std::memory_order_acquire)) {}
            work(t);
        });
    while (ready.load() < n_threads) std::this_thread::yield();
    auto start = Clock::now();
    go.store(true, std::memory_order_release);
    work(0);
    for (auto &thread : threads) thread.join();
    return seconds_since(start);
}

__attribute__((target("avx512f"))) static __m512i xor_chunk_512(const char *from, const char *to) {
    // Two streams ahead by 2 KiB: what the matrix-vector kernels do.
    __m512i a = _mm512_setzero_si512(), b = a, c = a, d = a;
    for (; from < to; from += 256) {
        _mm_prefetch(from + 4096, _MM_HINT_T0);
        _mm_prefetch(from + 4160, _MM_HINT_T0);
        _mm_prefetch(from + 4224, _MM_HINT_T0);
        _mm_prefetch(from + 4288, _MM_HINT_T0);
        a = _mm512_xor_si512(a, _mm512_load_si512(from));
        b = _mm512_xor_si512(b, _mm512_load_si512(from + 64));
        c = _mm512_xor_si512(c, _mm512_load_si512(from + 128));
        d = _mm512_xor_si512(d, _mm512_load_si512(from + 192));
    }
    return _mm512_xor_si512(_mm512_xor_si512(a, b), _mm512_xor_si512(c, d));
}

__attribute__((target("avx512f"))) static uint64_t read_512(const char *from, const char *to) {
    return (uint64_t)_mm512_reduce_add_epi64(xor_chunk_512(from, to));
}

__attribute__((target("avx2"))) static uint64_t read_256(const char *from, const char *to) {
    __m256i a = _mm256_setzero_si256(), b = a;
    for (; from < to; from += 64) {
        _mm_prefetch(from + 4096, _MM_HINT_T0);
        a = _mm256_xor_si256(a, _mm256_load_si256((const __m256i *)from));
        b = _mm256_xor_si256(b, _mm256_load_si256((const __m256i *)(from + 32)));
    }
    a = _mm256_xor_si256(a, b);
    return (uint64_t)(_mm256_extract_epi64(a, 0) ^ _mm256_extract_epi64(a, 1));
}

static double read_rate(int n_threads, size_t mib, size_t chunk_kib, double seconds) {
    size_t n_bytes = mib << 20, chunk = chunk_kib << 10;
    char *buffer = (char *)mmap(nullptr, n_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (buffer == MAP_FAILED) exit(2);
    madvise(buffer, n_bytes, MADV_HUGEPAGE);
    run_threads(n_threads, [&](int t) {
        size_t part = n_bytes / n_threads;
        memset(buffer + t * part, t + 1, part);
    });
    bool wide = __builtin_cpu_supports("avx512f");
    std::atomic<uint64_t> sum{0};
    size_t n_chunks = n_bytes / chunk;
    std::vector<double> rates;
    // One pass is one token's worth of weights; the median pass is the figure.
    for (auto start = Clock::now(); rates.size() < 3 || seconds_since(start) < seconds;) {
        std::atomic<size_t> next{0};
        double took = run_threads(n_threads, [&](int) {
            uint64_t local = 0;
            for (size_t i; (i = next.fetch_add(1)) < n_chunks;) {
                const char *from = buffer + i * chunk;
                local += wide ? read_512(from, from + chunk) : read_256(from, from + chunk);
            }
            sum += local;
        });
        rates.push_back(n_chunks * chunk / took / 1e9);
    }
    if (sum.load() == 42) fputs(" ", stderr);
    std::nth_element(rates.begin(), rates.begin() + rates.size() / 2, rates.end());
    return rates[rates.size() / 2];
}

// Twelve independent accumulators hide the latency of each instruction; `asm` keeps the loop as written.
#define LOOP12(TYPE, OP)                                                                       \
    TYPE r[12];                                                                                \
    memset(r, 0, sizeof r);                                                                    \
    for (uint64_t i = 0; i < n; i++) {                                                         \
        for (int k = 0; k < 12; k++) r[k] = OP;                                                \
        asm volatile("" : "+v"(r[0]), "+v"(r[1]), "+v"(r[2]), "+v"(r[3]), "+v"(r[4]), "+v"(r[5])); \
        asm volatile("" : "+v"(r[6]), "+v"(r[7]), "+v"(r[8]), "+v"(r[9]), "+v"(r[10]), "+v"(r[11])); \
    }

__attribute__((target("avx512f"))) static void spin_fp32(uint64_t n) {
    __m512 x = _mm512_set1_ps(1e-3f);
    LOOP12(__m512, _mm512_fmadd_ps(x, x, r[k]))
}

__attribute__((target("avx2,fma"))) static void spin_fp32_avx2(uint64_t n) {
    __m256 x = _mm256_set1_ps(1e-3f);
    LOOP12(__m256, _mm256_fmadd_ps(x, x, r[k]))
}

// Four products a lane, as they are summed without VNNI; assembly, since nothing in the loop changes.
__attribute__((target("avx2"))) static inline __m256i dot4(__m256i sum, __m256i x) {
    __m256i pairs;
    asm volatile("vpmaddubsw %2, %2, %1\n vpmaddwd %2, %1, %1\n vpaddd %1, %0, %0" : "+x"(sum), "=&x"(pairs) : "x"(x));
    return sum;
}

__attribute__((target("avx2"))) static void spin_int8_avx2(uint64_t n) {
    __m256i x = _mm256_set1_epi8(1);
    LOOP12(__m256i, dot4(r[k], x))
}

__attribute__((target("avx512f,avx512vnni"))) static void spin_vnni(uint64_t n) {
    __m512i x = _mm512_set1_epi8(1);
    LOOP12(__m512i, _mm512_dpbusd_epi32(r[k], x, x))
}

__attribute__((target("avx512f,avx512bf16"))) static void spin_bf16(uint64_t n) {
    __m512bh x = (__m512bh)_mm512_set1_epi16(0x3c00);
    LOOP12(__m512, _mm512_dpbf16_ps(r[k], x, x))
}

struct alignas(64) TileConfig {
    uint8_t palette = 1, start_row = 0, reserved[14] = {};
    uint16_t row_bytes[16] = {};
    uint8_t rows[16] = {};
};

// Four accumulators over two tiles of each operand, as a 32 x 32 block of a matrix product uses them.
#define TILES(OP)                                  \
    TileConfig config;                             \
    for (int t = 0; t < 8; t++) {                  \
        config.row_bytes[t] = 64;                  \
        config.rows[t] = 16;                       \
    }                                              \
    asm volatile("" : : "r"(&config) : "memory"); /* gcc 12 believes ldtilecfg reads 8 bytes */ \
    _tile_loadconfig(&config);                     \
    _tile_zero(0); _tile_zero(1); _tile_zero(2); _tile_zero(3); \
    _tile_zero(4); _tile_zero(5); _tile_zero(6); _tile_zero(7); \
    for (uint64_t i = 0; i < n; i++) {             \
        OP(0, 4, 6); OP(1, 4, 7); OP(2, 5, 6); OP(3, 5, 7); \
    }                                              \
    _tile_release();

__attribute__((target("amx-tile,amx-int8"))) static void spin_amx_int8(uint64_t n) { TILES(_tile_dpbssd) }
__attribute__((target("amx-tile,amx-bf16"))) static void spin_amx_bf16(uint64_t n) { TILES(_tile_dpbf16ps) }

struct Kind {
    const char *name;
    void (*spin)(uint64_t);
    double operations;  // of one loop turn
};

static const Kind KINDS[] = {
    {"fp32", spin_fp32, 12 * 16 * 2},
    {"fp32-avx2", spin_fp32_avx2, 12 * 8 * 2},
    {"int8-avx2", spin_int8_avx2, 12 * 32 * 2},
    {"vnni", spin_vnni, 12 * 64 * 2},
    {"bf16", spin_bf16, 12 * 32 * 2},
    {"amx-int8", spin_amx_int8, 4 * 16 * 16 * 64 * 2.0},
    {"amx-bf16", spin_amx_bf16, 4 * 16 * 16 * 32 * 2.0},
};

static double arithmetic_rate(const Kind &kind, int n_threads, double seconds) {
    // Linux hands out the tile registers only to those who ask: ARCH_REQ_XCOMP_PERM, XTILEDATA.
    if (!strncmp(kind.name, "amx", 3) && syscall(SYS_arch_prctl, 0x1023, 18)) exit(3);
    uint64_t n = 2'000'000'000 / (uint64_t)kind.operations * 8;
    double best = 0;
    for (auto start = Clock::now(); seconds_since(start) < seconds;) {
        double took = run_threads(n_threads, [&](int) { kind.spin(n); });
        best = std::max(best, n_threads * kind.operations * n / took / 1e9);
    }
    return best;
}

int main(int argc, char **argv) {
    if (argc >= 6 && !strcmp(argv[1], "read")) {
        printf("%.3f\n", read_rate(atoi(argv[2]), strtoul(argv[3], nullptr, 10),
                                   strtoul(argv[4], nullptr, 10), atof(argv[5])));
        return 0;
    }
    if (argc >= 4)
        for (auto &kind : KINDS)
            if (!strcmp(kind.name, argv[1])) {
                printf("%.1f\n", arithmetic_rate(kind, atoi(argv[2]), atof(argv[3])));
                return 0;
            }
    fputs("usage: probe read THREADS MIB CHUNK_KIB SECONDS | probe KIND THREADS SECONDS\n", stderr);
    return 2;
}
