def rounded(y):
    """Results rounded to float16."""
    return y.astype(np.float16).astype(np.float32)
