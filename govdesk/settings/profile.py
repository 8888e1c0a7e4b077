"""Who is asking, in as far as it chooses between twin rules. No private circumstances are kept."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Sector(StrEnum):
    """소속: which of the twin statutes apply."""

    NATIONAL = "national"
    METRO = "metro"
    LOCAL = "local"

    @property
    def korean(self) -> str:
        return {"national": "국가", "metro": "광역", "local": "기초"}[self.value]

    @property
    def query_sector(self) -> str:
        """The value `knowledge.model.Query.sector` takes."""
        return "national" if self is Sector.NATIONAL else "local"


class Tenure(StrEnum):
    """재직기간, for the row of a table that is one's own."""

    UNDER_1 = "under_1"
    FROM_1_TO_3 = "1_to_3"
    FROM_3_TO_5 = "3_to_5"
    OVER_5 = "over_5"


JOBS = ("민원", "인사·복무", "정보공개", "회계·계약", "문서·기록", "행사·홍보", "복지", "인허가")


class Profile(BaseModel):
    """The person's profile; everything may stay unset."""

    model_config = ConfigDict(frozen=True)

    sector: Sector | None = Field(default=None, title="소속")
    agency: str = Field(default="", title="기관 종류")
    jobs: tuple[str, ...] = Field(default=(), title="주로 하는 일")
    tenure: Tenure | None = Field(default=None, title="재직기간")
    asked: bool = Field(default=False, title="첫 화면을 지남")
