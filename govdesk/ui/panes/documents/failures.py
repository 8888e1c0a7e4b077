"""Files that could not be taken in: those kept in the store and those of the import that runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from govdesk.knowledge.model import Collection, Failure
from govdesk.ui.panes.documents import words
from govdesk.ui.panes.documents.contract import Work

if TYPE_CHECKING:
    from govdesk.app import Desk

Import = Callable[[tuple[Path, ...], Collection | None], None]


class Failures:
    """`open`: what is shown, the latest first. ``retry(paths)``, ``skip(paths)``; `shown()` after either."""

    def __init__(
        self,
        desk: Desk,
        work: Work,
        bring: Import,
        shown: Callable[[], None],
        broke: Callable[[object], None],
    ) -> None:
        self._desk = desk
        self._work = work
        self._bring = bring
        self._shown = shown
        self._broke = broke
        self._stored: tuple[Failure, ...] = ()
        self._live: dict[str, Failure] = {}
        self._hidden: set[str] = set()
        self._skipped: set[str] = set()

    @property
    def open(self) -> tuple[Failure, ...]:
        known = {one.path: one for one in self._stored} | self._live
        hidden = self._hidden | self._skipped
        found = [one for one in known.values() if one.path not in hidden]
        return tuple(sorted(found, key=lambda one: one.when, reverse=True))

    def stored(self, failures: tuple[Failure, ...]) -> None:
        """What the store keeps now."""
        self._stored = failures
        self._skipped &= {one.path for one in failures} | set(self._live)

    def add(self, failure: Failure) -> None:
        """A file of the running import failed (again)."""
        self._live[failure.path] = failure
        self._hidden.discard(failure.path)
        self._skipped.discard(failure.path)

    def settle(self, *, complete: bool) -> None:
        """An import ended; after a `complete` one the store keeps what failed."""
        self._hidden.clear()
        if complete:
            self._stored = self.open
            self._live.clear()

    def retry(self, paths: Iterable[str]) -> None:
        """다시 시도: the files go away from the list until they fail again."""
        chosen = [one for one in self.open if one.path in set(paths)]
        self._hidden |= {one.path for one in chosen}
        for one in chosen:
            self._live.pop(one.path, None)
        for collection in dict.fromkeys(one.collection for one in chosen):
            self._bring(tuple(Path(one.path) for one in chosen if one.collection is collection), collection)
        self._shown()

    def skip(self, paths: Iterable[str]) -> None:
        """건너뛰기: forget them for good."""
        chosen = tuple(paths)
        self._skipped |= set(chosen)
        for path in chosen:
            self._live.pop(path, None)

        def forget() -> None:
            for path in chosen:
                self._desk.store().forget_failure(path)

        self._work.write(forget, on_finished=_nothing, on_error=self._broke)
        self._shown()

    def banner(self) -> tuple[str, str, str]:
        """Headline, text and the file it is about; many failures fold into one."""
        found = self.open
        if not found:
            return "", "", ""
        if len(found) == 1:
            message = words.reason(found[0])
            return message.cause, message.next_step, found[0].path
        kinds = Counter(words.fault(one.code) for one in found).most_common(4)
        listed = " · ".join(f"{kind} {number:,}" for kind, number in kinds)
        return (
            f"파일 {len(found):,}개를 가져오지 못했습니다.",
            f"{listed}. 목록에서 까닭과 다음에 할 일을 볼 수 있습니다.",
            "",
        )


def _nothing(_value: object) -> None:
    return None
