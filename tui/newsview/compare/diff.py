"""The differences between two versions of an article: facts added, removed and changed.

The texts are aligned first; a fact is compared only where its words changed. Moved paragraphs, typography, spacing and
other spellings of a value are no difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsview.compare.alignment import Alignment, Edit
from newsview.compare.correction_note import correction_note, is_note
from newsview.compare.names import name_changes
from newsview.compare.numbers import number_changes
from newsview.compare.quotations import quote_changes
from newsview.compare.version import TokenRange, Version
from newsview.compare.word_diff import marked_words
from newsview.model.differences import Change, Differences, Named
from newsview.model.facts import Analysis

UNRELATED: Final = 0.1
"""Share of common tokens below which two texts are no versions of one article."""

_ORDER: Final = {"quote": 0, "speaker": 1, "number": 2, "date": 3, "entity": 4}


def differences(old: Analysis, new: Analysis) -> Differences:
    """What changed from *old* to *new*, whose facts are corrected already. Linear in the texts."""
    alignment = Alignment(Version(old), Version(new))
    named = (_named(old), _named(new))
    if alignment.common < UNRELATED and alignment.old.tokens and alignment.new.tokens:
        return Differences(old=named[0], new=named[1], correction_note=None, changes=(), unrelated=True)
    return Differences(
        old=named[0], new=named[1], correction_note=correction_note(alignment), changes=_changes(alignment)
    )


def _named(analysis: Analysis) -> Named:
    return Named(analysis.article.path, analysis.article.sha256)


def _changes(alignment: Alignment) -> Sequence[Change]:
    numbers = number_changes(alignment)
    facts = [*numbers.changes, *name_changes(alignment)]
    changes = [*facts, *quote_changes(alignment, reported=_edits(alignment, facts), respelt=numbers.respelt)]
    changes = [change for change in changes if not _is_of_note(change)]
    changes = [_with_sentence(alignment, change) for change in changes]
    return sorted(changes, key=lambda change: _place(alignment, change))


def _with_sentence(alignment: Alignment, change: Change) -> Change:
    """*change* with the words of both its sentences, if it is not a quote's, whose own words are shown."""
    if change.old is None or change.new is None or change.words is not None:
        return change
    old = _sentence(alignment.old, change.old.start)
    new = _sentence(alignment.new, change.new.start)
    return change._replace(sentence=marked_words(alignment.old, old, alignment.new, new))


def _sentence(version: Version, offset: int) -> TokenRange:
    index = version.article.sentence_index(offset)
    return version.sentences[index] if index is not None else (0, 0)


def _edits(alignment: Alignment, changes: Sequence[Change]) -> set[Edit]:
    """The edits that *changes* tell."""
    found: set[Edit] = set()
    for change in changes:
        if change.old is not None:
            found.update(alignment.edits_in_old(alignment.old.token_range(change.old.start, change.old.end)))
        if change.new is not None:
            found.update(alignment.edits_in_new(alignment.new.token_range(change.new.start, change.new.end)))
    return found


def _is_of_note(change: Change) -> bool:
    """Whether a fact stands in the note on the correction: what the article said earlier is no claim of it."""
    return change.old is None and change.new is not None and is_note(change.new.sentence_text)


def _place(alignment: Alignment, change: Change) -> tuple[int, int]:
    """Sort key: the place in the new text, of a removed fact that of what followed it."""
    if change.new is not None:
        return change.new.start, _ORDER[change.kind]
    assert change.old is not None
    return alignment.offset_in_new(change.old.start), _ORDER[change.kind]
