"""The settings that exist, each with title, sentence, unit and bounds.

The dialog, the command line and the help page are made from these declarations.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class ThemeChoice(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class ExamplesUse(StrEnum):
    """When the manuals of the invented city answer."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class EmbedderUse(StrEnum):
    """What makes the vectors of the search by meaning."""

    OWN = "own"
    SHIPPED = "shipped"


class Group(BaseModel):
    """Settings of one subject; values are checked on assignment and extra keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Appearance(Group):
    """화면"""

    theme: ThemeChoice = Field(
        default=ThemeChoice.SYSTEM,
        title="화면 밝기",
        description="밝은 화면, 어두운 화면, 또는 컴퓨터 설정을 따릅니다.",
        json_schema_extra={"labels": {"light": "밝은 화면", "dark": "어두운 화면", "system": "컴퓨터 설정대로"}},
    )
    text_percent: int = Field(
        default=100,
        ge=100,
        le=200,
        multiple_of=25,
        title="글자 크기",
        description="창 안의 모든 글자를 함께 키웁니다.",
        json_schema_extra={"unit": "%"},
    )


class ChatSettings(Group):
    """질문"""

    history_days: int = Field(
        default=90,
        ge=1,
        le=3650,
        title="대화 기록을 두는 기간",
        description="이 기간이 지난 대화는 시작할 때 지웁니다.",
        json_schema_extra={"unit": "일"},
    )


class SearchSettings(Group):
    """찾기"""

    limit: int = Field(
        default=8,
        ge=3,
        le=30,
        title="한 번에 보일 근거",
        description="질문 하나에 보일 근거 카드의 수입니다.",
        json_schema_extra={"unit": "개"},
    )
    embedder: EmbedderUse = Field(
        default=EmbedderUse.OWN,
        title="뜻 찾기 모델",
        description="기관이 models 폴더에 넣은 모델이 있으면 그것으로, 없으면 내장 모델로 찾습니다. "
        "바꾸면 뒤에서 색인을 새로 만들고, 다 되면 바꿉니다.",
        json_schema_extra={"labels": {"own": "넣은 모델 먼저", "shipped": "내장 모델"}},
    )


class ExampleSettings(Group):
    """예시 자료"""

    use: ExamplesUse = Field(
        default=ExamplesUse.AUTO,
        title="한빛시 예시 매뉴얼",
        description="지어낸 도시의 매뉴얼을 답변에 쓸지 정합니다. 자동이면 다른 자료를 가져올 때까지만 씁니다.",
        json_schema_extra={"labels": {"auto": "자동", "always": "늘 씀", "never": "쓰지 않음"}},
    )


class Values(BaseModel):
    """Every group; the field name is the group's key in the file and on the command line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    appearance: Appearance = Field(default_factory=Appearance, title="화면")
    chat: ChatSettings = Field(default_factory=ChatSettings, title="질문")
    search: SearchSettings = Field(default_factory=SearchSettings, title="찾기")
    examples: ExampleSettings = Field(default_factory=ExampleSettings, title="예시 자료")
