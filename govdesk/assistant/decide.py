"""The sentence that decides: words of the picked clause in their order, politely ended, and the fixed frame words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from govdesk.assistant import slots
from govdesk.assistant.blocks import Clause, Part
from govdesk.assistant.question import Kind, Question
from govdesk.assistant.quotes import Picked
from govdesk.text.morphemes import Morphemes
from govdesk.text.particles import attach

LONGEST = 120
"""Characters of one decision sentence; what says nothing to the question is left out beyond it."""

_ALIAS = re.compile(r"\(이하\s[^()]*\)")
_BRACKETS = re.compile(r"\([^()]*\)")
_REFERENCE = (
    r"(?:「[^」]+」(?:\s?시행령|\s?시행규칙)?\s?|(?:같은|이) (?:법|영|규칙|조|항)\s?|(?:법|영|규칙)\s(?=제))?"
    r"(?:제\d+조(?:의\d+)?)?(?:제\d+항)?(?:제\d+호(?:의\d+)?)?(?:[가-하]목)?(?:\s?(?:본문|단서|전단|후단|각 호))?"
)
_CITING = re.compile(
    rf"(?<![가-힣\d」])(?=「|제\d|같은 |이 법|이 영|법 제|영 제|규칙 제){_REFERENCE}"
    rf"(?:(?:\s?(?:및|또는|부터|이나|나|와|과|ㆍ|,)\s?){_REFERENCE})*(?:까지)?(?:의 규정)?"
    r"(?:에 따른|에 따라|에 의한|에 의하여|에서 정한|에도 불구하고)\s"
)
_OFFICIALS = (
    r"기관의 장|행정청|공공기관|행정기관|자치단체의 장|자치단체|시장ㆍ군수ㆍ구청장|중앙관서의 장|장관|공무원"
    r"|공직자|공직자등|사업주|징수관|처분청|개인정보처리자|"
    r"시장ㆍ군수 또는 구청장|시장등|군수|구청장|시ㆍ도지사|발급기관|기록관|피청구인|보호위원회|지방의회의 의장"
    r"|세무공무원|계약담당자|계약담당공무원"
)
_SUBJECT = re.compile(rf"^[^,(]{{0,40}}?(?:{_OFFICIALS})(?:은|는|이|가)\s")
_CASES = re.compile(
    r"다음 각 (?:호|목)의 (?:어느 하나에 해당(?:하는|할)|요건을 (?:모두 )?(?:갖춘|충족하는)|모두에 해당하는)?"
    r" ?(?:경우|때)(?:에는|에|로서)?,? (?!외|밖|중)"
)
"""The head of a list of cases: each item is a case in which the head holds."""
SAME_ACT = 0.62
"""Similarity from which the action of the question and the predicate of a clause count as the same act."""
NEAR_ACT = 0.45
"""The same for a prohibition: a wrong no costs less than a wrong yes."""
PREDICATE = 34
"""Characters at a clause's end in which its predicate stands."""
_QUOTED = re.compile(
    r"^(?:법|영|이 법)?\s?제\d+조[^\"]{0,40}에서 \"(?:(?:대통령령|총리령|[가-힣]{2,6}부령)으로 정하는 )?"
    r"([^\"]+)\"(이란|란)(?: 각각)?"
)
_SAME_AS_LIST = re.compile(r"다음 각 (?:호|목)(?:와 같다|의 구분에 따른|의 구분에 따라|의 구분에 의|에 따른다)")
_LIST = re.compile(r"다음 각 (?:호|목)|다음과 같")
_LEADING = re.compile(r"^(?:다만|단|이 경우|이때),?\s")
_COMMA = re.compile(r"(?<=[가-힣]),\s")
_PRECIOUS = re.compile(r"아니|않|못|없|정당한 사유|특별한 사유|부득이|초과|미만|이상|이하|이내|\d")
_TOPIC = re.compile(r"^[^,]{2,60}?(?:(?<![하되있없받않르리치기지우으])(?:은|는)|이란|란)\s")
_FULL_PROVISO = re.compile(r"그러하지 아니하다|그렇지 않다|그러하지 아니하")


