"""The profile in words, for chips and cards."""

from __future__ import annotations

from govdesk.settings.profile import Profile, Sector, Tenure

SECTORS: dict[Sector, tuple[str, str]] = {
    Sector.NATIONAL: ("국가", "부·처·청, 소속기관"),
    Sector.METRO: ("광역", "특별시·광역시·도"),
    Sector.LOCAL: ("기초", "시·군·구"),
}
"""Name and explanation of each 소속."""

AGENCIES: dict[Sector, tuple[str, ...]] = {
    Sector.NATIONAL: (
        "중앙행정기관 본부",
        "중앙행정기관의 소속기관",
        "교육행정기관",
        "그 밖의 국가기관",
    ),
    Sector.METRO: ("시·도 본청", "시·도 직속기관·사업소", "시·도교육청"),
    Sector.LOCAL: ("시·군·구 본청", "읍·면·동", "시·군·구 직속기관·사업소", "교육지원청"),
}
"""Kinds of agency that can be chosen for each 소속."""

TENURES: dict[Tenure, str] = {
    Tenure.UNDER_1: "1년 미만",
    Tenure.FROM_1_TO_3: "1–3년",
    Tenure.FROM_3_TO_5: "3–5년",
    Tenure.OVER_5: "5년 이상",
}


def summary(profile: Profile) -> str:
    """``국가 · 민원``: the chip in the top bar; ``프로필 정하기`` while nothing is known."""
    parts = [SECTORS[profile.sector][0]] if profile.sector is not None else []
    if profile.jobs:
        parts.append(profile.jobs[0] + (f" 외 {len(profile.jobs) - 1}" if len(profile.jobs) > 1 else ""))
    elif profile.tenure is not None:
        parts.append(TENURES[profile.tenure])
    return " · ".join(parts) or "프로필 정하기"
