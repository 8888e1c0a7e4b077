"""Makers of small invented documents in every format, sound and broken, for tests and the self-test."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

STATUTE = """---
제목: 한빛시험법
법령MST: 1
법령ID: '990001'
법령구분: 법률
법령구분코드: ''
소관부처:
- 한빛부
공포일자: 2025-12-01
공포번호: '00001'
시행일자: 2026-06-01
법령분야: ''
상태: 시행
출처: https://example.invalid/
첨부파일:
- 별표번호: '0001'
  별표가지번호: '00'
  별표구분: 별표
  제목: 시험 수수료(제3조 관련)
---
# 한빛시험법

## 제1장 총칙

##### 제1조 (목적)
이 법은 한빛시의 시험 문서를 정하는 것을 목적으로 한다.

##### 제2조 (시험의 종류)
**①** 시험은 다음 각 호와 같다.

  1\\. 읽기 시험

  2\\. 쓰기 시험

**②** 시장은 시험의 이름을 바꿀 수 있다.

##### 제3조
삭제 <2025.12.1>

## 부칙

부칙 <제1호,2025.12.1>
이 법은 2026년 6월 1일부터 시행한다.
"""

MANUAL = """---
title: 한빛시 시험 매뉴얼
edition: 2026-07-01
publisher: 한빛시 총무과
---
# 한빛시 시험 매뉴얼

이 매뉴얼은 시험에만 씁니다.

## 1. 접수

### 1.1 신청서를 받았을 때
신청서가 들어오면 **그날** 접수합니다.

- 근거: 「한빛시험법」 제2조제1항
- 절차: 1) 이름을 봅니다. 2) 번호를 붙입니다.
- 기한: 3일

## 2. 수수료

| 구분 | 금액 | 비고 |
| --- | ---: | --- |
| 읽기 | 1,000원 | 현금 |
| 쓰기 | 2,000원 | 카드 |
"""

TEXT = "시험 안내문\n\n1. 신청 방법\n창구에서 신청서를 냅니다.\n\n2. 처리 기간\n받은 날부터 사흘 안에 알립니다.\n"
CSV = "구분,일비,숙박비\n국내,25000,70000\n국외,30000,90000\n"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_P = "http://www.hancom.co.kr/hwpml/2011/paragraph"
_H = "http://www.hancom.co.kr/hwpml/2011/head"
_S = "http://www.hancom.co.kr/hwpml/2011/section"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of `parts` by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx() -> bytes:
    """A Word file with a title, headings, a list, a table with a head, written by python-docx."""
    import docx as library

    document = library.Document()
    document.core_properties.title = "한빛시 출장 안내"
    document.add_heading("한빛시 출장 안내", 0)
    document.add_paragraph("이 안내는 2026. 3. 2. 개정한 것입니다.")
    document.add_heading("제1장 출장 전에 할 일", 1)
    document.add_paragraph("출장 명령을 먼저 받습니다.")
    document.add_heading("여비 기준", 2)
    table = document.add_table(rows=3, cols=3)
    for row, values in enumerate(
        (("구분", "일비", "숙박비"), ("국내", "25,000원", "70,000원"), ("국외", "30달러", "90달러"))
    ):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    document.add_paragraph("영수증은 2주 안에 냅니다.")
    return _saved(document)


def docx_of(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A minimal Word file around the XML of a body (prefix ``w``), with further parts by name."""
    main = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": main} | dict(parts or {}))


def word_part(name: str, inner: str) -> str:
    """The XML of a Word part such as ``footnotes`` around `inner`."""
    return f'<w:{name} xmlns:w="{_W}">{inner}</w:{name}>'


