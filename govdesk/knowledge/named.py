"""Which statutes a question names, and which of twin statutes it means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.model import Collection
from govdesk.law.names import StatuteNames
from govdesk.text.normalise import searchable

SHORTEST = 3
"""Names of two syllables (민법, 형법) count only at the beginning of a word."""
NATIONAL, LOCAL = "national", "local"
_SAYS_LOCAL = re.compile(
    r"시청|군청|구청|도청|지방직|지방공무원|지자체|지방자치단체|읍사무소|면사무소|동사무소|주민센터|시의회|군의회|구의회"
)
_SAYS_NATIONAL = re.compile(r"국가직|국가공무원|중앙부처|부처|중앙행정기관|국가기관|정부청사")
_LOCAL_TITLE = re.compile(r"^지방|지방자치단체|지방공무원|지방의회")
_NATIONAL_TITLE = re.compile(
    r"^국가(?!유산|보훈)|^국고|국가공무원|국가를당사자|^공무원(?:수당|보수|여비|임용|교육|징계|고충|성과|인재|행동)"
)


def sector_of(question: str, given: str) -> str:
    """``national``, ``local`` or "": what the question says, else what is known of the person."""
    local, national = bool(_SAYS_LOCAL.search(question)), bool(_SAYS_NATIONAL.search(question))
    if local != national:
        return LOCAL if local else NATIONAL
    return given


def sector_of_title(title: str) -> str:
    """Whom a statute binds, by its title, where a twin for the others is likely."""
    tight = searchable(title)
    if _LOCAL_TITLE.search(tight):
        return LOCAL
    return NATIONAL if _NATIONAL_TITLE.search(tight) else ""


class NamedStatutes:
    """Finds names of the statutes of one catalog in questions."""

    def __init__(self, catalog: Catalog, names: Iterable[StatuteNames]) -> None:
        self._series: dict[str, set[str]] = defaultdict(set)
        titles: dict[str, set[str]] = defaultdict(set)
        for item in catalog.stored.values():
            if item.document.collection is Collection.STATUTES:
                titles[item.document.series].add(searchable(item.document.title))
        for series, some in titles.items():
            for title in some:
                self._series[title].add(series)
        for entry in names:
            if entry.id in titles:
                for alias in entry.aliases:
                    self._series[searchable(alias)].add(entry.id)
        self._families = self._by_act(titles)

    @staticmethod
    def _by_act(titles: dict[str, set[str]]) -> dict[str, set[str]]:
        """Series by the title of their act: 시행령 and 시행규칙 with it."""
        families: dict[str, set[str]] = defaultdict(set)
        for series, some in titles.items():
            for title in some:
                families[re.sub(r"시행(?:령|규칙)$", "", title)].add(series)
        return families

    def find(self, question: str) -> dict[str, float]:
        """Series that the question names: 1 for those named, 0.6 for decree and rules of a named act."""
        tight = searchable(question)
        starts = {0, *(len(searchable(question[: match.end()])) for match in re.finditer(r"\s", question))}
        found = [name for name in self._series if name in tight and self._counts(name, tight, starts)]
        longest = [name for name in found if not any(name != other and name in other for other in found)]
        result: dict[str, float] = {}
        for name in longest:
            for series in self._series[name]:
                result[series] = 1.0
        for members in self._families.values():
            if any(result.get(member) == 1.0 for member in members):
                for member in members:
                    result.setdefault(member, 0.6)
        return result

    @staticmethod
    def _counts(name: str, tight: str, starts: set[int]) -> bool:
        return len(name) >= SHORTEST or any(tight.startswith(name, start) for start in starts)
