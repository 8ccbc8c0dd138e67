#!/usr/bin/env python3
"""Reads off in which order a library adds up a float32 linear layer, y = x W^T + b, and proves it by replay.

    python record_orders.py --library torch --in 768 --out 768 --batches 1,2,4,8,16,128 --output my-machine.json

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
from types import FrameType
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, Optional, Sequence, Tuple, Union

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
# and an output counts as 256 products or more.
MAX_REPLAY = 400 * 10**9
REPLAY_BLOCK = 64
REPLAY_LEAST = 256

# The probe's numbers. E * E = 1 + 2^-11 + 2^-24 has one bit more than a float32: rounded on its own, a product E * E
# loses the last term and cancels against -(1 + 2^-11); joined by a fused multiply-add it leaves 2^-24 behind.
# SCALE makes one probe tell both things. It is so large that up to 4095 ones vanish in it (its last place is 2^14),
# and what a fused product leaves behind, SCALE * 2^-24 = 8192, is more than all the ones can count.
E = 1 + 2.0**-12
E_SQUARED_ROUNDED = 1 + 2.0**-11
SCALE = 2.0**37
LEFT_BY_FUSED = 8192

SMALLEST_NORMAL = np.float32(2.0**-126)

# A replay works in blocks of at most this many sums, and in at most this many bytes.
BLOCK_SUMS = 2**16
BLOCK_BYTES = 64 * 2**20

# About as many additions are replayed, a second or two, before the time limit is looked at again.
ADDITIONS_AT_ONCE = 2**28

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


# ---------------------------------------------------------------------------------------------------------- the layer


class Numbers(NamedTuple):
    """The numbers of a layer, float32: x (rows, K), weight (N, K), bias (N,) or None."""

    x: np.ndarray
    weight: np.ndarray
    bias: Optional[np.ndarray]

    def each(self, make: Callable[[Any], Any]) -> "Numbers":
        """What `make` makes of x, of the weight, and of the bias if there is one."""
        return Numbers(*(None if array is None else make(array) for array in self))


class Layer:
    """A function that computes a linear layer, and the memory that it is always called on.

    `x`, `weight` and `bias` are copies of the caller's, NumPy arrays or PyTorch tensors, with the caller's strides.
    Probes and real numbers are written into them in place.
    """

    def __init__(self, function: Callable, x: Any, weight: Any, bias: Any, deadline: Optional[float]) -> None:
        self.function = function
        self.deadline = deadline
        self.rows, self.products = int(x.shape[0]), int(x.shape[1])
        self.outputs = int(weight.shape[0])
        self.x, self.weight, self.bias = Numbers(x, weight, bias).each(copy_of)
        self.real = Numbers(x, weight, bias).each(to_numpy)
        if not all(np.isfinite(array).all() for array in self.real if array is not None):
            raise Refused("x, weight and bias must be finite numbers.")
        self.calls = 0

    def put(self, numbers: Numbers) -> None:
        """Writes numbers into the layer's memory."""
        for buffer, values in zip((self.x, self.weight, self.bias), numbers):
            if buffer is not None:
                buffer[...] = values if isinstance(buffer, np.ndarray) else sys.modules["torch"].from_numpy(values)

    def call(self, batch: int) -> np.ndarray:
        """The outputs (batch, N) of one call with `batch` rows."""
        self.check_time()
        self.calls += 1
        try:
            result = self.function(self.x[:batch], self.weight, self.bias)
        except Exception as error:
            raise NotRecorded(f"the function failed: {error_text(error)}")
        if tuple(getattr(result, "shape", ())) != (batch, self.outputs):
            raise NotRecorded(f"the function returned {shape_text(result)} where ({batch}, {self.outputs}) was expected")
        if not str(result.dtype).endswith("float32"):
            raise NotRecorded(f"the function returned {result.dtype} where float32 was expected")
        return to_numpy(result)

    def check_time(self) -> None:
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise OutOfTime()


def error_text(error: Exception) -> str:
    """What an exception is and says, on one line."""
    return shortened(" ".join(f"{type(error).__name__}: {error}".split()).rstrip(":"), MAX_LINE)


def shape_text(array: Any) -> str:
    return str(tuple(array.shape)) if hasattr(array, "shape") else type(array).__name__


