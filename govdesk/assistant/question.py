"""What a question asks for: its kinds, its words and the circumstances that choose between rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from govdesk.assistant import wording
from govdesk.text.morphemes import Morpheme, Morphemes
from govdesk.text.numbers import Quantity, find_quantities

ACTION_REACH = 6
"""Characters before the asking words in which the action stands."""


class Kind(StrEnum):
    """What kind of sentence answers. A question may be of several kinds; each is one slot to fill."""

    DEADLINE = "기한"
    EFFECT = "효력"
    EXTENSION = "연장"
    AMOUNT = "금액"
    WHO = "누가"
    PERMISSION = "허용"
    DUTY = "의무"
    FAILURE = "안 하면"
    PROCEDURE = "절차"
    EXCEPTION = "예외"
    MEANING = "뜻"
    DIFFERENCE = "차이"


@dataclass(frozen=True, slots=True)
class Question:
    """A question read once.

    `text` has common misspellings mended; `tight` is the same without spaces. `kinds` stand in the
    order in which the question asks; `whether` is true where yes or no answers one of its sentences.
    `words` are content words (``form/tag``) that carry the subject, question words left out; `nouns` those of
    them that are nouns, `acts` nouns made verbs (발생하다). `sector` is ``national``, ``local`` or ``""`` as the
    words say. `counted` are units that "몇" asks for (``일``, ``세`` …). `topic` are the nouns of the phrase that
    stands right before the question word (``취학통지서는 언제까지``), `compounds` those of them that are written
    as one word. `action` is what is to be allowed or done: the content words right before ``해도 되나요``,
    ``할 수 있나요``, ``해야 하나요``.
    """

    text: str
    tight: str
    kinds: tuple[Kind, ...]
    negative: bool
    whether: bool
    instant: bool
    lists: bool
    words: tuple[str, ...]
    nouns: tuple[str, ...]
    acts: frozenset[str]
    quantities: tuple[Quantity, ...]
    counted: tuple[str, ...]
    sector: str
    topic: tuple[str, ...]
    compounds: tuple[tuple[str, ...], ...]
    action: tuple[str, ...]

    def asks(self, *kinds: Kind) -> bool:
        """Whether any of `kinds` is asked."""
        return any(kind in self.kinds for kind in kinds)

    @property
    def wants_number(self) -> bool:
        """Whether only a sentence with a number can answer."""
        return self.asks(Kind.DEADLINE, Kind.EFFECT, Kind.AMOUNT)


def tidy(text: str) -> str:
    """`text` with runs of white space collapsed and frequent misspellings of endings mended."""
    mended = " ".join(text.split())
    for wrong, right in wording.MISSPELLINGS:
        mended = mended.replace(wrong, right)
    return mended


def read_question(text: str, morphemes: Morphemes) -> Question:
    """`text` taken apart; see `Question`."""
    mended = tidy(text)
    tight = re.sub(r"\s+", "", mended)
    parts = morphemes.analyse(mended)
    words = _words(parts, mended)
    topic, compounds = _topic(parts, mended)
    return Question(
        text=mended,
        tight=tight,
        kinds=_kinds(tight),
        whether=_whether(mended),
        negative=bool(re.search(wording.NEGATIVE_QUESTION, tight)),
        instant=bool(re.search(wording.AT_ONCE, tight)),
        lists=bool(re.search(wording.ASKS_FOR_A_LIST, tight)),
        words=words,
        nouns=tuple(word for word in words if word.endswith(("/NNG", "/NNP", "/SL", "/XR"))),
        acts=_acts(parts),
        quantities=tuple(find_quantities(mended)),
        counted=_counted(tight),
        sector=sector_of(mended),
        topic=topic,
        compounds=compounds,
        action=_action(parts, mended),
    )


def sector_of(text: str) -> str:
    """``national`` or ``local`` if the words name one of them (and not both), else ``""``."""
    national = bool(re.search(wording.NATIONAL, text))
    local = bool(re.search(wording.LOCAL, text))
    if national == local:
        return ""
    return "national" if national else "local"


def _kinds(tight: str) -> tuple[Kind, ...]:
    places: list[tuple[int, Kind]] = []
    for name, pattern in wording.KINDS.items():
        match = re.search(pattern, tight)
        if match:
            places.append((match.start(), Kind(name)))
    found = [kind for _, kind in sorted(places, key=lambda pair: pair[0])]
    return tuple(_without_shadows(found))


def _without_shadows(found: list[Kind]) -> list[Kind]:
    """The kinds less those that only echo a stronger one: '언제부터 효력' is no 기한 and '못 내면' no 허용."""
    for strong, weak in wording.SHADOWS:
        if Kind(strong) in found and Kind(weak) in found:
            found = [kind for kind in found if kind is not Kind(weak)]
    return found


def _whether(text: str) -> bool:
    """Whether a sentence asks for permission or duty without asking what, when, who or how much."""
    sentences = re.split(r"[?!.,]", text)
    return any(re.search(wording.ASKS_WHETHER, one) and not re.search(wording.ASKS_WHAT, one) for one in sentences)


def _counted(tight: str) -> tuple[str, ...]:
    units = [unit for pattern, unit in wording.COUNTED if re.search(pattern, tight)]
    return tuple(dict.fromkeys(units))


def _action(parts: list[Morpheme], text: str) -> tuple[str, ...]:
    """The noun and verb right before the words that ask for permission or duty, else nothing."""
    asked = list(re.finditer(wording.ASKS_WHETHER, text))
    if not asked:
        return ()
    asking = asked[-1]
    before = [part for part in parts if asking.start() - ACTION_REACH <= part.start < asking.end()]
    told = [p for p in before if p.tag in ("NNG", "VV", "VA", "XR") and p.form not in wording.EMPTY_WORDS]
    return tuple(f"{part.form}/{part.tag}" for part in told[-2:])


def _acts(parts: list[Morpheme]) -> frozenset[str]:
    """Nouns that a suffix makes verbs: they say what happens, not what is spoken of."""
    return frozenset(f"{one.form}/{one.tag}" for one, after in pairwise(parts) if after.tag in ("XSV", "XSA"))


def _topic(parts: list[Morpheme], text: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The nouns of the last phrase before the first word that asks for a value, and its compounds."""
    asking = re.search(wording.ASKS_FOR_A_VALUE, text)
    phrase: list[Morpheme] = []
    for part in parts:
        if asking is None or part.start >= asking.start():
            break
        noun = part.tag in ("NNG", "NNP", "SL", "XSN", "SN") and part.form not in wording.EMPTY_WORDS
        if noun and phrase and part.start <= phrase[-1].end + 1:
            phrase.append(part)
        elif noun and part.tag in ("NNG", "NNP", "SL"):
            phrase = [part]
    joined: list[list[Morpheme]] = []
    for one in phrase:
        if joined and one.start == joined[-1][-1].end:
            joined[-1].append(one)
        else:
            joined.append([one])
    words = [_nouns(group) for group in joined]
    return _nouns(phrase), tuple(group for group in words if len(group) > 1)


def _nouns(phrase: list[Morpheme]) -> tuple[str, ...]:
    return tuple(f"{one.form}/{one.tag}" for one in phrase if one.tag in ("NNG", "NNP", "SL") and len(one.form) > 1)


def _words(parts: list[Morpheme], text: str) -> tuple[str, ...]:
    kept: list[str] = []
    sectors = [found.span() for found in re.finditer(wording.SECTOR_ONLY, text)]
    for index, part in enumerate(parts):
        if part.tag not in wording.SUBJECT_TAGS or part.form in wording.EMPTY_WORDS:
            continue
        if any(start <= part.start < end for start, end in sectors):
            continue
        if len(part.form) == 1 and part.tag in ("NNG", "NNP", "MAG") and part.form not in wording.SHORT_NOUNS:
            continue
        if part.tag == "MAG" and part.form not in wording.TELLING_ADVERBS:
            continue
        if index and parts[index - 1].tag == "SN" and part.start == parts[index - 1].end:
            continue
        kept.append(f"{part.form}/{part.tag}")
    return tuple(dict.fromkeys(kept))
