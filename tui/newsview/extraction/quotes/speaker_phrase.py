"""Speaker phrases: whether a noun can be a speaker, and the extent of its noun phrase."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import JOINTS
from newsview.extraction.quotes.cue_lexicon import speaking_nouns
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import PRONOUNS, SPEAKERS
from newsview.extraction.syntax import FINITE, climb

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "CARDINAL", "PERCENT", "LAW"})
_TIMES = frozenset({"DATE", "TIME"})
_STEPS = 6
_NEAR = 12
_LONGEST = 60
"""Maximum tokens on either side of the head; longer phrases are parser errors, and the bound makes the cost linear."""

Phrase = tuple[int, int, int]
"""First token, end token, head."""


def can_speak(token: Token | None) -> bool:
    """Whether a noun or pronoun can be a speaker: a person, an organization, or a text."""
    if token is None:
        return False
    if token.pos_ == "PRON" or token.tag_ in {"DT", "WP", "WDT"}:
        return token.lower_ in PRONOUNS.who
    if is_aged(token) or is_titled(token):
        return True
    if token.ent_type_:
        return token.ent_type_ in _ACTORS
    if token.lemma_.lower() in speaking_nouns():
        return True
    return token.pos_ == "PROPN" or token.lower_.endswith(SPEAKERS.endings)


def is_time(token: Token) -> bool:
    """Noun for a day or time; not "the 22-year-old", although the recognizer may label it DATE."""
    return token.ent_type_ in _TIMES and not is_aged(token) and not is_titled(token)


def is_titled(token: Token) -> bool:
    """Name behind a title, whatever the recognizer takes it for: "Mr March"."""
    return token.tag_ == "NNP" and token.i > 0 and token.nbor(-1).lower_ in SPEAKERS.titles


def is_aged(token: Token) -> bool:
    """Person by age: "the 22-year-old"."""
    return token.lower_ in FUNCTION.old and token.i > 0 and token.nbor(-1).text in JOINTS


def phrase(layout: Layout, head: Token, avoid: int | None = None) -> Phrase:
    """The noun phrase of *head* with title and apposition, without relative clauses, outer punctuation and *avoid*.

    "Hugh Hill, a doctor from Leeds, said" has the phrase "Hugh Hill, a doctor from Leeds".
    """
    first = max(head.left_edge.i, head.i - _LONGEST)
    last = min(head.right_edge.i, head.i + _LONGEST) + 1
    children = list(head.children) if layout.is_readable(head) else []
    for child in children:
        if child.i < head.i and child.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}:
            first = max(first, child.right_edge.i + 1)
        if child.i > head.i and (child.dep_ in _CLAUSES or (child.dep_ == "acl" and _is_loose(layout, child))):
            last = min(last, child.left_edge.i)
    for child in children:
        if child.i > head.i and child.dep_ == "conj" and child.i < last and child.pos_ == "VERB":
            last = min(last, child.left_edge.i)
    if avoid is not None and avoid != head.i and first <= avoid < last:
        if avoid > head.i:
            last = avoid
        else:
            first = avoid + 1
    first, last = _outside_quotations(layout, first, last, head.i)
    return (*trim(layout, first, last, head.i), head.i)


def _is_loose(layout: Layout, clause: Token) -> bool:
    """Non-restrictive participle: "Smith, speaking in Leeds"; not "voters polled in Leeds"."""
    return layout.tokens[clause.left_edge.i - 1].is_punct or clause.tag_ not in {"VBN", "VBG"}


def _outside_quotations(layout: Layout, first: int, last: int, head: int) -> tuple[int, int]:
    """The phrase without quoted speech that a wrong arc includes."""
    for at in range(head - 1, first - 1, -1):
        if layout.in_speech(at):
            first = at + 1
            break
    for at in range(head + 1, last):
        if layout.in_speech(at):
            last = at
            break
    return first, last


def trim(layout: Layout, first: int, last: int, head: int) -> tuple[int, int]:
    """The range without punctuation, conjunctions and spaces at the edges."""
    tokens = layout.tokens
    while first < head and (tokens[first].is_punct or tokens[first].is_space or tokens[first].dep_ == "cc"):
        first += 1
    while last - 1 > head and (
        (tokens[last - 1].is_punct and tokens[last - 1].text not in {")", "]"})
        or tokens[last - 1].is_space
        or tokens[last - 1].dep_ in {"cc", "mark"}
        or tokens[last - 1].tag_ in {"POS", "WP", "WDT"}
    ):
        last -= 1
    return first, last


def noun_before(layout: Layout, verb: Token) -> Token | None:
    """Noun directly before a finite verb that has no subject in the parse: "About 4 in 10 say"."""
    if verb.tag_ not in FINITE:
        return None
    at = verb.i - 1
    while at > 0 and layout.tokens[at].pos_ in {"ADV", "AUX"}:
        at -= 1
    token = layout.tokens[max(at, 0)]
    if at < 0 or layout.sentence_start[at + 1] or token.pos_ not in NOMINAL or layout.region_of[at] is not None:
        return None
    return _top(token, max(0, at - _NEAR), at + 1)


def nominal_between(layout: Layout, first: int, last: int, *, backwards: bool) -> Token | None:
    """The head of the noun phrase nearest to one end of ``first:last``, for a cue without a subject in the parse."""
    order = range(last - 1, first - 1, -1) if backwards else range(first, last)
    for at in list(order)[:_NEAR]:
        token = layout.tokens[at]
        bare = token.dep_ in {"compound", "poss", "npadvmod", "nummod"} or is_time(token)
        if token.pos_ in NOMINAL and not bare:
            return _top(token, first, last)
    return None


def _top(token: Token, first: int, last: int) -> Token:
    """The head of the phrase of *token* inside ``first:last``."""
    top = token
    for head in climb(token.head, _STEPS - 1):
        if not first <= head.i < last or head.pos_ not in {*NOMINAL, "ADP"}:
            break
        top = head
    return top
