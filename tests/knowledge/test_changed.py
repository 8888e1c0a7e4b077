"""What an update did to marked places."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from govdesk.knowledge.changed import Fate, fates, text_at
from govdesk.knowledge.model import Collection, Document, DocumentId, Passage, Role

DOCUMENT = Document(DocumentId("d"), "s", "등대법", "법률", Collection.STATUTES, "", None)


@dataclass(frozen=True)
class Mark:
    section: str
    place: str
    digest: str
    series: str = "s"


def passages(**texts: str) -> list[Passage]:
    return [
        Passage(f"d-{number}", DOCUMENT.id, number, Role.ARTICLE, name, "", (), "", text)
        for number, (name, text) in enumerate(texts.items())
    ]


NOW = passages(제1조="① 등을 켠다.\n1. 저녁\n② 끈다.", 제2조="삭제 <2020.1.1>", 제3조="유리를 닦는다.")


@pytest.mark.parametrize(
    ("mark", "fate", "section"),
    [
        (Mark("제1조", "제2항", "② 끈다."), Fate.SAME, "제1조"),
        (Mark("제1조", "제2항", "② 천천히 끈다."), Fate.CHANGED, "제1조"),
        (Mark("제1조", "제3항", "③ 쉰다."), Fate.GONE, "제1조"),
        (Mark("제2조", "", "휴무는 두 번이다."), Fate.GONE, "제2조"),
        (Mark("제2조", "", "유리를 닦는다."), Fate.MOVED, "제3조"),
        (Mark("제9조", "", "없다"), Fate.GONE, "제9조"),
        (Mark("제1조", "", "x", series="다른 것"), Fate.NOT_IN_STORE, ""),
    ],
)
def test_the_fate_of_a_mark(mark: Mark, fate: Fate, section: str) -> None:
    documents = {"s": DOCUMENT}
    ((_, found),) = fates([mark], documents.get, lambda _one: NOW, lambda text: text)
    assert (found.fate, found.section) == (fate, section)


def test_the_words_of_a_place_hold_what_stands_below_it() -> None:
    assert text_at(NOW, "제1조", "제1항") == "① 등을 켠다.\n1. 저녁"
    assert text_at(NOW, "제1조", "제5항") is None
    assert text_at(NOW, "제5조", "") is None


def test_each_document_is_read_once() -> None:
    read: list[Document] = []

    def read_of(one: Document) -> list[Passage]:
        read.append(one)
        return NOW

    marks = [Mark("제1조", "", "x"), Mark("제3조", "", "y")]
    fates(marks, {"s": DOCUMENT}.get, read_of, lambda text: text)
    assert len(read) == 1
