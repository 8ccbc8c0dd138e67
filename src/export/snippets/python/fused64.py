def fused(x, w, total):
    """In float64 the product of two float32 is exact, so that fusing it changes nothing."""
    return total + x * w
