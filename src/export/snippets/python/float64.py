def float64(X, W, b):
    """Products and sums in float64, rounded at the end."""
    total = np.zeros((len(X), len(W)))
    for value in terms(X.astype(np.float64), W.astype(np.float64), b):
        total = total + value
    return total.astype(X.dtype)
