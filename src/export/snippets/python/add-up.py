def add_up(order, X, W, b):
    """The sums of X[:, k] * W[:, k] and b in the given order, all rows and outputs at once.

    k is a product, *k one that is fused into the sum on its left, b the bias, 0..8:4 the run 0 + 4 + 8;
    every + rounds once.
    """
    waiting, total = [], None
    for term in re.findall(r"[()b]|\*?\d+(?:\.\.\d+(?::\d+)?)?", order):
        if term == "(":
            waiting.append(total)
            total = None
        elif term == ")":
            left = waiting.pop()
            total = total if left is None else left + total
        elif term == "b":
            total = b if total is None else total + b
        else:
            first, last, step = re.fullmatch(r"\*?(\d+)(?:\.\.(\d+))?(?::(\d+))?", term).groups()
            first, last, step = int(first), int(last or first), int(step or 1)
            for k in range(first, last + 1, step) if first <= last else range(first, last - 1, -step):
                if total is None:
                    total = X[:, k, None] * W[:, k]
                elif term[0] == "*":
                    total = fused(X[:, k, None], W[:, k], total)
                else:
                    total = total + X[:, k, None] * W[:, k]
    return total
