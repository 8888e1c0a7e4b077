"""The documents pane without Qt: import, pause, failures, proposals, removal."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdesk.errors import PathNotFound, StoreFull
from govdesk.knowledge.model import Collection, DocumentState, EditionProposal, Failure
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.run import Phase, holds_statutes
from tests.ui.panes.documents.conftest import Bench, document

FILES = tuple(Path(f"/files/지침 {number}.hwpx") for number in range(4))
LOCKED = Path("/files/암호 걸린 지침.hwp")
OTHER = Path("/files/암호 또 하나.hwp")


def phase(bench: Bench) -> Phase | None:
    running = bench.presenter.imports.running
    return running.phase if running else None


def test_an_import_shows_its_figures_and_then_its_result(bench: Bench) -> None:
    bench.presenter.bring(FILES, Collection.OWN)
    assert phase(bench) is Phase.WAITING
    bench.work.now.step()
    running = bench.view.last["show_import"]
    assert (running.done, running.total, running.percent, running.name) == (1, 4, 25, "지침 0.hwpx")
    assert running.note.startswith("낱말 찾기는 지금 됩니다")
    bench.work.run()
    assert bench.view.last["show_import"].phase is Phase.DONE
    assert bench.view.last["show_import"].summary == "새로 4개"
    assert bench.view.rows == [path.stem for path in FILES]
    assert len(bench.changes) == 1
    bench.presenter.imports.dismiss()
    assert bench.view.last["show_import"] is None


def test_vectors_are_left_to_the_background(bench: Bench) -> None:
    bench.presenter.bring(FILES, None)
    bench.work.run()
    assert bench.store.told[0] == ("import", FILES, None, True)


def test_a_pause_keeps_what_is_in_and_resuming_takes_the_same_paths_again(bench: Bench) -> None:
    bench.presenter.bring(FILES, None)
    bench.work.now.step()
    bench.work.now.step()
    bench.presenter.imports.pause()
    assert phase(bench) is Phase.STOPPING
    bench.work.run()
    assert phase(bench) is Phase.PAUSED
    assert len(bench.store.held) == 2
    bench.presenter.imports.resume()
    bench.work.run()
    assert [told[1] for told in bench.store.told] == [FILES, FILES]
    assert len(bench.store.held) == 4
    assert bench.view.last["show_import"].summary == "새로 2개 · 그대로 2개"


def test_giving_up_keeps_what_is_in_and_drops_what_waits(bench: Bench) -> None:
    bench.presenter.bring(FILES, None)
    bench.presenter.bring((LOCKED,), None)
    bench.work.now.step()
    assert bench.view.last["show_import"].waiting == 1
    bench.presenter.imports.stop()
    bench.work.run()
    assert bench.view.last["show_import"] is None
    assert bench.view.rows == ["지침 0"]
    assert len(bench.store.told) == 1


def test_giving_up_while_paused_ends_the_import(bench: Bench) -> None:
    bench.presenter.bring(FILES, None)
    bench.work.now.step()
    bench.presenter.imports.pause()
    bench.work.run()
    bench.presenter.imports.stop()
    assert not bench.presenter.imports.busy
    assert bench.view.last["show_import"] is None


def test_imports_run_one_after_another(bench: Bench) -> None:
    bench.presenter.bring(FILES[:1], Collection.OWN)
    bench.presenter.bring(FILES[1:], None)
    bench.work.run()
    assert [told[2] for told in bench.store.told] == [Collection.OWN, None]
    assert len(bench.store.held) == 4


def test_a_failed_file_has_a_banner_with_cause_and_next_step_and_a_row(bench: Bench) -> None:
    bench.presenter.bring((*FILES, LOCKED), None)
    bench.work.run()
    headline, step, path = bench.view.last["show_failure"]
    assert headline == "'암호 걸린 지침.hwp' 파일에 암호가 걸려 읽지 못했습니다."
    assert step.startswith("암호를 풀어 저장한 뒤")
    assert path == str(LOCKED)
    row = bench.view.last["show_rows"][0]
    assert (row.title, row.mark.word, row.shelf) == (LOCKED.name, "암호 걸림", words.FAILED)
    counts, _shelf = bench.view.last["show_shelves"]
    assert counts[words.FAILED] == 1
    assert counts[words.ALL] == 4


def test_many_failed_files_fold_into_one_banner(bench: Bench) -> None:
    bench.presenter.bring((LOCKED, OTHER), None)
    bench.work.run()
    headline, text, path = bench.view.last["show_failure"]
    assert headline == "파일 2개를 가져오지 못했습니다."
    assert text.startswith("암호 걸림 2.")
    assert path == ""


def test_trying_again_imports_that_file_to_its_collection(bench: Bench) -> None:
    bench.presenter.bring((LOCKED,), Collection.CASES)
    bench.work.run()
    bench.presenter.failures.retry([str(LOCKED)])
    assert bench.view.last["show_failure"] == ("", "", "")
    bench.work.run()
    assert bench.store.told[-1][1:3] == ((LOCKED,), Collection.CASES)
    assert bench.view.last["show_failure"][2] == str(LOCKED)


def test_a_skipped_file_is_forgotten(bench: Bench) -> None:
    bench.presenter.bring((LOCKED, OTHER), None)
    bench.work.run()
    bench.presenter.failures.skip([str(LOCKED)])
    assert bench.view.last["show_failure"][2] == str(OTHER)
    bench.work.run()
    bench.presenter.refresh()
    assert [one.path for one in bench.store.kept] == [str(OTHER)]
    assert [row.key for row in bench.view.last["show_rows"]] == [str(OTHER)]


def test_kept_failures_with_figures_are_worded(bench: Bench) -> None:
    bench.store.kept = [
        Failure("/a/큰 표.xlsx", "file_too_large", {"size": "300000000", "limit": "200000000"}, "2026-11-20T09:00:00"),
    ]
    bench.presenter.refresh()
    assert bench.view.last["show_failure"][0] == "'큰 표.xlsx' 파일이 너무 큽니다(300 MB, 한도 200 MB)."
    slow = Failure("/a/b.pdf", "file_timed_out", {"seconds": "60.0"}, "2026-11-20T09:00:00")
    assert "60초 안에" in words.reason(slow).cause


def test_an_error_that_ends_an_import_is_told_and_stays_until_the_next(bench: Bench) -> None:
    bench.store.error = StoreFull(Path("/data"))
    bench.presenter.bring(FILES, None)
    bench.presenter.bring((LOCKED,), None)
    bench.work.run()
    assert bench.view.last["show_trouble"] == ("탈: StoreFull", "다시 하세요.", True)
    assert len(bench.store.told) == 1
    bench.store.error = None
    bench.presenter.bring(FILES, None)
    assert bench.view.last["show_trouble"] == ("", "", False)


def test_a_missing_path_does_not_keep_the_next_import_back(bench: Bench) -> None:
    bench.store.error = PathNotFound(Path("/gone"))
    bench.presenter.bring((Path("/gone"),), None)
    bench.presenter.bring(FILES, None)
    bench.work.now.step()
    bench.store.error = None
    bench.work.run()
    assert len(bench.store.held) == 4


def test_a_newer_edition_waits_for_a_word(bench: Bench) -> None:
    old, new = document(1, "정산 매뉴얼", Collection.MANUALS), document(2, "새 정산 매뉴얼", Collection.MANUALS)
    other = document(3, "다른 매뉴얼", Collection.MANUALS)
    bench.store.open_proposals = [EditionProposal(old.id, new.id), EditionProposal(old.id, other.id)]
    bench.add(old, new, other)
    proposed, more = bench.view.last["show_proposal"]
    assert (proposed.newer.title, more) == ("새 정산 매뉴얼", 1)
    bench.presenter.accept(proposed)
    second, more = bench.view.last["show_proposal"]
    assert (second.newer.title, more) == ("다른 매뉴얼", 0)
    bench.presenter.keep_both(second)
    bench.work.run()
    assert [told[0] for told in bench.store.told] == ["accept", "keep"]
    assert bench.view.last["show_proposal"] == (None, 0)
    assert len(bench.changes) == 2


def test_nothing_is_removed_before_it_is_confirmed(bench: Bench) -> None:
    one, two = document(1, "가로수 관리 지침"), document(2, "나무 심기 지침")
    bench.add(one, two)
    bench.presenter.ask_removal([one.id])
    assert bench.view.last["ask_removal"][0] == "'가로수 관리 지침'을 지울까요?"
    bench.presenter.keep()
    bench.work.run()
    assert len(bench.store.held) == 2
    bench.presenter.ask_removal([one.id, two.id])
    assert bench.view.last["ask_removal"][0] == "자료 2개를 지울까요?"
    bench.presenter.remove()
    bench.work.run()
    assert bench.store.held == []
    assert bench.view.last["ask_removal"] == ("", "")
    assert bench.said == ["자료 2개를 지웠습니다."]
    assert bench.changes == [1]


def test_a_removal_during_an_import_waits_for_its_end(bench: Bench) -> None:
    one = document(99, "가로수 관리 지침")
    bench.add(one)
    bench.presenter.bring(FILES, None)
    bench.work.now.step()
    bench.presenter.ask_removal([one.id])
    assert "가져오기가 끝난 뒤에" in bench.view.last["ask_removal"][1]
    bench.presenter.remove()
    assert one in bench.store.held
    bench.work.run()
    assert one not in bench.store.held


def test_a_store_that_another_window_writes_blocks_imports_and_says_why(bench: Bench) -> None:
    bench.store.writable = False
    bench.presenter.refresh()
    assert "쓰고 있습니다" in bench.view.last["show_blocked"]
    assert bench.view.last["show_trouble"][0] == bench.view.last["show_blocked"]
    assert bench.view.last["show_trouble"][2] is False
    bench.presenter.bring(FILES, None)
    bench.presenter.ask_removal(["x"])
    assert bench.work.line == []
    assert "ask_removal" not in bench.view.last


def test_states_are_told_by_word_and_examples_rest_once_there_is_something_else(bench: Bench) -> None:
    law, old = document(1, "가 법"), document(2, "나 법")
    sample = document(3, "보기 매뉴얼", Collection.EXAMPLES, pages=24)
    bench.store.marks = {old.id: DocumentState.SUPERSEDED}
    bench.add(sample)
    assert bench.view.last["show_rows"][0].mark.word == "찾을 수 있음"
    bench.add(law, old)
    rows = {row.title: row for row in bench.view.last["show_rows"]}
    assert rows["보기 매뉴얼"].mark.word == "답변에 안 씀"
    assert rows["나 법"].mark.word == "옛 판"
    assert (rows["가 법"].edition, rows["가 법"].size) == ("2026. 3. 1. 시행", "12조")
    assert rows["보기 매뉴얼"].size == "24쪽"
    assert bench.view.last["show_shelves"][0][words.OLD] == 1


def test_a_document_to_show_is_selected_once_it_is_there(bench: Bench) -> None:
    one = document(7, "가로수 관리 지침")
    bench.presenter.select(one.id)
    assert "select" not in bench.view.last
    bench.add(one)
    assert bench.view.last["select"] == one.id


def test_importing_again_needs_the_file_where_it_was(bench: Bench) -> None:
    one = document(1, "가로수 관리 지침")
    bench.add(one)
    bench.presenter.bring_again([one.id])
    assert bench.work.line == []
    assert "원본 파일이" in bench.said[0]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0초"), (36.4, "36초"), (120, "2분"), (125, "2분 5초"), (3780, "1시간 3분")]
)
def test_durations_are_said_as_people_say_them(seconds: float, text: str) -> None:
    assert words.lasting(seconds) == text


def test_statutes_are_told_from_other_markdown(tmp_path: Path) -> None:
    law, note = tmp_path / "법" / "법률.md", tmp_path / "메모.md"
    law.parent.mkdir()
    law.write_text("---\n제목: 지어낸 법\n법령ID: '000001'\n---\n", encoding="utf-8")
    note.write_text("# 메모\n", encoding="utf-8")
    assert holds_statutes(law)
    assert holds_statutes(law.parent)
    assert not holds_statutes(note)
    assert not holds_statutes(tmp_path)
