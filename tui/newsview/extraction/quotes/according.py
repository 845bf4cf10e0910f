"""Attributions by a preposition: "according to X", "in the words of X", "in X's view"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.quotes import content
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cues import string_ids
from newsview.extraction.quotes.layout import Layout, is_readable
from newsview.extraction.quotes.speakers import phrase


def by_preposition(layout: Layout) -> list[Attribution]:
    """Every "according to" outside quoted speech, with the clause that it stands in."""
    found = []
    for at in layout.having("LOWER", string_ids(("according",))):
        token = layout.tokens[at]
        if not layout.in_speech(token.i):
            attribution = according_to(layout, token)
            if attribution is not None:
                found.append(attribution)
    return found


def according_to(layout: Layout, token: Token) -> Attribution | None:
    """As in "The plan failed, according to the mayor" or "According to the mayor, the plan failed"."""
    source = _source(layout, token)
    if source is None or token.head.i == token.i or not is_readable(token):
        return None
    head = token.head
    clause = _clause_head(head)
    ranges = content.clause(layout, clause, [token, *_relative_pronoun(clause)])
    spans = content.spans(layout, ranges)
    if not spans:
        return None
    first, last, at = phrase(layout, source)
    return Attribution(spans, "according_to", cue=(token.i, token.i + 2), speaker=(first, last), head=at)


def _source(layout: Layout, token: Token) -> Token | None:
    if token.i + 2 >= len(layout.tokens) or layout.tokens[token.i + 1].lower_ != "to":
        return None
    to = layout.tokens[token.i + 1]
    for child in to.children:
        if child.dep_ in {"pobj", "pcomp"}:
            return child
    for child in token.children:
        if child.dep_ == "pobj":
            return child
    return None


def _clause_head(token: Token) -> Token:
    """The verb of the clause that *token* stands in."""
    for _ in range(8):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ROOT", "conj", "ccomp", "advcl", "parataxis", "relcl"}:
            return token
        if token.head.i == token.i:
            return token
        token = token.head
    return token


def _relative_pronoun(verb: Token) -> list[Token]:
    """As in "Fenn, who according to the doctor has a broken finger": the doctor said nothing of "who"."""
    return [child for child in verb.lefts if verb.dep_ == "relcl" and child.tag_ in {"WP", "WDT"}]
