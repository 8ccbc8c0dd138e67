def keep_bits(a, kept):
    """float32 rounded to fewer bits of significand, nearest, ties to even."""
    drop = np.uint32(24 - kept)
    u = a.view(np.uint32)
    u = u + (np.uint32(2 ** int(drop - 1) - 1) + ((u >> drop) & np.uint32(1)))
    return (u >> drop << drop).view(np.float32)
