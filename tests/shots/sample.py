"""A few invented statutes, for pictures and tests of the window."""

from __future__ import annotations

from pathlib import Path

ARTICLE = "제4조"

HEAD = """\
---
제목: {title}
법령MST: {mst}
법령ID: '{identity}'
법령구분: {kind}
법령구분코드: ''
소관부처:
- 온실청
공포일자: {promulgated}
공포번호: '{number}'
시행일자: {effective}
법령분야: ''
상태: 시행
첨부파일: []
---

# {title}

"""

LAW = """\
## 제1장 총칙

##### 제1조 (목적)

이 법은 공공기관이 기르는 식물의 돌봄에 필요한 사항을 정함을 목적으로 한다.

##### 제2조 (정의)

이 법에서 사용하는 용어의 뜻은 다음과 같다.

1. “돌봄”이란 물 주기, 햇빛 맞추기, 분갈이를 말한다.
2. “돌봄 담당자”란 제4조에 따라 지정된 사람을 말한다.

##### 제3조 (다른 법률과의 관계)

식물의 돌봄에 관하여 다른 법률에 특별한 규정이 있는 경우를 제외하고는 이 법에서 정하는 바에 따른다.

## 제2장 돌봄

##### 제4조 (담당자의 지정 및 휴가 중 대행)

① 기관의 장은 화분마다 돌봄 담당자 1명을 지정하여야 한다. <개정 2024.3.5>

② 담당자가 3일 이상 자리를 비우면 떠나기 전날까지 대행자를 정하여 알려야 한다. 다만, 부득이하면 당일에 알릴 수 있다.

③ 제2항에 따른 대행자는 제2조제1호의 돌봄을 할 수 있다.

##### 제5조 (물 주기의 기록)

① 담당자는 물을 준 날과 양을 기록하고 1년간 보존하여야 한다.

② 삭제 <2023.1.3>

##### 제6조 (분갈이)

분갈이는 2년마다 한 번 하며, 그 방법은 대통령령으로 정한다.

## 부칙

부칙 <제{number}호,{promulgated}>

이 법은 공포 후 6개월이 경과한 날부터 시행한다.
"""

DECREE = """\
##### 제1조 (목적)

이 영은 「반려식물 돌봄에 관한 법률」에서 위임된 사항과 그 시행에 필요한 사항을 정함을 목적으로 한다.

##### 제2조 (분갈이의 방법)

「반려식물 돌봄에 관한 법률」 제6조에 따른 분갈이는 다음 각 호의 순서로 한다.

1. 화분을 기울여 식물을 빼낸다.
2. 새 흙을 3분의 1까지 채운다.
3. 식물을 넣고 물을 준다.

## 부칙

부칙 <제{number}호,{promulgated}>

이 영은 공포한 날부터 시행한다.
"""


def write(folder: Path) -> None:
    """Write the statutes as the public mirror lays them out: a folder a statute, a file a kind."""
    home = folder / "반려식물돌봄에관한법률"
    home.mkdir(parents=True, exist_ok=True)
    law = {"identity": "990001", "mst": 1, "kind": "법률", "number": "00123", "promulgated": "2025-01-02"}
    decree = {"identity": "990002", "mst": 2, "kind": "대통령령", "number": "00456", "promulgated": "2025-06-10"}
    _file(home / "법률.md", "반려식물 돌봄에 관한 법률", LAW, {**law, "effective": "2025-07-03"})
    _file(home / "대통령령.md", "반려식물 돌봄에 관한 법률 시행령", DECREE, {**decree, "effective": "2025-07-03"})


def _file(path: Path, title: str, body: str, fields: dict[str, object]) -> None:
    text = HEAD.format(title=title, **fields) + body.replace("{number}", str(fields["number"])).replace(
        "{promulgated}", str(fields["promulgated"])
    )
    path.write_text(text, encoding="utf-8")
