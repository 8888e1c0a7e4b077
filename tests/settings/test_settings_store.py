from __future__ import annotations

import json
from pathlib import Path

import pytest

from govdesk.errors import InputInvalid
from govdesk.settings.profile import Profile, Sector, Tenure
from govdesk.settings.store import Settings


def settings_in(folder: Path, policy: dict[str, object] | None = None) -> Settings:
    policy_file = folder / "policy.json"
    if policy is not None:
        policy_file.write_text(json.dumps(policy), encoding="utf-8")
    return Settings(folder / "설정" / "settings.json", policy_file)


def test_a_missing_file_gives_the_defaults_and_nothing_is_written(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    assert settings.values.chat.history_days == 90
    assert settings.profile == Profile()
    assert not (tmp_path / "설정").exists()


def test_a_change_is_saved_at_once_and_read_back(tmp_path: Path) -> None:
    settings_in(tmp_path).update("chat", "history_days", 30)
    settings_in(tmp_path).set_profile(Profile(sector=Sector.LOCAL, jobs=("민원",), tenure=Tenure.UNDER_1, asked=True))
    again = settings_in(tmp_path)
    assert again.values.chat.history_days == 30
    assert again.profile.sector is Sector.LOCAL
    assert again.profile.jobs == ("민원",)


@pytest.mark.parametrize(
    ("group", "field", "value"),
    [("chat", "history_days", 0), ("appearance", "text_percent", 130), ("chat", "nothing", 1), ("none", "at_all", 1)],
)
def test_a_value_out_of_bounds_is_refused_and_the_old_one_stands(
    tmp_path: Path, group: str, field: str, value: int
) -> None:
    settings = settings_in(tmp_path)
    with pytest.raises(InputInvalid):
        settings.update(group, field, value)
    assert settings.values == settings_in(tmp_path).values


def test_a_broken_file_is_moved_aside_and_reported(tmp_path: Path) -> None:
    (tmp_path / "설정").mkdir()
    (tmp_path / "설정" / "settings.json").write_text('{"values": {"chat"', encoding="utf-8")
    settings = settings_in(tmp_path)
    assert settings.values.chat.history_days == 90
    assert settings.recovered is not None
    assert settings.recovered.read_text(encoding="utf-8") == '{"values": {"chat"'
    settings.update("chat", "history_days", 10)
    assert settings_in(tmp_path).recovered is None


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"\xff\xfe\x00", b"[" * 100_000, b'{"values": {"chat": {"history_days": -5}}}']
)
def test_whatever_the_file_holds_the_defaults_hold_and_the_file_is_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "설정").mkdir()
    (tmp_path / "설정" / "settings.json").write_bytes(content)
    settings = settings_in(tmp_path)
    assert settings.values.chat.history_days == 90
    assert settings.recovered is not None
    assert settings.recovered.read_bytes() == content


def test_a_folder_in_place_of_the_file_is_moved_aside(tmp_path: Path) -> None:
    (tmp_path / "설정" / "settings.json").mkdir(parents=True)
    settings = settings_in(tmp_path)
    assert settings.recovered is not None
    settings.update("chat", "history_days", 10)
    assert settings_in(tmp_path).values.chat.history_days == 10


def test_a_file_where_the_folder_should_be_gives_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "설정").write_text("자리를 차지함", encoding="utf-8")
    assert settings_in(tmp_path).values.chat.history_days == 90


def test_the_mark_of_the_windows_editor_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "policy.json").write_text('{"chat": {"history_days": 365}}', encoding="utf-8-sig")
    assert settings_in(tmp_path).values.chat.history_days == 365


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[" * 100_000, b"{"])
def test_a_policy_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "policy.json").write_bytes(content)
    with pytest.raises(InputInvalid):
        settings_in(tmp_path)


def test_the_policy_overrules_the_person_and_cannot_be_changed(tmp_path: Path) -> None:
    settings_in(tmp_path).update("chat", "history_days", 10)
    settings = settings_in(tmp_path, {"chat": {"history_days": 365}})
    assert settings.values.chat.history_days == 365
    assert settings.fixed_by_policy("chat", "history_days")
    assert not settings.fixed_by_policy("search", "limit")
    with pytest.raises(InputInvalid):
        settings.update("chat", "history_days", 20)


@pytest.mark.parametrize("policy", [{"chat": {"history_days": 0}}, {"unknown": {}}, {"chat": 3}, [1]])
def test_an_unusable_policy_is_named(tmp_path: Path, policy: dict[str, object]) -> None:
    with pytest.raises(InputInvalid) as caught:
        settings_in(tmp_path, policy)
    assert "policy.json" in caught.value.what


def test_every_setting_has_a_title_and_a_sentence(tmp_path: Path) -> None:
    for group in type(settings_in(tmp_path).values).model_fields.values():
        assert group.annotation is not None
        for field in group.annotation.model_fields.values():
            assert field.title
            assert field.description
            assert field.description.endswith(".")
