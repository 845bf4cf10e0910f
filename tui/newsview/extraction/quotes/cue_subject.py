"""Subject of a cue: the noun that says or thinks, found by climbing the parse from the cue."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.quotes.clause_syntax import tense
from newsview.extraction.quotes.cue_lexicon import Cue, lexicon, speaking_nouns, words
from newsview.extraction.quotes.doc_layout import FINITE, Layout, is_readable
from newsview.extraction.quotes.speaker_phrase import NOMINAL, Phrase, can_speak, is_time, nominal_between, phrase

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLIMBS = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "parataxis", "dep", "prep", "agent", "acomp"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADP", "SCONJ", "PART"})
_INVERTED = 3
"""Tokens before the cue of "A, say residents" at least: two words and the comma."""
_STEPS = 8


def subject_of(layout: Layout, verb: Token) -> Token | None:
    """The noun or pronoun that does what *verb* says, or None.

    Own subject ("Smith said"), the other verb's ("Smith rose and said"), a participle's ("Smith left, saying"), the
    object that an infinitive belongs to ("led some to say"), the noun of a relative clause ("Smith, who said") or of a
    participle ("a poll showing"); who issues a text rather than the text ("Smith issued a statement saying").
    """
    inverted = inverted_subject(layout, verb)
    if inverted is not None:
        return inverted
    token = verb
    for _ in range(_STEPS):
        if not is_readable(token):
            return None
        found = _own_subject(layout, token)
        if found is not None:
            # "It is hard to say": this "it" is nobody
            empty = (
                token is not verb
                and found.lower_ in {"it", "there"}
                and (token.pos_ == "AUX" or token.lemma_ in words("copula"))
            )
            return None if empty else _antecedent(found, token)
        head = token.head
        if head.i == token.i:
            return None
        if token.dep_ in {"acl", "relcl"}:
            return _of_noun(layout, head, token)
        if token.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in {"quote", "cite"}:
            quoted = _object_before(head.head, token)
            if quoted is not None and can_speak(quoted):
                return quoted  # "Yonhap quoted the ministry as saying": the ministry says it
        if token.dep_ == "xcomp":
            controlled = _object_before(head, token)
            if controlled is not None and can_speak(controlled):
                return controlled
        if token.dep_ not in _CLIMBS:
            return None
        outer = _cue_above(layout, token) or _finite_above(token) if token.dep_ in {"conj", "advcl"} else None
        token = outer if outer is not None else head
        if token.pos_ not in _PREDICATES:
            return _speaking(token)
    return None


def inverted_subject(layout: Layout, verb: Token) -> Token | None:
    """As in the headline Fish may dream, say scientists: who stands behind the verb, at the sentence's end."""
    tokens = layout.tokens
    at = verb.i
    if at < _INVERTED or tokens[at - 1].text != "," or verb.tag_ not in FINITE or not says(verb):
        return None
    receiver = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if receiver is None or not can_speak(receiver) or receiver.left_edge.i != verb.i + 1:
        return None
    cue = lexicon("verbs")[verb.lemma_.lower()]
    ends = receiver.right_edge.i + 1 == layout.blocks[layout.block_at(verb.i)].end  # headlines have no full stop
    return receiver if ends and cue.takes("c") and not cue.takes("o") else None


def _own_subject(layout: Layout, verb: Token) -> Token | None:
    """The subject nearest to *verb*; no day, and no word of a quotation before it (“Jobs,” Smith said)."""
    nearest: Token | None = None
    for child in verb.children:
        if child.dep_ not in {"nsubj", "nsubjpass"} or is_time(child):
            continue
        region = layout.region_of[child.i]
        if region is not None and region is not layout.region_of[verb.i]:
            continue
        if nearest is None or abs(child.i - verb.i) < abs(nearest.i - verb.i):
            nearest = child
    return nearest


def _antecedent(subject: Token, verb: Token) -> Token:
    """As in "Smith, who said": the noun that the relative clause belongs to; any other subject stays."""
    if subject.lower_ not in _RELATIVE or subject.tag_ not in {"WP", "WDT"}:
        return subject
    clause = verb
    for _ in range(_STEPS):
        if clause.dep_ == "relcl":
            return _speaking_above(clause.head)
        if clause.head.i == clause.i:
            break
        clause = clause.head
    return subject


