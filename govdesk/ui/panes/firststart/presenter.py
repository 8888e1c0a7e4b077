"""What the first page gathers. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from govdesk.errors import InputInvalid
from govdesk.knowledge.model import Collection
from govdesk.settings.profile import Profile
from govdesk.settings.store import Settings
from govdesk.ui.requests import ImportFiles


class FirstStartPresenter:
    """Holds the profile and what is to be imported until the person starts.

    A folder given as statutes is imported as statutes; files as the office's manuals; what is dropped is
    sorted out by the importer (collection None).
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.profile: Profile = settings.profile
        self._statutes: list[Path] = []
        self._manuals: list[Path] = []
        self._dropped: list[Path] = []

    def add_statutes(self, folder: Path) -> None:
        self._take(self._statutes, [folder])

    def add_files(self, files: Iterable[Path]) -> None:
        self._take(self._manuals, files)

    def drop(self, paths: Iterable[Path]) -> None:
        self._take(self._dropped, [path for path in paths if path.exists()])

    def clear(self) -> None:
        """Forget what was chosen for import."""
        for chosen in (self._statutes, self._manuals, self._dropped):
            chosen.clear()

    @property
    def count(self) -> int:
        return len(self._statutes) + len(self._manuals) + len(self._dropped)

    def chosen(self) -> str:
        """What will be imported, in words; ``""`` for nothing."""
        names = [path.name or str(path) for path in (*self._statutes, *self._manuals, *self._dropped)]
        if not names:
            return ""
        more = f" 외 {len(names) - 1}개" if len(names) > 1 else ""
        return f"{names[0]}{more}"

    def imports(self) -> tuple[ImportFiles, ...]:
        """Requests for the documents pane, statutes first."""
        groups: tuple[tuple[list[Path], Collection | None], ...] = (
            (self._statutes, Collection.STATUTES),
            (self._manuals, Collection.MANUALS),
            (self._dropped, None),
        )
        return tuple(ImportFiles(tuple(paths), collection) for paths, collection in groups if paths)

    def set_appearance(self, field: str, value: object) -> str:
        """Save a choice of look at once; returns why not, or ``""``."""
        try:
            self.settings.update("appearance", field, value)
        except InputInvalid as error:
            return error.why
        except OSError:
            return "설정을 저장하지 못했습니다."
        return ""

    def _take(self, chosen: list[Path], paths: Iterable[Path]) -> None:
        chosen.extend(path for path in paths if path not in chosen)
