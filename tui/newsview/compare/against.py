"""Which facts of an article an older version of it has otherwise, by alignment of the two texts, without old facts."""

from __future__ import annotations

from newsview.compare.alignment import Alignment
from newsview.compare.diff import UNRELATED
from newsview.compare.verify import places
from newsview.compare.version import TokenRange, Version
from newsview.model.article import Article
from newsview.model.facts import NOT_EXTRACTED, Analysis, Entity, Fact, Facts, all_facts


def changed_facts(old: Article, new: Article, facts: Facts) -> dict[str, str]:
    """The ids of the *facts* of *new* whose words *old* has otherwise, each with its old sentence, empty if it is new.

    A number's words are those of its unit and modifier too, a quote's those of its speaker and cue. An entity has changed
    if *old* does not have its name. Linear in the texts.
    """
    alignment = _alignment(old, new, facts)
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
