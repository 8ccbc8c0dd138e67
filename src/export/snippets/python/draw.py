def draw(count):
    """Numbers in [0, 1) as PyTorch draws them on the CPU: the low 24 bits of each output, exact in float64."""
    return (generator.randint(0, 2**32, count, dtype=np.uint32) & 0xFFFFFF) * 2.0**-24
