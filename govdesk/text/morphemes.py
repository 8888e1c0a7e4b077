"""Korean morphemes: content words for the index, politeness for answers. Kiwi is loaded only here."""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

CONTENT_TAGS = frozenset({"NNG", "NNP", "XR", "VV", "VA", "MAG", "SL", "SH"})
"""Tags of Kiwi that carry meaning by themselves: nouns, roots, verbs, adjectives, adverbs, foreign words."""

_PLAIN_ENDINGS = frozenset({"다", "ᆫ다", "는다"})
_TAIL = re.compile(r"[\s.。]*$")


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One morpheme: `form`, Kiwi's `tag` without its regularity suffix, and the slice of the text it covers."""

    form: str
    tag: str
    start: int
    end: int


class Morphemes:
    """One Kiwi, built when it is first needed (about a second, 310 MB) and safe to share between threads."""

    def __init__(self) -> None:
        self._kiwi: Any = None
        self._building = threading.Lock()

    def warm(self) -> None:
        """Load the model now rather than at the first question."""
        self._ready()

    def analyse(self, text: str) -> list[Morpheme]:
        """The morphemes of `text` in order."""
        return [_plain(token) for token in self._ready().tokenize(text)]

    def content(self, text: str) -> list[str]:
        """The content words as ``form/tag`` (``연차/NNG``, ``쓰/VV``), in order, repeats kept."""
        return _content(self._ready().tokenize(text))

    def content_many(self, texts: Iterable[str]) -> Iterator[list[str]]:
        """`content` of each text, in order, on all cores."""
        for tokens in self._ready().tokenize(texts):
            yield _content(tokens)

    def similarity(self, one: str, other: str) -> float:
        """How near two words (``form/tag``) lie in Kiwi's own language model, about 0.2 to 1; 0 if one is unknown.

        Unrelated content words lie near 0.35, the 95th percentile of random pairs is 0.54.
        """
        if one == other:
            return 1.0
        left, right = one.rsplit("/", 1), other.rsplit("/", 1)
        try:
            return float(self._ready().morpheme_similarity((left[0], left[1]), (right[0], right[1])))
        except (ValueError, TypeError):
            return 0.0

    def vectors_source(self) -> Any:
        """The Kiwi object itself, for the embedder that reads its language model."""
        return self._ready()

    def polite_last(self, sentence: str) -> str:
        """`sentence` with its plain ending made polite: ``하여야 한다.`` → ``하여야 합니다.``

        Only the last predicate is joined anew; every character before it is kept. A sentence
        that ends in another way (a noun, ``…합니다``) comes back as it is.
        """
        tail = _TAIL.search(sentence)
        body = sentence[: tail.start()] if tail else sentence
        rest = sentence[len(body) :]
        if not body.endswith("다"):
            return sentence
        raw = [token for token in self._ready().tokenize(body + ".") if token.start < len(body)]
        if len(raw) < 2 or raw[-1].tag[0] != "E" or raw[-1].form not in _PLAIN_ENDINGS:
            return sentence
        return _joined(self._ready(), body, raw) + rest

    def _ready(self) -> Any:
        if self._kiwi is None:
            with self._building:
                if self._kiwi is None:
                    self._kiwi = _load()
        return self._kiwi


def _load() -> Any:
    from kiwipiepy import Kiwi

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Kiwi(load_multi_dict=False)


def _joined(kiwi: Any, body: str, raw: list[Any]) -> str:
    stem, ending = raw[-2], raw[-1]
    if ending.form == "다" and _has_final(body[-2]):
        return body[:-1] + "습니다"
    return body[: stem.start] + str(kiwi.join([(stem.form, stem.tag), ("습니다", "EF")]))


def _has_final(syllable: str) -> bool:
    code = ord(syllable) - 0xAC00
    return 0 <= code < 11172 and code % 28 != 0


def _plain(token: Any) -> Morpheme:
    tag = token.tag.split("-")[0]
    return Morpheme(token.form, tag, token.start, token.start + token.len)


def _content(tokens: Iterable[Any]) -> list[str]:
    words = []
    for token in tokens:
        tag = token.tag.split("-")[0]
        if tag in CONTENT_TAGS:
            words.append(f"{token.form}/{tag}")
    return words
