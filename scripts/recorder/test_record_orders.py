"""Tests of public/record_orders.py: `/usr/bin/python3 -m unittest discover -s scripts/recorder`.

They need NumPy. Those that look at PyTorch are skipped where it can't be imported.
"""
import contextlib
import hashlib
import io
import json
import os
import random
import struct
import subprocess
import sys
import tempfile
import tracemalloc
import types
import unittest
import unittest.mock
from fractions import Fraction

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.dont_write_bytecode = True
sys.path[:0] = [os.path.join(ROOT, "public"), os.path.dirname(os.path.abspath(__file__))]
import record_orders as recorder  # noqa: E402
import simulated_gpu as gpus  # noqa: E402

try:
    import torch
except Exception:
    torch = None


# ------------------------------------------------------------------------------------------ functions of known orders
# A sum is a product k, ("*", k) for one fused with the sum on its left, "b", or a pair (left, right).


def nearest_float32(exact):
    """The float32 nearest to a Fraction, ties to even, by comparing exact distances."""
    guess = np.float32(float(exact))
    candidates = [np.nextafter(guess, np.float32(-np.inf)), guess, np.nextafter(guess, np.float32(np.inf))]
    return min(candidates, key=lambda c: (abs(Fraction(float(c)) - exact), int(c.view(np.uint32)) & 1))


def add_up(order, x, weight, bias):
    """One order for all rows and outputs: x (K, rows, 1), weight (N, K), bias (N,)."""
    if order == "b":
        return bias
    if isinstance(order, int):
        return x[order] * weight[:, order]
    left, right = order
    total = add_up(left, x, weight, bias)
    if isinstance(right, tuple) and right[0] == "*":
        return recorder.fused_multiply_add(x[right[1]], weight[:, right[1]], total)
    return total + add_up(right, x, weight, bias)


def layer_of(*orders):
    """A linear layer that adds output n in the order orders[n % len(orders)]."""

    def linear(x, weight, bias):
        y = np.empty((len(x), len(weight)), dtype=np.float32)
        for at, order in enumerate(orders):
            columns = slice(at, None, len(orders))
            y[:, columns] = add_up(order, x.T[:, :, None], weight[columns], None if bias is None else bias[columns])
        return y

    return linear


def in_sequence(terms):
    total = terms[0]
    for term in terms[1:]:
        total = (total, term)
    return total


