def neumaier(X, W, b):
    """Kahan's method that also works where a term is larger than the sum (Neumaier, 1974)."""
    total = lost = np.zeros((len(X), len(W)), X.dtype)
    for value in terms(X, W, b):
        grown = total + value
        lost = lost + np.where(abs(total) >= abs(value), (total - grown) + value, (value - grown) + total)
        total = grown
    return total + lost
