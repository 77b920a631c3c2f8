// Vectors of fp32 as wide as the flags of this object allow, and our own exp2. For per-ISA sources only: everything
// is in an anonymous namespace and nothing of the standard library is used, so nothing compiled for a newer machine
// can be linked into the portable path.
#pragma once

#include <stddef.h>
#include <stdint.h>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace {

#if defined(__AVX512F__)
constexpr int kLanes = 16;
#elif defined(__AVX2__)
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif

// GCC's and clang's own vectors: arithmetic by operators, any target.
typedef float vf __attribute__((vector_size(kLanes * 4)));
typedef int32_t vi __attribute__((vector_size(kLanes * 4)));
typedef uint32_t vu __attribute__((vector_size(kLanes * 4)));

#define INLINE inline __attribute__((always_inline))

#define JOIN(a, b) a##b
#define NAMED(name, isa) JOIN(name, isa)

INLINE vf load(const float *p) {
  vf v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}
INLINE vu load(const uint32_t *p) {
  vu v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}
INLINE vf load_bytes(const int8_t *p) {
#if defined(__AVX512F__)
  return (vf)_mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128((const __m128i *)p)));
#elif defined(__AVX2__)
  return (vf)_mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64((const __m128i *)p)));
#else
  vf v;
  for (int i = 0; i < kLanes; ++i) v[i] = (float)p[i];
  return v;
#endif
}
INLINE vu load_bytes(const uint8_t *p) {
#if defined(__AVX512F__)
  return (vu)_mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)p));
#elif defined(__AVX2__)
  return (vu)_mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)p));
#else
  vu v;
  for (int i = 0; i < kLanes; ++i) v[i] = p[i];
  return v;
#endif
}
INLINE void store(float *p, vf v) { __builtin_memcpy(p, &v, sizeof v); }
INLINE void store(uint32_t *p, vu v) { __builtin_memcpy(p, &v, sizeof v); }
INLINE vf all(float x) { return x - vf{}; }
INLINE vu all(uint32_t x) { return x - vu{}; }
INLINE float as_float(uint32_t x) {
  float f;
  __builtin_memcpy(&f, &x, 4);
  return f;
}
INLINE uint32_t as_bits(float f) {
  uint32_t x;
  __builtin_memcpy(&x, &f, 4);
  return x;
}

INLINE vf fma(vf a, vf b, vf c) {
#if defined(__AVX512F__)
  return (vf)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c);
#elif defined(__AVX2__)
  return (vf)_mm256_fmadd_ps((__m256)a, (__m256)b, (__m256)c);
#else
  return a * b + c;
#endif
}
// Where either is NaN, `b`.
INLINE vf larger(vf a, vf b) {
#if defined(__AVX512F__)
  return (vf)_mm512_max_ps((__m512)a, (__m512)b);
#elif defined(__AVX2__)
  return (vf)_mm256_max_ps((__m256)a, (__m256)b);
#else
  return a > b ? a : b;
#endif
}

INLINE float lane_sum(vf v) {
#if defined(__AVX512F__)
  return _mm512_reduce_add_ps((__m512)v);
#endif
  float x[kLanes];
  __builtin_memcpy(x, &v, sizeof v);
  for (int n = kLanes / 2; n > 0; n /= 2)
    for (int i = 0; i < n; ++i) x[i] += x[i + n];
  return x[0];
}
INLINE float lane_max(vf v) {
#if defined(__AVX512F__)
  return _mm512_reduce_max_ps((__m512)v);
#endif
  float x[kLanes];
  __builtin_memcpy(x, &v, sizeof v);
  for (int n = kLanes / 2; n > 0; n /= 2)
    for (int i = 0; i < n; ++i) x[i] = x[i] > x[i + n] ? x[i] : x[i + n];
  return x[0];
}

// 2^t for t <= 127, relative error about 1e-7; exactly 0 below -126.5, and for -inf; NaN stays NaN.
// The polynomial is a minimax fit of 2^f on [-1/2, 1/2] with f(0) = 1 exactly.
INLINE vf exp2_of(vf t) {
  const float kMagic = 12582912.0f + 127.0f;  // 1.5 * 2^23: the low bits of the sum are rint(t) + 127
  t = larger(all(-127.0f), t);
  const vf z = t + kMagic;
  const vf f = t - (z - kMagic);
  vf p = all(1.5353362e-4f);
  p = fma(p, f, all(1.3398874e-3f));
  p = fma(p, f, all(9.618437e-3f));
  p = fma(p, f, all(5.5503324e-2f));
  p = fma(p, f, all(2.4022648e-1f));
  p = fma(p, f, all(6.931472e-1f));
  p = fma(p, f, all(1.0f));
  return p * (vf)((vi)z << 23);
}
INLINE float exp2_of(float t) { return exp2_of(all(t))[0]; }

// fp32 to bf16, ties to even; NaN stays NaN.
INLINE uint32_t bf16_bits(float x) {
  const uint32_t b = as_bits(x);
  if (x != x) return b >> 16 | 0x40;
  return (b + 0x7FFF + (b >> 16 & 1)) >> 16;
}
INLINE vu bf16_bits(vf x) {
  const vu b = (vu)x;
  const vu nan = (vu)(x != x);
  return (((b + 0x7FFF + (b >> 16 & 1)) >> 16) & ~nan) | ((b >> 16 | 0x40) & nan);
}

// Rounded to bf16 and still fp32, for |x| < 2^110; a tie may go either way (T. J. Dekker's split, 1971). NaN stays NaN.
INLINE vf near_bf16(vf x) {
  const vf y = x * 65537.0f;
  return y - (y - x);
}

// The low halves of the lanes.
INLINE void store_halves(uint16_t *p, vu v) {
#if defined(__AVX512F__)
  _mm256_storeu_si256((__m256i *)p, _mm512_cvtepi32_epi16((__m512i)v));
#elif defined(__AVX2__)
  const __m256i packed = _mm256_permute4x64_epi64(_mm256_packus_epi32((__m256i)v, (__m256i)v), 0x08);
  _mm_storeu_si128((__m128i *)p, _mm256_castsi256_si128(packed));
#else
  for (int i = 0; i < kLanes; ++i) p[i] = static_cast<uint16_t>(v[i]);
#endif
}

// Rounded to bf16. Values so small that fp32 holds them inexactly may become 0.
INLINE void store_bf16(uint16_t *p, vf v) {
#if defined(__AVX512BF16__)
  _mm256_storeu_si256((__m256i *)p, (__m256i)_mm512_cvtneps_pbh((__m512)v));
#else
  store_halves(p, bf16_bits(v));
#endif
}

}  // namespace
