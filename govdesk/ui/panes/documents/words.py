"""Names, icons and figures of the documents pane. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from govdesk.knowledge.model import Collection, Failure
from govdesk.messages import Message, message_for

ALL, FAILED, OLD = "all", "failed", "old"
"""Shelves that are no collection."""

SHELVES: tuple[tuple[str, str, str], ...] = (
    (ALL, "모든 자료", "list"),
    (Collection.STATUTES.value, "법령", "book"),
    (Collection.MANUALS.value, "매뉴얼", "manual"),
    (Collection.CASES.value, "처리 사례", "mail"),
    (Collection.OWN.value, "내 문서", "file"),
    (Collection.EXAMPLES.value, "예시 자료", "folder"),
)
STATES: tuple[tuple[str, str, str], ...] = ((FAILED, "가져오지 못함", "alert"), (OLD, "옛 판", "history"))
NAMES: Mapping[str, str] = {key: name for key, name, _ in (*SHELVES, *STATES)}
ICONS: Mapping[str, str] = {key: icon for key, _, icon in (*SHELVES, *STATES)}

FAULTS: Mapping[str, str] = {
    "file_damaged": "깨진 파일",
    "file_password": "암호 걸림",
    "file_distribution_only": "배포용 문서",
    "file_empty": "글자 없음",
    "file_image_only": "그림뿐",
    "file_too_large": "너무 큼",
    "file_type_unknown": "모르는 형식",
    "file_format_old": "옛 형식",
    "file_type_mismatch": "형식 다름",
    "file_unreadable": "접근 못함",
    "file_timed_out": "너무 오래 걸림",
}
"""What stands in the state column, by error code."""


def fault(code: str) -> str:
    return FAULTS.get(code, "가져오지 못함")


def reason(failure: Failure) -> Message:
    """Cause and next step of a failed file."""
    fields = {key: _value(text) for key, text in failure.fields.items()}
    return message_for(failure.code, {**fields, "path": failure.path})


def _value(text: str) -> object:
    """Fields are kept as text; figures go back to figures."""
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def named(paths: tuple[Path, ...]) -> str:
    """What an import takes in, short: ``core 폴더 · 파일 4개``."""
    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if path not in folders]
    parts = []
    if folders:
        more = f" 외 {len(folders) - 1}곳" if len(folders) > 1 else ""
        parts.append(f"{folders[0].name or folders[0]} 폴더{more}")
    if files:
        parts.append(files[0].name if len(files) == 1 else f"파일 {len(files):,}개")
    return " · ".join(parts)


def placed(source: str) -> str:
    """A path below the imported folder as a reader sees it: ``식품위생법 › 시행규칙``."""
    return source.removesuffix(".md").replace("/", " › ")


def lasting(seconds: float) -> str:
    """``36초``, ``2분 5초``, ``1시간 3분``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole}초"
    if whole < 3600:
        return f"{whole // 60}분 {whole % 60}초" if whole % 60 else f"{whole // 60}분"
    return f"{whole // 3600}시간 {whole % 3600 // 60}분"


def bulk(size: int) -> str:
    """Bytes as ``0.6 GB`` or ``23 MB``."""
    if size >= 100_000_000:
        return f"{size / 1_000_000_000:,.1f} GB"
    return f"{max(1, round(size / 1_000_000)):,} MB" if size else "0 MB"


def searching(done: int, total: int, *, importing: bool = False) -> str:
    """What can be found by now."""
    if importing and done >= total:
        return "낱말 찾기는 지금 됩니다 · 뜻 찾기는 가져온 뒤에 됩니다"
    if total and done < total:
        return f"낱말 찾기는 지금 됩니다 · 뜻 찾기 {100 * done // total}%"
    return "낱말 찾기와 뜻 찾기가 모두 됩니다" if total else "가져온 것부터 바로 찾을 수 있습니다"