def copy_of(array: Any) -> Any:
    """A copy in memory of its own, strides kept."""
    return np.array(array, order="K") if isinstance(array, np.ndarray) else array.detach().clone()


def to_numpy(array: Any) -> Any:
    """The same values as a new NumPy array, row-major."""
    return np.array(array.detach().cpu().numpy() if hasattr(array, "detach") else array, order="C")


def check_arrays(x: Any, weight: Any, bias: Any) -> None:
    for name, array, dimensions in (("x", x, 2), ("weight", weight, 2), ("bias", bias, 1)):
        if array is None and name == "bias":
            continue
        if not (isinstance(array, np.ndarray) or hasattr(array, "detach")) or len(array.shape) != dimensions or not str(array.dtype).endswith("float32"):
            raise Refused(f"{name} must be a float32 NumPy array or PyTorch tensor with {dimensions} dimension{'' if dimensions == 1 else 's'}.")
    if x.shape[1] != weight.shape[1] or (bias is not None and bias.shape[0] != weight.shape[0]):
        raise Refused(f"x, weight and bias don't fit together: {shape_text(x)}, {shape_text(weight)}, {shape_text(bias)}.")
    check_limits(int(weight.shape[1]), int(weight.shape[0]))


def check_limits(products: int, outputs: int) -> None:
    for name, value in (("K, the inputs,", products), ("N, the outputs,", outputs)):
        if not 1 <= value <= MAX_FEATURES:
            raise Refused(f"{name} must be 1 to {MAX_FEATURES}, not {value}.")


# ----------------------------------------------------------------------------------------------------------- the tree


