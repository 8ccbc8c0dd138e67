def fused(x, w, total):
    """fma(x, w, total) in float32: the product is exact in float64, and Knuth's two-sum finds what t lost."""
    p = np.multiply(x, w, dtype=np.float64)
    t = p + total
    z = t - p
    return once(t, (p - (t - z)) + (total - z))
