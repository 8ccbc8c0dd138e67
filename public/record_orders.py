#!/usr/bin/env python3
"""Reads off in which order a library adds up a linear layer, y = x W^T + b, and proves it by replay.

    python record_orders.py --library torch --in 768 --out 768 --batches 1,2,4,8,16,128 --output my-machine.json
    python record_orders.py --device cuda --dtype bfloat16 --output my-gpu.json

It needs Python 3.8 or newer and NumPy, and the library that you want to look at: PyTorch, NumPy itself, JAX, TensorFlow
or ONNX Runtime, or any function. It opens no network connection, and writes one file: the one that --output names.
From Python:

    from record_orders import record, record_module, save
    save(record(lambda x, weight, bias: x @ weight.T + bias, x, weight, bias, batches=[1, 16]), "my-machine.json")
    save(record_module(my_linear, my_x), "my-layer.json")         # a torch.nn.Linear and its float32 inputs

How it works (FPRev: Xie et al., USENIX ATC 2025). A sum of floating-point numbers is a tree: which two numbers are
added first, what that is added to, and so on. Fill x and W with ones, put a huge number +S at one place i and -S at
another place j. Ones that are added while S is in the sum vanish in its rounding; ones that join after +S and -S have
met survive. So the result counts the ones outside the smallest subtree that holds both i and j, and from such counts
the whole tree follows, for all outputs of all rows in the same calls, since where a row stands in a call can matter
too. The real numbers run in the same memory as these probes, since some kernels choose their order by address. At last
every row is added up here, addition by addition, on the real numbers and on random ones. An order is written only where
each bit agrees.

On a GPU the factors may be TF32, bfloat16, float16 or float8 numbers, and a tensor core adds several products and the
sum before them in one step: a group. In a group +S swallows all other terms, so any two of its products have all of it
inside their smallest subtree; small terms beside +S and -S tell how many bits it keeps, and so which adder it is. A
result in bfloat16 counts no farther than 256, one in float16 no farther than 2048. So no more ones than that are put in
place at a time, first spread over all leaves, then over those that are still together.
"""
import argparse
import os
import sys


def limit_threads() -> None:
    """Tells BLAS libraries how many threads --threads allows. They listen once, while NumPy loads them."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--threads", nargs="?", default="1", const="1")
    threads = parser.parse_known_args()[0].threads
    for library in ("OMP_NUM", "OPENBLAS_NUM", "MKL_NUM", "BLIS_NUM", "VECLIB_MAXIMUM"):
        os.environ[f"{library}_THREADS"] = threads


if __name__ == "__main__":
    limit_threads()

import base64
import copy
import ctypes
import datetime
import hashlib
import importlib
import json
import math
import platform
import random
import re
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from types import FrameType
from typing import Any, Callable, Dict, Generator, Iterable, Iterator, List, NamedTuple, Optional, Sequence, Tuple, Union

import numpy as np

# What format 2 holds, and so what is recorded.
MAX_FEATURES = 4096
MAX_BATCH = 1024
MAX_BATCH_SIZES = 64
MAX_ORDERS = 64
MAX_LINE = 200
MAX_THREADS = 65536

# What the page reads at most, in bytes.
MAX_FILE = 96 * 2**20

# How many products the page's replay computes at most. An order takes all outputs of each block that it has outputs in,
# an output counts as 256 products or more, and a product in a group as 16.
MAX_REPLAY = 400 * 10**9
REPLAY_BLOCK = 64
REPLAY_LEAST = 256
REPLAY_GROUP = 16

# The probes' numbers. E * E = 1 + 2^-11 + 2^-24 has one bit more than a float32: rounded on its own, a product E * E
# loses the last term and cancels against -(1 + 2^-11); joined by a fused multiply-add it leaves 2^-24 behind.
# SCALE makes one probe tell both things. It is so large that up to 4095 ones vanish in it (its last place is 2^14),
# and what a fused product leaves behind, SCALE * 2^-24 = 8192, is more than all the ones can count.
E = 1 + 2.0**-12
E_SQUARED_ROUNDED = 1 + 2.0**-11
SCALE = 2.0**37
LEFT_BY_FUSED = 8192

SMALLEST_NORMAL = np.float32(2.0**-126)

# A replay works in blocks of at most this many sums, of groups in smaller ones, and in at most this many bytes.
BLOCK_SUMS = 2**16
GROUP_BLOCK_SUMS = 2**12
BLOCK_BYTES = 64 * 2**20

# About as many additions are replayed, a second or two, before the time limit is looked at again.
ADDITIONS_AT_ONCE = 2**28

# Random numbers are run at most this often.
RANDOM_RUNS = 64

# The real numbers are run this often before anything else; a function that changes from run to run shows here.
REPEATS = 3


class Refused(Exception):
    """What was asked for can't be done; the message is one sentence for the reader."""


class NotRecorded(Exception):
    """One batch size can't be recorded: the function fails, or is no fixed tree of float32 additions. The message says
    what was seen."""


class OutOfTime(Exception):
    """The time limit is reached."""


class OneStop:
    """While it lasts, the first Ctrl-C raises KeyboardInterrupt and those after it do nothing: what is finished gets
    written. One within another leaves everything to the outer one, and one in a thread does nothing."""

    lasting: Optional["OneStop"] = None
    ends_process = False  # in a script, later ones do nothing until it has ended, which takes a while with PyTorch

    def __enter__(self) -> "OneStop":
        free = OneStop.lasting is None and threading.current_thread() is threading.main_thread()
        self.took_over = free and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        self.stopped = False
        if self.took_over:
            OneStop.lasting = self
            signal.signal(signal.SIGINT, self._stop)
        return self

    def __exit__(self, *_: Any) -> None:
        if self.took_over:
            if not (self.stopped and OneStop.ends_process):
                signal.signal(signal.SIGINT, signal.default_int_handler)
            OneStop.lasting = None

    def no_more(self) -> None:
        """From here on Ctrl-C does nothing."""
        if OneStop.lasting is not None and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def _stop(self, _: int, __: Optional[FrameType]) -> None:
        self.no_more()
        self.stopped = True
        raise KeyboardInterrupt


# ------------------------------------------------------------------------------------------------- numbers and adders


class Format(NamedTuple):
    """Floating-point numbers: the bits of a significand, and the exponents of the normal ones."""

    precision: int
    least: int
    most: int


# What factors can be. TF32 factors are float32 numbers, whose low 13 bits the adder cuts off itself.
FORMATS = {
    "float32": Format(24, -126, 127),
    "tf32": Format(24, -126, 127),
    "bfloat16": Format(8, -126, 127),
    "float16": Format(11, -14, 15),
    "float8_e4m3": Format(4, -6, 8),
    "float8_e5m2": Format(3, -14, 15),
}
TF32_BITS = np.uint32(0xFFFFE000)

# What results can be.
OUTPUTS = ("float32", "bfloat16", "float16")


def bias_format(dtype: str) -> str:
    """What the bias of a layer is whose factors have this format."""
    return "bfloat16" if dtype.startswith("float8") else dtype


def rounded(values: np.ndarray, name: str) -> np.ndarray:
    """float32 numbers rounded to a format, nearest, ties to even; infinite where they are too large for it."""
    precision, least, most = FORMATS[name]
    if precision == 24:
        return values
    wide = values.astype(np.float64)
    unit = np.ldexp(1.0, np.maximum(np.frexp(wide)[1] - 1, least) - precision + 1)
    nearest = np.rint(wide / unit) * unit
    beyond = 480 if name == "float8_e4m3" else 2.0 ** (most + 1)  # the code of 480 is NaN's
    return np.where(np.abs(nearest) < beyond, nearest, np.copysign(np.inf, wide)).astype(np.float32)


class Adder(NamedTuple):
    """How a tensor core adds a group: the accumulator and several products at once.

    Every product is exact, and has the sum of its factors' exponents. Every term is cut toward zero to a multiple of
    2^(E - fraction_bits), E being the largest exponent among the terms. What is left is added exactly, and cut toward
    zero to a float32 with `result_bits` fraction bits, or rounded to nearest if the accumulator is float16.
    """

    name: str
    fraction_bits: int
    result_bits: int
    accumulator: str
    as_term: bool  # whether the accumulator is one term among others, or is added afterwards by a float32 addition
    products: Dict[str, int]  # how many one step takes, by the format of the factors
    gpus: str


