"""Quotations of two versions: words that changed in them, other speakers, and those that are in one version only."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from newsview.compare.alignment import Alignment, Edit
from newsview.compare.marked import is_between_marks, marked
from newsview.compare.numbers import overlap
from newsview.compare.people import alike, is_pronoun
from newsview.compare.version import TokenRange, Version
from newsview.compare.word_diff import marked_words, remarks
from newsview.describe import quote_lead, speaker_words
from newsview.model.differences import Change, ChangeWay, Side
from newsview.model.facts import Quote, Range, Speaker

STILL_THERE: Final = 0.5
"""Share of a quotation's words that stay where it is changed rather than removed."""


class Placed(NamedTuple):
    """A quote with the tokens of its content, span by span, and those from the first to the last."""

    quote: Quote
    content: Sequence[TokenRange]
    span: TokenRange


class _Match(NamedTuple):
    old: Placed
    new: Placed


def quote_changes(alignment: Alignment, *, reported: Iterable[Edit], respelt: Iterable[Edit]) -> Iterator[Change]:
    """The changes of quotes and speakers, in no order.

    *reported* are the edits of numbers and names that are changes already; they are none of an indirect quote, whose
    words are the article's. *respelt* are edits that change no value.
    """
    yield from _Quotations(alignment, frozenset(reported), frozenset(respelt)).changes()


def _quotes(version: Version) -> list[Placed]:
    """The quotes that are speech, and quotations that nobody is found to speak, in text order."""
    quotes = [each for each in version.facts.quotes if each.act == "speech" and not version.is_boilerplate(each.start)]
    placed = []
    for quote in [*quotes, *marked(version, quotes)]:
        content = [version.token_range(part.start, part.end) for part in quote.content]
        content = [span for span in content if span[0] < span[1]]
        if content:
            placed.append(Placed(quote, content, (content[0][0], content[-1][1])))
    # quotations first, then the shortest: an edit is told once, by the fact that it is nearest to
    return sorted(placed, key=lambda each: (each.quote.kind == "indirect", _length(each), each.span))


def _length(placed: Placed) -> int:
    return sum(end - first for first, end in placed.content)


class _Places:
    """The content spans of quotes, found by token."""

    def __init__(self, quotes: Sequence[Placed]) -> None:
        self._spans = sorted((span, index) for index, each in enumerate(quotes) for span in each.content)
        self._longest = max((end - first for (first, end), _ in self._spans), default=0)

    def overlaps(self, span: TokenRange) -> Counter[int]:
        """The number of tokens in *span* of each quote that has some, by its index."""
        found: Counter[int] = Counter()
        at = bisect_left(self._spans, ((span[0] - self._longest, 0), 0))
        while at < len(self._spans) and self._spans[at][0][0] < span[1]:
            shared = overlap(span, self._spans[at][0])
            if shared:
                found[self._spans[at][1]] += shared
            at += 1
        return found


