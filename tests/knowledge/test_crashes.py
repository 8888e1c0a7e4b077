"""Killed in the middle, a full disk, two writers, foreign and damaged databases."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govdesk.errors import StoreBusy, StoreDamaged, StoreFull, StoreTooNew
from govdesk.knowledge import importer
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.index import EXTRA, RANKED, Index
from govdesk.knowledge.schemas import RANKED_ROLES
from govdesk.knowledge.store import Store
from govdesk.knowledge.writing import DIRTY, recover
from tests.knowledge.conftest import Opener, ask, manual, statute, take_in, titles

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = 30
KILLS = 20


def write_documents(folder: Path, edition: int) -> None:
    """Thirty manuals of three sections and a statute; a third of them change with the edition."""
    for number in range(DOCUMENTS):
        version = edition if number % 3 == 0 else 0
        sections = {f"{part}번 일": f"{number}번 등대의 {part}번 일은 {version}판에 따른다." for part in range(3)}
        manual(folder, f"지침 {number}.md", sections)
    statute(folder, "등대 당번법")


def assert_whole(home: Path) -> None:
    """Every document has all its passages, and no row is without its document."""
    index = Index(home / "index", write=True)
    recover(index)
    catalog = Catalog.read(index)
    alive = {item.document.id: item for item in catalog.stored.values()}
    for name in (RANKED, EXTRA):
        rows = index.read(name, columns=["document_id", "generation", "role"]).to_pylist()
        assert all(catalog.alive(row["document_id"], row["generation"]) for row in rows)
        if name == RANKED:
            found = [row["document_id"] for row in rows if row["role"] in RANKED_ROLES]
            assert {one: found.count(one) for one in set(found)} == {
                identity: item.document.passages for identity, item in alive.items()
            }
    index.close()


@pytest.mark.slow
def test_a_kill_at_any_moment_of_an_import_leaves_no_half_document(home: Path, opened: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "자료"
    moments = random.Random(20)
    for kill in range(KILLS):
        write_documents(folder, kill)
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.knowledge.importing_child", str(home), str(folder)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(moments.uniform(0.0, 0.9))
        child.kill()
        child.wait()
        child.stdout.close()
        assert_whole(home)
    store = opened()
    take_in(store, folder)
    assert len(store.documents()) == DOCUMENTS + 1
    assert store.literal(ask(f"번 일은 {KILLS - 1}판에 따른다")).count == DOCUMENTS
    assert store.literal(ask("판에 따른다")).count == 3 * DOCUMENTS


def test_rows_without_a_document_are_deleted_when_the_index_opens(home: Path, opened: Opener, tmp_path: Path) -> None:
    store = opened()
    manual(tmp_path / "자료", "지침.md", {"당번": "당번은 등불을 지킨다."})
    take_in(store, tmp_path / "자료")
    index = store._index
    rows = index.read(RANKED)
    generations = rows.set_column(rows.schema.get_field_index("generation"), "generation", [["lost"] * rows.num_rows])
    index.add(RANKED, generations.cast(rows.schema))
    index.set_note(DIRTY, True)
    assert index.count(RANKED) == 2
    store.close()
    store = opened()
    assert store._index.count(RANKED) == 1
    assert store.literal(ask("등불")).count == 1


def test_a_full_disk_leaves_what_was_whole_and_the_import_goes_on_later(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_documents(tmp_path / "자료", 0)
    monkeypatch.setattr(importer, "BATCH_DOCUMENTS", 5)
    add, calls = Index.add, []

    def full(self: Index, name: str, rows: object) -> None:
        calls.append(name)
        if len(calls) > 4:
            from govdesk.knowledge.index import translated

            with translated(self.folder):
                raise RuntimeError("lance error: LanceError(IO): No space left on device (os error 28)")
        add(self, name, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(Index, "add", full)
    with pytest.raises(StoreFull):
        take_in(store, tmp_path / "자료")
    monkeypatch.setattr(Index, "add", add)
    before = len(store.documents())
    assert 0 < before < DOCUMENTS
    assert store.literal(ask("판에 따른다")).count == 3 * before
    take_in(store, tmp_path / "자료")
    assert len(store.documents()) == DOCUMENTS + 1
    assert store.literal(ask("판에 따른다")).count == 3 * DOCUMENTS
    assert_rows_alive(store)


def assert_rows_alive(store: Store) -> None:
    catalog = store._fresh()
    rows = store._index.read(RANKED, columns=["document_id", "generation"]).to_pylist()
    assert all(catalog.alive(row["document_id"], row["generation"]) for row in rows)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small file system")
def test_a_disk_that_really_is_full_is_named(tmp_path: Path) -> None:
    disk = tmp_path / "작은 디스크"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("needs root")
    try:
        home, folder = disk / "집", tmp_path / "자료"
        for number in range(200):
            text = "".join(chr(0xAC00 + (number * 7919 + at * 104729) % 11172) for at in range(4000))
            manual(folder, f"지침 {number}.md", {"당번": text})
        from govdesk.paths import Resources, resources
        from tests.knowledge.conftest import read_here

        store = None
        with pytest.raises(StoreFull):
            store = Store.open(
                home / "index", home / "lock", write=True, resources=Resources(resources()), read_many=read_here
            )
            take_in(store, folder)
        if store:
            store.close()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_second_writer_is_refused_and_may_read(opened: Opener, tmp_path: Path) -> None:
    first = opened()
    statute(tmp_path / "자료", "등대 당번법")
    take_in(first, tmp_path / "자료")
    with pytest.raises(StoreBusy):
        opened()
    second = opened(write=False)
    assert not second.writable
    assert titles(second, "등대지기 당번") == ["등대 당번법"]
    with pytest.raises(StoreBusy):
        second.remove([])
    with pytest.raises(StoreBusy):
        take_in(second, tmp_path / "자료")


def test_the_lock_is_free_again_after_closing(opened: Opener) -> None:
    opened().close()
    assert opened().writable


def test_a_database_of_a_newer_program_is_left_alone(home: Path, opened: Opener) -> None:
    opened().close()
    manifest = home / "index" / "manifest.json"
    manifest.write_text(json.dumps({"schema": 999}), encoding="utf-8")
    with pytest.raises(StoreTooNew):
        opened()
    assert json.loads(manifest.read_text(encoding="utf-8")) == {"schema": 999}


def test_a_manifest_that_is_no_manifest_is_damage(home: Path, opened: Opener) -> None:
    opened().close()
    (home / "index" / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreDamaged):
        opened()


def test_a_database_with_lost_files_is_damage(home: Path, opened: Opener, tmp_path: Path) -> None:
    store = opened()
    statute(tmp_path / "자료", "등대 당번법")
    take_in(store, tmp_path / "자료")
    store.close()
    for path in (home / "index" / "documents.lance").rglob("*.lance"):
        path.write_bytes(b"nothing")
    with pytest.raises(StoreDamaged):
        opened()


def test_old_versions_do_not_pile_up(opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import timedelta

    monkeypatch.setattr("govdesk.knowledge.index.KEEP", timedelta(milliseconds=1))
    store = opened()
    for edition in range(8):
        write_documents(tmp_path / "자료", edition)
        take_in(store, tmp_path / "자료")
    versions = list((store._index.folder / "passages.lance" / "_versions").glob("*.manifest"))
    assert len(versions) <= 4
