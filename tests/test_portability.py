"""Windows is where most users are: what exists only on POSIX is found by reading the code, not by running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "govdesk").rglob("*.py"))

POSIX_MODULES = {"fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "posix", "syslog", "crypt"}
POSIX_CALLS = {
    "fork", "forkpty", "getuid", "geteuid", "getgid", "setuid", "setsid", "killpg", "getpgid", "mkfifo", "chown",
    "statvfs", "wait3", "wait4", "nice", "SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "alarm", "setitimer",
    "sched_getaffinity",
}  # fmt: skip
FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "socket", "http", "ftplib", "smtplib", "xmlrpc", "asyncio"}
FORBIDDEN_CALLS = {"eval", "exec", "__import__"}


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0], node.lineno


def inside_platform_branch(tree: ast.AST, line: int) -> bool:
    """Whether `line` lies in a branch or function that asks for the platform first."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or line):
            text = ast.unparse(node.test) if isinstance(node, ast.If) else ast.unparse(node)
            if any(word in text for word in ("sys.platform", "os.name", "hasattr(os", "platform.system")):
                return True
    return False


def posix_only(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    uses = [(name, line) for name, line in imported(tree) if name in POSIX_MODULES]
    uses += [
        (f"{node.value.id}.{node.attr}", node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("os", "signal")
        and node.attr in POSIX_CALLS
    ]
    return [f"{path.name}:{line} {name}" for name, line in uses if not inside_platform_branch(tree, line)]


def test_posix_only_names_stand_behind_a_question_for_the_platform() -> None:
    assert [use for path in SOURCES for use in posix_only(path)] == []


def test_no_module_for_the_network_or_for_pickles_is_imported() -> None:
    found = [
        f"{path.name}:{line} {name}"
        for path in SOURCES
        for name, line in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name in FORBIDDEN_MODULES
    ]
    assert found == []


def test_nothing_is_evaluated() -> None:
    found = [
        f"{path.name}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("import os\nos.fork()\n", 1),
        ("import os, sys\nif sys.platform != 'win32':\n    os.fork()\n", 0),
        ("import resource\n", 1),
        ("import os\nos.replace('a', 'b')\n", 0),
    ],
)
def test_the_search_itself_tells_the_two_apart(tmp_path: Path, code: str, faults: int) -> None:
    path = tmp_path / "sample.py"
    path.write_text(code, encoding="utf-8")
    assert len(posix_only(path)) == faults
