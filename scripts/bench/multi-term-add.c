/*
 * One addition of a tensor core, c + sum of n products, in integers: the steps of src/numerics/multi-term-add.ts, written apart
 * from it. The program around it defines F, LEAST (the exponent of the format's subnormals) and RESULT (fraction bits kept).
 * Finite numbers only.
 */
#include <stdint.h>
#include <string.h>

/* v is *m * 2^(*e - 23); its exponent *e is at least `least`. */
static inline void split(float v, int least, int64_t *m, int *e) {
  uint32_t bits;
  memcpy(&bits, &v, 4);
  int biased = bits >> 23 & 0xff, exponent = (biased ? biased : 1) - 127;
  int64_t significand = (bits & 0x7fffff) | (biased ? 0x800000 : 0);
  if (exponent < least) { significand = least - exponent > 23 ? 0 : significand >> (least - exponent); exponent = least; }
  *m = bits >> 31 ? -significand : significand;
  *e = exponent;
}

/* m * 2^-shift, cut toward zero. */
static inline int64_t cut(int64_t m, int shift) {
  if (shift <= 0) return m * ((int64_t)1 << -shift);
  int64_t size = shift > 62 ? 0 : (m < 0 ? -m : m) >> shift;
  return m < 0 ? -size : size;
}

static float join(const float *a, const float *b, int first, int step, int n, float c) {
  int64_t products[32], start, sum;
  int exponents[32], top, largest = -1000;
  split(c, -126, &start, &top);
  if (start != 0) largest = top;
  for (int i = 0, k = first; i < n; i++, k += step) {
    int64_t x, y;
    int ex, ey;
    split(a[k], LEAST, &x, &ex);
    split(b[k], LEAST, &y, &ey);
    products[i] = x * y;
    exponents[i] = ex + ey;
    if (products[i] != 0 && exponents[i] > largest) largest = exponents[i];
  }
  if (largest == -1000) return 0;
  sum = cut(start, 23 - F + largest - top);
  for (int i = 0; i < n; i++) sum += cut(products[i], 46 - F + largest - exponents[i]);
  if (sum == 0) return 0;
  int64_t size = sum < 0 ? -sum : sum;
  int drop = 63 - __builtin_clzll((uint64_t)size) - RESULT, least = -126 - RESULT - (largest - F);
  if (drop < least) drop = least;
  if (drop > 0) size = drop > 62 ? 0 : size >> drop << drop;
  return (float)ldexp((double)(sum < 0 ? -size : size), largest - F);
}
