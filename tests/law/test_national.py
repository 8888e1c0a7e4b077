"""The counts of the national snapshot of 2026-06 (domain.md §6), reproduced from what the reader returns.

Where a number differs from a plain count of lines in the files, the test says why.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from govdesk.law.model import StatuteId
from govdesk.law.names import NameIndex, load_names
from tests.law.snapshot import Snapshot, statutes_of

pytestmark = pytest.mark.data


def test_every_file_is_a_statute_with_an_id_of_its_own(national: Snapshot) -> None:
    assert national.files == len(national.statutes) == 5_674


def test_sixty_nine_titles_are_shared_so_a_title_is_no_identity(national: Snapshot) -> None:
    assert sum(times > 1 for times in national.titles.values()) == 69


def test_articles(national: Snapshot) -> None:
    """204,873 headings. 31 of them are 제0조, which the reader gives as text without number, beside the text
    of 51 statutes that have no article and two preambles (헌법 and one code of ethics)."""
    counts = national.counts
    assert counts["articles"] + 31 == 204_873
    assert counts["without number"] == 31 + 51 + 2
    assert counts["의M"] == 38_527
    assert counts["untitled"] + 31 == 13_384
    assert (counts["nested title"], counts["nested title files"]) == (1_505, 133)


def test_deleted_and_gone_articles(national: Snapshot) -> None:
    """§6 counts 11,968 lines ``삭제 <Y.M.D>``, 151 with ㆍ and 5 bare. One of the 11,968 is followed by
    further text of its article, which is therefore not a deleted one."""
    assert national.counts["deleted"] == 11_968 + 151 + 5 - 1
    assert national.counts["gone"] == 256


def test_headings_above_articles(national: Snapshot) -> None:
    """Headings are counted where an article stands below them: four of the 13,731 장 and one of the 4,389 절
    have none. Two of the 40 files with a line ``# 제N…`` have it as their title. Of the nine bold lines one is
    text; eight are headings (항 in the 민법, 속 in the safety rules)."""
    counts = national.counts
    assert (counts["heading 편"], counts["편 files"]) == (215, 40 - 2)
    assert counts["heading 장"] == 13_731 - 4
    assert counts["heading 절"] == 4_389 - 1
    assert counts["heading 관"] == 393
    assert (counts["heading 항"], counts["heading 속"]) == (2, 6)


def test_units(national: Snapshot) -> None:
    """§6 counts lines of the files. 항: its 413,041 lines that begin in bold hold the nine bold lines above.
    호: six of the 492,696 lines are split decimals, 95 more stand unescaped in texts without layout. 목: 178
    more are unescaped. 세목: §6 counts lines in the 부칙 too, trees are made of articles only."""
    counts = national.counts
    assert counts["항"] == 413_041 - 9
    assert counts["호"] == 492_696 - 6 + 95
    assert counts["호의M"] == 9_527
    assert counts["목"] == 52_776 + 178
    assert counts["세목"] == 4_172


def test_deleted_units(national: Snapshot) -> None:
    """§6 counts lines that begin with 삭제 after the label. 항: six deleted ones from ㉑ on carry their number
    twice in the file. 호: three of the 10,200 lines speak of deleting something, one more is outside the
    pattern of a 호 line. Neither counts 16 호 written ``삭 제``."""
    counts = national.counts
    assert counts["항 deleted"] == 5_777 + 6
    assert counts["호 deleted"] == 10_200 - 3 + 1
    assert counts["목 deleted"] == 638


def test_units_cover_the_text_of_every_article(national: Snapshot) -> None:
    assert national.broken == []


def test_marks(national: Snapshot) -> None:
    """§6 counts 179,977 ``<개정`` and 29,896 ``<신설`` in the main text; 3,556 and 1,254 of them stand in
    headings, where the reader takes them away, and a few have no date or stand in no article."""
    counts = national.counts
    assert 179_977 - 3_556 - counts["mark 개정"] in range(-2, 3)
    assert 29_896 - 1_254 - counts["mark 신설"] == 0
    assert counts["mark 전문개정"] == 6
    assert counts["mark 본조신설"] == 1
    assert counts["mark 시행일"] == 22


def test_pictures_are_named(national: Snapshot) -> None:
    """1,252 ``<img`` stand in the main text (in 221 files; 550 files counting the 부칙)."""
    assert national.counts["pictures"] == 1_252


def test_supplements(national: Snapshot) -> None:
    """Every file has its 부칙. 50,673 + 41,474 well-formed heads and three malformed; §6's 227 lines that begin
    with 부칙 and are no well-formed head are these three and 224 amending lines, which begin no block."""
    counts = national.counts
    assert counts["without 부칙"] == 0
    assert counts["부칙"] == 50_673 + 41_474 + 3
    assert counts["부칙 of another"] == 41_474 + 3
    assert counts["amending lines"] == 227 - 3
    assert counts["부칙 without day"] == 0


def test_annexes(national: Snapshot) -> None:
    """3,129 titles contain 삭제; 33 of them are forms about deleting something. ``(제N조 …)`` stands in 9,541
    titles; §6's 9,567 allows more ways to write it."""
    counts = national.counts
    assert (counts["annexes"], counts["annex files"]) == (39_913, 2_970)
    assert (counts["annex 서식"], counts["annex 별표"]) == (28_730, 11_049)
    assert counts["annex 의M"] == 7_744
    assert (counts["annex deleted"], counts["annex about deleting"]) == (3_129 - 33, 33)
    assert counts["annex related"] == 9_541


