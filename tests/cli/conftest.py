from __future__ import annotations

from pathlib import Path

import pytest

STATUTE = """---
제목: {title}
법령MST: 1
법령ID: '{identity}'
법령구분: 법률
법령구분코드: ''
소관부처:
- 한빛부
공포일자: {date}
공포번호: '00001'
시행일자: {date}
법령분야: ''
상태: 시행
출처: https://example.invalid
---
# {title}

## 제1장 총칙

##### 제1조 (목적)

이 법은 달구지의 등록과 운행에 필요한 사항을 정함을 목적으로 한다.

##### 제2조 (등록)

**①** 달구지를 모는 사람은 산 날부터 {days}일 이내에 시장에게 등록하여야 한다.

**②** 시장은 등록증을 7일 이내에 내주어야 한다. 다만, 천재지변이 있으면 미룰 수 있다.

  1\\. 큰비가 온 때
  2\\. 다리가 끊어진 때

##### 제3조 (수수료)

등록 수수료는 시의 조례로 정한다.

## 부칙

부칙 <제1호,{date}>

이 법은 공포한 날부터 시행한다.
"""


@pytest.fixture
def statutes(tmp_path: Path) -> Path:
    """A folder with two revisions of one invented statute."""
    folder = tmp_path / "법령 모음" / "달구지관리법"
    folder.mkdir(parents=True)
    for date, days in (("2020-01-01", 30), ("2024-03-01", 15)):
        text = STATUTE.format(title="달구지 관리법", identity="999001", date=date, days=days)
        (folder / f"{date}.md").write_text(text, encoding="utf-8")
    return folder.parent
