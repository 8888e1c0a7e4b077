#!/usr/bin/env python3
"""Make `models/embedder/`: vectors of Korean morphemes, from Kiwi's language model and the statutes themselves.

    python models/train_embedder.py words   STATUTES WORDS.jsonl       morphemes of every article (15 min, two cores)
    python models/train_embedder.py train   WORDS.jsonl OUT            vectors (10 min, two cores)

`STATUTES` is a folder of Markdown statutes. `words` needs the program's environment; `train` also needs torch
(2.13.0, CPU), which the program itself never uses. The seed is fixed: the same words give the same vectors.

1. Kiwi's `cong` model knows for any two morphemes the inner product of two unit vectors of 256 dimensions and hands
   out nothing else. From the similarities of every morpheme with 600 anchors the eigendecomposition of the anchors'
   own matrix gives all vectors exactly, up to a rotation. Their mean and top two components carry frequency rather
   than meaning and are removed.
2. A text's vector is the weighted mean of its morphemes' vectors. Training moves it with pairs that the statutes
   give for nothing: an article's heading and its text; a fragment and the rest. One linear map moves all morphemes
   alike, so that everyday words that no statute uses move along; a penalised residue a morpheme, and a weight a
   morpheme, learn the rest. Words that both sides of a pair share are taken out of the longer one nearly always, and
   words of the shorter one are exchanged for Kiwi's near neighbours, because a question shares few words with its
   article.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np  # noqa: TID253 - a script, not the program

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SEED = 1
DIMENSION = 256
ANCHORS = 600
READ = 350
"""Characters of an article that are read."""
CONTENT = frozenset({"NNG", "NNP", "XR", "VV", "VA", "MAG", "SL", "SH"})
LEARNED = 15
"""Articles a morpheme that Kiwi's model lacks must occur in to be learned from nothing."""


@dataclass(frozen=True)
class Settings:
    """Chosen on the development questions' recall@10 to @100, a handful of runs."""

    steps: int = 2000
    batch: int = 768
    rate: float = 2e-3
    residue: float = 0.05
    shared_out: float = 0.9
    exchanged: float = 0.35


# -- words ---------------------------------------------------------------------------------------------------------


def articles(folder: Path) -> Iterator[tuple[str, str]]:
    """Heading and beginning of each article in force."""
    from govdesk.law.markdown import read_statute

    for path in sorted(folder.rglob("*.md")):
        for article in read_statute(path.read_text(encoding="utf-8")).articles:
            if len(article.text) >= 20:
                yield article.title, article.text[:READ]


def write_words(folder: Path, out: Path) -> None:
    """One line an article: ``{"head": [...], "body": [...]}``."""
    from govdesk.text.morphemes import Morphemes

    morphemes = Morphemes()

    def texts() -> Iterator[str]:
        for head, body in articles(folder):
            yield head
            yield body

    with out.open("w", encoding="utf-8") as file:
        found = morphemes.content_many(texts())
        for head, body in zip(found, found, strict=True):
            file.write(json.dumps({"head": head, "body": body}, ensure_ascii=False) + "\n")


# -- Kiwi's vectors ------------------------------------------------------------------------------------------------


