"""Tense at a date: past or future, from the verb that governs the date."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Token

from newsview.extraction.dates.lexicon import TENSE, lexicon
from newsview.extraction.dates.meaning import Tense
from newsview.extraction.syntax import NOUN_POS, VERB_POS, climb, verb_above

VerbTense = Literal["past", "future", "present"]
"""Tense of a verb. The present ("the court hears the case", "to hear") is future for direct dependents only."""

_LONGEST_CLIMB = 12


class Tenses:
    """The tenses of one Doc; each verb is examined once, so that the cost is linear for one endless sentence."""

    __slots__ = ("_doc", "_known")

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._known: dict[int, VerbTense | None] = {}

    def at(self, start: int, end: int, terse: bool) -> Tense | None:
        """The tense at a date in the tokens ``[start:end]``, None without evidence.

        *terse*: in a headline or a caption, whose present tense has past meaning.
        """
        root: Token = self._doc[start:end].root
        through_noun = False
        for node in climb(root, _LONGEST_CLIMB - 1):
            if _is_past_phrase(node):
                return "past"
            if node.i != root.i and (_is_future_phrase(node) or (not terse and _is_opening(node))):
                return "future"
            if node.pos_ in VERB_POS:
                return self._under(node, root, through_noun, terse)
            through_noun = through_noun or (node.i != root.i and node.pos_ in NOUN_POS)
        return "past" if terse else None

    def _under(self, verb: Token, root: Token, through_noun: bool, terse: bool) -> Tense | None:
        """The tense of the date *root* under *verb*, directly or, with *through_noun*, under a noun of it."""
        if verb.i not in self._known:
            self._known[verb.i] = _verb_tense(verb)
        tense = self._known[verb.i]
        if root.head.lower_ in TENSE.until:
            auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
            if verb.lemma_.lower() in lexicon().verb_classes.adjourning:
                return None if "had" in auxiliaries else "future"  # "had given them until Monday" is over
            if auxiliaries & TENSE.perfect:  # "has been closed until Monday"
                return "future"
        if tense == "future":
            return "future" if _may_be_future(root) else None
        if tense == "present":
            if terse:
                return "past"
            if through_noun:
                return "future" if _is_faced(root, verb) else None
            return None if verb.lemma_.lower() in lexicon().verb_classes.reporting else "future"
        return tense


def _is_past_phrase(node: Token) -> bool:
    """Past by a preposition: "since Monday", "than on Monday", "as of Monday", "following Monday's vote"."""
    low = node.lower_
    return (
        low in TENSE.since_or_than
        or (low == "of" and node.head.lower_ == "as")
        or (low == "following" and node.dep_ == "prep")
    )


def _is_future_phrase(node: Token) -> bool:
    """Future by a preposition or an adjective: "ahead of Monday's vote", "a dividend payable Dec. 15"."""
    if node.lower_ == "of":
        return node.head.lower_ == "ahead"
    return node.pos_ == "ADJ" and node.lower_ in TENSE.payable


def _is_opening(node: Token) -> bool:
    """Verb tagged as an adjective: "Doors open at 9 a.m. Saturday", "Polls close on Sunday"; not "a door open on Sunday"."""
    if node.tag_ != "JJ" or node.lower_ not in TENSE.openings or node.i == 0:
        return False
    before = node.nbor(-1)
    return before.tag_ == "NNS" and before.lower_ in TENSE.openers


def _is_faced(root: Token, verb: Token) -> bool:
    """Day of an event that the subject expects: "faces a hearing on Thursday", "plans a march on Saturday".

    Not the day of something below the object: "faces charges over a fire on Thursday".
    """
    event = next((node for node in climb(root.head, 2) if node.pos_ in NOUN_POS), None)
    if event is None or event.dep_ != "dobj" or event.head.i != verb.i:
        return False
    lemma = verb.lemma_.lower()
    return lemma in TENSE.facing or lemma in lexicon().verb_classes.expectant


def _may_be_future(root: Token) -> bool:
    """Future of a date under a noun, for scheduled events: "will win Tuesday's election"; not "Tuesday's shooting"."""
    owned = root.dep_ in {"poss", "compound", "nmod"} and root.head.pos_ in NOUN_POS
    if root.head.lower_ in lexicon().parts:  # "by Tuesday night"
        return True
    return not owned or root.head.lemma_.lower() in lexicon().verb_classes.scheduled


def _verb_tense(verb: Token) -> VerbTense | None:
    """The tense of *verb*, or of the nearest verb above for one without tense.

    A participle has a tense for what depends on itself: "the man shot on Tuesday"; not "plans aimed at talks on Tuesday".
    """
    found = _own_tense(verb)
    for _ in range(_LONGEST_CLIMB):
        if found is not None or verb.head.i == verb.i:
            return found
        verb = verb_above(verb, _LONGEST_CLIMB)
        found = None if verb.tag_ == "VBN" and verb.dep_ == "acl" else _own_tense(verb)
    return None


def _own_tense(verb: Token) -> VerbTense | None:
    if verb.pos_ not in VERB_POS:
        return None
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    expectant = verb.lemma_.lower() in lexicon().verb_classes.expectant
    if auxiliaries & (TENSE.will | TENSE.may):
        # "could have", "would have": past; "will have closed by March": future
        if auxiliaries & TENSE.have and not auxiliaries & TENSE.will_only:
            return "past"
        return "future" if auxiliaries & TENSE.will else "present"
    if (
        verb.head.lower_ in TENSE.since_or_than
        or any(child.lower_ == "than" for child in verb.lefts)
        or _is_past_tagged_present(verb, auxiliaries)
    ):
        return "past"
    if verb.tag_ == "VBN" and expectant and not auxiliaries & TENSE.have:
        return "future"
    if verb.tag_ == "VBD" or auxiliaries & (TENSE.have | TENSE.did):
        return "past"
    if verb.tag_ == "VB" and "to" in auxiliaries:
        return _infinitive(verb)
    if auxiliaries & TENSE.is_or_does or verb.tag_ in {"VBP", "VBZ"} or (verb.dep_ == "ROOT" and verb.tag_ != "VBG"):
        return "past" if verb.tag_ == "VBN" and not auxiliaries else "present"
    return "past" if verb.tag_ == "VBN" and verb.dep_ != "conj" else None


def _is_past_tagged_present(verb: Token, auxiliaries: set[str]) -> bool:
    """Past form tagged as a present: "she put it", where the singular subject excludes the present of "put"."""
    if verb.tag_ != "VBP" or auxiliaries or verb.lower_ in TENSE.is_or_does | TENSE.have:
        return False
    return any(
        child.dep_ == "nsubj" and (child.tag_ in {"NN", "NNP"} or child.lower_ in TENSE.pronouns)
        for child in verb.children
    )


def _infinitive(verb: Token) -> VerbTense | None:
    """Tense of an infinitive: "plans to meet" (future), "managed to win" (past), "flew home to vote" (as "flew")."""
    above, words = verb.head, lexicon().verb_classes
    lemma = above.lemma_.lower()
    if verb.dep_ == "advcl" or (verb.dep_ == "xcomp" and lemma in words.achieved):
        return None
    if above.pos_ in NOUN_POS:
        return "future" if lemma in words.intentions else None
    told = {child.lower_ for child in above.children if child.dep_ in {"aux", "auxpass"}} & TENSE.did
    # "was expected to pass on Monday" can be over
    return "future" if verb.dep_ == "xcomp" and lemma in words.expectant and not told else "present"
