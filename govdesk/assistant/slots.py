"""What in a sentence of a statute fills what a question asks for: deadlines, amounts, permissions, consequences.

Every function looks at one clause of text (without amendment marks) and gives a strength from 0 to 1.
"""

from __future__ import annotations

import re

from govdesk.assistant.question import Kind, Question
from govdesk.text.numbers import Quantity, convert, find_quantities, find_spans

_NUMBER = r"(?:\d[\d,]*|[한두세네]|다섯|열)"
PERIOD = re.compile(
    rf"{_NUMBER}\s?(?:시간|일|주일?|주간|개월|년|월|분)\s?(?:\([^)]*\))?\s?"
    r"(?:이내|전|까지|이상|간|동안|이 ?지|이 ?되|을 ?경과|이 ?경과|의 범위|범위|을 초과|후|마다|로 한다|으로 "
    r"한다|의 기간|안에|의 간격|미만|이하|로 하|을 넘)"
)
"""A period with its bound: 10일 이내, 7일 전까지, 30일의 간격."""
LOOSE_PERIOD = re.compile(
    rf"{_NUMBER}\s?(?:시간|일|주일|주간|개월|년)|지체 ?없이|즉시|\d+월\s?\d+일|그 ?다음 ?날|익일|당일"
)
MONEY = re.compile(
    r"\d[\d,]*\s?[십백천]?\s?[만억조]?\s?원|\d+분의\s?\d|\d[\d.]*\s?퍼센트|\d\s?배|곱한 금액|더한 금액|무료|면제"
)
EFFECT = re.compile(r"효력|지난 (때|날)|경과한 (때|날)|(날|때)부터 시행")
EXTENSION = re.compile(r"연장(할|하|한|된|될)|연기(할|하)|범위에서|늦출|늦추|미룰")
PLACE = re.compile(
    r"[가-힣]{2,}(?:에게|에|로|으로|의 장에게|한테)\s[^,]{0,40}(?:신고|제출|통보|통지|보고|청구|신청|인도|송부"
    r"|보내|알려|의뢰|요청|게시|등록|넘기|이송|반납|고발)"
)
ACTOR = re.compile(r"^[^,]{0,60}?(?:은|는|이|가) |누구든지|가 한다|이 한다|가 행한다|이 행한다")
MAY = re.compile(r"수 있(?:다|으며|고|으나|되)|가능하다|수 있도록 한다")
MAY_NOT = re.compile(
    r"(?:아니|안) ?(?:된다|되며|되고)|수 없(?:다|으며|고|으나)|못(?:한다|하며)|금지(?:한다|된다)|하지 아니한다"
    r"|하지 않는다"
    r"|(?:않아야|아니하여야) (?:한다|하며)"
)
MUST = re.compile(
    r"(?:하여야|해야|어야|아야|여야) ?(?:한다|하며|하고|하되)|의무가 있다|의무를 진다|(?:작성|제출|통지|신고"
    r"|설치)한다"
)
NEED_NOT = re.compile(r"아니할 수 있|않을 수 있|그러하지 아니하|그렇지 않|생략할 수 있|하지 아니한다|면제")
CONSEQUENCE = re.compile(
    r"과태료|벌금|징역|처한다|이행강제금|가산(?:금|세)|취소할 수|취소하여야|삭감|감액|환수|징계|정지|추징|하지 "
    r"아니한 (?:자|때|경우|사람)"
    r"|변상금|위약금|지연배상|반환|철회|해지|통상임금"
)
STEPS = re.compile(
    r"제출|신청|통지|첨부|확인|작성|서식|서류|서면|방법|다음 각 호|절차|공고|의견|협의|승인|기록|보고|따라|표기|표시"
)
EXCEPTIONS = re.compile(
    r"다만|제외|그러하지 아니|그렇지 않|적용하지 아니|적용하지 않|예외|면제|아니할 수|않을 수|정당한 사유"
    r"|부득이|초과하는 경우"
)
MEANING = re.compile(r"(?:이란|란) |말한다|해당하는|포함한다|본다|하는 것으로|으로 한다")
DELEGATION = re.compile(
    r"(?:대통령령|총리령|부령|규칙|조례|훈령|예규)으?로 정한다\.?$|(?:정하는 바에 따른다|정하여 고시한다)\.?$"
)
ONLY_APPLIES = re.compile(r"준용한다\.?$")
PURPOSE = re.compile(r"(?:목적으로 한다|이바지함을|노력하여야 한다|노력해야 한다)\.?$")
OTHER_THAN = re.compile(r"제\d+호(?:의\d+)? ?(?:외|및[^,]{0,12}외)의")
PENALTY = re.compile(r"과태료를 부과한다|벌금에 처한다|징역.{0,30}처한다|과태료에 처한다")
INTERVENING = re.compile(r"최소한|간격|(?:지난|경과한) (?:후|때|날)|(?:지나|경과하)기 전")
"""A period that must pass first: the opposite of at once."""
BY_ORDINANCE = re.compile(r"조례로 정|조례에 따|조례로 정하는 바")
ANNEX = re.compile(r"별표(?:\s?\d+(?:의\d+)?)?")


