"""The first page: who is asking, and where statutes and files come from. Everything can be skipped."""

from __future__ import annotations

from govdesk.ui.pane import PaneContext
from govdesk.ui.panes.firststart.view import FirstStart


def create(context: PaneContext) -> FirstStart:
    """The page; emits `done(Profile, tuple[ImportFiles, ...])`."""
    from govdesk.ui.panes.firststart.presenter import FirstStartPresenter

    presenter = FirstStartPresenter(context.desk.settings)
    return FirstStart(context.theme, presenter)
