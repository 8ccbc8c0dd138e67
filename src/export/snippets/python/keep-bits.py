def keep_bits(a, kept):
    """Numbers rounded to fewer bits of significand, nearest, ties to even."""
    word, all_bits = (np.uint32, 24) if a.dtype == np.float32 else (np.uint64, 53)
    drop = word(all_bits - kept)
    u = a.view(word)
    u = u + (word(2 ** (all_bits - kept - 1) - 1) + ((u >> drop) & word(1)))
    return (u >> drop << drop).view(a.dtype)
