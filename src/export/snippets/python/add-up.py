def add_up(order, X, W, b):
    """The sums of X[:, k] * W[:, k] and b in the given order, all rows and outputs at once.

    k is a product, *k one that is fused into the sum on its left, b the bias, 0..8:4 the run 0 + 4 + 8;
    every + rounds once. {0..3} joins the sum on its left in one step of the adder named behind the @,
    {0..767}*16 in steps of 16 products each.
    """
    order, _, adder = order.partition("@")
    waiting, total = [], None
    for term in re.findall(r"[()b]|\{[^}]*\}(?:\*\d+)?|\*?\d+(?:\.\.\d+(?::\d+)?)?", order):
        if term == "(":
            waiting.append(total)
            total = None
        elif term == ")":
            left = waiting.pop()
            total = total if left is None else left + total
        elif term == "b":
            total = b if total is None else total + b
        else:
            first, last, by, size = re.fullmatch(r"[*{]?(\d+)(?:\.\.(\d+))?(?::(\d+))?\}?(?:\*(\d+))?", term).groups()
            first, last, by = int(first), int(last or first), int(by or 1)
            run = range(first, last + 1, by) if first <= last else range(first, last - 1, -by)
            if term[0] == "{":
                for i in range(0, len(run), int(size or len(run))):
                    k = list(run[i:i + int(size or len(run))])
                    total = step(adder.strip(), X[:, None, k], W[:, k], total)
                continue
            for k in run:
                if total is None:
                    total = X[:, k, None] * W[:, k]
                elif term[0] == "*":
                    total = fused(X[:, k, None], W[:, k], total)
                else:
                    total = total + X[:, k, None] * W[:, k]
    return total
