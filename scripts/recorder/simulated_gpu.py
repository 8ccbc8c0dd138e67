"""GPUs for the recorder's tests: a linear layer as tensor cores compute it, in integers, apart from the code that it tests.

The steps are those of the published description (see src/numerics/multi-term-add.ts). All numbers are decoded from their
bits, terms are shifted and added as int64, and nothing is rounded but by shifting.
"""
import numpy as np

LEAST = {"float32": -126, "tf32": -126, "bfloat16": -126, "float16": -14, "float8_e4m3": -6, "float8_e5m2": -14}


class Chip:
    """F and how many products a step takes; 16 or 32 bits of accumulator, and what it keeps of a result."""

    def __init__(self, fraction_bits, size, accumulator="float32", result_bits=23, as_term=True):
        self.fraction_bits, self.size, self.accumulator = fraction_bits, size, accumulator
        self.result_bits, self.as_term = result_bits, as_term


V100, A100, H100 = Chip(23, 4), Chip(24, 8), Chip(25, 16)
A100_TF32, H100_TF32 = Chip(24, 4), Chip(25, 8)
V100_16, H100_16 = Chip(23, 4, "float16"), Chip(25, 16, "float16")
ADA_8, H100_8, B200_8 = Chip(13, 16, result_bits=13), Chip(13, 32, result_bits=13), Chip(25, 32, as_term=False)


def decoded(values, least):
    """Sign, significand and exponent of float32 numbers: sign * significand * 2^(exponent - 23)."""
    raw = np.ascontiguousarray(values, dtype=np.float32).view(np.uint32).astype(np.int64)
    field = (raw >> 23) & 255
    significand = (raw & 0x7FFFFF) | np.where(field > 0, 1 << 23, 0)
    exponent = np.maximum(field, 1) - 127
    short = np.maximum(least - exponent, 0)
    return np.where(raw >> 31, -1, 1), significand >> short, exponent + short


def shifted(count, places):
    """count * 2^-places, cut."""
    return (count << np.maximum(-places, 0)) >> np.minimum(np.maximum(places, 0), 63)


class Factors:
    """Factors, decoded: x (rows, K) or w (N, K)."""

    def __init__(self, values, dtype):
        if dtype == "tf32":
            values = (np.ascontiguousarray(values).view(np.uint32) & np.uint32(0xFFFFE000)).view(np.float32)
        self.sign, self.significand, self.exponent = decoded(values, LEAST[dtype])
        self.signed = self.sign * self.significand


def step(chip, x, w, run, c):
    """The accumulator, c (rows, N), after one step with these products of x and w."""
    count = x.signed[:, None, run] * w.signed[:, run]
    exponent = x.exponent[:, None, run] + w.exponent[:, run]
    sc, mc, ec = decoded(c if chip.as_term else np.zeros_like(c), LEAST[chip.accumulator])
    top = np.maximum(np.where(count != 0, exponent, -9999).max(axis=2), np.where(mc > 0, ec, -9999))
    top[top == -9999] = 0
    unit = top - chip.fraction_bits
    total = (np.sign(count) * shifted(np.abs(count), unit[..., None] - (exponent - 46))).sum(axis=2) + sc * shifted(mc, unit - (ec - 23))
    d = result(chip, np.sign(total), np.abs(total), unit)
    return d if chip.as_term else d + c


def result(chip, sign, count, unit):
    """sign * count * 2^unit as a number of the accumulator, as float32."""
    length = np.frexp(count.astype(np.float64))[1]  # exact: there are less than 2^53
    half = chip.accumulator == "float16"
    kept = 10 if half else chip.result_bits
    last = np.maximum(unit + length - 1, LEAST[chip.accumulator]) - kept
    places = np.maximum(last - unit, 0)
    cut = shifted(count, places)
    if half:
        rest, tie = count - (cut << places), np.where(places > 0, 1 << np.maximum(places - 1, 0), 1 << 62)
        cut += (rest > tie) | ((rest == tie) & (cut % 2 == 1))
    return (sign * np.ldexp(cut.astype(np.float64), np.where(places > 0, last, unit).astype(np.int32))).astype(np.float32)


def to_output(values, output):
    """float32 numbers rounded to nearest even."""
    if output == "bfloat16":
        raw = np.ascontiguousarray(values, dtype=np.float32).view(np.uint32).astype(np.uint64)
        return ((raw + 0x7FFF + ((raw >> np.uint64(16)) & np.uint64(1))) & np.uint64(0xFFFF0000)).astype(np.uint32).view(np.float32)
    return values.astype(np.float16).astype(np.float32) if output == "float16" else values


def chain(chip, x, w, products, start):
    """Groups along `products`, one after the other, onto what is there."""
    total = start
    for at in range(0, len(products), chip.size):
        total = step(chip, x, w, products[at : at + chip.size], total)
    return total


def layer(chip, dtype, output, splits=1, bias="last", interleaved=False, halves=None):
    """A linear layer: chains along K, joined by float32 additions. `halves` is what partial sums are rounded to."""

    def linear(x, weight, b):
        x, weight = np.asarray(x, dtype=np.float32), np.asarray(weight, dtype=np.float32)
        x_factors, w_factors = Factors(x, dtype), Factors(weight, dtype)
        zero = np.zeros((len(x), len(weight)), dtype=np.float32)
        K = x.shape[1]
        size = -(-K // splits)
        total = None
        for split in range(splits):
            products = list(range(split, K, splits)) if interleaved else list(range(split * size, min(K, (split + 1) * size)))
            if not products:
                continue
            first = b is not None and bias == "first" and split == 0
            part = chain(chip, x_factors, w_factors, products, zero + b if first else zero)
            part = part if halves is None else to_output(part, halves)
            total = part if total is None else total + part
        return to_output(total + b if b is not None and bias == "last" else total, output)

    return linear
