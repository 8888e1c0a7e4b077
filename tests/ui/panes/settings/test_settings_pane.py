"""The settings pane: rows from the declarations, saved at once, policy shown as text."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from govdesk.settings.profile import Sector
from govdesk.settings.schema import Values
from govdesk.settings.store import Settings
from govdesk.ui.memory import Memory
from govdesk.ui.pane import Ledger, PaneContext, WorkingDate
from govdesk.ui.panes.settings.presenter import Kind, SettingsPresenter
from govdesk.ui.panes.settings.view import PROFILE, SettingsPane
from govdesk.ui.requests import OpenPane
from govdesk.ui.theme import Mode, Theme


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.json"
    path.write_text(json.dumps({"chat": {"history_days": 30}}), encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json", tmp_path / "none.json")


def shown(qtbot, theme: Theme, settings: Settings) -> SettingsPane:
    context = PaneContext(
        desk=SimpleNamespace(settings=settings),  # type: ignore[arg-type]
        theme=theme,
        runner=None,  # type: ignore[arg-type]
        working_date=WorkingDate(lambda: __import__("datetime").date(2026, 1, 1)),
        ledger=Ledger(),
        memory=Memory(),
        request=lambda _request: None,
        say=lambda _words: None,
        explain=lambda _error: ("", ""),
    )
    pane = SettingsPane(context)
    qtbot.addWidget(pane.widget())
    theme.dress(pane.widget())
    pane.widget().resize(1300, 600)
    pane.widget().show()
    pane.widget().activateWindow()
    QApplication.processEvents()
    return pane


def test_every_declared_setting_has_a_row_with_words(settings: Settings) -> None:
    presenter = SettingsPresenter(settings)
    assert [line.key for line in presenter.groups()] == list(Values.model_fields)
    for key in Values.model_fields:
        for row in presenter.rows(key):
            assert row.title and row.sentence.endswith(".") and row.bounds
            assert row.kind is not Kind.CHOICE or all(words for _, words in row.choices)


def test_settings_are_found_by_their_words(settings: Settings) -> None:
    presenter = SettingsPresenter(settings)
    assert [line.key for line in presenter.groups("글자")] == ["appearance"]
    assert presenter.groups("없는 말") == []


def test_a_number_out_of_bounds_stays_in_its_field_and_is_not_applied(qtbot, theme: Theme, settings: Settings) -> None:
    pane = shown(qtbot, theme, settings)
    pane.open(OpenPane("settings", "chat"))
    QApplication.processEvents()
    row = pane._rows[0]
    field = row.findChild(QLineEdit)
    field.setText("99999")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert settings.values.chat.history_days == 90
    assert field.text() == "99999" and "3650" in row.error.replace(",", "")
    field.setText("120")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert settings.values.chat.history_days == 120 and row.error == ""
    assert row._tag.isVisible() and row._undo.isVisible()
    qtbot.mouseClick(row._undo, Qt.MouseButton.LeftButton)
    assert settings.values.chat.history_days == 90 and not row._tag.isVisible()


def test_words_in_a_number_field_are_refused(settings: Settings) -> None:
    presenter = SettingsPresenter(settings)
    (row,) = presenter.rows("chat")
    assert presenter.change(row, "아흔") == "숫자로 적어 주세요." and presenter.change(row, "1,000") == ""
    assert settings.values.chat.history_days == 1000


def test_arrows_step_a_number(qtbot, theme: Theme, settings: Settings) -> None:
    pane = shown(qtbot, theme, settings)
    pane.open(OpenPane("settings", "chat"))
    field = pane._rows[0].findChild(QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert settings.values.chat.history_days == 91 and field.text() == "91"


def test_the_look_changes_at_once(qtbot, theme: Theme, settings: Settings) -> None:
    pane = shown(qtbot, theme, settings)
    pane.open(OpenPane("settings", "appearance"))
    look, size = pane._rows
    look._chips["dark"].click()
    size._chips[150].click()
    assert (theme.mode, theme.text_percent) == (Mode.DARK, 150)
    assert settings.values.appearance.theme.value == "dark"
    pane._reset.click()
    assert theme.text_percent == 100 and settings.values.appearance.theme.value == "system"
    assert size._chips[100].isChecked()


def test_a_change_made_elsewhere_is_shown(qtbot, theme: Theme, settings: Settings) -> None:
    pane = shown(qtbot, theme, settings)
    pane.open(OpenPane("settings", "appearance"))
    settings.update("appearance", "text_percent", 125)
    theme.switch(text_percent=125)
    assert pane._rows[1]._chips[125].isChecked()


def test_what_the_office_fixes_is_text_with_a_lock(qtbot, theme: Theme, tmp_path: Path, policy: Path) -> None:
    settings = Settings(tmp_path / "settings.json", policy)
    pane = shown(qtbot, theme, settings)
    pane.open(OpenPane("settings", "chat"))
    row = pane._rows[0]
    assert row.control() is None and row.findChild(QLineEdit) is None
    assert row.row.fixed and row.row.words() == "30일" and row._bounds.source == "기관 정책이 정함"
    assert "1개" in pane._policy.source and pane._policy.isVisible()


def test_a_broken_file_is_told(qtbot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    from govdesk.ui.kit import Banner

    pane = shown(qtbot, theme, Settings(tmp_path / "settings.json", tmp_path / "none.json"))
    assert "기본값으로 시작" in pane.widget().findChild(Banner).headline.source


def test_the_profile_is_saved_as_it_is_chosen(qtbot, theme: Theme, settings: Settings) -> None:
    pane = shown(qtbot, theme, settings)
    pane.open(OpenPane("settings", PROFILE))
    pane._form._sectors[Sector.METRO].click()
    assert settings.profile.sector is Sector.METRO and pane.subtitle() == "프로필과 업무"
