"""Error codes to Korean text that names the cause and the next step; window and commands share it.

`text_of` never fails: an error whose code has no entry is a fault that
`tests/test_messages.py` finds.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from govdesk.errors import GovDeskError


@dataclass(frozen=True, slots=True)
class Message:
    """`cause` says what happened, `next_step` what to do now; both are whole Korean sentences."""

    cause: str
    next_step: str

    def __str__(self) -> str:
        return f"{self.cause} {self.next_step}".strip()


_TABLE: Mapping[str, tuple[str, str]] = {
    "file_damaged": (
        "'{name}' 파일이 깨져 읽지 못했습니다.",
        "원본 프로그램에서 열리는지 확인하고 다시 저장해 가져오세요. 다른 파일은 계속 가져옵니다.",
    ),
    "file_password": (
        "'{name}' 파일에 암호가 걸려 읽지 못했습니다.",
        "암호를 풀어 저장한 뒤 다시 가져오세요. 다른 파일은 계속 가져옵니다.",
    ),
    "file_distribution_only": (
        "'{name}' 파일은 배포용 문서라 글자를 꺼낼 수 없습니다.",
        "작성한 부서에서 일반 문서로 저장한 파일을 받아 가져오세요.",
    ),
    "file_empty": ("'{name}' 파일에 글자가 없습니다.", "내용이 있는 파일인지 확인하세요."),
    "file_image_only": (
        "'{name}' 파일은 그림으로만 되어 있어 글자를 읽지 못했습니다.",
        "글자가 들어 있는 원본 파일(한글, 워드)이나 글자 인식을 거친 PDF를 가져오세요.",
    ),
    "file_too_large": (
        "'{name}' 파일이 너무 큽니다({size_mb} MB, 한도 {limit_mb} MB).",
        "파일을 나누어 저장한 뒤 가져오세요.",
    ),
    "file_type_unknown": (
        "'{name}' 파일의 형식을 알 수 없습니다.",
        "HWP(5.0 이상), HWPX, DOCX, PDF, XLSX, TXT, MD로 저장해 가져오세요.",
    ),
    "file_format_old": (
        "'{name}' 파일은 옛 형식({found})이라 읽지 못합니다.",
        "만든 프로그램에서 열어 HWPX, DOCX, XLSX나 PDF로 다시 저장해 가져오세요.",
    ),
    "file_type_mismatch": (
        "'{name}' 파일은 이름과 달리 {found} 파일입니다.",
        "맞는 문서 파일인지 확인하고 이름의 확장자를 바로잡아 다시 가져오세요.",
    ),
    "file_unreadable": (
        "'{name}'에 접근하지 못했습니다.",
        "읽기 권한이 있는지, 다른 프로그램이 열고 있지 않은지 확인한 뒤 다시 시도하세요.",
    ),
    "file_name_invalid": (
        "'{name}' 파일은 이름에 글자가 아닌 것이 있어 가져오지 못했습니다.",
        "파일 이름을 바꾼 뒤 다시 가져오세요.",
    ),
    "file_timed_out": (
        "'{name}' 파일을 {seconds:.0f}초 안에 읽지 못해 건너뛰었습니다.",
        "파일을 나누어 저장하거나 필요한 부분만 따로 저장해 가져오세요.",
    ),
    "store_busy": (
        "다른 GovDesk가 이 자료 폴더에 쓰고 있습니다.",
        "그 창이나 명령이 끝난 뒤 다시 하세요. 찾기와 읽기는 지금도 됩니다.",
    ),
    "store_full": (
        "디스크가 가득 차 저장하지 못했습니다({folder}).",
        "자리를 비운 뒤 다시 하세요. 지금까지 저장된 자료는 그대로입니다.",
    ),
    "store_refused": (
        "자료 폴더를 쓸 수 없습니다({folder}).",
        "그 자리에 다른 파일이 없는지, 쓰기 권한이 있는지 확인하거나 GOVDESK_HOME으로 다른 폴더를 정하세요.",
    ),
    "store_damaged": (
        "자료 색인을 열지 못했습니다({folder}).",
        "이 폴더의 이름을 바꾸어 두고 다시 시작한 뒤 자료를 다시 가져오세요. 원본 파일은 그대로입니다.",
    ),
    "thesaurus_faulty": (
        "낱말 바꿈 목록({path})에 쓸 수 없는 줄이 있습니다: {words}.",
        "양쪽에 말이 다 있는지, 같은 말을 다시 적지 않았는지 보고 고치세요. 나머지 줄은 그대로 씁니다.",
    ),
    "embedder_refused": (
        "넣은 검색 모델({folder})을 쓰지 않습니다. {reason}.",
        "models 폴더에서 이 모델을 빼거나 바로잡은 뒤 다시 시작하세요. 찾기는 지금의 색인으로 계속됩니다.",
    ),
    "store_too_new": (
        "이 자료 폴더는 더 새로운 GovDesk가 만든 것입니다({folder}).",
        "프로그램을 새 판으로 바꾼 뒤 여세요.",
    ),
    "question_empty": ("찾을 낱말이 없습니다.", "무엇이 궁금한지 한 문장이나 낱말 두엇으로 적어 주세요."),
    "question_too_long": (
        "질문이 너무 깁니다({length:,}자, 한도 {limit:,}자).",
        "알고 싶은 것 하나만 줄여서 물어 주세요. 적은 글은 그대로 남아 있습니다.",
    ),
    "date_invalid": ("'{text}'은(는) 날짜로 읽을 수 없습니다.", "2026-06-01처럼 적어 주세요."),
    "date_before_first": (
        "기준일 {asked}에 시행 중인 조문이 자료에 없습니다(가장 이른 시행일 {first}).",
        "기준일을 뒤로 옮기거나 그 날의 법령 연혁을 가져오세요.",
    ),
    "reference_not_found": (
        "'{text}'에 해당하는 조문이 자료에 없습니다.{statute_hint}",
        "법령 이름과 조 번호를 확인하거나 그 법령을 가져오세요.",
    ),
    "reference_ambiguous": (
        "'{text}'(으)로 부르는 법령이 여럿입니다: {candidates}.",
        "법령 이름을 조금 더 길게 적어 주세요.",
    ),
    "document_not_found": ("'{id}' 자료가 없습니다.", "자료 목록(govdesk documents list)에서 번호를 확인하세요."),
    "path_not_found": ("'{path}'을(를) 찾을 수 없습니다.", "경로를 확인하세요."),
    "output_refused": (
        "'{path}'에 결과를 쓰지 못했습니다.",
        "폴더가 있는지, 쓰기 권한이 있는지, 다른 프로그램이 열고 있지 않은지 확인하세요.",
    ),
    "input_invalid": ("{what}: 쓸 수 없는 내용입니다.", "{why}"),
    "cpu_too_old": (
        "이 PC의 중앙처리장치는 GovDesk의 색인이 쓰는 명령(AVX2)을 갖추지 않았습니다.",
        "2013년 이후의 일반 PC(인텔 하스웰 이상, AMD 엑스커베이터 이상)에서 실행하세요.",
    ),
}


_WHY_NOT: Mapping[str, str] = {
    "future": "아직 시행되지 않은 조문입니다",
    "not_in_store": "「{name}」은(는) 자료에 없습니다",
    "ambiguous": "「{name}」 이름의 법령이 여럿입니다",
    "repealed": "폐지된 법령입니다",
    "deleted": "삭제된 조문입니다",
    "no_such_article": "그 법령에 그런 조가 없습니다(옮겨졌거나 없어짐)",
    "no_such_place": "그 조에 그런 항·호가 없습니다",
    "no_such_annex": "그 법령에 그런 별표·서식이 없습니다",
    "unnamed": "어느 법령인지 이 조문만으로는 알 수 없습니다",
    "former": "지금은 시행되지 않는 종전의 규정입니다",
    "spoken": "다른 조문을 이렇게 읽으라는 말입니다",
    "supplement": "부칙의 조문입니다",
    "other_instrument": "조약·정관 등 법령이 아닌 규범입니다",
}


def why_not(standing: str, missing: str = "", name: str = "") -> str:
    """Why a citation does not lead to a text in force; ``""`` where it does.

    `standing` and `missing` are the codes of `knowledge.targets.Standing` and `law.antecedents.Missing`.
    """
    return _WHY_NOT.get(standing, _WHY_NOT.get(missing, "")).format(name=name)


def known_codes() -> frozenset[str]:
    """Codes that have a text."""
    return frozenset(_TABLE)


def message_for(code: str, fields: Mapping[str, object]) -> Message:
    """The message of `code` filled with an error's `fields`; paths show as their last part in ``{name}``."""
    cause, step = _TABLE.get(code, ("알 수 없는 오류가 났습니다.", "도움말의 '문제가 생겼을 때'를 보세요."))
    values = _readable(fields)
    return Message(cause.format_map(values), step.format_map(values))


