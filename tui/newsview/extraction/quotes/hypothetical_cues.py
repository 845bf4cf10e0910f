"""Cues under which nothing was said: questions, conditions, possibilities, duties, plans, commands, general subjects."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import PRONOUNS, STANCES
from newsview.extraction.quotes.reported_clauses import CLAUSES, inserted_cue
from newsview.extraction.quotes.reported_phrases import PHRASES, is_wanted_answer, noun_object
from newsview.extraction.syntax import SUBJECT_DEPS, child_of

_ACTIVE: Final = frozenset((*CLAUSES, *PHRASES)) - {inserted_cue}
"""Rules by whose cue auxiliaries stand; before an inserted cue they are those of the content: "could, say analysts, fall"."""
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_PAST: Final = frozenset({"VBD", "VBN"})
_SENTENCE: Final = 60
"""Maximum tokens between a verb and the question mark of its sentence."""


def is_hypothetical(layout: Layout, each: Attribution, cue: Token) -> bool:
    """Whether the verb *cue* of *each* reports nothing that was said; False for nouns and for cues beside a quotation."""
    if each.rule not in _ACTIVE:
        return False
    subject = layout.tokens[each.head] if each.head is not None else None
    if subject is not None and (subject.lower_ in STANCES.anybody or _is_any(subject)):
        return True  # "anyone who says that it is safe", "any driver who denies it"
    if _is_idiom(layout, cue, subject):
        return True
    marks = _Before(cue)
    if _is_first_person(subject) and cue.tag_ not in _PAST and marks.modal not in STANCES.duties:
        return True  # the writer to the reader: "I am going to show you that", "I can't tell you how"
    if marks.is_negated:
        return False  # "could not say whether it was safe"
    if marks.is_inverted:
        return _ends_in_question(layout, cue)
    if marks.modal is not None and subject is not None and _is_general(subject):
        return True
    if marks.modal in STANCES.future and each.rule is noun_object:
        return True
    if marks.modal in STANCES.duties or (marks.modal is not None and each.rule in PHRASES):
        return marks.modal in STANCES.duties | STANCES.possible and not _is_first_person(subject)
    if marks.is_conditional and cue.dep_ == "advcl":
        return True  # "if he says that it is safe"
    if marks.is_infinitive and cue.dep_ == "advcl" and cue.i < cue.head.i and each.rule is noun_object:
        return True  # "To confirm the link, she repeated the test"
    if marks.is_infinitive:
        return _is_unreal(cue) or (each.speaker is None and cue.head.pos_ == "ADJ")  # "it is fair to say"
    return cue.tag_ == "VB" and cue.dep_ == "ROOT" and subject is None and not marks.has_auxiliary


def _is_idiom(layout: Layout, cue: Token, subject: Token | None) -> bool:
    """Words of the writer: "That said, the bridge is old", "let us say it was late"."""
    if cue.head.lower_ in STANCES.writing and (cue.dep_ == "ccomp" or (subject is None and cue.tag_ == "VBG")):
        return True  # "let us say", "it is worth noting"
    if subject is None or subject.i + 1 != cue.i or not layout.sentence_start[subject.i]:
        return False
    return subject.lower_ in PRONOUNS.this_or_that and layout.tokens[cue.i + 1].text == ","


class _Before:
    """What precedes a verb: modal, negation, infinitive marker, condition, and whether an auxiliary precedes the subject."""

    __slots__ = ("has_auxiliary", "is_conditional", "is_infinitive", "is_inverted", "is_negated", "modal")

    def __init__(self, verb: Token) -> None:
        self.modal: str | None = None
        self.is_infinitive = self.is_conditional = self.is_inverted = self.is_negated = self.has_auxiliary = False
        for child in verb.lefts:
            if child.dep_ in _AUXILIARIES:
                self.has_auxiliary = True
                if child.tag_ == "TO":
                    self.is_infinitive = True
                elif child.tag_ == "MD":
                    self.modal = child.lower_
            elif child.dep_ == "neg":
                self.is_negated = True
            elif child.dep_ == "mark":
                self.is_conditional |= child.lower_ in STANCES.conditions
            elif child.dep_ in SUBJECT_DEPS:
                self.is_inverted = self.has_auxiliary


def _is_first_person(subject: Token | None) -> bool:
    """As in "I must say that it is late"."""
    return subject is not None and subject.lower_ in STANCES.first_person


def _is_general(subject: Token) -> bool:
    """Whether the subject with a modal is anyone at all: "one could argue", "others might say"; not "one of them"."""
    return subject.lower_ in STANCES.anyone and not any(subject.children)


def _is_any(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in STANCES.any for child in noun.lefts)


def _ends_in_question(layout: Layout, verb: Token) -> bool:
    """Whether the sentence of *verb* ends in a question mark: "Did the mayor say that it was safe?"."""
    tokens = layout.tokens
    for at in range(verb.i + 1, min(len(tokens), verb.i + _SENTENCE)):
        if layout.sentence_start[at]:
            return tokens[at - 1].text == "?"
    return tokens[-1].text == "?"


def _is_unreal(cue: Token) -> bool:
    """Infinitive whose governor leaves open whether it happened: "is due to say", "wants to say", "was wrong to say"."""
    governor = cue.head
    if is_wanted_answer(cue):
        return False
    if governor.lemma_ in STANCES.fails and child_of(governor, "neg") is None:
        return True  # "failed to say that it was late"
    if governor.lemma_.lower() in STANCES.unreal or governor.lower_ in STANCES.unreal:
        return True
    return governor.lemma_ == "be" and governor.tag_ in _PRESENT and cue.dep_ == "xcomp"  # "is to announce"
