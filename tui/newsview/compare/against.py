"""What an older version of an article has otherwise, by alignment of the two texts, without old facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Final

from newsview.compare.alignment import Alignment
from newsview.compare.diff import UNRELATED
from newsview.compare.verify import places
from newsview.compare.version import TokenRange, Version
from newsview.compare.word_lists import is_negation
from newsview.model.article import Article
from newsview.model.differences import OldWords
from newsview.model.facts import NOT_EXTRACTED, Analysis, Entity, Fact, Facts, all_facts, start_of

_LEAST_REMOVED: Final = 3
"""Words that are worth a mark where they were taken out of a sentence, if no figure, name or negation is among them."""


def old_words(old: Article, new: Article, facts: Facts) -> OldWords:
    """What *old* has otherwise than *new* with its *facts*, and what of it was taken out. Linear in the texts.

    A number's words are those of its unit and modifier too, a quote's those of its speaker and cue. An entity has changed
    if *old* does not have its name. Removed boilerplate is left out, and words of a sentence with a changed fact, whose old
    sentence has them.
    """
    alignment = _alignment(old, new, facts)
    changed = _changed_facts(alignment, facts)
    told = {new.sentence_index(start_of(fact)) for fact in all_facts(facts) if fact.id in changed}
    found: dict[int, list[str]] = defaultdict(list)
    for sentence, words in sorted((*_removed_sentences(alignment), *_removed_words(alignment, told))):
        found[sentence[0]].append(" ".join(words.split()))
    return OldWords(changed, dict(found))


_Gap = tuple[int, int]
"""The sentence of the new version at a gap, and the token of the old one that was there: where it is, in order."""


def _removed_sentences(alignment: Alignment) -> Iterator[tuple[_Gap, str]]:
    """The old sentences that have no counterpart, each with the new sentence that follows."""
    old, new = alignment.old, alignment.new
    last = len(new.sentences) - 1
    for span in alignment.removed:
        start = old.tokens[span[0]].start
        if not old.is_boilerplate(start) and last >= 0:
            before = alignment.before(span[0])
            yield (
                (min(last, new.sentence_of(before) + 1) if before is not None else 0, span[0]),
                old.sentence_text(start),
            )


def _removed_words(alignment: Alignment, told: Collection[int | None]) -> Iterator[tuple[_Gap, str]]:
    """Words that were taken out of a sentence, without others in their place, where the sentence is not among *told*."""
    old, new = alignment.old, alignment.new
    for passage in alignment.passages:
        for block in passage.blocks:
            if block.same or block.new[0] < block.new[1] or not _matters(old, block.old):
                continue
            sentence = new.sentence_of(min(max(block.new[0], passage.new[0]), passage.new[1] - 1))
            if sentence not in told:
                yield (sentence, block.old[0]), f"… {old.passage(block.old)} …"


def _matters(old: Version, span: TokenRange) -> bool:
    """Whether the tokens *span* are enough to say something: three of them, or a figure, a negation, a name."""
    words = old.tokens[span[0] : span[1]]
    return len(words) >= _LEAST_REMOVED or any(
        token.figure or is_negation(token.form) or old.text[token.start].isupper() for token in words
    )


def _changed_facts(alignment: Alignment, facts: Facts) -> dict[str, str]:
    """The ids of the *facts* of the new version whose words the old one has otherwise, each with its old sentence.

    The sentence is empty where the fact is new.
    """
    found = {}
    for fact in all_facts(facts):
        span = _changed_span(alignment, fact)
        if span is not None:
            found[fact.id] = _old_sentence(alignment, span)
    return found


def are_related(old: Article, new: Article) -> bool:
    """Whether the two texts have enough in common to be versions of one article."""
    return old.text == new.text or _alignment(old, new, Facts()).common >= UNRELATED


def _alignment(old: Article, new: Article, facts: Facts) -> Alignment:
    return Alignment(Version(Analysis.of(old, Facts(), NOT_EXTRACTED)), Version(Analysis.of(new, facts, NOT_EXTRACTED)))


def _changed_span(alignment: Alignment, fact: Fact) -> TokenRange | None:
    """The first words of *fact* that the old version does not have at their place; None if it has all."""
    for place in places(fact):
        span = alignment.new.token_range(*place)
        if span[0] == span[1] or alignment.was_there(span):
            continue
        known = isinstance(fact, Entity) and alignment.new.tokens[span[1] - 1].form in alignment.old.vocabulary
        if not known:
            return span
    return None


def _old_sentence(alignment: Alignment, span: TokenRange) -> str:
    """The old sentence in whose place the sentence of the new tokens *span* stands."""
    sentence = alignment.new.sentences[alignment.new.sentence_of(span[0])]
    origin = alignment.origin(span) or alignment.origin(sentence)
    if origin is None or not alignment.old.tokens:
        return ""
    return alignment.old.sentence_text(alignment.old.tokens[min(origin[0], len(alignment.old.tokens) - 1)].start)
