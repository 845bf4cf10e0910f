"""Guards for words of relative dates in other uses: USA Today, every day life, for three days from Monday."""

from __future__ import annotations

from newsview.extraction.dates.constructions import Match
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.lexicon import GUARDS, HEDGES
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.syntax import NOUN_POS, VERB_POS


def at_clause_end(scene: Scene, match: Match) -> bool:
    """Unit at the end of a clause: "the day before"; not "the day before the vote"."""
    return scene.lex.low[match.end - 1] not in GUARDS.before_or_after or not scene.after(match.end)[:1].isalpha()


def regularly(scene: Scene, match: Match) -> bool:
    """Adverb of repetition: "meets annually"; not "a daily paper" or the rate "$6,000 annually"."""
    token = scene.doc[scene.tokens[match.start]]
    near = scene.doc[max(0, token.i - 4) : token.i]
    return token.pos_ == "ADV" and not any(other.like_num or other.pos_ == "NUM" for other in near)


def part_of_today(scene: Scene, match: Match) -> bool:
    """Part of the day: "this morning"; not "CBS This Morning"."""
    lex = scene.lex
    return not (lex.word(match.end - 1).istitle() and scene.before(match.start)) and near_day(scene, match)


def near_day(scene: Scene, match: Match) -> bool:
    """Day by its adverb: "today"; not "USA Today", "told the Today programme"."""
    if scene.before(match.start) == "usa":
        return False
    if scene.lex.word(match.start)[0].isupper() and scene.before(match.start) in GUARDS.before_names:
        return False
    return scene.entity(match.start) not in {"ORG", "WORK_OF_ART", "PERSON"}


def _is_end_of(scene: Scene, match: Match) -> bool:
    """Whether the unit is the last one of something: "the last month of the war"."""
    the = "the" in (scene.lex.low[match.start], scene.before(match.start))
    return the and scene.lex.low[match.end - 2] in GUARDS.ends and scene.after(match.end) == "of"


def deictic_unit(scene: Scene, match: Match) -> bool:
    """Unit by deixis: "last month"; not "in last years", "the last month of the war"."""
    return single_unit(scene, match) and not _is_end_of(scene, match)


def single_unit(scene: Scene, match: Match) -> bool:
    """Single unit: "last year"; not "in last years"."""
    return not scene.lex.low[match.end - 1].endswith("s")


def span_of_units(scene: Scene, match: Match) -> bool:
    """Period: "the past two years", "the past year"; not "STS-133 last month", "the coming weeks", "the last month of the war"."""
    return not _is_end_of(scene, match) and (match.parts.get("COUNT", 1) == 1) == single_unit(scene, match)


def ahead(scene: Scene, match: Match) -> bool:
    """Distance: "starts in two weeks"; not "the first time in ten years" or "in a day or two"."""
    if scene.before(match.start) in GUARDS.no_dates or _or_two(scene, match.end):
        return False
    return scene.doc[scene.tokens[match.start]].head.pos_ in VERB_POS


def distance(scene: Scene, match: Match) -> bool:
    """Distance: "two weeks from Monday"; not "for three days from Monday" or the rate "$40 more a year from April"."""
    if scene.lex.low[match.end - 1] != "from":
        return True
    back = 1
    while scene.before(match.start, back) in HEDGES.of_durations and back < 4:
        back += 1
    before = scene.before(match.start, back)
    if before in GUARDS.durations:
        return False
    rate = scene.lex.low[match.start] in FUNCTION.indefinite and match.start > 0
    previous = scene.doc[scene.tokens[match.start - 1]] if rate else None
    return previous is None or not (before in GUARDS.rates or previous.pos_ in {"NUM", "NOUN", "SYM"})


def _or_two(scene: Scene, end: int) -> bool:
    """Whether "or two" follows at *end*."""
    return scene.after(end) == "or" and scene.after(end + 1) == "two"


def recurring(scene: Scene, match: Match) -> bool:
    """Recurring unit: "every day"; not "his every day life"."""
    token = scene.doc[scene.tokens[match.end - 1]]
    return token.head.i != token.i + 1 or token.head.pos_ not in NOUN_POS


def first_units(scene: Scene, match: Match) -> bool:
    """First units: "the first nine months of 2022"; not "the second nine months"."""
    return match.parts.get("NTH", 1) == 1
