"""The same article written otherwise has the same facts: ``python -m tests.fuzz.variants ARTICLES.jsonl [COUNT]``.

Each line of the file is ``{"text": …}``. Every variant of every article is extracted, and the facts are compared with those
of the original at their places, counted in letters. The command prints the differences of each kind per 1,000 paragraphs.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from newsview.extraction.extract import Extractor
from newsview.model.article import Article
from newsview.model.facts import Facts
from newsview.reading.build_article import build_article

KINDS: Final = ("mention", "group", "quote", "speaker", "number")

MOST = 5.0
"""Differences of a kind per 1,000 paragraphs that are left to the statistical parser."""

_STRAIGHT: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_PAIR = re.compile(r'(?<![^\s(\[—–])"(?=[^\s"])([^"]*[^\s"])"(?![\w"])')
_SENTENCE_END = re.compile(r"([.?!][”\"’']?) (?=[A-Z“\"])")


def curly(text: str) -> str:
    """*text* with curly quote marks, in the paragraphs in which all straight ones pair."""

    def paired(paragraph: str) -> str:
        changed = _PAIR.sub("“\\1”", paragraph)
        return paragraph if '"' in changed else re.sub(r"(?<=\w)'", "’", changed)

    return "\n\n".join(map(paired, text.split("\n\n")))


def wrapped(text: str) -> str:
    """*text* with lines of at most 72 characters; unchanged if paragraphs have lines of their own, such as lists.

    Joining those would make another article.
    """
    paragraphs = text.split("\n\n")
    if any("\n" in each.strip() for each in paragraphs):
        return text
    return "\n\n".join(textwrap.fill(each, 72, break_long_words=False, break_on_hyphens=False) for each in paragraphs)


VARIANTS: Final[Mapping[str, Callable[[str], str]]] = {
    "two spaces": lambda text: _SENTENCE_END.sub(r"\1  ", text),
    "decomposed accents": lambda text: unicodedata.normalize("NFD", text),
    "hard wraps": wrapped,
    "curly quote marks": curly,
    "straight quote marks": lambda text: text.translate(_STRAIGHT) if "“" in text else text,
    "5 percent": lambda text: re.sub(r"(?<=\d)%", " percent", text),
    "line ends, indents": lambda text: "   " + text.replace("\n\n", " \r\n\r\n\r\n   "),
}


def found(article: Article, facts: Facts) -> dict[str, Counter[object]]:
    """What is compared, by kind, each at its place."""
    places = _places(article.text)
    return {
        "mention": Counter((places[m.start], _plain(m.text), e.type) for e in facts.entities for m in e.mentions),
        "group": Counter(frozenset(places[m.start] for m in e.mentions) for e in facts.entities),
        "quote": Counter((places[q.start], q.kind, _plain(q.text)) for q in facts.quotes),
        "speaker": Counter(
            (places[q.start], q.speaker and _plain(q.speaker.text), q.cue and _plain(q.cue.text)) for q in facts.quotes
        ),
        "number": Counter(
            (places[n.start], _plain(n.text), n.kind, n.value, n.value_max, n.unit, n.per, n.modifier, n.trend, n.iso)
            for n in facts.numbers
        ),
    }


def _places(text: str) -> list[int]:
    """The letters and marks before every offset; neither spaces nor how per cent is written count."""
    count, places = 0, []
    signs = {match.start(): len(match[0]) for match in re.finditer(r"(?<=\d)(?:%|\s+percent)", text)}
    skipped = 0
    for offset, character in enumerate(text):
        skipped = max(skipped, offset + signs.get(offset, 0))
        places.append(count)
        count += not character.isspace() and offset >= skipped
    return [*places, count]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", re.sub(r"(?<=\d)%", " percent", text)).translate(_STRAIGHT).split())


class Comparison:
    """Differences between articles and one variant of them."""

    def __init__(self) -> None:
        self.differences: Counter[str] = Counter()
        self.paragraphs = self.articles = 0
        self.examples: list[str] = []

    def add(
        self, article: Article, before: Mapping[str, Counter[object]], after: Mapping[str, Counter[object]]
    ) -> None:
        """Count the differences of one article."""
        self.paragraphs += len(article.paragraphs)
        self.articles += 1
        for kind in KINDS:
            lost, new = before[kind] - after[kind], after[kind] - before[kind]
            self.differences[kind] += max(lost.total(), new.total())
            self.examples += [f"{kind}: {[*lost][:2]} -> {[*new][:2]}"] if lost or new else []

    def rate(self, kind: str) -> float:
        """Differences of *kind* per 1,000 paragraphs."""
        return 1000 * self.differences[kind] / max(1, self.paragraphs)


def compared(
    extractor: Extractor, texts: Sequence[str], names: Sequence[str] = tuple(VARIANTS)
) -> dict[str, Comparison]:
    """The comparison of *texts* with each of the variants *names* that changes them."""
    results = {name: Comparison() for name in names}
    for text in texts:
        article = build_article(text)
        before = found(article, extractor.facts(article))
        for name in names:
            changed = VARIANTS[name](article.text)
            if changed != article.text:
                other = build_article(changed)
                results[name].add(article, before, found(other, extractor.facts(other)))
    return results


def main(arguments: Sequence[str]) -> int:
    """Compares the articles of a file and prints a line for each variant; 1 if there are too many differences."""
    path, *rest = arguments
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    texts = [str(json.loads(line)["text"]) for line in lines]
    texts = [text for text in texts if 300 < len(text) < 6000][: int(rest[0]) if rest else None]
    worst = 0.0
    for name, result in compared(Extractor.for_model(), texts).items():
        rates = {kind: result.rate(kind) for kind in KINDS}
        worst = max(worst, *rates.values())
        figures = "  ".join(f"{kind} {rate:5.1f}" for kind, rate in rates.items())
        print(f"{name:20} {result.articles:5} articles {result.paragraphs:6} paragraphs   {figures}", flush=True)
        for example in result.examples[:4]:
            print(f"    {example[:300]}")
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
