"""The reader process: order, restarts, time limit, crashes, silence on the pipe, and its end with the program."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from govdesk import errors
from govdesk.knowledge import worker_process, worker_protocol
from govdesk.knowledge.model import ParsedDocument, ParsedPassage, Role
from govdesk.knowledge.worker_process import ReaderFault, ReaderProcess
from govdesk.paths import install_root
from govdesk.testing import documents as made

MISBEHAVING = """
import ctypes, os, re, sys
from govdesk.knowledge import worker
sound = worker._answer
def answer(path):
    name = path.name
    if "hang" in name:
        re.match("(a+)+$", "a" * 64 + "b")
    if "crash" in name:
        os.abort()
    if "fault" in name:
        raise KeyError(name)
    if "exit" in name:
        raise SystemExit(3)
    if "noise" in name:
        print("noise")
        os.write(1, b"noise")
        sys.stderr.write("noise")
    return sound(path)
worker._answer = answer
worker.FILES = int(sys.argv[1])
worker.MEMORY_LIMIT = int(sys.argv[2])
sys.exit(worker.main())
"""


def misbehaving(files: int = 1_000, memory: int = 10**12) -> list[str]:
    return [sys.executable, "-c", MISBEHAVING, str(files), str(memory)]


@pytest.fixture
def reader() -> Iterator[ReaderProcess]:
    with ReaderProcess(argv=misbehaving()) as process:
        yield process


def texts(folder: Path, *names: str) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text(f"{path.stem}의 글입니다.", encoding="utf-8")
    return paths


def outcome(result: ParsedDocument | errors.FileError) -> str:
    return result.title if isinstance(result, ParsedDocument) else type(result).__name__


def test_files_come_back_in_order_with_documents_and_errors(tmp_path: Path) -> None:
    paths = texts(tmp_path, "가", "나")
    paths.insert(1, tmp_path / "없는 파일.hwp")
    with ReaderProcess() as reader:
        results = list(reader.read_many(paths))
        assert [path for path, _ in results] == paths
        assert [outcome(result) for _, result in results] == ["가", "FileUnreadable", "나"]
        assert reader.starts == 1


def test_the_document_is_the_same_as_without_a_process(tmp_path: Path) -> None:
    from govdesk.knowledge.readers.registry import read

    path = tmp_path / "법.md"
    path.write_text(made.STATUTE, encoding="utf-8")
    with ReaderProcess() as reader:
        assert reader.read(path) == read(path)


def test_a_file_over_the_time_limit_is_left_and_the_rest_goes_on(tmp_path: Path) -> None:
    paths = texts(tmp_path, "앞", "hang", "뒤", "끝")
    with ReaderProcess(argv=misbehaving(), seconds=1.0) as reader:
        results = dict(reader.read_many(paths))
        assert [outcome(results[path]) for path in paths] == ["앞", "FileTimedOut", "뒤", "끝"]
        timed_out = results[paths[1]]
        assert isinstance(timed_out, errors.FileTimedOut)
        assert (timed_out.path, timed_out.seconds) == (paths[1], 1.0)
        assert reader.starts == 2


@pytest.mark.parametrize("way", ["crash", "fault", "exit"])
def test_a_file_that_ends_the_process_is_damaged_and_the_rest_goes_on(
    tmp_path: Path, reader: ReaderProcess, way: str
) -> None:
    paths = texts(tmp_path, "앞", f"{way}1", f"{way}2", "뒤")
    results = [outcome(result) for _, result in reader.read_many(paths)]
    assert results == ["앞", "FileDamaged", "FileDamaged", "뒤"]


def test_what_libraries_print_does_not_get_into_the_pipe(tmp_path: Path, reader: ReaderProcess) -> None:
    paths = texts(tmp_path, "noise 하나", "noise 둘")
    assert [outcome(result) for _, result in reader.read_many(paths)] == ["noise 하나", "noise 둘"]


def test_the_process_is_replaced_after_so_many_files(tmp_path: Path) -> None:
    paths = texts(tmp_path, *(f"글 {n}" for n in range(25)))
    with ReaderProcess(argv=misbehaving(files=10)) as reader:
        assert [outcome(result) for _, result in reader.read_many(paths)] == [path.stem for path in paths]
        assert reader.starts == 3


def test_the_process_is_replaced_when_it_holds_much_memory(tmp_path: Path) -> None:
    paths = texts(tmp_path, "가", "나", "다")
    with ReaderProcess(argv=misbehaving(memory=1)) as reader:
        assert [outcome(result) for _, result in reader.read_many(paths)] == ["가", "나", "다"]
        assert reader.starts == 3


def test_answers_and_paths_larger_than_any_pipe_do_not_lock_up(tmp_path: Path) -> None:
    folder = tmp_path / "/".join("한빛시 총무과 자료" * 4 for _ in range(12))
    folder.mkdir(parents=True)
    paths = [folder / f"{n}.txt" for n in range(6)]
    for path in paths:
        path.write_text("긴 글입니다. " * 60_000, encoding="utf-8")
    with ReaderProcess() as reader:
        sizes = [
            sum(len(p.text) for p in d.passages) for _, d in reader.read_many(paths) if isinstance(d, ParsedDocument)
        ]
    assert len(sizes) == 6
    assert min(sizes) > 400_000


def test_paths_are_drawn_only_a_few_ahead(tmp_path: Path) -> None:
    drawn: list[Path] = []

    def source() -> Iterator[Path]:
        for path in texts(tmp_path, *(f"글 {n}" for n in range(100))):
            drawn.append(path)
            yield path

    with ReaderProcess() as reader:
        results = reader.read_many(source())
        next(results)
        assert len(drawn) <= worker_process.AHEAD_FILES + 1


def test_leaving_early_ends_the_process_and_the_next_reading_is_clean(tmp_path: Path) -> None:
    paths = texts(tmp_path, "가", "나", "다")
    with ReaderProcess() as reader:
        first = reader.read_many(paths)
        next(first)
        first.close()  # type: ignore[attr-defined]
        assert outcome(reader.read(paths[2])) == "다"


def test_close_leaves_no_process_behind(tmp_path: Path) -> None:
    reader = ReaderProcess()
    reader.read(texts(tmp_path, "가")[0])
    child = reader._child
    assert child is not None
    reader.close()
    assert child.returncode is not None


def test_the_process_ends_when_the_program_is_gone() -> None:
    child = subprocess.Popen(
        worker_process.command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(install_root())},
    )
    with child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert worker_protocol.receive(child.stdout) == {"ready": True}  # type: ignore[arg-type]
        child.stdin.close()
        assert child.wait(10) == 0


def test_a_process_that_does_not_start_is_a_fault_of_the_program() -> None:
    with pytest.raises(ReaderFault), ReaderProcess(argv=[sys.executable, "-c", "pass"]) as reader:
        reader.read(Path("가.txt"))
    with pytest.raises(ReaderFault), ReaderProcess(argv=["/없는/프로그램"]) as reader:
        reader.read(Path("가.txt"))


def test_the_frozen_program_is_its_own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_process.command() == [sys.executable, "--reader-worker"]


def test_the_process_is_up_within_a_second(tmp_path: Path) -> None:
    started = time.monotonic()
    with ReaderProcess() as reader:
        reader.read(tmp_path / "없는 파일.txt")
    assert time.monotonic() - started < 3.0


# -- the protocol -----------------------------------------------------------------------------------------------

DOCUMENT = ParsedDocument(
    title="당직 편람",
    kind="매뉴얼",
    passages=(
        ParsedPassage(Role.ARTICLE, "글\n둘째 줄", "제1조", "목적", ("제1장 총칙",), "제1항~제2항", 3),
        ParsedPassage(Role.TABLE, "표"),
    ),
    series="당직편람",
    effective=date(2026, 3, 2),
    ministries=("총무과",),
    pages=12,
)


def test_a_document_survives_the_pipe() -> None:
    message = worker_protocol.receive(io.BytesIO(worker_protocol.pack({"d": worker_protocol.document_out(DOCUMENT)})))
    assert message is not None
    assert worker_protocol.document_in(message["d"]) == DOCUMENT


def leaves(root: type[errors.FileError]) -> list[type[errors.FileError]]:
    return [leaf for child in root.__subclasses__() for leaf in (leaves(child) or [child])]


@pytest.mark.parametrize("leaf", leaves(errors.FileError), ids=lambda leaf: leaf.__name__)
def test_every_file_error_survives_the_pipe(leaf: type[errors.FileError]) -> None:
    path = Path("자료") / "여비.hwp"
    values = {"size": 5, "limit": 4, "found": "그림", "seconds": 2.5}
    names = [name for name in leaf.__dataclass_fields__ if name != "path"]
    error = leaf(path, **{name: values[name] for name in names})
    back = worker_protocol.error_in(worker_protocol.error_out(error), path)
    assert type(back) is leaf
    assert back.path == path
    assert [getattr(back, name) for name in names] == [values[name] for name in names]


@pytest.mark.parametrize(
    "noise", [b"\x00", b"\x00\x00\x00\x09{}", b"\xff\xff\xff\xff{}", b"\x00\x00\x00\x02[]", b"\x00\x00\x00\x02{{"]
)
def test_noise_on_the_pipe_is_told(noise: bytes) -> None:
    with pytest.raises(worker_protocol.BrokenProtocol):
        worker_protocol.receive(io.BytesIO(noise))


@pytest.mark.data
@pytest.mark.slow
def test_the_core_statutes_flow_through(shared_data: Path, tmp_path: Path) -> None:
    """The bench measures the speed (about 240 files a second on two cores); here only a collapse would show."""
    import tarfile

    with tarfile.open(shared_data / "statutes-core.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    paths = sorted(tmp_path.rglob("*.md"))
    with ReaderProcess() as reader:
        started = time.monotonic()
        results = [result for _, result in reader.read_many(paths)]
    assert all(isinstance(result, ParsedDocument) and result.is_statute for result in results)
    assert len({result.series for result in results if isinstance(result, ParsedDocument)}) == len(paths)
    assert len(paths) / (time.monotonic() - started) > 30
