"""The first page: profile and what to bring in; everything can be skipped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from govdesk.knowledge.model import Collection
from govdesk.settings.profile import Profile, Sector, Tenure
from govdesk.settings.store import Settings
from govdesk.ui.panes.firststart.presenter import FirstStartPresenter
from govdesk.ui.panes.firststart.view import FirstStart
from govdesk.ui.profileform import ProfileForm
from govdesk.ui.profiletext import AGENCIES, SECTORS, TENURES, summary
from govdesk.ui.requests import ImportFiles
from govdesk.ui.theme import Mode, Theme
from tests.ui.geometry import cut, cut_words, nameless, overlapping, too_small, within


@pytest.fixture
def page(qtbot, theme: Theme, tmp_path: Path) -> FirstStart:
    made = FirstStart(theme, FirstStartPresenter(Settings(tmp_path / "settings.json")))
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(1366, 689)
    made.show()
    QApplication.processEvents()
    return made


def test_skipping_keeps_the_profile_and_imports_nothing(qtbot, page: FirstStart, tmp_path: Path) -> None:
    page.presenter.add_statutes(tmp_path)
    page.form._sectors[Sector.LOCAL].click()
    with qtbot.waitSignal(page.done) as told:
        qtbot.mouseClick(page.skip_button, Qt.MouseButton.LeftButton)
    assert told.args == [Profile(), ()]


def test_starting_hands_over_profile_and_imports(qtbot, page: FirstStart, tmp_path: Path) -> None:
    page.form._sectors[Sector.LOCAL].click()
    page.form._jobs["민원"].click()
    page.presenter.add_statutes(tmp_path)
    page.presenter.add_files([tmp_path / "지침.hwp"])
    with qtbot.waitSignal(page.done) as told:
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    profile, imports = told.args
    assert (profile.sector, profile.jobs) == (Sector.LOCAL, ("민원",))
    assert imports == (
        ImportFiles((tmp_path,), Collection.STATUTES),
        ImportFiles((tmp_path / "지침.hwp",), Collection.MANUALS),
    )


def test_what_is_dropped_is_shown_and_can_be_taken_back(qtbot, page: FirstStart, tmp_path: Path) -> None:
    for name in ("가.hwp", "나.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("가.hwp", "나.pdf")])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(QPoint(9, 9)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.drop.dropEvent(drop)
    assert page._chosen.isVisible() and "가.hwp 외 1개" in page._chosen.source
    qtbot.mouseClick(page.forget, Qt.MouseButton.LeftButton)
    assert not page._chosen.isVisible() and page.presenter.imports() == ()


def test_the_look_changes_at_once_and_is_kept(page: FirstStart, theme: Theme) -> None:
    page.mode.setCurrentIndex(1)
    page.mode.activated.emit(1)
    page.percent.activated.emit(2)
    assert (theme.mode, theme.text_percent) == (Mode.DARK, 150)
    appearance = page.presenter.settings.values.appearance
    assert (appearance.theme.value, appearance.text_percent) == ("dark", 150)


@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 689, 100), (1280, 720, 100), (1366, 689, 200)])
def test_nothing_is_cut_and_the_button_is_in_sight(page: FirstStart, width: int, height: int, percent: int) -> None:
    page.presenter.settings.update("appearance", "text_percent", percent)
    page._theme.switch(text_percent=percent)
    page.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()
    assert page.size().toTuple() == (width, height)
    assert cut(page) == [] and overlapping(page) == [] and cut_words(page) == []
    assert page.rect().contains(within(page, page.start_button))
    assert too_small(page) == [] and nameless(page) == []


def test_at_200_percent_the_halves_stand_below_each_other(page: FirstStart) -> None:
    page._theme.switch(text_percent=200)
    QApplication.processEvents()
    assert within(page, page.statutes).top() > within(page, page.form).bottom()


def test_the_agency_list_follows_the_sector(qtbot, theme: Theme) -> None:
    form = ProfileForm(theme, Profile())
    qtbot.addWidget(form)
    assert not form._agency.isEnabled() and form._agency.toolTip()
    form._sectors[Sector.METRO].click()
    assert [form._agency.itemText(n) for n in range(1, form._agency.count())] == list(AGENCIES[Sector.METRO])
    form._agency.setCurrentIndex(1)
    assert form.profile().agency == AGENCIES[Sector.METRO][0]
    form._sectors[Sector.LOCAL].click()
    assert form.profile().agency == "" and form.profile().sector is Sector.LOCAL


def test_tenure_is_one_at_most_and_can_be_taken_back(qtbot, theme: Theme) -> None:
    form = ProfileForm(theme, Profile())
    qtbot.addWidget(form)
    told: list[Profile] = []
    form.changed.connect(told.append)
    form._tenures[Tenure.UNDER_1].click()
    form._tenures[Tenure.OVER_5].click()
    assert told[-1].tenure is Tenure.OVER_5 and not form._tenures[Tenure.UNDER_1].isChecked()
    form._tenures[Tenure.OVER_5].click()
    assert told[-1].tenure is None


def test_showing_a_profile_tells_no_change(qtbot, theme: Theme) -> None:
    form = ProfileForm(theme, Profile())
    qtbot.addWidget(form)
    told: list[Profile] = []
    form.changed.connect(told.append)
    whole = Profile(sector=Sector.NATIONAL, agency=AGENCIES[Sector.NATIONAL][1], jobs=("복지",), tenure=Tenure.OVER_5)
    form.set_profile(whole)
    assert told == [] and form.profile() == whole and form._agency.currentText() == whole.agency


def test_the_profile_in_words() -> None:
    assert summary(Profile()) == "프로필 정하기"
    assert summary(Profile(sector=Sector.LOCAL, jobs=("민원", "복지"))) == "기초 · 민원 외 1"
    assert summary(Profile(sector=Sector.NATIONAL, tenure=Tenure.UNDER_1)) == "국가 · 1년 미만"
    assert set(SECTORS) == set(AGENCIES) == set(Sector) and set(TENURES) == set(Tenure)