def text_of(error: GovDeskError) -> Message:
    """What the person reads about `error`."""
    return message_for(error.code, fields_of(error))


def fields_of(error: GovDeskError) -> dict[str, object]:
    """The typed fields of an error by name."""
    if not dataclasses.is_dataclass(error):
        return {}
    return {f.name: getattr(error, f.name) for f in dataclasses.fields(error)}


TYPED = frozenset({"text", "id"})
"""Fields that hold what a person typed, which may be of any length."""
SHOWN = 80
"""Characters of them that a message repeats."""


def plain(text: str) -> str:
    """`text` in NFC on one line, without signs that steer a terminal or reorder what is read."""
    return "".join(map(_sign, unicodedata.normalize("NFC", text)))


def _sign(char: str) -> str:
    if char.isspace():
        return " "
    return {"Cf": "", "Cc": "\ufffd", "Cs": "\ufffd"}.get(unicodedata.category(char), char)


def _shown(name: str, value: object) -> object:
    if not isinstance(value, str | Path):
        return value
    text = str(value)
    return plain(text[:SHOWN] + "…" if name in TYPED and len(text) > SHOWN else text)


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


REFUSALS = {
    "pickle": "열 때 코드가 실행될 수 있는 형식(bin, pt 등)의 가중치가 들어 있습니다",
    "code": "프로그램 코드를 실행해야 쓸 수 있는 모델입니다",
    "weights": "safetensors 가중치가 없습니다",
    "tokenizer": "토크나이저 파일이 없습니다",
    "library": "이 설치본에는 sentence-transformers가 없습니다",
    "damaged": "설정이나 가중치가 깨졌거나 벡터 크기가 서로 맞지 않습니다",
}
"""Why a model of the office is not used, by `EmbedderRefused.reason`."""


def _readable(fields: Mapping[str, object]) -> _Values:
    values = _Values({name: _shown(name, value) for name, value in fields.items()})
    if "reason" in fields:
        values["reason"] = REFUSALS.get(str(fields["reason"]), REFUSALS["damaged"])
    if "path" in fields:
        values["name"] = plain(Path(str(fields["path"])).name or str(fields["path"]))
    for key in ("size", "limit"):
        if isinstance(fields.get(key), int):
            values[f"{key}_mb"] = f"{int(str(fields[key])) / 1_000_000:,.0f}"
    if isinstance(fields.get("candidates"), tuple):
        values["candidates"] = ", ".join(plain(str(c)) for c in fields["candidates"])  # type: ignore[attr-defined]
    statute = fields.get("statute")
    values["statute_hint"] = f" {statute}에는 그런 조가 없습니다." if statute else ""
    return values
