"""The measured material: statutes of `../shared/data`, unpacked once into `build/bench`."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
WORK = ROOT / "build" / "bench"


def statutes(name: str) -> Path:
    """The unpacked snapshot ``core`` or ``national``."""
    target = WORK / "data" / name
    if not target.exists():
        part = target.with_name(f"{name}.part")
        with tarfile.open(SHARED / f"statutes-{name}.tar.xz") as archive:
            archive.extractall(part, filter="data")
        part.rename(target)
    return next(child for child in target.iterdir() if child.is_dir())


def questions() -> list[str]:
    """The questions of the development set, in order."""
    lines = (SHARED / "eval_dev" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["query"] for line in lines]


def available() -> bool:
    return SHARED.is_dir()
