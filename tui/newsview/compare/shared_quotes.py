"""The same words quoted in several articles.

Candidates are found by hashes of runs of words, which are sorted in a database on disk: time grows with the number of
quotes, never with that of their pairs. Memory is bounded, but for four bytes a quote.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, groupby, islice
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple, Self

import orjson

from newsview.compare.people import alike, is_pronoun
from newsview.compare.tokens import tokens
from newsview.compare.wording import wording
from newsview.model.facts import Analysis, Quote, content_texts
from newsview.model.shared_quotes import SERIOUS, Difference, QuotedIn, SharedQuote

LEAST_WORDS: Final = 7
"""Common words from which two quotations are the same words."""
MOST_WORDS: Final = 400
"""Words of a quotation that are compared; the rest of a longer one is left out: bounded time."""
ALIKE: Final = 0.7
"""Share of the shorter quotation that is common, where the common words are no single run."""
_RUN: Final = 4
"""Words of a run that is hashed. Of two neighbouring hashes the smaller is kept, so that any five words in common meet."""
_WINDOW: Final = 6
"""Quotes before it with the same run that a quote is compared with."""
_MOST_COMPARED: Final = 200
"""Versions of one quote whose wording is compared."""
_CACHED: Final = 64
"""Quotes whose words are in memory. Candidates come in groups of a few, in the order of hashes: more are of no use."""
_ROWS: Final = 2_000
_TABLES: Final = """
pragma journal_mode = off;
pragma synchronous = off;
pragma cache_size = -4000;
pragma temp_store = file;
create table quotes (id integer primary key, article integer, length integer, row blob, forms text, shared integer);
create table runs (hash integer, sketch integer, quote integer);
"""


class _Words(NamedTuple):
    article: int
    forms: Sequence[str]


class QuoteIndex:
    """Quotes of articles in a database *file*, which must not exist and is the caller's to remove."""

    def __init__(self, file: Path, least: int = LEAST_WORDS) -> None:
        self._least = least
        self._articles = 0
        self._quotes = 0
        self._database = sqlite3.connect(file, isolation_level=None)
        self._database.executescript(_TABLES)
        self._database.execute("begin")
        self._pending: tuple[list[tuple[Any, ...]], list[tuple[int, int, int]]] = ([], [])
        self._words = lru_cache(_CACHED)(self._read_words)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, article: Any, analysis: Analysis) -> None:
        """Add the quotes of *analysis*; *article* is its name, any JSON value."""
        self._articles += 1
        for quote in analysis.quotes:
            if quote.kind != "indirect" and quote.act == "speech":
                self._add(quoted(article, analysis, quote))
        if len(self._pending[1]) > _ROWS:
            self._flush()

    def _add(self, found: QuotedIn) -> None:
        forms = [token.form for token in tokens(found.text)][:MOST_WORDS]
        if len(forms) < self._least:
            return
        self._quotes += 1
        rows, runs = self._pending
        rows.append((self._quotes, self._articles, len(forms), orjson.dumps(tuple(found)), " ".join(forms)))
        hashes = sorted(set(_run_hashes(forms)))
        runs += ((each, hashes[0], self._quotes) for each in hashes)

    def _flush(self) -> None:
        rows, runs = self._pending
        self._database.executemany("insert into quotes (id, article, length, row, forms) values (?, ?, ?, ?, ?)", rows)
        self._database.executemany("insert into runs values (?, ?, ?)", runs)
        rows.clear()
        runs.clear()

    def shared(self) -> Iterator[SharedQuote]:
        """What several articles quote, those that most articles have first. The quotes of each are read as they are used."""
        self._flush()
        self._database.executemany("update quotes set shared = ? where id = ?", self._roots())
        self._database.execute(
            "update quotes set shared = id where id in (select distinct shared from quotes where shared is not null)"
        )
        self._database.execute("create index by_shared on quotes (shared) where shared is not null")
        groups = self._database.execute(
            "select shared, count(*), count(distinct article) from quotes where shared is not null group by shared"
            " having count(distinct article) > 1 order by count(distinct article) desc, shared"
        )
        for root, quotes, articles in groups:
            yield _group(_Group(self._database, root, quotes), articles)

    def _roots(self) -> Iterator[tuple[int, int]]:
        """(first quote of its group, quote) of all quotes but the first that share their words with another."""
        parents = array("I", range(self._quotes + 1))
        for one, other in self._candidates():
            first, second = _root(parents, one), _root(parents, other)
            if first != second and self._are_same(one, other):
                parents[max(first, second)] = min(first, second)
        return ((_root(parents, quote), quote) for quote in range(1, self._quotes + 1) if parents[quote] != quote)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs of quotes with a run in common: each with a few before it, in an order that brings like ones together."""
        rows = self._database.execute("select hash, quote from runs order by hash, sketch, quote")
        for _, group in groupby(rows, key=lambda row: row[0]):
            before: deque[int] = deque(maxlen=_WINDOW)
            for _, quote in group:
                yield from ((other, quote) for other in before)
                before.append(quote)

    def _read_words(self, quote: int) -> _Words:
        article, forms = self._database.execute("select article, forms from quotes where id = ?", (quote,)).fetchone()
        return _Words(article, forms.split(" "))

    def _are_same(self, one: int, other: int) -> bool:
        first, second = self._words(one), self._words(other)
        return first.article != second.article and same_words(first.forms, second.forms, self._least)


def quoted(article: Any, analysis: Analysis, quote: Quote) -> QuotedIn:
    """*quote* with what is shown of its article."""
    text = " … ".join(" ".join(part.split()) for part in content_texts(quote) if part.strip()) or quote.text
    speaker = quote.speaker.name or quote.speaker.text if quote.speaker is not None else None
    return QuotedIn(article, quote.id, text, speaker, quote.stance, analysis.article.published)


def same_words(one: Sequence[str], other: Sequence[str], least: int = LEAST_WORDS) -> bool:
    """Whether the two have a run of *least* words in common, or so many in all and most of the shorter one."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    common = sum(block.size for block in blocks)
    longest = max(block.size for block in blocks)
    return longest >= least or (common >= least and common >= ALIKE * min(len(one), len(other)))


