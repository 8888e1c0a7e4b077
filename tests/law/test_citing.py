"""Which statute and place a citation means; every statute here is invented."""

from __future__ import annotations

import pytest

from govdesk.law.citing import Citation, Citing, Missing
from govdesk.law.model import Article, Number


def article(text: str, number: int = 9, path: tuple[str, ...] = ()) -> Article:
    from govdesk.law.model import Heading

    return Article(Number(number), "", tuple(Heading("장", *one.split(" ", 1)) for one in path), text)


def read(text: str, title: str = "온실법 시행령", *others: Article) -> list[Citation]:
    one = article(text)
    return list(Citing(title, [one, *others]).of(one))


def told(text: str, title: str = "온실법 시행령", *others: Article) -> list[tuple[str, str, str]]:
    """(title, article or annex, place) of each citation."""
    return [
        (found.title, str(found.article or found.annex), found.place) if not found.missing else ("?", found.missing, "")
        for found in read(text, title, *others)
    ]


@pytest.mark.parametrize(
    ("text", "title", "cited"),
    [
        ("법 제3조에 따라", "온실법 시행령", ("온실법", "제3조", "")),
        ("법률 제3조제1항에 따라", "온실법 시행규칙", ("온실법", "제3조", "제1항")),
        ("영 제4조에 따라", "온실법 시행규칙", ("온실법 시행령", "제4조", "")),
        ("영 제4조에 따라", "화분 관리 규정 시행규칙", ("화분 관리 규정", "제4조", "")),
        ("법 시행규칙 제5조에 따라", "온실법 시행령", ("온실법 시행규칙", "제5조", "")),
        ("이 영 제3조에 따라", "온실법 시행령", ("", "제3조", "")),
        ("위원회가 이 법 제3조에 따라", "온실법", ("", "제3조", "")),
        ("「온실법」 제3조에 따라", "온실법", ("", "제3조", "")),
        ("「화분 관리법」 제3조에 따라", "온실법", ("화분 관리법", "제3조", "")),
        ("꽃밭법 제3조에 따라", "온실법", ("꽃밭법", "제3조", "")),
    ],
)
def test_pointers_mean_the_family(text: str, title: str, cited: tuple[str, str, str]) -> None:
    assert told(text, title) == [cited]


def test_a_particle_before_법_is_none_of_its_name() -> None:
    assert told('자(이하 "신청자"라 한다)이 법 제3조에 따라') == [("온실법", "제3조", "")]


def test_a_statute_says_what_it_calls_another() -> None:
    first = article('「꽃밭의 조성에 관한 법률」(이하 "법"이라 한다) 및 같은 법 시행령(이하 "영"이라 한다)에서', 1)
    assert told("법 제3조 및 영 제4조에 따라", "꽃밭 규칙", first) == [
        ("꽃밭의 조성에 관한 법률", "제3조", ""),
        ("꽃밭의 조성에 관한 법률 시행령", "제4조", ""),
    ]


def test_a_title_without_quotes_is_named_where_its_short_name_is_given() -> None:
    text = '꽃밭조성에관한법률(이하 "꽃밭법"이라 한다) 제3조와 꽃밭법 제5조'
    assert told(text, "온실법") == [("꽃밭조성에관한법률", "제3조", ""), ("꽃밭조성에관한법률", "제5조", "")]


def test_a_name_given_for_one_item_holds_there_alone() -> None:
    text = (
        '1. 「꽃밭법」(이하 이 호에서 "법"이라 한다)에 따른 다음 각 목의 일\n가. 법 제3조에 따른 일\n'
        '2. 「연못법」(이하 이 호에서 "법"이라 한다)에 따른 일\n가. 법 제5조에 따른 일\n3. 법 제7조에 따른 일'
    )
    assert told(text, "위임 규정") == [("꽃밭법", "제3조", ""), ("연못법", "제5조", ""), ("?", Missing.UNNAMED, "")]