class _Quotations:
    def __init__(self, alignment: Alignment, reported: frozenset[Edit], respelt: frozenset[Edit]) -> None:
        self._alignment = alignment
        self._reported = reported
        self._respelt = respelt
        self._told: set[Edit] = set()
        self._olds = _quotes(alignment.old)
        self._news = _quotes(alignment.new)

    def changes(self) -> Iterator[Change]:
        """All changes: of the paired quotes, then of those that are in one version only."""
        matches = self._matches()
        with_new = {id(match.new) for match in matches}
        with_old = {id(match.old) for match in matches}
        for match in matches:
            yield from self._of_match(match)
        for old in self._olds:
            if id(old) not in with_old:
                yield from self._of_old(old)
        for new in self._news:
            if id(new) not in with_new:
                yield from self._of_new(new)

    def _matches(self) -> list[_Match]:
        """Quotes of both versions with the most tokens in common, one with one, in the order of the old ones."""
        places = _Places(self._news)
        scored = []
        for i, old in enumerate(self._olds):
            shared: Counter[int] = Counter()
            for span in old.content:
                image = self._alignment.image(span)
                shared.update(places.overlaps(image) if image is not None else {})
            for j, count in shared.items():
                new = self._news[j]
                same_kind = (old.quote.kind == "direct") == (new.quote.kind == "direct")
                scored.append((count / max(_length(old), _length(new)) + 0.2 * same_kind, -i, -j))
        found: dict[int, int] = {}
        taken: set[int] = set()
        for _, i, j in sorted(scored, reverse=True):
            if i not in found and j not in taken:
                found[i] = j
                taken.add(j)
        return [_Match(self._olds[-i], self._news[-j]) for i, j in sorted(found.items(), reverse=True)]

    def _of_match(self, match: _Match) -> Iterator[Change]:
        old, new = match
        edits = self._edits(old, new)
        other_stance = old.quote.stance != new.quote.stance and self._is_cue_edited(match)
        if edits or other_stance:
            self._told.update(edits)
            yield self._changed(self._side(old, old=True), self._side(new, old=False), old.span, new.span)
        way = self._speaker_change(old.quote.speaker, new.quote.speaker)
        if way is not None:
            yield Change("speaker", way, self._speaking(old, old=True), self._speaking(new, old=False))

    def _edits(self, old: Placed | None, new: Placed | None) -> list[Edit]:
        """The edits inside the content of the quotes that are to be told with them.

        Not those that another quote or, where the words are the article's own, another fact tells already.
        """
        found: dict[Edit, None] = {}
        if old is not None:
            found.update((edit, None) for span in old.content for edit in self._alignment.edits_in_old(span))
        if new is not None:
            found.update((edit, None) for span in new.content for edit in self._alignment.edits_in_new(span))
        verbatim = all(each is None or each.quote.kind == "direct" for each in (old, new))
        return [
            edit
            for edit in found
            if edit not in self._told
            and edit not in self._respelt
            and (verbatim or edit not in self._reported or self._is_between_marks(edit))
        ]

    def _is_between_marks(self, edit: Edit) -> bool:
        """Whether the words of *edit* stand between quote marks."""
        old, new = self._alignment.old, self._alignment.new
        if edit.old[0] < edit.old[1]:
            return is_between_marks(old, *old.offsets(edit.old))
        return is_between_marks(new, *new.offsets(edit.new))

    def _of_old(self, old: Placed) -> Iterator[Change]:
        """An old quote without a counterpart: removed, or changed so that it is not found any more."""
        kept = sum(self._alignment.kept_tokens(span) for span in old.content)
        if kept < STILL_THERE * _length(old):
            if not self._edits_told(old):
                yield Change("quote", "removed", self._side(old, old=True), None)
            return
        edits = self._edits(old, None)
        image = self._alignment.image(old.span)
        if edits and image is not None and image[0] < image[1]:
            self._told.update(edits)
            there = _side(self._alignment.new, _as_quote(self._alignment.new, old.quote, image))
            yield self._changed(self._side(old, old=True), there, old.span, image)

    def _edits_told(self, old: Placed) -> bool:
        edits = {edit for span in old.content for edit in self._alignment.edits_in_old(span)}
        return bool(edits) and edits <= self._told

    def _of_new(self, new: Placed) -> Iterator[Change]:
        """A new quote without a counterpart: added, or found in words that were there."""
        kept = sum(self._alignment.tokens_from_old(span) for span in new.content)
        edits = {edit for span in new.content for edit in self._alignment.edits_in_new(span)}
        if kept < STILL_THERE * _length(new) and not (edits and edits <= self._told):
            self._told.update(edits)
            yield Change("quote", "added", None, self._side(new, old=False))

    def _is_cue_edited(self, match: _Match) -> bool:
        was, now = match.old.quote.cue, match.new.quote.cue
        old, new = self._alignment.old, self._alignment.new
        gone = was is not None and not self._alignment.is_kept(old.token_range(was.start, was.end))
        came = now is not None and not self._alignment.was_there(new.token_range(now.start, now.end))
        return gone or came

    def _speaker_change(self, was: Speaker | None, now: Speaker | None) -> ChangeWay | None:
        """How the speaker changed, by words that changed; None if it did not."""
        old, new = self._alignment.old, self._alignment.new
        if was is not None:
            old_span = old.token_range(was.start, was.end)
        if now is not None:
            new_span = new.token_range(now.start, now.end)
        if was is None and now is None:
            return None
        if now is None:
            assert was is not None
            image = self._alignment.image(old_span)
            return "removed" if image is not None and image[0] == image[1] else None
        if was is None:
            origin = self._alignment.origin(new_span)
            return "added" if origin is not None and origin[0] == origin[1] else None
        if self._alignment.is_kept(old_span) and self._alignment.was_there(new_span):
            return None
        return "changed" if _are_others(was, now) else None

    def _changed(self, was: Side, now: Side, old: TokenRange, new: TokenRange) -> Change:
        words = marked_words(self._alignment.old, old, self._alignment.new, new)
        return Change("quote", "changed", was, now, words, remarks=tuple(remarks(words)))

    def _speaking(self, placed: Placed, *, old: bool) -> Side:
        """The quote with its speaker as its title, empty without one."""
        version = self._alignment.old if old else self._alignment.new
        speaker = speaker_words(version.name_of, placed.quote) if placed.quote.speaker is not None else ""
        return self._side(placed, old=old)._replace(title=speaker)

    def _side(self, placed: Placed, *, old: bool) -> Side:
        return _side(self._alignment.old if old else self._alignment.new, placed.quote)


def _side(version: Version, quote: Quote) -> Side:
    sentence = version.sentence_text(quote.start)
    return Side(quote, quote.text, quote.start, quote.end, sentence, quote_lead(version.name_of, quote))


def _as_quote(version: Version, like: Quote, span: TokenRange) -> Quote:
    """The tokens *span* of *version* as a quote *like* that of the other version."""
    start, end = version.offsets(span)
    return replace(
        like,
        text=version.text[start:end],
        start=start,
        end=end,
        content=(Range(start=start, end=end),),
        speaker=None,
        cue=None,
    )


def _are_others(was: Speaker, now: Speaker) -> bool:
    """Whether the two are different people: neither by words nor by name is one a part or a spelling of the other."""
    if any(each.entity is None and is_pronoun(each.text) for each in (was, now)):
        return False
    return not (alike(was.text, now.text) or alike(was.name or was.text, now.name or now.text))
