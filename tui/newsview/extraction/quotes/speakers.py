"""The speaker's noun phrase: from a cue to its subject, and from a noun to the whole phrase around it."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.quotes.layout import Layout

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
_CUT = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "punct", "cc", "conj"})
_MAX_CLIMB = 6
_NEAR = 12

Phrase = tuple[int, int, int]
"""First token, token behind the last, head."""


def subject_of(layout: Layout, verb: Token) -> Token | None:
    """The noun or pronoun that does what *verb* says, or None.

    Own subject ("Smith said"), the other verb's ("Smith rose and said"), a participle's ("Smith left, saying"), the
    noun of a relative clause ("Smith, who said") or of a participle ("a statement saying").
    """
    token = verb
    for _ in range(_MAX_CLIMB):
        found = _own_subject(layout, token)
        if found is not None:
            return _antecedent(found, token)
        if token.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "parataxis", "dep"} and token.head.i != token.i:
            token = token.head
            if token.dep_ == "prep" and token.head.i != token.i:
                token = token.head
        elif token.dep_ in {"acl", "relcl"}:
            return token.head
        elif token.dep_ in {"prep", "agent"}:
            token = token.head
        else:
            return None
        if token.pos_ not in {"VERB", "AUX"}:
            return token if token.pos_ in NOMINAL else None
    return None


def _own_subject(layout: Layout, verb: Token) -> Token | None:
    """The subject nearest to *verb*; a word of a quotation before it is none ("“Jobs,” Smith said")."""
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    outside = [child for child in own if layout.region_of[child.i] is layout.region_of[verb.i]]
    return min(outside, key=lambda child: abs(child.i - verb.i)) if outside else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """As in "Smith, who said": the noun that the relative clause belongs to; any other subject stays."""
    if subject.lower_ not in RELATIVE or subject.tag_ not in {"WP", "WDT"}:
        return subject
    clause = verb
    for _ in range(_MAX_CLIMB):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.head.i == clause.i:
            break
        clause = clause.head
    return subject


def phrase(layout: Layout, head: Token, avoid: int | None = None) -> Phrase:
    """The whole noun phrase of *head*, with title and apposition, without relative clauses, marks at its edges, or *avoid*.

    "Hugh Hill, a doctor from Leeds, said": the phrase is "Hugh Hill, a doctor from Leeds".
    """
    first, last = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.i < head.i and child.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}:
            first = max(first, child.right_edge.i + 1)
        if child.i > head.i and child.dep_ in {"relcl", "acl", "advcl", "ccomp", "parataxis"}:
            last = min(last, child.left_edge.i)
    for child in head.children:
        if child.i > head.i and child.dep_ == "conj" and child.i < last and child.pos_ == "VERB":
            last = min(last, child.left_edge.i)
    if avoid is not None and first <= avoid < last:
        if avoid > head.i:
            last = avoid
        else:
            first = avoid + 1
    first, last = _outside_quotations(layout, first, last, head.i)
    return (*trim(layout, first, last, head.i), head.i)


def _outside_quotations(layout: Layout, first: int, last: int, head: int) -> tuple[int, int]:
    """A wrong arc may draw quoted speech into the phrase: stop at its mark."""
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
    """Without punctuation, conjunctions and spaces at the edges."""
    tokens = layout.tokens
    while first < head and (tokens[first].is_punct or tokens[first].is_space or tokens[first].dep_ == "cc"):
        first += 1
    while last - 1 > head and (
        (tokens[last - 1].is_punct and tokens[last - 1].text not in {")", "]"})
        or tokens[last - 1].is_space
        or tokens[last - 1].dep_ in {"cc", "mark"}
    ):
        last -= 1
    return first, last


def nominal_between(layout: Layout, first: int, last: int, *, backwards: bool) -> Token | None:
    """The head of the noun phrase nearest to one end of ``first:last``: where the parser gives a cue no subject."""
    order = range(last - 1, first - 1, -1) if backwards else range(first, last)
    for at in list(order)[:_NEAR]:
        token = layout.tokens[at]
        if token.pos_ in NOMINAL and token.dep_ not in {"compound", "poss", "npadvmod", "nummod"}:
            return _top(token, first, last)
    return None


def _top(token: Token, first: int, last: int) -> Token:
    """The head of the phrase that *token* is part of, as far as it lies in ``first:last``."""
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head.i == token.i or not first <= head.i < last or head.pos_ not in {*NOMINAL, "ADP"}:
            break
        token = head
    return token
