"""`govdesk selftest`: does this installation work? Runs in a folder of its own and leaves nothing."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from govdesk import __version__
from govdesk.app import Desk
from govdesk.assistant.model import Answer
from govdesk.cli.console import Console
from govdesk.cli.display import has_display
from govdesk.errors import GovDeskError
from govdesk.jobs import CancelToken, FileFailed, Finished
from govdesk.knowledge.model import Collection, ImportReport
from govdesk.messages import text_of
from govdesk.paths import DataFolder

QUESTION = "정보공개 청구가 들어오면 며칠 안에 결정하나요?"
FACT = "10일"
"""What the first of the example manuals answers."""

LIBRARIES = ("PySide6-Essentials", "lancedb", "kiwipiepy", "numpy", "pyarrow", "python-hwpx", "pypdfium2")


class CheckFailed(Exception):
    """A check found something wrong; the text says what."""


@dataclass(frozen=True, slots=True)
class Check:
    """`run` returns a line of figures, or raises `CheckFailed` or `GovDeskError`."""

    name: str
    run: Callable[[], str]


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("selftest", help="설치가 온전한지 스스로 시험합니다")
    command.set_defaults(run=run)


def run(_options: argparse.Namespace, desk: Desk, console: Console) -> int:
    console.line(f"GovDesk {__version__} · Python {platform.python_version()} · {platform.platform()}")
    with tempfile.TemporaryDirectory(prefix="govdesk-시험 ", ignore_cleanup_errors=True) as folder:
        trial = Desk(DataFolder(Path(folder) / "자료"), desk.resources, desk.today)
        try:
            results = [_result(check, console) for check in checks(trial, Path(folder))]
        finally:
            trial.close()
    failed = results.count(False)
    console.line(f"{len(results)}가지 가운데 {failed}가지 실패" if failed else f"{len(results)}가지 모두 통과")
    return 1 if failed else 0


def checks(desk: Desk, folder: Path) -> tuple[Check, ...]:
    """What is checked, in the order in which one needs the other."""
    return (
        Check("구성품", _libraries),
        Check("자원 파일", lambda: _resources(desk)),
        Check("예시 자료 색인", lambda: _examples(desk)),
        Check("질문과 답", lambda: _answer(desk)),
        Check("문서 형식 읽기", lambda: _formats(desk, folder)),
        Check("창", _window),
        Check("통신 없음", _no_network),
    )


def _result(check: Check, console: Console) -> bool:
    started = time.perf_counter()
    try:
        detail = check.run()
    except CheckFailed as failure:
        console.line(f"[실패] {check.name}: {failure}")
        return False
    except GovDeskError as error:
        console.line(f"[실패] {check.name}: {text_of(error)}")
        return False
    console.line(f"[통과] {check.name}: {detail} ({(time.perf_counter() - started) * 1000:,.0f} ms)")
    return True


def _libraries() -> str:
    found = []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError as error:
            raise CheckFailed(f"{name}이(가) 없습니다. 프로그램을 다시 설치하세요.") from error
    return ", ".join(found)


def _resources(desk: Desk) -> str:
    fonts, manuals = list(desk.resources.fonts.glob("*.otf")), list(desk.resources.demo.glob("*.md"))
    if not fonts or len(manuals) < 10:
        raise CheckFailed("글꼴이나 예시 자료가 빠졌습니다. 프로그램을 다시 설치하세요.")
    return f"글꼴 {len(fonts)}, 예시 매뉴얼 {len(manuals)}"


def _examples(desk: Desk) -> str:
    for event in desk.store().ensure_examples(CancelToken()):
        if isinstance(event, FileFailed):
            raise CheckFailed(str(text_of(event.error)))
    counts = desk.store().counts()
    if not counts.get(Collection.EXAMPLES):
        raise CheckFailed("예시 자료가 색인에 없습니다.")
    return f"문서 {counts[Collection.EXAMPLES]}건"


def _answer(desk: Desk) -> str:
    job = desk.answerer().ask(QUESTION, as_of=desk.today(), profile=desk.settings.profile, cancel=CancelToken())
    for event in job:
        if isinstance(event, Finished) and isinstance(event.value, Answer):
            answer = event.value
            if answer.refusal or not answer.citations or FACT not in answer.decision:
                raise CheckFailed("예시 자료에서 답을 찾지 못했습니다.")
            return f"인용 {len(answer.citations)}건, 답까지 {answer.total_ms:,.0f} ms"
    raise CheckFailed("답이 끝나지 않았습니다.")


def _formats(desk: Desk, folder: Path) -> str:
    """Import one invented document of every format through the reader's own process."""
    samples = folder / "표본"
    names = _write_samples(samples)
    added = 0
    for event in desk.store().import_paths([samples], Collection.OWN, CancelToken(), words_only=True):
        if isinstance(event, FileFailed):
            raise CheckFailed(str(text_of(event.error)))
        if isinstance(event, Finished) and isinstance(event.value, ImportReport):
            added = len(event.value.added)
    if added != len(names):
        raise CheckFailed(f"{len(names)}개 가운데 {added}개만 읽었습니다.")
    return ", ".join(names)


def _write_samples(folder: Path) -> list[str]:
    from govdesk.testing import documents, pdffile

    contents = {
        "docx": documents.docx(),
        "hwp": documents.hwp(),
        "hwpx": documents.hwpx(),
        "md": documents.MANUAL.encode(),
        "pdf": pdffile.pdf([["시험 안내문", "창구에서 신청서를 냅니다."]]),
        "txt": documents.TEXT.encode("cp949"),
        "xlsx": documents.xlsx(),
    }
    folder.mkdir()
    for suffix, content in contents.items():
        (folder / f"표본 {suffix}.{suffix}").write_bytes(content)
    return list(contents)


def _window() -> str:
    """Start Qt on the platform at hand (offscreen where there is no display) and find the Korean font."""
    from govdesk.ui.main import window_check

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    problem = window_check()
    if problem:
        raise CheckFailed(problem)
    return f"Qt {metadata.version('PySide6-Essentials')}"


def _no_network() -> str:
    """Sockets of the internet families this process holds, where the system lists them (Linux)."""
    if not sys.platform.startswith("linux"):
        return "이 운영체제에서는 방화벽 기록으로 확인하세요"
    own = {link.readlink().as_posix() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()}
    inodes = {name.removeprefix("socket:[").removesuffix("]") for name in own if name.startswith("socket:[")}
    used = [inode for table in ("tcp", "tcp6", "udp", "udp6") for inode in _inodes(table) if inode in inodes]
    if used:
        raise CheckFailed(f"인터넷 소켓 {len(used)}개가 열려 있습니다.")
    return "열린 인터넷 소켓 0개"


def _inodes(table: str) -> list[str]:
    path = Path("/proc/self/net") / table
    if not path.exists():
        return []
    return [line.split()[9] for line in path.read_text().splitlines()[1:] if len(line.split()) > 9]