def xlsx() -> bytes:
    """A workbook of two sheets: a titled table with a merged cell and numbers, and a formula never calculated."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "여비"
    for row in (("2026년 여비 기준",), (), ("구분", "지역", "금액"), ("국내", "시내", 20000), (None, "시외", 25000.5)):
        sheet.append(row)
    sheet["C4"].number_format = "#,##0"
    sheet.merge_cells("A4:A5")
    other = book.create_sheet("합계")
    other.append(("항목", "값"))
    other.append(("총액", "=SUM(여비!C4:C5)"))
    return _saved(book)


def hwpx() -> bytes:
    """A Hangul package with headings, a captioned table, a text box, a note and a running head."""
    cells = (("구분", "일비"), ("국내", "25,000원"), ("국외", "30달러"))
    rows = "".join(
        f"<hp:tr>{''.join(_cell(r, c, text) for c, text in enumerate(row))}</hp:tr>" for r, row in enumerate(cells)
    )
    caption = f"<hp:caption>{_list('표 1 여비 기준')}</hp:caption>"
    note = f"<hp:ctrl><hp:footNote>{_list('시장이 따로 정합니다.')}</hp:footNote></hp:ctrl>"
    header = f"<hp:ctrl><hp:header>{_list('한빛시 내부 자료')}</hp:header></hp:ctrl>"
    box = f"<hp:rect><hp:drawText>{_list('글상자 안의 글')}</hp:drawText></hp:rect>"
    body = "".join(
        (
            _paragraph(f"{header}<hp:t>한빛시 출장 안내</hp:t>"),
            _paragraph("<hp:t>개정일: 2026. 3. 2.</hp:t>"),
            _paragraph("<hp:t>출장 전에 할 일</hp:t>", "1"),
            _paragraph(f"<hp:t>출장 명령을 먼저 받습니다.</hp:t>{note}"),
            _paragraph("<hp:t>여비를 받는 법</hp:t>", "1"),
            _paragraph(f"<hp:tbl>{caption}{rows}</hp:tbl>"),
            _paragraph(f"{box}<hp:t>영수증은 \U000f02b1 2주 안에 냅니다.</hp:t>"),
        )
    )
    return hwpx_of(body)


def hwpx_of(body: str) -> bytes:
    """A minimal HWPX around the XML of a section (prefix ``hp``); paragraph shape 1 is 개요 1 (``1.``), 2 a bullet."""
    head = (
        f'<hh:head xmlns:hh="{_H}"><hh:numbering id="1"><hh:paraHead level="1" start="1" numFormat="DIGIT">^1.'
        '</hh:paraHead></hh:numbering><hh:bullet id="1" char="&#xF06E;"/>'
        '<hh:paraPr id="1"><hh:heading type="OUTLINE" idRef="1" level="0"/></hh:paraPr>'
        '<hh:paraPr id="2"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr></hh:head>'
    )
    section = f'<hs:sec xmlns:hs="{_S}" xmlns:hp="{_P}">{body}</hs:sec>'
    return zipped(
        {
            "mimetype": "application/hwp+zip",
            "META-INF/manifest.xml": "<manifest/>",
            "Contents/content.hpf": "<package><metadata><title>한빛시 출장 안내</title></metadata></package>",
            "Contents/header.xml": head,
            "Contents/section0.xml": section,
        }
    )


def hwp(*, flags: int = 0) -> bytes:
    """An HWP 5 file written by python-hwpx; `flags` are set in its header (2 password, 4 distribution)."""
    import contextlib
    import tempfile
    from pathlib import Path

    from hwpx import HwpxDocument

    with tempfile.TemporaryDirectory() as folder, contextlib.closing(HwpxDocument.new()) as document:
        document.add_paragraph("한빛시 당직 안내", inherit_style=False)
        document.add_paragraph("당직은 저녁 여섯 시에 시작합니다.", inherit_style=False)
        target = Path(folder) / "sample.hwp"
        document.save_to_path(str(target))
        data = bytearray(target.read_bytes())
    place = data.find(b"HWP Document File") + 36
    (known,) = struct.unpack_from("<I", data, place)
    struct.pack_into("<I", data, place, known | flags)
    return bytes(data)


def compound(*streams: str) -> bytes:
    """An OLE compound file with empty-looking streams of these names (``EncryptedPackage``, ``WordDocument``)."""
    from hwpx.hwp5.cfb import build_compound_file

    return bytes(build_compound_file([(name, b"\0" * 64) for name in streams]))


def bomb() -> bytes:
    """A Word file whose document unpacks to 60 MB of spaces."""
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": b" " * 60_000_000})


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def _paragraph(inner: str, shape: str = "0") -> str:
    return f'<hp:p paraPrIDRef="{shape}" styleIDRef="0"><hp:run>{inner}</hp:run></hp:p>'


def _list(*texts: str) -> str:
    return f"<hp:subList>{''.join(_paragraph(f'<hp:t>{text}</hp:t>') for text in texts)}</hp:subList>"


def _cell(row: int, column: int, text: str) -> str:
    place = f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/><hp:cellSpan colSpan="1" rowSpan="1"/>'
    return f"<hp:tc>{_list(text)}{place}</hp:tc>"


def truncated(data: bytes, share: float = 0.6) -> bytes:
    """The first part of `data`, as an interrupted copy leaves it."""
    return data[: int(len(data) * share)]


def damaged(data: bytes, places: Sequence[int], value: int = 0xFF) -> bytes:
    """`data` with the bytes at `places` (taken modulo its length) overwritten."""
    out = bytearray(data)
    for place in places:
        out[place % len(out)] = value
    return bytes(out)
