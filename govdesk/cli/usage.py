"""The parser's own words in Korean."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

_WORDS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", "빠진 것이 있습니다: {0}"),
    (r"unrecognized arguments: (.*)", "모르는 말이 있습니다: {0}. 빈칸이 든 말은 따옴표로 묶으세요."),
    (r"(?:argument (.*?): )?invalid choice: (.*) \(choose from (.*)\)", "{0} {1}은(는) 없습니다. 고를 수 있는 것: {2}"),
    (r"argument (.*?): expected .*", "{0} 뒤에 값이 있어야 합니다."),
    (r"argument (.*?): ignored explicit argument (.*)", "{0}에는 값을 적지 않습니다."),
    (r"argument (.*?): not allowed with argument (.*)", "{0}와(과) {1}은(는) 함께 쓸 수 없습니다."),
    (r"ambiguous option: (\S+) could match (.*)", "{0}은(는) 여럿을 뜻할 수 있습니다: {1}"),
    (r"argument (.*?): (.*)", "{0}: {1}"),
)
"""What `argparse` of Python 3.11 says, and the same in Korean."""


class WrongUsage(Exception):
    """The command cannot be understood; the text says how it is written and what is wrong."""


class Parser(argparse.ArgumentParser):
    """`argparse` that speaks Korean and raises `WrongUsage`."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**{"add_help": False, **named})
        self._positionals.title = "차례로 적는 것"
        self._optionals.title = "덧붙일 수 있는 것"
        self.add_argument("-h", "--help", action="help", help="이 도움말")

    def error(self, message: str) -> NoReturn:
        usage = self.format_usage().removeprefix("usage: ").strip()
        raise WrongUsage(f"쓰는 법: {usage}\n오류: {korean(message)}")

    def format_help(self) -> str:
        return "쓰는 법: " + super().format_help().removeprefix("usage: ")


def korean(message: str) -> str:
    """A message of `argparse` in Korean, as it is where there is no Korean for it."""
    for pattern, words in _WORDS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*(part or "" for part in match.groups())).strip()
    return message
