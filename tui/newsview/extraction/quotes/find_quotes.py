"""Quote extraction: runs the rules on a parsed Doc, selects among overlapping attributions, builds the records."""

from __future__ import annotations

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.provenance import Trace
from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.direct_speech import attributed, left_over
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.embedded_posts import by_post
from newsview.extraction.quotes.noun_cues import by_noun
from newsview.extraction.quotes.preposition_cues import by_preposition
from newsview.extraction.quotes.speaker_labels import by_label
from newsview.extraction.quotes.speaker_resolution import Resolver
from newsview.extraction.quotes.stances import negating_words, with_stance
from newsview.extraction.quotes.uncued_speech import floating
from newsview.extraction.quotes.verb_cues import by_verb
from newsview.extraction.quotes.whole_content import completed
from newsview.model.facts import Quote, QuoteKind, Range, Span, Speaker


def find_quotes(tokens: Tokens, trace: Trace | None = None) -> list[Quote]:
    """The quotes with empty ids and sentences; *trace* receives the rule of each."""
    if not tokens.size:
        return []
    layout = Layout(tokens)
    found = attributions(layout)
    resolver = Resolver(layout)
    quotes = [_record(layout, each, resolver.speaker(each)) for each in found]
    if trace is not None:
        trace.update(((quote.start, quote.end), (each.rule,)) for quote, each in zip(quotes, found, strict=True))
    return quotes


def attributions(layout: Layout) -> list[Attribution]:
    """Every attribution of the Doc in text order."""
    clauses = [completed(layout, each) for each in (*by_verb(layout), *by_noun(layout))]
    beside = attributed(layout)
    phrases = [completed(layout, each) for each in by_preposition(layout)]
    found = select([by_label(layout), by_post(layout), beside, phrases, clauses, left_over(layout, beside)], layout)
    negating = negating_words(layout)
    stated = [each for each in found if with_stance(layout, each, negating)]
    return sorted([*stated, *floating(layout, stated)], key=lambda one: one.start)


def select(ranked: list[list[Attribution]], layout: Layout) -> list[Attribution]:
    """At most one attribution per stretch of text and per cue: earlier lists have priority, then longer content.

    Speech reported inside reported speech is part of it: "She said that he had denied it" is one quote. In a turn of
    an interview, speech of third persons is a quote of its own.
    """
    kept: list[Attribution] = []
    taken = _Taken()
    for attributions in ranked:
        for each in sorted(attributions, key=lambda one: one.start - one.end):
            if taken.add(each, layout):
                kept.append(each)
    return sorted(kept, key=lambda one: one.start)


class _Taken:
    """The code points already in a content, as one byte each; those of interview turns separately."""

    def __init__(self) -> None:
        self.content = bytearray()
        self.turns = bytearray()
        self.cues: set[int] = set()

    def add(self, each: Attribution, layout: Layout) -> bool:
        """Mark the content and cue of *each* as taken and return True; return False if they overlap taken ones."""
        if not self.content:
            self.content = bytearray(len(layout.text))
            self.turns = bytearray(len(layout.text))
        at = each.start if each.cue is None else layout.starts[each.cue[0]]
        if self.turns[at] and not (self._is_in_turn(each, layout) and _is_of_third_person(layout, each)):
            return False
        if each.cue is not None and (self.content[at] or each.cue[0] in self.cues):
            return False
        if any(any(self.content[start:end]) for start, end in each.content):
            return False
        for start, end in each.content:
            taken = self.turns if each.turn else self.content
            taken[start:end] = b"\x01" * (end - start)
        if each.cue is not None:
            self.cues.add(each.cue[0])
        return True

    def _is_in_turn(self, each: Attribution, layout: Layout) -> bool:
        """Whether content and speaker are both inside a turn; the label in "SMITH: Thank you" is not."""
        speaker = each.start if each.speaker is None else layout.starts[each.speaker[0]]
        return bool(self.turns[each.start] and self.turns[speaker])


def _is_of_third_person(layout: Layout, each: Attribution) -> bool:
    """Speech of a third person in a turn: "SMITH: The council told me that it was late"."""
    head = layout.tokens[each.head] if each.head is not None else None
    return head is not None and each.says and head.pos_ in {"PROPN", "NOUN"}


def _record(layout: Layout, each: Attribution, speaker: Speaker | None) -> Quote:
    kind = _kind(layout, each)
    spans = [content_span.balanced(layout, first, last, bare=kind != "mixed") for first, last in each.content]
    start, end = spans[0][0], spans[-1][1]
    return Quote(
        id="",
        kind=kind,
        text=layout.text[start:end],
        start=start,
        end=end,
        content=[Range(start=first, end=last) for first, last in spans],
        speaker=speaker,
        cue=_span(layout, each.cue),
        sentence="",
        sentences=[],
        act="speech" if kind == "direct" else each.act,
        stance=each.stance,
    )


def _kind(layout: Layout, each: Attribution) -> QuoteKind:
    if each.turn:
        return "direct"
    total = sum(end - start for start, end in each.content)
    quoted = sum(layout.quoted_between(start, end) for start, end in each.content)
    return "direct" if quoted == total else "mixed" if quoted else "indirect"


def _span(layout: Layout, tokens: tuple[int, int] | None) -> Span | None:
    if tokens is None:
        return None
    start, end = layout.chars(*tokens)
    return Span(text=layout.text[start:end], start=start, end=end)
