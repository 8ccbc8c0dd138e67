def uniform(count, bound):
    """tensor.uniform_(-bound, bound) in a build that fuses u * (to - from) + from: rounded once, as here."""
    return ((2 * draw(count) - 1) * np.float64(np.float32(bound))).astype(np.float32)
