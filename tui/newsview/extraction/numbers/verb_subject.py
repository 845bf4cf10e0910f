"""Subject of a verb, its own or a shared one; relative pronouns and "X said it" are resolved to their noun."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.lexicon import CHANGES, SUBJECT_WORDS
from newsview.extraction.syntax import NOUN_POS, STEPS, SUBJECT_DEPS, VERB_POS, climb, own_subject, right_child

FARTHEST = 40
"""Tokens between a pronoun and its antecedent, at most."""
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "aux", "acomp", "oprd", "ccomp", "agent"})


def governing_subject(verb: Token) -> Token | None:
    """Subject of *verb* or of the nearest verb that shares its subject; None if there is none."""
    for each in climb(verb, STEPS - 1):
        subject = own_subject(each)
        if subject is not None:
            return _resolved(subject, each)
        if each.dep_ in ("relcl", "acl") and each.head.pos_ in NOUN_POS:
            return each.head
        if each.dep_ not in SHARING:
            break
    return None


def moved_object(particle: Token) -> Token | None:
    """Object between a verb that moves it and *particle*: "the rate" in "pushed the rate up to 4%"; None if there is none."""
    for verb in climb(particle, STEPS):
        if verb.pos_ in NOUN_POS:  # 'carry carts of up to 40 kilos'
            return None
        if verb.pos_ in VERB_POS:
            moved = right_child(verb, "dobj") if verb.lemma_.lower() in CHANGES.moving else None
            return moved if moved is not None and moved.i < particle.i else None
    return None


def _resolved(subject: Token, verb: Token) -> Token | None:
    """Antecedent of a pronoun: "workers" for "workers who earn $9", "Acme" for "Acme said it lost $9"; else None."""
    pronoun = subject.pos_ == "PRON" or subject.tag_ in ("WDT", "WP", "DT", "EX")
    if not pronoun or any(map(str.isdigit, subject.text)):  # the tagger takes 'TA-125' for a pronoun
        return subject
    if subject.lower_ in SUBJECT_WORDS.relatives:
        while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
            verb = verb.head
        return verb.head if verb.dep_ == "relcl" and verb.head.pos_ in NOUN_POS else None
    return _reporter(subject, verb) or _parallel_subject(subject)


def _reporter(pronoun: Token, verb: Token) -> Token | None:
    """Subject of a verb of saying, as antecedent of the reported subject: "Acme said it", "Doe said he"."""
    for each in climb(verb, STEPS - 1):
        if each.dep_ == "ccomp" and each.head.pos_ == "VERB" and each.head.i < pronoun.i:
            own = own_subject(each.head)
            speaker = governing_subject(each.head) if own is None or own.pos_ in NOUN_POS else None
            return speaker if speaker is not None and _agrees(pronoun, speaker) else None
        if each.dep_ not in ("xcomp", "conj"):
            break
    return None


def _parallel_subject(pronoun: Token) -> Token | None:
    """Only preceding subject that agrees: "Its shares have lost a tenth this year; on Tuesday they rose 2%"."""
    if pronoun.lower_ not in SUBJECT_WORDS.they_or_it or pronoun.is_sent_start:
        return None
    doc, found = pronoun.doc, None
    for at in range(pronoun.i - 1, max(pronoun.i - FARTHEST, 0) - 1, -1):
        token = doc[at]
        if token.dep_ in SUBJECT_DEPS and token.pos_ in NOUN_POS and _agrees(pronoun, token):
            if found is not None or (pronoun.lower_ == "they" and token.tag_ not in ("NNS", "NNPS")):
                return None
            found = token
        if token.is_sent_start:
            break
    return found


def _agrees(pronoun: Token, noun: Token) -> bool:
    if noun.pos_ not in NOUN_POS:
        return False
    if pronoun.lower_ in FUNCTION.he_or_she:
        return noun.ent_type_ == "PERSON"
    return (
        pronoun.lower_ in SUBJECT_WORDS.they_or_it
        and noun.ent_type_ != "PERSON"
        and (pronoun.lower_ == "they" or noun.tag_ != "NNS")
    )