def recover(frequent: list[str]) -> tuple[list[str], Any]:
    """All content morphemes of Kiwi's model and their vectors, `(n, 256)`, unit length. `frequent` gives anchors."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(load_multi_dict=False)
    listed = sorted(kiwi.most_similar_morphemes(("월급", "NNG"), top_n=200_000), key=lambda one: one.id)
    row_of = {one.id: row for row, one in enumerate(listed)}
    first: dict[str, int] = {}
    for one in listed:
        first.setdefault(f"{one.form}/{one.tag.split('-')[0]}", one.id)
    known = [word for word in frequent if word in first]
    chosen = (
        known[: ANCHORS // 2]
        + random.Random(SEED).sample(  # noqa: S311
            known[ANCHORS // 2 :], ANCHORS // 2
        )
    )
    anchors = [first[word] for word in chosen]
    similar = np.zeros((len(listed), len(anchors)), np.float32)
    for column, anchor in enumerate(anchors):
        for one in kiwi.most_similar_morphemes(anchor, top_n=200_000):
            similar[row_of[one.id], column] = one.score if one.id != anchor else 1.0
    own = similar[[row_of[anchor] for anchor in anchors]]
    values, axes = np.linalg.eigh((own + own.T) / 2)
    vectors = similar @ (axes[:, ::-1][:, :DIMENSION] / np.sqrt(values[::-1][:DIMENSION]))
    return list(first), _without_frequency(vectors)[[row_of[identity] for identity in first.values()]]


def _without_frequency(vectors: Any) -> Any:
    vectors = vectors - vectors.mean(axis=0)
    sample = np.random.default_rng(SEED).choice(len(vectors), min(20_000, len(vectors)), replace=False)
    top = np.linalg.svd(vectors[sample], full_matrices=False)[2][:2]
    vectors = vectors - (vectors @ top.T) @ top
    return (vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)).astype(np.float32)


# -- training ------------------------------------------------------------------------------------------------------


@dataclass
class Corpus:
    """`words` with start `vectors` (zero where Kiwi has none) and `weights` (idf); articles as rows of words."""

    words: list[str]
    vectors: Any
    weights: Any
    heads: list[list[int]]
    bodies: list[list[int]]
    known: int


def load(path: Path) -> Corpus:
    lines = [json.loads(line) for line in path.open(encoding="utf-8")]
    df: Counter[str] = Counter()
    for line in lines:
        df.update(set(line["head"]) | set(line["body"]))
    all_words, all_vectors = recover([word for word, _ in df.most_common()])
    keep = [row for row, word in enumerate(all_words) if _kept(word, df)]
    words = [all_words[row] for row in keep]
    there = set(all_words)
    words += sorted(word for word, count in df.items() if word not in there and count >= LEARNED)
    vectors = np.zeros((len(words), DIMENSION), np.float32)
    vectors[: len(keep)] = all_vectors[keep]
    idf = [min(9.0, math.log(1 + len(lines) / (1 + df[word]))) for word in words]
    row = {word: number for number, word in enumerate(words)}
    heads = [[row[word] for word in line["head"] if word in row] for line in lines]
    bodies = [[row[word] for word in line["body"] if word in row] for line in lines]
    return Corpus(words, vectors, np.array(idf, np.float32), heads, bodies, len(keep))


def _kept(word: str, df: Counter[str]) -> bool:
    tag = word.rsplit("/", 1)[1]
    return tag in CONTENT and (df[word] >= 2 or tag not in ("NNP", "SL", "SH"))


def neighbours(corpus: Corpus) -> Any:
    """Ten near words of each word, itself among them, `(n, 10)`."""
    known = corpus.vectors[: corpus.known]
    parts = [
        np.argpartition(-(corpus.vectors[start : start + 1000] @ known.T), 11, axis=1)[:, :10]
        for start in range(0, len(corpus.words), 1000)
    ]
    return np.concatenate(parts)


class Pairs:
    """Draws training pairs."""

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self._corpus = corpus
        self._settings = settings
        self._near = neighbours(corpus)
        self._random = random.Random(SEED)  # noqa: S311
        sizes = [len(head) + len(body) for head, body in zip(corpus.heads, corpus.bodies, strict=True)]
        self._usable = [row for row, size in enumerate(sizes) if size >= 6 and len(corpus.bodies[row]) >= 3]

    def draw(self, size: int) -> tuple[list[list[int]], list[list[int]]]:
        pairs = [self._pair(row) for row in self._random.sample(self._usable, size)]
        return [short for short, _ in pairs], [long for _, long in pairs]

    def _pair(self, row: int) -> tuple[list[int], list[int]]:
        rnd = self._random
        head, body = self._corpus.heads[row], self._corpus.bodies[row]
        if head and rnd.random() < 0.4:
            short, long = head, body
        else:
            length = rnd.randint(3, min(14, max(3, len(body) // 2)))
            start = rnd.randint(0, max(0, len(body) - length))
            short, long = body[start : start + length], head + body[:start] + body[start + length :]
        if rnd.random() < self._settings.shared_out:
            shared = set(short)
            rest = [word for word in long if word not in shared or rnd.random() < 0.3]
            long = rest if len(rest) >= 3 else long
        exchanged = self._settings.exchanged
        short = [int(self._near[word][rnd.randrange(10)]) if rnd.random() < exchanged else word for word in short]
        return short, (long or body)[:120]


def train(corpus: Corpus, settings: Settings) -> tuple[Any, Any]:
    """Trained vectors `(n, 256)` and weights `(n,)`."""
    import torch
    from torch.nn import functional

    torch.manual_seed(SEED)
    start, idf = torch.tensor(corpus.vectors), torch.tensor(corpus.weights)
    residue = torch.nn.Embedding(len(corpus.words), DIMENSION, sparse=True)
    gain = torch.nn.Embedding(len(corpus.words), 1, sparse=True)
    torch.nn.init.zeros_(residue.weight)
    torch.nn.init.zeros_(gain.weight)
    turn = torch.nn.Parameter(torch.eye(DIMENSION))
    heat = torch.nn.Parameter(torch.tensor(3.0))
    rates = (settings.rate, 2 * settings.rate, 1e-3, 1e-2)
    optimisers = [
        torch.optim.SparseAdam(list(residue.parameters()), lr=rates[0]),
        torch.optim.SparseAdam(list(gain.parameters()), lr=rates[1]),
        torch.optim.Adam([turn], lr=rates[2]),
        torch.optim.Adam([heat], lr=rates[3]),
    ]

    def encode(bags: list[list[int]]) -> tuple[Any, Any]:
        flat = torch.tensor([word for bag in bags for word in bag])
        offsets = torch.tensor(np.cumsum([0, *(len(bag) for bag in bags[:-1])]))
        rows, where = torch.unique(flat, return_inverse=True)
        moved, raised = residue(rows), gain(rows)[:, 0]
        table = start[rows] @ turn + moved
        weights = (idf[rows] * torch.exp(raised))[where]
        summed = functional.embedding_bag(where, table, offsets, mode="sum", per_sample_weights=weights)
        return functional.normalize(summed, dim=1), (moved**2).sum() + 0.1 * (raised**2).sum()

    pairs = Pairs(corpus, settings)
    answers = torch.arange(settings.batch)
    for step in range(settings.steps):
        slope = min(1.0, (step + 1) / 50) * max(0.05, 1 - step / settings.steps)
        for optimiser, rate in zip(optimisers, rates, strict=True):
            optimiser.param_groups[0]["lr"] = rate * slope
            optimiser.zero_grad()
        short, long = pairs.draw(settings.batch)
        (left, cost_left), (right, cost_right) = encode(short), encode(long)
        scores = left @ right.T * torch.exp(heat)
        loss = (functional.cross_entropy(scores, answers) + functional.cross_entropy(scores.T, answers)) / 2
        still = (cost_left + cost_right) / settings.batch + ((turn - torch.eye(DIMENSION)) ** 2).sum() / 10
        (loss + settings.residue * still).backward()
        for optimiser in optimisers:
            optimiser.step()
        if step % 200 == 0:
            print(f"step {step}: loss {loss.item():.3f}", flush=True)
    with torch.no_grad():
        return (start @ turn + residue.weight).numpy(), (idf * torch.exp(gain.weight[:, 0])).numpy()


# -- writing -------------------------------------------------------------------------------------------------------


def write(words: list[str], vectors: Any, weights: Any, folder: Path) -> None:
    """Vectors as int8 with a scale a row, in the order of `words`."""
    from hashlib import blake2b

    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    scales = np.maximum(np.abs(vectors).max(axis=1), 1e-9) / 127
    tensors = {
        "vectors": np.round(vectors / scales[:, None]).astype(np.int8),
        "scales": scales.astype(np.float16),
        "weights": weights.astype(np.float16),
    }
    save_file(tensors, folder / "vectors.safetensors")
    (folder / "vocabulary.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    digest = blake2b(tensors["vectors"].tobytes() + tensors["weights"].tobytes(), digest_size=6).hexdigest()
    config = {"id": f"morphemes-{digest}", "kind": "morphemes", "dimension": DIMENSION, "words": len(words)}
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, dest="command")
    reading = commands.add_parser("words")
    reading.add_argument("statutes", type=Path)
    reading.add_argument("words", type=Path)
    learning = commands.add_parser("train")
    learning.add_argument("words", type=Path)
    learning.add_argument("out", type=Path)
    options = parser.parse_args()
    if options.command == "words":
        write_words(options.statutes, options.words)
        return
    corpus = load(options.words)
    print(f"{len(corpus.words)} morphemes, {len(corpus.bodies)} articles", flush=True)
    vectors, weights = train(corpus, Settings())
    write(corpus.words, vectors, weights, options.out)


if __name__ == "__main__":
    main()
