"""What an import adds, replaces, leaves alone, removes and reports."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from govdesk.errors import PathNotFound
from govdesk.jobs import Cancelled, CancelToken, FileFailed, Finished, Progress
from govdesk.knowledge.model import Collection, ImportReport, Role
from govdesk.knowledge.store import Store
from tests.knowledge.conftest import Opener, ask, manual, read_here, statute, take_in, titles

LAMPS = {"등불 닦기": "등불은 이틀마다 마른 헝겊으로 닦는다.", "기름 채우기": "기름은 해가 지기 한 시간 전에 채운다."}


def test_a_folder_is_taken_in_with_paths_below_it(store: Store, tmp_path: Path) -> None:
    statute(tmp_path / "자료", "등대 당번법")
    manual(tmp_path / "자료" / "지침", "등불 지침.md", LAMPS)
    report = take_in(store, tmp_path / "자료")
    assert len(report.added) == 2
    assert {document.source for document in store.documents()} == {"등대당번법/법률.md", "지침/등불 지침.md"}
    assert store.counts()[Collection.STATUTES] == 1
    assert store.counts()[Collection.MANUALS] == 1


def test_progress_names_files_and_ends_with_the_report(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "등대 당번법")
    events = list(store.import_paths([tmp_path], None, CancelToken(), words_only=True))
    last = [event for event in events if isinstance(event, Progress) and event.name][-1]
    assert (last.done, last.total, last.name) == (1, 1, "등대당번법/법률.md")
    assert isinstance(events[-1], Finished)


def test_an_unchanged_file_is_left_alone(store: Store, tmp_path: Path) -> None:
    path = statute(tmp_path / "자료", "등대 당번법")
    first = take_in(store, tmp_path / "자료")
    os.utime(path, (1, 1))
    again = take_in(store, tmp_path / "자료")
    assert (len(again.added), len(again.replaced), again.unchanged) == (0, 0, 1)
    assert [document.id for document in store.documents()] == list(first.added)


def test_a_changed_manual_is_replaced_whole(store: Store, tmp_path: Path) -> None:
    manual(tmp_path / "자료", "등불 지침.md", LAMPS)
    before = take_in(store, tmp_path / "자료")
    manual(tmp_path / "자료", "등불 지침.md", {"등불 닦기": "등불은 매일 물로 씻는다."})
    after = take_in(store, tmp_path / "자료")
    assert after.replaced == before.added
    assert store.literal(ask("헝겊")).count == 0
    assert store.literal(ask("기름")).count == 0
    assert store.literal(ask("물로 씻는다")).count == 1
    assert len(store.passages(after.replaced[0])) == 1


def test_a_file_that_vanished_is_gone_from_answers(store: Store, tmp_path: Path) -> None:
    kept = manual(tmp_path / "자료", "등불 지침.md", LAMPS)
    manual(tmp_path / "자료", "나팔 지침.md", {"나팔 불기": "안개가 끼면 나팔을 분다."})
    take_in(store, tmp_path / "자료")
    (tmp_path / "자료" / "나팔 지침.md").unlink()
    report = take_in(store, tmp_path / "자료")
    assert report.removed == 1
    assert store.literal(ask("나팔")).count == 0
    assert [document.source for document in store.documents()] == [kept.name]


def test_a_moved_file_keeps_its_document(store: Store, tmp_path: Path) -> None:
    path = statute(tmp_path / "가", "등대 당번법")
    first = take_in(store, tmp_path / "가")
    (tmp_path / "나").mkdir()
    path.rename(tmp_path / "나" / "법률.md")
    again = take_in(store, tmp_path / "나")
    assert (again.added, again.unchanged) == ((), 1)
    assert [(document.id, document.source) for document in store.documents()] == [(first.added[0], "법률.md")]


def test_two_manuals_of_one_title_stay_two(store: Store, tmp_path: Path) -> None:
    manual(tmp_path / "가", "지침.md", LAMPS, title="당번 지침")
    manual(tmp_path / "나", "지침.md", {"나팔 불기": "안개가 끼면 나팔을 분다."}, title="당번 지침")
    take_in(store, tmp_path / "가")
    take_in(store, tmp_path / "나")
    assert len({document.id for document in store.documents()}) == 2
    assert store.literal(ask("나팔")).count == 1
    assert store.literal(ask("헝겊")).count == 1


def test_a_bad_file_is_reported_and_the_rest_goes_on(store: Store, tmp_path: Path) -> None:
    manual(tmp_path / "자료", "등불 지침.md", LAMPS)
    (tmp_path / "자료" / "빈 문서.md").write_bytes(b"")
    (tmp_path / "자료" / "깨진 문서.docx").write_bytes(b"PK\x03\x04 nothing")
    events = list(store.import_paths([tmp_path / "자료"], None, CancelToken(), words_only=True))
    assert {event.path.name for event in events if isinstance(event, FileFailed)} == {"빈 문서.md", "깨진 문서.docx"}
    report = events[-1].value  # type: ignore[attr-defined]
    assert isinstance(report, ImportReport)
    assert len(report.added) == 1
    assert {Path(path).name: code for path, code in report.failed}["빈 문서.md"] == "file_empty"


def test_a_failure_is_kept_until_the_file_is_mended_or_forgotten(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    bad, worse = tmp_path / "자료" / "빈 문서.md", tmp_path / "자료" / "또 빈 문서.md"
    bad.parent.mkdir()
    bad.write_bytes(b"")
    worse.write_bytes(b"")
    take_in(store, bad.parent)
    store.close()
    store = opened()
    assert {failure.path for failure in store.failures()} == {str(bad), str(worse)}
    assert store.failures()[0].code == "file_empty"
    manual(bad.parent, bad.name, LAMPS)
    take_in(store, bad.parent)
    assert {failure.path for failure in store.failures()} == {str(worse)}
    store.forget_failure(str(worse))
    assert store.failures() == []


def test_a_path_that_is_not_there_is_an_error(store: Store, tmp_path: Path) -> None:
    with pytest.raises(PathNotFound):
        take_in(store, tmp_path / "없는 폴더")


def test_hidden_and_temporary_files_are_passed_over(store: Store, tmp_path: Path) -> None:
    manual(tmp_path / "자료", ".숨은 지침.md", LAMPS)
    manual(tmp_path / "자료", "~$지침.md", LAMPS)
    manual(tmp_path / "자료" / ".git", "지침.md", LAMPS)
    assert take_in(store, tmp_path / "자료").added == ()


def test_a_cancelled_import_goes_on_where_it_stopped(store: Store, tmp_path: Path) -> None:
    for number in range(6):
        manual(tmp_path / "자료", f"지침 {number}.md", {"당번": f"{number}번 등대의 당번은 한 사람이다."})
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        for event in store.import_paths([tmp_path / "자료"], None, cancel, words_only=True):
            if isinstance(event, Progress) and event.done == 3:
                cancel.cancel()
    assert len(store.documents()) == 3
    assert store.literal(ask("당번은 한 사람")).count == 3
    report = take_in(store, tmp_path / "자료")
    assert (len(report.added), report.unchanged) == (3, 3)
    assert store.literal(ask("당번은 한 사람")).count == 6


def test_removed_documents_are_gone_at_once(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "등대 당번법")
    report = take_in(store, tmp_path)
    assert titles(store, "등대지기 당번") == ["등대 당번법"]
    store.remove(report.added)
    assert store.documents() == []
    assert titles(store, "등대지기 당번") == []
    assert store.literal(ask("당번")).count == 0


def test_another_collection_takes_the_document_over(store: Store, tmp_path: Path) -> None:
    manual(tmp_path, "등불 지침.md", LAMPS)
    take_in(store, tmp_path)
    take_in(store, tmp_path, collection=Collection.OWN)
    assert store.counts()[Collection.MANUALS] == 0
    assert store.counts()[Collection.OWN] == 1
    assert store.literal(ask("헝겊")).count == 1


def test_supplements_are_stored_apart_from_what_ranks(store: Store, tmp_path: Path) -> None:
    statute(tmp_path, "등대 당번법")
    identity = take_in(store, tmp_path).added[0]
    assert store.document(identity).passages == 1
    assert [passage.role for passage in store.passages(identity)] == [Role.ARTICLE, Role.SUPPLEMENT]
    assert [passage.article for passage in store.articles_named(identity, "제1조")] == ["제1조"]


def test_an_office_path_of_three_hundred_signs_is_taken_in(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "자료"
    for part in ("가나다라마바사 " * 4, "아자차카타파하 " * 4, "등대 당번 지침 모음 " * 3):
        folder = folder / part.strip()
    path = manual(folder, "등불 지침 (최종).md", LAMPS)
    assert len(os.fsencode(path)) > 300
    assert len(take_in(store, tmp_path / "자료").added) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_folder_without_permission_is_reported(store: Store, tmp_path: Path) -> None:
    closed = tmp_path / "자료" / "잠긴 폴더"
    closed.mkdir(parents=True)
    closed.chmod(0)
    report = take_in(store, tmp_path / "자료")
    closed.chmod(0o700)
    assert report.failed == ((str(closed), "file_unreadable"),)


def test_nothing_vanishes_because_a_folder_could_not_be_read(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "자료" / "지침"
    manual(folder, "등불 지침.md", LAMPS)
    take_in(store, tmp_path / "자료")

    def walk(root: Path, onerror: object) -> list[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "no", str(folder)))  # type: ignore[operator]
        return [(str(root), [], [])]

    monkeypatch.setattr("govdesk.knowledge.scan.os.walk", walk)
    report = take_in(store, tmp_path / "자료")
    assert report.removed == 0
    assert report.failed == ((str(folder), "file_unreadable"),)
    assert store.literal(ask("헝겊")).count == 1


def test_a_second_process_reads_what_the_first_wrote(opened: Opener, tmp_path: Path) -> None:
    writer = opened()
    reader = opened(write=False, read_many=read_here)
    assert reader.documents() == []
    manual(tmp_path / "자료", "등불 지침.md", LAMPS)
    take_in(writer, tmp_path / "자료")
    assert [document.title for document in reader.documents()] == ["등불 지침"]
    assert reader.literal(ask("헝겊")).count == 1
    assert titles(reader, "등불을 닦는 때") == ["등불 지침"]
