#!/usr/bin/env python3
"""Make `models/ranker/`: the learned order of the best candidates, from the expected questions.

    python models/train_ranker.py features HOME FEATURES.npz [--questions N]     about 20 a second
    python models/train_ranker.py train FEATURES.npz models/ranker               a minute

`HOME` is a data folder with the core snapshot imported and fully indexed (`GOVDESK_HOME`). `train` needs lightgbm,
which the program itself never uses. The seed is fixed.

Each question is searched three times: without itself and its near-duplicates among the expected questions; without
all expected questions of its statute's family; without any. The first shows the ranker what the bank is worth, the
others that an article without questions must not drown beside those that have some. Articles nearly the same as the
right one (twin statutes) are taken out. Figures are of five folds over families: no family is in both parts.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np  # noqa: TID253 - a script, not the program

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SEED = 1
FOLDS = 5
WAYS = ("bank", "no family", "no bank")
NEAR = 0.93
"""Cosine above which another question of the same article counts as the question itself."""
TWIN = 0.7
"""Share of bigrams (Jaccard) above which an article is a twin of the right one."""
SETTINGS = {
    "objective": "lambdarank",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "max_depth": 5,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "lambdarank_truncation_level": 12,
    "seed": SEED,
    "deterministic": True,
    "num_threads": 2,
    "verbose": -1,
}
TREES = 220


# -- features ------------------------------------------------------------------------------------------------------


@dataclass
class Case:
    """One search: features of its candidates, which is right, and how it was made."""

    rows: Any
    right: int
    family: str
    way: str


def cases(home: Path, count: int) -> Iterator[Case]:
    from govdesk.app import Desk
    from govdesk.paths import DataFolder, Resources, resources

    desk = Desk(DataFolder(home), Resources(resources()))
    store = desk.store(write=False)
    store.warm()
    measured = Measured(store)
    order = random.Random(SEED).sample(range(len(measured.questions)), min(count, len(measured.questions)))  # noqa: S311
    for number, place in enumerate(order):
        if number % 200 == 0:
            print(f"{number} of {len(order)}", file=sys.stderr, flush=True)
        yield from measured.cases(place)
    desk.close()


class Measured:
    """The store's search, asked with questions of the bank."""

    def __init__(self, store: Any) -> None:
        self._searcher = store._searcher
        self._catalog = store._fresh()
        self._current = self._searcher._current(self._catalog)
        self.questions = self._searcher.questions()
        self._texts = self.questions.texts(list(range(len(self.questions))))
        self._allowed = self._catalog.searchable(self._catalog.visible(None), date.today())
        titles = {item.document.series: item.document.title for item in self._catalog.stored.values()}
        families = {series: title.split(" 시행")[0] for series, title in titles.items()}
        self._family_of = np.array([families.get(series, series) for series, _ in self.questions.keys])
        self._family = self._family_of[self.questions.key_at]

    def cases(self, place: int) -> Iterator[Case]:
        from govdesk.knowledge.model import Query

        questions = self.questions
        query = Query(self._texts[place], date.today(), 10)
        asked = self._searcher._asked(self._current, query)
        key = questions.keys[questions.key_at[place]]
        same = questions.by_meaning(asked.vector) > NEAR
        itself = same & (questions.key_at == questions.key_at[place])
        itself[place] = True
        family = str(self._family[place])
        ways = (itself, self._family == family, np.ones(len(questions), bool))
        for way, hidden in zip(WAYS, ways, strict=True):
            near = self._searcher.nearest(self._current, query, asked, self._allowed, hidden)
            right = next((at for at, one in enumerate(near.candidates) if self._current.key(one.place) == key), -1)
            if right < 0:
                yield Case(np.zeros((0, 0), np.float32), -1, family, way)
                continue
            keep = _without_twins(near, right)
            yield Case(near.rows()[keep], keep.index(right), family, way)


def _without_twins(near: Any, right: int) -> list[int]:
    texts = [near.passages[one.place].text for one in near.candidates]
    grams = [{text[at : at + 2] for at in range(min(len(text), 600) - 1)} for text in texts]
    own = grams[right]
    alike = [len(own & one) / max(1, len(own | one)) for one in grams]
    return [at for at, share in enumerate(alike) if at == right or share < TWIN]


def write_features(home: Path, out: Path, count: int) -> None:
    found = list(cases(home, count))
    missed = [sum(case.right < 0 and case.way == way for case in found) for way in WAYS]
    kept = [case for case in found if case.right >= 0]
    np.savez_compressed(
        out,
        rows=np.concatenate([case.rows for case in kept]),
        sizes=np.array([len(case.rows) for case in kept]),
        right=np.array([case.right for case in kept]),
        family=np.array([case.family for case in kept]),
        way=np.array([case.way for case in kept]),
        missed=np.array(missed),
    )


