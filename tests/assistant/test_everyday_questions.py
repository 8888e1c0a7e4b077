"""Twenty everyday questions over the core snapshot, each with the article that must be cited.

They stand in no shipped resource and in no evaluation. Words alone find them (no vectors are built here).
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from govdesk.assistant import gate
from govdesk.assistant.answering import Answerer
from govdesk.assistant.model import Answer
from govdesk.jobs import CancelToken, Finished
from govdesk.knowledge.model import Collection
from govdesk.knowledge.store import Store
from govdesk.paths import Resources, resources
from govdesk.settings.profile import Profile
from govdesk.text.morphemes import Morphemes

pytestmark = pytest.mark.data
AS_OF = date(2026, 11, 22)

DISCLOSURE = "공공기관의정보공개에관한법률/법률.md"
PROCEDURE = "행정절차법/법률.md"
QUESTIONS = [
    ("정보공개 청구를 받으면 며칠 안에 결정해야 하나요?", {(DISCLOSURE, "제11조")}, "10일"),
    ("정보공개 청구를 말로 할 수도 있나요?", {(DISCLOSURE, "제10조")}, "말로"),
    ("정보공개 심의회는 위원 몇 명으로 구성하나요?", {(DISCLOSURE, "제12조")}, "5명 이상"),
    ("6급 이하 신규 공무원의 시보 기간은 몇 개월인가요?",
     {("국가공무원법/법률.md", "제29조"), ("지방공무원법/법률.md", "제28조")}, "6개월"),
    ("국가공무원 징계의 종류는 무엇인가요?", {("국가공무원법/법률.md", "제79조")}, "파면"),
    ("공무원이 휴직 기간이 끝나면 며칠 안에 복귀 신고해야 하나요?",
     {("국가공무원법/법률.md", "제73조"), ("지방공무원법/법률.md", "제65조")}, "30일"),
    ("사망신고는 사망 사실을 안 날부터 언제까지 해야 하나요?",
     {("가족관계의등록등에관한법률/법률.md", "제84조")}, "1개월"),
    ("확정된 과태료는 몇 년이 지나면 소멸시효가 완성되나요?", {("질서위반행위규제법/법률.md", "제15조")}, "5년"),
    ("대통령령은 공포하고 며칠 뒤에 효력이 생기나요?", {("법령등공포에관한법률/법률.md", "제13조")}, "20일"),
    ("재난사태는 누가 선포할 수 있나요?", {("재난및안전관리기본법/법률.md", "제36조")}, "선포할 수 있"),
    ("건축허가를 받고 2년 안에 착공하지 않으면 허가가 취소되나요?", {("건축법/법률.md", "제11조")}, "2년"),
    ("농지를 전용하려면 허가를 받아야 하나요?", {("농지법/법률.md", "제34조")}, "허가를 받아야"),
    ("청문 조서에는 무엇을 적어야 하나요?", {(PROCEDURE, "제34조")}, "진술의 요지"),
    ("장애인 학대를 알게 된 사회복지 공무원은 신고해야 하나요?", {("장애인복지법/법률.md", "제59조의4")}, "신고"),
    ("군수는 예산안을 회계연도 시작 며칠 전까지 군의회에 내야 하나요?", {("지방자치법/법률.md", "제142조")}, "40일"),
    ("지방의회 정례회는 1년에 몇 번 여나요?", {("지방자치법/법률.md", "제53조")}, "2회"),
    ("행정소송은 처분이 있음을 안 날부터 며칠 안에 내야 하나요?", {("행정소송법/법률.md", "제20조")}, "90일"),
    ("공익신고자가 누구인지 다른 사람에게 알려도 되나요?", {("공익신고자보호법/법률.md", "제12조")}, "아니"),
    ("대집행을 하려면 미리 문서로 계고해야 하나요?", {("행정대집행법/법률.md", "제3조")}, "계고"),
    ("여성 공무원은 한 달에 하루 여성보건휴가를 쓸 수 있나요?",
     {("국가공무원복무규정/대통령령.md", "제20조"), ("지방공무원복무규정/대통령령.md", "제7조의7")}, "1일"),
]  # fmt: skip


@pytest.fixture(scope="module")
def answerer(shared_data: Path, tmp_path_factory: pytest.TempPathFactory, morphemes: Morphemes) -> Iterator[Answerer]:
    folder = tmp_path_factory.mktemp("법령 자료")
    with tarfile.open(shared_data / "statutes-core.tar.xz") as archive:
        archive.extractall(folder, filter="data")
    shipped = Resources(resources())
    store = Store.open(folder / "index", folder / "lock", write=True, resources=shipped, morphemes=morphemes)
    for _ in store.import_paths([folder / "core"], Collection.STATUTES, CancelToken(), words_only=True):
        pass
    yield Answerer(store, morphemes, shipped)
    store.close()


def _ask(answerer: Answerer, question: str) -> Answer:
    job = answerer.ask(question, as_of=AS_OF, profile=Profile(), cancel=CancelToken())
    answer: Answer = [event for event in job if isinstance(event, Finished)][-1].value
    return answer


@pytest.mark.parametrize(("question", "articles", "fact"), QUESTIONS, ids=[one[0] for one in QUESTIONS])
def test_an_everyday_question_is_answered_by_its_article(
    answerer: Answerer, question: str, articles: set[tuple[str, str]], fact: str
) -> None:
    answer = _ask(answerer, question)
    cited = {("/".join(c.hit.document.source.split("/")[-2:]), c.hit.passage.article) for c in answer.citations}
    assert cited & articles
    assert fact.replace(" ", "") in answer.text.replace(" ", "")
    assert len(answer.text) <= gate.MOST_CHARACTERS
    assert all(gate.quote_holds(one) and gate.place_holds(one) for one in answer.citations)
    assert answer.total_ms - answer.retrieval_ms < 1000


def test_the_first_answer_names_the_ten_days_in_its_first_sentence(answerer: Answerer) -> None:
    answer = _ask(answerer, QUESTIONS[0][0])
    assert "10일 이내에" in answer.decision
    assert answer.citations[0].place == "제1항"
