"""The embedder that is shipped, and the place for another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from govdesk.errors import EmbedderRefused
from govdesk.jobs import Cancelled, CancelToken
from govdesk.knowledge.embed import CONFIG, STATIC, VECTORS, VOCABULARY, Embedders, StaticEmbedder, query_vector
from govdesk.knowledge.model_folder import MOST_FILES, check
from govdesk.knowledge.store import Store
from govdesk.messages import text_of
from govdesk.paths import install_root
from tests.knowledge.conftest import ask, manual, take_in

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
    assert Embedders(tmp_path / "없음").wanted() is None
    assert Embedders(tmp_path).wanted() is None


# -- a model that the office has put in -----------------------------------------------------------------------------

MODULES = [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"}]


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """A folder that looks right from outside."""
    folder = tmp_path / "모델 폴더" / "가나 모델"
    folder.mkdir(parents=True)
    (folder / "modules.json").write_text(json.dumps(MODULES), encoding="utf-8")
    (folder / "config.json").write_text("{}", encoding="utf-8")
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    (folder / "model.safetensors").write_bytes(b"x")
    return folder


def spoil_pickle(folder: Path) -> None:
    (folder / "pytorch_model.bin").write_bytes(b"x")


def spoil_code(folder: Path) -> None:
    (folder / "modeling_own.py").write_text("raise SystemExit", encoding="utf-8")


def spoil_auto_map(folder: Path) -> None:
    (folder / "config.json").write_text('{"auto_map": {"AutoModel": "own.Model"}}', encoding="utf-8")


def spoil_module(folder: Path) -> None:
    (folder / "modules.json").write_text(json.dumps([{"type": "os.system"}]), encoding="utf-8")


def spoil_weights(folder: Path) -> None:
    (folder / "model.safetensors").unlink()


def spoil_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def spoil_by_number(folder: Path) -> None:
    for number in range(MOST_FILES + 1):
        (folder / f"{number}.txt").touch()


def spoil_json(folder: Path) -> None:
    (folder / "modules.json").write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (spoil_pickle, "pickle"),
        (spoil_code, "code"),
        (spoil_auto_map, "code"),
        (spoil_module, "code"),
        (spoil_weights, "weights"),
        (spoil_tokenizer, "tokenizer"),
        (spoil_json, "damaged"),
        (spoil_by_number, "damaged"),
    ],
)
def test_a_folder_that_may_not_be_loaded_is_refused_with_its_reason(brought: Path, spoil, reason: str) -> None:  # type: ignore[no-untyped-def]
    check(brought)
    spoil(brought)
    with pytest.raises(EmbedderRefused) as caught:
        check(brought)
    assert caught.value.reason == reason


def test_a_refused_model_leaves_the_shipped_one_and_says_why(brought: Path) -> None:
    spoil_pickle(brought)
    shutil.copytree(MODELS / STATIC, brought.parent / STATIC)
    embedders = Embedders(brought.parent)
    found = embedders.wanted()
    assert isinstance(found, StaticEmbedder)
    assert embedders.refused is not None
    assert "가나 모델" in str(text_of(embedders.refused))
    assert Embedders(brought.parent, own=False).wanted() is not None


class Other:
    """An embedder of another dimension, in place of the library."""

    id = "가나-1"
    dimension = 4

    def __init__(self, _folder: Path) -> None:
        pass

    def encode(self, texts: Sequence[str], words: Sequence[Sequence[str]]) -> Any:
        import numpy as np

        found = np.array([[1.0, "술" in text, "등불" in text, 0.5] for text in texts], np.float32)
        return found / np.linalg.norm(found, axis=1, keepdims=True)


@pytest.fixture
def other(brought: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("govdesk.knowledge.embed_transformer.TransformerEmbedder", Other)
    shutil.copytree(MODELS / STATIC, brought.parent / STATIC)
    return brought.parent


def build(store: Store) -> None:
    for _ in store.build_vectors(CancelToken()):
        pass


def test_another_model_serves_once_all_its_vectors_are_there(store: Store, tmp_path: Path, other: Path) -> None:
    manual(tmp_path / "자료", "등대 지침.md", {"등불": "등불을 닦는다.", "술": "술을 마시지 않는다."})
    take_in(store, tmp_path / "자료", words_only=False)
    shipped = store._index.note("embedder")
    store._searcher.embedders = Embedders(other)
    store.use_own_embedder(True)
    assert store.index_due()
    cut_off(store)
    assert store._index.note("embedder") == shipped
    assert "meaning" in store.search(ask("음주")).hits[0].features
    build(store)
    assert store._index.note("embedder") == Other.id
    assert not store.index_due()
    assert store.vectors_done() == (2, 2)
    assert store.search(ask("술")).hits[0].passage.heading == "술"
    store.use_own_embedder(False)
    build(store)
    assert store._index.note("embedder") == shipped
    assert store._searcher.embedder() is not None


def cut_off(store: Store) -> None:
    """Stop before the first batch is written."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        list(store.build_vectors(token))


def test_a_real_sentence_transformers_folder_plugs_in(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers", minversion="6.0")
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    from govdesk.knowledge.embed_transformer import TransformerEmbedder

    tokenizer = Tokenizer(WordLevel({"[UNK]": 0, "휴가": 1, "신청": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    folder = tmp_path / "한글 경로" / "작은 모델"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=6)], device="cpu").save(str(folder))
    embedder = TransformerEmbedder(folder)
    found = embedder.encode(["휴가 신청", "휴가"], [[], []])
    assert found.shape == (2, embedder.dimension) == (2, 6)
    (next(folder.rglob("model.safetensors"))).write_bytes(b"damaged")
    with pytest.raises(EmbedderRefused):
        TransformerEmbedder(folder).encode(["휴가"], [[]])
