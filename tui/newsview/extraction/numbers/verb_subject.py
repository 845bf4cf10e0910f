"""Subject of a verb, its own or a shared one; relative pronouns and "X said it" are resolved to their noun."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.lexicon import SUBJECT_WORDS

STEPS = 8
FARTHEST = 40
"""Tokens between a pronoun and its antecedent, at most."""
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "aux", "acomp", "oprd", "ccomp", "agent"})
NOMINAL = frozenset({"NOUN", "PROPN"})


def governing_subject(verb: Token) -> Token | None:
    """Subject of *verb* or of the nearest verb that shares its subject; None if there is none."""
    for _ in range(STEPS):
        subject = _own(verb)
        if subject is not None:
            return _resolved(subject, verb)
        if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in NOMINAL:
            return verb.head
        if verb.dep_ not in SHARING or verb.head == verb:
            return None
        verb = verb.head
    return None


def _own(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    return None


def _resolved(subject: Token, verb: Token) -> Token | None:
    """Antecedent of a pronoun: "workers" for "workers who earn $9", "Acme" for "Acme said it lost $9"; else None."""
    pronoun = subject.pos_ == "PRON" or subject.tag_ in ("WDT", "WP", "DT", "EX")
    if not pronoun or any(map(str.isdigit, subject.text)):  # the tagger takes 'TA-125' for a pronoun
        return subject
    if subject.lower_ in SUBJECT_WORDS.relatives:
        while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
            verb = verb.head
        return verb.head if verb.dep_ == "relcl" and verb.head.pos_ in NOMINAL else None
    return _reporter(subject, verb) or _parallel_subject(subject)


def _reporter(pronoun: Token, verb: Token) -> Token | None:
    """Subject of a verb of saying, as antecedent of the reported subject: "Acme said it", "Doe said he"."""
    for _ in range(STEPS):
        if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and verb.head.i < pronoun.i:
            own = _own(verb.head)
            speaker = governing_subject(verb.head) if own is None or own.pos_ in NOMINAL else None
            return speaker if speaker is not None and _agrees(pronoun, speaker) else None
        if verb.dep_ not in ("xcomp", "conj") or verb.head == verb:
            return None
        verb = verb.head
    return None


def _parallel_subject(pronoun: Token) -> Token | None:
    """Only preceding subject that agrees: "Its shares have lost a tenth this year; on Tuesday they rose 2%"."""
    if pronoun.lower_ not in SUBJECT_WORDS.they_or_it or pronoun.is_sent_start:
        return None
    doc, found = pronoun.doc, None
    for at in range(pronoun.i - 1, max(pronoun.i - FARTHEST, 0) - 1, -1):
        token = doc[at]
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in NOMINAL and _agrees(pronoun, token):
            if found is not None or (pronoun.lower_ == "they" and token.tag_ not in ("NNS", "NNPS")):
                return None
            found = token
        if token.is_sent_start:
            break
    return found


def _agrees(pronoun: Token, noun: Token) -> bool:
    if noun.pos_ not in NOMINAL:
        return False
    if pronoun.lower_ in FUNCTION.he_or_she:
        return noun.ent_type_ == "PERSON"
    return (
        pronoun.lower_ in SUBJECT_WORDS.they_or_it
        and noun.ent_type_ != "PERSON"
        and (pronoun.lower_ == "they" or noun.tag_ != "NNS")
    )
