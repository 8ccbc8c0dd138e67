def kahan(X, W, b):
    """The error of each addition is taken off the next term (Kahan, 1965)."""
    total = lost = np.zeros((len(X), len(W)), X.dtype)
    for value in terms(X, W, b):
        term = value - lost
        grown = total + term
        lost = (grown - total) - term
        total = grown
    return total
