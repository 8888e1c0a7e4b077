"""Lists of articles that brackets or words part, and what brackets behind an article say of it."""

from __future__ import annotations

import re

SENTENCE = 400
"""Characters before an article that its sentence may reach back."""
_PART = r"(?:[ㆍ·]? ?(?:본문|단서|전단|후단|각 [호목] 외의 부분|각 [호목]))*"
_BRACKETS = r"(?: ?\((?:[^()\n]|\([^()\n]*\))*\)| ?\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\])?"
_CRIMES = r"(?:(?:의|에 규정된|에 해당하는) (?:죄|규정|미수죄|미수범|상습범))?(?: ?(?:또는|및) (?:그|각) ?미수[죄범])?"
_GOES_ON = re.compile(
    rf"{_PART}(?:까지)?{_CRIMES}{_BRACKETS}{_PART}(?:까지)?{_CRIMES}{_BRACKETS} *(?:[ㆍ·,]|및|또는|와|과|이나|나) *"
)
"""Between articles of one list that brackets or 의 죄 part: 「형법」 제297조(강간), 제298조(강제추행) 및 제299조."""
_OPENS = re.compile(rf"{_PART}(?:까지)?{_CRIMES} ?[(\[]")
_NARROWS = re.compile(r"[^()]{0,80}(?:제외|한정)(?:한다|하며)|[^()]{0,80}만(?:을)? (?:해당|말)한다")
"""What brackets say that pick places of the article before them: 제2조(제4항은 제외한다)."""
_OF_CHAPTER = re.compile(r"(?:제\d+[편장절](?:의\d+)?[^.,「」\n\d]{0,40}중|제\d+[편장절](?:의\d+)?\(|」의? ?중) ?$")
_CHAPTERS = re.compile(r"」 ?제\d+[편장절]|」의? ?중 ?$")
"""「형법」 제2편제1장 내란의 죄 중 제87조, 제2장 중 제92조; 「고용보험법」 제4장(제37조부터 제69조까지)."""


def goes_on(text: str, end: int, start: int) -> bool:
    """Whether the list of articles that broke off at `end` goes on at `start`."""
    return _GOES_ON.fullmatch(text, end, start) is not None


def brackets_after(text: str, end: int) -> tuple[int, int] | None:
    """The slice inside the brackets that follow a citation, or None."""
    opening = _OPENS.match(text, end)
    return (opening.end(), _closing(text, opening.end())) if opening else None


def narrows(text: str, start: int, end: int) -> bool:
    """Whether the words in brackets leave out or pick places of the article before them."""
    return _NARROWS.match(text, start, end) is not None


def of_chapter(text: str, at: int) -> bool:
    """Whether an article at `at` is told by the chapter of another statute named before it in the sentence."""
    before = text[max(0, at - SENTENCE) : at].rpartition("\n")[2].rpartition(". ")[2]
    return _OF_CHAPTER.search(before) is not None and _CHAPTERS.search(before) is not None


def _closing(text: str, at: int) -> int:
    """Where the brackets that were opened before `at` close; the end of the line where they do not."""
    depth = 1
    for index in range(at, len(text)):
        sign = text[index]
        depth += (sign == "(") - (sign == ")")
        if depth == 0 or sign == "\n":
            return index
    return len(text)
