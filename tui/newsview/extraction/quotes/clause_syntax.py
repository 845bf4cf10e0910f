"""Clauses of cues: the passive, indirect questions, demonstratives."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from newsview.extraction.lexical.characters import APOSTROPHES
from newsview.extraction.quotes.cue_lexicon import Cue, words
from newsview.extraction.quotes.doc_layout import Layout

Ranges = list[tuple[int, int]]
Rule = Callable[[Layout, Token, Cue], Ranges | None]
"""From a cue to the token ranges of its content; None for another construction."""

_OBJECTS = frozenset({"dobj", "pobj", "attr", "dative"})


def is_passive(verb: Token, cue: Cue) -> bool:
    """Passive cue: "was asked", "asked about it, he" and "a man accused of it"; not "he's said that".

    The parser labels the "'s" of "he's said that" as a passive auxiliary, as it does in "he's expected".
    """
    deps = {child.dep_ for child in verb.children}
    plain = cue.takes("c") and not cue.takes("o")
    if "auxpass" in deps or "nsubjpass" in deps:
        contracted = any(child.dep_ == "auxpass" and child.text[0] in APOSTROPHES for child in verb.children)
        about = any(child.dep_ == "prep" and child.lower_ in cue.prepositions for child in verb.rights)
        return not (contracted and plain and (about or deps & {"ccomp", "dobj"}))
    if plain and deps & {"ccomp"}:
        return False
    if (
        verb.lower_ in words("asked")
        and verb.dep_ in {"advcl", "prep", "acl", "ROOT"}
        and not deps & {"nsubj", "aux", "dobj"}
    ):
        return True
    bare = not deps & {"aux", "nsubj"}
    return verb.tag_ == "VBN" and bare and verb.dep_ in {"acl", "advcl", "relcl", "prep"}


def is_question(clause: Token) -> bool:
    """Indirect question: "whether A", "to what A"."""
    first = clause.left_edge
    return first.lower_ in words("questions") or (
        first.dep_ == "prep" and first.i + 1 < len(first.doc) and first.nbor().lower_ in words("questions")
    )


def is_demonstrative(that: Token) -> bool:
    """Demonstrative "that" before a singular object: "disputed that account"; not before a clause."""
    return that.dep_ == "det" and that.head.dep_ in _OBJECTS and that.head.tag_ == "NN"
