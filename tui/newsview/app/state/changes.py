"""What an older version of the article has otherwise, by fact and by sentence; imported only where there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from newsview.model.facts import start_of

if TYPE_CHECKING:
    from newsview.app.state.fact_index import FactIndex
    from newsview.model.differences import OldWords

GAP: Final = ""
"""In the place of a fact's id where words were taken out."""


class Stop(NamedTuple):
    """One change: the offset where it begins, its sentence, the id of its fact or ``GAP``."""

    offset: int
    sentence: int
    fact: str


class Changes:
    """The changes from an older version to the facts of *index*, in text order."""

    def __init__(self, index: FactIndex, words: OldWords) -> None:
        self.facts: Mapping[str, str] = words.facts
        """The facts that the older version has otherwise, by id, with its sentence, empty if it has none."""
        self.removed: Mapping[int, Sequence[str]] = words.removed
        """Words of the older version that were taken out, by the number of the sentence at the gap."""
        sentences, known = index.article.sentences, [id_ for id_ in words.facts if id_ in index.by_id]
        changed = [(start_of(index.by_id[id_]), id_) for id_ in known]
        stops = [Stop(at, index.article.sentence_index(at) or 0, id_) for at, id_ in changed]
        self.sentences: Mapping[int, str] = {stop.sentence: words.facts[stop.fact] for stop in stops}
        """Sentences with facts that the older version has otherwise, by number, each with the old one."""
        self.gaps = frozenset(words.removed.keys() - self.sentences.keys())
        """The sentences at gaps that are no part of another change."""
        stops += [Stop(sentences[gap].start, gap, GAP) for gap in self.gaps if gap < len(sentences)]
        self.stops: Sequence[Stop] = sorted(stops)

    def marks(self, sentence: int) -> bool:
        """Whether the sentence with that number has a fact that has changed, or a gap."""
        return sentence in self.sentences or sentence in self.removed
