"""Numbers with units in Korean text.

``1,200명``, ``1천명``, ``3억 5천만원``, ``세 시간``, ``보름``, ``1년 반``, ``100분의 20``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NATIVE = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열두": 12, "열다섯": 15, "스무": 20, "스물": 20, "서른": 30,
    "마흔": 40, "쉰": 50,
}  # fmt: skip
"""Native numerals as they stand before a unit."""

DAY_WORDS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15,
}  # fmt: skip
"""Words that name a number of days."""

UNITS = {
    "시간": "시간", "분(?!의|기|할)": "분", "일": "일", "주일": "주", "주간": "주", "주": "주", "개월": "개월",
    "달": "개월", "년": "년", "해": "년", "원(?!칙|인|상|고)": "원",
    "명": "명", "인": "명", "사람": "명", "세(?!대|금|무)": "세", "살": "세",
    "퍼센트": "퍼센트", "프로": "퍼센트", "%": "퍼센트", "배": "배", "회": "회", "번": "회", "차례": "회", "건": "건",
    "층": "층", "제곱미터": "제곱미터", "㎡": "제곱미터", "킬로미터": "킬로미터", "km": "킬로미터", "미터": "미터",
    "급(?!여|식|부|수)": "급", "호봉": "호봉", "리터": "리터", "톤": "톤", "학년": "학년", "가지": "가지",
}  # fmt: skip
"""Unit as written (a pattern, where the next syllable may make another word of it) → unit as compared."""

_NATIVE_UNITS = ("시간", "주일", "주", "달", "해", "번", "차례", "명", "사람", "살", "배", "건", "층", "가지")

_SMALL = {"십": 10, "백": 100, "천": 1000}
_BIG = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
_FIGURES = r"\d[\d,]*(?:\.\d+)?"
_AMOUNT = rf"(?:{_FIGURES}\s?[십백천]?\s?[조억만]?\s?)+"
_NATIVE = "|".join(sorted(NATIVE, key=len, reverse=True))
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_FRACTION = re.compile(r"(?<!\d)([1-9]\d*)분의\s*(\d+(?:\.\d+)?)")
_QUANTITY = re.compile(
    rf"(?<![제\d,.])(?P<figures>{_AMOUNT})(?P<unit>{_UNIT})|"
    rf"(?<![가-힣])(?P<native>{_NATIVE})\s?(?P<native_unit>{'|'.join(_NATIVE_UNITS)})"
)
_DAYS = re.compile("|".join(DAY_WORDS))
_HALF = re.compile(r"^\s?반(?![가-힣])|^\s?반(?=이|인|은|을|됐|되|정|쯤|만|동|에|지|짜)")
_HALF_YEAR = re.compile(r"반년|반\s?해")
_PIECE = re.compile(rf"({_FIGURES})?\s?([십백천])?\s?([조억만])?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `unit` is a value of `UNITS`, or ``분수`` for ``100분의 20`` (`value` is the ratio)."""

    value: float
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """``4시간 이상 8시간 미만``: an interval of one unit; a missing bound is None. `start`/`end` slice the text."""

    unit: str
    low: float | None
    high: float | None
    low_in: bool
    high_in: bool
    start: int
    end: int

    def holds(self, value: float) -> bool:
        """Whether `value` (in the same unit) lies in it."""
        above = self.low is None or value > self.low or (self.low_in and value == self.low)
        below = self.high is None or value < self.high or (self.high_in and value == self.high)
        return above and below


def amount(text: str) -> float:
    """The value of figures mixed with 십·백·천·만·억: ``3억 5천만`` → 350000000; ``1천`` → 1000."""
    total = section = 0.0
    for match in _PIECE.finditer(text):
        figures, small, big = match.groups()
        if not (figures or small or big):
            continue
        number = float(figures.replace(",", "")) if figures else (1.0 if small else 0.0)
        section += number * _SMALL.get(small or "", 1)
        if big:
            total += (section or 1.0) * _BIG[big]
            section = 0.0
    return total + section


def find_quantities(text: str) -> list[Quantity]:
    """Every number with a unit in `text`, in order."""
    found = [
        Quantity(float(part.group(2)) / float(part.group(1)), "분수", *part.span()) for part in _FRACTION.finditer(text)
    ]
    taken = [(quantity.start, quantity.end) for quantity in found]
    for match in _QUANTITY.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(_quantity(text, match))
    for match in _DAYS.finditer(text):
        if match.group() != "하루" or not text[match.end() :].lstrip().startswith(("최대", "에", "종일")):
            found.append(Quantity(float(DAY_WORDS[match.group()]), "일", *match.span()))
    for match in _HALF_YEAR.finditer(text):
        found.append(Quantity(6.0, "개월", *match.span()))
    return sorted(found, key=lambda quantity: quantity.start)


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    if match["figures"]:
        value, unit = amount(match["figures"]), _unit(match["unit"])
    else:
        value, unit = float(NATIVE[match["native"]]), _unit(match["native_unit"])
    end = match.end()
    half = _HALF.match(text[end:])
    if half and unit in ("년", "개월", "시간", "일"):
        value, end = value + 0.5, end + half.end()
    return Quantity(value, unit, match.start(), end)


def _unit(written: str) -> str:
    return next(compared for pattern, compared in UNITS.items() if pattern.split("(")[0] == written)


_BOUND = re.compile(r"\s?(이상|초과|이하|미만|이내|까지|을 초과|를 초과|부터)")
_GAP = re.compile(r"^[\s,]*$")


def find_spans(text: str) -> list[Span]:
    """The intervals that numbers with 이상, 초과, 이하, 미만 make; two that follow each other join into one."""
    spans: list[Span] = []
    for quantity in find_quantities(text):
        bound = _BOUND.match(text, quantity.end)
        if bound is None:
            continue
        span = _one_sided(quantity, bound.group(1), bound.end())
        last = spans[-1] if spans else None
        if last and last.unit == span.unit and _joins(last, span, text):
            spans[-1] = Span(last.unit, last.low, span.high, last.low_in, span.high_in, last.start, span.end)
        else:
            spans.append(span)
    return spans


def _one_sided(quantity: Quantity, bound: str, end: int) -> Span:
    value, unit, start = quantity.value, quantity.unit, quantity.start
    if bound.endswith("초과"):
        return Span(unit, value, None, False, False, start, end)
    if bound in ("이상", "부터"):
        return Span(unit, value, None, True, False, start, end)
    return Span(unit, None, value, False, bound != "미만", start, end)


def _joins(left: Span, right: Span, text: str) -> bool:
    return (
        left.low is not None
        and left.high is None
        and right.low is None
        and bool(_GAP.match(text[left.end : right.start]))
    )


_MONTHS = {"년": 12.0, "개월": 1.0}
_DAYS_IN = {"일": 1.0, "주": 7.0}


def convert(value: float, unit: str, to: str) -> float | None:
    """`value` in the unit `to`, or None where the law does not let the two be compared (개월 and 일)."""
    if unit == to:
        return value
    for table in (_MONTHS, _DAYS_IN):
        if unit in table and to in table:
            return value * table[unit] / table[to]
    if {unit, to} == {"퍼센트", "분수"}:
        return value / 100 if to == "분수" else value * 100
    return None
