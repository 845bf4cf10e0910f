"""Prepositional cues: "according to X", "in the words of X", "in X's view"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.lexical.characters import CLAUSE_DASHES
from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.content_span import Ranges
from newsview.extraction.quotes.cue_lexicon import string_ids
from newsview.extraction.quotes.cue_subject import says
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CUES, PRONOUNS
from newsview.extraction.quotes.speaker_phrase import can_speak, phrase
from newsview.extraction.syntax import (
    SENTENCE,
    VERB_POS,
    child_of,
    climb,
    own_subject,
    prepositional_object,
)

_RELATIVE = frozenset({"WDT", "WP"})
_ENDS = frozenset({",", ";", "."})


def by_preposition(layout: Layout) -> list[Attribution]:
    """The attributions of "according to" and "in X's view" outside quoted speech; the content is the clause around."""
    found = [
        rule(layout, layout.tokens[at])
        for rule, cues in ((according_to, ("according",)), (in_the_view_of, tuple(sorted(CUES.views))))
        for at in layout.having("LOWER", string_ids(cues))
        if not layout.in_speech(at)
    ]
    return [each for each in found if each is not None]


def according_to(layout: Layout, token: Token) -> Attribution | None:
    """Source after "according to": "The plan failed, according to the mayor"."""
    source = _source(layout, token)
    if source is None or token.head.i == token.i or not layout.is_readable(token) or source.tag_ in _RELATIVE:
        return None  # "an agreement, according to which it will close"
    if source.pos_ == "NOUN" and child_of(source, "poss") is not None and not can_speak(source):
        return None  # "each according to their choice"
    head = token.head
    clause = _with_subject(_clause_head(head))
    report = clause.head
    if clause.dep_ == "ccomp" and report.i < clause.i and says(report) and own_subject(report) is not None:
        return None  # "Smith said it failed, according to the report": the words of Smith
    ranges = _phrase_after(layout, token, source) or content_span.clause(layout, clause, [token])
    spans = content_span.spans(layout, _own_part(layout, token, ranges))
    if not spans:
        return None
    first, last, at = phrase(layout, source)
    comma = _comma_before_subject(layout, clause, at, last)
    if comma is not None and comma + 1 < len(layout.tokens):
        last, spans[0] = comma, (layout.starts[comma + 1], spans[0][1])
    return Attribution(spans, according_to, cue=(token.i, token.i + 2), speaker=(first, last), head=at)


def _comma_before_subject(layout: Layout, clause: Token, source: int, last: int) -> int | None:
    """Comma behind a source that the parser joins with the subject: "According to the ruling, a port, old or new, must pay"."""
    if clause.i < last or own_subject(clause) is not None:
        return None
    return next((at for at in range(source + 1, last) if layout.tokens[at].text == ","), None)


def _phrase_after(layout: Layout, token: Token, source: Token) -> Ranges:
    """Phrase after a source between commas, of which alone it speaks: "closed and, according to the mayor, sold", "including, …, a port"."""
    tokens = layout.tokens
    last = source.right_edge.i + 1
    if token.i < 2 or last + 1 >= len(tokens) or tokens[token.i - 1].text != "," or tokens[last].text != ",":
        return []
    before = tokens[token.i - 2]
    if not (before.dep_ in {"cc", "prep"} and before.pos_ in {"CCONJ", "ADP", "VERB"}):
        return []
    stop = layout.sentence(token.i)[1]
    end = next((at for at in range(last + 1, stop) if tokens[at].text in _ENDS), stop)
    return [(last + 1, end)]


def _own_part(layout: Layout, token: Token, ranges: Ranges) -> Ranges:
    """The *ranges* on the source's side of a semicolon, or within the dashes around it.

    "It failed; 3,000 were hurt, according to the mayor", "It failed – 3,000 were hurt, according to the mayor – and closed".
    """
    begin, end = layout.sentence(token.i)
    if end - begin > SENTENCE:
        return ranges
    dashes = [at for at in range(begin, end) if layout.tokens[at].text in CLAUSE_DASHES]
    around = dashes if any(at < token.i for at in dashes) and any(at > token.i for at in dashes) else []
    for at in (*around, *(at for at in range(begin, end) if layout.tokens[at].text == ";")):
        begin = max(begin, at + 1) if at < token.i else begin
        end = min(end, at) if at > token.i else end
    begin += layout.tokens[begin].dep_ == "cc" and bool(around)
    inside = ((max(start, begin), min(stop, end)) for start, stop in ranges)
    return [each for each in inside if each[0] < each[1]]


def in_the_view_of(layout: Layout, token: Token) -> Attribution | None:
    """Source of a view: "In the mayor's view, the plan failed", "The plan, in the words of the mayor, failed"."""
    preposition, owner = token.head, view_owner(token)
    if token.dep_ != "pobj" or preposition.lower_ != "in" or not layout.is_readable(preposition.head):
        return None
    if owner is None or not (can_speak(owner) or owner.lower_ in PRONOUNS.he) or layout.in_speech(owner.i):
        return None
    clause = _clause_head(preposition.head)
    if clause.pos_ not in VERB_POS:
        return None
    spans = content_span.spans(layout, content_span.clause(layout, clause, [preposition]))
    if not spans:
        return None
    first, last, at = phrase(layout, owner, avoid=token.i)
    return Attribution(spans, in_the_view_of, (token.i, token.i + 1), (first, last), at)


def view_owner(noun: Token) -> Token | None:
    """The possessor of a view: "the mayor's view", "the words of the mayor"; not "in full view of the mayor"."""
    if any(child.dep_ == "amod" for child in noun.lefts):
        return None
    owner = child_of(noun, "poss")
    if owner is None and child_of(noun, "det") is not None:
        return prepositional_object(noun, "of")
    return owner


def _source(layout: Layout, token: Token) -> Token | None:
    if token.i + 2 >= len(layout.tokens) or layout.tokens[token.i + 1].lower_ != "to":
        return None
    to = layout.tokens[token.i + 1]
    return child_of(to, "pobj", "pcomp") or child_of(token, "pobj")


def _clause_head(token: Token) -> Token:
    """The verb of the clause around *token*."""
    for above in climb(token):
        if above.pos_ in VERB_POS and above.dep_ in {"ROOT", "conj", "ccomp", "advcl", "parataxis", "relcl"}:
            break
    return above


def _with_subject(verb: Token) -> Token:
    """The first of coordinated verbs with one subject: "left" for "struck" in "He left the road and struck a wall"."""
    for above in climb(verb):
        if above.dep_ != "conj" or own_subject(above) is not None or above.head.pos_ not in VERB_POS:
            break
    return above
