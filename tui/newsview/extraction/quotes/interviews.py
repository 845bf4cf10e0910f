"""Parties of an interview with the labels "Q" and "A": who asks and who answers, from the introduction.

Precision before recall: if several persons precede the first question and no sentence assigns the roles, both stay open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CUES, PRONOUNS
from newsview.extraction.quotes.speaker_labels import ANSWER, QUESTION
from newsview.extraction.syntax import NOUN_POS, agent_of, child_of, is_readable, prepositional_object

_LONGEST = 1500
"""Maximum tokens of the introduction."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Entity ids of interviewer and interviewee; None if the introduction does not identify them."""

    asks: str | None = None
    answers: str | None = None

    def of(self, label: str) -> str | None:
        """The entity id for the label *label*."""
        return self.asks if label in QUESTION else self.answers if label in ANSWER else None


def parties(layout: Layout, turn: Attribution, people: Mapping[int, str]) -> Parties:
    """The parties of an interview; *turn* is its first labelled turn, *people* the entity ids of persons by token.

    "Jane Doe runs the harbour. She spoke to Ann Lee": Doe answers, Lee asks. A person without an interviewer answers.
    """
    last = min(turn.speaker[0] if turn.speaker else 0, _LONGEST)
    found = Parties()
    for at in range(last):
        token = layout.tokens[at]
        roles = _parties_of_word(token, people) if is_readable(token) else None
        if roles is not None and roles.asks != (found.answers or "") and roles.answers != (found.asks or ""):
            found = Parties(found.asks or roles.asks, found.answers or roles.answers)
    named = list(dict.fromkeys(people[at] for at in range(last) if at in people))
    answers = found.answers
    if answers is None:
        others = [each for each in named if each != found.asks]
        answers = others[0] if len(others) == 1 else None
    return Parties(found.asks, answers)


def _parties_of_word(token: Token, people: Mapping[int, str]) -> Parties | None:
    """The parties from one verb or noun: "interviewed", "spoke to", "an interview with"."""
    word = token.lemma_.lower()
    if token.pos_ == "VERB" and word == "interview":
        subject, receiver = child_of(token, "nsubj"), child_of(token, "dobj", "nsubjpass")
        return _named(people, subject or agent_of(token), receiver)
    if token.pos_ == "VERB" and word in CUES.talks:
        subject, partner = child_of(token, "nsubj"), prepositional_object(token, "to", "with")
        if subject is None or partner is None:
            return None
        if _entity(people, subject) is None and subject.lower_ not in FUNCTION.he_or_she:
            return _named(people, None, partner)  # "The Herald spoke to Jane Doe"
        if partner.lower_ in PRONOUNS.him_or_her:
            return _named(people, subject, None)  # "Ann Lee spoke to her"
        return _named(people, partner, subject)
    if token.pos_ in NOUN_POS and word in CUES.sessions:
        return _named(people, None, prepositional_object(token, "with"))
    return None


def _named(people: Mapping[int, str], asks: Token | None, answers: Token | None) -> Parties | None:
    """The parties if at least one of the two has a name."""
    asker, answerer = _entity(people, asks), _entity(people, answers)
    return Parties(asker, answerer) if asker != answerer else None


def _entity(people: Mapping[int, str], noun: Token | None) -> str | None:
    """The entity of a noun or of its apposition: "our critic Ann Lee"."""
    if noun is None or noun.i in people:
        return people[noun.i] if noun is not None else None
    return next((people[child.i] for child in noun.rights if child.dep_ == "appos" and child.i in people), None)