def test_a_name_given_in_a_chapter_holds_there_alone() -> None:
    first = article('「꽃밭법」(이하 이 장에서 "법"이라 한다)', 1, ("제1장 총칙",))
    citing = Citing("위임 규정", [first])
    (inside,) = citing.of(article("법 제3조", 2, ("제1장 총칙",)))
    (outside,) = citing.of(article("법 제3조", 3, ("제2장 벌칙",)))
    assert (inside.title, inside.missing, outside.missing) == ("꽃밭법", None, Missing.UNNAMED)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("「꽃밭법」에 따른 자가 같은 법 제4조", [("꽃밭법", "제4조", "")]),
        ("「꽃밭법 시행령」 제3조 및 같은 법 제4조", [("꽃밭법 시행령", "제3조", ""), ("꽃밭법", "제4조", "")]),
        ("「꽃밭법」 제3조 및 같은 법 시행령 제4조", [("꽃밭법", "제3조", ""), ("꽃밭법 시행령", "제4조", "")]),
        ("「꽃밭법」 제3조, 「연못 규정」 제1조, 같은 영 제4조", [("연못 규정", "제4조", "")]),
        ("「꽃밭법」 제3조, 「연못 규정」 제1조, 같은 법 제4조", [("꽃밭법", "제4조", "")]),
        ("동법 제4조", [("?", Missing.UNNAMED, "")]),
        ("법 제3조 및 같은 법 제4조, 같은 법 제5조", [("온실법", "제4조", ""), ("온실법", "제5조", "")]),
    ],
)
def test_같은_법_is_the_last_of_its_rank(text: str, cited: list[tuple[str, str, str]]) -> None:
    assert told(text)[-len(cited) :] == cited


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("법 제3조제1항 및 같은 조 제2항ㆍ제3항", [("온실법", "제3조", "제2항"), ("온실법", "제3조", "제3항")]),
        ("법 제3조제1항제2호 및 같은 항 제4호", [("온실법", "제3조", "제1항제4호")]),
        ("법 제3조제1항제2호가목 및 같은 호 나목", [("온실법", "제3조", "제1항제2호나목")]),
        ("① 물\n② 법 제3조에 따라 제1항의 물을 같은 조 제4항", [("온실법", "제3조", "제4항")]),
        ("① 1. 물\n② 법 제3조제2항에 따라 제1항의 물을 같은 항", [("", "제9조", "제1항")]),
        ("같은 조 제2항", [("?", Missing.UNNAMED, "")]),
        ("법 제3조부터 제5조까지 및 같은 조 제2항", [("?", Missing.UNNAMED, "")]),
    ],
)
def test_같은_조_is_the_last_article(text: str, cited: list[tuple[str, str, str]]) -> None:
    assert told(text)[-len(cited) :] == cited


def test_a_bare_place_is_one_of_its_own_article() -> None:
    text = "① 물은 다음 각 호와 같다.\n1. 맑은 물\n2. 제1호의 물\n② 제1항제1호 또는 제2호의 물과 이 조 제1항의 물"
    assert told(text) == [
        ("", "제9조", "제1항제1호"),
        ("", "제9조", "제1항제1호"),
        ("", "제9조", "제1항제2호"),
        ("", "제9조", "제1항"),
    ]


def test_a_bare_place_that_is_not_there_is_told() -> None:
    assert told("① 제3항의 물") == [("?", Missing.NO_SUCH_PLACE, "")]
    assert told("① 나무, 토목 및 초목의 조목") == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("「꽃밭법」 제3조(물), 제5조(흙) 및 제7조", ["제3조", "제5조", "제7조"]),
        ("「꽃밭법」 제3조의 죄 또는 그 미수죄, 제5조의 죄", ["제3조", "제5조"]),
        ("「꽃밭법」 제2편제3장 물의 죄 중 제3조, 제4장 흙의 죄 중 제5조", ["제3조", "제5조"]),
        ("「꽃밭법」 제4장(제37조부터 제40조까지) 및 제5장(제41조)", ["제37조", "제41조"]),
        ("「꽃밭법」 제3조(제5조에서 준용하는 경우를 포함한다) 및 제7조", ["제3조", "제5조", "제7조"]),
    ],
)
def test_lists_of_another_statute_go_on_over_brackets(text: str, cited: list[str]) -> None:
    assert told(text) == [("꽃밭법", one, "") for one in cited]


