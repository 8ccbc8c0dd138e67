def descending(X, W, b):
    """The terms sorted by magnitude, largest first, then added one by one."""
    values = np.stack(terms(X, W, b))
    values = np.take_along_axis(values, np.argsort(-abs(values), axis=0, kind="stable"), axis=0)
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total