class Tree:
    """The order of one sum. Leaves 0 ... K-1 are the products, leaf K is the bias; inner node `leaves + i` adds
    `left[i]` and `right[i]`, which come before it. Where `fused[i]`, the right one is a product that is not rounded
    on its own."""

    def __init__(self, products: int, bias: bool) -> None:
        self.products = products
        self.leaves = products + bias
        self.left: List[int] = []
        self.right: List[int] = []
        self.fused: List[bool] = []
        self._smallest = list(range(self.leaves))  # of each node, its smallest leaf

    def join(self, left: int, right: int, fused: bool) -> int:
        """Adds the subtrees `left` and `right`; returns the new node."""
        self._smallest.append(min(self._smallest[left], self._smallest[right]))
        self.left.append(left)
        self.right.append(right)
        self.fused.append(fused)
        return self.leaves + len(self.left) - 1

    def join_sum(self, one: int, other: int) -> int:
        """Adds two subtrees neither of which is fused, the one with the smallest leaf on the left."""
        first = one if self._smallest[one] < self._smallest[other] else other
        return self.join(first, one + other - first, False)

    def is_product(self, node: int) -> bool:
        return node < self.products

    def evaluate(self, x: np.ndarray, weight_by_product: np.ndarray, bias: Optional[np.ndarray]) -> np.ndarray:
        """The sums in this order, every addition rounded to float32, of all rows and outputs: (rows, N).

        x: (rows, K), weight_by_product: (K, N), bias: (N,) or None, all float32. Finite numbers without overflow.
        """
        (rows, _), outputs = x.shape, weight_by_product.shape[1]
        sums = np.empty((rows, outputs), dtype=np.float32)
        x_by_product = np.ascontiguousarray(x.T)[:, :, np.newaxis]
        # Besides the sums that wait, one addition takes some arrays of its own.
        most = max(1, min(BLOCK_SUMS, BLOCK_BYTES // (4 * self._most_at_once() + 48)))
        width = min(outputs, most)
        height = most // width
        for left in range(0, outputs, width):
            columns = slice(left, left + width)
            for top in range(0, rows, height):
                block = slice(top, top + height)
                sums[block, columns] = self._block(x_by_product[:, block], weight_by_product[:, columns], None if bias is None else bias[columns])
        return sums

    def _block(self, x_by_product: np.ndarray, weight_by_product: np.ndarray, bias: Optional[np.ndarray]) -> np.ndarray:
        """`evaluate` at once. x_by_product: (K, rows, 1)."""
        inner: Dict[int, np.ndarray] = {}

        def value(node: int) -> Any:
            if node >= self.leaves:
                return inner.pop(node)
            return x_by_product[node] * weight_by_product[node] if self.is_product(node) else bias

        for at, (left, right, fused) in enumerate(zip(self.left, self.right, self.fused)):
            total = value(left)
            inner[self.leaves + at] = (
                fused_multiply_add(x_by_product[right], weight_by_product[right], total) if fused else total + value(right)
            )
        return value(self.leaves + len(self.left) - 1 if self.left else 0)

    def _most_at_once(self) -> int:
        """How many sums wait at most while the tree is added up."""
        waiting = most = 0
        for left, right in zip(self.left, self.right):
            waiting += 1 - (left >= self.leaves) - (right >= self.leaves)
            most = max(most, waiting)
        return most


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


# A token of a sum: a product (k, whether it is fused), the bias "b", or a bracket.
Token = Union[Tuple[int, bool], str]


def tokens_of(tree: Tree) -> List[Token]:
    """The tree's terms from left to right. Not recursive: brackets nest up to K deep."""
    tokens: List[Token] = []
    root = tree.leaves + len(tree.left) - 1 if tree.left else 0
    work: List[Any] = [(root, False, False)]  # (node, whether it is a right operand, whether it is fused), or ")"
    while work:
        task = work.pop()
        if task == ")":
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
        work += [(tree.right[at], True, tree.fused[at]), (tree.left[at], False, False)]
    return tokens


def notation(tree: Tree) -> str:
    """The order in the notation of the recording format: products k or *k (fused) and the bias b, joined by +, what is
    added as a sum of its own in brackets. Three products or more in even steps, joined alike, are a run: *0..764:4."""
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
            else:
                count = run_length(tokens, at, begins)
                text.append(run_text(tokens[at : at + count], begins))
        begins = token == "("
        at += count
    return "".join(text)


def run_length(tokens: Sequence[Token], at: int, begins: bool) -> int:
    """How many products make the longest run from `at` on: 1, or 3 and more."""
    second = tokens[at + 1] if at + 1 < len(tokens) else "b"
    # The first product of a sum joins nothing, so its star is free and goes with the second one's.
    if isinstance(second, str) or (tokens[at][1] != second[1] and not begins):
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


class Prober:
    """Probes a layer at one batch size. While it is used nobody else writes into the layer's memory.

    All rows get the same probe, so one call asks for every output of every row. Such a place in what a call returns is
    a cell here, with a number: row * N + output.
    """

    def __init__(self, layer: Layer, batch: int, progress: "Progress") -> None:
        self.layer, self.batch, self.progress = layer, batch, progress
        self.leaves = layer.products + (layer.bias is not None)
        layer.put(layer.real.each(np.ones_like))

    def probe(self, plain: int, product: int) -> np.ndarray:
        """One call with -S at the leaf `plain`, +S at the leaf `product`, ones elsewhere; (cells,).

        The result is the number of leaves outside the smallest subtree that holds both, plus 8192 if `product` joined
        a subtree with `plain` in it by a fused multiply-add, plus 16384 if it was fused to a sum of ones before that
        (it is then rounded up, since the ones break its tie).
        """
        layer, fusible = self.layer, product < self.layer.products
        self._set(plain, -SCALE * E_SQUARED_ROUNDED)
        self._set(product, SCALE * (E if fusible else E_SQUARED_ROUNDED))
        if fusible:
            layer.weight[:, product] = E
        result = layer.call(self.batch)
        self._set(plain, 1)
        self._set(product, 1)
        if fusible:
            layer.weight[:, product] = 1
        self.progress.probed()
        return result.reshape(-1)

    def _set(self, leaf: int, value: float) -> None:
        if leaf == self.layer.products:
            self.layer.bias[...] = value
        else:
            self.layer.x[: self.batch, leaf] = value

    def where(self, cells: np.ndarray) -> str:
        return where(cells, self.batch, self.layer.outputs)


class Found(NamedTuple):
    """The order of some cells."""

    cells: np.ndarray
    tree: Tree


class LeafSet(NamedTuple):
    """Leaves that make one subtree, ascending, and whether its smallest one is to be fixed to look into it."""

    leaves: List[int]
    fix_smallest: bool

    def fixed(self) -> int:
        """The leaf to fix: the smallest, or any, the same from run to run."""
        return self.leaves[0 if self.fix_smallest else random.Random(len(self.leaves) * 8192 + self.leaves[0]).randrange(len(self.leaves))]


class OpenSet:
    """A set of leaves that make one subtree, cut into the groups that joined one of them, the first, one after the other."""

    def __init__(self, first: int, groups: List[List[int]], fused: Iterable[int], first_fused: bool, smallest_serves: bool) -> None:
        self.first = first
        self.smallest_serves = smallest_serves  # whether its groups are to be cut at their smallest leaves
        self.node = first
        self.groups = groups  # still to be joined, the next one last
        self.fused = frozenset(fused)  # leaves that, where they join by themselves, join fused
        self.first_fused = first_fused  # whether the first leaf is a fused product that joins its first group


class Reading:
    """A tree that is being read, and the cells that are known to share it so far."""

    def __init__(self, cells: np.ndarray, tree: Tree) -> None:
        self.cells, self.tree = cells, tree
        self.sets: List[OpenSet] = []

    def next_set(self) -> Optional[LeafSet]:
        """Joins what is known; returns the next set of leaves to look into, None where the tree is complete."""
        if not self.tree.left and not self.sets:
            return LeafSet(list(range(self.tree.leaves)), True) if self.tree.leaves > 1 else None
        while self.sets:
            top = self.sets[-1]
            if not top.groups:
                self.sets.pop()
                if self.sets:
                    self._join(self.sets[-1], top.node)
                continue
            group = top.groups.pop()
            if len(group) > 1:
                return LeafSet(group, top.smallest_serves)
            self._join(top, group[0])
        return None

    def _join(self, into: OpenSet, node: int) -> None:
        if into.first_fused and into.node == into.first:
            into.node = self.tree.join(node, into.first, True)
        elif node in into.fused:
            into.node = self.tree.join(into.node, node, True)
        else:
            into.node = self.tree.join_sum(into.node, node)


def read_trees(prober: Prober, cells: np.ndarray) -> List[Found]:
    """Reads the trees of these cells.

    About K calls for a sum in sequence, K log2 K for a balanced one. Which leaf of a set is fixed decides how many:
    the smallest is the first to be added in most kernels, but in a sum from the last product to the first it would be
    found again and again to be the last, in K^2 / 2 calls. So where it leaves more than half of a set in one group, that
    group and all in it are cut at a random leaf instead, which halves a set on average whatever the tree.
    Raises NotRecorded where what is seen is not a tree.
    """
    readings = [Reading(cells, Tree(prober.layer.products, prober.leaves > prober.layer.products))]
    complete: List[Found] = []
    while readings:
        if len(readings) + len(complete) > MAX_ORDERS:
            raise NotRecorded(f"the outputs are added in more than {MAX_ORDERS} different orders, more than a recording holds")
        reading = readings.pop()
        next_set = reading.next_set()
        if next_set is None:
            complete.append(Found(reading.cells, reading.tree))
            continue
        parts = list(open_set(prober, next_set, reading.cells))
        # Cells that answer differently part here; what is known so far is the same for all.
        twins = [copy.deepcopy(reading) for _ in parts[1:]]
        for twin, (part, opened) in zip([reading] + twins, parts):
            twin.cells = part
            twin.sets.append(opened)
            readings.append(twin)
    return complete


def open_set(prober: Prober, opened: LeafSet, cells: np.ndarray) -> Iterator[Tuple[np.ndarray, OpenSet]]:
    """Cuts a set of two leaves or more into groups; once for each part of the cells that answers alike."""
    first = opened.fixed()
    others = [leaf for leaf in opened.leaves if leaf != first]
    for part, answer in alike(prober, cells, [(first, leaf) for leaf in others]):
        groups, fused = groups_of(prober, first, others, answer, part)
        nearest = groups[-1]
        smallest_serves = opened.fix_smallest and all(2 * len(group) <= len(opened.leaves) for group in groups)
        if first >= prober.layer.products or (len(nearest) == 1 and nearest[0] in fused):
            yield part, OpenSet(first, groups, fused, False, smallest_serves)
            continue
        # The first leaf is a product and may itself be the one that is fused, to its nearest group.
        for smaller, (joined,) in alike(prober, part, [(nearest[0], first)]):
            yield smaller, OpenSet(first, groups[:], fused, LEFT_BY_FUSED <= joined < 2 * LEFT_BY_FUSED, smallest_serves)


def alike(prober: Prober, cells: np.ndarray, probes: Sequence[Tuple[int, int]]) -> Iterator[Tuple[np.ndarray, np.ndarray]]:
    """Parts cells by what they answer to some probes; yields each part with its answers, (probes,)."""
    part = np.zeros(len(cells), dtype=np.intp)  # of each cell
    first = [0]  # of each part, the place of its first cell
    answers: List[List[np.float32]] = [[]]  # of each part
    for plain, product in probes:
        answer = prober.probe(plain, product)[cells]
        seen = bits(answer)
        other = np.flatnonzero(seen != (seen[first][part] if len(first) > 1 else seen[0]))
        if other.size:
            # Those that answer unlike the first cell of their part leave it, and those of them that agree stay together.
            labels = part[other].astype(np.uint64) * np.uint64(2**32) + seen[other]
            _, places, new = np.unique(labels, return_index=True, return_inverse=True)
            answers += [answers[part[other[place]]][:] for place in places]
            part[other] = len(first) + new.reshape(-1)
            first += [int(other[place]) for place in places]
        for mine, place in zip(answers, first):
            mine.append(answer[place])
        if len(first) > MAX_ORDERS:
            for place in first:
                check_counts(prober, [(plain, product)], answer[place : place + 1], cells[place : place + 1])
            raise NotRecorded(f"the outputs are added in more than {MAX_ORDERS} different orders, more than a recording holds")
    for at, mine in enumerate(answers):
        yield cells[part == at], np.array(mine)


def check_counts(prober: Prober, probes: Sequence[Tuple[int, int]], answer: np.ndarray, cells: np.ndarray) -> np.ndarray:
    """How many leaves each answer counts outside of a subtree; raises NotRecorded where it can't be that."""
    with np.errstate(invalid="ignore"):  # a function that is no sum may answer anything
        outside = answer % LEFT_BY_FUSED
    most = prober.leaves - 2
    whole = (answer == np.floor(answer)) & (answer >= 0) & (answer < 3 * LEFT_BY_FUSED) & (outside <= most)
    if not whole.all():
        at = int(np.argmin(whole))
        raise NotRecorded(
            f"{prober.where(cells)}: a count of ones came out as {answer[at]!s} of {most} (terms {probes[at][0]} and {probes[at][1]}), "
            "which no order of float32 additions gives"
        )
    return outside


def groups_of(
    prober: Prober, first: int, others: Sequence[int], answer: np.ndarray, cells: np.ndarray
) -> Tuple[List[List[int]], List[int]]:
    """The groups that joined `first`, the nearest last, and the leaves that joined it fused."""
    leaves = prober.leaves
    outside = check_counts(prober, [(first, leaf) for leaf in others], answer, cells)
    if leaves > 2 and len(others) == leaves - 1 and (outside == leaves - 2).all():
        raise NotRecorded(f"{prober.where(cells)}: 2^37 swallows no 1, so the sum is kept in more precision than float32")
    by_size: Dict[int, List[int]] = {}
    for leaf, count in zip(others, outside):
        by_size.setdefault(leaves - int(count), []).append(leaf)
    joined = 1
    for size in sorted(by_size):
        joined += len(by_size[size])
        if size != joined:
            raise NotRecorded(
                f"{prober.where(cells)}: terms {first} and {by_size[size][0]} meet in a subtree of {size} terms, but {joined} "
                "have joined by then; several terms are added at once, or in another precision, or the order changes from call to call"
            )
    fused = [leaf for leaf, seen in zip(others, answer) if seen // LEFT_BY_FUSED == 1]
    return [by_size[size] for size in sorted(by_size, reverse=True)], fused


def confirmed(prober: Prober, tree: Tree, cells: np.ndarray) -> np.ndarray:
    """Those of `cells` whose tree is `tree`, by one probe for each of its additions (a second one for some).

    That is enough. Take the additions from the leaves up, and let A and B be the leaves below the two operands of one.
    By then it is known that A and B are the leaves of subtrees of the true tree. A leaf of A and a leaf of B meet
    there in a subtree that holds all of A and all of B; if it has |A| + |B| leaves, it holds nothing else, and its two
    halves are A and B. So each size that agrees proves one more subtree, up to the root.

    The probes are made in no order, and none once no cell is left: a tree that is nobody's is soon found to be wrong.
    """
    some_leaf = list(range(tree.leaves))
    size = [1] * tree.leaves
    probes: List[Tuple[int, int, bool, int]] = []  # two leaves, whether the second one is fused, how many are outside
    for left, right, fused in zip(tree.left, tree.right, tree.fused):
        some_leaf.append(some_leaf[left])
        size.append(size[left] + size[right])
        pairs = [(left, right)]
        if tree.is_product(left) and not fused:
            # Where the left operand is a product too, that one must not be fused to the right one.
            pairs = [(right, left)] + (pairs if tree.is_product(right) else [])
        probes += [(some_leaf[plain], some_leaf[product], fused, tree.leaves - size[-1]) for plain, product in pairs]
    random.Random(len(probes)).shuffle(probes)
    for plain, product, fused, outside in probes:
        if not cells.size:
            break
        answer = prober.probe(plain, product)[cells]
        agree = answer == outside + LEFT_BY_FUSED if fused else (answer == outside) | (answer == outside + 2 * LEFT_BY_FUSED)
        if not agree.all():
            cells = cells[agree]
    return cells


# -------------------------------------------------------------------------------------------- one batch size, proved


class Runs:
    """What the layer returned at one batch size: on the real numbers, then on random ones in the same memory."""

    def __init__(self, layer: Layer, batch: int) -> None:
        self.layer, self.batch = layer, batch
        # Many for a small call, where each run compares few sums; few for a large one.
        self.random_runs = max(2, min(64, 2**22 // (layer.products * layer.outputs * batch)))
        self.real = self.steady()
        self.seen = [self.real]
        for seed in range(self.random_runs):
            layer.put(self._random(seed))
            self.seen.append(layer.call(batch))

    def steady(self) -> np.ndarray:
        """The outputs on the real numbers; raises NotRecorded where they change from run to run."""
        self.layer.put(self.layer.real)
        first = self.layer.call(self.batch)
        for _ in range(REPEATS - 1):
            self.check_same(self.layer.call(self.batch), first)
        if not np.isfinite(first).all():
            raise NotRecorded("the function returned NaN or infinity for finite numbers")
        return first

    def check_same(self, run: np.ndarray, earlier: np.ndarray) -> None:
        changed = np.flatnonzero(bits(run) != bits(earlier))
        if changed.size:
            raise NotRecorded(f"{self.where(changed)} changed from run to run on the same numbers")

    def where(self, cells: np.ndarray) -> str:
        return where(cells, self.batch, self.layer.outputs)

    def _random(self, seed: int) -> Numbers:
        generator = np.random.RandomState(seed)
        return self.layer.real.each(lambda array: generator.standard_normal(array.shape).astype(np.float32))

    def prove(self, found: Sequence[Found]) -> None:
        """Replays every run, each cell in its order; raises NotRecorded where a bit is not what the layer returned."""
        equal = np.ones((self.batch, self.layer.outputs), dtype=bool)
        blocks = [(tree, rows, columns) for cells, tree in found for rows, columns in self._blocks(cells)]
        for run, seen in enumerate(self.seen):
            x, weight, bias = self.layer.real if run == 0 else self._random(run - 1)
            weight_by_product = np.ascontiguousarray(weight.T)
            for tree, rows, columns in blocks:
                self.layer.check_time()
                place = np.ix_(rows, columns)
                everything = len(columns) == self.layer.outputs
                sums = tree.evaluate(
                    x[rows], weight_by_product if everything else weight_by_product[:, columns], None if bias is None else bias[columns]
                )
                equal[place] &= bits(sums) == bits(seen[place])
        for cells, tree in found:
            replayed = int(equal.reshape(-1)[cells].sum())
            if replayed < len(cells):
                raise NotRecorded(
                    f"{self.where(cells)}: the order that was read off ({shortened(notation(tree), 60)}) gives {replayed} "
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
    library: Optional[Dict[str, str]] = None, threads: Optional[int] = None,
    data: Optional[Dict[str, Any]] = None, note: str = "", time_limit: Optional[float] = None, quiet: bool = False,
) -> Dict[str, Any]:
    """Records in which order `function(x, weight, bias)` adds every output of every row, at each of the batch sizes.

    x (rows, K), weight (N, K), bias (N,) or None: float32 NumPy arrays or PyTorch tensors; the function gets the first
    rows of x and returns (batch, N) float32. `library` says what is looked at, as {"name", "version", "backend"}, of
    which the last two may be left out; `threads` how many it runs on; `note` what else there is to say of how it runs;
    `time_limit`, in seconds, ends it early. The numbers are stored in the recording, unless `data` says where they come
    from.

    Returns the recording as it is written to a file. Batch sizes at which no order could be proved, or the function
    failed, are left out, and stderr says why; Ctrl-C and the time limit leave out what isn't finished. Raises Refused,
    with one sentence, for arguments that can't work and where nothing is left to write.
    """
    deadline = None if time_limit is None else time.monotonic() + time_limit
    check_arrays(x, weight, bias)
    batches = checked_batches(batches, int(x.shape[0]))
    threads = threads_in_use(x) if threads is None else threads
    if not 1 <= threads <= MAX_THREADS:
        raise Refused(f"threads must be 1 to {MAX_THREADS}, not {threads}.")
    # The numbers that no call gets are not kept.
    layer = Layer(function, x[: batches[-1]], weight, bias, deadline)
    recording: Dict[str, Any] = {
        "format": "summation-orders",
        "version": 2,
        "recordedOn": datetime.date.today().isoformat(),
        "library": library_of(function, library),
        "machine": machine(threads, ", ".join(filter(None, [device_note(x), note]))),
        "operation": {
            "name": "linear",
            "dtype": "float32",
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
        return recording


# What a recording says of each batch size.
PARTS_OF_A_BATCH = ("kernels", "outputs", "digests")


class Finished(NamedTuple):
    """One batch size as it is written."""

    parts: Dict[str, List[Dict[str, Any]]]
    trees: Dict[str, Tree]  # by their notation
    products: int  # of the page's replay


def replayed(rows: int, columns: np.ndarray, layer: Layer) -> int:
    """The products that the page's replay takes for one order, in these outputs of so many rows."""
    blocks = len(np.unique(columns // REPLAY_BLOCK))
    return rows * blocks * REPLAY_BLOCK * max(REPLAY_LEAST, layer.products)


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
            known = {text: tree for done in finished for text, tree in done.trees.items()}
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
            only = f": {shortened(next(iter(done.trees)), 70)}" if len(done.trees) == 1 else ""
            progress.say(f"batch {batch}: {classes}, {orders}, {total} of {total} outputs equal to the bit, {layer.calls - before} calls{only}")
        stop.no_more()
    except (KeyboardInterrupt, OutOfTime) as end:
        left_out = "stopped by hand" if isinstance(end, KeyboardInterrupt) else "the time limit was reached"
        progress.say(f"{left_out}; " + ("batch sizes that are finished are kept." if finished else "no batch size is finished."))
    return finished, left_out


def finish(layer: Layer, batch: int, known: Dict[str, Tree], progress: Progress) -> Finished:
    """One batch size, proved; `known` are the orders of those before it. Raises NotRecorded."""
    try:
        found, real = find_kernels(layer, batch, list(known.values()), progress)
    except MemoryError:
        raise NotRecorded("there is not enough memory for it")
    texts = [notation(kernel.tree) for kernel in found]
    if len(set(known).union(texts)) > MAX_ORDERS:
        raise NotRecorded(f"with it there are more than {MAX_ORDERS} different orders, more than a recording holds")
    first_rows = sorted({int(kernel.rows[0]) for kernel in found})
    parts = {
        "kernels": [
            {"batch": batch, "rows": ranges(kernel.rows), "columns": ranges(kernel.columns), "order": text} for kernel, text in zip(found, texts)
        ],
        "outputs": [{"batch": batch, "row": row, "bits": base64_of(real[row])} for row in first_rows],
        "digests": [{"batch": batch, "sha256": hashlib.sha256(little_endian(real)).hexdigest()}],
    }
    trees = {text: kernel.tree for kernel, text in zip(found, texts)}
    return Finished(parts, trees, sum(replayed(len(kernel.rows), kernel.columns, layer) for kernel in found))


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


def torch_subject(products: int, outputs: int, rows: int, seed: int, threads: int) -> Dict[str, Any]:
    """Arguments of `record` for PyTorch's linear layer on the numbers that it draws itself."""
    torch = imported_torch()
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    layer = torch.nn.Linear(products, outputs)
    x = torch.rand(rows, products)
    drawn = Numbers(x, layer.weight, layer.bias)
    data = None  # stored inline, unless the seed brings them back in one of the ways that the format knows
    for uniform in ("fused", "separate"):
        computed = torch_numbers(seed, products, outputs, rows, uniform)
        if all(np.array_equal(bits(a), bits(b)) for a, b in zip(drawn.each(to_numpy), computed)):
            data = seeded(seed, rows, uniform)
            break
    return {"function": torch_linear(torch), "library": torch_library(torch, x.device), "data": data, **drawn._asdict()}


def drawn_subject(name: str, products: int, outputs: int, rows: int, seed: int, threads: int) -> Dict[str, Any]:
    """Arguments of `record` for a library on the numbers that PyTorch would draw."""
    function, library, note = FUNCTIONS[name](threads)
    drawn = torch_numbers(seed, products, outputs, rows, "fused")
    return {"function": function, "library": library, "note": note, "data": seeded(seed, rows, "fused"), **drawn._asdict()}


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


def device_note(x: Any) -> str:
    """Where the layer is computed if not on the machine's CPU, else "". The numbers are compared on the CPU."""
    device = getattr(x, "device", None)
    if isinstance(x, np.ndarray) or device is None or device.type == "cpu":
        return ""
    name = f" ({sys.modules['torch'].cuda.get_device_name(device)})" if device.type == "cuda" else ""
    return f"computed on {device}{name}"


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


def machine(threads: int, note: str) -> Dict[str, Any]:
    """The machine; `note` is what else there is to say of it, "" for nothing."""
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
    about = {"cpu": shortened(cpu, MAX_LINE), "threads": threads, "os": f"{platform.system()} {platform.machine()}"}
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
        description="Reads off in which order a library adds up a float32 linear layer, and proves it by replay.",
        epilog="Exit status 0: every batch size is written; 1: some are not; 2: nothing is.",
        allow_abbrev=False,
    )
    parser.add_argument("--library", default="torch", help="torch (default), numpy, jax, tensorflow or onnxruntime")
    parser.add_argument("--in", dest="products", type=int, default=768, metavar="K", help="inputs, 1 to 4096 (default 768)")
    parser.add_argument("--out", dest="outputs", type=int, default=768, metavar="N", help="outputs, 1 to 4096 (default 768)")
    parser.add_argument("--batches", default="1,2,4,8,16,128", help="batch sizes, 1 to 1024 (default %(default)s)")
    parser.add_argument("--seed", type=int, default=72, help="what torch.manual_seed gets (default 72)")
    parser.add_argument("--no-bias", dest="bias", action="store_false", help="a layer without bias")
    parser.add_argument("--dtype", default="float32", help="float32, the one type that the format holds")
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
    if options.dtype != "float32":
        raise Refused(f"A recording holds float32 layers only, so --dtype {options.dtype} can't be recorded.")
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
    drawn = (options.products, options.outputs, max(options.batches), options.seed, options.threads)
    subject = torch_subject(*drawn) if options.library == "torch" else drawn_subject(options.library, *drawn)
    if not options.bias:
        subject["bias"] = None
    if options.backend:
        subject["library"]["backend"] = options.backend
    limits = {"threads": options.threads, "time_limit": options.time_limit}
    recording = record(batches=options.batches, **limits, **subject)
    save(recording, options.output)
    asked, written = set(options.batches), [digest["batch"] for digest in recording["digests"]]
    total = sum(written) * options.outputs
    print(f"{options.output}: {len(written)} of {len(asked)} batch sizes, {total} of {total} outputs equal to the bit.")
    return 0 if len(written) == len(asked) else 1


if __name__ == "__main__":
    OneStop.ends_process = True
    sys.exit(main())
