"""Syntactic predicates of verbs and clauses: voice, finiteness, tense, clause markers."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from newsview.extraction.quotes.cue_lexicon import Cue
from newsview.extraction.quotes.doc_layout import FINITE, Layout
from newsview.extraction.quotes.lexicon import CLAUSES, CUES

Ranges = list[tuple[int, int]]
Rule = Callable[[Layout, Token, Cue], Ranges | None]
"""From a cue to the token ranges of its content; None for another construction."""

_OBJECTS = frozenset({"dobj", "pobj", "attr", "dative"})


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


def is_passive(verb: Token, cue: Cue) -> bool:
    """Passive cue: "was asked", "asked about it, he" and "a man accused of it"; not "he's said that".

    The parser labels the "'s" of "he's said that" as a passive auxiliary, as it does in "he's expected".
    """
    deps = {child.dep_ for child in verb.children}
    plain = cue.takes("c") and not cue.takes("o")
    if "auxpass" in deps or "nsubjpass" in deps:
        contracted = any(child.dep_ == "auxpass" and child.text[0] in "'’" for child in verb.children)
        about = any(child.dep_ == "prep" and child.lower_ in cue.prepositions for child in verb.rights)
        return not (contracted and plain and (about or deps & {"ccomp", "dobj"}))
    if plain and deps & {"ccomp"}:
        return False
    if (
        verb.lower_ in CUES.asked
        and verb.dep_ in {"advcl", "prep", "acl", "ROOT"}
        and not deps & {"nsubj", "aux", "dobj"}
    ):
        return True
    bare = not deps & {"aux", "nsubj"}
    return verb.tag_ == "VBN" and bare and verb.dep_ in {"acl", "advcl", "relcl", "prep"}


def agent_of(verb: Token) -> Token | None:
    """The noun of "by X" under a passive."""
    for child in verb.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            return child_of(child, "pobj")
    return None


def is_infinitive(token: Token) -> bool:
    """Whether a verb has the infinitive marker "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def is_finite(clause: Token) -> bool:
    """Whether a clause has a finite verb."""
    return clause.tag_ in FINITE or any(
        child.tag_ in FINITE and child.dep_ in {"aux", "auxpass", "cop"} for child in clause.children
    )


def is_question(clause: Token) -> bool:
    """Indirect question: "whether A", "to what A"."""
    first = clause.left_edge
    return first.lower_ in CLAUSES.questions or (
        first.dep_ == "prep" and first.i + 1 < len(first.doc) and first.nbor().lower_ in CLAUSES.questions
    )


def has_mark(clause: Token, word: str) -> bool:
    """Whether *word* ("that", "as") is a marker of the clause."""
    return any(child.dep_ in {"mark", "advmod"} and child.lower_ == word for child in clause.lefts)


def is_demonstrative(that: Token) -> bool:
    """Demonstrative "that" before a singular object: "disputed that account"; not before a clause."""
    return that.dep_ == "det" and that.head.dep_ in _OBJECTS and that.head.tag_ == "NN"


def tense(verb: Token) -> str:
    """The tag of the finite verb of a clause: of its first auxiliary, else of *verb*."""
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass"}:
            return child.tag_
    return verb.tag_
