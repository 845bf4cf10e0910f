"""Whether saved facts still stand in an article, word for word: by alignment of the two texts, without an extraction."""

from __future__ import annotations

from newsview.compare.alignment import Alignment
from newsview.compare.diff import UNRELATED
from newsview.compare.version import TokenRange, Version
from newsview.compare.word_diff import marked_words
from newsview.describe import fact_words
from newsview.model.article import Article
from newsview.model.differences import Standing, State, Verification
from newsview.model.facts import (
    Analysis,
    Entity,
    Fact,
    Facts,
    Number,
    Quote,
    Span,
    Speaker,
    all_facts,
    fact_text,
    start_of,
)

Place = tuple[int, int]
"""Start and end, in code points."""


def verify(saved: Analysis, article: Article) -> Verification:
    """The facts of *saved* in *article*, in text order. Linear in the texts.

    A fact stands if all its words do: the number with its unit and modifier, the quote with its speaker and cue, the
    entity with all its mentions.
    """
    equal = saved.article.sha256 == article.sha256
    alignment = Alignment(Version(saved), Version(Analysis.of(article, Facts(), saved.generator)))
    if alignment.common < UNRELATED and saved.article.text != article.text:
        return Verification(equal, (), unrelated=True)
    facts = sorted((fact for fact in all_facts(saved) if places(fact)), key=start_of)
    return Verification(equal, [_standing(alignment, saved, fact) for fact in facts])


def places(fact: Fact) -> list[Place]:
    """All places whose words carry *fact*, the main ones first."""
    if isinstance(fact, Entity):
        return [(each.start, each.end) for each in fact.mentions]
    main, beside = [(fact.start, fact.end)], list[Span | Speaker | None]()
    if isinstance(fact, Quote):
        main = [(part.start, part.end) for part in fact.content] or main
        beside = [fact.speaker, fact.cue]
    elif isinstance(fact, Number):
        beside = [fact.unit_text, fact.cue]
    return [*main, *((span.start, span.end) for span in beside if span is not None)]


def _standing(alignment: Alignment, saved: Analysis, fact: Fact) -> Standing:
    spans = [alignment.old.token_range(*place) for place in places(fact)]
    main = (spans[0][0], max(span[1] for span in spans[: _count_of_main(fact)]))
    state = _state(alignment, fact, spans, main)
    image = alignment.image(main)
    at = alignment.new.offsets(image) if state != "gone" and image is not None else None
    return Standing(
        fact,
        state,
        at[0] if at is not None else None,
        at[1] if at is not None else None,
        saved.review.get(fact.id),
        fact_words(alignment.old.name_of, fact),
        marked_words(alignment.old, main, alignment.new, image) if state == "changed" and image is not None else None,
    )


def _count_of_main(fact: Fact) -> int:
    """How many of its places are the fact's own, rather than of its speaker or unit; of an entity the first."""
    return max(1, len(fact.content)) if isinstance(fact, Quote) else 1


def _state(alignment: Alignment, fact: Fact, spans: list[TokenRange], main: TokenRange) -> State:
    image = alignment.image(main)
    if main[0] >= main[1]:  # a fact without a word, as "…": by its characters
        return "stands" if alignment.new.text.startswith(fact_text(fact), places(fact)[0][0]) else "gone"
    if image is None or image[0] >= image[1]:
        return "gone"
    if not all(alignment.is_kept(span) for span in spans if span[0] < span[1]):
        return "changed"
    same = alignment.new.offsets(image)[0] == alignment.old.offsets(main)[0]
    return "stands" if same else "moved"
