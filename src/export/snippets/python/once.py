def once(t, lost):
    """t + lost in float32, rounded once. A float64 that ends in 0 and lost something first steps towards
    what it lost, so that the second rounding can't go wrong (Boldo and Melquiond, 2008)."""
    steps = (lost != 0) & (t.view(np.int64) & 1 == 0)
    return np.where(steps, np.nextafter(t, np.copysign(np.inf, lost)), t).astype(np.float32)