def test_lists_of_another_statute_go_on_after_같은_조_and_본문_단서() -> None:
    text = (
        "「연못법」 제3조제1항, 같은 조 제3항제4호, 같은 조 제4항 본문ㆍ단서, 제5조 및 제7조는 적용하지 않는다. "
        "제2조에 따른다."
    )
    assert told(text, "온실법") == [
        ("연못법", "제3조", "제1항"),
        ("연못법", "제3조", "제3항제4호"),
        ("연못법", "제3조", "제4항"),
        ("연못법", "제5조", ""),
        ("연못법", "제7조", ""),
        ("", "제2조", ""),
    ]


def test_brackets_that_narrow_an_article_speak_of_its_places() -> None:
    assert told("「꽃밭법」 제3조(제4항은 제외한다)와 제5조제1항(물만 해당한다) 및 제3항") == [
        ("꽃밭법", "제3조", ""),
        ("꽃밭법", "제3조", "제4항"),
        ("꽃밭법", "제5조", "제1항"),
        ("꽃밭법", "제5조", "제3항"),
    ]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("종전의 「꽃밭법」 제3조", Missing.FORMER),
        ("「꽃밭법」(법률 제100호로 개정되기 전의 것을 말한다) 제3조", Missing.FORMER),
        ("구 꽃밭법 제3조", Missing.FORMER),
        ('이 경우 "제3조"는 물로 본다', Missing.SPOKEN),
        ('제3조제1항 중 "물"은 흙으로 본다', Missing.SPOKEN),
        ("법 부칙 제3조", Missing.SUPPLEMENT),
        ("물조약 제3조", Missing.OTHER_INSTRUMENT),
        ("공단의 정관 제3조", Missing.OTHER_INSTRUMENT),
        ("규칙 제3조", Missing.UNNAMED),
    ],
)
def test_what_cannot_be_told_is_not_guessed(text: str, missing: Missing) -> None:
    (found,) = read(text)
    assert (found.missing, found.title) == (missing, "")


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("별표 1과 같다", [("", "별표 1", "")]),
        ("별표와 같다", [("", "별표", "")]),
        ("별표 1의2 제3호나목에 따른", [("", "별표 1의2", "제3호나목")]),
        ("법 별표 1 및 별표 2에 따른", [("온실법", "별표 1", ""), ("온실법", "별표 2", "")]),
        ("「꽃밭법」 별표 3 제1호 및 같은 표 제2호", [("꽃밭법", "별표 3", "제1호"), ("꽃밭법", "별표 3", "제2호")]),
        ("「꽃밭법」 제3조 및 같은 법 시행령 별표 1의 물", [("꽃밭법 시행령", "별표 1", "")]),
        ("별지 제3호의2서식에 따라", [("", "별지 제3호의2서식", "")]),
        ("법률 제1234호에 따라", []),
    ],
)
def test_annexes(text: str, cited: list[tuple[str, str, str]]) -> None:
    found = told(text)
    assert found[-len(cited) :] == cited if cited else found == []


def test_ranges_keep_both_ends() -> None:
    (found,) = read("법 제3조제2항부터 제5조까지의 규정")
    assert (found.article, found.last_article) == (Number(3), Number(5))
    assert read("제1항부터 제3항까지")[0].last_place == "제3항"


def test_a_manual_cites_what_it_names() -> None:
    (found,) = Citing().of(Article(None, "", (), "제2조에 따라 「꽃밭법」 제3조를 보고 별표 1을 채운다."))
    assert (found.title, found.article) == ("꽃밭법", Number(3))


def test_spans_lie_in_the_text() -> None:
    text = "「꽃밭법」 제3조 및 같은 조 제2항, 별표 1"
    assert [text[one.start : one.end] for one in read(text)] == ["「꽃밭법」 제3조", "같은 조 제2항", "별표 1"]
