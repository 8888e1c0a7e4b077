"""The pages of the guide and what the program is made of. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from govdesk.paths import DataFolder
from govdesk.text.normalise import searchable

PARTS: tuple[tuple[str, str, str], ...] = (
    ("PySide6-Essentials", "창", "LGPL-3.0"),
    ("lancedb", "색인", "Apache-2.0"),
    ("pyarrow", "색인의 표", "Apache-2.0"),
    ("kiwipiepy", "한국어 형태소", "Apache-2.0"),
    ("numpy", "계산", "BSD-3-Clause"),
    ("python-docx", "워드 문서", "MIT"),
    ("python-hwpx", "한글 문서(HWPX)", "Apache-2.0"),
    ("pypdfium2", "PDF", "BSD-3-Clause, Apache-2.0"),
    ("openpyxl", "엑셀 문서", "MIT"),
    ("defusedxml", "XML 읽기", "PSF-2.0"),
    ("pydantic", "설정", "MIT"),
    ("platformdirs", "폴더 위치", "MIT"),
    ("filelock", "잠금", "MIT"),
    ("PyYAML", "머리말 읽기", "MIT"),
    ("safetensors", "벡터 자료", "Apache-2.0"),
)
"""Bundled package, what it is used for, licence (as its own metadata declare it)."""

FONT = ("Pretendard GOV", "글꼴", "OFL-1.1")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `key` is the file's stem, `title` its first heading, `text` its Markdown."""

    key: str
    title: str
    text: str


class HelpPresenter:
    """Reads the guide once; pages are in the order of their file names."""

    def __init__(self, folder: Path) -> None:
        self._pages = [_page(path) for path in sorted(folder.glob("*.md"))]

    def pages(self, containing: str = "") -> list[Page]:
        """Pages that hold every word of `containing`, without regard to spaces inside a word."""
        words = [searchable(word) for word in containing.split()]
        return [page for page in self._pages if all(word in searchable(page.text) for word in words)]

    def page(self, key: str) -> Page | None:
        return next((page for page in self._pages if page.key == key), None)


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    version: str
    use: str
    licence: str


def parts() -> list[Part]:
    """The bundled parts that are installed, with their versions."""
    found = []
    for name, use, licence in PARTS:
        try:
            found.append(Part(name, metadata.version(name), use, licence))
        except metadata.PackageNotFoundError:
            continue
    return [*found, Part(FONT[0], "", FONT[1], FONT[2])]


def own_version() -> str:
    """The version of GovDesk, ``""`` when it runs from a source tree that is not installed."""
    try:
        return metadata.version("govdesk")
    except metadata.PackageNotFoundError:
        return ""


def data_folder(folder: DataFolder) -> str:
    return str(folder.root)


def _page(path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    title = next((line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("# ")), path.stem)
    return Page(path.stem, title, text)
