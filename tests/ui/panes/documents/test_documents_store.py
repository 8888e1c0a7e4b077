"""What the pane reads of the real store: one look at documents, articles and places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

from govdesk.jobs import CancelToken
from govdesk.knowledge.model import ParsedDocument, ParsedPassage, Role
from govdesk.knowledge.store import Store
from govdesk.paths import Resources
from govdesk.ui.panes.documents.holdings import look
from tests.ui.panes.documents.conftest import TODAY, desk_with


def read(paths: Sequence[Path]) -> Iterator[tuple[Path, ParsedDocument]]:
    """A statute of two articles, the second cut into two parts."""
    parts = (("제1조", ""), ("제2조", "제1항"), ("제2조", "제2항"))
    passages = tuple(ParsedPassage(Role.ARTICLE, f"{name}의 글{place}", name, place=place) for name, place in parts)
    for path in paths:
        yield path, ParsedDocument("가로수 돌봄 지침", "훈령", passages, series="000001", is_statute=True)


def test_a_look_counts_articles_once_and_knows_the_file(tmp_path: Path) -> None:
    file = tmp_path / "in" / "지침.md"
    file.parent.mkdir()
    file.write_text("지어낸 글", encoding="utf-8")
    resources = Resources(tmp_path / "resources")
    store = Store.open(tmp_path / "index", tmp_path / "lock", write=True, resources=resources, read_many=read)
    try:
        for _event in store.import_paths([file], None, CancelToken(), words_only=True):
            pass
        desk = desk_with(store, tmp_path)  # type: ignore[arg-type]
        assert isinstance(desk, SimpleNamespace)
        held = look(desk, TODAY)  # type: ignore[arg-type]
        identity = store.documents()[0].id
        assert [(row.title, row.size) for row in held.rows] == [("가로수 돌봄 지침", "2조")]
        assert store.origins() == {identity: str(file)}
        assert held.used > 0
        assert held.vectors == (0, 3)
        again = look(desk, TODAY, {identity: 7})  # type: ignore[arg-type]
        assert again.rows[0].size == "7조"
    finally:
        store.close()
