"""Reading national Markdown: one invented statute that has every irregularity, and files that are none."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from govdesk.law.markdown import PICTURE, NotAStatute, read_statute
from govdesk.law.model import Article, ArticleState, Heading, Statute

HEAD = """\
---
제목: 반려식물 돌봄에 관한 법률
법령MST: 1
법령ID: '990001'
법령구분: 법률
법령구분코드: ''
소관부처:
- 화분부
- 온실청
공포일자: 2025-01-02
공포번호: '00123'
시행일자: 2025-07-03
법령분야: ''
상태: 시행
첨부파일:
- 별표번호: '0001'
  별표가지번호: '02'
  별표구분: 별표
  제목: 물 주기의 기준(제4조 관련) &lt;개정 2025.1.2&gt;
- 별표번호: 0008
  별표가지번호: '00'
  별표구분: 서식
  제목: 돌봄 신청서
- 별표번호: '0002'
  별표가지번호: '00'
  별표구분: 별표
  제목: 삭제 &lt;2025.1.2&gt;
---

"""


def statute(body: str, head: str = HEAD) -> Statute:
    return read_statute(
        head + "# 반려식물 돌봄에 관한 법률\n\n" + dedent(body) + "\n## 부칙\n\n부칙 <제123호,2025.1.2>\n\n\n끝.\n"
    )


def only(body: str) -> Article:
    (article,) = statute(body).articles
    return article


def test_the_head_gives_identity_revision_and_ministries() -> None:
    read = statute("##### 제1조 (목적)\n\n목적이다.\n")
    assert (read.id, read.title, read.kind) == ("990001", "반려식물 돌봄에 관한 법률", "법률")
    assert read.ministries == ("화분부", "온실청")
    assert (read.revision.promulgated, read.revision.number) == (date(2025, 1, 2), "00123")
    assert read.revision.in_force == date(2025, 7, 3)


def test_a_day_in_9999_is_no_day() -> None:
    read = statute("##### 제1조 (목적)\n\n목적이다.\n", HEAD.replace("2025-07-03", "9999-01-01"))
    assert read.revision.in_force is None


def test_annex_titles_are_unescaped_and_deleted_ones_marked() -> None:
    first, form, gone = statute("").annexes
    assert first.title == "물 주기의 기준(제4조 관련) <개정 2025.1.2>"
    assert (first.name, form.name) == ("별표 1의2", "별지 제8호서식")
    assert [first.deleted, form.deleted, gone.deleted] == [False, False, True]


def test_a_form_about_deleting_something_is_not_deleted() -> None:
    read = statute("", HEAD.replace("제목: 돌봄 신청서", "제목: 삭제등의 권고 신청서"))
    assert not read.annexes[1].deleted


def test_headings_nest_and_lose_their_marks() -> None:
    articles = statute(
        """
        # 제1편 돌봄 <개정 2025.1.2>

        ## 제1장의2 물 <신설 2025.1.2>

        ### 제1절 양

        #### 제2관 여름

        **제1속 아침 <개정 2025.1.2>**

        ##### 제1조 (아침 물)

        준다.

        ## 제2장 햇빛

        ##### 제2조 (창가)

        둔다.
        """
    ).articles
    assert articles[0].path == (
        Heading("편", "제1편", "돌봄"),
        Heading("장", "제1장의2", "물"),
        Heading("절", "제1절", "양"),
        Heading("관", "제2관", "여름"),
        Heading("속", "제1속", "아침"),
    )
    assert articles[1].path == (Heading("편", "제1편", "돌봄"), Heading("장", "제2장", "햇빛"))


def test_a_title_that_looks_like_a_part_is_no_heading() -> None:
    head = HEAD.replace("반려식물 돌봄에 관한 법률", "제2온실전투 유공 화분에 관한 법률")
    read = read_statute(head + "# 제2온실전투 유공 화분에 관한 법률\n\n##### 제1조\n\n본다.\n\n## 부칙\n")
    assert read.articles[0].path == ()


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        ("제3조의12 (분갈이)", "제3조의12", "분갈이"),
        ("제4조", "제4조", ""),
        ("제5조 ((목적))", "제5조", "(목적)"),
        ("제6조 (흙(배양토를 포함한다)의 종류)", "제6조", "흙(배양토를 포함한다)의 종류"),
        ("제7조 (돌봄의 위탁<개정 1999.1.2>)", "제7조", "돌봄의 위탁"),
    ],
)
def test_an_article_heading_gives_number_and_title(line: str, name: str, title: str) -> None:
    article = only(f"##### {line}\n\n본다.\n")
    assert (article.name, article.title) == (name, title)


@pytest.mark.parametrize("text", ["삭제 <2025.1.2>", "삭제 <1984ㆍ12ㆍ31>", "삭제<2001.2.3>", "삭제"])
def test_a_deleted_article_is_marked(text: str) -> None:
    assert only(f"##### 제9조\n\n{text}\n").state is ArticleState.DELETED


def test_a_heading_without_content_is_gone() -> None:
    first, second = statute("##### 제8조 (옮긴 조)\n\n##### 제9조 (남은 조)\n\n있다.\n").articles
    assert (first.state, first.text) == (ArticleState.GONE, "")
    assert second.state is ArticleState.LIVE


def test_a_live_article_about_deleting_is_live() -> None:
    assert only("##### 제9조 (삭제)\n\n삭제할 기록은 태운다.\n").state is ArticleState.LIVE


def test_labels_become_plain_and_layout_goes() -> None:
    article = only(
        """
        ##### 제4조 (물)

        **①** 물은 다음 각 호와 같이 준다. <개정 2025.1.2>

          1\\. 봄
            가\\. 새싹

         1) 아침
{blank}

         2) 저녁
            나\\. 묵은 잎
          2의2\\. 여름

        **㉑** ㉑겨울에는 주지 아니한다.
        """.replace("{blank}", " ")
    )
    assert article.text.split("\n") == [
        "① 물은 다음 각 호와 같이 준다. <개정 2025.1.2>",
        "1. 봄",
        "가. 새싹",
        "1) 아침",
        "2) 저녁",
        "나. 묵은 잎",
        "2의2. 여름",
        "㉑ 겨울에는 주지 아니한다.",
    ]


def test_a_deep_label_without_a_space_gets_one() -> None:
    article = only("##### 제4조 (양)\n\n  1\\. 물\n\n 1)「화분법」의 물\n \n\n (2)빗물\n \n\n 3)의2 이슬\n")
    assert article.text.split("\n") == ["1. 물", "1) 「화분법」의 물", "(2) 빗물", "3)의2 이슬"]


def test_decimals_split_as_items_are_joined_again() -> None:
    article = only(
        """
        ##### 제4조 (양)

          1\\. 작은 화분
          0\\. 5리터 이하
          3\\. 5
          2\\. 큰 화분
        """
    )
    assert article.text.split("\n") == ["1. 작은 화분", "0.5리터 이하", "3.5", "2. 큰 화분"]


def test_pictures_are_named_and_drawings_keep_their_spaces() -> None:
    article = only(
        '##### 제4조 (양)\n\n다음과 같다.\n\t\t\n\t\t<img src="http://x/y"  alt="z" >\n\t\t\n'
        "\t\t  ┌──┐\n\t\t\n\t\t  │양│\n\t\t\n\t\t</img>\n"
    )
    assert article.text.split("\n") == ["다음과 같다.", PICTURE, "  ┌──┐", "  │양│"]


def test_lines_that_name_an_article_are_text() -> None:
    article = only("##### 제4조 (준용)\n\n제2조에 따라 준용한다.\n")
    assert article.text == "제2조에 따라 준용한다."


def test_compatibility_ideographs_and_middle_dots_stay_as_they_are() -> None:
    article = only("##### 제4조 (예)\n\n\uf9b4時ㆍ㎡·①\n")
    assert article.text == "\uf9b4時ㆍ㎡·①"


def test_a_statute_without_articles_has_one_without_number() -> None:
    article = only("화분은 창가에 둔다.\n")
    assert (article.number, article.name, article.text) == (None, "", "화분은 창가에 둔다.")


def test_article_zero_has_no_number() -> None:
    assert only("##### 제0조\n\n화분은 창가에 둔다.\n").number is None


def test_a_preamble_comes_first_with_its_title() -> None:
    preamble, first = statute("전문\n\n우리 화분은 자란다.\n\n## 제1장 총칙\n\n##### 제1조\n\n본다.\n").articles
    assert (preamble.number, preamble.title, preamble.text) == (None, "전문", "우리 화분은 자란다.")
    assert first.name == "제1조"


@pytest.mark.parametrize(
    "text", ["화분법은 이를 폐지한다.", "「화분법」을  폐지한다.", "화분령은 2024년 2월 1일에 이를 폐지한다."]
)
def test_an_instrument_that_only_repeals_says_so(text: str) -> None:
    assert statute(f"##### 제0조\n\n{text}\n").repeals


def test_a_statute_that_mentions_repeal_among_others_does_not() -> None:
    assert not statute("##### 제1조\n\n화분령은 폐지한다.\n\n##### 제2조\n\n화분은 창가에 둔다.\n").repeals


def test_supplements_are_cut_at_their_heads_and_not_at_amending_lines() -> None:
    read = read_statute(
        HEAD + "# 반려식물 돌봄에 관한 법률\n\n##### 제1조\n\n본다.\n\n## 부칙\n\n부칙 <제7호,2020.1.2>\n\n\n"
        "제1조(시행일) 시행한다.\n\n\n"
        "부칙 제3조제1항을 다음과 같이 한다.\n\n부칙(온실청 직제) <제8호, 2021.12.31>\n\n\n이 법은 시행한다.\n"
        "부칙(고칠 것 <제9호,2022.2.30>\n\n셋\n"
    )
    first, second, third = read.supplements
    assert (first.label, first.number, first.promulgated) == ("부칙", "7", date(2020, 1, 2))
    assert first.text == "제1조(시행일) 시행한다.\n부칙 제3조제1항을 다음과 같이 한다."
    assert (second.label, second.number, second.promulgated) == ("부칙(온실청 직제)", "8", date(2021, 12, 31))
    assert (third.label, third.promulgated) == ("부칙(고칠 것", None)


def test_windows_line_ends_and_byte_order_mark_read_alike() -> None:
    text = HEAD + "# 반려식물 돌봄에 관한 법률\n\n##### 제1조 (가)\n\n**①** 본다.\n\n  1\\. 하나\n\n## 부칙\n"
    assert read_statute("\ufeff" + text.replace("\n", "\r\n")) == read_statute(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 제목만 있는 글\n",
        "---\n제목: [\n---\n",
        "---\n- 하나\n---\n",
        "---\n제목: 화분법\n---\n# 화분법\n",
        "---\n법령ID: '1'\n제목: ''\n---\n",
    ],
)
def test_other_text_is_not_a_statute(text: str) -> None:
    with pytest.raises(NotAStatute):
        read_statute(text)
