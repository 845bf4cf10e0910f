"""Subject of a cue: the noun that says or thinks, found by climbing the parse from the cue."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.quotes.cue_lexicon import Cue, lexicon, speaking_nouns
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CUES, PRONOUNS
from newsview.extraction.quotes.speaker_phrase import (
    NOMINAL,
    Phrase,
    can_speak,
    is_time,
    nominal_between,
    noun_before,
    phrase,
)
from newsview.extraction.syntax import (
    FINITE,
    STEPS,
    SUBJECT_DEPS,
    VERB_POS,
    agent_of,
    child_of,
    climb,
    is_infinitive,
    own_subject,
    right_child,
    tense,
)

_CLIMBS = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "parataxis", "dep", "prep", "agent", "acomp"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADP", "ADV", "SCONJ", "PART"})
_NEAR = 5
"""Maximum tokens of a cue with its addressee before a comma: "the mayor told the council, noting"."""
_INVERTED = 3
"""Minimum tokens before the cue of "A, say residents": two words and the comma."""


def subject_of(layout: Layout, verb: Token) -> Token | None:
    """The subject of the speech or thought of *verb*, or None.

    Its own subject ("Smith said"), that of a coordinated verb ("Smith rose and said") or of the main clause ("Smith
    left, saying"), the object before an infinitive ("led some to say"), the noun of a relative clause ("Smith, who
    said") or participle ("a poll showing"); for a text, its author ("Smith issued a statement saying").
    """
    known = layout.subjects
    if verb.i not in known:
        known[verb.i] = _found_subject(layout, verb)
    return known[verb.i]


def _found_subject(layout: Layout, verb: Token) -> Token | None:
    found = inverted_subject(layout, verb) or _beside_with(layout, verb) or _behind_aside(layout, verb)
    if found is not None:
        return found
    token = verb
    for _ in range(STEPS):
        if not layout.is_readable(token):
            return None
        found = _own_subject(layout, token)
        if found is not None:
            # "It is hard to say": expletive "it"
            empty = (
                token is not verb
                and found.lower_ in PRONOUNS.dummy
                and (token.pos_ == "AUX" or token.lemma_ in CUES.copulas)
            )
            return None if empty else _antecedent(found, token)
        head = token.head
        if head.i == token.i:
            return None
        if token.dep_ in {"acl", "relcl"}:
            return _speaker_of_noun(layout, head, token)
        controller = _controller(token, head)
        if controller is not None:
            return controller
        if token.dep_ not in _CLIMBS:
            return None
        outer = _cue_above(layout, token) or _finite_above(token) if token.dep_ in {"conj", "advcl"} else None
        token = outer if outer is not None else head
        if token.pos_ not in _PREDICATES:
            return _speaker_or_possessor(token)
    return None


def _controller(token: Token, head: Token) -> Token | None:
    """The object of the verb above that is the subject of an infinitive or gerund: "led some to say"; None for another.

    "Yonhap quoted the ministry as saying", "pushed the mayor into announcing", "leading some to argue"; not "used her
    column to argue", "visited Oslo to argue".
    """
    if token.dep_ == "pcomp":
        quoted = head.lower_ == "as" and head.head.lemma_ in CUES.citing
        receiver = _object_before(head.head, token) if quoted or head.lower_ in CUES.controls else None
        return receiver if can_speak(receiver) else None
    caused = token.dep_ == "advcl" and head.lemma_ in CUES.causes and is_infinitive(token)
    if not (token.dep_ == "xcomp" or caused) or head.lemma_ in CUES.means:
        return None
    receiver = _object_before(head, token)
    text = receiver is not None and speaking_nouns().get(receiver.lemma_.lower()) == "text"
    return receiver if can_speak(receiver) and not text else None


def _beside_with(layout: Layout, verb: Token) -> Token | None:
    """Subject after "with", parsed as its object: "fell sharply, with the agency announcing that"."""
    noun = layout.tokens[verb.i - 1] if verb.i else verb
    if noun.text == "," and verb.i > 1 and layout.tokens[verb.i - 2].dep_ == "appos":
        noun = layout.tokens[verb.i - 2].head  # "with a third firm, Acme, saying that"
    if verb.tag_ != "VBG" or noun.dep_ != "pobj" or noun.head.lower_ not in CUES.beside or not can_speak(noun):
        return None
    return noun if verb.head in {noun, noun.head.head} else None


def _behind_aside(layout: Layout, verb: Token) -> Token | None:
    """Subject of the cue before the comma, for one without its own: "A, Acme said, but warned that B", "A, Stone told Acme, noting B"."""
    tokens, at = layout.tokens, verb.i - 1
    if verb.dep_ not in {"conj", "advcl"} or own_subject(verb) is not None:
        return None
    while at > 0 and tokens[at].dep_ in {"cc", "advmod"}:
        at -= 1
    if at < 1 or tokens[at].text != ",":
        return None
    cue = next((each for each in reversed(tokens[max(0, at - _NEAR) : at]) if each.tag_ in FINITE), None)
    if cue is None or not says(cue) or right_child(cue, "ccomp", "xcomp") is not None or layout.in_speech(cue.i):
        return None
    subject = own_subject(cue) or noun_before(layout, cue)
    if subject is None or not can_speak(subject):
        return None
    before = tokens[min(subject.left_edge.i, cue.i) - 1]
    return subject if before.is_punct and before.i < cue.i else None


def inverted_subject(layout: Layout, verb: Token) -> Token | None:
    """Subject after the verb of a headline, parsed as its object: "Fish may dream, say scientists"."""
    tokens = layout.tokens
    at = verb.i
    if at < _INVERTED or tokens[at - 1].text != "," or verb.tag_ not in FINITE or not says(verb):
        return None
    if at + 2 < len(tokens) and tokens[at + 1].lower_ in PRONOUNS.who and tokens[at + 2].tag_ == "WP":
        return tokens[at + 1]  # "A, say those who live there"
    receiver = right_child(verb, "dobj")
    if receiver is None or not can_speak(receiver) or receiver.left_edge.i != verb.i + 1:
        return None
    cue = lexicon("verbs")[verb.lemma_.lower()]
    ends = receiver.right_edge.i + 1 == layout.blocks[layout.block_at(verb.i)].end  # headlines have no full stop
    return receiver if ends and cue.takes("c") and not cue.takes("o") else None


def _own_subject(layout: Layout, verb: Token) -> Token | None:
    """The subject nearest to *verb*; not a date, nor a word of a quotation before it ("“Jobs,” Smith said")."""
    nearest: Token | None = None
    inner = [each for child in verb.lefts if child.dep_ == "aux" for each in child.lefts]  # "have objected, saying"
    for child in [*verb.children, *inner]:
        if child.dep_ not in SUBJECT_DEPS or is_time(child):
            continue
        region = layout.region_of[child.i]
        if region is not None and region is not layout.region_of[verb.i]:
            continue
        if nearest is None or abs(child.i - verb.i) < abs(nearest.i - verb.i):
            nearest = child
    return nearest


def _antecedent(subject: Token, verb: Token) -> Token:
    """The antecedent of a relative pronoun as subject: Smith in "Smith, who said"; other subjects are unchanged."""
    if subject.lower_ not in PRONOUNS.relative or subject.tag_ not in {"WP", "WDT"}:
        return subject
    relative = next((clause for clause in climb(verb, STEPS - 1) if clause.dep_ == "relcl"), None)
    if relative is None:
        return subject
    described = relative.head.head.head
    apposed = (
        relative.head.dep_ == "pobj" and described.dep_ == "appos" and described.pos_ == described.head.pos_ == "NOUN"
    )
    if apposed and subject.i and subject.nbor(-1).text == ",":
        return _speaking_above(described.head)  # "a woman, a niece of Jane Doe, who said"
    return _speaking_above(relative.head)


def _speaker_or_possessor(noun: Token) -> Token | None:
    """The noun if it can speak, else its possessor: "the mayor of Leeds" (mayor), "her theme of questioning" (her)."""
    if noun.pos_ in NOMINAL and can_speak(noun):
        return noun
    return child_of(noun, "poss")


def _speaker_of_noun(layout: Layout, noun: Token, verb: Token) -> Token:
    """The speaker for a clause under a noun: "a poll showing" (poll), "Smith had a chance to say" (Smith)."""
    infinitive = is_infinitive(verb)
    text = noun.lemma_.lower() in lexicon("nouns") or speaking_nouns().get(noun.lemma_.lower()) == "text"
    if not can_speak(noun) and not text and verb.tag_ == "VBG" and noun.dep_ == "dobj":
        return subject_of(layout, noun.head) or noun  # "attacked the plan, saying it was late"
    if not (infinitive and not can_speak(noun)) and not text:
        return _speaking_above(noun)
    owner = child_of(noun, "poss")
    if infinitive and owner is not None:
        return owner
    holder = noun.head if noun.dep_ in {"dobj", "attr"} else None
    if infinitive and noun.dep_ == "pobj":
        holder = noun.head.head
    if holder is None or holder.pos_ not in VERB_POS:
        return noun
    if text and not infinitive and holder.lemma_.lower() not in CUES.issues:
        return noun
    return subject_of(layout, holder) or noun


def _speaking_above(noun: Token) -> Token:
    """The first noun above that can speak: "owner" in "the owner of a ferry that sank denied"."""
    above = noun
    for _ in range(STEPS):
        if can_speak(above):
            return above
        if above.dep_ != "pobj" or above.head.head.pos_ not in NOMINAL:
            break
        above = above.head.head
    return noun


def _object_before(head: Token, clause: Token) -> Token | None:
    """Object that is the subject of an infinitive: "The news led some to say"."""
    receiver = right_child(head, "dobj", "dative")
    return receiver if receiver is not None and receiver.i < clause.i else None


def _cue_above(layout: Layout, verb: Token) -> Token | None:
    """Earlier cue coordinated with *verb*: "He said that it rains and added", "He said that it rains, adding"."""
    if not says(verb):
        return None
    if verb.dep_ == "advcl" and not (verb.tag_ == "VBG" and verb.i and layout.tokens[verb.left_edge.i - 1].is_punct):
        return None
    found: Token | None = None
    clause = verb.head
    for _ in range(STEPS):
        outer = clause.head
        if clause.dep_ != "ccomp" or outer.i >= clause.i:
            break
        beside = verb.dep_ == "conj" and layout.tokens[verb.i - 1].dep_ == "cc"
        cue = says(outer) or (beside and outer.lemma_.lower() in lexicon("verbs"))
        if cue and (verb.dep_ == "advcl" or tense(outer) == tense(verb)):
            found = outer
        clause = outer
    return found


def _finite_above(verb: Token) -> Token | None:
    """Finite verb above an infinitive, coordinated with *verb*: "She urged him to come and says"."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or head.tag_ not in {"VB", "VBG"}:
        return None
    if any(child.dep_ in {"aux", "auxpass"} and child.lower_ != "to" for child in head.lefts):
        return None
    return next((above for above in climb(head) if above.tag_ in FINITE), None)


def says(verb: Token) -> bool:
    """Whether *verb* is a cue of speech."""
    cue: Cue | None = lexicon("verbs").get(verb.lemma_.lower())
    return cue is not None and cue.kind == "say"


def _is_addressed(cue: Token) -> bool:
    """Passive whose subject is the addressee: "she was told: “A”"."""
    return cue.lower_ in CUES.asked and any(child.dep_ == "auxpass" for child in cue.lefts)


def speaker_beside(layout: Layout, cue: Token, first: int, last: int, *, behind: bool) -> Phrase | None:
    """The speaker of a cue beside a quotation; ``first:last`` are the tokens on that side of the quotation.

    The subject of the cue if the parse has one outside the quotation, else the nearest noun phrase beside the cue.
    """
    if _is_addressed(cue):
        agent = agent_of(cue)
        return phrase(layout, agent, avoid=cue.i) if agent is not None else None
    subject = subject_of(layout, cue)
    if subject is not None and cue.lemma_ in CUES.citing and behind:
        source = right_child(cue, "dobj")
        subject = source if source is not None and can_speak(source) else subject  # "“A,” the paper quotes an aide"
    if subject is not None and not layout.in_speech(subject.i):
        return phrase(layout, subject, avoid=cue.i)
    tokens = layout.tokens
    if cue.i > first and tokens[cue.i - 1].text == ",":
        # "Jane Doe, noting the cost, said": the first noun of the sentence, not the nearest
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
