"""Commands as a person types them, in this process or in one of their own, over invented files."""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from govdesk.cli.console import Console
from govdesk.cli.main import run
from govdesk.knowledge.model import Failure
from govdesk.knowledge.store import Store
from govdesk.paths import DataFolder, Resources, resources
from govdesk.text.morphemes import Morphemes

ROOT = Path(__file__).resolve().parents[2]

STATUTE = """---
제목: {title}
법령MST: 1
법령ID: '{identity}'
법령구분: 법률
법령구분코드: ''
소관부처:
- 한빛부
공포일자: {date}
공포번호: '00001'
시행일자: {date}
법령분야: ''
상태: 시행
출처: https://example.invalid
---
# {title}

##### 제1조 (목적)

이 법은 돛단배의 등록과 운행에 필요한 사항을 정함을 목적으로 한다.

##### 제2조 (등록)

**①** 돛단배를 모는 사람은 산 날부터 {days}일 이내에 시장에게 등록하여야 한다.

##### 제3조 (수수료)

등록 수수료는 1척에 삼천원으로 한다.

## 부칙

부칙 <제1호,{date}>

이 법은 공포한 날부터 시행한다.
"""


def statute(folder: Path, *, date: str = "2024-03-01", days: int = 15, title: str = "돛단배 관리법") -> Path:
    """Write one revision of the invented statute."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{title} {date}.md"
    path.write_text(STATUTE.format(title=title, identity="999002", date=date, days=days), encoding="utf-8")
    return path


def manual(path: Path, text: str, *, title: str = "", heading: str = "자리") -> Path:
    """Write an invented manual of one section, titled by its file name unless told otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {title or path.stem}\n\n## {heading}\n\n{text}\n", encoding="utf-8")
    return path


class Typed:
    """Runs commands in this process and keeps what they print; a fault of the program reaches the test."""

    def __init__(self) -> None:
        self.out = ""
        self.err = ""

    def __call__(self, *arguments: object) -> int:
        out, err = io.StringIO(), io.StringIO()
        code = run([str(argument) for argument in arguments], Console(out, err))
        self.out, self.err = out.getvalue(), err.getvalue()
        return code


class Program:
    """The program in a process of its own."""

    def __init__(self, home: Path) -> None:
        self.environment = dict(os.environ, GOVDESK_HOME=str(home), PYTHONPATH=str(ROOT), PYTHONUTF8="1")
        self.environment.pop("DISPLAY", None)

    def start(self, *arguments: object, powerless: bool = False, **named: object) -> subprocess.Popen[str]:
        """`powerless`: permissions hold, even where the tests run as root."""
        return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
            [sys.executable, "-m", "govdesk", *map(str, arguments)],
            env=self.environment,
            stdout=named.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=_drop_powers if powerless and hasattr(os, "geteuid") and os.geteuid() == 0 else None,
            **named,
        )

    def __call__(self, *arguments: object, **named: object) -> tuple[int, str, str]:
        """Exit code, output and errors of a command; a traceback fails the test."""
        with self.start(*arguments, **named) as child:  # type: ignore[arg-type]
            out, err = child.communicate(timeout=60)
        assert "Traceback" not in err + (out or ""), err
        return child.returncode, out or "", err


_BOUNDING_SET_DROP = 24
_POWERS = (1, 2)
"""Linux: prctl option and CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, by which root reads and writes everything."""


def _drop_powers() -> None:
    library = ctypes.CDLL(None)
    for power in _POWERS:
        library.prctl(_BOUNDING_SET_DROP, power, 0, 0, 0)


@pytest.fixture(scope="session")
def permissions_hold(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skip where a folder without permissions can be read all the same."""
    if os.name != "posix":
        pytest.skip("needs POSIX permissions")
    closed = tmp_path_factory.mktemp("잠김")
    closed.chmod(0)
    look = "import os, sys; os.listdir(sys.argv[1])"
    powers = _drop_powers if os.geteuid() == 0 else None
    seen = subprocess.run([sys.executable, "-c", look, str(closed)], stderr=subprocess.DEVNULL, preexec_fn=powers)
    closed.chmod(0o700)
    if seen.returncode == 0:
        pytest.skip("everything can be read here")


@pytest.fixture(scope="session")
def morphemes() -> Morphemes:
    return Morphemes()


@pytest.fixture(autouse=True)
def _one_analyser(morphemes: Morphemes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands in this process share one analyser, whose building takes a second."""
    monkeypatch.setattr("govdesk.text.morphemes.Morphemes", lambda: morphemes)


@pytest.fixture
def home() -> Path:
    return Path(os.environ["GOVDESK_HOME"])


@pytest.fixture
def govdesk() -> Typed:
    return Typed()


@pytest.fixture
def program(home: Path) -> Program:
    return Program(home)


@pytest.fixture(scope="session")
def _prepared(tmp_path_factory: pytest.TempPathFactory, morphemes: Morphemes) -> Path:
    """A data folder with two revisions of the statute and two manuals, made once."""
    folder = tmp_path_factory.mktemp("밑감")
    statute(folder / "자료", date="2020-01-01", days=30)
    statute(folder / "자료")
    manual(folder / "자료" / "썰매 지침.md", "썰매는 다락에 둔다.")
    manual(folder / "자료" / "물지게 지침.md", "물지게는 헛간에 둔다.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOVDESK_HOME", str(folder / "집"))
        patch.setattr("govdesk.text.morphemes.Morphemes", lambda: morphemes)
        assert Typed()("import", folder / "자료") == 0
    return folder


@pytest.fixture
def stocked(_prepared: Path, home: Path, govdesk: Typed) -> Typed:
    """Commands over a data folder of the test's own, with two revisions of the statute and two manuals."""
    shutil.copytree(_prepared / "집", home)
    return govdesk


@pytest.fixture(scope="session")
def _asked_home(_prepared: Path) -> Path:
    return _prepared / "집"


@pytest.fixture
def asked(_asked_home: Path, govdesk: Typed, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Commands that only read, over the one data folder of all tests."""
    monkeypatch.setenv("GOVDESK_HOME", str(_asked_home))
    return govdesk


@pytest.fixture
def failures(home: Path, morphemes: Morphemes) -> Iterator[object]:
    """What the store remembers as not taken in."""

    def look() -> list[Failure]:
        folder = DataFolder(home)
        store = Store.open(
            folder.index, folder.lock, write=False, resources=Resources(resources()), morphemes=morphemes
        )
        try:
            return store.failures()
        finally:
            store.close()

    yield look
