"""The learned order: its file, and reasons that add up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govdesk.knowledge.features import NAMES
from govdesk.knowledge.ranker import FILE, FOLDER, Ranker, find_ranker
from govdesk.paths import install_root


@pytest.fixture(scope="module")
def ranker() -> Ranker:
    return Ranker.load(install_root() / "models" / FOLDER / FILE)


def test_what_the_features_add_is_the_score(ranker: Ranker) -> None:
    import numpy as np

    rows = np.random.default_rng(1).uniform(0, 1, (6, len(NAMES))).astype(np.float32)
    scores = ranker.scores(rows)
    assert len(set(scores.tolist())) > 1
    for row, score in zip(rows, scores, strict=True):
        assert sum(ranker.reasons(row).values()) == pytest.approx(float(score), abs=0.1)


def test_better_evidence_scores_higher(ranker: Ranker) -> None:
    import numpy as np

    rows = np.zeros((2, len(NAMES)), np.float32)
    rows[:, NAMES.index("said")] = 0.15
    for name in ("words", "morphemes", "meaning", "words_rank", "morphemes_rank", "meaning_rank"):
        rows[1, NAMES.index(name)] = 1.0
    low, high = ranker.scores(rows)
    assert high > low + 1


def test_a_file_of_other_features_is_not_used(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / FILE).write_text(json.dumps({"features": ["a"], "depth": 1, "trees": []}), encoding="utf-8")
    assert find_ranker(tmp_path) is None
    assert find_ranker(tmp_path / "없음") is None
