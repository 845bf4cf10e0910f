"""Parse of a sentence: children and governors of a token; subject, object, agent and tense of a verb.

Climbs are bounded, because for degenerate text the parser can produce chains of heads as long as the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

VERB_POS = frozenset({"VERB", "AUX"})
NOUN_POS = frozenset({"NOUN", "PROPN"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECT_DEPS = ("nsubj", "nsubjpass")
STEPS = 8
"""Heads above a token that are examined, unless a rule has its own limit."""
SENTENCE = 600
"""Maximum tokens of a subtree that is read."""


def is_readable(token: Token) -> bool:
    """Whether the subtree of *token* has the size of a sentence.

    Iteration over the children of a token takes time in proportion to its subtree, and for degenerate text the parser
    can produce a chain of subtrees that each span the whole text.
    """
    return token.right_edge.i - token.left_edge.i <= SENTENCE


def climb(token: Token, steps: int = STEPS) -> Iterator[Token]:
    """*token* and at most *steps* heads above it, nearest first: "Monday", "on", "left" in "She left on Monday"."""
    yield token
    for _ in range(steps):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def verb_above(token: Token, steps: int) -> Token:
    """The nearest verb above *token*: "left" for "Monday" in "She left on Monday"; else where the climb ends."""
    above = token
    for above in climb(token.head, steps):
        if above.pos_ in VERB_POS:
            break
    return above


def verb_of_complement(token: Token) -> Token | None:
    """The verb with *token* as object, adverbial or under a preposition: "rose" for "5%" in "rose by 5%", or None."""
    head = token.head
    if token.dep_ in ("pobj", "pcomp") and head.dep_ in ("prep", "agent", "dative"):
        head = head.head
        if head.dep_ == "prep":
            head = head.head
    if head.pos_ in ("ADV", "ADP") and head.dep_ in ("advmod", "prt"):
        head = head.head
    if head.pos_ in VERB_POS and head != token:
        return head
    if head.pos_ in ("NUM", "NOUN") and head.dep_ in ("npadvmod", "dobj", "pobj", "conj") and head.head.pos_ == "VERB":
        return head.head
    return None


def child_of(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependencies *deps*."""
    for child in token.children:
        if child.dep_ in deps:
            return child
    return None


def right_child(token: Token, *deps: str) -> Token | None:
    """The first child after *token* with one of the dependencies *deps*."""
    for child in token.rights:
        if child.dep_ in deps:
            return child
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject of *verb* itself: "Smith" for "said" in "Smith said"; None for one shared with another verb."""
    return child_of(verb, *SUBJECT_DEPS)


def object_of(preposition: Token) -> Token | None:
    """The noun of a prepositional phrase: "Leeds" for "in" in "in Leeds"."""
    return right_child(preposition, "pobj")


def agent_of(verb: Token) -> Token | None:
    """The noun of "by X" under a passive."""
    for child in verb.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            return object_of(child)
    return None


def prepositional_object(token: Token, *prepositions: str) -> Token | None:
    """The object of the first of *prepositions* after *token*: "the mayor" in "the words of the mayor"."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            return object_of(child)
    return None


def has_mark(clause: Token, word: str) -> bool:
    """Whether *word* ("that", "as") is a marker of the clause."""
    return any(child.dep_ in {"mark", "advmod"} and child.lower_ == word for child in clause.lefts)


def is_infinitive(token: Token) -> bool:
    """Whether a verb has the infinitive marker "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def is_finite(clause: Token) -> bool:
    """Whether a clause has a finite verb."""
    return clause.tag_ in FINITE or any(
        child.tag_ in FINITE and child.dep_ in {"aux", "auxpass", "cop"} for child in clause.children
    )


def tense(verb: Token) -> str:
    """The tag of the finite verb of a clause: of its first auxiliary, else of *verb*."""
    auxiliary = child_of(verb, "aux", "auxpass")
    return verb.tag_ if auxiliary is None else auxiliary.tag_
