"""Prepositional cues: "according to X", "in the words of X", "in X's view"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cue_lexicon import string_ids
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CUES
from newsview.extraction.quotes.speaker_phrase import can_speak, phrase
from newsview.extraction.syntax import VERB_POS, child_of, climb, own_subject, prepositional_object

_RELATIVE = frozenset({"WDT", "WP"})


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
    ranges = content_span.clause(layout, clause, [token, *_relative_pronoun(clause)])
    spans = content_span.spans(layout, ranges)
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


def in_the_view_of(layout: Layout, token: Token) -> Attribution | None:
    """Source of a view: "In the mayor's view, the plan failed", "The plan, in the words of the mayor, failed"."""
    preposition, owner = token.head, view_owner(token)
    if token.dep_ != "pobj" or preposition.lower_ != "in" or not layout.is_readable(preposition.head):
        return None
    if owner is None or not can_speak(owner) or layout.in_speech(owner.i):
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


def _relative_pronoun(verb: Token) -> list[Token]:
    """Relative pronoun, which is not content: "Fenn, who according to the doctor has a broken finger"."""
    return [child for child in verb.lefts if verb.dep_ == "relcl" and child.tag_ in {"WP", "WDT"}]
