/* y = xWᵀ + b, products in sequence, eight AVX vectors of outputs side by side: the yardstick for the WebAssembly
 * engine. Reads x, W (in strips of 64 outputs), b as raw float32, for B rows; writes y and the seconds per pass. */
#include <immintrin.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STRIP = 64, VECTORS = 8 };
static float x[B * K], W[N * K] __attribute__((aligned(64))), b_[N], y[B * N];

__attribute__((noinline)) static void pass(void) {
  for (int s = 0; s < N / STRIP; s++)
    for (int r = 0; r < B; r++) {
      const float *w = W + (long)s * K * STRIP, *row = x + (long)r * K;
      __m256 sum[VECTORS];
      for (int v = 0; v < VECTORS; v++) sum[v] = _mm256_mul_ps(_mm256_set1_ps(row[0]), _mm256_load_ps(w + 8 * v));
      for (int k = 1; k < K; k++) {
        __m256 xk = _mm256_set1_ps(row[k]);
        for (int v = 0; v < VECTORS; v++) sum[v] = _mm256_add_ps(sum[v], _mm256_mul_ps(xk, _mm256_load_ps(w + k * STRIP + 8 * v)));
      }
      for (int v = 0; v < VECTORS; v++) _mm256_storeu_ps(y + (long)r * N + s * STRIP + 8 * v, _mm256_add_ps(sum[v], _mm256_loadu_ps(b_ + s * STRIP + 8 * v)));
    }
}

int main(int argc, char **argv) {
  if (fread(x, 4, B * K, stdin) != B * K || fread(W, 4, N * K, stdin) != N * K || fread(b_, 4, N, stdin) != N) return 2;
  int passes = argc > 1 ? atoi(argv[1]) : 1;
  struct timespec from, to;
  pass();
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (int p = 0; p < passes; p++) pass();
  clock_gettime(CLOCK_MONOTONIC, &to);
  fwrite(y, 4, B * N, stdout);
  fprintf(stderr, "%.9f", ((to.tv_sec - from.tv_sec) + 1e-9 * (to.tv_nsec - from.tv_nsec)) / passes);
  return 0;
}