@dataclass(frozen=True, slots=True)
class Decision:
    """`text` is the whole decision; `sentences` the parts that come from the source, without frame words."""

    text: str
    sentences: tuple[str, ...]


class Decider:
    """Makes decisions for one question."""

    def __init__(self, question: Question, morphemes: Morphemes, need: Sequence[str], sure: bool = True) -> None:
        """`need` are words that must stay; `sure` whether yes or no may be said (a wrong yes costs most)."""
        self._sure = sure
        self._question = question
        self._morphemes = morphemes
        self._need = tuple(word for word in need if len(word) > 1)

    def decide(self, picked: Sequence[Picked]) -> Decision:
        """The decision over one or two picked units: frame word, sentence(s), comparison, exception."""
        first = self.sentence(picked[0])
        if not first:
            return Decision("", ())
        sentences = [first]
        second = self.sentence(picked[1]) if len(picked) > 1 and self._says_more(picked[0], picked[1]) else ""
        if second and second != first:
            sentences.append(second)
        opening, closing = self._frame(picked[0])
        compared = self._comparison(picked)
        text = " ".join(part for part in (opening, *sentences, compared, closing) if part)
        return Decision(text.strip(), tuple(sentences))

    def sentence(self, picked: Picked) -> str:
        """The picked unit as one polite sentence (two where a listed case follows its head), or ``""``."""
        heads = [clause for clause in picked.clauses if clause.part in (Part.MAIN, Part.PROVISO, Part.LATTER)]
        items = [clause for clause in picked.clauses if clause.part is Part.ITEM]
        rows = [clause for clause in picked.clauses if clause.part is Part.ROW]
        if not heads:
            return self._listed(picked, items or rows)
        head = self._head(heads, picked.matched)
        extending = self._extending(heads, head)
        if extending is not None:
            own = self._polite(self._short(extending.text))
            return f"{self._polite(self._short(head.text))} {own}" if self._question.asks(Kind.DEADLINE) else own
        if not items:
            return self._polite(self._short(head.text))
        return self._with_items(picked, head)

    def _head(self, heads: Sequence[Clause], matched: bool = False) -> Clause:
        """The sentence that says most to the question: the one above the items, if an item was `matched`.

        A prohibition or duty comes before what is excepted from it; a bare ``그러하지 아니하다`` never stands alone.
        """
        usable = [clause for clause in heads if not _FULL_PROVISO.search(clause.text)] or list(heads)
        if matched:
            usable = [clause for clause in usable if _LIST.search(clause.text)] or usable
        first = slots.MAY_NOT if self._question.asks(Kind.PERMISSION) else slots.MUST
        if self._question.asks(Kind.PERMISSION, Kind.DUTY) and not matched:
            usable = [clause for clause in usable if first.search(slots.ending(clause.text))] or usable
        if len(usable) == 1:
            return usable[0]
        return max(usable, key=self._relevance)

    def _extending(self, heads: Sequence[Clause], head: Clause) -> Clause | None:
        """The sentence beside `head` that extends the period, if that is asked."""
        if not self._question.asks(Kind.EXTENSION) or slots.EXTENSION.search(head.text):
            return None
        return next((clause for clause in heads if slots.EXTENSION.search(clause.text)), None)

    def _relevance(self, clause: Clause) -> float:
        points = sum(1.0 for word in self._need if word in clause.text)
        points += sum(3.0 * slots.fits(kind, clause.text, self._question) for kind in self._question.kinds)
        return points + (0.8 if clause.part is Part.MAIN else 0.0)

    def _with_items(self, picked: Picked, head: Clause) -> str:
        text = head.text
        keys = [picked.block.clauses[index] for index in picked.key]
        if not _LIST.search(text):
            return self._polite(self._short(text))
        if _SAME_AS_LIST.search(text) or text.endswith("말한다."):
            topic = _TOPIC.match(self._bare(text))
            subject = topic.group() if topic and not _SUBJECT.match(topic.group()) else ""
            return subject + self._listed(picked, keys) if keys else self._polite(self._short(text))
        if _CASES.search(text):
            main = self._polite(self._short(self._without_cases(text)))
            return f"{main} {self._listed(picked, keys)}" if keys else main
        return self._polite(self._short(text))

    def _without_cases(self, text: str) -> str:
        """The head less the clause that only announces the cases."""
        bare = self._bare(text)
        found = _CASES.search(bare)
        if found is None:
            return bare
        before = bare[: found.start()]
        kept = before[: before.rfind(", ") + 2] if ", " in before else ""
        subject = _TOPIC.match(before)
        return (subject.group() if subject else kept) + bare[found.end() :]

    def _listed(self, picked: Picked, keys: Sequence[Clause]) -> str:
        words = [self._item(picked, clause) for clause in keys]
        words = [word for word in words if word]
        if not words:
            return ""
        last = words[-1]
        if last.endswith("다"):
            return self._polite(", ".join(words) + ".")
        return ", ".join(words) + "입니다."

    def _item(self, picked: Picked, clause: Clause) -> str:
        """An item's words up to its 단서; a 목 takes the value that its 호 names (``…: 10년``)."""
        words = re.split(r"\. (?:다만|이 경우)", self._bare(clause.text))[0].rstrip(".")
        parent = picked.block.clauses[clause.parent].text if clause.parent >= 0 else ""
        value = re.search(r"목[^:]{0,30}: ([^:]{1,30})$", parent)
        return f"{words}: {value.group(1).rstrip('.')}" if value else words

    def _bare(self, text: str) -> str:
        """`text` without short-name brackets, long bracketed asides and citations."""
        text = _QUOTED.sub(r"\1\2", _LEADING.sub("", text))
        text = _ALIAS.sub("", text)
        for _ in range(2):
            text = _BRACKETS.sub(_kept_bracket, text)
        return re.sub(r"\s+", " ", _without_citing(text)).strip()

    def _short(self, text: str) -> str:
        """`text` less the official who is asking and, beyond `LONGEST`, clauses that say nothing to the question."""
        text = self._bare(text)
        if not self._question.asks(Kind.WHO):
            text = _SUBJECT.sub("", text, count=1)
        while len(text) > LONGEST:
            parts = _clauses(text)
            worst = self._least(parts)
            if worst is None:
                break
            shorter = "".join(parts[:worst] + parts[worst + 1 :])
            if shorter.startswith("그 밖에"):
                break
            text = shorter
        return text

    def _least(self, parts: list[str]) -> int | None:
        """The clause to leave out next: never the last, none with a number that is asked, a negation or a
        condition."""
        candidates = []
        for index, part in enumerate(parts[:-1]):
            if _PRECIOUS.search(part) or (self._question.wants_number and slots.LOOSE_PERIOD.search(part)):
                continue
            candidates.append((sum(word in part for word in self._need), index))
        return min(candidates)[1] if candidates else None

    def _polite(self, text: str) -> str:
        text = text.strip()
        if not text:
            return ""
        polite = self._morphemes.polite_last(text if text.endswith(".") else text + ".")
        return polite if re.search(r"(니다|시오)\.$", polite) else polite.rstrip(".") + "입니다."

    def _says_more(self, first: Picked, second: Picked) -> bool:
        """Whether the second unit fills a kind that the first leaves open."""
        return any(
            slots.fits(kind, second.text, self._question) > slots.fits(kind, first.text, self._question) + 0.3
            for kind in self._question.kinds
        )

    def _comparison(self, picked: Sequence[Picked]) -> str:
        """``3시간은 4시간 미만입니다.`` where the question's number lies in an interval of what is quoted."""
        for one in picked:
            for clause in one.clauses:
                found = slots.interval_of(clause.text, self._question)
                if found:
                    quantity, interval = found
                    own = self._question.text[quantity.start : quantity.end].strip()
                    if quantity.unit in ("급", "호봉"):
                        return ""
                    interval = re.sub(r"\([^)]*\)", "", interval).strip()
                    return "" if own in interval else f"{attach(own, '은/는')} {interval}입니다."
        return ""

    def _frame(self, picked: Picked) -> tuple[str, str]:
        """The first word and the closing words (answering rules for yes and no)."""
        question = self._question
        if not self._sure or question.negative or not question.whether:
            return "", ""
        if question.asks(Kind.WHO, Kind.PROCEDURE, Kind.AMOUNT, Kind.DIFFERENCE):
            return "", ""
        if question.asks(Kind.DEADLINE) and not re.search(r"\d", question.tight):
            return "", ""
        sentences = [clause for clause in picked.clauses if clause.part is not Part.ITEM]
        head = self._head(sentences or list(picked.clauses), picked.matched)
        if not self._same_act(head.text):
            return "", ""
        ending = head.text[-45:]
        exception = head.part is not Part.PROVISO and _has_exception(picked)
        if question.asks(Kind.PERMISSION):
            turned = any(_FULL_PROVISO.search(clause.text) for clause in picked.block.heads if clause is not head)
            return self._permission(ending, head.text, exception, turned)
        return self._duty(ending, exception)

    def _same_act(self, text: str) -> bool:
        """Whether the clause's predicate is what the question wants to do; else neither yes nor no fits."""
        said = self._morphemes.content(text[-PREDICATE:])
        wanted = [word for word in self._question.action if word.rsplit("/", 1)[0] not in ("하", "되")]
        if not wanted:
            return True
        least = NEAR_ACT if slots.MAY_NOT.search(slots.ending(text)) else SAME_ACT
        return any(self._morphemes.similarity(one, other) >= least for one in wanted for other in said)

    def _permission(self, ending: str, text: str, exception: bool, reversed_: bool) -> tuple[str, str]:
        """`reversed_`: a 단서 turns the sentence round (그러하지 아니하다), so that a yes may be wrong."""
        if slots.MAY_NOT.search(ending) and not re.search(r"(아니할|않을) 수 있다", ending):
            return ("아니요, 원칙은 안 됩니다.", "다만 예외가 있습니다.") if exception else ("아니요.", "")
        if self._question.instant and slots.INTERVENING.search(text):
            return "아니요.", ""
        if re.search(r"(아니할|않을) 수 있다", ending):
            return "", ""
        if reversed_:
            return "", ""
        if re.search(r"게 할 수 있다", ending):
            return "네.", "기관의 장이 정합니다."
        if re.search(r"수 있다", ending):
            return "네.", "다만 예외가 있습니다." if exception else ""
        return "", ""

    def _duty(self, ending: str, exception: bool) -> tuple[str, str]:
        if re.search(r"(아니할|않을) 수 있다|생략할 수 있다", ending):
            return "", ""
        if slots.MUST.search(ending):
            return (
                ("아니요, 예외가 있습니다. 원칙은", "")
                if exception and self._question.asks(Kind.EXCEPTION)
                else ("네.", "")
            )
        return "", ""


def _has_exception(picked: Picked) -> bool:
    block = picked.block
    return any(
        clause.part is Part.PROVISO
        and (_FULL_PROVISO.search(clause.text) or "수 있다" in clause.text or "적용하지 아니" in clause.text)
        for clause in block.heads
    )


def _kept_bracket(found: re.Match[str]) -> str:
    inside = found.group()
    return inside if re.search(r"\d", inside) and len(inside) <= 30 and "제" not in inside else ""


def _without_citing(text: str) -> str:
    return _CITING.sub("", text).strip()


def _clauses(text: str) -> list[str]:
    """`text` cut after commas and after conditional endings, outside brackets; joined they give it back."""
    cuts = [m.end() for m in re.finditer(r",\s|(?:경우에는|때에는|에도 불구하고|에 대하여는|에 대해서는)\s", text)]
    cuts = [cut for cut in cuts if text[:cut].count("(") == text[:cut].count(")")]
    edges = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(edges) if b > a]