HELPS = 0.6
"""Strength of form from which a clause is taken for an answer to a kind."""


def fits(kind: Kind, text: str, question: Question) -> float:
    """How well `text` has the form that answers `kind`."""
    if kind is Kind.DEADLINE:
        return _deadline(text, question)
    if kind is Kind.AMOUNT:
        return _amount(text, question)
    if kind is Kind.EFFECT:
        return _both(EFFECT, LOOSE_PERIOD, text)
    if kind is Kind.PERMISSION:
        return 1.0 if MAY_NOT.search(ending(text)) or MAY.search(ending(text)) else 0.0
    if kind is Kind.DUTY:
        return 1.0 if MUST.search(ending(text)) else 0.6 if NEED_NOT.search(ending(text)) else 0.0
    if kind is Kind.WHO:
        return 1.0 if PLACE.search(text) else 0.4 if ACTOR.search(text) else 0.0
    patterns = {
        Kind.EXTENSION: EXTENSION, Kind.FAILURE: CONSEQUENCE, Kind.PROCEDURE: STEPS, Kind.EXCEPTION: EXCEPTIONS,
        Kind.MEANING: MEANING,
    }  # fmt: skip
    pattern = patterns.get(kind)
    return 1.0 if pattern is not None and pattern.search(text) else 0.0


def ending(text: str) -> str:
    """The last predicate of a sentence, where it allows, forbids or obliges."""
    return text[-40:]


def fills(kind: Kind, text: str, question: Question) -> bool:
    """Whether `text` holds the very value that `kind` asks for (only numbers can be missing)."""
    if kind in (Kind.DEADLINE, Kind.EFFECT):
        return bool(LOOSE_PERIOD.search(text))
    if kind is Kind.AMOUNT:
        return _amount(text, question) > 0.3
    return fits(kind, text, question) > 0


def _deadline(text: str, question: Question) -> float:
    units = tuple(unit for unit in question.counted if unit in _TIMES)
    if text.endswith("말한다.") and _has_unit(text, units or tuple(_TIMES)):
        return 1.0
    if PERIOD.search(text):
        return 1.0 if not units or _has_unit(text, units) else 0.6
    if units:
        if any(quantity.unit in units for quantity in find_quantities(text)) or DAY_OF_YEAR.search(text):
            return HELPS
        return 0.4 if _has_unit(text, units) else 0.1 if LOOSE_PERIOD.search(text) else 0.0
    return 0.5 if LOOSE_PERIOD.search(text) else 0.0


def _amount(text: str, question: Question) -> float:
    asked = [unit for unit in question.counted if unit not in ("일",)] or ["원"]
    if _has_unit(text, tuple(asked)):
        return 1.0
    if "원" in asked or "퍼센트" in asked or "배" in asked:
        return 0.9 if MONEY.search(text) else 0.0
    return 0.3 if re.search(r"\d", text) else 0.0


_TIMES = frozenset({"시간", "일", "주", "개월", "년", "분"})
DAY_OF_YEAR = re.compile(r"\d+월\s?\d+일")
_ALIKE = {
    "일": ("일", "주", "개월", "년", "시간"),
    "년": ("년", "개월"),
    "개월": ("개월", "년", "일"),
    "시간": ("시간", "일"),
    "주": ("주", "일"),
    "퍼센트": ("퍼센트", "분수"),
    "원": ("원", "분수", "퍼센트"),
}
"""Units in which an answer may stand where another is asked: 며칠 may be answered in 개월."""


def _has_unit(text: str, units: tuple[str, ...]) -> bool:
    wanted = {near for unit in units for near in _ALIKE.get(unit, (unit,))}
    return any(quantity.unit in wanted for quantity in find_quantities(text))


def _both(first: re.Pattern[str], second: re.Pattern[str], text: str) -> float:
    return 0.5 * bool(first.search(text)) + 0.5 * bool(second.search(text))


def interval_of(text: str, question: Question) -> tuple[Quantity, str] | None:
    """The number of the question that lies inside an interval of `text`, with the interval's words."""
    for span in find_spans(text):
        for quantity in question.quantities:
            value = convert(quantity.value, quantity.unit, span.unit)
            if value is not None and span.holds(value):
                return quantity, text[span.start : span.end]
    return None


_RANKS = frozenset({"급", "층", "학년", "호봉", "세"})


def same_rank(text: str, question: Question) -> bool:
    """Whether `text` names a grade, storey or age that the question names (8급, 5층, 17세)."""
    own = {(quantity.value, quantity.unit) for quantity in question.quantities if quantity.unit in _RANKS}
    return bool(own) and any((quantity.value, quantity.unit) in own for quantity in find_quantities(text))


def outside_intervals(text: str, question: Question) -> bool:
    """Whether `text` states intervals of the unit of the question's numbers and none holds them."""
    comparable = False
    for span in find_spans(text):
        for quantity in question.quantities:
            value = convert(quantity.value, quantity.unit, span.unit)
            if value is not None:
                if span.holds(value):
                    return False
                comparable = True
    return comparable


DELEGATES = re.compile(r"(?:대통령령|총리령|부령)으로 정하")
"""A part of the rule that a decree fills."""
