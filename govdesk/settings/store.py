"""Settings on disk: read once, saved at every change, never lost to a broken file."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from govdesk import files
from govdesk.errors import InputInvalid
from govdesk.paths import install_root
from govdesk.settings.profile import Profile
from govdesk.settings.schema import Group, Values

VERSION = 1
"""Format of the settings file."""


class _File(BaseModel):
    version: int = VERSION
    profile: Profile = Profile()
    values: Values = Values()


class Settings:
    """The person's settings and profile, under the office's policy.

    `recovered` is where a file that could not be read lies now, for window and commands to report, else None.
    """

    def __init__(self, path: Path, policy: Path | None = None) -> None:
        self._path = path
        self.recovered: Path | None = None
        self._policy = _read_policy(policy or default_policy())
        self._file = self._read()

    @property
    def profile(self) -> Profile:
        return self._file.profile

    @property
    def values(self) -> Values:
        """Settings in effect: the policy's value where it fixes one, else the person's."""
        chosen = self._file.values.model_dump()
        for group, fields in self._policy.items():
            chosen[group] = {**chosen[group], **fields}
        return Values.model_validate(chosen)

    def fixed_by_policy(self, group: str, field: str) -> bool:
        return field in self._policy.get(group, {})

    def set_profile(self, profile: Profile) -> None:
        """Save `profile` at once. Raises OSError when the disk refuses."""
        self._save(self._file.model_copy(update={"profile": profile}))

    def update(self, group: str, field: str, value: object) -> None:
        """Set one value and save at once. Raises InputInvalid for an unknown name or a value out of bounds."""
        name = f"{group}.{field}"
        if self.fixed_by_policy(group, field):
            raise InputInvalid(name, "기관 정책이 정한 값이라 바꿀 수 없습니다.")
        changed = self._file.values.model_dump()
        if group not in changed or field not in changed[group]:
            raise InputInvalid(name, "그런 설정이 없습니다.")
        changed[group][field] = value
        try:
            values = Values.model_validate(changed)
        except ValidationError as error:
            raise InputInvalid(name, _bounds(Values.model_fields[group].annotation, field)) from error
        self._save(self._file.model_copy(update={"values": values}))

    def _save(self, file: _File) -> None:
        files.write_text(self._path, file.model_dump_json(indent=2))
        self._file = file

    def _read(self) -> _File:
        try:
            return _File.model_validate_json(_text(self._path))
        except (FileNotFoundError, NotADirectoryError):
            return _File()
        except (OSError, ValueError):
            self.recovered = self._aside()
            return _File()

    def _aside(self) -> Path:
        """Where the broken file is now: under another name, or where it was if the system refuses that."""
        aside = self._path.with_name(f"{self._path.stem}.broken-{time.time_ns()}.json")
        try:
            files.replace(self._path, aside)
        except OSError:
            return self._path
        return aside


def _text(path: Path) -> str:
    """The file's text, with or without the mark that Windows' editor puts first. Raises OSError, ValueError."""
    return path.read_text(encoding="utf-8-sig")


def default_policy() -> Path:
    """`GOVDESK_POLICY`, or `policy.json` beside the installed program."""
    given = os.environ.get("GOVDESK_POLICY")
    return Path(given) if given else install_root() / "policy.json"


def _read_policy(path: Path) -> dict[str, dict[str, Any]]:
    """Values fixed by the office: ``{"chat": {"history_days": 30}}``. Raises InputInvalid for an unusable policy."""
    try:
        fixed = json.loads(_text(path))
        merged = Values().model_dump()
        for group, fields in fixed.items():
            merged[group] = {**merged[group], **fields}
        Values.model_validate(merged)
    except FileNotFoundError:
        return {}
    except (OSError, RecursionError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputInvalid(str(path), "기관 정책 파일이 맞지 않습니다. 전산 담당자에게 알리세요.") from error
    return dict(fixed)


def _bounds(group: Any, field: str) -> str:
    schema = group.model_json_schema()["properties"][field] if issubclass(group, Group) else {}
    unit = schema.get("unit", "")
    if "minimum" in schema:
        return f"{schema['minimum']}{unit}부터 {schema['maximum']}{unit}까지 정할 수 있습니다."
    return "고를 수 있는 값이 아닙니다."