def by_halves(terms):
    return terms[0] if len(terms) == 1 else (by_halves(terms[: len(terms) // 2]), by_halves(terms[len(terms) // 2 :]))


def random_order(terms, rng):
    """A random tree; every product added as a single term is fused with probability 1/2."""
    sums = list(terms)
    rng.shuffle(sums)
    while len(sums) > 1:
        left = sums.pop(rng.randrange(len(sums)))
        right = sums.pop(rng.randrange(len(sums)))
        sums.append((left, ("*", right)) if isinstance(right, int) and rng.random() < 0.5 else (left, right))
    return sums[0]


def without_stars(order):
    if not isinstance(order, tuple):
        return order
    return order[1] if order[0] == "*" else tuple(map(without_stars, order))


def up_to_commuting(order):
    """A form that two orders share only if they give the same bits for every input: + commutes, * does not."""
    if not isinstance(order, tuple):
        return order
    left, right = order
    if isinstance(right, tuple) and right[0] == "*":
        return ("fused", up_to_commuting(left), right[1])
    return frozenset([up_to_commuting(left), up_to_commuting(right)])


def order_of(tree):
    """Converts a recorder's tree to this file's form."""
    nodes = [k if tree.is_product(k) else "b" for k in range(tree.leaves)]
    for left, right, fused in zip(tree.left, tree.right, tree.fused):
        nodes.append((nodes[left], ("*", right) if fused else nodes[right]))
    return nodes[-1] if tree.left else nodes[0]


def tree_of(order, products, bias):
    """The inverse of `order_of`."""
    tree = recorder.Tree(products, bias)

    def node(sub):
        if sub == "b":
            return products
        if isinstance(sub, int):
            return sub
        left, right = sub
        if isinstance(right, tuple) and right[0] == "*":
            return tree.join(node(left), right[1], True)
        return tree.join(node(left), node(right), False)

    node(order)
    return tree


def as_read(order):
    """The same order as the recorder reads it: of two sums that are added, the one with the smallest term on the left."""

    def smallest(sub):
        return min(map(smallest, sub[1:] if sub[0] == "*" else sub)) if isinstance(sub, tuple) else 99999 if sub == "b" else sub

    if not isinstance(order, tuple):
        return order
    left, right = order
    if isinstance(right, tuple) and right[0] == "*":
        return (as_read(left), right)
    left, right = sorted((left, right), key=smallest)
    return (as_read(left), as_read(right))


def numbers(rows, products, outputs, bias=True):
    drawn = recorder.torch_numbers(7, products, outputs, rows, "fused")
    return drawn if bias else drawn._replace(bias=None)


def recorded(function, rows=4, products=8, outputs=6, bias=True, batches=(1, 2, 4), **options):
    """What record() returns, and what it prints."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        x, weight, b = numbers(rows, products, outputs, bias)
        return recorder.record(function, x, weight, b, batches, **options), said.getvalue()


def orders_at(recording, batch):
    """{order: columns} at one batch size."""
    return {kernel["order"]: kernel["columns"] for kernel in recording["kernels"] if kernel["batch"] == batch}


# 63..0 + b with the smallest product first: 0 + (1 + (2 + ... (62 + 63))) + b.
REVERSED_64 = "".join(f"{k} + (" for k in range(62)) + "62 + 63" + ")" * 62 + " + b"


class KnownOrders(unittest.TestCase):
    def test_notation_of_each_family(self):
        fused = [("*", k) for k in range(8)]
        cases = {
            "0..7 + b": in_sequence([*range(8), "b"]),
            "b + 0..7": in_sequence(["b", *range(8)]),
            "0 + b + 1..7": in_sequence([0, "b", *range(1, 8)]),
            "*0..7 + b": in_sequence([0, *fused[1:], "b"]),
            "*0..3 + b + (*4..7)": ((in_sequence([0, *fused[1:4]]), "b"), in_sequence([4, *fused[5:]])),
            "0..6:2 + (1..7:2) + b": in_sequence([in_sequence([0, 2, 4, 6]), in_sequence([1, 3, 5, 7]), "b"]),
            "0 + 1 + (2 + 3) + (4 + 5 + (6 + 7)) + b": (by_halves(range(8)), "b"),
            "0 + (1 + (2 + (3 + (4 + (5 + (7 + 6 + b))))))": None,
            "3 + *0 + *1 + *2 + b + (7 + *4..6)": None,
        }
        cases["0 + (1 + (2 + (3 + (4 + (5 + (7 + 6 + b))))))"] = (0, (1, (2, (3, (4, (5, ((7, 6), "b")))))))
        cases["3 + *0 + *1 + *2 + b + (7 + *4..6)"] = (
            in_sequence([3, *fused[:3], "b"]),
            in_sequence([7, *fused[4:7]]),
        )
        written = {
            # The recorder finds the same sum up to commuting +, with the smallest product first.
            "b + 0..7": "0 + b + 1..7",
            "0 + (1 + (2 + (3 + (4 + (5 + (7 + 6 + b))))))": "0 + (1 + (2 + (3 + (4 + (5 + (6 + 7 + b))))))",
            "3 + *0 + *1 + *2 + b + (7 + *4..6)": "3 + *0..2 + b + (7 + *4..6)",
        }
        for text, order in cases.items():
            with self.subTest(text):
                recording, _ = recorded(layer_of(order))
                for batch in (1, 2, 4):
                    self.assertEqual(orders_at(recording, batch), {written.get(text, text): [[0, 5]]})

    def test_products_alone(self):
        for products, bias, order, text in (
            (1, False, 0, "0"),
            (1, True, (0, "b"), "0 + b"),
            (1, True, ("b", ("*", 0)), "b + *0"),
            (2, False, (0, 1), "0 + 1"),
            (2, False, (0, ("*", 1)), "0 + *1"),
            (2, False, (1, ("*", 0)), "1 + *0"),
            (3, False, ((2, ("*", 1)), ("*", 0)), "*2..0"),
        ):
            with self.subTest(text):
                recording, _ = recorded(layer_of(order), products=products, bias=bias, batches=[1])
                self.assertEqual(orders_at(recording, 1), {text: [[0, 5]]})

    def test_random_trees_with_and_without_bias(self):
        rng = random.Random(1)
        for trial in range(60):
            products, bias = rng.randrange(1, 24), rng.random() < 0.5
            order = random_order([*range(products), *(["b"] if bias else [])], rng)
            with self.subTest(order=order):
                x, weight, b = numbers(3, products, 5, bias)
                layer = recorder.Layer(layer_of(order), x, weight, b, None)
                ((rows, columns, tree),), _ = recorder.find_kernels(layer, 3, [], recorder.Progress(True))
                self.assertEqual((rows.tolist(), columns.tolist()), ([0, 1, 2], [0, 1, 2, 3, 4]))
                self.assertEqual(up_to_commuting(order_of(tree)), up_to_commuting(order))

    def test_outputs_with_orders_of_their_own(self):
        rng = random.Random(2)
        orders = [random_order([*range(17), "b"], rng) for _ in range(5)]
        x, weight, bias = numbers(2, 17, 13)
        layer = recorder.Layer(layer_of(*orders), x, weight, bias, None)
        kernels, _ = recorder.find_kernels(layer, 2, [], recorder.Progress(True))
        self.assertEqual([kernel.columns.tolist() for kernel in kernels], [list(range(at, 13, 5)) for at in range(5)])
        self.assertEqual([kernel.rows.tolist() for kernel in kernels], [[0, 1]] * 5)
        for kernel, order in zip(kernels, orders):
            self.assertEqual(up_to_commuting(order_of(kernel.tree)), up_to_commuting(order))

    def test_tile_edges(self):
        edge, inner = layer_of(in_sequence([*range(8), "b"])), layer_of((by_halves(range(8)), "b"))

        def striped(x, weight, bias):
            y = inner(x, weight, bias)
            if len(x) == 4:
                y[:, [0, 5]] = edge(x, weight, bias)[:, [0, 5]]
            return y

        recording, _ = recorded(striped)
        self.assertEqual(len(orders_at(recording, 1)), 1)
        self.assertEqual(
            orders_at(recording, 4), {"0..7 + b": [[0, 0], [5, 5]], "0 + 1 + (2 + 3) + (4 + 5 + (6 + 7)) + b": [[1, 4]]}
        )

    def test_orders_that_depend_on_the_row_and_on_the_address(self):
        def by_row(x, weight, bias):
            y = layer_of(in_sequence([*range(8), "b"]))(x, weight, bias)
            y[1:] = layer_of((by_halves(range(8)), "b"))(x[1:], weight, bias)
            return y

        self.assertEqual(
            recorded(by_row, batches=[4])[0]["kernels"],
            [
                {"batch": 4, "rows": [[0, 0]], "columns": [[0, 5]], "order": "0..7 + b"},
                {"batch": 4, "rows": [[1, 3]], "columns": [[0, 5]], "order": "0 + 1 + (2 + 3) + (4 + 5 + (6 + 7)) + b"},
            ],
        )

        def by_address(x, weight, bias):
            peeled = x.ctypes.data // 4 % 4
            return layer_of(in_sequence([*range(peeled, 8), "b", *range(peeled)]))(x, weight, bias)

        x, weight, bias = numbers(4, 8, 6)
        for offset in range(4):
            memory = np.empty(40, dtype=np.float32)
            aligned = -(memory.ctypes.data // 4) % 4
            shifted = memory[aligned + offset : aligned + offset + 32].reshape(4, 8)
            layer = recorder.Layer(by_address, x, weight, bias, None)
            layer.x = shifted
            ((_, _, tree),), _ = recorder.find_kernels(layer, 4, [], recorder.Progress(True))
            expected = in_sequence([*range(offset, 8), "b", *range(offset)])
            self.assertEqual(up_to_commuting(order_of(tree)), up_to_commuting(expected))

    def test_other_ways_to_write_a_linear_layer_in_numpy(self):
        for name, function in (
            ("matmul", recorder.numpy_linear),
            ("einsum", lambda x, w, b: np.einsum("bk,nk->bn", x, w) + b),
            ("sum along an axis", lambda x, w, b: (x[:, None, :] * w).sum(axis=2) + b),
        ):
            with self.subTest(name):
                recording, _ = recorded(function, products=50)
                self.assertEqual([output["batch"] for output in recording["outputs"]], [1, 2, 4])

    def test_as_many_products_as_a_recording_holds(self):
        def one_after_the_other(x, weight, bias):
            terms = np.concatenate([x[:, None, :] * weight, np.broadcast_to(bias[:, None], (len(x), len(weight), 1))], axis=2)
            return np.cumsum(terms, axis=2)[:, :, -1]

        def by_halves_at_once(x, weight, bias):
            terms = x[:, None, :] * weight
            while terms.shape[2] > 1:
                terms = terms[:, :, 0::2] + terms[:, :, 1::2]
            return terms[:, :, 0] + bias

        recording, _ = recorded(one_after_the_other, rows=1, products=4096, outputs=1, batches=[1])
        self.assertEqual(orders_at(recording, 1), {"0..4095 + b": [[0, 0]]})
        recording, _ = recorded(by_halves_at_once, rows=1, products=4096, outputs=1, batches=[1])
        (text,) = orders_at(recording, 1)
        self.assertTrue(text.startswith("0 + 1 + (2 + 3) + (4 + 5 + (6 + 7)) + (8 + 9 + (10 + 11) + (12 + 13 + (14 + 15)))"))
        self.assertEqual((text[-3:], text.count("(")), ("+ b", 2047))

    def test_number_of_calls(self):
        for name, order, most in (
            ("in sequence", in_sequence([0, *(("*", k) for k in range(1, 128))]), 128 + 100),
            ("by halves", by_halves(range(128)), 128 * 7 + 128 + 100),
            ("from the last to the first", in_sequence(range(127, -1, -1)), 128 * 4 + 128 + 100),
            ("from the last to the first, fused", in_sequence([127, *(("*", k) for k in range(126, -1, -1))]), 128 * 4 + 128 + 100),
            ("the first last, the others by halves", (by_halves(range(1, 128)), 0), 128 * 11 + 128 + 100),
        ):
            with self.subTest(name):
                x, weight, _ = numbers(1, 128, 3, False)
                layer = recorder.Layer(layer_of(order), x, weight, None, None)
                (kernel,), _ = recorder.find_kernels(layer, 1, [], recorder.Progress(True))
                self.assertLess(layer.calls, most)
                before = layer.calls
                recorder.find_kernels(layer, 1, [kernel.tree], recorder.Progress(True))
                self.assertLess(layer.calls - before, 128 + 64 + 100)

    def test_outputs_that_go_forth_and_back(self):
        forth, back = in_sequence([*range(64), "b"]), in_sequence([*range(63, -1, -1), "b"])
        recording, _ = recorded(layer_of(forth, back), products=64, outputs=4, batches=[1])
        self.assertEqual(orders_at(recording, 1), {"0..63 + b": [[0, 0], [2, 2]], REVERSED_64: [[1, 1], [3, 3]]})

    def test_a_known_order_is_taken_only_where_it_is_the_order(self):
        rng = random.Random(3)
        for trial in range(60):
            products = rng.randrange(2, 10)
            terms = [*range(products), "b"]
            true, guess = random_order(terms, rng), random_order(terms, rng)
            x, weight, bias = numbers(1, products, 4)
            layer = recorder.Layer(layer_of(true), x, weight, bias, None)
            prober = recorder.Prober(layer, 1, recorder.Progress(True))
            taken = recorder.confirmed(prober, tree_of(guess, products, True), np.arange(4))
            same = up_to_commuting(true) == up_to_commuting(guess)
            self.assertEqual(taken.tolist(), [0, 1, 2, 3] if same else [])
            again = recorder.confirmed(prober, tree_of(true, products, True), np.arange(4))
            self.assertEqual(again.tolist(), [0, 1, 2, 3])


def by_place(order_at):
    """A linear layer that adds output n of row m in the order order_at[batch][m][n]."""

    masks = {batch: {} for batch in order_at}
    for batch, places in order_at.items():
        for m, row in enumerate(places):
            for n, order in enumerate(row):
                masks[batch].setdefault(order, np.zeros((batch, len(row)), dtype=bool))[m, n] = True

    def linear(x, weight, bias):
        y = np.empty((len(x), len(weight)), dtype=np.float32)
        for order, mask in masks[len(x)].items():
            np.copyto(y, add_up(order, x.T[:, :, None], weight, bias), where=mask)
        return y

    return linear


def random_places(batch, outputs, orders, rng):
    """Orders by row and output, in random classes of rows; many have their own orders at an edge or in stripes."""
    row_class = [rng.randrange(rng.choice([1, 2, 4, batch])) for _ in range(batch)]
    patterns = {}
    for name in row_class:
        few = rng.choices(orders, k=rng.choice([1, 1, 2, 3]))
        column = [rng.choice(few) for _ in range(outputs)] if rng.random() < 0.5 else [few[n * len(few) // outputs] for n in range(outputs)]
        patterns.setdefault(name, column)
    return [patterns[name] for name in row_class]


class Rows(unittest.TestCase):
    """Every row of a call is read, wherever it stands."""

    def check(self, order_at, function, x, weight, bias, recording):
        """Holds a recording against the orders by batch size, row and output that the layer truly has."""
        self.assertEqual(recording["version"], 2)
        self.assertEqual([digest["batch"] for digest in recording["digests"]], sorted(order_at))
        for batch, places in order_at.items():
            true = [[up_to_commuting(order) for order in row] for row in places]
            first_rows = [m for m, row in enumerate(true) if true.index(row) == m]
            read = [[None] * len(true[0]) for _ in true]
            kernels = [kernel for kernel in recording["kernels"] if kernel["batch"] == batch]
            for kernel in kernels:
                rows, columns = ([at for first, last in kernel[key] for at in range(first, last + 1)] for key in ("rows", "columns"))
                self.assertEqual((rows, columns), (sorted(rows), sorted(columns)))
                self.assertEqual(rows, [m for m, row in enumerate(true) if row == true[rows[0]]], "a kernel's rows are a class")
                for m in rows:
                    for n in columns:
                        self.assertIsNone(read[m][n], "once only")
                        read[m][n] = kernel["order"]
            texts = {order: recorder.notation(tree_of(as_read(order), x.shape[1], bias is not None)) for row in places for order in row}
            self.assertEqual(read, [[texts[order] for order in row] for row in places])
            self.assertEqual(len(kernels), sum(len(set(true[m])) for m in first_rows))
            outputs = function(x[:batch], weight, bias)
            stored = [(output["row"], output["bits"]) for output in recording["outputs"] if output["batch"] == batch]
            self.assertEqual(stored, [(m, recorder.base64_of(outputs[m])) for m in first_rows])
            (digest,) = [digest["sha256"] for digest in recording["digests"] if digest["batch"] == batch]
            packed = b"".join(struct.pack("<f", value) for row in outputs.tolist() for value in row)
            self.assertEqual(digest, hashlib.sha256(packed).hexdigest())

    def test_arbitrary_classes_of_rows_and_columns_and_arbitrary_trees(self):
        rng = random.Random(8)
        most_classes = 0
        for trial in range(80):
            products, outputs, bias = rng.randrange(1, 9), rng.randrange(1, 10), rng.random() < 0.5
            terms = [*range(products), *(["b"] if bias else [])]
            orders = [random_order(terms, rng) for _ in range(rng.randrange(1, 7))]
            batches = sorted(rng.sample(range(1, 13), rng.randrange(1, 4)))
            order_at = {batch: random_places(batch, outputs, orders, rng) for batch in batches}
            with self.subTest(order_at=order_at):
                function = by_place(order_at)
                x, weight, b = numbers(batches[-1], products, outputs, bias)
                recording = recorder.record(function, x, weight, b, batches, quiet=True)
                self.check(order_at, function, x, weight, b, recording)
                most_classes = max(most_classes, len(recording["outputs"]) / len(batches))
        self.assertGreater(most_classes, 4, "the cases are too easy")

    def test_rows_that_no_numbers_tell_apart_but_few(self):
        # One output, and two orders of three terms: on most draws, and on these numbers, they agree to the bit.
        one, other = ((0, 1), 2), (0, (1, 2))
        order_at = {batch: [[other if m in (2, 5) else one] for m in range(batch)] for batch in (4, 7)}
        function = by_place(order_at)
        weight = np.ones((1, 3), np.float32)
        for x in (np.arange(21, dtype=np.float32).reshape(7, 3), np.ones((7, 3), np.float32), np.zeros((7, 3), np.float32)):
            self.assertEqual(function(x, weight, None).tolist(), layer_of(one)(x, weight, None).tolist())
            recording = recorder.record(function, x, weight, None, [4, 7], quiet=True)
            self.check(order_at, function, x, weight, None, recording)
        drawn = np.random.RandomState(9).standard_normal((300, 3)).astype(np.float32)
        differ = (layer_of(one)(drawn, weight, None) != layer_of(other)(drawn, weight, None)).sum()
        self.assertTrue(0 < differ < 150, differ)

    def test_rows_that_differ_in_one_output_of_many(self):
        forth, halves = in_sequence([*range(8), "b"]), (by_halves(range(8)), "b")
        order_at = {16: [[halves if (m, n) == (11, 30) else forth for n in range(40)] for m in range(16)]}
        x, weight, bias = numbers(16, 8, 40)
        recording = recorder.record(by_place(order_at), x, weight, bias, [16], quiet=True)
        self.check(order_at, by_place(order_at), x, weight, bias, recording)
        self.assertEqual([kernel["rows"] for kernel in recording["kernels"]], [[[0, 10], [12, 15]], [[11, 11]], [[11, 11]]])
        self.assertEqual([kernel["columns"] for kernel in recording["kernels"]], [[[0, 39]], [[0, 29], [31, 39]], [[30, 30]]])

    def test_classes_that_share_their_orders_cost_no_calls(self):
        forth, back = in_sequence([*range(32), "b"]), in_sequence([*range(31, -1, -1), "b"])
        x, weight, bias = numbers(9, 32, 4)
        calls = []
        for rows in ([[forth, back] * 2] * 9, [[forth, back] * 2, [back, forth] * 2, [forth] * 4] * 3):
            layer = recorder.Layer(by_place({9: rows}), x, weight, bias, None)
            kernels, _ = recorder.find_kernels(layer, 9, [], recorder.Progress(True))
            calls.append(layer.calls)
        self.assertEqual(len(kernels), 5)
        self.assertEqual(calls[0], calls[1])

    def test_it_says_how_many_classes_there_are(self):
        forth, halves = in_sequence([*range(8), "b"]), (by_halves(range(8)), "b")
        function = by_place({1: [[forth] * 6], 4: [[forth] * 6, [forth] * 6, [halves] * 6, [halves, forth] * 3]})
        _, said = recorded(function, batches=[1, 4])
        self.assertRegex(said, r"(?m)^batch 1: 1 class of rows, 1 order, 6 of 6 outputs equal to the bit, \d+ calls: 0\.\.7 \+ b$")
        self.assertRegex(said, r"(?m)^batch 4: 3 classes of rows, 2 orders, 24 of 24 outputs equal to the bit, \d+ calls$")

    def test_a_row_that_is_no_tree_is_named(self):
        good = layer_of(in_sequence([*range(8), "b"]))

        def third_is_wide(x, weight, bias):
            y = good(x, weight, bias)
            if len(x) > 2:
                y[2, 1:3] = (x[2].astype(np.float64) @ weight[1:3].T.astype(np.float64) + bias[1:3]).astype(np.float32)
            return y

        recording, said = recorded(third_is_wide)
        self.assertEqual([digest["batch"] for digest in recording["digests"]], [1, 2])
        self.assertIn("batch 4 is not written: outputs 1..2 of rows 2: 2^37 swallows no 1", said)

    def test_a_row_whose_order_depends_on_its_values(self):
        good, other = layer_of(in_sequence([*range(8), "b"])), layer_of((by_halves(range(8)), "b"))

        def by_value(x, weight, bias):
            y = good(x, weight, bias)
            if len(x) == 4 and not (x[3] == 1).any():
                y[3] = other(x, weight, bias)[3]
            return y

        recording, said = recorded(by_value)
        self.assertEqual([digest["batch"] for digest in recording["digests"]], [1, 2])
        self.assertRegex(said, r"batch 4 is not written: outputs 0\.\.5: the order that was read off \(0\.\.7 \+ b\) gives (18|19|2[0-3]) of 24 outputs")

    def test_a_row_that_changes_from_run_to_run(self):
        good, other = layer_of(in_sequence([*range(8), "b"])), layer_of((by_halves(range(8)), "b"))
        calls = []

        def restless(x, weight, bias):
            calls.append(None)
            y = good(x, weight, bias)
            if len(x) == 4 and len(calls) % 2:
                y[1:3] = other(x, weight, bias)[1:3]
            return y

        _, said = recorded(restless)
        self.assertRegex(said, r"batch 4 is not written: outputs [0-5., ]+( of rows [12., ]+)? changed from run to run")

    def test_the_time_limit_holds_while_it_replays(self):
        good = layer_of(in_sequence([*range(8), "b"]))
        began, clock = [], recorder.time.monotonic

        class Late(recorder.Runs):
            def prove(self, found):
                began.append(self.batch)
                if self.batch == 2:
                    self.layer.deadline = clock() - 1
                super().prove(found)

        with unittest.mock.patch.object(recorder, "Runs", Late):
            recording, said = recorded(good)
        self.assertEqual(began, [1, 2])
        self.assertEqual([digest["batch"] for digest in recording["digests"]], [1])
        self.assertIn("the time limit was reached; batch sizes that are finished are kept.", said)


class NoTree(unittest.TestCase):
    def refusal(self, function, **options):
        with self.assertRaises(recorder.Refused) as caught:
            recorded(function, **options)
        return str(caught.exception)

    def test_changes_from_run_to_run(self):
        orders = [layer_of(in_sequence([*range(8), "b"])), layer_of((by_halves(range(8)), "b"))]
        calls = []

        def restless(x, weight, bias):
            calls.append(None)
            return orders[len(calls) % 2](x, weight, bias)

        self.assertIn("changed from run to run", self.refusal(restless))

    def test_float64_sums(self):
        wide = lambda x, w, b: (x.astype(np.float64) @ w.T.astype(np.float64) + b).astype(np.float32)  # noqa: E731
        self.assertIn("kept in more precision than float32", self.refusal(wide))

    def test_half_precision_sums(self):
        def half(x, weight, bias):
            with np.errstate(all="ignore"):
                total = np.zeros((len(x), len(weight)), dtype=np.float16)
                for k in range(x.shape[1]):
                    total = (total + x[:, k : k + 1] * weight[:, k]).astype(np.float16)
                return total.astype(np.float32) + bias

        self.assertIn("no order of float32 additions gives", self.refusal(half))

    def test_several_terms_at_once(self):
        def four_at_once(x, weight, bias):
            total = np.broadcast_to(bias, (len(x), len(weight)))
            for k in range(0, x.shape[1], 4):
                products = x[:, None, k : k + 4].astype(np.float64) * weight[:, k : k + 4]
                # Like a tensor core: aligned to the largest, truncated, added as integers, rounded once.
                largest = np.maximum(np.abs(products).max(axis=2), np.abs(total))
                place = np.exp2(np.floor(np.log2(np.where(largest == 0, 1, largest))) - 24)
                total = ((np.trunc(products / place[..., None]).sum(axis=2) + np.trunc(total / place)) * place).astype(np.float32)
            return total

        self.assertIn("several terms are added at once", self.refusal(four_at_once))

    def test_an_order_that_depends_on_the_values(self):
        one, other = layer_of(in_sequence([*range(8), "b"])), layer_of((by_halves(range(8)), "b"))
        by_value = lambda x, w, b: (one if (x == 1).any() else other)(x, w, b)  # noqa: E731
        self.assertRegex(self.refusal(by_value), r"outputs 0\.\.5: the order that was read off \(0\.\.7 \+ b\) gives \d of 6 outputs to the bit")

    def test_what_is_no_sum(self):
        with np.errstate(all="ignore"):
            self.assertIn("no order of float32 additions", self.refusal(lambda x, w, b: np.sin(x @ w.T + b)))

    def test_a_batch_size_without_a_tree_is_left_out_and_the_others_stay(self):
        good = layer_of(in_sequence([*range(8), "b"]))
        mixed = lambda x, w, b: good(x, w, b) if len(x) != 2 else np.float32(0.5) * good(x, w, b)  # noqa: E731
        recording, said = recorded(mixed)
        self.assertEqual([output["batch"] for output in recording["outputs"]], [1, 4])
        self.assertIn("batch 2 is not written", said)

    def test_more_orders_than_a_recording_holds(self):
        rng = random.Random(4)
        orders = [random_order([*range(8), "b"], rng) for _ in range(65)]
        self.assertEqual(len({up_to_commuting(order) for order in orders}), 65)
        self.assertIn("more than 64 different orders", self.refusal(layer_of(*orders), products=8, outputs=65))


class WhatIsStored(unittest.TestCase):
    def test_only_the_rows_that_a_call_gets(self):
        recording, _ = recorded(recorder.numpy_linear, rows=2000, batches=[1, 4])
        self.assertEqual(recording["data"]["x"], recorder.base64_of(numbers(2000, 8, 6).x[:4]))

    def test_a_library_is_completed(self):
        def mine(x, weight, bias):
            return recorder.numpy_linear(x, weight, bias)

        for function, library, expected in (
            (mine, {"name": "JAX", "version": 1}, {"name": "JAX", "version": "1", "backend": ""}),
            (mine, {"backend": "XLA"}, {"name": "mine", "version": "", "backend": "XLA"}),
            (mine, None, {"name": "mine", "version": "", "backend": ""}),
            (lambda x, w, b: mine(x, w, b), None, {"name": "your function", "version": "", "backend": ""}),
            (mine, {"name": "n" * 300}, {"name": "n" * 196 + " ...", "version": "", "backend": ""}),
        ):
            self.assertEqual(recorded(function, batches=[1], library=library)[0]["library"], expected)

    def test_a_file_that_the_page_would_not_read(self):
        calls = []
        x, weight = np.zeros((600, 4096), np.float32), np.zeros((4096, 4096), np.float32)
        with self.assertRaisesRegex(recorder.Refused, r"^With its numbers the file would have 98 MB, and the page reads at most 96; take smaller batches or a smaller layer\.$"):
            recorder.record(lambda *given: calls.append(given), x, weight, None, [1, 600])
        self.assertEqual(calls, [])

    def test_batch_sizes_that_would_not_fit_the_file(self):
        whole, _ = recorded(recorder.numpy_linear, batches=[1, 2, 4])
        with unittest.mock.patch.object(recorder, "MAX_FILE", len(recorder.file_text(whole)) - 1):
            recording, said = recorded(recorder.numpy_linear, batches=[1, 2, 4])
        self.assertEqual([output["batch"] for output in recording["outputs"]], [1, 2])
        self.assertIn("batch 4 is not written: with it the file would have more than", said)

    def test_a_replay_that_is_too_much_for_the_page(self):
        calls = []
        x, weight = np.zeros((1024, 8), np.float32), np.zeros((4096, 8), np.float32)
        with unittest.mock.patch.object(recorder, "MAX_REPLAY", 10**9):
            with self.assertRaisesRegex(recorder.Refused, r"^The page's replay would take 5 billion products or more, and it computes at most 1 billion; take fewer"):
                recorder.record(lambda *given: calls.append(given), x, weight, None, range(985, 989))
        self.assertEqual(calls, [])

    def test_batch_sizes_that_would_be_too_much_to_replay(self):
        forward, backward = layer_of(in_sequence([*range(8), "b"])), layer_of(in_sequence([*range(7, -1, -1), "b"]))

        def striped(x, weight, bias):
            outputs = forward(x, weight, bias)
            if len(x) == 4:
                outputs[:, 2:4] = backward(x, weight[2:4], bias[2:4])
            return outputs

        # At 8 -> 6, an order in one row counts as a block of 64 outputs with 256 products: 1 + 2 + 2 * 4 rows.
        with unittest.mock.patch.object(recorder, "MAX_REPLAY", 10 * 64 * 256):
            recording, said = recorded(striped)
        self.assertEqual([output["batch"] for output in recording["outputs"]], [1, 2])
        self.assertIn("batch 4 is not written: with it the page's replay would take more than the", said)
        with unittest.mock.patch.object(recorder, "MAX_REPLAY", 11 * 64 * 256):
            self.assertEqual(len(recorded(striped)[0]["digests"]), 3)


class Devices(unittest.TestCase):
    """There may be no GPU here: tests what is said about one, with fakes that have PyTorch's names."""

    def torch_of(self, **version):
        return types.SimpleNamespace(
            __version__="2.4.0", version=types.SimpleNamespace(**version),
            cuda=types.SimpleNamespace(get_device_name=lambda device: f"Some GPU {device.index}"),
            backends=types.SimpleNamespace(cuda=types.SimpleNamespace(matmul=types.SimpleNamespace(allow_tf32=True))),
        )

    def test_what_computes_is_the_device_and_not_the_blas(self):
        gpu = types.SimpleNamespace(type="cuda", index=1)
        for torch_stub, device, backend in (
            (self.torch_of(cuda="12.1"), gpu, "CUDA 12.1, Some GPU 1, TF32 on"),
            (self.torch_of(cuda=None, hip="6.0"), gpu, "ROCm 6.0, Some GPU 1, TF32 on"),
            (self.torch_of(cuda=None), types.SimpleNamespace(type="mps"), "MPS device"),
        ):
            self.assertEqual(recorder.torch_library(torch_stub, device), {"name": "PyTorch", "version": "2.4.0", "backend": backend})

    def test_the_machine_names_the_device(self):
        class Device:
            type, index = "cuda", 1

            def __str__(self):
                return "cuda:1"

        tensor = types.SimpleNamespace(device=Device(), detach=None)
        with unittest.mock.patch.dict(sys.modules, {"torch": self.torch_of(cuda="12.1")}):
            self.assertEqual(recorder.gpu_of(tensor), "Some GPU 1")
        note = recorder.device_note(tensor)
        self.assertEqual(note, "computed on cuda:1")
        with unittest.mock.patch.dict(os.environ, {"MKL_CBWR": "COMPATIBLE"}):
            about = recorder.machine(1, "Some GPU 1", note)
            self.assertEqual(about["gpu"], "Some GPU 1")
            self.assertIn("computed on cuda:1, MKL_CBWR=COMPATIBLE", about["note"])
        self.assertNotIn("gpu", recorder.machine(1, "", note))
        on_cpu = types.SimpleNamespace(device=types.SimpleNamespace(type="cpu"), detach=None)
        for array in (on_cpu, np.zeros(1, np.float32)):
            self.assertEqual((recorder.device_note(array), recorder.gpu_of(array)), ("", ""))


def gpu_numbers(rows, products, outputs, dtype, bias=True):
    return numbers(rows, products, outputs, bias).rounded_to(dtype)


class Gpus(unittest.TestCase):
    """A simulated GPU is the library: its adders are written apart from the recorder's, in integers."""

    def setUp(self):
        patch = unittest.mock.patch.object(recorder, "RANDOM_RUNS", 8)
        patch.start()
        self.addCleanup(patch.stop)

    def recorded(self, function, dtype, output, products, bias=True, batches=(3,), outputs=3, **options):
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            layer = gpu_numbers(max(batches), products, outputs, dtype, bias)
            recording = recorder.record(function, *layer, batches, dtype=dtype, output=output, **options)
        self.assertEqual([digest["batch"] for digest in recording["digests"]], list(batches), said.getvalue())
        for digest in recording["digests"]:
            returned = function(layer.x[: digest["batch"]], layer.weight, layer.bias)
            self.assertEqual(digest["sha256"], hashlib.sha256(returned.astype("<f4").tobytes()).hexdigest())
        return recording, said.getvalue()

    def refusal(self, function, dtype, output, products, batches=(1,), outputs=3, **options):
        with self.assertRaises(recorder.Refused) as caught:
            recorder.record(function, *gpu_numbers(max(batches), products, outputs, dtype), batches, dtype=dtype, output=output, quiet=True, **options)
        return str(caught.exception)

    def test_chains_of_every_gpu(self):
        for chip, dtype, output, products, options, text, adder, gpu in (
            (gpus.H100, "bfloat16", "bfloat16", 40, {}, "{0..39}*16 + b", "h100", ""),
            (gpus.H100, "bfloat16", "float32", 32, {"bias": "first"}, "b + {0..31}*16", "b200", "NVIDIA B200"),
            (gpus.H100, "float16", "float16", 33, {}, "{0..32}*16 + b", "h100", "NVIDIA H200"),
            (gpus.A100, "bfloat16", "bfloat16", 20, {"splits": 2}, "{0..9}*8 + ({10..19}*8) + b", "a100", "NVIDIA A100-SXM4-80GB"),
            (gpus.A100, "float16", "float16", 32, {"splits": 4}, "{0..7} + ({8..15}) + ({16..23}) + ({24..31}) + b", "ada", "NVIDIA L40S"),
            (gpus.A100, "float16", "bfloat16", 17, {"bias": "first"}, "b + {0..16}*8", "a100", "NVIDIA A10"),
            (gpus.V100, "float16", "float32", 14, {"splits": 2, "interleaved": True}, "{0..12:2}*4 + ({1..13:2}*4) + b", "v100", ""),
            (gpus.V100_16, "float16", "float16", 14, {}, "{0..13}*4 + b", "v100-acc16", ""),
            (gpus.H100_16, "float16", "float16", 40, {"splits": 2}, "{0..19}*16 + ({20..39}*16) + b", "h100-acc16", ""),
            (gpus.A100_TF32, "tf32", "float32", 14, {"splits": 2}, "{0..6}*4 + ({7..13}*4) + b", "a100", ""),
            (gpus.H100_TF32, "tf32", "float32", 17, {}, "{0..16}*8 + b", "h100", ""),
            (gpus.ADA_8, "float8_e4m3", "float16", 40, {}, "{0..39}*16 + b", "ada-fp8", ""),
            (gpus.H100_8, "float8_e5m2", "bfloat16", 70, {}, "{0..69}*32 + b", "h100-fp8", ""),
            (gpus.B200_8, "float8_e4m3", "float32", 70, {}, "{0..31} + ({32..63}) + ({64..69}) + b", "b200-fp8", ""),
        ):
            with self.subTest(text, dtype=dtype, output=output, adder=adder):
                recording, _ = self.recorded(gpus.layer(chip, dtype, output, **options), dtype, output, products, gpu=gpu)
                self.assertEqual({(kernel["order"], kernel["adder"]) for kernel in recording["kernels"]}, {(text, adder)})
                implied = "float32" if dtype == "tf32" else dtype
                self.assertEqual(recording["operation"], {
                    "name": "linear", "dtype": dtype, "inFeatures": products, "outFeatures": 3, "bias": True, **({} if output == implied else {"output": output}),
                })
                self.assertEqual(recording["machine"].get("gpu"), gpu or None)

    def test_random_orders_of_groups(self):
        rng = random.Random(11)
        for trial in range(12):
            chip = rng.choice([gpus.V100, gpus.A100, gpus.H100])
            dtype = "float16" if chip is gpus.V100 else rng.choice(["float16", "bfloat16"])
            output = rng.choice([dtype, "float32"])
            products = rng.randrange(3, 30)
            terms, sums = list(range(products)), []
            while terms:  # chains of groups, and products that join by themselves, joined in any order
                size = min(len(terms), rng.choice([1, 3, chip.size, 2 * chip.size]))
                sums.append([terms.pop(0) for _ in range(size)])
            # A single product that a group joins can't be told from one of the group.
            rng.shuffle(sums)
            sums.sort(key=lambda products: len(products) == 1)
            chained = rng.random() < 0.5

            def linear(x, weight, b, sums=sums, chip=chip, dtype=dtype, output=output, chained=chained):
                x_factors, w_factors = gpus.Factors(x, dtype), gpus.Factors(weight, dtype)
                zero, total = np.zeros((len(x), len(weight)), np.float32), None
                for products in sums:
                    part = gpus.chain(chip, x_factors, w_factors, products, total if chained and total is not None else zero)
                    total = part if chained or total is None else total + part
                return gpus.to_output(total + b, output)

            with self.subTest(trial, sums=sums, chip=chip.size, dtype=dtype, output=output, chained=chained):
                if len(sums) > 1 or products > 3:
                    self.recorded(linear, dtype, output, products, batches=(2,))

    def test_few_ones_at_a_time(self):
        # As with thousands of products, on fewer: results that count no farther than 6.
        real = recorder.swallowing
        with unittest.mock.patch.object(recorder, "swallowing", lambda dtype: real(dtype)._replace(most=6)):
            for chip, output, options, text in (
                (gpus.A100, "bfloat16", {}, "{0..59}*8 + b"),
                (gpus.A100, "bfloat16", {"splits": 3, "bias": "first"}, "b + {0..19}*8 + ({20..39}*8) + ({40..59}*8)"),
                (gpus.H100, "float32", {"splits": 2, "interleaved": True}, "{0..58:2}*16 + ({1..59:2}*16) + b"),
            ):
                recording, _ = self.recorded(gpus.layer(chip, "bfloat16", output, **options), "bfloat16", output, 60)
                self.assertEqual({kernel["order"] for kernel in recording["kernels"]}, {text})
            for order in (in_sequence([*range(60), "b"]), (by_halves(range(60)), "b"), in_sequence([*range(59, -1, -1), "b"]), random_order([*range(60), "b"], random.Random(5))):
                plain = layer_of(without_stars(order))
                recording, _ = self.recorded(lambda *layer: gpus.to_output(plain(*layer), "bfloat16"), "bfloat16", "bfloat16", 60)  # noqa: B023
                (text,) = {kernel["order"] for kernel in recording["kernels"]}
                self.assertEqual(text, recorder.notation(tree_of(as_read(without_stars(order)), 60, True)))

    def test_products_on_ordinary_cores(self):
        # A product of two short factors is exact in float32, so that fused and separate are the same.
        fused = in_sequence([0, *(("*", k) for k in range(1, 20)), "b"])
        for dtype in ("bfloat16", "float16", "float8_e4m3"):
            recording, _ = self.recorded(lambda *layer: gpus.to_output(layer_of(fused)(*layer), "bfloat16"), dtype, "bfloat16", 20)
            self.assertEqual([(kernel["order"], "adder" in kernel) for kernel in recording["kernels"]], [("0..19 + b", False)])
        # Where TF32 is allowed but not taken, products are float32's, and are told apart.
        recording, _ = self.recorded(layer_of(fused), "tf32", None, 20)
        self.assertEqual([kernel["order"] for kernel in recording["kernels"]], ["*0..19 + b"])

    def test_two_classes_of_rows_and_adders_beside_plain_orders(self):
        one, other = gpus.layer(gpus.H100, "bfloat16", "bfloat16"), gpus.layer(gpus.H100, "bfloat16", "bfloat16", splits=2)
        plain = layer_of(in_sequence([*range(32), "b"]))

        def by_row(x, weight, bias):
            if len(x) == 1:
                return gpus.to_output(plain(x, weight, bias), "bfloat16")
            y = one(x, weight, bias)
            y[2:, :2] = other(x[2:], weight[:2], bias[:2])
            return y

        recording, _ = self.recorded(by_row, "bfloat16", "bfloat16", 32, batches=(1, 2, 4))
        seen = [(kernel["batch"], kernel["rows"], kernel["columns"], kernel["order"], kernel.get("adder")) for kernel in recording["kernels"]]
        whole, halves = ("{0..31}*16 + b", "h100"), ("{0..15} + ({16..31}) + b", "h100")
        self.assertEqual(seen, [
            (1, [[0, 0]], [[0, 2]], "0..31 + b", None),
            (2, [[0, 1]], [[0, 2]], *whole),
            (4, [[0, 1]], [[0, 2]], *whole),
            (4, [[2, 3]], [[0, 1]], *halves),
            (4, [[2, 3]], [[2, 2]], *whole),
        ])

    def test_number_of_calls(self):
        function = gpus.layer(gpus.A100, "bfloat16", "bfloat16")
        layer = recorder.Layer(function, *gpu_numbers(1, 256, 2, "bfloat16", False), None, "bfloat16", "bfloat16")
        (kernel,), _ = recorder.find_kernels(layer, 1, [], recorder.Progress(True))
        self.assertEqual(recorder.notation(kernel.tree), "{0..255}*8")
        self.assertLess(layer.calls, 256 + 3 * 32 + 64 + 80)
        before = layer.calls
        recorder.find_kernels(layer, 1, [kernel.tree], recorder.Progress(True))
        self.assertLess(layer.calls - before, 3 * 32 + 64 + 20)

    def test_an_adder_that_is_not_in_the_table(self):
        said = self.refusal(gpus.layer(gpus.Chip(20, 16), "bfloat16", "bfloat16"), "bfloat16", "bfloat16", 40)
        self.assertIn(
            "outputs 0..2: up to 16 products and the sum before them are added at once, cut toward zero 20 bits below the largest, "
            "and no adder that the page knows does that", said,
        )
        # One that is in the table, but for other factors.
        self.assertIn("cut toward zero 23 bits", self.refusal(gpus.layer(gpus.V100, "bfloat16", "bfloat16"), "bfloat16", "bfloat16", 20))

        def exact(x, weight, bias):
            return gpus.to_output((x.astype(np.float64) @ weight.T.astype(np.float64) + bias).astype(np.float32), "bfloat16")

        self.assertIn("swallows no 1, so the sum is kept in more precision", self.refusal(exact, "bfloat16", "bfloat16", 20))

    def test_a_result_that_is_cut_where_the_adders_round(self):
        def toward_zero(x, weight, bias):
            wide = gpus.layer(gpus.H100, "bfloat16", "float32")(x, weight, bias)
            return (wide.view(np.uint32) & np.uint32(0xFFFF0000)).view(np.float32)

        self.assertRegex(self.refusal(toward_zero, "bfloat16", "bfloat16", 32), r"with the adder h100 gives \d+ of 3 outputs to the bit|neither cuts nor rounds")

    def test_sums_that_are_rounded_in_between(self):
        def twice(x, weight, bias):
            wide = gpus.layer(gpus.H100, "bfloat16", "bfloat16")(x, weight, None)
            return gpus.to_output(wide + bias, "bfloat16")

        self.assertIn("the sum is rounded to bfloat16 before the bias is added, and a recording rounds once", self.refusal(twice, "bfloat16", "bfloat16", 32))
        halves = gpus.layer(gpus.A100, "float16", "float16", splits=2, halves="float16")
        self.assertIn("partial sums are rounded to float16 before they are added", self.refusal(halves, "float16", "float16", 32))

    def test_atomic_additions(self):
        parts = [gpus.layer(gpus.H100, "bfloat16", "float32", splits=1) for _ in range(4)]
        rng = random.Random(3)

        def atomic(x, weight, bias):
            sums = [part(x[:, at::4], weight[:, at::4], None) for at, part in enumerate(parts)]
            rng.shuffle(sums)
            return sum(sums[1:], sums[0]) + bias

        self.assertRegex(self.refusal(atomic, "bfloat16", "float32", 64, batches=(8,), outputs=40), "changed from run to run on the same numbers")

    def test_tf32_that_is_rounded_rather_than_cut(self):
        inner = gpus.layer(gpus.H100_TF32, "tf32", "float32")

        def nearest(values):
            return ((np.ascontiguousarray(values).view(np.uint32) + np.uint32(0x1000)) & np.uint32(0xFFFFE000)).view(np.float32)

        said = self.refusal(lambda x, w, b: inner(nearest(x), nearest(w), b), "tf32", None, 16)
        self.assertIn("it is rounded to TF32, where the adders of the page cut it", said)

    def test_products_that_are_no_run(self):
        def scattered(x, weight, bias):
            order = [0, 1, 2, 5, 3, 4, 6, 7]
            return gpus.layer(gpus.V100, "float16", "float32")(x[:, order], weight[:, order], bias)

        self.assertIn("products 0, 1, 2, 5 are added at once, and the notation has only groups in even steps", self.refusal(scattered, "float16", "float32", 8))

    def test_what_does_not_fit_the_format(self):
        layer = gpu_numbers(1, 8, 3, "bfloat16")
        linear = gpus.layer(gpus.H100, "bfloat16", "bfloat16")
        for expected, numbers_given, options in (
            ("x has numbers that are none of bfloat16", layer._replace(x=layer.x + np.float32(2.0**-20)), {"dtype": "bfloat16"}),
            ("dtype must be one of float32, tf32, bfloat16,", layer, {"dtype": "int8"}),
            ("The output of a float32 layer can't be bfloat16", layer, {"output": "bfloat16"}),
            ("x must be a bfloat16 or float32 NumPy array", layer._replace(x=layer.x.astype(np.float16)), {"dtype": "bfloat16"}),
            ("returned numbers that are none of float16", layer, {"dtype": "bfloat16", "output": "float16"}),
        ):
            with self.subTest(expected), self.assertRaisesRegex(recorder.Refused, expected):
                recorder.record(lambda x, w, b: linear(x, w, b) * np.float32(2.0**-30), *numbers_given, [1], quiet=True, **options)


class Adders(unittest.TestCase):
    def test_every_adder_against_integers(self):
        rng = np.random.RandomState(4)
        chips = {"v100": gpus.V100, "a100": gpus.A100, "ada": gpus.A100, "h100": gpus.H100, "b200": gpus.H100, "ada-fp8": gpus.ADA_8, "h100-fp8": gpus.H100_8,
                 "b200-fp8": gpus.B200_8, "v100-acc16": gpus.V100_16, "a100-acc16": gpus.Chip(24, 8, "float16"), "ada-acc16": gpus.Chip(24, 8, "float16"),
                 "h100-acc16": gpus.H100_16, "b200-acc16": gpus.H100_16, "ada-fp8-acc16": gpus.Chip(13, 16, "float16")}
        self.assertEqual(list(chips), [adder.name for adder in recorder.ADDERS])
        for adder in recorder.ADDERS:
            chip = chips[adder.name]
            for dtype, size in adder.products.items():
                spread = {"float16": 8, "float8_e4m3": 6, "float8_e5m2": 8}.get(dtype, 60)
                draw = lambda shape, spread=spread: (rng.standard_normal(shape) * np.exp2(rng.randint(-spread, spread // 2, shape))).astype(np.float32)  # noqa: E731
                x, w = (recorder.rounded(draw((40, size)) * (rng.rand(40, size) < 0.9), dtype) for _ in range(2))
                c = draw((40, 40)) * (rng.rand(40, 40) < 0.8).astype(np.float32)
                if chip.accumulator == "float16":
                    c = c.astype(np.float16).astype(np.float32)
                x, w = np.nan_to_num(x, posinf=1, neginf=-1), np.nan_to_num(w, posinf=1, neginf=-1)
                expected = gpus.step(chip, gpus.Factors(x, dtype), gpus.Factors(w, dtype), list(range(size)), c)
                (xv, xe), (wv, we) = recorder.factors_of(x.T[:, :, None], dtype), recorder.factors_of(w.T[:, None, :], dtype)
                for given, want in ((c, expected), (None, gpus.step(chip, gpus.Factors(x, dtype), gpus.Factors(w, dtype), list(range(size)), 0 * np.abs(c)))):
                    got = recorder.add_group(adder, xv * wv, xe + we, given)
                    self.assertEqual(recorder.bits(got).tolist(), recorder.bits(want).tolist(), (adder.name, dtype))

    def test_rounding_to_a_format(self):
        rng = np.random.RandomState(8)
        values = (rng.standard_normal(20000) * np.exp2(rng.randint(-150, 127, 20000))).astype(np.float32)
        values[:200] = np.float32(1) + np.arange(200, dtype=np.float32) * np.float32(2.0**-9)
        self.assertEqual(recorder.bits(recorder.rounded(values, "bfloat16")).tolist(), recorder.bits(gpus.to_output(values, "bfloat16")).tolist())
        with np.errstate(over="ignore"):
            half = (values * np.float32(2.0**10)).astype(np.float16).astype(np.float32)
            got = recorder.rounded(values * np.float32(2.0**10), "float16")
        self.assertEqual(recorder.bits(got).tolist(), recorder.bits(half).tolist())
        with open(os.path.join(ROOT, "src", "numerics", "fixtures", "float8.json"), encoding="utf-8") as file:
            float8 = json.load(file)
        for name, double, code, _ in float8["rounded"]:
            exact = struct.unpack(">d", bytes.fromhex(double))[0]
            table = float8[name[-4:]][int(code, 16)]
            if table not in ("inf", "nan") and exact == float(np.float32(exact)):
                self.assertEqual(float(recorder.rounded(np.array([exact], np.float32), name)[0]), float(Fraction(table)), (name, exact))
        self.assertEqual(recorder.rounded(np.array([464, 465, -480], np.float32), "float8_e4m3").tolist(), [448, np.inf, -np.inf])

    def test_which_is_taken(self):
        def names(*args):
            return [adder.name for adder in recorder.adders_with(*args)]

        self.assertEqual(names(25, 16, "bfloat16", "NVIDIA H100 80GB HBM3"), ["h100"])
        self.assertEqual(names(25, 16, "bfloat16", "NVIDIA B200"), ["b200"])
        self.assertEqual(names(24, 8, "float16", "NVIDIA L40S"), ["ada", "ada-acc16"])
        self.assertEqual(names(24, 8, "float16", "NVIDIA A10"), ["a100", "a100-acc16"])
        self.assertEqual(names(13, 32, "float8_e4m3", ""), ["h100-fp8"])
        self.assertEqual(names(13, 16, "float8_e4m3", ""), ["ada-fp8", "ada-fp8-acc16"])
        self.assertEqual(names(24, 9, "float16", "NVIDIA A10"), [])
        self.assertEqual(names(20, 16, "bfloat16", ""), [])


class Refusals(unittest.TestCase):
    def sentence(self, function, x, weight, bias, batches, **options):
        with self.assertRaises(recorder.Refused) as caught:
            recorder.record(function, x, weight, bias, batches, quiet=True, **options)
        self.assertNotIn("\n", str(caught.exception))
        return str(caught.exception)

    def test_what_can_not_be_recorded(self):
        x, weight, bias = numbers(4, 8, 6)
        linear = recorder.numpy_linear
        jax_like = types.SimpleNamespace(shape=(4, 8), dtype="float32")
        for expected, call in (
            ("x must be a float32 NumPy array, PyTorch tensor or JAX array with 2 dimensions.", (linear, x.astype(np.float64), weight, bias, [1])),
            ("x must be a float32 NumPy array, PyTorch tensor or JAX array with 2 dimensions.", (linear, x.tolist(), weight, bias, [1])),
            ("x must be a float32 NumPy array", (linear, jax_like, weight, bias, [1])),
            ("weight must be a float32 NumPy array, PyTorch tensor or JAX array with 2 dimensions.", (linear, x, weight[0], bias, [1])),
            ("don't fit together", (linear, x, weight[:, :7], bias, [1])),
            ("don't fit together", (linear, x, weight, bias[:3], [1])),
            ("must be finite", (linear, x * np.float32(np.nan), weight, bias, [1])),
            ("K, the inputs, must be 1 to 4096, not 4097", (linear, np.ones((1, 4097), np.float32), np.ones((1, 4097), np.float32), None, [1])),
            ("N, the outputs, must be 1 to 4096, not 5000", (linear, np.ones((1, 1), np.float32), np.ones((5000, 1), np.float32), None, [1])),
            ("no batch size", (linear, x, weight, bias, [])),
            ("1 to 1024 rows, not 0", (linear, x, weight, bias, [0, 1])),
            ("x has 4 rows, too few for a batch of 5", (linear, x, weight, bias, [5])),
            ("returned (1, 5) where (1, 6) was expected", (lambda x, w, b: linear(x, w, b)[:, :5], x, weight, bias, [1])),
            ("returned NoneType", (lambda x, w, b: None, x, weight, bias, [1])),
            ("returned float64 where float32", (lambda x, w, b: linear(x, w, b).astype(np.float64), x, weight, bias, [1])),
            ("returned NaN or infinity", (lambda x, w, b: linear(x, w, b) * np.float32(np.nan), x, weight, bias, [1])),
        ):
            with self.subTest(expected):
                self.assertIn(expected, self.sentence(*call))
        self.assertIn("threads must be 1 to 65536, not 0", self.sentence(linear, x, weight, bias, [1], threads=0))
        self.assertIn("time limit", self.sentence(linear, x, weight, bias, [1], time_limit=1e-9))


# A function that presses Ctrl-C, and again whenever the recorder prints or writes something after that.
IMPATIENT = """
import os, signal, sys
import record_orders as recorder

stopped = 0
linear, say, replace = recorder.numpy_linear, recorder.Progress.say, os.replace

def press():
    os.kill(os.getpid(), signal.SIGINT)

def stop(x, weight, bias):
    global stopped
    stopped += len(x) == 2
    if stopped > 20:
        press()
    return linear(x, weight, bias)

def say_and_stop(*args, **options):
    if stopped > 20:
        press()
    say(*args, **options)

def replace_and_stop(*args):
    press()
    replace(*args)

recorder.numpy_linear, recorder.Progress.say, os.replace = stop, say_and_stop, replace_and_stop
sys.exit(recorder.main(["--library", "numpy", "--in", "8", "--out", "3", "--batches", "1,2,4", "--output", "out.json"]))
"""


# The recorder as a script: Ctrl-C at the second batch size, and again while Python ends, when its own handler is gone.
IMPATIENT_TO_THE_END = f"""
import atexit, hashlib, os, runpy, signal, sys

batches, sha256 = 0, hashlib.sha256

def press(kill=os.kill, process=os.getpid(), sigint=signal.SIGINT):
    kill(process, sigint)

class Last:
    def __del__(self, press=press):
        press()

def sha256_and_stop(*args):
    global batches
    batches += 1
    if batches == 2:
        press()
    return sha256(*args)

hashlib.sha256, sys.last = sha256_and_stop, Last()
atexit.register(press)
sys.argv[1:] = ["--library", "numpy", "--in", "8", "--out", "3", "--batches", "1,2,4", "--output", "out.json"]
runpy.run_path({os.path.join(ROOT, "public", "record_orders.py")!r}, run_name="__main__")
"""


class CommandLine(unittest.TestCase):
    def run_it(self, *arguments):
        said, printed = io.StringIO(), io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(printed):
            code = recorder.main(arguments)
        return code, said.getvalue().strip(), printed.getvalue().strip()

    def test_refusals(self):
        with tempfile.TemporaryDirectory() as folder:
            for expected, arguments in (
                ("--library is one of torch, numpy, jax, tensorflow, onnxruntime, not keras", ["--library", "keras"]),
                ("K, the inputs, must be 1 to 4096, not 0", ["--in", "0"]),
                ("N, the outputs, must be 1 to 4096, not 4097", ["--out", "4097"]),
                ("A batch has 1 to 1024 rows, not 2000", ["--batches", "1,2000"]),
                ("--batches is a list such as 1,2,16, not '1,two'", ["--batches", "1,two"]),
                ("Unrecognized arguments: --row 1", ["--row", "1"]),
                ("--dtype is one of float32, tf32, bfloat16, float16, not int8", ["--dtype", "int8"]),
                ("--device is cpu or cuda, not tpu", ["--device", "tpu"]),
                ("are for torch and jax; numpy is recorded in float32 on the CPU", ["--dtype", "bfloat16"]),
                ("are for torch and jax; numpy is recorded in float32 on the CPU", ["--device", "cuda"]),
                ("--dtype tf32 needs --device cuda", ["--library", "torch", "--dtype", "tf32"]),
                ("--seed must be 0 to 2^32 - 1, not -1", ["--seed", "-1"]),
                ("--threads must be 1 to 65536, not 0", ["--threads", "0"]),
                ("--time-limit must be more than 0 seconds", ["--time-limit", "0"]),
                ("invalid int value: 'x'", ["--in", "x"]),
                ("Unrecognized arguments: --colour red", ["--colour", "red"]),
                ("there is no folder", ["--output", os.path.join(folder, "no", "such.json")]),
                ("can't be written", ["--output", folder]),
            ):
                with self.subTest(expected):
                    code, said, printed = self.run_it("--library", "numpy", *arguments)
                    self.assertEqual((code, printed), (2, ""))
                    self.assertIn(expected, said)
                    self.assertEqual(len(said.splitlines()), 1)

    def test_missing_torch(self):
        with unittest.mock.patch.dict(sys.modules, {"torch": None}):
            code, said, _ = self.run_it("--library", "torch")
        self.assertEqual(code, 2)
        self.assertIn("PyTorch can't be imported here", said)

    def test_a_recording_of_numpy(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "out.json")
            code, _, printed = self.run_it("--library", "numpy", "--in", "33", "--out", "17", "--batches", "5,1", "--no-bias", "--output", path)
            self.assertEqual((code, printed), (0, f"{path}: 2 of 2 batch sizes, 102 of 102 outputs equal to the bit."))
            with open(path, encoding="utf-8") as file:
                recording = json.load(file)
        self.assertEqual(recording["data"], {"source": "torch.manual_seed", "seed": 72, "batch": 5, "uniform": "fused"})
        self.assertEqual(recording["operation"]["bias"], False)
        self.assertEqual([digest["batch"] for digest in recording["digests"]], [1, 5])

    def test_a_recording_without_some_batch_sizes(self):
        scaled = lambda x, w, b: np.float32(len(x) % 2 + 0.5) * (x @ w.T + b)  # noqa: E731
        good = layer_of(in_sequence([*range(8), "b"]))
        with tempfile.TemporaryDirectory() as folder, unittest.mock.patch.object(
            recorder, "numpy_linear", lambda x, w, b: (good if len(x) == 2 else scaled)(x, w, b)
        ):
            path = os.path.join(folder, "out.json")
            code, said, printed = self.run_it("--library", "numpy", "--in", "8", "--out", "3", "--batches", "1,2,4", "--output", path)
        self.assertEqual((code, printed), (1, f"{path}: 1 of 3 batch sizes, 6 of 6 outputs equal to the bit."))
        self.assertIn("batch 1 is not written", said)
        self.assertIn("batch 4 is not written", said)

    def test_stopping_keeps_what_is_finished(self):
        sum_of = layer_of(in_sequence([*range(8), "b"]))
        batches = []

        def stopped_by_hand(x, weight, bias):
            batches.append(len(x))
            if batches.count(2) > 20:
                raise KeyboardInterrupt
            return sum_of(x, weight, bias)

        recording, said = recorded(stopped_by_hand)
        self.assertEqual([output["batch"] for output in recording["outputs"]], [1])
        self.assertIn("stopped by hand; batch sizes that are finished are kept", said)

    def run_and_interrupt(self, code, folder):
        """Runs a Python script that interrupts itself; returns its output."""
        path = os.pathsep.join([os.path.join(ROOT, "public"), ROOT])
        ended = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True, timeout=60,
        )
        return ended.returncode, ended.stdout, ended.stderr

    def test_a_second_stop_while_the_first_is_handled_loses_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            code, printed, said = self.run_and_interrupt(IMPATIENT, folder)
            self.assertEqual((code, printed), (1, "out.json: 1 of 3 batch sizes, 3 of 3 outputs equal to the bit.\n"), said)
            self.assertIn("stopped by hand; batch sizes that are finished are kept", said)
            with open(os.path.join(folder, "out.json"), encoding="utf-8") as file:
                recording = json.load(file)
            self.assertEqual([output["batch"] for output in recording["outputs"]], [1])
            self.assertEqual({kernel["batch"] for kernel in recording["kernels"]}, {1})
            self.assertEqual(os.listdir(folder), ["out.json"])

    def test_more_stops_while_the_script_ends_change_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            code, printed, said = self.run_and_interrupt(IMPATIENT_TO_THE_END, folder)
            self.assertEqual((code, printed), (1, "out.json: 1 of 3 batch sizes, 3 of 3 outputs equal to the bit.\n"), said)
            self.assertTrue(said.endswith("stopped by hand; batch sizes that are finished are kept.\n"), said)

    def test_a_stop_before_anything_is_finished(self):
        with tempfile.TemporaryDirectory() as folder:
            code, printed, said = self.run_and_interrupt(IMPATIENT.replace("len(x) == 2", "len(x) == 1"), folder)
            self.assertEqual((code, printed), (2, ""))
            self.assertEqual(said.splitlines()[-2:], ["stopped by hand; no batch size is finished.", "There is nothing to write: stopped by hand."])
            self.assertEqual(os.listdir(folder), [])

    def test_a_file_is_replaced_whole_or_not_at_all(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "out.json")
            recorder.save({"kernels": []}, path)
            with open(path, encoding="utf-8") as file:
                good = file.read()
            self.assertEqual(json.loads(good), {"kernels": []})
            with unittest.mock.patch.object(os, "replace", side_effect=OSError(28, "No space left on device")):
                with self.assertRaisesRegex(recorder.Refused, "out.json can't be written: No space left on device."):
                    recorder.save({"kernels": [1]}, path)
            with open(path, encoding="utf-8") as file:
                self.assertEqual(file.read(), good)
            self.assertEqual(os.listdir(folder), ["out.json"])

    def test_a_function_that_fails_at_one_batch_size(self):
        good = layer_of(in_sequence([*range(8), "b"]))

        def small_only(x, weight, bias):
            if len(x) == 4:
                raise ValueError("no more\nthan 2 rows")
            return good(x, weight, bias)

        recording, said = recorded(small_only, rows=8, batches=[1, 2, 4, 8])
        self.assertEqual([output["batch"] for output in recording["outputs"]], [1, 2, 8])
        self.assertIn("batch 4 is not written: the function failed: ValueError: no more than 2 rows.\n", said)
        self.assertEqual(len(recording["kernels"]), 3)

    def test_a_function_that_returns_something_else_at_one_batch_size(self):
        good = layer_of(in_sequence([*range(8), "b"]))
        recording, said = recorded(lambda x, w, b: good(x, w, b)[:1], batches=[1, 2])
        self.assertEqual([output["batch"] for output in recording["outputs"]], [1])
        self.assertIn("batch 2 is not written: the function returned (1, 6) where (2, 6) was expected.", said)


class Arithmetic(unittest.TestCase):
    def test_all_rows_and_outputs_at_once_in_blocks(self):
        rng = random.Random(10)
        for trial in range(40):
            products, bias = rng.randrange(1, 30), rng.random() < 0.5
            order = random_order([*range(products), *(["b"] if bias else [])], rng)
            tree = tree_of(order, products, bias)
            x, weight, b = numbers(7, products, 5, bias)
            expected = recorder.bits(layer_of(order)(x, weight, b))
            for sums, memory in ((2**16, 2**26), (1, 2**26), (3, 2**26), (11, 2**26), (2**16, 500), (2**16, 1)):
                with unittest.mock.patch.multiple(recorder, BLOCK_SUMS=sums, BLOCK_BYTES=memory):
                    got = recorder.bits(tree.evaluate(x, np.ascontiguousarray(weight.T), b))
                self.assertEqual(got.tolist(), expected.tolist(), (order, sums, memory))

    def test_memory_of_a_replay(self):
        # Sums of two are all made before any is used: 2048 of them wait.
        tree = recorder.Tree(4096, False)
        nodes = list(range(4096))
        while len(nodes) > 1:
            nodes = [tree.join(left, right, False) for left, right in zip(nodes[::2], nodes[1::2])]
        x, weight, _ = numbers(64, 4096, 256, False)
        by_product = np.ascontiguousarray(weight.T)
        tracemalloc.start()
        try:
            sums = tree.evaluate(x, by_product, None)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        self.assertLess(most, 72 * 2**20)
        halves = x[:2, :, None] * by_product
        while halves.shape[1] > 1:
            halves = halves[:, ::2] + halves[:, 1::2]
        self.assertEqual(recorder.bits(sums[:2]).tolist(), recorder.bits(halves[:, 0]).tolist())

    def test_fused_multiply_add_near_the_smallest_numbers(self):
        rng = np.random.RandomState(6)
        x, w = (rng.standard_normal(3000).astype(np.float32) * np.exp2(rng.randint(-74, -54, 3000)).astype(np.float32) for _ in range(2))
        total = (rng.standard_normal(3000) * np.exp2(rng.randint(-152, -120, 3000))).astype(np.float32)
        total[:500] = 0
        # Halfway between two of the smallest numbers, and a little above or below it.
        x[:300], w[:300] = np.float32(2.0**-75), np.float32(2.0**-75) * (1 + rng.randint(-2, 3, 300).astype(np.float32) * np.float32(2.0**-23))
        total[:150] = rng.randint(-5, 6, 150).astype(np.float32) * np.float32(2.0**-149)
        got = recorder.fused_multiply_add(x, w, total)
        for a, b, c, y in zip(x, w, total, got):
            exact = Fraction(float(a)) * Fraction(float(b)) + Fraction(float(c))
            self.assertEqual(y, nearest_float32(exact), (a, b, c))

    def test_fused_multiply_add_against_exact_fractions(self):
        rng = np.random.RandomState(5)
        x, w = (rng.standard_normal(4000).astype(np.float32) for _ in range(2))
        total = rng.standard_normal(4000).astype(np.float32) * np.exp2(rng.randint(-30, 30, 4000)).astype(np.float32)
        # Hard cases: x * w = 2^-24 * (1 - a^2 * 2^-46) is just below half an ulp of the total, closer than float64 can tell.
        a = rng.randint(1, 2**8, 2000) * 2.0**-23
        x[:2000] = 1 + a
        w[:2000] = 2.0**-24 * (1 - a)
        total[:2000] = 1 + rng.randint(0, 2**23, 2000) * 2.0**-23
        total[:1000] *= -1
        got = recorder.fused_multiply_add(x, w, total)
        twice_rounded = (x.astype(np.float64) * w.astype(np.float64) + total.astype(np.float64)).astype(np.float32)
        self.assertTrue((got != twice_rounded).any(), "the cases are too easy")
        for a, b, c, y in zip(x, w, total, got):
            exact = Fraction(float(a)) * Fraction(float(b)) + Fraction(float(c))
            self.assertEqual(y, nearest_float32(exact), (a, b, c))

    def test_the_numbers_of_torch_manual_seed(self):
        with open(os.path.join(ROOT, "src", "linear", "fixtures", "torch-data.json"), encoding="utf-8") as file:
            cases = json.load(file)["cases"]
        self.assertGreater(len(cases), 10)
        for case in cases:
            drawn = recorder.torch_numbers(case["seed"], case["inFeatures"], case["outFeatures"], case["rows"], case["uniform"])
            for name in ("weight", "bias", "x"):
                got = hashlib.sha256(np.ascontiguousarray(getattr(drawn, name), dtype="<f4").tobytes()).hexdigest()
                self.assertEqual(got, case[name]["sha256"], (name, case["seed"], case["uniform"]))


def fields_of(message):
    """The fields of a Protocol Buffers message, in their order: (number, integer or bytes)."""

    def varint():
        nonlocal message
        number = shift = 0
        while True:
            byte, message = message[0], message[1:]
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return number

    fields = []
    while message:
        tag = varint()
        value = varint()
        if tag & 7 == 2:
            value, message = message[:value], message[value:]
        fields.append((tag >> 3, value))
    return fields


class Gemm:
    """Runs a model of one Gemm as ONNX Runtime would, read from its bytes by the numbers of onnx.proto."""

    def __init__(self, model, options, providers):
        assert options.intra_op_num_threads == 1 and providers == ["CPUExecutionProvider"]
        parts = dict(fields_of(model))
        assert parts[1] == 8 and fields_of(parts[8]) == [(1, b""), (2, 13)]
        graph = fields_of(parts[7])
        node = fields_of(dict(graph)[1])
        assert [value for number, value in node if number == 4] == [b"Gemm"]
        assert [fields_of(value) for number, value in node if number == 5] == [[(1, b"transB"), (3, 1), (20, 2)]]
        self.inputs = [value.decode() for number, value in node if number == 1]
        self.constants = {}
        for tensor in (fields_of(value) for number, value in graph if number == 5):
            assert (2, 1) in tensor
            shape = [value for number, value in tensor if number == 1]
            self.constants[dict(tensor)[8].decode()] = np.frombuffer(dict(tensor)[9], dtype="<f4").reshape(shape)
        for number, name, columns in ((11, b"x", 1), (12, b"y", 0)):
            (value,) = [fields_of(value) for field, value in graph if field == number]
            shape = [(1, b"\x12\x04rows"), (1, b"\x08" + bytes([self.constants["w"].shape[columns]]))]
            assert value[0] == (1, name)
            kind = dict(fields_of(dict(fields_of(value[1][1]))[1]))
            assert kind[1] == 1 and fields_of(kind[2]) == shape

    def run(self, _, feeds):
        given = {**self.constants, **feeds}
        x, weight, bias = ([given[name] for name in self.inputs] + [None])[:3]
        return [recorder.numpy_linear(x, weight, bias)]


class Tensor:
    """What TensorFlow returns: an array that becomes NumPy's when asked."""

    def __init__(self, values):
        self.values = values

    def __add__(self, other):
        return Tensor(self.values + other)

    def numpy(self):
        return self.values


class OtherLibraries(unittest.TestCase):
    """None of them has to be here: fakes with their names, which compute with NumPy, stand in for them."""

    def setUp(self):
        self.given = []  # processors that the process was given

    def recorded_by(self, name, *options, **modules):
        with contextlib.ExitStack() as patches:
            patches.enter_context(unittest.mock.patch.dict(sys.modules, modules))
            patches.enter_context(unittest.mock.patch.dict(os.environ))
            affinity = {"sched_getaffinity": lambda _: {0, 3}, "sched_setaffinity": lambda _, processors: self.given.append(processors)}
            patches.enter_context(unittest.mock.patch.multiple(os, create=True, **affinity))
            said, printed = patches.enter_context(contextlib.redirect_stderr(io.StringIO())), patches.enter_context(contextlib.redirect_stdout(io.StringIO()))
            folder = patches.enter_context(tempfile.TemporaryDirectory())
            path = os.path.join(folder, "out.json")
            code = recorder.main(["--library", name, "--in", "9", "--out", "5", "--batches", "1,3", "--output", path, *options])
            if code == 0:
                with open(path, encoding="utf-8") as file:
                    return json.load(file), printed.getvalue()
            return code, said.getvalue()

    def check(self, name, library, note, **modules):
        for options in ([], ["--no-bias"]):
            recording, printed = self.recorded_by(name, *options, **modules)
            self.assertTrue(printed.endswith("2 of 2 batch sizes, 20 of 20 outputs equal to the bit.\n"))
            self.assertEqual(recording["library"], library)
            self.assertIn(note, recording["machine"]["note"])
            x, weight, bias = recorder.torch_numbers(72, 9, 5, 3, "fused")
            expected = recorder.numpy_linear(x, weight, None if options else bias)
            self.assertEqual(recording["digests"][1]["sha256"], hashlib.sha256(expected.astype("<f4").tobytes()).hexdigest())

    def test_jax(self):
        jax, jaxlib = types.SimpleNamespace(__version__="0.1", jit=lambda function: function), types.SimpleNamespace(__version__="0.2")
        library = {"name": "JAX", "version": "0.1", "backend": "XLA of jaxlib 0.2, jax.jit"}
        self.check("jax", library, "1 processor, arrays handed over in every call", jax=jax, jaxlib=jaxlib)
        self.assertEqual(self.given, [[0], [0]])
        recording, _ = self.recorded_by("jax", "--threads", "2", jax=jax, jaxlib=jaxlib)
        self.assertEqual((self.given, recording["machine"]["threads"]), ([[0], [0]], 2))
        code, said = self.recorded_by("jax", "--threads", "3", jax=jax, jaxlib=jaxlib)
        self.assertEqual((code, said), (2, "JAX runs a thread for each processor, here 2, so --threads 3 can't be had.\n"))

    def test_tensorflow(self):
        asked = []
        tensorflow = types.SimpleNamespace(
            __version__="2.0",
            config=types.SimpleNamespace(
                set_visible_devices=lambda *_: None,
                threading=types.SimpleNamespace(set_intra_op_parallelism_threads=asked.append, set_inter_op_parallelism_threads=asked.append),
            ),
            linalg=types.SimpleNamespace(matmul=lambda x, weight, transpose_b: Tensor(x @ weight.T)),
        )
        library = {"name": "TensorFlow", "version": "2.0", "backend": "tf.linalg.matmul and +, eager, on the CPU"}
        self.check("tensorflow", library, "arrays handed over in every call", tensorflow=tensorflow)
        self.assertEqual(asked, [1, 1, 1, 1])

    def test_onnx_runtime(self):
        onnxruntime = types.SimpleNamespace(__version__="1.0", SessionOptions=types.SimpleNamespace, InferenceSession=Gemm)
        library = {"name": "ONNX Runtime", "version": "1.0", "backend": "CPUExecutionProvider, Gemm with constant weights"}
        self.check("onnxruntime", library, "a session for each set of weights", onnxruntime=onnxruntime)

    def test_what_is_not_here(self):
        for name, called in (("jax", "JAX"), ("tensorflow", "TensorFlow"), ("onnxruntime", "ONNX Runtime")):
            code, said = self.recorded_by(name, **{name: None})
            self.assertEqual(code, 2)
            self.assertRegex(said, rf"^{called} can't be imported here \(.*\); install it, or use --library numpy\.\n$")


@unittest.skipIf(torch is None, "needs PyTorch")
class PyTorch(unittest.TestCase):
    def test_its_linear_layer(self):
        for bias in ([], ["--no-bias"]):
            with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
                path = os.path.join(folder, "out.json")
                code = recorder.main(["--in", "65", "--out", "19", "--seed", "3", "--batches", "1,2,7,33", "--output", path, *bias])
                with open(path, encoding="utf-8") as file:
                    recording = json.load(file)
            self.assertEqual(code, 0)
            self.assertEqual([digest["batch"] for digest in recording["digests"]], [1, 2, 7, 33])
            self.assertEqual((recording["data"]["source"], recording["data"]["seed"]), ("torch.manual_seed", 3))
            self.assertEqual(recording["library"]["name"], "PyTorch")

    def test_its_linear_layer_in_bfloat16(self):
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()) as said, contextlib.redirect_stdout(io.StringIO()):
            path = os.path.join(folder, "out.json")
            code = recorder.main(["--in", "33", "--out", "9", "--batches", "1,5", "--dtype", "bfloat16", "--kernels", "--output", path])
            self.assertEqual(code, 0, said.getvalue())
            with open(path, encoding="utf-8") as file:
                recording = json.load(file)
        self.assertRegex(said.getvalue(), r"(?m)^batch 5 runs .*aten::linear")
        self.assertEqual(recording["operation"]["dtype"], "bfloat16")
        self.assertNotIn("output", recording["operation"])
        self.assertEqual(recording["data"], {"source": "torch.manual_seed", "seed": 72, "batch": 5, "uniform": recording["data"]["uniform"]})
        x, weight, bias = recorder.torch_numbers(72, 33, 9, 5, recording["data"]["uniform"]).each(lambda array: torch.from_numpy(array).bfloat16())
        returned = torch.nn.functional.linear(x, weight, bias).float().numpy()
        self.assertEqual(recording["digests"][1]["sha256"], hashlib.sha256(returned.astype("<f4").tobytes()).hexdigest())

    def test_a_device_that_is_not_there(self):
        if not torch.cuda.is_available():
            with contextlib.redirect_stderr(io.StringIO()) as said:
                self.assertEqual(recorder.main(["--device", "cuda", "--output", os.devnull]), 2)
            self.assertEqual(said.getvalue(), "PyTorch sees no GPU here: torch.cuda.is_available() is False.\n")

    def test_a_layer_of_the_readers_own_in_bfloat16(self):
        torch.manual_seed(2)
        module, x = torch.nn.Linear(12, 7).bfloat16(), torch.randn(4, 12).bfloat16()
        recording = recorder.record_module(module, x, quiet=True)
        self.assertEqual((recording["operation"]["dtype"], recording["data"]["source"]), ("bfloat16", "inline"))
        self.assertEqual(recording["data"]["weight"], recorder.base64_of(module.weight.detach().float().numpy()))

    def test_a_layer_of_the_readers_own(self):
        torch.manual_seed(1)
        module, x = torch.nn.Linear(12, 7), torch.randn(6, 12)
        recording = recorder.record_module(module, x, quiet=True)
        self.assertEqual([output["batch"] for output in recording["outputs"]], [1, 2, 4])
        self.assertEqual(recording["data"]["source"], "inline")
        self.assertEqual(recording["data"]["weight"], recorder.base64_of(module.weight.detach().numpy()))
        self.assertEqual(recording["outputs"][2]["bits"], recorder.base64_of(module(x[:4]).detach().numpy()[0]))
        with self.assertRaisesRegex(recorder.Refused, "takes a torch.nn.Linear"):
            recorder.record_module(torch.nn.ReLU(), x)


if __name__ == "__main__":
    unittest.main()