def test_days_and_repeals(national: Snapshot) -> None:
    counts = national.counts
    assert (counts["future"], counts["future 법률"], counts["no fixed day"]) == (294, 277, 2)
    assert counts["in force before promulgated"] == 7
    assert counts["no ministry"] == 37
    assert counts["repeals"] == 49


def test_citations_of_articles(national: Snapshot) -> None:
    """§6: 91,821 + 914 「법령」 제N조 by pattern; here the articles of a list count one by one (제3조 및 제5조),
    so there are more."""
    counts = national.counts
    assert counts["cited quoted"] > 91_821 + 914
    assert min(counts["cited self"], counts["cited pointer"]) > 100_000


def test_the_core_snapshot_reads(shared_data: Path) -> None:
    """17,739 headings of articles in 228 files, one of them 제0조."""
    statutes = [statute for _, statute in statutes_of(shared_data / "statutes-core.tar.xz")]
    assert len({statute.id for statute in statutes}) == len(statutes) == 228
    assert sum(article.number is not None for statute in statutes for article in statute.articles) == 17_739 - 1


def test_every_revision_of_the_history_reads_with_the_day_of_its_file_name(shared_data: Path) -> None:
    revisions = list(statutes_of(shared_data / "statutes-history.tar.xz"))
    assert len(revisions) == 437
    assert len({statute.id for _, statute in revisions}) == 22
    for path, statute in revisions:
        day, number = Path(path).stem.split("_")[:2]
        assert statute.revision.in_force is not None, path
        assert statute.revision.in_force.isoformat() == day, path
        assert int(statute.revision.number) == int(number), path
        assert statute.articles and statute.supplements, path


def test_nearly_every_statute_that_a_citation_names_is_found(national: Snapshot) -> None:
    """99.64 % of the occurrences; the rest are treaties, repealed or renamed statutes and misprints."""
    index = NameIndex(((key, named.title) for key, named in national.statutes.items()), load_names())
    known: dict[str, list[StatuteId]] = {}
    found = total = nowhere = 0
    for (citing, title, article), times in national.cited.items():
        if title and title not in known:
            known[title] = index.resolve(title, loosely=False)
        series = known[title] if title else [StatuteId(citing)]
        total += times if title else 0
        found += times if title and series else 0
        nowhere += times if series and not any(article in national.articles[one] for one in series) else 0
    print(f"{found / total:.4f} of {total:,} named; {nowhere:,} citations name an article that is not there")
    assert found / total >= 0.99
    assert nowhere < 1_200


def test_what_cannot_be_told_is_rare_and_has_its_reason(national: Snapshot) -> None:
    counts = national.counts
    missing = {name: times for name, times in counts.items() if name.startswith("missing ")}
    assert counts["citations"] > 740_000
    assert sum(missing.values()) < 0.01 * counts["citations"]
