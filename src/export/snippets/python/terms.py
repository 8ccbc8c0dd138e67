def terms(X, W, b):
    """What is added up: the products, rounded, and the bias last."""
    products = [X[:, k, None] * W[:, k] for k in range(X.shape[1])]
    return products if b is None else products + [b + np.zeros_like(products[0])]
