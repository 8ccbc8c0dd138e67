def exact(X, W, b):
    """The exact sums, rounded once: math.fsum gives the nearest float64, and once more what that lost."""
    values = np.stack(terms(X.astype(np.float64), W.astype(np.float64), b))
    nearest = np.apply_along_axis(math.fsum, 0, values)
    if X.dtype == np.float64:
        return nearest
    return once(nearest, np.apply_along_axis(math.fsum, 0, np.concatenate([values, -nearest[None]])))
