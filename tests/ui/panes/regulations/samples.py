"""An invented statute with its decree, a manual, and a store that serves them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from govdesk.errors import DocumentNotFound
from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState, Passage, Role

TODAY = date(2026, 11, 20)


def document(name: str, title: str, kind: str = "법률", **given: object) -> Document:
    made = Document(
        id=DocumentId(name),
        series=name,
        title=title,
        kind=kind,
        collection=Collection.STATUTES,
        source=f"{title}.md",
        effective=date(2026, 1, 1),
        promulgated=date(2025, 12, 1),
        promulgation_number="00123",
        ministries=("한빛부",),
        content_hash="h1",
    )
    return replace(made, **given)  # type: ignore[arg-type]


ACT = document("act", "등대 관리에 관한 법률")
DECREE = document("decree", "등대 관리에 관한 법률 시행령", "대통령령")
OLD_ACT = document("act-old", "등대 관리에 관한 법률", series="act", effective=date(2020, 1, 1))
NEXT_ACT = document("act-next", "등대 관리에 관한 법률", series="act", effective=date(2027, 3, 1))
GONE = document("gone", "봉화 관리법", effective=date(2024, 5, 1), repeals=True)
MANUAL = document(
    "manual",
    "등대지기 매뉴얼",
    "매뉴얼",
    collection=Collection.MANUALS,
    effective=date(2026, 10, 1),
    promulgation_number="",
)

BOX = "\n".join(
    (
        "┌─────┬────┐",
        "│등급      │밝기    │",
        "├─────┼────┤",
        "│1등급     │10      │",
        "│          │        │",
        "│2등급     │20      │",
        "└─────┴────┘",
    )
)
SECOND = (
    "① 등대장은 매일 저녁 등을 켠다. <개정 2020.1.1, 2023.5.2>\n"
    "② 삭제 <2015.10.6>\n"
    "③ 등대장은 다음 각 호의 사람에게 등을 보일 수 있다.\n"
    "1. 선장\n"
    "가. 항해 중인 사람\n"
    "2. 제1조에 따른 손님\n"
    "④ 밝기는 다음 표와 같다.\n"
    "[그림/수식: 원문 확인]\n" + BOX
)
CHAPTERS = ("제1장 총칙", "제2장 등불")


def passage(
    owner: Document, number: int, role: Role, text: str, *, article: str = "", heading: str = "", **given: object
) -> Passage:
    made = Passage(f"{owner.id}-{number}", owner.id, number, role, article, heading, (), "", text)
    return replace(made, **given)  # type: ignore[arg-type]


def act_passages(owner: Document = ACT) -> list[Passage]:
    article = Role.ARTICLE
    first, second = (CHAPTERS[:1], CHAPTERS[1:])
    return [
        passage(owner, 0, article, "이 법은 등대를 지킨다.", article="제1조", heading="목적", path=first),
        passage(owner, 1, article, SECOND, article="제2조", heading="점등", path=second),
        passage(owner, 2, article, "삭제 <2010.1.1>", article="제3조", path=second),
        passage(owner, 3, article, "① 앞부분이다.", article="제4조", heading="긴 조", path=second, place="제1항"),
        passage(owner, 4, article, "② 뒷부분이다.", article="제4조", heading="긴 조", path=second, place="제2항"),
        passage(
            owner,
            5,
            Role.SUPPLEMENT,
            "제1조(시행일) 이 법은 공포한 날부터 시행한다.",
            heading="부칙(봉화법) <제1호, 2025. 12. 1.>",
        ),
        passage(owner, 6, Role.ANNEX, "등불의 종류", heading="별표 1"),
        passage(owner, 7, Role.ANNEX, "점등 일지", heading="별지 제1호서식"),
    ]


def decree_passages() -> list[Passage]:
    text = "법 제2조제3항에 따른 손님은 「등대 관리에 관한 법률」 제4조를 지킨다. 「없는 법」 제9조도 같다."
    return [passage(DECREE, 0, Role.ARTICLE, text, article="제1조", heading="손님")]


def manual_passages() -> list[Passage]:
    section = Role.SECTION
    how = "등은 해가 지기 전에 켭니다.\n- 근거: 「등대 관리에 관한 법률」 제2조\n- 절차: 1) 닦습니다. 2) 켭니다.\n"
    how += "- 기한: 해넘이"
    rows = "등급: 1등급 | 밝기: 10\n등급: 2등급 | 밝기: 20"
    return [
        passage(MANUAL, 0, section, how, heading="1.1 등을 켤 때", path=("1. 저녁",), page=3),
        passage(MANUAL, 1, Role.TABLE, rows, heading="1.1 등을 켤 때", path=("1. 저녁",), page=4),
        passage(MANUAL, 2, section, "아침에 끕니다.", heading="2.1 끌 때", path=("2. 아침",), page=4),
    ]


@dataclass
class FakeStore:
    """The store as far as the pane asks it."""

    held: dict[DocumentId, tuple[Document, list[Passage]]] = field(default_factory=dict)
    reads: list[str] = field(default_factory=list)

    @classmethod
    def full(cls) -> FakeStore:
        made = cls()
        for owner, passages in (
            (ACT, act_passages()),
            (DECREE, decree_passages()),
            (GONE, [passage(GONE, 0, Role.ARTICLE, "폐지한다.", article="제1조")]),
            (MANUAL, manual_passages()),
        ):
            made.held[owner.id] = (owner, passages)
        return made

    def add(self, owner: Document, passages: list[Passage]) -> None:
        self.held[owner.id] = (owner, passages)

    def documents(self) -> list[Document]:
        return [owner for owner, _ in self.held.values()]

    def states(self, as_of: date) -> dict[DocumentId, DocumentState]:
        found: dict[DocumentId, DocumentState] = {}
        for one in self.documents():
            editions = [other for other in self.documents() if other.series == one.series]
            begun = [other for other in editions if other.effective and other.effective <= as_of]
            newest = max(begun, key=lambda other: other.effective or date.min, default=None)
            if one not in begun:
                found[one.id] = DocumentState.FUTURE_HIDDEN if begun else DocumentState.FUTURE
            elif newest is one:
                found[one.id] = DocumentState.REPEALED if one.repeals else DocumentState.IN_FORCE
            else:
                found[one.id] = DocumentState.SUPERSEDED
        return found

    def document(self, identity: DocumentId) -> Document:
        if identity not in self.held:
            raise DocumentNotFound(identity)
        return self.held[identity][0]

    def passages(self, identity: DocumentId) -> list[Passage]:
        self.reads.append(identity)
        return list(self.held[identity][1])

    @property
    def law(self) -> FakeStore:
        return self

    def series_named(self, title: str) -> str:
        named = [one.series for one in self.documents() if one.title.replace(" ", "") == title.replace(" ", "")]
        return named[0] if named else ""

    def editions(self, identity: DocumentId) -> list[Document]:
        series = self.document(identity).series
        same = [one for one in self.documents() if one.series == series]
        return sorted(same, key=lambda one: one.effective or date.max)

    def siblings(self, one: Document) -> list[Document]:
        return [ACT, DECREE] if one.series in ("act", "decree") else [one]
