def step(adder, x, w, total):
    """One step of a tensor core: the sum so far and the products x * w along the last axis, all exact, are cut
    toward zero to multiples of 2**(E - F), E being the largest exponent among them; what is left is added exactly,
    and the sum is cut toward zero to so many bits behind the first, or rounded to float16."""
    F, bits, joins, half = ADDERS[adder]
    x, w = ((a.view(np.uint32) & np.uint32(READ)).view(np.float32).astype(np.float64) for a in (x, w))
    exponent = lambda a, least: np.maximum(np.frexp(a)[1] - 1, least)
    terms = x * w
    exponents = np.where(terms == 0, -999, exponent(x, LEAST) + exponent(w, LEAST))
    c = np.broadcast_to(np.float64(0 if total is None else total), terms.shape[:-1])
    if joins:
        of_c = np.where(c == 0, -999, exponent(c, -14 if half else -126))
        terms = np.concatenate([terms, c[..., None]], axis=-1)
        exponents = np.concatenate([exponents, of_c[..., None]], axis=-1)
    unit = np.ldexp(1.0, exponents.max(axis=-1) - F)
    with np.errstate(over="ignore", invalid="ignore"):
        whole = np.trunc(terms / unit[..., None]).sum(axis=-1) + 0.0
        last = np.ldexp(1.0, exponent(whole * unit, -126) - bits)
        y = (whole * unit).astype(np.float16) if half else np.trunc(whole * unit / last) * last
        ordinary = terms.sum(axis=-1)
        y = np.where(np.isfinite(ordinary), y, ordinary).astype(np.float32)
        return y if joins else y + c.astype(np.float32)
