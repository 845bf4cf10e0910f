"""Noun and adjective cues: "X's claim that A", "a plan to A", "X is sure that A"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.provenance import Rule
from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.content_span import Ranges, is_question
from newsview.extraction.quotes.cue_lexicon import Cue, lemma_ids, lexicon
from newsview.extraction.quotes.cue_subject import says, subject_of
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CUES, PRONOUNS, STANCES
from newsview.extraction.quotes.reported_phrases import is_only_person
from newsview.extraction.quotes.speaker_phrase import can_speak, phrase
from newsview.extraction.syntax import VERB_POS, child_of, has_mark, is_infinitive, object_of, own_subject

_PREDICATIVE = frozenset({"acomp", "ROOT", "conj", "advcl", "ccomp", "oprd"})
_NAMED = frozenset({"PERSON", "ORG"})


def by_noun(layout: Layout) -> list[Attribution]:
    """The attributions of nouns and adjectives of the lexicon outside quoted speech."""
    found = []
    nouns, adjectives = lexicon("nouns"), lexicon("adjectives")
    for at in layout.having("LEMMA", lemma_ids("nouns")):
        token = layout.tokens[at]
        if token.pos_ == "NOUN" and _is_free(layout, token):
            found.append(_noun(layout, token, nouns[token.lemma_]))
    for at in layout.having("LOWER", lemma_ids("adjectives")):
        token = layout.tokens[at]
        if token.dep_ in _PREDICATIVE and token.tag_ in {"JJ", "VBN", "VBD"} and _is_free(layout, token):
            found.append(_adjective(layout, token, adjectives[token.lower_]))
    return [each for each in found if each is not None]


def _is_free(layout: Layout, token: Token) -> bool:
    return layout.region_of[token.i] is None and layout.is_readable(token.head)


def _noun(layout: Layout, noun: Token, cue: Cue) -> Attribution | None:
    owner = owner_of(layout, noun)
    for rule in (noun_clause, noun_infinitive) if can_speak(owner) else (noun_clause,):
        ranges = rule(layout, noun, cue)
        if ranges:
            return _made(layout, noun, owner, ranges, rule, cue)
    return None


def _adjective(layout: Layout, adjective: Token, cue: Cue) -> Attribution | None:
    made = adjective.head.lemma_ == "make" and adjective.lower_ in CUES.made_clear
    own = not made and own_subject(adjective) is not None
    verb = adjective if own else adjective.head
    if not own and not made and verb.lemma_ not in CUES.copulas:
        return None
    owner = subject_of(layout, verb)
    if not can_speak(owner) or (owner is not None and owner.lower_ in PRONOUNS.it):
        return None
    return _made(layout, adjective, owner, adjective_complement(layout, adjective, cue), adjective_complement, cue)


def _made(
    layout: Layout, word: Token, owner: Token | None, ranges: Ranges | None, rule: Rule, cue: Cue
) -> Attribution | None:
    spans = content_span.spans(layout, ranges) if ranges else []
    if not spans:
        return None
    act = "speech" if _is_voiced(word) else cue.act
    made = Attribution(spans, rule, cue=(word.i, word.i + 1), act=act)
    if owner is not None and not layout.in_speech(owner.i):
        first, last, made.head = phrase(layout, owner, avoid=word.i)
        made.speaker = (first, last)
    return made


def _is_voiced(noun: Token) -> bool:
    """Thought that is put into words: "expressed fear that it will fall"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ == "be":
        return noun.lemma_ in CUES.views  # "is of the opinion that"
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in CUES.voices


def owner_of(layout: Layout, noun: Token) -> Token | None:
    """The speaker of a noun cue: "Smith's claim", "the claim by Smith", "Smith made the claim", "the Smith claim"."""
    holder = _governing_verb(noun)
    for child in noun.lefts:
        if child.dep_ == "poss":
            # "Smith laid out her proposals": "her" refers to Smith
            subject = subject_of(layout, holder) if holder is not None and child.tag_ == "PRP$" else None
            return subject if subject is not None and can_speak(subject) and subject.pos_ != "PRON" else child
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in CUES.sources:
            return object_of(child)
    if holder is not None and holder.lemma_.lower() in STANCES.denies:
        return None  # "rejected a request to close it": somebody else's
    if holder is not None and (holder.lemma_.lower() in CUES.lends or holder.lemma_.lower() in lexicon("verbs")):
        return subject_of(layout, holder)
    if holder is not None and noun.dep_ == "pobj" and can_speak(subject_of(layout, holder)):
        return subject_of(layout, holder)
    return next((child for child in noun.lefts if child.dep_ == "compound" and child.ent_type_ in _NAMED), None)


def _governing_verb(noun: Token) -> Token | None:
    """The verb that governs the noun: "made a claim", "stirred anger with a claim", "is firm in her belief"."""
    if noun.dep_ == "dobj":
        return noun.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in CUES.noun_prepositions:
        return None
    verb = noun.head.head
    if verb.pos_ == "ADJ" or verb.dep_ == "dobj":
        verb = verb.head
    return verb if verb.pos_ in VERB_POS else None


def noun_clause(layout: Layout, noun: Token, cue: Cue) -> Ranges | None:
    """Noun with a that-clause: "the claim that the plan had failed"."""
    if not cue.takes("c"):
        return None
    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp", "relcl"} and (has_mark(child, "that") or has_mark(child, "whether")):
            return content_span.clause(layout, child, cue=noun)
    return None


def noun_infinitive(layout: Layout, noun: Token, cue: Cue) -> Ranges | None:
    """Noun with an infinitive: "her decision to leave"."""
    for child in noun.rights:
        if child.dep_ in {"acl", "relcl", "xcomp"} and is_infinitive(child) and cue.takes("i"):
            if noun.lemma_ in STANCES.withholds and says(child):
                return None  # "her refusal to say when": the verb is the cue
            return content_span.clause(layout, child, cue=noun)
    return None


def adjective_complement(layout: Layout, adjective: Token, cue: Cue) -> Ranges | None:
    """Adjective with a complement: "she is sure that it failed", "she is eager to leave", "she is wary of it"."""
    for child in adjective.rights:
        clause = child.dep_ == "ccomp" or (child.dep_ == "advcl" and has_mark(child, "that"))
        if clause and cue.takes("w" if is_question(child) else "c"):
            return content_span.clause(layout, child, cue=adjective)
        if child.dep_ == "xcomp" and is_infinitive(child) and cue.takes("i"):
            return content_span.clause(layout, child, cue=adjective)
        if child.dep_ == "prep" and child.lower_ in cue.prepositions:
            inner = child_of(child, "pobj", "pcomp")
            said = inner is not None and not (cue.act == "speech" and is_only_person(inner))  # "critical of the mayor"
            return content_span.clause(layout, inner, cue=adjective) if inner is not None and said else None
    return None
