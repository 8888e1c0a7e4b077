"""A store in a folder with Hangul and spaces, filled with invented documents and read in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from govdesk.errors import FileError
from govdesk.jobs import CancelToken, Finished
from govdesk.knowledge.model import Collection, ImportReport, ParsedDocument, Query
from govdesk.knowledge.readers.registry import read
from govdesk.knowledge.store import Store
from govdesk.paths import Resources, resources
from govdesk.text.morphemes import Morphemes

TODAY = date(2026, 6, 8)


def read_here(paths: Sequence[Path]) -> Iterator[tuple[Path, ParsedDocument | FileError]]:
    """Read in this process: a child process a test would only cost time."""
    for path in paths:
        try:
            yield path, read(path)
        except FileError as error:
            yield path, error


@pytest.fixture(scope="session")
def morphemes() -> Morphemes:
    return Morphemes()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "한글 경로 (1)"


Opener = Callable[..., Store]


@pytest.fixture
def opened(home: Path, morphemes: Morphemes) -> Iterator[Opener]:
    """Opens the store of `home`; every store is closed at the end."""
    stores: list[Store] = []

    def make(*, write: bool = True, **named: object) -> Store:
        named.setdefault("read_many", read_here)
        store = Store.open(
            home / "index",
            home / "writer.lock",
            write=write,
            resources=Resources(resources()),
            morphemes=morphemes,
            **named,  # type: ignore[arg-type]
        )
        stores.append(store)
        return store

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Opener) -> Store:
    return opened()


def take_in(store: Store, *paths: Path, collection: Collection | None = None, words_only: bool = True) -> ImportReport:
    """Import and return the report."""
    events = list(store.import_paths(paths, collection, CancelToken(), words_only=words_only))
    last = events[-1]
    assert isinstance(last, Finished)
    assert isinstance(last.value, ImportReport)
    return last.value


def ask(text: str, **named: object) -> Query:
    return Query(text, as_of=named.pop("as_of", TODAY), **named)  # type: ignore[arg-type]


def titles(store: Store, text: str, **named: object) -> list[str]:
    """Titles of the documents a ranked search finds, best first, each once."""
    return list(dict.fromkeys(hit.document.title for hit in store.search(ask(text, **named)).hits))


def statute(
    folder: Path,
    title: str,
    *,
    identity: str = "900001",
    effective: str = "2024-01-01",
    promulgated: str = "2023-12-01",
    number: str = "00001",
    name: str = "법률.md",
    articles: dict[str, str] | None = None,
    supplement: str = "이 법은 공포한 날부터 시행한다.",
) -> Path:
    """Write an invented statute in Markdown below `folder` and return its path."""
    body = articles or {"제1조 (목적)": "이 법은 등대지기의 당번을 정함을 목적으로 한다."}
    lines = [
        "---",
        f"제목: {title}",
        "법령MST: 1",
        f"법령ID: '{identity}'",
        "법령구분: 법률",
        "법령구분코드: ''",
        "소관부처:",
        "- 등대부",
        f"공포일자: {promulgated}",
        f"공포번호: '{number}'",
        f"시행일자: {effective}",
        "법령분야: ''",
        "상태: 시행",
        "출처: https://example.invalid/",
        "첨부파일: []",
        "---",
        "",
        f"# {title}",
        "",
    ]
    for heading, text in body.items():
        lines += [f"##### {heading}", "", text, ""]
    lines += ["## 부칙", "", f"부칙 <제{number}호,{promulgated.replace('-', '.')}>", "", supplement, ""]
    path = folder / title.replace(" ", "") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def manual(folder: Path, name: str, sections: dict[str, str], *, title: str = "") -> Path:
    """Write an invented manual in Markdown and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    body = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in sections.items())
    path.write_text(f"# {title or path.stem}\n\n{body}\n", encoding="utf-8")
    return path
