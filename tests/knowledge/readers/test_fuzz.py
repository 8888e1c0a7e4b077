"""Mutants of every format: whatever the bytes are, a document or a leaf of FileError comes out, soon."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from govdesk.errors import FileError
from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.readers.registry import read
from govdesk.testing import documents as made
from govdesk.testing import pdffile

MUTANTS = 150


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with a few bytes changed, a piece cut out, doubled or moved."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not out:
            break
        place, length = chance.randrange(len(out)), chance.randint(1, 40)
        match chance.randrange(4):
            case 0:
                out[place] = chance.randrange(256)
            case 1:
                del out[place : place + length]
            case 2:
                out[place:place] = out[place : place + length]
            case _:
                piece = out[place : place + length]
                del out[place : place + length]
                elsewhere = chance.randrange(len(out) + 1)
                out[elsewhere:elsewhere] = piece
    return bytes(out)


def mutated_inside(data: bytes, chance: random.Random) -> bytes:
    """A sound zip whose parts are mutants: this gets past the checksums to the parsers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in chance.sample(sorted(parts), k=min(2, len(parts))):
        parts[name] = mutated(parts[name], chance)
    main = next((name for name in ("word/document.xml", "Contents/section0.xml") if name in parts), None)
    if main and chance.random() < 0.7:
        parts[main] = shuffled_tags(parts[main], chance)
    return made.zipped(parts)


def shuffled_tags(xml: bytes, chance: random.Random) -> bytes:
    """Well-formed XML of another shape: names and numbers swapped for others of the same file."""
    import re

    numbers = re.findall(rb'"(\d+)"', xml) or [b"1"]
    names = sorted(set(re.findall(rb"<(\w+:\w+)", xml)))
    out = re.sub(rb'"\d+"', lambda found: b'"%s"' % chance.choice([*numbers, b"-1", b"99999999", b""]), xml, count=5)
    one, other = chance.choice(names), chance.choice(names)
    return re.sub(rb"(</?)%s\b" % one, rb"\1%s" % other, out)


FORMATS: dict[str, Callable[[], bytes]] = {
    "a.docx": made.docx,
    "a.xlsx": made.xlsx,
    "a.hwpx": made.hwpx,
    "a.hwp": made.hwp,
    "a.pdf": lambda: pdffile.pdf([["한빛시 시험 편람", "제1장 접수", "글입니다."], ["둘째 쪽"]], title="편람"),
    "a.md": made.MANUAL.encode,
    "b.md": made.STATUTE.encode,
    "a.csv": made.CSV.encode,
}


def outcome(path: Path, data: bytes) -> ParsedDocument | FileError:
    path.write_bytes(data)
    try:
        return read(path)
    except FileError as error:
        return error


@pytest.mark.parametrize("name", FORMATS)
def test_mutants_give_a_document_or_a_file_error(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    data = FORMATS[name]()
    results = [outcome(tmp_path / name, mutated(data, chance)) for _ in range(MUTANTS)]
    assert all(isinstance(result, ParsedDocument | FileError) for result in results)
    assert len({type(result) for result in results}) >= 1


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.hwpx"])
def test_sound_archives_with_broken_parts_give_a_document_or_a_file_error(tmp_path: Path, name: str) -> None:
    chance = random.Random(f"inside {name}")
    data = FORMATS[name]()
    results = [outcome(tmp_path / name, mutated_inside(data, chance)) for _ in range(MUTANTS)]
    assert any(isinstance(result, ParsedDocument) for result in results)
    assert any(isinstance(result, FileError) for result in results)


def test_deep_nesting_is_refused_and_not_a_crash(tmp_path: Path) -> None:
    depth = 3_000
    nested = "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth
    assert isinstance(outcome(tmp_path / "a.docx", made.docx_of(nested)), FileError)
    boxes = "<hp:p><hp:run><hp:rect><hp:drawText><hp:subList>" * depth
    closed = "</hp:subList></hp:drawText></hp:rect></hp:run></hp:p>" * depth
    assert isinstance(outcome(tmp_path / "a.hwpx", made.hwpx_of(boxes + closed)), FileError)
