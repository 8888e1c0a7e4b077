"""The embedder that is shipped, and the place for another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govdesk.knowledge.embed import CONFIG, STATIC, VECTORS, VOCABULARY, StaticEmbedder, find_embedder, query_vector
from govdesk.knowledge.embed_transformer import usable
from govdesk.paths import install_root

MODELS = install_root() / "models"


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder(MODELS / STATIC)


def near(embedder: StaticEmbedder, one: str, other: str) -> float:
    left, right = embedder.of_bags([{one: 1}, {other: 1}])
    return float(left @ right)


def test_texts_become_unit_vectors(embedder: StaticEmbedder) -> None:
    import numpy as np

    found = embedder.encode(["", ""], [["휴가/NNG", "휴가/NNG", "신청/NNG"], ["없는말없는말/NNG"]])
    assert found.shape == (2, embedder.dimension)
    assert found.dtype == np.float32
    assert np.linalg.norm(found[0]) == pytest.approx(1.0, abs=1e-4)
    assert np.linalg.norm(found[1]) == 0.0


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [
        ("월급/NNG", "봉급/NNG", "안개/NNG"),
        ("벌금/NNG", "과태료/NNG", "나팔/NNG"),
        ("뇌물/NNG", "금품/NNG", "등대/NNG"),
        ("휴가/NNG", "연가/NNG", "기름/NNG"),
    ],
)
def test_words_of_like_meaning_lie_near(embedder: StaticEmbedder, word: str, like: str, unlike: str) -> None:
    assert near(embedder, word, like) > near(embedder, word, unlike) + 0.15


def test_a_word_of_the_thesaurus_turns_the_question(embedder: StaticEmbedder) -> None:
    plain = query_vector(embedder, "", ["연차/NNG"], [])
    turned = query_vector(embedder, "", ["연차/NNG"], [("연가/NNG", 0.5)])
    target = embedder.of_bags([{"연가/NNG": 1}])[0]
    assert float(turned @ target) > float(plain @ target)


def test_the_shipped_embedder_is_small_enough_for_every_installer() -> None:
    assert sum(path.stat().st_size for path in (MODELS / STATIC).iterdir()) < 16_000_000


def test_vectors_without_their_vocabulary_are_refused(tmp_path: Path) -> None:
    for name in (VECTORS, CONFIG):
        (tmp_path / name).write_bytes((MODELS / STATIC / name).read_bytes())
    (tmp_path / VOCABULARY).write_text("하나/NR\n", encoding="utf-8")
    with pytest.raises(ValueError, match="do not match"):
        StaticEmbedder(tmp_path)


def test_without_any_embedder_there_are_words_alone(tmp_path: Path) -> None:
    assert find_embedder(tmp_path / "없음") is None
    assert find_embedder(tmp_path) is None


def test_a_pickled_model_is_not_usable(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text(json.dumps([]), encoding="utf-8")
    (tmp_path / "pytorch_model.bin").write_bytes(b"x")
    assert not usable(tmp_path)
