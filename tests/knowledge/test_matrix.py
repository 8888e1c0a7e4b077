"""Vectors of a byte a component against float32."""

import numpy as np  # noqa: TID253

from govdesk.knowledge.matrix import ROWS, Matrix


def test_products_are_those_of_float32():
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(ROWS + 10, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    matrix = Matrix(len(vectors), 64)
    matrix.put(np.arange(len(vectors)), vectors.astype(np.float16))
    exact = vectors @ vectors[7]
    assert np.abs(matrix.dot(vectors[7]) - exact).max() < 0.005


def test_rows_never_put_have_no_likeness():
    matrix = Matrix(3, 4)
    matrix.put(np.array([1]), np.array([[1.0, 0, 0, 0]], np.float16))
    assert matrix.dot(np.array([1, 0, 0, 0], np.float32)).tolist() == [0.0, 1.0, 0.0]
