"""The settings as rows to show, and what happens when one is changed. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from govdesk.errors import InputInvalid
from govdesk.settings.schema import Group, Values
from govdesk.settings.store import Settings

FEW = 8
"""A number with at most so many allowed values is chosen from a list."""

ICONS = {"appearance": "text", "chat": "chat", "search": "search", "examples": "manual", "imports": "folder"}


class Kind(StrEnum):
    CHOICE = "choice"
    NUMBER = "number"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its declaration, its value, and whether it differs from the default or is fixed by policy.

    `choices` are (value, words) for a CHOICE, else empty; `bounds` is ``1–3,650 · 기본 90``.
    """

    group: str
    field: str
    title: str
    sentence: str
    kind: Kind
    value: object
    default: object
    unit: str
    bounds: str
    choices: tuple[tuple[object, str], ...]
    fixed: bool

    @property
    def changed(self) -> bool:
        return self.value != self.default and not self.fixed

    def words(self) -> str:
        """The value as text, for a setting that cannot be changed."""
        named = dict(self.choices).get(self.value)
        return named if named is not None else f"{self.value}{self.unit}"


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A line of the list at the left; `locked` counts the settings fixed by policy."""

    key: str
    title: str
    icon: str
    locked: int


class SettingsPresenter:
    """Reads rows from the schema and changes values. Errors come back as sentences, never as exceptions."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def groups(self, containing: str = "") -> list[GroupLine]:
        """The groups that have a setting whose title or sentence holds `containing`."""
        found = []
        for key, info in Values.model_fields.items():
            rows = self.rows(key)
            title = str(info.title or key)
            if any(containing in f"{title}{row.title}{row.sentence}" for row in rows):
                found.append(GroupLine(key, title, ICONS.get(key, "settings"), sum(row.fixed for row in rows)))
        return found

    def rows(self, group: str) -> list[Row]:
        schema = _group(group).model_json_schema()
        return [self._row(group, field, _resolve(schema, field)) for field in _group(group).model_fields]

    def locked(self) -> int:
        """How many settings the office's policy fixes."""
        return sum(row.fixed for key in Values.model_fields for row in self.rows(key))

    def change(self, row: Row, value: object) -> str:
        """Save a value at once. Returns why it was not taken, or ``""``."""
        if row.kind is Kind.NUMBER and isinstance(value, str):
            digits = value.replace(",", "").strip()
            if not digits.lstrip("-").isdigit():
                return "숫자로 적어 주세요."
            value = int(digits)
        try:
            self._settings.update(row.group, row.field, value)
        except InputInvalid as error:
            return error.why
        except OSError:
            return "설정을 저장하지 못했습니다. 디스크 자리와 권한을 확인하세요."
        return ""

    def reset(self, row: Row) -> str:
        return self.change(row, row.default)

    def reset_group(self, group: str) -> str:
        """Every changed setting of the group back to its default; the first trouble, or ``""``."""
        troubles = [self.reset(row) for row in self.rows(group) if row.changed]
        return next((trouble for trouble in troubles if trouble), "")

    def _row(self, group: str, field: str, declared: dict[str, Any]) -> Row:
        value = _plain(getattr(getattr(self._settings.values, group), field))
        default = _plain(_group(group).model_fields[field].default)
        unit = str(declared.get("unit", ""))
        choices = _choices(declared, unit)
        kind = Kind.SWITCH if declared.get("type") == "boolean" else Kind.CHOICE if choices else Kind.NUMBER
        named = dict(choices).get(default)
        shown = named if named is not None else f"{default:,}" if isinstance(default, int) else str(default)
        bounds = f"기본 {shown}"
        if kind is Kind.NUMBER and "minimum" in declared:
            bounds = f"{declared['minimum']:,}–{declared['maximum']:,} · {bounds}"
        return Row(
            group, field, str(declared.get("title", field)), str(declared.get("description", "")),
            kind, value, default, unit, bounds, choices, self._settings.fixed_by_policy(group, field),
        )  # fmt: skip


def _group(key: str) -> type[Group]:
    annotation = Values.model_fields[key].annotation
    assert isinstance(annotation, type) and issubclass(annotation, Group)
    return annotation


def _resolve(schema: dict[str, Any], field: str) -> dict[str, Any]:
    """A field's declaration with what its ``$ref`` says taken in."""
    declared: dict[str, Any] = dict(schema["properties"][field])
    reference = declared.get("$ref") or next((part["$ref"] for part in declared.get("allOf", ()) if "$ref" in part), "")
    if reference:
        target = schema["$defs"][str(reference).rsplit("/", 1)[-1]]
        declared = {**target, **declared}
    return declared


def _choices(declared: dict[str, Any], unit: str) -> tuple[tuple[object, str], ...]:
    if "enum" in declared:
        labels = declared.get("labels", {})
        return tuple((value, str(labels.get(value, value))) for value in declared["enum"])
    step = declared.get("multipleOf")
    if step and "minimum" in declared and "maximum" in declared:
        values = range(declared["minimum"], declared["maximum"] + 1, int(step))
        if len(values) <= FEW:
            return tuple((value, f"{value}{unit}") for value in values)
    return ()


def _plain(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value
