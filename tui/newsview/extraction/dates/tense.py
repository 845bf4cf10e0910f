"""Whether a sentence looks back or ahead at a place: the tense of the verb that a date hangs on."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from newsview.extraction.dates.lexicon import lexicon
from newsview.extraction.dates.meaning import Tense

_AHEAD_AUXILIARIES = {"will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d", "going", "gon"}
_OPEN_AUXILIARIES = {"can", "could", "may", "might", "must", "should"}
_HAVE = {"have", "has", "had", "'ve", "’ve", "having"}
_PAST_BE = {"was", "were"}
_BACK_WORDS = {"since", "than"}
_LONGEST_CLIMB = 12


class Tenses:
    """The tenses of one Doc; each verb is looked at once, so that a text of one endless sentence costs linear time."""

    __slots__ = ("_doc", "_known")

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._known: dict[tuple[int, bool], Tense | None] = {}

    def at(self, start: int, end: int, terse: bool) -> Tense | None:
        """The tense for a date in the tokens ``[start:end]``. In a headline or caption, *terse*, the present tells of the past."""
        node: Token = self._doc[start:end].root
        first, looks_ahead = node.i, False
        for _ in range(_LONGEST_CLIMB):
            if node.lower_ in _BACK_WORDS:
                return "past"
            if node.pos_ in {"VERB", "AUX"}:
                found = self._of_verb(node, terse)
                return "future" if looks_ahead and found != "past" else found
            looks_ahead = looks_ahead or (node.i != first and _ahead_of(node))
            if node.head.i == node.i:
                break
            node = node.head
        return "past" if terse else None

    def _of_verb(self, verb: Token, terse: bool) -> Tense | None:
        key = (verb.i, terse)
        if key not in self._known:
            self._known[key] = _verb(verb, terse)
        return self._known[key]


def _ahead_of(node: Token) -> bool:
    """Is it the "of" in "ahead of Friday's vote"?"""
    return node.lower_ == "of" and node.head.lower_ == "ahead"


def _verb(verb: Token, terse: bool) -> Tense | None:
    for _ in range(_LONGEST_CLIMB):
        auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
        if auxiliaries & _AHEAD_AUXILIARIES:
            return "future"
        if auxiliaries & _HAVE and verb.tag_ in {"VBN", "VBD"}:
            return "past"
        if auxiliaries & _PAST_BE or verb.tag_ == "VBD":
            return (
                "future" if verb.lemma_.lower() in lexicon().verb_classes.expectant and verb.tag_ == "VBN" else "past"
            )
        if verb.tag_ == "VB" and "to" in auxiliaries:
            return _infinitive(verb)
        if auxiliaries & _OPEN_AUXILIARIES:
            return "future"
        if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "amod", "ROOT", "ccomp"}:
            if verb.lemma_.lower() in lexicon().verb_classes.expectant:
                return "future"
            return "past" if not auxiliaries & {"is", "are", "be", "being", "'s", "’s", "'re", "’re"} else "future"
        if verb.tag_ in {"VBP", "VBZ", "VB"} or auxiliaries:
            return _present(verb, terse)
        if verb.head.i == verb.i:
            return None
        verb = _governor(verb)
    return None


def _governor(verb: Token) -> Token:
    """The next verb above, of a participle or gerund that has no tense of its own."""
    node = verb.head
    for _ in range(_LONGEST_CLIMB):
        if node.pos_ in {"VERB", "AUX"} or node.head.i == node.i:
            break
        node = node.head
    return node


def _infinitive(verb: Token) -> Tense | None:
    """Whether an infinitive looks ahead ("plans to meet") or back ("managed to win")."""
    above = verb.head
    if above.i != verb.i and above.lemma_.lower() in lexicon().verb_classes.achieved and above.tag_ in {"VBD", "VBN"}:
        return "past"
    return "future"


def _present(verb: Token, terse: bool) -> Tense | None:
    if terse:
        return "past"
    if verb.tag_ == "VBN":
        return "future"
    return "future" if verb.lemma_.lower() not in lexicon().verb_classes.reporting else None
