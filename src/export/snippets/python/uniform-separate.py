def uniform(count, bound):
    """tensor.uniform_(-bound, bound) in a build that rounds u * (to - from) before it adds from."""
    bound = np.float32(bound)
    return (draw(count) * 2 * np.float64(bound)).astype(np.float32) - bound
