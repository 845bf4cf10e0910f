"""Guards for digits that are no date: 2012 people, 1600 Pennsylvania Avenue, 9/11/2015/3, the low-50s."""

from __future__ import annotations

from newsview.extraction.dates.constructions import Match
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.lexicon import GUARDS, lexicon
from newsview.extraction.dates.meaning import Parts
from newsview.extraction.lexical.lexemes import ADJACENT, SPACED, Lexemes

LEAST_OLD = 100
"""Lowest year before our era that needs no word before it."""


def year(scene: Scene, match: Match) -> bool:
    """Year: "2012"; not a quantity, nor a part of a title or of a longer number."""
    if match.end - match.start > 1:
        return True
    lex, at, end = scene.lex, match.start, match.end
    if scene.entity(at) == "WORK_OF_ART" or _is_code(lex, at) or _is_joined(lex, at, end) or _is_phone_number(lex, at):
        return False
    before, after = scene.before(at), scene.after(end)
    if before == "about" and scene.before(at, 2) in GUARDS.before_about:
        before = "from"
    if before == "least" and scene.before(at, 3) in GUARDS.before_about:  # 'until at least 2008'
        before = "until"
    stretch = after == "-" and lex.keys[end + 1] == "#4"
    if (before in lexicon().guard_words.counting and not stretch) or after in lexicon().guard_words.counted:
        return False
    if before == "of" and scene.before(at, 2) in lexicon().guard_words.amounts:
        return False
    label = scene.entity(at)
    following = scene.doc[min(scene.tokens[end - 1] + 1, len(scene.doc) - 1)]
    value = int(lex.low[at]) if lex.is_number(at) else 2000
    if after in GUARDS.eras or _is_address(scene, end, value):
        return False
    if after and following.tag_ == "NNS" and label != "DATE" and (value < 1900 or label in {"CARDINAL", "QUANTITY"}):
        return False
    cued = before in lexicon().guard_words.year_cues
    if value < 1500 or value > 2100:
        return cued and label in {"DATE", ""} and not after.isalpha()
    if cued or label == "DATE":
        return True
    if label in {"MONEY", "QUANTITY", "PERCENT", "TIME", "PRODUCT"}:
        return False
    return value >= 1800


def old_date(scene: Scene, match: Match) -> bool:
    """Date before our era: "in 44 BC"; not "12 BC residents" of British Columbia."""
    first = scene.tokens[match.start]
    cued = "MONTH" in match.parts or (first > 0 and scene.doc[first - 1].tag_ == "IN")
    if cued or Parts(match.parts).number("OLD") >= LEAST_OLD:
        return True
    return not scene.after(match.end) or scene.doc[scene.tokens[match.end]].tag_ not in ("NN", "NNS")


def _is_address(scene: Scene, end: int, value: int) -> bool:
    """Address: "1600 Pennsylvania Avenue", "2012 Main Street"."""
    lex = scene.lex
    if not scene.after(end) or not lex.word(end)[0].isupper():
        return False
    return value < 1900 or not set(lexicon().guard_words.streets).isdisjoint(lex.low[end : end + 3])


def _is_joined(lex: Lexemes, at: int, end: int, joints: str = "-/+*.:") -> bool:
    """Whether one of *joints* connects it to another number: "2012/13/14", "10.1.20.2021"."""
    before = after = False
    if at > 1 and lex.joins[at] == ADJACENT == lex.joins[at - 1]:
        before = lex.low[at - 1] in joints and lex.is_number(at - 2)
    if lex.joins[end] == ADJACENT == lex.joins[end + 1]:
        after = lex.low[end] in joints and lex.is_number(end + 1)
    return before or after


def _is_phone_number(lex: Lexemes, at: int) -> bool:
    """End of a telephone number: "+62 21 5550 1944"."""
    if at < 3 or lex.joins[at] != SPACED or lex.joins[at - 1] != SPACED:
        return False
    return lex.is_number(at - 1) and lex.is_number(at - 2) and len(lex.low[at - 1]) > 2


def _is_code(lex: Lexemes, at: int) -> bool:
    """Number after a sign: "A-2012", "+2012"; not "mid-2012"."""
    if at == 0 or lex.joins[at] != ADJACENT or lex.low[at - 1] not in "-/+*.:":
        return False
    return at < 2 or lex.low[at - 2] not in lexicon().guard_words.prefixes


def decade(scene: Scene, match: Match) -> bool:
    """Decade: "the 1990s", "the '90s", "the 90s"; not the rate "in the low-50s" or the age "in her 50s"."""
    short = next((at for at in range(match.start, match.end) if scene.lex.keys[at] == "#2"), None)
    return short is None or scene.lex.low[match.start] == "the" or scene.lex.low[short - 1] == "'"


def apart(scene: Scene, match: Match) -> bool:
    """Date in digits: "9/11", "2019-21"; not part of a longer number ("9/11/2015", "2021-33-99")."""
    lex = scene.lex
    if not lex.is_number(match.start):
        return True
    return not _is_joined(lex, match.start, match.end, "/+*.:" if lex.low[match.start + 1] == "/" else "-/+*.:")