def _run_hashes(forms: Sequence[str]) -> Iterator[int]:
    """Hashes of runs of words, of every two neighbouring ones the smaller."""
    hashes = [_hash(" ".join(forms[index : index + _RUN])) for index in range(max(1, len(forms) - _RUN + 1))]
    yield from map(min, hashes, hashes[1:] or hashes)


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=7).digest())


def _root(parents: array[int], quote: int) -> int:
    while parents[quote] != quote:
        parents[quote] = parents[parents[quote]]
        quote = parents[quote]
    return quote


@dataclass(frozen=True, slots=True)
class _Group(Collection[QuotedIn]):
    """The quotes with one ``root`` in the database, the fullest first, then the others as they were added."""

    database: sqlite3.Connection
    root: int
    count: int

    def __len__(self) -> int:
        return self.count

    def __contains__(self, quote: object) -> bool:
        return any(each == quote for each in self)

    def __iter__(self) -> Iterator[QuotedIn]:
        (first,) = self.database.execute(
            "select id from quotes where shared = ? order by length desc, id limit 1", (self.root,)
        ).fetchone()
        own = self.database.execute("select row from quotes where id = ?", (first,))
        others = self.database.execute(
            "select row from quotes where shared = ? and id <> ? order by id", (self.root, first)
        )
        return (QuotedIn(*orjson.loads(row)) for (row,) in chain(own, others))


def _group(quotes: Collection[QuotedIn], articles: int) -> SharedQuote:
    """The group of *quotes*, each difference from the fullest, the first, once with the first article that has it."""
    fullest, *others = islice(quotes, _MOST_COMPARED + 1)
    found: dict[Difference, list[Any]] = {}
    for other in others:
        for difference in [*wording(fullest.text, other.text), *_speakers(fullest, other)]:
            found.setdefault(difference, []).append(other.article)
    differences = [Difference(each.kind, f"{_label(having)}: {each.text}") for each, having in found.items()]
    differences.sort(key=lambda each: each.kind not in SERIOUS)
    return SharedQuote(_common(fullest, others), quotes, differences, articles)


def _label(articles: Sequence[Any]) -> str:
    more = f" and {len(articles) - 1} more" if len(articles) > 1 else ""
    return f"{articles[0]}{more}"


def _speakers(fullest: QuotedIn, other: QuotedIn) -> Iterator[Difference]:
    """Another speaker of the same words, where both are named."""
    one, two = fullest.speaker, other.speaker
    if one and two and not (is_pronoun(one) or is_pronoun(two) or alike(one, two)):
        yield Difference("speaker", f"[-{one}-] {{+{two}+}}")


def _common(fullest: QuotedIn, others: Sequence[QuotedIn]) -> str:
    """The longest run of words of the fullest version that all others have, or that most of the first ones have."""
    words = tokens(fullest.text)
    first, end = 0, len(words)
    for other in others:
        own = [token.form for token in words[first:end]]
        forms = [token.form for token in tokens(other.text)][:MOST_WORDS]
        match = SequenceMatcher(None, own, forms, autojunk=False).find_longest_match()
        if match.size:
            first, end = first + match.a, first + match.a + match.size
    return fullest.text[words[first].start : words[end - 1].end]
