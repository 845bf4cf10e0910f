"""Stance and act of an attribution: whether its speaker states, denies, doubts, asks or withholds the content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from spacy.tokens import Token

from newsview.extraction.lexical.characters import OPENING_QUOTES
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cue_lexicon import lexicon, speaking_nouns, string_ids
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.hypothetical_cues import is_hypothetical
from newsview.extraction.quotes.lexicon import CLAUSES, CUES, STANCES
from newsview.extraction.quotes.passive_cues import PASSIVE, passive_description
from newsview.extraction.quotes.reported_clauses import CLAUSES as CLAUSE_RULES
from newsview.extraction.quotes.reported_phrases import (
    PHRASES,
    described_as,
    infinitive,
    is_wanted_answer,
    is_withheld,
    noun_object,
    prepositional,
)
from newsview.extraction.quotes.speaker_phrase import can_speak
from newsview.extraction.syntax import STEPS, VERB_POS, child_of, is_infinitive, right_child
from newsview.model.facts import Stance

_AUXILIARIES: Final = frozenset({"aux", "auxpass", "neg", "preconj"})
_INFINITIVES: Final = frozenset({"xcomp", "ccomp", "acl"})
_DESCRIPTIONS: Final = frozenset({described_as, passive_description})
_VERB_RULES: Final = frozenset((*CLAUSE_RULES, *PHRASES, *PASSIVE))
_SPOKEN_OF: Final = frozenset((*PHRASES, *PASSIVE))
_PAIR: Final = 2
_OBJECT: Final = 8
"""Maximum tokens between a verb and the "against" that belongs to it: "warned the board of the port against"."""
_EMPTY: Final = frozenset({"PRON", "AUX", "PUNCT"})
_INNER: Final = frozenset({"VB", "VBG"})
_GERUNDS: Final = frozenset({"xcomp", "pcomp"})

_SHORT: Final = "short"
"""As in "stopped short of saying"."""

_BEFORE: Final = {"yet": "to"}
"""The word after one that negates what follows: "has yet to say"."""

_NEGATED: Final[dict[Stance, Stance]] = {
    "states": "withholds",
    "denies": "states",
    "doubts": "states",
    "asks": "withholds",
    "withholds": "states",
}
"""The stance of a negated cue, by that of the cue."""


class Group(NamedTuple):
    """The verb group of a cue: its token range with the negation, and the number of negations."""

    first: int
    last: int
    negations: int


def negating_words(layout: Layout) -> list[int]:
    """The tokens that may negate a cue, in text order: "not", "without", "declined"."""
    words = (*sorted(STANCES.negations | STANCES.no), *_BEFORE, *STANCES.lacking)
    found = {*layout.having("LOWER", string_ids(words)), *layout.having("DEP", string_ids(("neg",)))}
    return sorted({*found, *layout.having("LEMMA", string_ids((*sorted(STANCES.withholds), _SHORT)))})


def with_stance(layout: Layout, each: Attribution, negating: Sequence[int]) -> bool:
    """Set the stance of *each*, and extend its cue to the whole verb group if it is negated; False if nothing is stated.

    *negating* are the ``negating_words``: without one before the cue there is no verb group to examine.

    Nothing is stated by nobody ("no engineer said that") or anyone ("one could argue that"), in a question or condition
    ("did she say that"), in words that there are not ("there is no suggestion that"), by a passive or a phrase that names nobody ("is expected to
    fail"), nor where the negated cue has no clause: "declined to comment on the plan".
    """
    if each.speaker is None and each.rule in _SPOKEN_OF:
        return False
    if each.head is not None and is_nobody(layout.tokens[each.head]):
        return False
    if each.cue is None or each.turn:
        return True
    cue = layout.tokens[each.cue[0]]
    if _is_without_words(layout, each):
        return False
    if _is_absent(cue) or is_hypothetical(layout, each, cue) or _is_of_thing(layout, each, cue):
        return False
    group, stance = _group(layout, cue, negating), _base(layout, each, cue)
    if group.negations % 2:
        stance = _negated(each, cue, stance)
        if stance == "withholds":
            refused = is_withheld(cue) or _alternative(cue) is not None
            if not (refused or _is_clause(layout, each)):
                return False
        elif each.rule in PHRASES and cue.lemma_ in STANCES.denies and not layout.has_marks(each.content):
            return False  # "did not deny the suggestion"
    each.stance = stance
    if stance == "states" and _is_judgement(layout, each, cue):
        each.act = "belief"
    if stance == "asks" and is_wanted_answer(cue):
        each.act = "speech"
    if group.negations or stance != "states":
        each.cue = (min(group.first, each.cue[0]), max(group.last, each.cue[1]))
    each.cue = _with_opposition(layout, each, each.cue)
    return True


def _with_opposition(layout: Layout, each: Attribution, cue: tuple[int, int]) -> tuple[int, int]:
    """The cue with the "against" before the content: "warned the board against", of whose content the speaker wants nothing."""
    before = layout.token_at(each.start) - 1
    while before > cue[1] and layout.tokens[before].text in OPENING_QUOTES:
        before -= 1
    opposed = cue[1] <= before <= cue[1] + _OBJECT and layout.tokens[before].lower_ in STANCES.opposed
    return (cue[0], before + 1) if opposed else cue


def _is_judgement(layout: Layout, each: Attribution, cue: Token) -> bool:
    """What is only judged, which is nobody's words: "welcomed the move"; not "welcomed “a brave move”", "blamed him for it"."""
    if cue.lemma_ not in STANCES.judges or layout.has_marks(each.content):
        return False
    return (each.rule in (noun_object, prepositional) or cue.pos_ == "ADJ") and not _is_clause(layout, each)


def _is_without_words(layout: Layout, each: Attribution) -> bool:
    """Content of nothing but a pronoun and an auxiliary, or the title of a work: "He said, she said", "mentioned “Open Doors”"."""
    titles = {region.span for region in layout.regions_between(each.start, each.end) if region.is_title}
    if each.rule in _VERB_RULES and titles.issuperset(each.content):
        return True
    first, last = layout.token_at(each.start), layout.token_at(each.end - 1) + 1
    return not layout.has_marks(each.content) and all(
        token.pos_ in _EMPTY or (token.lower_ in CUES.said and last - first == _PAIR)
        for token in layout.tokens[first:last]
    )


def _is_of_thing(layout: Layout, each: Attribution, cue: Token) -> bool:
    """Effect of what cannot speak: "a storm prompted fear", "the scale, revealing how it grew"; not "a trade body said"."""
    if each.head is None or layout.has_marks(each.content):
        return False
    subject = layout.tokens[each.head]
    if subject.pos_ != "NOUN" or can_speak(subject) or subject.lemma_.lower() in lexicon("nouns"):
        return False
    return each.rule in PHRASES or (each.rule in CLAUSE_RULES and cue.tag_ in _INNER)


def _group(layout: Layout, cue: Token, negating: Sequence[int]) -> Group:
    """The verb group of *cue*; the cue alone if nothing that negates precedes it in its sentence."""
    before = bisect_left(negating, cue.i) - 1
    apart = before < 0 or True in layout.sentence_start[negating[before] + 1 : cue.i + 1]
    if apart and not is_wanted_answer(cue):
        return Group(cue.i, _with_particle(cue), 0)
    return verb_group(cue)


def is_nobody(subject: Token) -> bool:
    """Whether a subject refers to nobody: "nobody", "no engineer", "not one engineer", "neither side"; not "No 10"."""
    first = subject.left_edge
    if first.i and first.nbor(-1).lower_ == "not":
        return True
    if first.lower_ in STANCES.no and first.i < subject.i:
        return not first.nbor().like_num or first.lower_ == "not" or subject.lower_ in STANCES.anyone
    return subject.lower_ in STANCES.nobody


def _is_absent(cue: Token) -> bool:
    """Whether a noun cue is negated by its article: "no suggestion that he knew"; not "no doubt"."""
    return cue.pos_ == "NOUN" and any(child.dep_ == "det" and child.lower_ in STANCES.no for child in cue.lefts)


def verb_group(cue: Token) -> Group:
    """The verb group of *cue* with all that negates it: "did not say", "declined to say", "without saying".

    Each negation counts, and so does each governor under which nothing is said: "did not refuse to say" has two.
    """
    first, last, negations = cue.i, _with_particle(cue), 0
    start = cue.i
    for token in _governors(cue):
        start = min(start, token.i)
        level = _negations(token, cue)
        auxiliaries = (child.i for child in token.lefts if child.dep_ in _AUXILIARIES)
        start = min(start, *level, *auxiliaries, start)
        count = len(level) + (token is not cue and token.lemma_.lower() in STANCES.withholds)
        if count or (token is not cue and is_wanted_answer(cue)):
            first, negations = start, negations + count
    if cue.doc[first].dep_ == "acomp":
        first = min(first, cue.doc[first].head.i)  # "is unable to say"
    other = _alternative(cue)
    if other is not None and other.i > cue.i and negations:
        last = max(last, other.i + 1)
    return Group(first, last, negations)


def _governors(cue: Token) -> Iterator[Token]:
    """*cue* and what governs it as an infinitive, gerund, predicate or alternative, nearest first."""
    token = cue
    for _ in range(STEPS):
        yield token
        head = token.head
        if head.i == token.i or head.i > token.i:
            return
        if not _is_governed(token):
            return
        token = head


def _is_governed(token: Token) -> bool:
    """Whether a negation of its head negates *token*: "to say", "saying", "sure" in "is sure", "deny" in "or deny"."""
    match token.dep_:
        case "conj":
            return _is_alternative(token)
        case "acomp":
            return True
        case "prep":
            return _SHORT in {token.head.lower_, *(child.lower_ for child in token.head.children)}
        case "advmod":
            return token.lower_ == _SHORT
    gerund = token.tag_ == "VBG" and token.dep_ in _GERUNDS
    return gerund or (token.dep_ in _INFINITIVES and is_infinitive(token))


def _negations(token: Token, cue: Token) -> list[int]:
    """The tokens that negate *token* before *cue*: "not", "never", "without", "yet" before "to"."""
    found = [
        child.i
        for child in token.children
        if child.i < (token.i if child.dep_ == "cc" else cue.i)
        and (child.dep_ == "neg" or child.lower_ in STANCES.negations)
        and not _is_not_only(child)
    ]
    found += [
        child.i for child in token.children if child.i < cue.i and child.nbor().lower_ == _BEFORE.get(child.lower_)
    ]
    found += [
        child.i - 1 for child in token.lefts if child.dep_ == "aux" and child.i and child.nbor(-1).lower_ == "nor"
    ]
    return [*dict.fromkeys(found), *([token.i] if token.lower_ in STANCES.lacking else [])]


def _is_not_only(negation: Token) -> bool:
    """As in "not only said that it was late but"."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in STANCES.not_only


def _is_alternative(verb: Token) -> bool:
    """Whether *verb* is the second in "confirm or deny"."""
    return child_of(verb, "nsubj", "aux") is None and any(
        child.dep_ == "cc" and child.lower_ in STANCES.alternatives for child in verb.head.rights
    )


def _alternative(cue: Token) -> Token | None:
    """The other verb of "confirm or deny"."""
    if cue.dep_ == "conj" and cue.head.pos_ in VERB_POS and _is_alternative(cue):
        return cue.head
    other = right_child(cue, "conj")
    return other if other is not None and other.pos_ in VERB_POS and _is_alternative(other) else None


def _with_particle(cue: Token) -> int:
    """The end of the cue with its particle: "ruled out"."""
    return cue.i + 2 if cue.i + 1 < len(cue.doc) and cue.nbor().dep_ == "prt" else cue.i + 1


def _base(layout: Layout, each: Attribution, cue: Token) -> Stance:
    """The stance of the cue without its negation."""
    lemma = cue.lemma_.lower()
    if lemma in STANCES.asks and _is_asked(layout, each, cue):
        return "asks"
    if lemma in STANCES.asks_in_marks and layout.text[each.end - 1] == "?":
        return "asks"
    if each.rule not in _VERB_RULES and _is_only_question(layout, each):
        return "asks"  # “Who will pay?” she said
    if lemma == "rule" and any(child.dep_ == "prt" and child.lower_ == "out" for child in cue.rights):
        return "denies"
    if is_wanted_answer(cue):
        return "asks"
    if each.rule is infinitive and right_child(cue, "dobj") is not None:
        return "states"  # "challenged the mayor to pay"
    if each.rule in _DESCRIPTIONS and _belittles(cue):
        return "states"  # "dismissed the plan as “desperate”" says that it is
    if cue.pos_ == "VERB" and each.rule not in _VERB_RULES:
        return "states"  # "The mayor disagreed: “It is old.”", “It is old,” she denied
    return "denies" if lemma in STANCES.denies else "doubts" if lemma in STANCES.doubts else "states"


def _belittles(cue: Token) -> bool:
    """Whether a denying verb with "as" says what its object is: "rejected the report as wrong"; not "rejected her as mayor"."""
    receiver = right_child(cue, "dobj")
    text = receiver is not None and speaking_nouns().get(receiver.lemma_.lower()) == "text"
    refused = cue.lemma_ in CUES.refusing and (text or not can_speak(receiver))
    return refused or cue.lemma_ in STANCES.belittles


def _is_only_question(layout: Layout, each: Attribution) -> bool:
    """Whether a quotation is one question: “Who will pay?”; not “Why? It is late.”."""
    words = layout.text[each.start : each.end].rstrip()
    return len(each.content) == 1 and words.endswith("?") and not any(mark in words[:-1] for mark in ".?!")


def _is_asked(layout: Layout, each: Attribution, cue: Token) -> bool:
    """Whether the content is a question: "whether it was late", “Is it late?”, "about the plan"; no request."""
    first = layout.tokens[layout.token_at(each.start)]
    asked = first.lower_ in CLAUSES.questions or layout.text[each.end - 1] == "?"
    return asked or any(child.dep_ == "prep" and child.lower_ == "about" for child in cue.rights)


def _negated(each: Attribution, cue: Token, stance: Stance) -> Stance:
    """The stance of a negated cue: "did not say", "did not deny", "did not believe", "does not plan to"."""
    other = _alternative(cue)
    if other is not None and (other.lemma_.lower() in STANCES.denies) != (cue.lemma_.lower() in STANCES.denies):
        return "withholds"  # "would neither confirm nor deny"
    if cue.lemma_ in STANCES.agrees:
        return "denies"
    if stance == "states" and each.act != "speech":
        return "doubts" if each.act == "belief" else "denies"
    return _NEGATED[stance]


def _is_clause(layout: Layout, each: Attribution) -> bool:
    """Whether the content is a clause or has quote marks."""
    if each.rule in CLAUSE_RULES or layout.tokens[layout.token_at(each.start)].lower_ in CLAUSES.questions:
        return True
    return layout.has_marks(each.content)
