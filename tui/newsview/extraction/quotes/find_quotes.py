"""From a parsed Doc to its quotes: runs the rules, settles which of them win, and writes the records."""

from __future__ import annotations

from spacy.tokens import Doc

from newsview.extraction.doc_text import Text
from newsview.extraction.provenance import Trace
from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.direct_speech import attributed
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.noun_cues import by_noun
from newsview.extraction.quotes.preposition_cues import by_preposition
from newsview.extraction.quotes.speaker_labels import by_label
from newsview.extraction.quotes.speaker_resolution import Resolver
from newsview.extraction.quotes.uncued_speech import floating
from newsview.extraction.quotes.verb_cues import by_verb
from newsview.model.facts import Quote, QuoteKind, Range, Reference, Span


def find_quotes(doc: Doc, text: Text | None = None, trace: Trace | None = None) -> list[Quote]:
    """The quotes of *doc*; ids and sentences are left empty. Offsets are code points into ``doc.text``, which *text* is, if read.

    *trace* takes the rule of each.
    """
    if not len(doc):
        return []
    layout = Layout(doc, text or Text(doc))
    found = attributions(layout)
    resolver = Resolver(layout)
    quotes = [_record(layout, each, resolver.entity(each)) for each in found]
    if trace is not None:
        trace.update(((quote.start, quote.end), (each.rule,)) for quote, each in zip(quotes, found, strict=True))
    return quotes


def attributions(layout: Layout) -> list[Attribution]:
    """Every attribution of the Doc in text order."""
    clauses = [*by_verb(layout), *by_noun(layout)]
    beside, left_over = attributed(layout), attributed(layout, lenient=True)
    found = settle([by_label(layout), beside, by_preposition(layout), clauses, left_over], layout)
    return sorted([*found, *floating(layout, found)], key=lambda one: one.start)


def settle(ranked: list[list[Attribution]], layout: Layout) -> list[Attribution]:
    """One attribution for each stretch of text and each cue: earlier lists win, then the longer content.

    What is said inside reported speech is part of it: "She said that he had denied it" is one quote. A turn of an
    interview is as long as it likes: what others said, as it tells, are quotes of theirs.
    """
    kept: list[Attribution] = []
    taken = _Taken()
    for attributions in ranked:
        for each in sorted(attributions, key=lambda one: one.start - one.end):
            if taken.add(each, layout):
                kept.append(each)
    return sorted(kept, key=lambda one: one.start)


class _Taken:
    """The characters that contents hold already, in a byte for each; those of an interview's turns apart."""

    def __init__(self) -> None:
        self.content = bytearray()
        self.turns = bytearray()
        self.cues: set[int] = set()

    def add(self, each: Attribution, layout: Layout) -> bool:
        """Take the content of *each*, unless much of it, or its cue, is taken."""
        if not self.content:
            self.content = bytearray(len(layout.text))
            self.turns = bytearray(len(layout.text))
        at = each.start if each.cue is None else layout.starts[each.cue[0]]
        if self.turns[at] and not (self._is_in_turn(each, layout) and _is_of_another(layout, each)):
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
        """Whether content and speaker both stand in a turn; in "SMITH: Thank you" the speaker is the label."""
        speaker = each.start if each.speaker is None else layout.starts[each.speaker[0]]
        return bool(self.turns[each.start] and self.turns[speaker])


def _is_of_another(layout: Layout, each: Attribution) -> bool:
    """As in "SMITH: The council told me that it was late": a third person's words are a quote of their own."""
    head = layout.tokens[each.head] if each.head is not None else None
    return head is not None and each.says and head.pos_ in {"PROPN", "NOUN"}


def _record(layout: Layout, each: Attribution, entity: str | None) -> Quote:
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
        speaker=_reference(layout, each, entity),
        cue=_span(layout, each.cue),
        sentence="",
        sentences=[],
    )


def _kind(layout: Layout, each: Attribution) -> QuoteKind:
    total = sum(end - start for start, end in each.content)
    quoted = sum(layout.quoted_between(start, end) for start, end in each.content)
    return "direct" if quoted == total else "mixed" if quoted else "indirect"


def _reference(layout: Layout, each: Attribution, entity: str | None) -> Reference | None:
    if each.speaker is None:
        return None
    start, end = layout.chars(*each.speaker)
    return Reference(text=layout.text[start:end], start=start, end=end, entity=entity)


def _span(layout: Layout, tokens: tuple[int, int] | None) -> Span | None:
    if tokens is None:
        return None
    start, end = layout.chars(*tokens)
    return Span(text=layout.text[start:end], start=start, end=end)
