"""Trends: "rose 5%" (up, by), "fell to 7,425" (to), "from 7,100" (from), "up 58 points", "DAX -1.6%".

``trend`` is the direction of a number that is the size of a change. The endpoints of a change are levels: they have a
role and no direction, except in the pairs "from X to Y" and "Y, up from X".
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from newsview.extraction.numbers.comparatives import find_comparison, noun_directions
from newsview.extraction.numbers.lexicon import CHANGES, SUBJECT_WORDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.verb_subject import moved_object
from newsview.extraction.syntax import SUBJECT_DEPS, VERB_POS, verb_of_complement
from newsview.model.facts import Trend, TrendRole

SHARES = frozenset({"percent", "percentage_point"})


@cache
def _verbs() -> dict[str, tuple[Trend, str]]:
    """{lemma: (direction, "moves" or "trades")}."""
    return {
        lemma: (direction, manner)
        for direction, manners in CHANGES.verbs.items()
        for manner, lemmas in manners.items()
        for lemma in lemmas
    }


class Change(NamedTuple):
    """Direction of the size of a change, or the role of a level, which has no direction."""

    trend: Trend | None
    role: TrendRole


def find_trend(pieces: Pieces, quantity: Quantity) -> Change | None:
    """Trend or role of *quantity* by an adjacent particle, the governing verb, a comparative, or its sign; None without one."""
    token = anchor(pieces, quantity)
    found = _particle(pieces, quantity) or _verb(pieces, quantity, token) or _taken_off(pieces, quantity)
    if found is not None:
        return found
    compared = find_comparison(pieces, quantity)
    if compared is None and quantity.value < 0 and quantity.kind == "percent" and not quantity.attributive:
        compared = "down"
    return None if compared is None else Change(compared, "by")


def direction_of(word: Token) -> Trend | None:
    """Direction of a verb or noun of change; None for any other word."""
    verb = _verbs().get(word.lemma_.lower())
    return verb[0] if verb is not None else noun_directions().get(word.lemma_.lower())


def anchor(pieces: Pieces, quantity: Quantity) -> Token:
    """Token of the quantity whose head is outside it."""
    first, end = pieces.tokens(quantity.first, quantity.unit_end)
    for token in range(first, end):
        head = pieces.heads[token]
        if not first <= head < end or head == token:
            return pieces.doc[token]
    return pieces.token(quantity.numeral.first)


def _particle(pieces: Pieces, quantity: Quantity) -> Change | None:
    """Change with a particle: "up 9.4 per cent", "finished 34.4% higher", "was 7p down"; not "picking up 40 votes"."""
    particles = CHANGES.particles
    at = quantity.begin - 1
    if pieces.word(at) == "to" and pieces.word(at - 1) in CHANGES.up_or_down:
        return None if moved_object(pieces.token(at - 1)) is None else Change(None, "to")
    if pieces.word(at) in CHANGES.up_or_down and not _of_other_verb(pieces.token(at)):
        if _brings(quantity, anchor(pieces, quantity), pieces.token(at).head):
            return None
        return Change(particles[pieces.word(at)], "by")
    end = _behind_share(pieces, quantity.unit_end)
    after = pieces.word(end)
    sized = quantity.kind in SHARES or quantity.unit in CHANGES.points
    if after in CHANGES.up_or_down and sized and pieces.word(end + 1) == "on":  # 'less than 1% up on the year before'
        return Change(particles[after], "by")
    if after in particles and sized and pieces.word(end + 1) != "than":
        above = pieces.token(end).head
        beside = pieces.at(at).shape == "word" and pieces.token(at).lemma_ in CHANGES.go_verbs
        if beside or {above.lemma_, above.head.lemma_} & CHANGES.go_verbs:
            return Change(particles[after], "by")
    return None


def _behind_share(pieces: Pieces, end: int) -> int:
    """Piece after the restated share: "lower" in "ended 73 points, or 0.09 per cent, lower"."""
    if pieces.at(end).text != ",":
        return end
    if pieces.word(end + 1) in CHANGES.lower_or_higher:
        return end + 1
    if pieces.word(end + 1) == "or":
        for at in range(end + 2, end + 7):
            if pieces.at(at).text == "," and pieces.word(at + 1) in CHANGES.lower_or_higher:
                return at + 1
    return end


def _brings(quantity: Quantity, token: Token, verb: Token) -> bool:
    """Object of a verb with "up" or "down": "shot down 44 drones", "sent up 12 flares"."""
    counted = quantity.kind == "cardinal" and quantity.unit not in CHANGES.points
    return counted and verb.lemma_ in CHANGES.bringing and token.dep_ in ("dobj", "pobj", "npadvmod", "nummod")


def _of_other_verb(particle: Token) -> bool:
    """Particle of a verb without movement: "up" in "dig up", "make up", "pick up"."""
    return particle.dep_ == "prt" and particle.head.lemma_ not in CHANGES.go_verbs


def _verb(pieces: Pieces, quantity: Quantity, token: Token) -> Change | None:
    before = pieces.word(quantity.begin - 1)
    found = _moving_verb(pieces, quantity, token)
    if found is None:
        return None
    verb, direction, manner = found
    sized = manner == "moves" or _trades_size(pieces, quantity, verb)
    if not sized and quantity.kind == "cardinal" and not _reached(pieces, quantity, verb):
        return None  # 'raised money from 14 banks', 'lost by 3 runs'
    if _brings(quantity, token, verb):
        return None
    if manner == "moves" and quantity.kind == "cardinal" and _acts_on(quantity, token, verb):
        return None
    if before in CHANGES.endpoints:
        return Change(None, "from" if before == "from" else "to")
    if quantity.cue is not None and pieces.word(quantity.cue[0]) in CHANGES.beyond:
        over_things = quantity.kind == "cardinal" and quantity.numeral.spelled and quantity.unit not in CHANGES.points
        return None if over_things else Change(None, "to")  # 'rose above two defenders'
    if before in CHANGES.determiners:
        return None  # 'climbed the 112 steps', 'shed 14 of its 22 staff': the size of a change is never definite
    if before == "," and manner == "trades":
        return None  # 'only $412,500 was recovered, less than 9 per cent of it'
    if before in CHANGES.no_roles:
        return None
    if quantity.kind in ("duration", "age") or token.dep_ in SUBJECT_DEPS:
        return None
    if (not sized and before != "by") or token.i < verb.i or _travels(quantity, verb):
        return None
    return Change(direction, "by")


def _taken_off(pieces: Pieces, quantity: Quantity) -> Change | None:
    """Amount taken off: "took a year off the sentence", "knocked $40 off the price"."""
    verb = quantity.begin - 1
    if pieces.word(quantity.end) != "off" or pieces.at(verb).shape != "word":
        return None
    if pieces.token(verb).lemma_ not in CHANGES.takes_from:
        return None
    return Change("down", "by")


def _moving_verb(pieces: Pieces, quantity: Quantity, token: Token) -> tuple[Token, Trend, str] | None:
    """Verb of change that governs *token*, else the one directly before the number: "rose as much as 5.6 metres"."""
    at = quantity.begin - 1
    if pieces.word(at) == "by":
        at -= 1
    beside = pieces.token(at) if pieces.at(at).shape == "word" else None
    for verb in (verb_of_complement(token), beside):
        if verb is not None:
            direction, manner = _direction(verb, token.i)
            if direction is not None:
                return verb, direction, manner
    return None


def _reached(pieces: Pieces, quantity: Quantity, verb: Token) -> bool:
    """Level directly after its verb: "dropped to 40", "dropped below 250,000"; not "lost to 3 teams"."""
    at = quantity.begin - 1
    below = quantity.cue is not None and pieces.word(quantity.cue[0]) in CHANGES.beyond
    if not below:
        if pieces.word(at) != "to":
            return False
        at -= 1
    beside = pieces.at(at).shape == "word" and pieces.token(at) == verb
    return beside and verb.lemma_.lower() not in CHANGES.counting


def _acts_on(quantity: Quantity, token: Token, verb: Token) -> bool:
    """Object of an action: "sank two trawlers", "expanded three plants"."""
    counted = quantity.unit_pieces is not None and quantity.unit not in CHANGES.points and quantity.unit != "time"
    return counted and token.dep_ in ("dobj", "npadvmod") and verb.lemma_.lower() in CHANGES.acts


def _trades_size(pieces: Pieces, quantity: Quantity, verb: Token) -> bool:
    """Whether a number after "gain", "lose", "cut" is the size of a change.

    Shares, points, posts ("cut 350 jobs"), fractions ("lost half its value"), weights ("lost 20 kilos") and a measured
    quality ("losing a metre of thickness") are.
    """
    if quantity.kind in SHARES or quantity.unit in CHANGES.points:
        return True
    if quantity.kind == "fraction":
        return _verbs().get(verb.lemma_.lower(), ("up", ""))[0] == "down"
    if quantity.kind == "cardinal":
        return quantity.unit is not None and quantity.unit.split()[-1] in CHANGES.posts
    if quantity.kind != "measure":
        return False
    of = _behind_brackets(pieces, quantity.end)
    of_quality = pieces.word(of) == "of" and pieces.word(of + 1) in SUBJECT_WORDS.dimensions
    return quantity.dimension == "mass" or of_quality


def _behind_brackets(pieces: Pieces, at: int) -> int:
    """Piece after the conversion in brackets at *at*, or *at*: "losing 1.6 metres (5.2 feet) of thickness"."""
    if pieces.at(at).text == "(":
        for close in range(at + 2, at + 6):
            if pieces.at(close).text == ")":
                return close + 1
    return at


def _travels(quantity: Quantity, verb: Token) -> bool:
    """Distance of a movement, which is no change: "slides 4 centimetres a day", "jumped 2 metres"."""
    return quantity.dimension == "length" and verb.lemma_.lower() in CHANGES.motions


def _direction(verb: Token, before: int) -> tuple[Trend | None, str]:
    """Direction and manner of *verb*, with a particle before the token index *before*: "went up", "edged lower"."""
    found = _verbs().get(verb.lemma_.lower())
    if found is not None and (verb.pos_ in VERB_POS or verb.tag_.startswith("VB")):
        return found
    come = verb.lemma_ == "come"  # 'has come down by a quarter'; 'came up 20 people short'
    if come or verb.lemma_ in CHANGES.go_verbs:
        for child in verb.children:
            if child.lower_ in CHANGES.particles and child.i < before and child.dep_ in ("prt", "advmod", "acomp"):
                return CHANGES.particles[child.lower_], "trades" if come else "moves"
    return None, ""
