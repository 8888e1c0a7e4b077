"""Politeness by morphemes, content words. The sentences are invented."""

from __future__ import annotations

import pytest

from govdesk.text.morphemes import Morphemes


@pytest.fixture(scope="module")
def morphemes() -> Morphemes:
    return Morphemes()


POLITE = [
    ("담당자는 장부를 사흘 안에 펴 보아야 한다.", "담당자는 장부를 사흘 안에 펴 보아야 합니다."),
    ("창고지기에게 알려야 한다", "창고지기에게 알려야 합니다"),
    ("열쇠 주인에게 통지해야 한다", "열쇠 주인에게 통지해야 합니다"),
    ("등대를 다시 칠하여야 한다", "등대를 다시 칠하여야 합니다"),
    ("우산을 나누어 줄 수 있다", "우산을 나누어 줄 수 있습니다"),
    ("젖은 우산은 걸 수 없다", "젖은 우산은 걸 수 없습니다"),
    ("밤에는 종을 치지 못한다", "밤에는 종을 치지 못합니다"),
    ("연못에 돌을 던져서는 아니 된다", "연못에 돌을 던져서는 아니 됩니다"),
    ("연못에 돌을 던져서는 안 된다", "연못에 돌을 던져서는 안 됩니다"),
    ("품삯을 지급하지 아니한다", "품삯을 지급하지 아니합니다"),
    ("깃발을 내걸지 않을 수 있다", "깃발을 내걸지 않을 수 있습니다"),
    ("깃발을 내걸지 아니할 수 있다", "깃발을 내걸지 아니할 수 있습니다"),
    ("나루터에서는 그렇지 않다", "나루터에서는 그렇지 않습니다"),
    ("배의 이름은 촌장이 정하는 것으로 정한다", "배의 이름은 촌장이 정하는 것으로 정합니다"),
    ("말미는 아흐레로 한다", "말미는 아흐레로 합니다"),
    ("무게는 두 섬 이상으로 한다", "무게는 두 섬 이상으로 합니다"),
    ("문을 두드린 것으로 본다", "문을 두드린 것으로 봅니다"),
    ("풍랑이 이는 경우를 말한다", "풍랑이 이는 경우를 말합니다"),
    ("나루 규칙을 준용한다", "나루 규칙을 준용합니다"),
    ("뱃삯의 셈은 다음과 같다", "뱃삯의 셈은 다음과 같습니다"),
    ("노를 잃은 때에도 또한 같다", "노를 잃은 때에도 또한 같습니다"),
    ("촌장이 정하는 바에 따른다", "촌장이 정하는 바에 따릅니다"),
    ("엽전 닷 냥을 부과한다", "엽전 닷 냥을 부과합니다"),
    ("곤장 열 대에 처한다", "곤장 열 대에 처합니다"),
    ("뱃사공은 제외한다", "뱃사공은 제외합니다"),
    ("방을 붙인 날부터 효력이 발생한다", "방을 붙인 날부터 효력이 발생합니다"),
    ("말미는 그믐에 만료한다", "말미는 그믐에 만료합니다"),
    ("고을에 등대지기 모임을 둔다", "고을에 등대지기 모임을 둡니다"),
    ("가장 나이 든 사람이 우두머리가 된다", "가장 나이 든 사람이 우두머리가 됩니다"),
    ("고친 값은 배 주인이 부담한다", "고친 값은 배 주인이 부담합니다"),
    ("낡은 표는 효력을 잃는다", "낡은 표는 효력을 잃습니다"),
    ("장은 닷새마다 연다", "장은 닷새마다 엽니다"),
    ("그것은 나루터의 몫이다", "그것은 나루터의 몫입니다"),
    ("그것은 뱃사공의 노래이다", "그것은 뱃사공의 노래입니다"),
    ("노를 빌린 사람은 주인이 아니다", "노를 빌린 사람은 주인이 아닙니다"),
    ("삯을 미리 받았다", "삯을 미리 받았습니다"),
]


@pytest.mark.parametrize(("plain", "polite"), POLITE)
def test_the_plain_ending_becomes_polite(morphemes: Morphemes, plain: str, polite: str) -> None:
    assert morphemes.polite_last(plain) == polite


@pytest.mark.parametrize("sentence", ["나루터를 고친 경우", "노를 놓친 사람", "이미 끝났습니다.", "", "…", "다"])
def test_another_ending_stays_as_it_is(morphemes: Morphemes, sentence: str) -> None:
    assert morphemes.polite_last(sentence) == sentence


def test_everything_before_the_last_predicate_keeps_its_spaces(morphemes: Morphemes) -> None:
    sentence = "뱃사공은  노ㆍ돛을 제 출 해야하며, 나루지기에게 (삯을 내고) 알려야 한다."
    polite = morphemes.polite_last(sentence)
    assert polite == sentence[: sentence.index("한다")] + "합니다."


def test_content_keeps_nouns_and_verbs_with_their_tags(morphemes: Morphemes) -> None:
    words = morphemes.content("뱃사공이 등대를 미리 고쳐야 하나요?")
    assert "등대/NNG" in words
    assert "고치/VV" in words
    assert "미리/MAG" in words
    assert not any(word.startswith(("이/", "를/")) for word in words)


def test_many_texts_give_the_same_as_one_by_one(morphemes: Morphemes) -> None:
    texts = ["등대를 고친다", "", "노를 젓는 사람"]
    assert list(morphemes.content_many(texts)) == [morphemes.content(text) for text in texts]


def test_the_slices_of_morphemes_lie_in_the_text(morphemes: Morphemes) -> None:
    text = "촌장은 사흘 안에 알려야 한다."
    assert all(0 <= one.start <= one.end <= len(text) for one in morphemes.analyse(text))
    assert "-" not in "".join(one.tag for one in morphemes.analyse("그렇지 않은 곳을 걷는다"))
