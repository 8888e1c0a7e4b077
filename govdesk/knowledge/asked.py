"""What kind of thing a question asks for, and whether a text holds such a thing."""

from __future__ import annotations

import re
from collections.abc import Callable

from govdesk.text.normalise import searchable

_TIME = re.compile(r"\d+(?:일|개월|주|년|시간|월)(?:이내|안에|전까지|까지|이상|이하|간|의범위|을|의)")
_MONEY = re.compile(r"\d+(?:만)?원|분의\d+|퍼센트|\d+만|배이하|배이내")
_COUNT = re.compile(r"\d+(?:명|회|번|배|인|세|살|건|퍼센트)")
_LEAVE = re.compile(r"할수있다|아니된다|못한다|금지|할수없다|아니할수")

KINDS: tuple[tuple[str, re.Pattern[str], tuple[re.Pattern[str], ...], float], ...] = (
    ("time", re.compile(r"며칠|몇일|언제|기한|기간|몇년|몇달|몇개월|몇시간|얼마나"), (_TIME,), 0.8),
    ("money", re.compile(r"얼마(?!나)|금액|몇퍼|몇프로|비율|요율|몇만|상한|한도"), (_MONEY,), 0.6),
    ("count", re.compile(r"몇"), (_COUNT, _TIME), 0.6),
    (
        "leave",
        re.compile(r"되나요|되나|됩니까|돼요|될까|해도|가능|괜찮|안되|수있나|수있어|수있는지|받아도"),
        (_LEAVE,),
        0.3,
    ),
)
"""Name, how the question asks, what a text must then hold (both spaceless), and what that is worth. Weights chosen
over all development questions (MRR@10 .399 to .415); each alone moves them little."""


def fitting(question: str) -> Callable[[str], dict[str, float]]:
    """A function that gives the features a text earns by holding what `question` asks for."""
    tight = searchable(question)
    wanted = [(name, holds, weight) for name, asks, holds, weight in KINDS if asks.search(tight)]

    def fits(text: str) -> dict[str, float]:
        said = searchable(text)
        return {name: weight for name, holds, weight in wanted if any(one.search(said) for one in holds)}

    return fits