def _speaking(noun: Token) -> Token | None:
    """As in "the mayor of" (the mayor) and "her theme of questioning" (her): the noun if it can speak, else its owner."""
    if noun.pos_ in NOMINAL and can_speak(noun):
        return noun
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def _of_noun(layout: Layout, noun: Token, verb: Token) -> Token:
    """As in "a poll showing" (the poll), "Smith issued a statement saying" and "Smith had a chance to say" (Smith)."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)
    text = noun.lemma_.lower() in lexicon("nouns") or speaking_nouns().get(noun.lemma_.lower()) == "text"
    if not (infinitive and not can_speak(noun)) and not text:
        return _speaking_above(noun)
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if infinitive and owner is not None:
        return owner
    holder = noun.head if noun.dep_ in {"dobj", "attr"} else None
    if infinitive and noun.dep_ == "pobj":
        holder = noun.head.head
    if holder is None or holder.pos_ not in {"VERB", "AUX"}:
        return noun
    if text and not infinitive and holder.lemma_.lower() not in words("issues"):
        return noun
    return subject_of(layout, holder) or noun


def _speaking_above(noun: Token) -> Token:
    """As in "the owner of a ferry that sank denied": the ferry cannot, the owner can."""
    above = noun
    for _ in range(_STEPS):
        if can_speak(above):
            return above
        if above.dep_ != "pobj" or above.head.head.pos_ not in NOMINAL:
            break
        above = above.head.head
    return noun


def _object_before(head: Token, clause: Token) -> Token | None:
    """As in "The news led some to say": the infinitive's subject is the object; "promised them to" is too rare to tell."""
    for child in head.rights:
        if child.dep_ in {"dobj", "dative"} and child.i < clause.i:
            return child
    return None


def _cue_above(layout: Layout, verb: Token) -> Token | None:
    """As in "He said that it rains and added": "added" goes with "said", wherever the parser hangs it; so does ", adding"."""
    if not says(verb):
        return None
    if verb.dep_ == "advcl" and not (verb.tag_ == "VBG" and verb.i and layout.tokens[verb.left_edge.i - 1].is_punct):
        return None
    found: Token | None = None
    clause = verb.head
    for _ in range(_STEPS):
        outer = clause.head
        if clause.dep_ != "ccomp" or outer.i >= clause.i:
            break
        if says(outer) and (verb.dep_ == "advcl" or tense(outer) == tense(verb)):
            found = outer
        clause = outer
    return found


def _finite_above(verb: Token) -> Token | None:
    """As in "She urged him to come and says": a finite verb is not joined to an infinitive but to the verb above it."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or head.tag_ not in {"VB", "VBG"}:
        return None
    if any(child.dep_ in {"aux", "auxpass"} and child.lower_ != "to" for child in head.lefts):
        return None
    for _ in range(_STEPS):
        if head.tag_ in FINITE or head.head.i == head.i:
            break
        head = head.head
    return head if head.tag_ in FINITE else None


def says(verb: Token) -> bool:
    """Whether *verb* is a cue of speech."""
    cue: Cue | None = lexicon("verbs").get(verb.lemma_.lower())
    return cue is not None and cue.kind == "say"


def speaker_beside(layout: Layout, cue: Token, first: int, last: int, *, behind: bool) -> Phrase | None:
    """Who speaks by a cue beside a quotation, the tokens ``first:last`` being what stands on that side of it.

    The cue's subject if the parser found it outside the quotation, else the nearest noun phrase beside the cue.
    """
    subject = subject_of(layout, cue)
    if subject is not None and not layout.in_speech(subject.i):
        return phrase(layout, subject, avoid=cue.i)
    tokens = layout.tokens
    if cue.i > first and tokens[cue.i - 1].text == ",":
        # "Jane Doe, noting the cost, said": the sentence's first noun, not the nearest
        near = nominal_between(layout, first, cue.i, backwards=False)
    elif behind and cue.i == first:
        near = nominal_between(layout, cue.i + 1, last, backwards=False)
    else:
        near = nominal_between(layout, first, cue.i, backwards=True)
    if near is None:
        near = nominal_between(layout, cue.i + 1, last, backwards=False)
    if near is None:
        near = next((token for token in tokens[first : cue.i] if token.text[:1].isupper() and token.is_alpha), None)
    return phrase(layout, near, avoid=cue.i) if near is not None else None