# -- training ------------------------------------------------------------------------------------------------------


class Data:
    def __init__(self, path: Path) -> None:
        kept = np.load(path)
        self.rows, self.sizes, self.right = kept["rows"], kept["sizes"], kept["right"]
        self.family, self.way, self.missed = kept["family"], kept["way"], kept["missed"]
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)])

    def taken(self, cases: Any) -> tuple[Any, Any, Any]:
        """Features, labels and group sizes of `cases`."""
        rows = np.concatenate([self.rows[self.starts[one] : self.starts[one + 1]] for one in cases])
        labels = np.concatenate([np.arange(self.sizes[one]) == self.right[one] for one in cases]).astype(int)
        return rows, labels, self.sizes[cases]


def fit(data: Data, cases: Any) -> Any:
    import lightgbm

    from govdesk.knowledge.features import NAMES

    rows, labels, sizes = data.taken(cases)
    dataset = lightgbm.Dataset(rows, labels, group=sizes, feature_name=list(NAMES))
    return lightgbm.train(SETTINGS, dataset, num_boost_round=TREES)


def ranks(model: Any, data: Data, cases: Any) -> Any:
    found = []
    for one in cases:
        scores = model.predict(data.rows[data.starts[one] : data.starts[one + 1]])
        found.append(1 + int((scores > scores[data.right[one]]).sum()))
    return np.array(found)


def cross_validate(data: Data) -> None:
    """Print recall by way, no family in both parts; a right article that is not a candidate counts as missed."""
    families = sorted(set(data.family))
    random.Random(SEED).shuffle(families)  # noqa: S311
    fold = {family: number % FOLDS for number, family in enumerate(families)}
    of = np.array([fold[family] for family in data.family])
    rank = np.zeros(len(of), int)
    for number in range(FOLDS):
        model = fit(data, np.flatnonzero(of != number))
        test = np.flatnonzero(of == number)
        rank[test] = ranks(model, data, test)
    for way, missed in zip(WAYS, data.missed, strict=True):
        some = rank[data.way == way]
        total = len(some) + missed
        shares = "  ".join(f"@{k} {(some <= k).sum() / total:.3f}" for k in (1, 5, 10))
        print(f"{way:10} {shares}   of {total}, not among the candidates {missed / total:.3f}")


def write(model: Any, folder: Path) -> None:
    """The trees as the program reads them."""
    from govdesk.knowledge.features import NAMES

    folder.mkdir(parents=True, exist_ok=True)
    trees = [_flat(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    depth = max(tree.pop("depth") for tree in trees)
    made = {"features": list(NAMES), "depth": depth, "trees": trees}
    (folder / "trees.json").write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")


def _flat(root: dict[str, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = {"feature": [], "threshold": [], "left": [], "right": [], "value": []}

    def add(node: dict[str, Any]) -> tuple[int, int]:
        at = len(tree["value"])
        leaf = "leaf_value" in node
        tree["feature"].append(0 if leaf else node["split_feature"])
        tree["threshold"].append(0.0 if leaf else float(np.float32(node["threshold"])))
        tree["value"].append(round(node["leaf_value"] if leaf else node["internal_value"], 5))
        tree["left"].append(at)
        tree["right"].append(at)
        if leaf:
            return at, 0
        tree["left"][at], left = add(node["left_child"])
        tree["right"][at], right = add(node["right_child"])
        return at, 1 + max(left, right)

    tree["depth"] = add(root)[1]
    return tree


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, dest="command")
    reading = commands.add_parser("features")
    reading.add_argument("home", type=Path)
    reading.add_argument("out", type=Path)
    reading.add_argument("--questions", type=int, default=6000)
    learning = commands.add_parser("train")
    learning.add_argument("features", type=Path)
    learning.add_argument("out", type=Path)
    options = parser.parse_args()
    if options.command == "features":
        write_features(options.home, options.out, options.questions)
        return
    data = Data(options.features)
    cross_validate(data)
    model = fit(data, np.arange(len(data.sizes)))
    gains = sorted(zip(model.feature_name(), model.feature_importance("gain"), strict=True), key=lambda one: -one[1])
    print("  ".join(f"{name} {gain:.0f}" for name, gain in gains[:16]))
    write(model, options.out)


if __name__ == "__main__":
    main()
