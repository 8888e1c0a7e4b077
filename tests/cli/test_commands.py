"""The commands over an invented statute, each as a person types it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from govdesk.cli.console import Console
from govdesk.cli.main import run


class Typed:
    """Runs commands and keeps what they print."""

    def __init__(self) -> None:
        self.out = ""
        self.err = ""

    def __call__(self, *arguments: object) -> int:
        out, err = io.StringIO(), io.StringIO()
        code = run([str(a) for a in arguments], Console(out, err))
        self.out, self.err = out.getvalue(), err.getvalue()
        return code


@pytest.fixture
def govdesk() -> Typed:
    return Typed()


@pytest.fixture
def with_statutes(govdesk: Typed, statutes: Path) -> Typed:
    assert govdesk("import", statutes) == 0
    return govdesk


def test_import_counts_and_a_second_import_changes_nothing(govdesk: Typed, statutes: Path) -> None:
    assert govdesk("import", statutes) == 0
    assert "새로 2" in govdesk.out
    assert govdesk("import", statutes) == 0
    assert "그대로 2" in govdesk.out


def test_a_damaged_file_is_named_and_the_rest_goes_on(govdesk: Typed, statutes: Path) -> None:
    (statutes / "깨진 문서.docx").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    assert govdesk("import", statutes) == 0
    assert "깨진 문서.docx" in govdesk.err
    assert "못 가져옴 1" in govdesk.out


def test_only_failures_exit_with_one(govdesk: Typed, tmp_path: Path) -> None:
    bad = tmp_path / "빈 파일.txt"
    bad.write_text("", encoding="utf-8")
    assert govdesk("import", bad) == 1
    assert govdesk("import", tmp_path / "없는 폴더") == 1
    assert "찾을 수 없습니다" in govdesk.err


def test_show_gives_the_text_in_force_on_the_day(with_statutes: Typed) -> None:
    assert with_statutes("show", "달구지 관리법 2조") == 0
    assert "15일 이내에" in with_statutes.out
    assert with_statutes("show", "달구지관리법 제2조제1항", "--as-of", "2021-05-05") == 0
    assert "30일 이내에" in with_statutes.out


def test_a_day_before_the_first_revision_is_an_error_that_names_it(with_statutes: Typed) -> None:
    assert with_statutes("show", "달구지 관리법 2조", "--as-of", "2010-01-01") == 1
    assert "2020-01-01" in with_statutes.err


def test_an_article_that_does_not_exist_is_told_from_a_statute_that_does_not(with_statutes: Typed) -> None:
    assert with_statutes("show", "달구지 관리법 99조") == 1
    assert "달구지 관리법에는 그런 조가 없습니다" in with_statutes.err
    assert with_statutes("show", "우주선 관리법 1조") == 1
    assert "그런 조가 없습니다" not in with_statutes.err


def test_search_json_has_the_agreed_keys(with_statutes: Typed) -> None:
    assert with_statutes("search", "달구지 등록은 며칠 안에", "--json", "-k", 3) == 0
    found = json.loads(with_statutes.out)
    assert set(found) == {"query", "as_of", "ms", "hits"}
    first = found["hits"][0]
    assert set(first) == {"rank", "score", "document", "article", "place", "page", "heading", "text"}
    assert set(first["document"]) == {"id", "title", "kind", "collection", "source", "effective_date"}
    assert first["article"] == "제2조"
    assert first["document"]["source"] == "달구지관리법/2024-03-01.md"
    articles = [(hit["document"]["id"], hit["article"]) for hit in found["hits"]]
    assert len(articles) == len(set(articles))


def test_exact_search_counts_every_place_whatever_the_spacing(with_statutes: Typed) -> None:
    assert with_statutes("search", "--exact", "등록 수수료") == 0
    assert "정확히 일치 1건" in with_statutes.out
    assert with_statutes("search", "--exact", "등록수수료") == 0
    assert "정확히 일치 1건" in with_statutes.out
    assert with_statutes("search", "--exact", "없는낱말") == 0
    assert "정확히 일치 0건" in with_statutes.out


def test_ask_answers_with_the_number_and_the_article(with_statutes: Typed) -> None:
    assert with_statutes("ask", "달구지는 산 날부터 며칠 안에 등록해야 하나요?", "--json") == 0
    answer = json.loads(with_statutes.out)
    assert set(answer) == {"query", "answer", "refused", "reason", "citations", "evidence", "engine", "ms"}
    assert not answer["refused"]
    assert "15일" in answer["answer"]
    assert answer["citations"][0]["article"] == "제2조"
    assert answer["citations"][0]["status"] == "verified"
    assert set(answer["ms"]) == {"retrieval", "first_piece", "total"}


def test_a_batch_writes_a_line_for_every_line_with_errors_in_their_place(with_statutes: Typed, tmp_path: Path) -> None:
    source, target = tmp_path / "물음.jsonl", tmp_path / "결과.jsonl"
    lines = [
        {"id": "a", "query": "달구지 등록 기한"},
        {"id": "b", "query": "  "},
        {"id": "c"},
        {"id": "d", "turns": ["달구지 등록은 며칠 안에 하나요?", "수수료는요?"]},
    ]
    source.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n{", encoding="utf-8")
    for command in ("search", "ask"):
        assert with_statutes(command, "--batch", source, "--out", target) == 0
        results = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
        assert [result["id"] for result in results] == ["a", "b", "c", "d", None]
        assert ["error" in result for result in results] == [False, True, True, False, True]


def test_documents_are_listed_with_their_state_and_removed(with_statutes: Typed) -> None:
    assert with_statutes("documents", "list") == 0
    rows = [line.split("\t") for line in with_statutes.out.splitlines()]
    assert sorted(row[3] for row in rows) == ["시행 중", "옛 판"]
    current = next(row[0] for row in rows if row[3] == "시행 중")
    assert with_statutes("documents", "remove", current) == 0
    assert with_statutes("show", "달구지 관리법 2조") == 0
    assert "30일 이내에" in with_statutes.out
    assert with_statutes("documents", "remove", current) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("search",),
        ("ask", "--batch", "x"),
        ("search", "가", "-k", "0"),
        ("show",),
        ("search", "가", "--as-of", "언젠가"),
    ],
)
def test_wrong_usage_exits_with_two(govdesk: Typed, arguments: tuple[str, ...], capsys: object) -> None:
    assert govdesk(*arguments) == 2


@pytest.mark.parametrize("question", ["", "   ", "?!...", "가" * 10_000])
def test_a_question_that_cannot_be_asked_says_why(with_statutes: Typed, question: str) -> None:
    assert with_statutes("ask", question) == 1
    assert with_statutes.err.startswith("오류:")


def test_eval_prints_the_figures_of_a_folder(with_statutes: Typed, tmp_path: Path) -> None:
    gold = [{"law": "달구지관리법", "file": "2024-03-01.md", "article": "제2조"}]
    question = {"id": "q", "query": "달구지 등록 기한", "style": "plain", "gold": gold, "answer_facts": ["15일"]}
    folder = tmp_path / "평가"
    folder.mkdir()
    (folder / "questions.jsonl").write_text(json.dumps(question, ensure_ascii=False), encoding="utf-8")
    assert with_statutes("eval", folder, "--json") == 0
    figures = json.loads(with_statutes.out)
    assert figures["questions"]["n"] == 1
    assert figures["questions"]["recall@10"] == 1
    assert with_statutes("eval", tmp_path / "없음") == 1


def test_text_that_a_code_page_lacks_never_stops_a_command(with_statutes: Typed) -> None:
    raw = io.BytesIO()
    console = Console(io.TextIOWrapper(raw, encoding="cp949"), io.StringIO())
    console.line("가️나 ㆍ 🙂")
    assert raw.getvalue().decode("cp949").startswith("가")


def test_compare_shows_what_changed_between_two_dates(with_statutes: Typed, tmp_path: Path) -> None:
    dates = ("--from", "2021-01-01", "--to", "2025-01-01")
    assert with_statutes("compare", "달구지 관리법", *dates) == 0
    assert "제2조(등록)" in with_statutes.out
    assert "[30]일" in with_statutes.out
    assert with_statutes("compare", "달구지 관리법 3조", *dates) == 0
    assert "바뀐 조문이 없습니다" in with_statutes.out
    assert with_statutes("compare", "달구지 관리법", *dates, "--out", tmp_path / "표.hwpx") == 0
    assert (tmp_path / "표.hwpx").stat().st_size > 1_000


def test_compare_says_what_is_wrong(with_statutes: Typed, tmp_path: Path) -> None:
    assert with_statutes("compare", "달구지 관리법", "--from", "1999-01-01", "--to", "2025-01-01") == 1
    assert "가장 이른 시행일" in with_statutes.err
    dates = ("--from", "2021-01-01", "--to", "2025-01-01")
    assert with_statutes("compare", "달구지 관리법", *dates, "--out", tmp_path / "표.pdf") == 1
    assert ".hwpx" in with_statutes.err
    assert with_statutes("compare", "달구지 관리법", "--from", "옛날", "--to", "2025-01-01") == 2


def test_refs_tells_what_an_article_leaves_open(with_statutes: Typed) -> None:
    assert with_statutes("refs", "달구지 관리법 3조") == 0
    assert "이 조를 인용하는 조문 0" in with_statutes.out
    assert "조례 (자료에 없음)" in with_statutes.out
    assert with_statutes("refs", "달구지 관리법") == 1
    assert "조 번호" in with_statutes.err
