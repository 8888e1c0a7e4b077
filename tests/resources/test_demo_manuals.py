"""The sample manuals shipped in resources/demo: their form, and the statutes they name.

The statute checks read the snapshot in shared/data and skip where it is absent.
"""

import datetime
import re
import tarfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources" / "demo"
SNAPSHOT = ROOT.parent / "shared" / "data" / "statutes-national.tar.xz"

MANUALS = sorted(DEMO.glob("*.md"))
FIELD_LABELS = {"근거", "절차", "기한", "서식", "유의"}
LONGEST_SHARED_RUN = 24

_FRONTMATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.S)
_FIELD = re.compile(r"^- ([^:\s]{1,10}): *(.*)$", re.M)
_REFERENCE = r"제\d+조(?:의\d+)?(?:[·ㆍ]?제\d+[항호])*"
_CITATION = re.compile(rf"「([^」]+)」 ?((?:{_REFERENCE})(?:(?:, ?|[·ㆍ]|와 |과 |및 )(?:{_REFERENCE}))*)")
_REFERENCE_PARTS = re.compile(r"(제\d+조(?:의\d+)?)((?:[·ㆍ]?제\d+[항호])*)")
_HEADING = re.compile(r"^##### (제\d+조(?:의\d+)?)(?: \(.*\))?\s*$", re.M)
_TITLE_LINE = re.compile(r"^제목: (.+)$", re.M)
_CIRCLED = {mark: number for number, mark in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", start=1)}


def split_manual(path):
    match = _FRONTMATTER.match(path.read_text(encoding="utf-8"))
    assert match, f"{path.name}: no frontmatter"
    return yaml.safe_load(match.group(1)), match.group(2)


def sections(path):
    """(heading, text below it) of every ### section."""
    _, body = split_manual(path)
    parts = re.split(r"^### (.+)$", body, flags=re.M)[1:]
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        yield heading.strip(), re.split(r"^##? ", text, flags=re.M)[0]


def citations(text):
    """(statute title, article such as 제7조의2, the 항 numbers named with it) for each article the text names."""
    for title, references in _CITATION.findall(text):
        for article, tail in _REFERENCE_PARTS.findall(references):
            yield title, article, [int(number) for number in re.findall(r"제(\d+)항", tail)]


def every_section():
    for path in MANUALS:
        for heading, text in sections(path):
            yield path, heading, text


@pytest.fixture(scope="module")
def statutes():
    """title -> list of {article: text} for every title the manuals name, in one pass over the snapshot."""
    if not SNAPSHOT.is_file():
        pytest.skip("the statute snapshot is not here")
    wanted = {title for _, _, text in every_section() for title, _, _ in citations(text)}
    found = {}
    with tarfile.open(SNAPSHOT, "r|xz") as archive:
        for member in archive:
            if not (member.isfile() and member.name.endswith(".md")):
                continue
            stream = archive.extractfile(member)
            start = stream.read(600)
            title = _TITLE_LINE.search(start.decode("utf-8", "ignore"))
            if title is None or (name := title.group(1).strip().strip("'\"")) not in wanted:
                continue
            text = (start + stream.read()).decode("utf-8")
            found.setdefault(name, []).append(read_articles(text))
    return found


def read_articles(text):
    text = re.split(r"^## 부칙", text, maxsplit=1, flags=re.M)[0]
    parts = _HEADING.split(text)
    return {
        article: re.split(r"^#{2,4} ", body, maxsplit=1, flags=re.M)[0].strip()
        for article, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def article_texts(statutes, title, article):
    return [articles[article] for articles in statutes.get(title, []) if article in articles]


def is_deleted(body):
    return re.match(r"삭제(?:\s|<|$)", body) is not None or not body


def squeeze(text):
    """Text without spaces, marks and statute titles, so that only shared wording can match."""
    text = re.sub(r"「[^」]*」", "|", text)
    text = re.sub(r"<[^>]*>", "", text)
    return re.sub(r"[\s*\\]", "", text)


def shares_run(left, right, length):
    pieces = {right[i : i + length] for i in range(len(right) - length + 1)}
    for i in range(len(left) - length + 1):
        piece = left[i : i + length]
        if piece in pieces:
            return piece
    return None


def test_there_are_manuals_to_check():
    assert MANUALS


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.stem)
def test_a_manual_says_its_title_edition_and_publisher(path):
    meta, body = split_manual(path)
    assert set(meta) == {"title", "edition", "publisher"}
    assert isinstance(meta["edition"], datetime.date)
    assert meta["title"].strip() and meta["publisher"].strip()
    assert body.lstrip().startswith(f"# {meta['title']}\n")


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.stem)
def test_a_manual_has_twenty_sections_with_different_titles(path):
    headings = [heading for heading, _ in sections(path)]
    assert len(headings) >= 20
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.stem)
def test_every_section_answers_first_and_then_gives_only_the_five_fields(path):
    faults = []
    for heading, text in sections(path):
        labels = [label for label, _ in _FIELD.findall(text)]
        lead = text.split("\n- ", 1)[0].strip()
        if not lead:
            faults.append(f"{heading}: no lead sentence")
        if len(labels) != len(re.findall(r"^- ", text, re.M)) or not set(labels) <= FIELD_LABELS:
            faults.append(f"{heading}: fields {labels}")
        if len(set(labels)) != len(labels):
            faults.append(f"{heading}: a field twice")
        if not {"근거", "절차"} <= set(labels):
            faults.append(f"{heading}: 근거 or 절차 is missing")
        if any(not value.strip() for _, value in _FIELD.findall(text)):
            faults.append(f"{heading}: an empty field")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.stem)
def test_every_basis_names_an_article_of_a_statute(path):
    faults = []
    for heading, text in sections(path):
        basis = dict(_FIELD.findall(text)).get("근거", "")
        if not list(citations(basis)):
            faults.append(heading)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.stem)
def test_every_article_named_is_in_force_under_that_exact_title(path, statutes):
    faults = []
    for heading, text in sections(path):
        for title, article, _ in citations(text):
            texts = article_texts(statutes, title, article)
            if not texts:
                faults.append(f"{heading}: 「{title}」 {article} is not in the snapshot")
            elif all(is_deleted(body) for body in texts):
                faults.append(f"{heading}: 「{title}」 {article} is deleted")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.stem)
def test_every_paragraph_named_exists_in_its_article(path, statutes):
    faults = []
    for heading, text in sections(path):
        for title, article, paragraphs in citations(text):
            for body in article_texts(statutes, title, article):
                present = {_CIRCLED[mark] for mark in re.findall(r"\*\*([①-⑳])\*\*", body)}
                missing = [number for number in paragraphs if number <= len(_CIRCLED) and number not in present]
                if missing:
                    faults.append(f"{heading}: 「{title}」 {article} has no 제{missing[0]}항")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.stem)
def test_no_section_copies_a_sentence_of_an_article_it_names(path, statutes):
    faults = []
    for heading, text in sections(path):
        own = squeeze(text)
        for title, article, _ in citations(text):
            for body in article_texts(statutes, title, article):
                if piece := shares_run(own, squeeze(body), LONGEST_SHARED_RUN + 1):
                    faults.append(f"{heading}: 「{title}」 {article} … {piece}")
    assert not faults, "\n".join(faults)