def tensor_cores(products: int, tf32: bool) -> Dict[str, int]:
    return {"float16": products, "bfloat16": products, **({"tf32": products // 2} if tf32 else {})}


def float8_cores(products: int) -> Dict[str, int]:
    return {"float8_e4m3": products, "float8_e5m2": products}


# Sources: Xie, Wang, Yang and Yang, arXiv 2511.10909 (2025); Khattak and Mikaitis, arXiv 2512.07004 (2025).
ADDERS = [
    Adder("v100", 23, 23, "float32", True, {"float16": 4}, "V100 (Volta)"),
    Adder("a100", 24, 23, "float32", True, tensor_cores(8, True), "A100, A2 (Ampere)"),
    Adder("ada", 24, 23, "float32", True, tensor_cores(8, True), "L40S, RTX 1000 (Ada)"),
    Adder("h100", 25, 23, "float32", True, tensor_cores(16, True), "H100, H200 (Hopper)"),
    Adder("b200", 25, 23, "float32", True, tensor_cores(16, True), "B200 (Blackwell)"),
    Adder("ada-fp8", 13, 13, "float32", True, float8_cores(16), "L40S, RTX 1000 (Ada), float8"),
    Adder("h100-fp8", 13, 13, "float32", True, float8_cores(32), "H100, H200 (Hopper), float8"),
    Adder("b200-fp8", 25, 23, "float32", False, float8_cores(32), "B200 (Blackwell), float8"),
    Adder("v100-acc16", 23, 23, "float16", True, {"float16": 4}, "V100 (Volta), float16 accumulators"),
    Adder("a100-acc16", 24, 23, "float16", True, {"float16": 8}, "A100, A2 (Ampere), float16 accumulators"),
    Adder("ada-acc16", 24, 23, "float16", True, {"float16": 8}, "L40S, RTX 1000 (Ada), float16 accumulators"),
    Adder("h100-acc16", 25, 23, "float16", True, {"float16": 16}, "H100, H200 (Hopper), float16 accumulators"),
    Adder("b200-acc16", 25, 23, "float16", True, {"float16": 16}, "B200 (Blackwell), float16 accumulators"),
    Adder("ada-fp8-acc16", 13, 23, "float16", True, float8_cores(16), "L40S, RTX 1000 (Ada), float8, float16 accumulators"),
]

# A group has at most this many products in the notation.
MAX_GROUP = 32


def adders_with(fraction_bits: int, size: int, dtype: str, gpu: str) -> List[Adder]:
    """The adders that keep so many bits and take `size` or more of these factors in a step, the likeliest first: the one
    that names this GPU, then those whose steps take no more. Of those that give the same bits, the likeliest alone."""

    def unlikely(adder: Adder) -> Tuple[bool, bool]:
        named = any(re.search(rf"\b{name}\b", gpu) for name in re.findall(r"[A-Z]\d+S?|RTX \d+", adder.gpus))
        return not named, adder.products[dtype] != size

    fitting = [adder for adder in ADDERS if adder.fraction_bits == fraction_bits and adder.products.get(dtype, -1) >= size]
    alike: Dict[Tuple[Any, ...], Adder] = {}
    for adder in sorted(fitting, key=unlikely):
        alike.setdefault(adder[1:5], adder)
    return list(alike.values())


# Below the sum of any two exponents of numbers.
NO_EXPONENT = -4096


def factors_of(numbers: np.ndarray, dtype: str) -> Tuple[np.ndarray, np.ndarray]:
    """float32 numbers of a format as an adder takes them: as float64, and the exponents, NO_EXPONENT for 0."""
    if dtype == "tf32":
        numbers = (numbers.view(np.uint32) & TF32_BITS).view(np.float32)
    values = numbers.astype(np.float64)
    exponents = np.maximum(np.frexp(values)[1] - 1, FORMATS[dtype].least)
    exponents[values == 0] = NO_EXPONENT
    return values, exponents.astype(np.int16)


def power_of_two(exponents: np.ndarray) -> np.ndarray:
    return ((exponents.astype(np.int64) + 1023) << 52).view(np.float64)


def add_group(adder: Adder, products: np.ndarray, exponents: np.ndarray, total: Optional[np.ndarray]) -> np.ndarray:
    """One step of an adder: products (n, ...) as float64 and their exponents, and what they join, float32 (...), or None.

    Exact in float64, for at most 33 terms of fraction_bits + 2 bits. Finite numbers without overflow. `products` is
    overwritten.
    """
    largest = exponents.max(axis=0)
    joins = total is not None and adder.as_term
    if joins:
        exponent = ((total.view(np.uint32) >> 23) & 255).astype(np.int16) - np.int16(127)
        np.maximum(exponent, FORMATS[adder.accumulator].least, out=exponent)
        exponent[total == 0] = NO_EXPONENT
        np.maximum(largest, exponent, out=largest)
    largest[largest < NO_EXPONENT // 2] = 0  # nothing but zeros
    units = power_of_two(adder.fraction_bits - largest)
    products *= units
    exact = np.trunc(products, out=products).sum(axis=0)
    if joins:
        exact += np.trunc(total * units)
    exact += 0.0  # terms that were all cut to -0 give 0
    exact *= power_of_two(largest - adder.fraction_bits)
    if adder.accumulator == "float16":
        return exact.astype(np.float16).astype(np.float32)
    cut = (exact.view(np.int64) & -(1 << (52 - adder.result_bits))).view(np.float64)
    small = np.abs(exact) < SMALLEST_NORMAL
    if small.any():
        unit = 2.0 ** (-126 - adder.result_bits)
        cut = np.where(small, np.trunc(exact / unit) * unit, cut)
    result = cut.astype(np.float32)
    if adder.as_term:
        return result
    return result + (np.float32(0) if total is None else total)


# ---------------------------------------------------------------------------------------------------------- the layer


class Numbers(NamedTuple):
    """The numbers of a layer, float32: x (rows, K), weight (N, K), bias (N,) or None."""

    x: np.ndarray
    weight: np.ndarray
    bias: Optional[np.ndarray]

    def each(self, make: Callable[[Any], Any]) -> "Numbers":
        """What `make` makes of x, of the weight, and of the bias if there is one."""
        return Numbers(*(None if array is None else make(array) for array in self))

    def rounded_to(self, dtype: str) -> "Numbers":
        bias = None if self.bias is None else rounded(self.bias, bias_format(dtype))
        return Numbers(rounded(self.x, dtype), rounded(self.weight, dtype), bias)


class Layer:
    """A function that computes a linear layer, and the memory that it is always called on.

    `x`, `weight` and `bias` are copies of the caller's, NumPy arrays, PyTorch tensors or JAX arrays, with the caller's
    strides and on the caller's device. Probes and real numbers are written into them in place (JAX makes new arrays).
    `dtype` is the format of the factors, whatever type the memory has; `output` that of the results, found out by the
    first call where it is not told.
    """

    def __init__(
        self, function: Callable, x: Any, weight: Any, bias: Any, deadline: Optional[float],
        dtype: str = "float32", output: Optional[str] = None, gpu: str = "",
    ) -> None:
        self.function = function
        self.deadline = deadline
        self.dtype, self.output, self.gpu = dtype, output, gpu
        self.rows, self.products = int(x.shape[0]), int(x.shape[1])
        self.outputs = int(weight.shape[0])
        self.x, self.weight, self.bias = Numbers(x, weight, bias).each(copy_of)
        self.real = Numbers(x, weight, bias).each(to_numpy)
        if not all(np.isfinite(array).all() for array in self.real if array is not None):
            raise Refused("x, weight and bias must be finite numbers.")
        for name, array, there in zip(self.real._fields, self.real, self.real.rounded_to(dtype)):
            if array is not None and not np.array_equal(array, there):
                raise Refused(f"{name} has numbers that are none of {bias_format(dtype) if name == 'bias' else dtype}.")
        self.calls = 0
        self._drawn: Dict[int, Numbers] = {}

    def put(self, numbers: Numbers) -> None:
        """Writes numbers into the layer's memory."""
        for name, values in zip(numbers._fields, numbers):
            if values is not None:
                self.write(name, Ellipsis, values)

    def write(self, name: str, place: Any, values: Any) -> None:
        """Writes numbers, or one, into x, weight or bias."""
        buffer = getattr(self, name)
        if hasattr(buffer, "at"):
            setattr(self, name, jax_assigned(buffer, place, values))
        elif isinstance(buffer, np.ndarray) or not isinstance(values, np.ndarray):
            buffer[place] = values
        else:
            buffer[place] = sys.modules["torch"].from_numpy(np.ascontiguousarray(values)).to(buffer)

    def random(self, seed: int) -> Numbers:
        """Random numbers of the layer's format, the same each time."""
        if seed not in self._drawn:
            generator = np.random.RandomState(seed)
            drawn = self.real.each(lambda array: generator.standard_normal(array.shape).astype(np.float32))
            self._drawn[seed] = drawn.rounded_to(self.dtype)
        return self._drawn[seed]

    def call(self, batch: int) -> np.ndarray:
        """The outputs (batch, N) of one call with `batch` rows, as float32."""
        self.check_time()
        self.calls += 1
        try:
            result = self.function(self.x[:batch], self.weight, self.bias)
        except Exception as error:
            raise NotRecorded(f"the function failed: {error_text(error)}")
        if tuple(getattr(result, "shape", ())) != (batch, self.outputs):
            raise NotRecorded(f"the function returned {shape_text(result)} where ({batch}, {self.outputs}) was expected")
        returned = format_of(result)
        if self.output is None and returned in OUTPUTS and self.dtype not in ("float32", "tf32"):
            self.output = returned
        if returned not in ("float32", self.output or "float32"):
            raise NotRecorded(f"the function returned {returned} where {self.output or 'float32'} was expected")
        return to_numpy(result)

    def check_time(self) -> None:
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise OutOfTime()


def error_text(error: Exception) -> str:
    """What an exception is and says, on one line."""
    return shortened(" ".join(f"{type(error).__name__}: {error}".split()).rstrip(":"), MAX_LINE)


def shape_text(array: Any) -> str:
    return str(tuple(array.shape)) if hasattr(array, "shape") else type(array).__name__


def format_of(array: Any) -> str:
    """The format of an array's numbers: "float32", "bfloat16", "float8_e4m3"."""
    return str(array.dtype).split(".")[-1].replace("e4m3fn", "e4m3")


def copy_of(array: Any) -> Any:
    """A copy in memory of its own, strides kept. JAX arrays do not change, and so need none."""
    if hasattr(array, "at"):
        return array
    return np.array(array, order="K") if isinstance(array, np.ndarray) else array.detach().clone()


def to_numpy(array: Any) -> Any:
    """The same values as a new NumPy array of float32, row-major."""
    return np.array(array.detach().cpu().float().numpy() if hasattr(array, "detach") else array, dtype=np.float32, order="C")


def jax_assigned(array: Any, place: Any, values: Any) -> Any:
    """A JAX array with other numbers in one place: everywhere, in the first rows, or in one column of them."""
    jax = sys.modules["jax"]
    if place is Ellipsis:
        return jax.device_put(jax.numpy.broadcast_to(jax.numpy.asarray(values, dtype=array.dtype), array.shape), array.sharding)
    if not JAX_WRITERS:
        JAX_WRITERS["rows"] = jax.jit(lambda array, values, rows: array.at[:rows].set(values.astype(array.dtype)), static_argnums=2)
        JAX_WRITERS["column"] = jax.jit(lambda array, values, rows, column: array.at[:rows, column].set(values.astype(array.dtype)), static_argnums=2)
    (rows, *column) = place if isinstance(place, tuple) else (place,)
    count = array.shape[0] if rows.stop is None else rows.stop
    return JAX_WRITERS["column" if column else "rows"](array, np.float32(values), count, *column)


JAX_WRITERS: Dict[str, Callable] = {}


def check_arrays(x: Any, weight: Any, bias: Any, dtype: Optional[str]) -> str:
    """The format of the factors; raises Refused for arrays that make no layer."""
    if dtype is not None and dtype not in FORMATS:
        raise Refused(f"dtype must be one of {', '.join(FORMATS)}, not {dtype}.")
    known = isinstance(x, np.ndarray) or hasattr(x, "detach") or hasattr(x, "at")
    held = format_of(x) if known else "float32"
    of_x = held if held in FORMATS else "float32"
    allowed = [of_x] if dtype is None else sorted({"float32", dtype})
    for name, array, dimensions in (("x", x, 2), ("weight", weight, 2), ("bias", bias, 1)):
        if array is None and name == "bias":
            continue
        types = [bias_format(kind) for kind in allowed] if name == "bias" else allowed
        arrays = isinstance(array, np.ndarray) or hasattr(array, "detach") or hasattr(array, "at")
        if not arrays or len(array.shape) != dimensions or format_of(array) not in types:
            raise Refused(f"{name} must be a {' or '.join(types)} NumPy array, PyTorch tensor or JAX array with {dimensions} dimension{'' if dimensions == 1 else 's'}.")
    if x.shape[1] != weight.shape[1] or (bias is not None and bias.shape[0] != weight.shape[0]):
        raise Refused(f"x, weight and bias don't fit together: {shape_text(x)}, {shape_text(weight)}, {shape_text(bias)}.")
    check_limits(int(weight.shape[1]), int(weight.shape[0]))
    device = torch_device(x)
    if dtype is None and of_x == "float32" and device is not None and device.type == "cuda" and sys.modules["torch"].backends.cuda.matmul.allow_tf32:
        return "tf32"
    return dtype or of_x


def check_limits(products: int, outputs: int) -> None:
    for name, value in (("K, the inputs,", products), ("N, the outputs,", outputs)):
        if not 1 <= value <= MAX_FEATURES:
            raise Refused(f"{name} must be 1 to {MAX_FEATURES}, not {value}.")


# ----------------------------------------------------------------------------------------------------------- the tree


class Tree:
    """The order of one sum. Leaves 0 ... K-1 are the products, leaf K is the bias; inner node `leaves + i` adds
    `left[i]` and `right[i]`, which come before it. Where `fused[i]`, the right one is a product that is not rounded
    on its own. Where `group[i]` is not None, the node adds these products and `left[i]` (-1 for nothing) in one
    addition of several terms, that of `adder`; `right[i]` is -1 then.

    `dtype` is what the products' factors are, and `exact` says whether products are exact: where a product of two
    short factors is no longer than a float32.
    """

    def __init__(self, products: int, bias: bool, dtype: str = "float32") -> None:
        self.products = products
        self.leaves = products + bias
        self.dtype = dtype
        self.exact = dtype not in ("float32", "tf32")
        self.left: List[int] = []
        self.right: List[int] = []
        self.fused: List[bool] = []
        self.group: List[Optional[List[int]]] = []
        self.fraction_bits: Optional[int] = None  # what the groups' adder keeps; None without groups
        self.adder: Optional[Adder] = None
        self.doubt = ""  # what is to blame if its replay fails
        self._smallest = list(range(self.leaves))  # of each node, its smallest leaf

    def join(self, left: int, right: int, fused: bool) -> int:
        """Adds the subtrees `left` and `right`; returns the new node."""
        return self._add(left, right, fused, None, min(self._smallest[left], self._smallest[right]))

    def join_sum(self, one: int, other: int) -> int:
        """Adds two subtrees neither of which is fused, the one with the smallest leaf on the left."""
        first = one if self._smallest[one] < self._smallest[other] else other
        return self.join(first, one + other - first, False)

    def join_group(self, total: Optional[int], products: Sequence[int]) -> int:
        """Adds products, ascending, and a subtree, or nothing, in one addition."""
        smallest = products[0] if total is None else min(products[0], self._smallest[total])
        return self._add(-1 if total is None else total, -1, False, list(products), smallest)

    def _add(self, left: int, right: int, fused: bool, group: Optional[List[int]], smallest: int) -> int:
        self._smallest.append(smallest)
        self.left.append(left)
        self.right.append(right)
        self.fused.append(fused)
        self.group.append(group)
        return self.leaves + len(self.left) - 1

    def is_product(self, node: int) -> bool:
        return node < self.products

    def smallest_leaf(self, node: int) -> int:
        return self._smallest[node]

    def largest_group(self) -> int:
        """The products of its largest group; 0 without groups."""
        return max((len(group) for group in self.group if group is not None), default=0)

    def evaluate(self, x: np.ndarray, weight_by_product: np.ndarray, bias: Optional[np.ndarray]) -> np.ndarray:
        """The sums in this order, every addition rounded to float32, or as the adder does, of all rows and outputs: (rows, N).

        x: (rows, K), weight_by_product: (K, N), bias: (N,) or None, all float32. Finite numbers without overflow.
        """
        (rows, _), outputs = x.shape, weight_by_product.shape[1]
        sums = np.empty((rows, outputs), dtype=np.float32)
        x_by_product = np.ascontiguousarray(x.T)[:, :, np.newaxis]
        x_factors = factors_of(x_by_product, self.dtype) if self.adder else None
        workers = processors()
        # Besides the sums that wait, one addition takes some arrays of its own.
        most = max(1, min(BLOCK_SUMS, BLOCK_BYTES // workers // (4 * self._most_at_once() + 48)))
        if self.adder:
            most = min(most, GROUP_BLOCK_SUMS)
        width = max(1, min(-(-outputs // workers), most, max(64, int(math.sqrt(most)))))
        height = max(1, most // width)

        def columns_from(left: int) -> None:
            columns = slice(left, left + width)
            weights = np.ascontiguousarray(weight_by_product[:, columns])
            w_factors = factors_of(weights, self.dtype) if self.adder else None
            for top in range(0, rows, height):
                block = slice(top, top + height)
                factors = (*(part[:, block] for part in x_factors), *(part[:, np.newaxis] for part in w_factors)) if x_factors and w_factors else None
                sums[block, columns] = self._block(x_by_product[:, block], weights, None if bias is None else bias[columns], factors)

        lefts = range(0, outputs, width)
        if workers == 1 or len(lefts) == 1:
            for left in lefts:
                columns_from(left)
        else:
            with ThreadPoolExecutor(workers) as pool:
                list(pool.map(columns_from, lefts))
        return sums

    def _block(
        self, x_by_product: np.ndarray, weight_by_product: np.ndarray, bias: Optional[np.ndarray], factors: Optional[Tuple[np.ndarray, ...]]
    ) -> np.ndarray:
        """`evaluate` at once. x_by_product: (K, rows, 1)."""
        inner: Dict[int, np.ndarray] = {}

        def value(node: int) -> Any:
            if node >= self.leaves:
                return inner.pop(node)
            return x_by_product[node] * weight_by_product[node] if self.is_product(node) else bias

        for at, (left, right, fused, group) in enumerate(zip(self.left, self.right, self.fused, self.group)):
            total = None if left < 0 else value(left)
            if group is not None and factors is not None and self.adder is not None:
                step = group[1] - group[0] if len(group) > 1 else 1
                run = slice(group[0], group[-1] + 1, step)
                x, x_exponents, w, w_exponents = (part[run] for part in factors)
                products = x * w
                if total is not None:
                    total = np.ascontiguousarray(np.broadcast_to(total, products.shape[1:]))
                inner[self.leaves + at] = add_group(self.adder, products, x_exponents + w_exponents, total)
            elif fused:
                inner[self.leaves + at] = fused_multiply_add(x_by_product[right], weight_by_product[right], total)
            else:
                inner[self.leaves + at] = total + value(right)
        return value(self.leaves + len(self.left) - 1 if self.left else 0)

    def _most_at_once(self) -> int:
        """How many sums wait at most while the tree is added up."""
        waiting = most = 0
        for left, right in zip(self.left, self.right):
            waiting += 1 - (left >= self.leaves) - (right >= self.leaves)
            most = max(most, waiting)
        return most


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Kernel(NamedTuple):
    """The order of some outputs of some rows at one batch size."""

    rows: np.ndarray
    columns: np.ndarray
    tree: Tree


def fused_multiply_add(x: np.ndarray, w: np.ndarray, total: np.ndarray) -> np.ndarray:
    """x * w + total with one rounding to float32, for arrays of float32.

    The product is exact in float64, and the sum there rounds a first time. The second rounding, to float32, can go
    wrong only where the first one ended halfway between two float32: there, the last 29 bits of a float64 are a 1 and
    zeros. Below the normal numbers float32 lie farther apart. Both are rare, and are added up again with care.
    """
    product = x.astype(np.float64) * w.astype(np.float64)
    total64 = product + total
    rounded = total64.astype(np.float32)
    doubtful = (total64.view(np.int64) & (2**29 - 1)) == 2**28
    doubtful |= np.abs(rounded) <= SMALLEST_NORMAL
    if doubtful.any():
        addend = np.broadcast_to(total, product.shape)[doubtful].astype(np.float64)
        rounded[doubtful] = rounded_once(product[doubtful], addend)
    return rounded


def rounded_once(product: np.ndarray, addend: np.ndarray) -> np.ndarray:
    """product + addend, arrays of float64, with one rounding to float32.

    The sum in float64 is rounded to odd: where it isn't exact and its last bit is 0, it goes one step towards the exact
    value. Then rounding to float32 is the only rounding that counts (Boldo and Melquiond, IEEE Trans. Computers 57(4),
    2008).
    """
    total = product + addend
    part = total - product
    lost = (product - (total - part)) + (addend - part)
    even = (total.view(np.int64) & 1) == 0
    odd = np.where((lost != 0) & even, np.nextafter(total, np.copysign(np.inf, lost)), total)
    return odd.astype(np.float32)


# A token of a sum: a product (k, whether it is fused), a group ("{", its products), the bias "b", or a bracket.
Token = Union[Tuple[int, bool], Tuple[str, List[int]], str]


def tokens_of(tree: Tree) -> List[Token]:
    """The tree's terms from left to right. Not recursive: brackets nest up to K deep."""
    tokens: List[Token] = []
    root = tree.leaves + len(tree.left) - 1 if tree.left else 0
    # (node, whether it is a right operand, whether it is fused), or a token
    work: List[Any] = [(root, False, False)]
    while work:
        task = work.pop()
        if task == ")" or task[0] == "{":
            tokens.append(task)
            continue
        node, is_right, fused = task
        if node < tree.leaves:
            tokens.append((node, fused) if tree.is_product(node) else "b")
            continue
        if is_right:
            tokens.append("(")
            work.append(")")
        at = node - tree.leaves
        group = tree.group[at]
        work.append((tree.right[at], True, tree.fused[at]) if group is None else ("{", group))
        if tree.left[at] >= 0:
            work.append((tree.left[at], False, False))
    return tokens


def notation(tree: Tree) -> str:
    """The order in the notation of the recording format: products k or *k (fused) and the bias b, joined by +, what is
    added as a sum of its own in brackets. Three products or more in even steps, joined alike, are a run: *0..764:4.
    Groups are runs in braces, those of one size that follow each other one run: {0..767}*16."""
    tokens = tokens_of(tree)
    text: List[str] = []
    begins = True  # whether the next term is the first of its sum
    at = 0
    while at < len(tokens):
        token, count = tokens[at], 1
        if token == ")":
            text.append(")")
        else:
            text.append("" if begins else " + ")
            if isinstance(token, str):
                text.append(token)
            elif token[0] == "{":
                count, groups = groups_text(tokens, at)
                text.append(groups)
            else:
                count = run_length(tokens, at, begins)
                text.append(run_text(tokens[at : at + count], begins))
        begins = token == "("
        at += count
    return "".join(text)


def groups_text(tokens: Sequence[Any], at: int) -> Tuple[int, str]:
    """As many groups from `at` on as continue one run, all but the last of the same size: how many, and in words."""
    run = list(tokens[at][1])
    size = len(run)
    step = run[1] - run[0] if size > 1 else 0
    end = at + 1
    last = size
    while last == size and end < len(tokens) and tokens[end][0] == "{":
        group = tokens[end][1]
        step = step or (group[0] - run[0] if len(group) == 1 else 0)
        if len(group) > size or group != [run[-1] + step * (i + 1) for i in range(len(group))]:
            break
        run += group
        last = len(group)
        end += 1
    dots = f"{run[0]}" if len(run) == 1 else f"{run[0]}..{run[-1]}" + (f":{abs(step)}" if abs(step) > 1 else "")
    return end - at, f"{{{dots}}}" + (f"*{size}" if len(run) > size else "")


def run_length(tokens: Sequence[Token], at: int, begins: bool) -> int:
    """How many products make the longest run from `at` on: 1, or 3 and more."""
    second = tokens[at + 1] if at + 1 < len(tokens) else "b"
    # The first product of a sum joins nothing, so its star is free and goes with the second one's.
    if isinstance(second, str) or second[0] == "{" or (tokens[at][1] != second[1] and not begins):
        return 1
    step = second[0] - tokens[at][0]
    end = at + 2
    while end < len(tokens) and tokens[end] == (tokens[end - 1][0] + step, second[1]):
        end += 1
    return end - at if end - at >= 3 else 1


def run_text(run: Sequence[Token], begins: bool) -> str:
    first, last = run[0][0], run[-1][0]
    if len(run) == 1:
        return f"*{first}" if run[0][1] and not begins else str(first)
    step = abs(run[1][0] - first)
    return ("*" if run[1][1] else "") + f"{first}..{last}" + (f":{step}" if step > 1 else "")


# ------------------------------------------------------------------------------------- reading the tree from outside


class Swallowing(NamedTuple):
    """What probes put into a layer: `large` swallows `one`, as often as `most` times, in float32 and in every adder.

    `large` and its negative cancel, and what survives has to fit the accumulator and the result. With float16 results and
    accumulators, `large` must stay below 65504, and multiples of 2^-24 are exact up to 2048 of them.
    """

    large: float
    one: float
    most: int


def swallowing(dtype: str) -> Swallowing:
    if dtype == "float16":
        return Swallowing(2.0**15, 2.0**-24, 2048)
    if dtype.startswith("float8"):
        return Swallowing(2.0**16, 2.0**-18, 1023)
    return Swallowing(SCALE, 1.0, LEFT_BY_FUSED - 1)


def factors_for(dtype: str, values: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """x and weight whose products are these values, powers of two or nearly. Only float8 can't do it with x alone."""
    if not dtype.startswith("float8"):
        return values, np.ones_like(values)
    weight = np.where(np.abs(values) < 1, 2.0**-9, 2.0**8)
    return values / weight, weight


# A leaf and the factors of its product; the bias, which has none, is x.
Place = Tuple[int, float, float]


class Question(NamedTuple):
    """One call: what it puts where. All other leaves are 0."""

    leaves: Tuple[int, ...]
    value: float  # of the products of these leaves
    places: Tuple[Place, ...]  # these leaves, instead


class Prober:
    """Probes a layer at one batch size. While it is used nobody else writes into the layer's memory.

    All rows get the same probe, so one call asks for every output of every row. Such a place in what a call returns is
    a cell here, with a number: row * N + output.
    """

    def __init__(self, layer: Layer, batch: int, progress: "Progress") -> None:
        self.layer, self.batch, self.progress = layer, batch, progress
        self.leaves = layer.products + (layer.bias is not None)
        self.asked: Tuple[Tuple[int, ...], float] = ((), math.nan)
        self.x = np.zeros(self.leaves)
        self.weight = np.zeros(layer.products)
        layer.put(layer.real.each(np.zeros_like))

    def ask(self, question: Question) -> np.ndarray:
        """What every cell answers."""
        asked = (question.leaves, question.value)
        if asked[0] is not self.asked[0] or asked[1] != self.asked[1]:
            values = np.zeros(self.leaves)
            values[list(question.leaves)] = question.value
            self.spread(values)
            self.asked = asked
        return self.call(question.places)

    def ask_among(self, values: np.ndarray, places: Sequence[Place]) -> np.ndarray:
        """What every cell answers to these values of the leaves, but for some places."""
        self.spread(values)
        self.asked = ((), math.nan)
        return self.call(places)

    def spread(self, values: np.ndarray) -> None:
        """Puts values, (leaves,), into all leaves."""
        layer = self.layer
        x, weight = factors_for(layer.dtype, values)
        if not np.array_equal(x, self.x):
            layer.write("x", slice(0, self.batch), x[: layer.products].astype(np.float32))
            if layer.bias is not None:
                layer.write("bias", Ellipsis, float(values[-1]))
                x[-1] = values[-1]
            self.x = x
        if not np.array_equal(weight[: layer.products], self.weight):
            self.weight = weight[: layer.products]
            layer.write("weight", Ellipsis, np.tile(self.weight.astype(np.float32), (layer.outputs, 1)))

    def call(self, places: Sequence[Place]) -> np.ndarray:
        for leaf, x, weight in places:
            self._put(leaf, x, weight, self.weight)
        result = self.layer.call(self.batch)
        for leaf, _, weight in places:
            self._put(leaf, self.x[leaf], self.weight[leaf] if leaf < self.layer.products else 1.0, {leaf: weight})
        self.progress.probed()
        return result.reshape(-1)

    def _put(self, leaf: int, x: float, weight: float, there: Any) -> None:
        """Writes a leaf's numbers; `there[leaf]` is the weight that is there."""
        if leaf == self.layer.products:
            self.layer.write("bias", Ellipsis, float(x))
            return
        self.layer.write("x", (slice(0, self.batch), leaf), float(x))
        if weight != there[leaf]:
            self.layer.write("weight", (slice(None), leaf), float(weight))

    def where(self, cells: np.ndarray) -> str:
        return where(cells, self.batch, self.layer.outputs)


class Found(NamedTuple):
    """The order of some cells."""

    cells: np.ndarray
    tree: Tree


class OpenSet:
    """A set of leaves, cut into the levels that joined one of them, the first, one after the other. It is being joined."""

    def __init__(self, first: int, levels: List[List[int]], fused: Iterable[int], first_fused: bool, smallest_serves: bool) -> None:
        self.first = first
        self.smallest_serves = smallest_serves  # whether its levels are to be cut at their smallest leaves
        self.node = first
        self.levels = levels[::-1]  # still to be joined, the next one last
        self.fused = frozenset(fused)  # leaves that, where they join by themselves, join fused
        self.first_fused = first_fused  # whether the first leaf is a fused product that joins its first level
        self.operands: List[int] = []  # nodes that join next, all in the same addition
        self.beside: List[int] = []  # leaves that join in that addition, too, and are yet to be looked into


# Asks questions, gets the answer of one cell to each, and returns what follows.
Asking = Generator[Question, float, Any]


class Reading:
    """Reads the tree of one cell, by questions about it.

    Fix a leaf of a set; how much lies outside the smallest subtree that holds it and another tells where that one joins.
    So the set falls into levels, which joined the fixed leaf one after the other; each is looked into in the same way.
    About K questions for a sum in sequence, K log2 K for a balanced one. Which leaf is fixed decides how many: the
    smallest is the first to be added in most kernels, but in a sum from the last product to the first it would be found
    again and again to be the last, in K^2 / 2 calls. So where it leaves more than half of a set in one level, that level
    and all in it are cut at a random leaf instead, which halves a set on average whatever the tree.

    **Groups** (only where products are exact). Within one, +S and -S cancel and all other terms are cut off, so any two
    of its products meet where all of it is. Whether a level is one group is seen in three questions, in which three of
    its terms, two by two, are +S and -S, and each of the others half of what is cut off: a group cuts off all of them,
    but any two that were added before leave something behind. For any two terms, one of the three pairs is these two or
    has neither. (A single product that a first group joins is taken for one of the group.) How much is cut off is found beside +S and -S in the first group that is met.

    **Short results** hold few ones: more are only put in place a part at a time. Levels are first told apart by a sample
    of the leaves. The lowest of those that it can't tell apart has one of the sample, and what lies outside of the
    subtree that this one makes with the first leaf is found by halving.
    """

    def __init__(self, layer: Layer) -> None:
        self.dtype = layer.dtype
        self.result = FORMATS[layer.output or "float32"].precision
        self.tree = Tree(layer.products, layer.bias is not None, layer.dtype)
        self.large, self.one, most = swallowing(layer.dtype)
        self.most = most if self.result == 24 else min(most, 2**self.result)
        self.steps: Optional[str] = None  # how the groups cut, where it is not as adders do

    def read(self) -> Asking:
        """Returns the tree. Raises NotRecorded where what is seen is none."""
        tree = self.tree
        if self.dtype == "tf32":
            tree.exact = yield from self._cuts_factors()
        if tree.leaves == 1:
            return tree
        whole, _ = yield from self._opened(list(range(tree.leaves)), None, True)
        stack: List[OpenSet] = [whole]
        while True:
            top = stack[-1]
            if not top.levels:
                stack.pop()
                if not stack:
                    break
                top, node = stack[-1], top.node
                top.operands.append(node)
                if top.beside:
                    top.levels.append(top.beside)
                    top.beside = []
                    continue
            else:
                level = top.levels.pop()
                if len(level) > 1 and not (tree.exact and (yield from self._is_group(top.first, level))):
                    inner, top.beside = yield from self._opened(level, top.first, top.smallest_serves)
                    stack.append(inner)
                    continue
                top.operands += level
            yield from self._join(top)
        if self.steps is not None:
            raise NotRecorded(
                f"up to {tree.largest_group()} products and the sum before them are added at once, {self.steps}, and no adder that the page knows does that"
            )
        return tree

    # Questions

    def _ask(self, *places: Place, leaves: Tuple[int, ...] = (), value: float = 0.0) -> Asking:
        answer = yield Question(leaves, value, places)
        return answer

    def _at(self, leaf: int, value: float) -> Place:
        x, weight = factors_for("float32" if leaf == self.tree.products else self.dtype, np.array(value))
        return leaf, float(x), float(weight)

    def _pair(self, plain: int, product: int) -> Tuple[Place, Place]:
        """-S and +S, so that it shows whether `product` joined `plain` by a fused multiply-add."""
        if self.tree.exact:
            return self._at(plain, -self.large), self._at(product, self.large)
        fusible = product < self.tree.products
        return (plain, -SCALE * E_SQUARED_ROUNDED, 1.0), (product, SCALE * E, E) if fusible else (product, SCALE * E_SQUARED_ROUNDED, 1.0)

    def _count(self, plain: int, product: int, leaves: Tuple[int, ...]) -> Asking:
        """How many of `leaves` are outside the smallest subtree that holds both, and what a fused multiply-add left:

        1 if `product` joined a subtree with `plain` in it by one, 2 if it was fused to a sum of ones before that (it is
        then rounded up, since the ones break its tie), else 0."""
        answer = (yield Question(leaves, self.one, self._pair(plain, product))) / self.one
        most = len(leaves) - (plain in leaves) - (product in leaves)
        marks = 1 if self.tree.exact else 3
        if not (answer == math.floor(answer) and 0 <= answer < marks * LEFT_BY_FUSED and answer % LEFT_BY_FUSED <= most if math.isfinite(answer) else False):
            text = str(np.float32(answer))
            raise NotRecorded(f"a count of ones came out as {text} of {most} (terms {plain} and {product}), which no order of float32 additions gives")
        return int(answer % LEFT_BY_FUSED), int(answer // LEFT_BY_FUSED)

    def _cuts_factors(self) -> Asking:
        """Whether TF32 is what is multiplied, so that products are exact; else it is float32."""
        for x, cut in ((1 + 2.0**-12, 1.0), (1 + 1.5 * 2.0**-11, 1.0)):
            answer = yield from self._ask((0, x, 1.0))
            if answer == x:
                return False
            if answer != cut:
                raise NotRecorded(f"the factor {x} is taken for {answer:g}: it is rounded to TF32, where the adders of the page cut it")
        return True

    # Sets of leaves

    def _opened(self, leaves: List[int], anchor: Optional[int], fix_smallest: bool) -> Asking:
        """Fixes a leaf of a set of two leaves or more and cuts the others into levels. Those that meet it only where the
        whole set meets the anchor, a leaf outside, are beside it, and are returned as well."""
        tree = self.tree
        first = leaves[0 if fix_smallest else random.Random(len(leaves) * 8192 + leaves[0]).randrange(len(leaves))]
        others = [leaf for leaf in leaves if leaf != first]
        levels, beside, fused = yield from self._levels(first, others, anchor)
        if beside and not tree.exact:
            raise NotRecorded(
                f"terms {first} and {beside[0]} meet only where term {anchor} joins both; several terms are added at once, "
                "or in another precision, or the order changes from call to call"
            )
        smallest_serves = fix_smallest and all(2 * len(level) <= len(leaves) for level in levels)
        first_fused = False
        if levels and not tree.exact and first < tree.products and not (len(levels[0]) == 1 and levels[0][0] in fused):
            # The first leaf is a product and may itself be the one that is fused, to its nearest level.
            _, mark = yield from self._count(levels[0][0], first, tuple(others))
            first_fused = mark == 1
        return OpenSet(first, levels, fused, first_fused, smallest_serves), beside

    def _levels(self, first: int, others: List[int], anchor: Optional[int]) -> Asking:
        """The levels that joined `first`, the nearest first; those beside it; and the leaves that joined it fused."""
        sample = self._sample(others, self.most - (anchor is not None))
        leaves = tuple(sample) + (() if anchor is None else (anchor,))
        sampled = set(sample)
        by_count: Dict[int, List[int]] = {}  # by how many of the sample are inside, itself included
        fused: List[int] = []
        swallowed = False
        for leaf in others:
            outside, mark = yield from self._count(first, leaf, leaves)
            by_count.setdefault(len(leaves) - outside, []).append(leaf)
            swallowed |= outside < len(leaves) - (leaf in sampled)
            if mark == 1:
                fused.append(leaf)
        if not swallowed and len(others) > 1 and len(others) == self.tree.leaves - 1:
            raise NotRecorded(
                f"{power_text(self.large)} swallows no {power_text(self.one)}, so the sum is kept in more precision than float32"
            )
        beside = by_count.pop(len(leaves), []) if anchor is not None else []
        levels: List[List[int]] = []
        if len(sample) < len(others):
            for count in sorted(by_count):
                levels += yield from self._told_apart(first, by_count[count], sampled)
            return levels, beside, fused
        joined = 0
        for count in sorted(by_count):
            levels.append(by_count[count])
            joined += len(levels[-1])
            if count != joined:
                raise NotRecorded(
                    f"terms {first} and {levels[-1][0]} meet in a subtree of {count + 1} terms, but {joined + 1} "
                    "have joined by then; several terms are added at once, or in another precision, or the order changes from call to call"
                )
        return levels, beside, fused

    def _sample(self, leaves: List[int], most: int) -> List[int]:
        """So many of these leaves at most, one of each stretch, and the last one, since that is often a level by itself."""
        if len(leaves) <= most:
            return leaves
        rng = random.Random(len(leaves))
        cuts = [at * (len(leaves) - 1) // (most - 1) for at in range(most)]
        return [leaves[rng.randrange(low, high)] for low, high in zip(cuts, cuts[1:])] + leaves[-1:]

    def _told_apart(self, first: int, leaves: List[int], sampled: Iterable[int]) -> Asking:
        """The levels among leaves that a sample could not tell apart."""
        if len(leaves) == 1:
            return [leaves]
        lowest = next((leaf for leaf in leaves if leaf in sampled), None)
        if lowest is None:
            levels, _, _ = yield from self._levels(first, leaves, None)
            return levels
        above: List[int] = []
        rest = [leaf for leaf in leaves if leaf != lowest]
        parts = [rest[at : at + self.most] for at in range(0, len(rest), self.most)]
        while parts:
            part = parts.pop()
            outside, _ = yield from self._count(first, lowest, tuple(part))
            if outside == len(part):
                above += part
            elif outside:
                parts += [part[: len(part) // 2], part[len(part) // 2 :]]
        if not above:
            return [leaves]
        levels = yield from self._told_apart(first, sorted(above), ())
        higher = set(above)
        return [[leaf for leaf in leaves if leaf not in higher]] + levels

    # Groups

    def _is_group(self, first: int, level: List[int]) -> Asking:
        """Whether all these leaves are products that join what holds `first` in one addition."""
        one, other = level[:2]
        if self.tree.fraction_bits is None:
            outside, _ = yield from self._count(one, other, (first,))
            if outside:
                return False
            yield from self._find_cut(first, level)
        half = self.large * 2.0 ** -(self.tree.fraction_bits + 1)
        for plain, large in ((one, other), (first, one), (first, other)):
            left = yield from self._ask(*self._pair(plain, large), leaves=(first, *level), value=half)
            if left != 0:
                return False
        return True

    def _find_cut(self, first: int, level: List[int]) -> Asking:
        """What a group cuts off, from a third term beside +S and -S: the accumulator or a product, and another product."""
        pair = self._pair(*level[:2])

        def keeps(third: int, value: float) -> Asking:
            return (yield from self._ask(*pair, self._at(third, value * self.large))) != 0

        seen: List[Tuple[int, str]] = []
        for third in (first, *level[2:3]):
            below = seen[0][0] if seen else 1
            if not (yield from keeps(third, 2.0**-below)):
                below = 1
            while below < 33 and (yield from keeps(third, 2.0**-below)):
                below += 1
            up = yield from keeps(third, 1.5 * 2.0**-below)
            down = yield from keeps(third, -1.5 * 2.0**-below)
            how = "cut toward zero" if not (up or down) else "rounded to nearest" if up and down else "cut toward minus infinity" if down else "cut toward infinity"
            seen.append((below - 1, f"{how} {below - 1} bits below the largest" if below < 33 else "kept to more than 32 bits below the largest"))
        self.tree.fraction_bits = seen[0][0]
        texts = sorted({text for _, text in seen})
        if len(texts) > 1:
            self.steps = f"some {texts[0]}, others {texts[1]}"
        elif not texts[0].startswith("cut toward zero") or not adders_with(seen[0][0], 0, self.dtype, ""):
            self.steps = texts[0]

    # Additions

    def _join(self, opened: OpenSet) -> Asking:
        """Joins the operands that join next."""
        tree = self.tree
        nodes = [opened.node, *opened.operands]
        opened.operands = []
        if len(nodes) > 2:
            sums = [node for node in nodes if not tree.is_product(node)]
            products = sorted(node for node in nodes if tree.is_product(node))
            if len(sums) > 1:
                raise NotRecorded(f"{len(nodes)} terms are added at once, and {len(sums)} of them are sums or the bias, where a tensor core takes products and one sum")
            opened.node = tree.join_group(sums[0] if sums else None, self._run(products))
            return
        one, other = nodes
        if not tree.exact:
            if opened.first_fused and one == opened.first:
                opened.node = tree.join(other, one, True)
            elif other in opened.fused:
                opened.node = tree.join(one, other, True)
            else:
                opened.node = tree.join_sum(one, other)
            return
        products = sorted(node for node in nodes if tree.is_product(node))
        if products and (yield from self._is_cut(products[0], one + other - products[0])):
            opened.node = tree.join_group(None if len(products) == 2 else one + other - products[0], products)
            return
        yield from self._check_width(one, other)
        opened.node = tree.join_sum(one, other)

    def _run(self, products: List[int]) -> List[int]:
        step = products[1] - products[0]
        if len(products) > MAX_GROUP:
            raise NotRecorded(f"{len(products)} products are added at once, more than the {MAX_GROUP} that a recording holds")
        if products != list(range(products[0], products[0] + step * len(products), step)):
            raise NotRecorded(f"products {', '.join(map(str, products))} are added at once, and the notation has only groups in even steps")
        return products

    def _tie(self) -> Tuple[float, float, float, float]:
        """Two factors, their product, which lies halfway between two results and goes to the one below, and what it
        takes to the one above. In float32 it is the one below itself, and that is half a step away."""
        x, weight = {8: (1 + 2.0**-4, 1 + 2.0**-4), 11: (1 + 2.0**-5, 1 + 2.0**-6), 24: (1.0, 1.0)}[self.result]
        half = 2.0**-self.result
        return 32 * x, 32 * weight, 1024 * (x * weight - half * (self.result < 24)), 1024 * half

    def _is_cut(self, product: int, total: int) -> Asking:
        """Whether a lone product joins a sum as groups do, by an addition that cuts, or by one that rounds to nearest."""
        if self.tree.fraction_bits is None:
            return False
        if self.dtype.startswith("float8"):
            return True  # no product of theirs is long enough to show it
        x, weight, below, half = self._tie()
        answer = yield from self._ask((product, x, weight), self._at(self.tree.smallest_leaf(total), 1024 * 1.5 * 2.0**-24))
        if answer not in (below, below + 2 * half):
            raise NotRecorded(f"product {product} joins others by an addition that neither cuts nor rounds to float32")
        return answer == below

    def _check_width(self, one: int, other: int) -> Asking:
        """Whether two operands are added before they are rounded to a short format. That they are not is said if the
        replay fails; with float16 accumulators it needn't."""
        tree = self.tree
        bias = tree.products < tree.leaves and tree.products in (one, other)
        if self.result == 24 or self.dtype.startswith("float8") or not (bias or tree.fraction_bits is not None):
            return
        x, weight, below, half = self._tie()
        for tied, beside in ((one, other), (other, one)):
            leaf = tree.smallest_leaf(tied)
            if not tree.is_product(leaf) or tied < tree.leaves:
                continue
            answer = yield from self._ask((leaf, x, weight), self._at(tree.smallest_leaf(beside), half))
            if answer != below + 2 * half:
                name = "bfloat16" if self.result == 8 else "float16"
                what = f"the sum is rounded to {name} before the bias is added" if bias else f"partial sums are rounded to {name} before they are added"
                tree.doubt = tree.doubt or f"{what}, and a recording rounds once, at the end"


def power_text(power: float) -> str:
    """2^37; 1 where it is that."""
    return "1" if power == 1 else f"2^{int(math.log2(power))}"


class Answers:
    """What some cells answered. Those that have answered alike so far are a part; parts are numbered, and one that
    splits keeps its number for those that agree with its first cell."""

    def __init__(self, prober: Prober, cells: np.ndarray) -> None:
        self.prober, self.cells = prober, cells
        self.part_of = np.zeros(len(cells), dtype=np.intp)
        self.first = [0]  # of each part, the place of its first cell
        self.parent = [-1]  # of each part, the one that it left
        self.seen: Dict[Question, Dict[int, int]] = {}  # bits, by the parts that there were then

    def to(self, question: Question, part: int) -> int:
        """The bits that a part answers. Nothing is asked twice."""
        answers = self.seen.get(question)
        if answers is None:
            answers = self.seen[question] = self._asked(question)
        while part not in answers:
            part = self.parent[part]
        return answers[part]

    def _asked(self, question: Question) -> Dict[int, int]:
        seen = bits(self.prober.ask(question))
        if len(seen) != len(self.cells):
            seen = seen[self.cells]
        other = np.flatnonzero(seen != (seen[self.first][self.part_of] if len(self.first) > 1 else seen[0]))
        if other.size:
            # Those that answer unlike the first cell of their part leave it, and those of them that agree stay together.
            labels = self.part_of[other].astype(np.uint64) * np.uint64(2**32) + seen[other]
            _, places, new = np.unique(labels, return_index=True, return_inverse=True)
            self.parent += [int(self.part_of[other[place]]) for place in places]
            self.part_of[other] = len(self.first) + new.reshape(-1)
            self.first += [int(other[place]) for place in places]
        return {part: int(seen[first]) for part, first in enumerate(self.first)}


def read_trees(prober: Prober, cells: np.ndarray) -> List[Found]:
    """Reads the trees of these cells, one after the other; all cells answer each question, and those that answer like
    the one that is read have its tree. Raises NotRecorded where what is seen is not a tree."""
    answers = Answers(prober, cells)
    complete: List[Found] = []
    done: set = set()
    while len(done) < len(answers.first):
        part = next(part for part in range(len(answers.first)) if part not in done)
        alike = {part}
        reading = Reading(prober.layer).read()
        answer: Optional[float] = None
        try:
            while True:
                question = reading.send(answer)  # type: ignore[arg-type]
                parts = len(answers.first)
                seen = answers.to(question, part)
                alike |= {new for new in range(parts, len(answers.first)) if answers.parent[new] in alike}
                if len(alike) > 1:
                    alike = {one for one in alike if answers.to(question, one) == seen}
                answer = float(np.uint32(seen).view(np.float32))
                if len(answers.first) > MAX_ORDERS:
                    reading.send(answer)  # what is no count at all is said rather than this
                    raise TooManyOrders()
        except StopIteration as end:
            complete.append(Found(cells[np.isin(answers.part_of, list(alike))], end.value))
            done |= alike
        except TooManyOrders:
            raise NotRecorded(f"the outputs are added in more than {MAX_ORDERS} different orders, more than a recording holds")
        except NotRecorded as problem:
            raise NotRecorded(f"{prober.where(cells[np.isin(answers.part_of, list(alike))])}: {problem}")
    return complete


class TooManyOrders(Exception):
    """Cells answer in more ways than a recording holds orders."""


def confirmed(prober: Prober, tree: Tree, cells: np.ndarray) -> np.ndarray:
    """Those of `cells` whose tree is `tree`, by one probe for each of its additions (a second one for some, three for
    a group).

    Take the additions from the leaves up, and let A and B be the leaves below the two operands of one. By then it is
    known that A and B are the leaves of subtrees of the true tree. A leaf of A and a leaf of B meet there in a subtree
    that holds all of A and all of B; if it has |A| + |B| leaves, it holds nothing else, and its two halves are A and B.
    So each size that agrees proves one more subtree, up to the root. A result that is too short for all ones counts
    random numbers of both signs instead, whose sum over a wrong set is seldom that over the right one; the replay
    decides. In a group, all terms but +S and -S are halves of what is cut off, as in `Reading`.

    The probes are made in no order, and none once no cell is left: a tree that is nobody's is soon found to be wrong.
    """
    layer = prober.layer
    reading = Reading(layer)
    reading.tree.exact = tree.exact
    rng = random.Random(tree.leaves)
    weights = np.ones(tree.leaves) if tree.leaves <= reading.most else np.array([rng.choice((-3, -2, -1, 1, 2, 3)) for _ in range(tree.leaves)], dtype=float)
    everywhere = weights * reading.one
    some_leaf = list(range(tree.leaves))
    inside = list(weights)  # of each node, what its leaves count
    total = weights.sum()
    probes: List[Tuple[int, int, bool, Optional[List[int]], float]] = []  # two leaves, whether the second is fused, the terms of a group, what is counted
    for left, right, fused, group in zip(tree.left, tree.right, tree.fused, tree.group):
        operands = ([left] if left >= 0 else []) + ([right] if group is None else group)
        some_leaf.append(some_leaf[operands[0]])
        inside.append(sum(inside[operand] for operand in operands))
        if group is not None:
            leaves = [some_leaf[operand] for operand in operands]
            pairs = [(leaves[0], leaves[1])] + ([(leaves[0], leaves[2]), (leaves[1], leaves[2])] if len(leaves) > 2 else []) if len(leaves) > 1 else []
            probes += [(*pair, False, leaves, total - inside[-1]) for pair in pairs]
            continue
        pairs = [(left, right)]
        if tree.is_product(left) and not fused and not tree.exact:
            # Where the left operand is a product too, that one must not be fused to the right one.
            pairs = [(right, left)] + (pairs if tree.is_product(right) else [])
        probes += [(some_leaf[plain], some_leaf[product], fused, None, total - inside[-1]) for plain, product in pairs]
    random.Random(len(probes)).shuffle(probes)
    for plain, product, fused, leaves, outside in probes:
        if not cells.size:
            break
        values = everywhere
        if leaves is not None and tree.fraction_bits is not None:
            values = everywhere.copy()
            values[leaves] = reading.large * 2.0 ** -(tree.fraction_bits + 1)
        seen = prober.ask_among(values, reading._pair(plain, product))
        answer = (seen if len(cells) == len(seen) else seen[cells]) / np.float32(reading.one)
        expected = rounded(np.array([outside * reading.one], dtype=np.float32), layer.output or "float32")[0] / np.float32(reading.one)
        agree = answer == expected + LEFT_BY_FUSED if fused else answer == expected
        if not tree.exact and not fused:
            agree |= answer == expected + 2 * LEFT_BY_FUSED
        if not agree.all():
            cells = cells[agree]
    return cells


# -------------------------------------------------------------------------------------------- one batch size, proved


class Runs:
    """What the layer returned at one batch size: on the real numbers, then on random ones in the same memory."""

    def __init__(self, layer: Layer, batch: int) -> None:
        self.layer, self.batch = layer, batch
        # Many for a small call, where each run compares few sums; few for a large one.
        self.random_runs = max(2, min(RANDOM_RUNS, 2**22 // (layer.products * layer.outputs * batch)))
        self.real = self.steady()
        self.seen = [self.real]
        for seed in range(self.random_runs):
            layer.put(layer.random(seed))
            self.seen.append(layer.call(batch))

    def steady(self) -> np.ndarray:
        """The outputs on the real numbers; raises NotRecorded where they change from run to run."""
        self.layer.put(self.layer.real)
        first = self.layer.call(self.batch)
        for _ in range(REPEATS - 1):
            self.check_same(self.layer.call(self.batch), first)
        if not np.isfinite(first).all():
            raise NotRecorded("the function returned NaN or infinity for finite numbers")
        output = self.layer.output or "float32"
        if not np.array_equal(first, rounded(first, output)):
            raise NotRecorded(f"the function returned numbers that are none of {output}")
        return first

    def check_same(self, run: np.ndarray, earlier: np.ndarray) -> None:
        changed = np.flatnonzero(bits(run) != bits(earlier))
        if changed.size:
            raise NotRecorded(f"{self.where(changed)} changed from run to run on the same numbers")

    def where(self, cells: np.ndarray) -> str:
        return where(cells, self.batch, self.layer.outputs)

    def choose_adder(self, found: Found) -> None:
        """Chooses the adder of an order with groups: of those that keep as many bits, the likeliest that gives what some
        outputs were in all runs; the likeliest if none does."""
        tree, layer = found.tree, self.layer
        if tree.fraction_bits is None or tree.adder is not None:
            return
        row = int(found.cells[0]) // layer.outputs
        columns = found.cells[found.cells < (row + 1) * layer.outputs][:64] - row * layer.outputs
        size = tree.largest_group()
        adders = adders_with(tree.fraction_bits, size, layer.dtype, layer.gpu)
        if not adders:
            raise NotRecorded(f"{size} products are added at once, more than a step of any known adder takes that cuts {tree.fraction_bits} bits below the largest")
        for adder in (*adders, adders[0]):
            tree.adder = adder
            if all(np.array_equal(bits(self._replay(tree, run, np.array([row]), columns)), bits(seen[row : row + 1, columns])) for run, seen in enumerate(self.seen)):
                return

    def _numbers(self, run: int) -> Numbers:
        return self.layer.real if run == 0 else self.layer.random(run - 1)

    def _replay(self, tree: Tree, run: int, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
        x, weight, bias = self._numbers(run)
        sums = tree.evaluate(x[rows], np.ascontiguousarray(weight[columns].T), None if bias is None else bias[columns])
        return rounded(sums, self.layer.output or "float32")

    def prove(self, found: Sequence[Found]) -> None:
        """Replays every run, each cell in its order; raises NotRecorded where a bit is not what the layer returned."""
        equal = np.ones((self.batch, self.layer.outputs), dtype=bool)
        blocks = [(tree, rows, columns) for cells, tree in found for rows, columns in self._blocks(cells)]
        for run, seen in enumerate(self.seen):
            x, weight, bias = self._numbers(run)
            weight_by_product = np.ascontiguousarray(weight.T)
            for tree, rows, columns in blocks:
                self.layer.check_time()
                place = np.ix_(rows, columns)
                everything = len(columns) == self.layer.outputs
                sums = tree.evaluate(
                    x[rows], weight_by_product if everything else weight_by_product[:, columns], None if bias is None else bias[columns]
                )
                equal[place] &= bits(rounded(sums, self.layer.output or "float32")) == bits(seen[place])
        for cells, tree in found:
            replayed = int(equal.reshape(-1)[cells].sum())
            if replayed < len(cells) and tree.doubt:
                raise NotRecorded(f"{self.where(cells)}: {tree.doubt}")
            if replayed < len(cells):
                adder = f" with the adder {tree.adder.name}" if tree.adder else ""
                raise NotRecorded(
                    f"{self.where(cells)}: the order that was read off ({shortened(notation(tree), 60)}){adder} gives {replayed} "
                    f"of {len(cells)} outputs to the bit, on the real numbers and {self.random_runs} random sets"
                )

    def _blocks(self, cells: np.ndarray) -> Iterator[Tuple[np.ndarray, np.ndarray]]:
        """Rows and columns that hold these cells, not too many at once."""
        held = np.zeros((self.batch, self.layer.outputs), dtype=bool)
        held.reshape(-1)[cells] = True
        for rows in equal_rows(held):
            columns = np.flatnonzero(held[rows[0]])
            if columns.size:
                most = max(1, ADDITIONS_AT_ONCE // (self.layer.products * len(columns)))
                for at in range(0, len(rows), most):
                    yield rows[at : at + most], columns


def find_kernels(layer: Layer, batch: int, known: Sequence[Tree], progress: "Progress") -> Tuple[List[Kernel], np.ndarray]:
    """The orders at one batch size, each proved by replay, and the real outputs (batch, N).

    Rows of which all outputs are added alike are a class; there is one kernel for each class and order. Nothing is
    guessed about classes: every row answers every probe, and rows that answered alike have the same trees.
    Orders that are known from other batch sizes are tried first. Raises NotRecorded with what was seen instead.
    """
    runs = Runs(layer, batch)
    prober = Prober(layer, batch, progress)
    found: List[Found] = []
    rest = np.arange(batch * layer.outputs)
    for tree in known:
        cells = confirmed(prober, tree, rest)
        if cells.size:
            found.append(Found(cells, tree))
            rest = np.setdiff1d(rest, cells, assume_unique=True)
    if rest.size:
        found += read_trees(prober, rest)
    for one in found:
        runs.choose_adder(one)
    progress.replays(batch * layer.outputs)
    runs.prove(found)
    runs.check_same(runs.steady(), runs.real)
    return kernels_of(found, batch, layer.outputs), runs.real


def kernels_of(found: Sequence[Found], batch: int, outputs: int) -> List[Kernel]:
    """The kernels of one batch size: by class of rows, then by their outputs."""
    order_at = np.empty((batch, outputs), dtype=np.int64)
    for at, (cells, _) in enumerate(found):
        order_at.reshape(-1)[cells] = at
    kernels: List[Kernel] = []
    for rows in equal_rows(order_at):
        orders, first = np.unique(order_at[rows[0]], return_index=True)
        for at in orders[np.argsort(first)]:
            kernels.append(Kernel(rows, np.flatnonzero(order_at[rows[0]] == at), found[at].tree))
    return kernels


def equal_rows(table: np.ndarray) -> List[np.ndarray]:
    """The numbers of the rows of a table, those of equal rows together."""
    groups: Dict[bytes, List[int]] = {}
    for row, values in enumerate(table):
        groups.setdefault(values.tobytes(), []).append(row)
    return [np.array(rows) for rows in groups.values()]


def bits(values: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(values, dtype=np.float32).view(np.uint32)


def ranges(numbers: np.ndarray) -> List[List[int]]:
    """Ascending numbers as inclusive ranges [first, last]."""
    cuts = np.flatnonzero(np.diff(numbers) != 1) + 1
    return [[int(run[0]), int(run[-1])] for run in np.split(numbers, cuts)]


def ranges_text(numbers: np.ndarray) -> str:
    parts = [f"{first}" if first == last else f"{first}..{last}" for first, last in ranges(numbers)]
    return ", ".join(parts[:6]) + (", ..." if len(parts) > 6 else "")


def where(cells: np.ndarray, batch: int, outputs: int) -> str:
    """Which outputs these cells are, and of which rows if not of all."""
    rows, columns = np.unique(cells // outputs), np.unique(cells % outputs)
    of = "" if len(cells) == batch * len(columns) else f" of rows {ranges_text(rows)}"
    return f"outputs {ranges_text(columns)}{of}"


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 4] + " ..."


class Progress:
    """Says on stderr what is being probed and about how long it will take."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet
        self.live = sys.stderr.isatty()
        self.shown = time.monotonic()
        self.seconds: Dict[int, float] = {}  # of one call at the batch sizes that are to come
        self.probes = 0
        self.expected = 0  # probes at one batch size: a guess at first, then those of the last one

    def measure(self, layer: Layer, batches: Sequence[int]) -> None:
        self.expected = 2 * layer.products
        for batch in batches:
            began = time.monotonic()
            try:
                layer.call(batch)  # the first call at a size may set things up
                began = time.monotonic()
                layer.call(batch)
            except NotRecorded:
                pass  # the batch sizes before it come first; it fails again when it is its turn
            self.seconds[batch] = time.monotonic() - began

    def begin(self, batch: int) -> None:
        self.expected = self.probes or self.expected
        self.batch, self.each, self.probes = batch, self.seconds.pop(batch), 0

    def probed(self) -> None:
        self.probes += 1
        now = time.monotonic()
        if self.quiet or now - self.shown < (0.2 if self.live else 5):
            return
        self.shown = now
        left = max(self.expected - self.probes, 0) * self.each + self.expected * sum(self.seconds.values())
        line = f"batch {self.batch}: probe {self.probes} of about {max(self.expected, self.probes)}, about {math.ceil(left)} s left"
        self.say(line, end="" if self.live else "\n")

    def replays(self, outputs: int) -> None:
        if self.live and not self.quiet:
            self.say(f"batch {self.batch}: replaying {outputs} outputs", end="")

    def say(self, line: str, end: str = "\n") -> None:
        if not self.quiet:
            # On a terminal each line takes the place of the progress before it.
            print(f"\r\033[K{line}" if self.live else line, end=end, file=sys.stderr, flush=True)


# -------------------------------------------------------------------------------------------------------- a recording


def record(
    function: Callable, x: Any, weight: Any, bias: Any, batches: Sequence[int], *,
    dtype: Optional[str] = None, output: Optional[str] = None,
    library: Optional[Dict[str, str]] = None, threads: Optional[int] = None, gpu: Optional[str] = None,
    data: Optional[Dict[str, Any]] = None, note: str = "", time_limit: Optional[float] = None, quiet: bool = False,
) -> Dict[str, Any]:
    """Records in which order `function(x, weight, bias)` adds every output of every row, at each of the batch sizes.

    x (rows, K), weight (N, K), bias (N,) or None: NumPy arrays, PyTorch tensors or JAX arrays, on whatever device; the
    function gets the first rows of x and returns (batch, N). `dtype` is what it multiplies: float32, tf32, bfloat16,
    float16, float8_e4m3 or float8_e5m2. It is that of the arrays unless it is told, and then they may be float32 arrays
    with such numbers (they have to be for tf32; the bias of a float8 layer is bfloat16). `output` is what the results
    are, float32, bfloat16 or float16: their own type, unless it is told, and they are float32 arrays with such numbers.
    `gpu` is what to call the GPU, where PyTorch does not know. `library` says what is looked at, as {"name", "version", "backend"}, of
    which the last two may be left out; `threads` how many it runs on; `note` what else there is to say of how it runs;
    `time_limit`, in seconds, ends it early. The numbers are stored in the recording, unless `data` says where they come
    from.

    Returns the recording as it is written to a file. Batch sizes at which no order could be proved, or the function
    failed, are left out, and stderr says why; Ctrl-C and the time limit leave out what isn't finished. Raises Refused,
    with one sentence, for arguments that can't work and where nothing is left to write.
    """
    deadline = None if time_limit is None else time.monotonic() + time_limit
    dtype = check_arrays(x, weight, bias, dtype)
    if output is not None and output not in (OUTPUTS if dtype not in ("float32", "tf32") else ("float32",)):
        raise Refused(f"The output of a {dtype} layer can't be {output}.")
    gpu = gpu_of(x) if gpu is None else gpu
    batches = checked_batches(batches, int(x.shape[0]))
    threads = threads_in_use(x) if threads is None else threads
    if not 1 <= threads <= MAX_THREADS:
        raise Refused(f"threads must be 1 to {MAX_THREADS}, not {threads}.")
    # The numbers that no call gets are not kept.
    layer = Layer(function, x[: batches[-1]], weight, bias, deadline, dtype, output, gpu)
    recording: Dict[str, Any] = {
        "format": "summation-orders",
        "version": 2,
        "recordedOn": datetime.date.today().isoformat(),
        "library": library_of(function, library),
        "machine": machine(threads, gpu, ", ".join(filter(None, [device_note(x), note]))),
        "operation": {
            "name": "linear",
            "dtype": dtype,
            "inFeatures": layer.products,
            "outFeatures": layer.outputs,
            "bias": bias is not None,
        },
        "data": data or inline(layer.real),
        "kernels": [],
        "outputs": [],
        "digests": [],
    }
    room = MAX_FILE - len(file_text(recording))
    if room < 0:
        raise Refused(
            f"With its numbers the file would have {math.ceil((MAX_FILE - room) / 2**20)} MB, and the page reads at most {MAX_FILE // 2**20}; "
            "take smaller batches or a smaller layer."
        )
    least = replayed(sum(batches), np.arange(layer.outputs), layer)
    if least > MAX_REPLAY:
        raise Refused(
            f"The page's replay would take {math.ceil(least / 10**9)} billion products or more, and it computes at most {MAX_REPLAY // 10**9} billion; "
            "take fewer or smaller batches or a smaller layer."
        )
    progress = Progress(quiet)
    with OneStop() as stop:
        finished, left_out = record_batches(layer, batches, room, progress, stop)
        if not finished:
            raise Refused(f"There is nothing to write: {left_out}.")
        for batch in finished:
            for part in PARTS_OF_A_BATCH:
                recording[part] += batch.parts[part]
        if layer.output not in (None, "float32" if dtype == "tf32" else dtype):
            recording["operation"]["output"] = layer.output
        return recording


# What a recording says of each batch size.
PARTS_OF_A_BATCH = ("kernels", "outputs", "digests")


class Finished(NamedTuple):
    """One batch size as it is written."""

    parts: Dict[str, List[Dict[str, Any]]]
    trees: Dict[Tuple[str, str], Tree]  # by their notation and the name of their adder, "" for none
    products: int  # of the page's replay


def replayed(rows: int, columns: np.ndarray, layer: Layer, groups: bool = False) -> int:
    """The products that the page's replay takes for one order, with groups or without, in these outputs of so many rows."""
    blocks = len(np.unique(columns // REPLAY_BLOCK))
    return rows * blocks * REPLAY_BLOCK * max(REPLAY_LEAST, layer.products) * (REPLAY_GROUP if groups else 1)


def record_batches(layer: Layer, batches: Sequence[int], room: int, progress: Progress, stop: OneStop) -> Tuple[List[Finished], str]:
    """The batch sizes that could be recorded, and why the first one was not, or why it ended early; "" for neither.

    `room`: how many bytes they may take in the file.
    """
    finished: List[Finished] = []
    products = 0
    left_out = ""
    try:
        progress.measure(layer, batches)
        for batch in batches:
            progress.begin(batch)
            before = layer.calls
            known = {name: tree for done in finished for name, tree in done.trees.items()}
            try:
                done = finish(layer, batch, known, progress)
                size = len(file_text(done.parts))
                if size > room:
                    raise NotRecorded(f"with it the file would have more than the {MAX_FILE // 2**20} MB that the page reads")
                if products + done.products > MAX_REPLAY:
                    raise NotRecorded(f"with it the page's replay would take more than the {MAX_REPLAY // 10**9} billion products that it computes")
            except NotRecorded as seen:
                left_out = left_out or f"at batch {batch}, {seen}"
                progress.say(f"batch {batch} is not written: {seen}.")
                continue
            room -= size
            products += done.products
            finished.append(done)
            classes = counted(len(done.parts["outputs"]), "class of rows", "classes of rows")
            orders = counted(len(done.trees), "order", "orders")
            total = batch * layer.outputs
            only = ": " + " on ".join(filter(None, [shortened(next(iter(done.trees))[0], 70), next(iter(done.trees))[1]])) if len(done.trees) == 1 else ""
            progress.say(f"batch {batch}: {classes}, {orders}, {total} of {total} outputs equal to the bit, {layer.calls - before} calls{only}")
        stop.no_more()
    except (KeyboardInterrupt, OutOfTime) as end:
        left_out = "stopped by hand" if isinstance(end, KeyboardInterrupt) else "the time limit was reached"
        progress.say(f"{left_out}; " + ("batch sizes that are finished are kept." if finished else "no batch size is finished."))
    return finished, left_out


def finish(layer: Layer, batch: int, known: Dict[Tuple[str, str], Tree], progress: Progress) -> Finished:
    """One batch size, proved; `known` are the orders of those before it. Raises NotRecorded."""
    try:
        found, real = find_kernels(layer, batch, list(known.values()), progress)
    except MemoryError:
        raise NotRecorded("there is not enough memory for it")
    names = [(notation(kernel.tree), kernel.tree.adder.name if kernel.tree.adder else "") for kernel in found]
    if len(set(known).union(names)) > MAX_ORDERS:
        raise NotRecorded(f"with it there are more than {MAX_ORDERS} different orders, more than a recording holds")
    first_rows = sorted({int(kernel.rows[0]) for kernel in found})
    parts = {
        "kernels": [
            {"batch": batch, "rows": ranges(kernel.rows), "columns": ranges(kernel.columns), "order": order, **({"adder": adder} if adder else {})}
            for kernel, (order, adder) in zip(found, names)
        ],
        "outputs": [{"batch": batch, "row": row, "bits": base64_of(real[row])} for row in first_rows],
        "digests": [{"batch": batch, "sha256": hashlib.sha256(little_endian(real)).hexdigest()}],
    }
    trees = {name: kernel.tree for kernel, name in zip(found, names)}
    return Finished(parts, trees, sum(replayed(len(kernel.rows), kernel.columns, layer, kernel.tree.adder is not None) for kernel in found))


def library_of(function: Callable, library: Optional[Dict[str, str]]) -> Dict[str, str]:
    """What is looked at, complete: what is not said is the function's name, and empty."""
    said = library or {}
    own_name = getattr(function, "__qualname__", type(function).__name__).split("<locals>.")[-1]
    named = str(said.get("name") or ("your function" if own_name == "<lambda>" else own_name))
    texts = {"name": named, "version": str(said.get("version", "")), "backend": str(said.get("backend", ""))}
    return {key: shortened(text, MAX_LINE) for key, text in texts.items()}


def record_module(module: Any, x: Any, batches: Sequence[int] = (1, 2, 4, 8, 16), **options: Any) -> Dict[str, Any]:
    """Records a torch.nn.Linear on its own weights and on your inputs, x (rows, K); batch sizes beyond the rows of x
    are left out. Weights and inputs are stored in the recording. Options and errors are those of `record`."""
    torch = imported_torch()
    if not isinstance(module, torch.nn.Linear) or type(module).forward is not torch.nn.Linear.forward:
        raise Refused("record_module takes a torch.nn.Linear; give anything else that computes a linear layer to record() as a function.")
    fitting = [batch for batch in batches if batch <= len(x)]
    options.setdefault("library", torch_library(torch, x.device))
    return record(torch_linear(torch), x, module.weight, module.bias, fitting, **options)


def save(recording: Dict[str, Any], path: str) -> None:
    """Writes a recording to a file, all of it or nothing: until it is whole, what was there before stays. Raises Refused
    where that can't be done."""
    target = os.path.realpath(path)
    special = os.path.exists(target) and not os.path.isfile(target)  # such as /dev/stdout: nothing can take its place
    part = target if special else f"{target}.part"
    with OneStop() as stop:
        stop.no_more()
        try:
            with open(part, "w", encoding="utf-8") as file:
                file.write(file_text(recording))
            if not special:
                os.replace(part, target)
        except OSError as error:
            if not special and os.path.exists(part):
                os.remove(part)
            raise Refused(f"{path} can't be written: {error.strerror}.")


def file_text(recording: Dict[str, Any]) -> str:
    """A recording, or a part of one, as it is written: ASCII, so as many bytes as characters."""
    return json.dumps(recording, indent=1) + "\n"


def checked_batches(batches: Sequence[int], rows: int) -> List[int]:
    """The batch sizes, ascending, each once."""
    chosen = sorted(set(batches))
    if not chosen:
        raise Refused("There is no batch size to look at.")
    if len(chosen) > MAX_BATCH_SIZES:
        raise Refused(f"At most {MAX_BATCH_SIZES} batch sizes go into one recording, not {len(chosen)}.")
    for batch in chosen:
        if not 1 <= batch <= MAX_BATCH:
            raise Refused(f"A batch has 1 to {MAX_BATCH} rows, not {batch}.")
        if batch > rows:
            raise Refused(f"x has {rows} rows, too few for a batch of {batch}.")
    return chosen


def little_endian(values: np.ndarray) -> bytes:
    """float32, row-major."""
    return np.ascontiguousarray(values, dtype="<f4").tobytes()


def base64_of(values: np.ndarray) -> str:
    return base64.b64encode(little_endian(values)).decode("ascii")


def inline(numbers: Numbers) -> Dict[str, Any]:
    data = {"source": "inline", "x": base64_of(numbers.x), "weight": base64_of(numbers.weight)}
    if numbers.bias is not None:
        data["bias"] = base64_of(numbers.bias)
    return data


# --------------------------------------------------------------------------------------------------- numbers to run on


def torch_numbers(seed: int, products: int, outputs: int, rows: int, uniform: str) -> Numbers:
    """What PyTorch draws on a CPU by `torch.manual_seed(seed); nn.Linear(K, N); torch.rand(rows, K)`, to the bit.

    One 32-bit output of MT19937 for each number u = (r mod 2^24) / 2^24. Weights and bias are u * (to - from) + from in
    float32; builds with uniform "separate" round the product, those with "fused" don't. As to - from = 2 * bound is
    exact, the fused result is (2u - 1) * bound, which float64 holds exactly.
    """
    generator = np.random.RandomState(seed)

    def draw(*shape: int) -> np.ndarray:
        raw = generator.randint(0, 2**32, size=shape, dtype=np.uint32)
        return (raw & np.uint32(0xFFFFFF)).astype(np.float32) * np.float32(2.0**-24)

    def spread(u: np.ndarray, bound: np.float32) -> np.ndarray:
        if uniform == "fused":
            return ((2 * u.astype(np.float64) - 1) * np.float64(bound)).astype(np.float32)
        return u * (bound + bound) - bound

    # As torch.nn.init computes them, in its order: the square of the square root of 5 is not quite 5.
    gain = math.sqrt(2.0 / (1 + math.sqrt(5) ** 2))
    weight_bound = np.float32(math.sqrt(3.0) * (gain / math.sqrt(products)))
    bias_bound = np.float32(1 / math.sqrt(products))
    weight = spread(draw(outputs, products), weight_bound)
    bias = spread(draw(outputs), bias_bound)
    return Numbers(draw(rows, products), weight, bias)


def imported(module: str, name: str) -> Any:
    try:
        return importlib.import_module(module)
    except Exception as error:  # a broken installation fails in many ways
        raise Refused(f"{name} can't be imported here ({shortened(' '.join(str(error).split()), 80)}); install it, or use --library numpy.")


def imported_torch() -> Any:
    return imported("torch", "PyTorch")


def torch_linear(torch: Any) -> Callable:
    def linear(x: Any, weight: Any, bias: Any) -> Any:
        with torch.no_grad():
            return torch.nn.functional.linear(x, weight, bias)

    return linear


def numpy_linear(x: np.ndarray, weight: np.ndarray, bias: Optional[np.ndarray]) -> np.ndarray:
    return x @ weight.T if bias is None else x @ weight.T + bias


class Asked(NamedTuple):
    """What the command line asks of a library."""

    products: int
    outputs: int
    rows: int
    seed: int
    threads: int
    dtype: str
    device: str  # "cpu" or "cuda"
    bias: bool


def torch_subject(asked: Asked, float32_reductions: bool) -> Dict[str, Any]:
    """Arguments of `record` for PyTorch's linear layer on the numbers that it draws itself, on the CPU, rounded to dtype."""
    torch = imported_torch()
    if asked.device != "cpu" and not torch.cuda.is_available():
        raise Refused("PyTorch sees no GPU here: torch.cuda.is_available() is False.")
    torch.set_num_threads(asked.threads)
    matmul = torch.backends.cuda.matmul
    matmul.allow_tf32 = asked.dtype == "tf32"
    if float32_reductions:
        matmul.allow_fp16_reduced_precision_reduction = matmul.allow_bf16_reduced_precision_reduction = False
    torch.manual_seed(asked.seed)
    layer = torch.nn.Linear(asked.products, asked.outputs)
    x = torch.rand(asked.rows, asked.products)
    drawn = Numbers(x, layer.weight, layer.bias)
    data = None  # stored inline, unless the seed brings them back in one of the ways that the format knows
    for uniform in ("fused", "separate"):
        computed = torch_numbers(asked.seed, asked.products, asked.outputs, asked.rows, uniform)
        if all(np.array_equal(bits(a), bits(b)) for a, b in zip(drawn.each(to_numpy), computed)):
            data = seeded(asked.seed, asked.rows, uniform)
            break
    kind = getattr(torch, "float32" if asked.dtype == "tf32" else asked.dtype)
    numbers = (drawn if asked.bias else drawn._replace(bias=None)).each(lambda array: array.detach().to(kind).to(asked.device))
    function = torch_linear(torch)
    note = ""
    if asked.device != "cpu" and asked.dtype in ("bfloat16", "float16"):
        short = matmul.allow_bf16_reduced_precision_reduction if asked.dtype == "bfloat16" else matmul.allow_fp16_reduced_precision_reduction
        note = f"{asked.dtype} reductions {'allowed' if short else 'off'}"
    return {
        "function": function, "library": torch_library(torch, numbers.x.device), "note": note, "data": data, **numbers._asdict(),
        "kernels": lambda batch: torch_kernels(torch, lambda: function(numbers.x[:batch], numbers.weight, numbers.bias)),
    }


def torch_kernels(torch: Any, call: Callable) -> List[str]:
    """What PyTorch's profiler saw running on the GPU in a call, or on the CPU, where there is none."""
    activities = [torch.profiler.ProfilerActivity.CPU] + ([torch.profiler.ProfilerActivity.CUDA] if torch.cuda.is_available() else [])
    call()
    with torch.profiler.profile(activities=activities) as profile:
        call()
        if torch.cuda.is_available():
            torch.cuda.synchronize()
    events = [(str(event.device_type).endswith("CUDA"), event.name) for event in profile.events()]
    on_gpu = any(there for there, _ in events)
    return list(dict.fromkeys(name for there, name in events if there == on_gpu))


def drawn_subject(name: str, asked: Asked) -> Dict[str, Any]:
    """Arguments of `record` for a library on the numbers that PyTorch would draw, rounded to dtype."""
    drawn = torch_numbers(asked.seed, asked.products, asked.outputs, asked.rows, "fused").rounded_to(asked.dtype)
    drawn = drawn if asked.bias else drawn._replace(bias=None)
    data = seeded(asked.seed, asked.rows, "fused")
    if name == "jax" and (asked.device, asked.dtype) != ("cpu", "float32"):
        return {**jax_arrays_subject(asked, drawn), "data": data}
    function, library, note = FUNCTIONS[name](asked.threads)
    return {"function": function, "library": library, "note": note, "data": data, **drawn._asdict()}


def jax_arrays_subject(asked: Asked, drawn: Numbers) -> Dict[str, Any]:
    """A dense layer of JAX on arrays that stay on its device, compiled once for each batch size."""
    note = on_processors(asked.threads, "JAX") if asked.device == "cpu" else ""
    os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")
    if asked.device == "cpu":
        os.environ["JAX_PLATFORMS"] = "cpu"
    jax, jaxlib = imported("jax", "JAX"), imported("jaxlib", "JAX")
    try:
        device = jax.devices("cpu" if asked.device == "cpu" else "gpu")[0]
    except RuntimeError:
        raise Refused("JAX sees no GPU here: jax.devices('gpu') finds none.")
    precision = {"tf32": "tensorfloat32", "float32": "highest"}.get(asked.dtype, "default")
    jax.config.update("jax_default_matmul_precision", precision)
    kind = jax.numpy.dtype("float32" if asked.dtype == "tf32" else asked.dtype)
    numbers = drawn.each(lambda array: jax.device_put(jax.numpy.asarray(array).astype(kind), device))
    compiled = jax.jit(lambda x, weight, bias: x @ weight.T if bias is None else x @ weight.T + bias)
    backend = f"XLA of jaxlib {jaxlib.__version__}, jax.jit" + ("" if asked.device == "cpu" else f", {device.device_kind}, matmul precision {precision}")

    def kernels(batch: int) -> List[str]:
        text = compiled.lower(numbers.x[:batch], numbers.weight, numbers.bias).compile().as_text()
        found = re.findall(r'custom_call_target="([^"]+)"|"kind":"(__[\w$]+)"| (dot)\(', text)
        return list(dict.fromkeys("".join(names) for names in found))

    library = {"name": "JAX", "version": jax.__version__, "backend": backend}
    return {"function": compiled, "library": library, "note": note.rstrip(", "), "kernels": kernels, **numbers._asdict()}


# What looks at a library: the function to record, the library in words, and what else there is to say.
Looked = Tuple[Callable, Dict[str, str], str]


def numpy_function(_: int) -> Looked:
    return numpy_linear, {"name": "NumPy", "version": np.__version__, "backend": numpy_backend()}, ""


def jax_function(threads: int) -> Looked:
    """A dense layer of JAX, compiled once for each batch size. JAX has its own arrays, so it takes NumPy's anew each time."""
    note = on_processors(threads, "JAX")
    os.environ["JAX_PLATFORMS"] = "cpu"
    jax, jaxlib = imported("jax", "JAX"), imported("jaxlib", "JAX")
    compiled = jax.jit(lambda x, weight, bias: x @ weight.T if bias is None else x @ weight.T + bias)
    library = {"name": "JAX", "version": jax.__version__, "backend": f"XLA of jaxlib {jaxlib.__version__}, jax.jit"}
    return lambda x, weight, bias: np.asarray(compiled(x, weight, bias)), library, f"{note}arrays handed over in every call"


def tensorflow_function(threads: int) -> Looked:
    """TensorFlow, one operation after the other. It has its own arrays, so it takes NumPy's anew each time."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    tf = imported("tensorflow", "TensorFlow")
    tf.config.set_visible_devices([], "GPU")
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(1)

    def linear(x: np.ndarray, weight: np.ndarray, bias: Optional[np.ndarray]) -> np.ndarray:
        product = tf.linalg.matmul(x, weight, transpose_b=True)
        return (product if bias is None else product + bias).numpy()

    library = {"name": "TensorFlow", "version": tf.__version__, "backend": "tf.linalg.matmul and +, eager, on the CPU"}
    return linear, library, "arrays handed over in every call"


def onnx_function(threads: int) -> Looked:
    """ONNX Runtime on a model of one Gemm, its weights stored in the model as exporters do. So it takes a new session
    for each set of weights."""
    runtime = imported("onnxruntime", "ONNX Runtime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    model, session = b"", None

    def linear(x: np.ndarray, weight: np.ndarray, bias: Optional[np.ndarray]) -> np.ndarray:
        nonlocal model, session
        wanted = onnx_gemm(weight, bias)
        if wanted != model:
            model, session = wanted, runtime.InferenceSession(wanted, options, providers=["CPUExecutionProvider"])
        return session.run(None, {"x": x})[0]

    library = {"name": "ONNX Runtime", "version": runtime.__version__, "backend": "CPUExecutionProvider, Gemm with constant weights"}
    return linear, library, "a session for each set of weights"


FUNCTIONS: Dict[str, Callable[[int], Looked]] = {
    "numpy": numpy_function,
    "jax": jax_function,
    "tensorflow": tensorflow_function,
    "onnxruntime": onnx_function,
}
LIBRARIES = ("torch", *FUNCTIONS)

# What --dtype can be.
DTYPES = ("float32", "tf32", "bfloat16", "float16")


def on_processors(threads: int, name: str) -> str:
    """Gives this process as many processors as it may have threads, for a library that starts a thread for each.
    Returns what to say of that."""
    try:
        there = sorted(os.sched_getaffinity(0))
    except AttributeError:  # only Linux has it
        there = []
    if there and threads < len(there):
        os.sched_setaffinity(0, there[:threads])
    elif threads != (len(there) or os.cpu_count()):
        raise Refused(f"{name} runs a thread for each processor, here {len(there) or os.cpu_count()}, so --threads {threads} can't be had.")
    return f"{counted(threads, 'processor', 'processors')}, "


def onnx_gemm(weight: np.ndarray, bias: Optional[np.ndarray]) -> bytes:
    """An ONNX model, y = Gemm(x, weight, bias) with transB = 1, for any number of rows; field numbers as in onnx.proto.

    IR version 8, operators of version 13. The wire format is Protocol Buffers. Messages are lists of pieces, so that the
    weights are copied only once.
    """
    single = 1  # onnx.proto's name for float32 is FLOAT = 1

    def varint(number: int) -> bytes:
        return (bytes([number % 128 | 128]) + varint(number >> 7)) if number > 127 else bytes([number])

    def field(number: int, value: Union[int, str, List[bytes]]) -> List[bytes]:
        if isinstance(value, int):
            return [varint(number << 3) + varint(value)]
        pieces = [value.encode("ascii")] if isinstance(value, str) else value
        return [varint(number << 3 | 2) + varint(sum(map(len, pieces)))] + pieces

    def tensor(name: str, values: np.ndarray) -> List[bytes]:
        sizes = [piece for size in values.shape for piece in field(1, size)]
        return sizes + field(2, single) + field(8, name) + field(9, [little_endian(values)])

    def value_info(name: str, columns: int) -> List[bytes]:
        shape = field(1, field(2, "rows")) + field(1, field(1, columns))
        return field(1, name) + field(2, field(1, field(1, single) + field(2, shape)))

    outputs, products = weight.shape
    constants = field(5, tensor("w", weight)) + ([] if bias is None else field(5, tensor("b", bias)))
    inputs = field(1, "x") + field(1, "w") + ([] if bias is None else field(1, "b"))
    gemm = inputs + field(2, "y") + field(4, "Gemm") + field(5, field(1, "transB") + field(3, 1) + field(20, 2))
    graph = field(1, gemm) + field(2, "linear") + constants + field(11, value_info("x", products)) + field(12, value_info("y", outputs))
    return b"".join(field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13)))


def seeded(seed: int, rows: int, uniform: str) -> Dict[str, Any]:
    return {"source": "torch.manual_seed", "seed": seed, "batch": rows, "uniform": uniform}


# ------------------------------------------------------------------------------------------- what it was recorded on


def torch_library(torch: Any, device: Any) -> Dict[str, str]:
    """PyTorch, and what computes a linear layer in it on this device."""
    return {"name": "PyTorch", "version": torch.__version__, "backend": torch_blas(torch) if device.type == "cpu" else device_backend(torch, device)}


def device_backend(torch: Any, device: Any) -> str:
    """What computes on a device that is not the CPU: "CUDA 12.1, NVIDIA H100 80GB HBM3, TF32 off"."""
    if device.type != "cuda":
        return f"{device.type.upper()} device"
    hip = getattr(torch.version, "hip", None)
    toolkit = f"ROCm {hip}" if hip else f"CUDA {torch.version.cuda}"
    return f"{toolkit}, {torch.cuda.get_device_name(device)}, TF32 {'on' if torch.backends.cuda.matmul.allow_tf32 else 'off'}"


def torch_device(x: Any) -> Any:
    """The device of a PyTorch tensor that is not the CPU, else None."""
    device = x.device if hasattr(x, "detach") else None
    return None if device is None or device.type == "cpu" else device


def device_note(x: Any) -> str:
    """Where the layer is computed if not on the machine's CPU, else "". The numbers are compared on the CPU."""
    device = torch_device(x)
    return "" if device is None else f"computed on {device}"


def gpu_of(x: Any) -> str:
    """The GPU that holds an array, "" for none or where it is not known."""
    device = torch_device(x)
    if device is not None and device.type == "cuda":
        return str(sys.modules["torch"].cuda.get_device_name(device))
    if hasattr(x, "at"):
        (jax_device,) = x.devices()
        return "" if jax_device.platform == "cpu" else str(jax_device.device_kind)
    return ""


def torch_blas(torch: Any) -> str:
    """The BLAS that PyTorch calls on the CPU."""
    config = torch.__config__.show()
    mkl = re.search(r"Math Kernel Library Version ([\w.-]+)", config)
    named = re.search(r"BLAS_INFO=(\w+)", config)
    if mkl:
        blas = f"Intel MKL {mkl.group(1)}"
    elif named and named.group(1) != "generic":
        blas = f"BLAS: {named.group(1)}"
    else:
        blas = blas_behind(torch._C.__file__) or "BLAS not known"
    return blas


def numpy_backend() -> str:
    core = sys.modules.get("numpy._core._multiarray_umath") or sys.modules["numpy.core._multiarray_umath"]
    behind = blas_behind(core.__file__)
    if behind:
        return behind
    try:
        blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]  # NumPy 1.26 and newer
        return f"{blas['name']} {blas['version']}"
    except (TypeError, KeyError):
        return "BLAS not known"


class SymbolInfo(ctypes.Structure):
    """What dladdr says of an address: Dl_info in dlfcn.h."""

    _fields_ = [("file", ctypes.c_char_p), ("base", ctypes.c_void_p), ("name", ctypes.c_char_p), ("address", ctypes.c_void_p)]


def blas_behind(extension: str) -> str:
    """The BLAS library whose sgemm an extension module calls, by what it says of itself, else by its file; "" where unknown."""
    names = ("scipy_cblas_sgemm64_", "cblas_sgemm64_", "cblas_sgemm", "sgemm_")
    info = SymbolInfo()
    try:
        module, dladdr = ctypes.CDLL(extension), ctypes.CDLL(None).dladdr
        found = next(getattr(module, name) for name in names if hasattr(module, name))
        if not dladdr(ctypes.cast(found, ctypes.c_void_p), ctypes.byref(info)):
            return ""
        path = os.path.realpath(os.fsdecode(info.file))
        library = ctypes.CDLL(path)
    except (OSError, TypeError, AttributeError, StopIteration):  # Windows has no dladdr
        return ""
    for prefix, suffix in (("", ""), ("", "64_"), ("scipy_", ""), ("scipy_", "64_")):
        answers = [getattr(library, f"{prefix}openblas_get_{what}{suffix}", None) for what in ("config", "corename")]
        if all(answers):
            for answer in answers:
                answer.restype = ctypes.c_char_p
            version, core = (answer().decode("ascii", "replace") for answer in answers)
            return f"{' '.join(version.split()[:2])}, {core} kernels"
    folder, file = os.path.split(path)
    return f"{os.path.basename(folder)}/{file}"


def threads_in_use(x: Any) -> int:
    """Threads of PyTorch for a tensor; for an array what the environment says, else as many as there are processors."""
    if not isinstance(x, np.ndarray):
        return int(sys.modules["torch"].get_num_threads())
    said = os.environ.get("OMP_NUM_THREADS", "")
    return int(said) if said.isdigit() and int(said) > 0 else os.cpu_count() or 1


def machine(threads: int, gpu: str, note: str) -> Dict[str, Any]:
    """The machine; `note` is what else there is to say of it, "" for nothing, as for `gpu`."""
    cpu = platform.processor() or platform.machine() or "not known"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            info = file.read()
        model, flags = (re.search(rf"^{key}\s*: (.*)$", info, re.MULTILINE) for key in ("model name", "flags"))
        cpu = model.group(1) if model else cpu
        units = {"avx512f": "AVX-512", "avx2": "AVX2", "fma": "FMA"}
        cpu = ", ".join([cpu] + [units[flag] for flag in units if flags and flag in flags.group(1).split()])
    except OSError:
        pass
    about: Dict[str, Any] = {"cpu": shortened(cpu, MAX_LINE), "threads": threads, "os": f"{platform.system()} {platform.machine()}"}
    if gpu:
        about["gpu"] = shortened(gpu, MAX_LINE)
    # What tells a library which kernels to take.
    steering = ("OPENBLAS_CORETYPE", "MKL_CBWR", "MKL_ENABLE_INSTRUCTIONS", "MKL_DEBUG_CPU_TYPE", "ATEN_CPU_CAPABILITY", "BLIS_ARCH_TYPE")
    told = ", ".join(([note] if note else []) + [f"{variable}={os.environ[variable]}" for variable in steering if variable in os.environ])
    return {**about, "note": shortened(told, MAX_LINE)} if told else about


# ------------------------------------------------------------------------------------------------------- command line


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:
        raise Refused(f"{message[:1].upper()}{message[1:]}; --help lists the options.")


def parsed(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = Parser(
        description="Reads off in which order a library adds up a linear layer, and proves it by replay.",
        epilog="Exit status 0: every batch size is written; 1: some are not; 2: nothing is.",
        allow_abbrev=False,
    )
    parser.add_argument("--library", default="torch", help="torch (default), numpy, jax, tensorflow or onnxruntime")
    parser.add_argument("--in", dest="products", type=int, default=768, metavar="K", help="inputs, 1 to 4096 (default 768)")
    parser.add_argument("--out", dest="outputs", type=int, default=768, metavar="N", help="outputs, 1 to 4096 (default 768)")
    parser.add_argument("--batches", default="1,2,4,8,16,128", help="batch sizes, 1 to 1024 (default %(default)s)")
    parser.add_argument("--seed", type=int, default=72, help="what torch.manual_seed gets (default 72)")
    parser.add_argument("--no-bias", dest="bias", action="store_false", help="a layer without bias")
    parser.add_argument("--dtype", default="float32", help="float32 (default), tf32, bfloat16 or float16; all but float32 with torch or jax")
    parser.add_argument("--device", default="cpu", help="cpu (default) or cuda, with torch or jax")
    parser.add_argument("--float32-reductions", action="store_true", help="tells PyTorch to add partial sums in float32 on a GPU")
    parser.add_argument("--kernels", action="store_true", help="says which kernels run, with torch or jax")
    parser.add_argument("--threads", type=int, default=1, help="threads that the library may use (default 1)")
    parser.add_argument("--backend", metavar="TEXT", help="what to call the library below, where it does not say so itself")
    parser.add_argument("--time-limit", type=float, metavar="S", help="seconds after which what is finished is written")
    parser.add_argument("--output", default="my-machine.json", metavar="FILE", help="where to write (default my-machine.json)")
    options = parser.parse_args(arguments)
    if not re.fullmatch(r"\d{1,9}(,\d{1,9})*", options.batches):
        raise Refused(f"--batches is a list such as 1,2,16, not {options.batches!r}.")
    options.batches = [int(part) for part in options.batches.split(",")]
    return options


def checked(options: argparse.Namespace) -> None:
    if options.library not in LIBRARIES:
        raise Refused(f"--library is one of {', '.join(LIBRARIES)}, not {options.library}; other functions can be recorded from Python with record().")
    if options.dtype not in DTYPES:
        raise Refused(f"--dtype is one of {', '.join(DTYPES)}, not {options.dtype}; float8 can be recorded from Python with record().")
    if options.device not in ("cpu", "cuda"):
        raise Refused(f"--device is cpu or cuda, not {options.device}; other devices can be recorded from Python with record().")
    if options.library not in ("torch", "jax") and (options.dtype, options.device, options.kernels) != ("float32", "cpu", False):
        raise Refused(f"--dtype, --device and --kernels are for torch and jax; {options.library} is recorded in float32 on the CPU.")
    if options.dtype == "tf32" and options.device == "cpu":
        raise Refused("TF32 is what GPUs multiply; --dtype tf32 needs --device cuda.")
    if not 0 <= options.seed < 2**32:
        raise Refused(f"--seed must be 0 to 2^32 - 1, not {options.seed}.")
    if not 1 <= options.threads <= MAX_THREADS:
        raise Refused(f"--threads must be 1 to {MAX_THREADS}, not {options.threads}.")
    if options.time_limit is not None and not options.time_limit > 0:
        raise Refused(f"--time-limit must be more than 0 seconds, not {options.time_limit:g}.")
    check_limits(options.products, options.outputs)
    checked_batches(options.batches, MAX_BATCH)
    folder = os.path.dirname(os.path.abspath(options.output))
    if not os.path.isdir(folder):
        raise Refused(f"--output: there is no folder {folder}.")
    # A new file takes the place of one that is there, so the folder has to be writable in either case.
    if os.path.isdir(options.output) or not all(os.access(path, os.W_OK) for path in (folder, options.output) if os.path.exists(path)):
        raise Refused(f"--output: {options.output} can't be written.")


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """0: every batch size is written; 1: some are not; 2: refused, or nothing to write."""
    try:
        with OneStop():
            return recorded_and_saved(arguments)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped before anything was finished.", file=sys.stderr)
    return 2


def recorded_and_saved(arguments: Optional[Sequence[str]]) -> int:
    options = parsed(arguments)
    checked(options)
    asked = Asked(options.products, options.outputs, max(options.batches), options.seed, options.threads, options.dtype, options.device, options.bias)
    subject = torch_subject(asked, options.float32_reductions) if options.library == "torch" else drawn_subject(options.library, asked)
    kernels = subject.pop("kernels", None)
    if options.kernels and kernels:
        for batch in sorted(set(options.batches)):
            try:
                print(f"batch {batch} runs {', '.join(kernels(batch))}", file=sys.stderr)
            except Exception as error:  # profilers fail in many ways; a function that fails is told of below
                print(f"batch {batch}: which kernels run could not be seen: {error_text(error)}", file=sys.stderr)
    if options.backend:
        subject["library"]["backend"] = options.backend
    limits = {"threads": options.threads, "time_limit": options.time_limit, "dtype": options.dtype}
    recording = record(batches=options.batches, **limits, **subject)
    save(recording, options.output)
    asked, written = set(options.batches), [digest["batch"] for digest in recording["digests"]]
    total = sum(written) * options.outputs
    print(f"{options.output}: {len(written)} of {len(asked)} batch sizes, {total} of {total} outputs equal to the bit.")
    return 0 if len(written) == len(asked) else 1


if __name__ == "__main__":
    OneStop.ends_process = True
    sys.exit(main())
