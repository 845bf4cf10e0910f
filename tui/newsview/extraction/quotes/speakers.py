"""The speaker's noun phrase: from a cue to its subject, and from a noun to the whole phrase around it."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.quotes.cues import lexicon, speaking_nouns
from newsview.extraction.quotes.layout import FINITE, Layout

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
_MAX_CLIMB = 6
_CLIMBS = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "parataxis", "dep", "prep", "agent"})
_ISSUES = frozenset(
    [
        "issue",
        "release",
        "make",
        "send",
        "post",
        "publish",
        "give",
        "deliver",
        "read",
        "file",
        "write",
        "put",
        "offer",
        "circulate",
        "distribute",
        "have",
        "share",
    ]
)
_WHO = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "they",
        "it",
        "who",
        "whom",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "anyone",
        "anybody",
        "nobody",
        "none",
        "one",
        "some",
        "many",
        "most",
        "several",
        "others",
        "both",
        "all",
        "those",
        "few",
        "another",
        "each",
        "us",
        "them",
        "me",
        "him",
        "her",
    ]
)
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "CARDINAL", "PERCENT", "LAW"})
_HUMAN = ("er", "or", "ist", "ian", "ists", "ians", "ers", "ors", "man", "men", "woman", "women", "people", "crat")
_NEAR = 12

Phrase = tuple[int, int, int]
"""First token, token behind the last, head."""


def subject_of(layout: Layout, verb: Token) -> Token | None:
    """The noun or pronoun that does what *verb* says, or None.

    Own subject ("Smith said"), the other verb's ("Smith rose and said"), a participle's ("Smith left, saying"), the
    object that an infinitive belongs to ("led some to say"), the noun of a relative clause ("Smith, who said") or of a
    participle ("a poll showing"); who issues a text rather than the text ("Smith issued a statement saying").
    """
    token = verb
    for _ in range(_MAX_CLIMB):
        found = _own_subject(layout, token)
        if found is not None:
            return _antecedent(found, token)
        head = token.head
        if head.i == token.i:
            return None
        if token.dep_ in {"acl", "relcl"}:
            return _issuer(layout, head) or head
        if token.dep_ == "xcomp":
            controlled = _object_before(head, token)
            if controlled is not None:
                return controlled
        if token.dep_ not in _CLIMBS:
            return None
        if token.dep_ in {"conj", "advcl"} and _shares_cue(layout, token, head):
            head = head.head
        token = head.head if head.dep_ in {"prep", "mark"} and head.pos_ == "ADP" else head
        if token.pos_ not in {"VERB", "AUX"}:
            return token if token.pos_ in NOMINAL else None
    return None


def _object_before(head: Token, clause: Token) -> Token | None:
    """As in "The news led some to say": the infinitive's subject is the object; "promised them to" is too rare to tell."""
    for child in head.children:
        if child.dep_ in {"dobj", "dative"} and head.i < child.i < clause.i:
            return child
    return None


def _shares_cue(layout: Layout, verb: Token, head: Token) -> bool:
    """As in "He said that it rains and added": "added" goes with "said", wherever the parser hangs it; so does ", adding"."""
    if head.dep_ != "ccomp" or head.head.i >= head.i:
        return False
    cue = lexicon("verbs").get(verb.lemma_.lower())
    outer = lexicon("verbs").get(head.head.lemma_.lower())
    if cue is None or outer is None or cue.kind != "say" or outer.kind != "say":
        return False
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBG" and verb.i > 0 and layout.tokens[verb.left_edge.i - 1].text == ","
    return verb.tag_ == head.head.tag_


def _issuer(layout: Layout, noun: Token) -> Token | None:
    """As in "Smith released a statement saying": Smith, if a verb of making holds the text."""
    if noun.dep_ != "dobj" or noun.lemma_.lower() not in lexicon("nouns"):
        return None
    return subject_of(layout, noun.head) if noun.head.lemma_.lower() in _ISSUES else None


def can_speak(token: Token | None, *, texts: bool = True) -> bool:
    """Whether a noun or pronoun stands for somebody who speaks or thinks; with *texts* also a report or a poll."""
    if token is None:
        return False
    if token.pos_ == "PRON" or token.tag_ in {"DT", "WP", "WDT"}:
        return token.lower_ in _WHO
    if token.ent_type_:
        return token.ent_type_ in _ACTORS
    kind = speaking_nouns().get(token.lemma_.lower())
    if kind is not None:
        return texts or kind != "text"
    return token.pos_ == "PROPN" or token.lower_.endswith(_HUMAN)


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
        if child.i > head.i and (child.dep_ in _CLAUSES or (child.dep_ == "acl" and _is_loose(layout, child))):
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


def _is_loose(layout: Layout, clause: Token) -> bool:
    """A participle behind a comma does not narrow the noun: "Smith, speaking in Leeds" against "voters polled in Leeds"."""
    return layout.tokens[clause.left_edge.i - 1].is_punct or clause.tag_ not in {"VBN", "VBG"}


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


def noun_before(layout: Layout, verb: Token) -> Token | None:
    """The noun that ends right before a finite verb, where the parser gives it no subject: "About 4 in 10 say"."""
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
