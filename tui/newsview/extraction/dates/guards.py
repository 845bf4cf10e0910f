"""Which readings are no dates: May the minister, 2012 people, the Sunday Times, the Winter Carnival."""

from __future__ import annotations

from collections.abc import Callable

from newsview.extraction.dates.constructions import Match
from newsview.extraction.dates.lexemes import ADJACENT, Lexemes
from newsview.extraction.dates.lexicon import lexicon
from newsview.extraction.dates.scene import Scene

SEASON_CUES = {
    "in",
    "the",
    "by",
    "since",
    "until",
    "till",
    "during",
    "from",
    "to",
    "through",
    "before",
    "after",
    "for",
    "last",
}
"""Words before a season that make it a time of a year."""

HEDGES = {"at", "least", "about", "around", "nearly", "almost", "up", "to", "some", "another", "a", "further", "or"}
"""Words between "for" and a stretch of time: "for at least three days"."""

UNBOUND = {"coming", "upcoming", "following", "past", "preceding"}
DETERMINERS = {"the", "this", "these", "those", "over", "in", "s", "its", "their"}
"""The coming Friday; not "following Friday's vote" or "coming Friday"."""


def is_date(scene: Scene, match: Match) -> bool:
    """Does *match* stand as a date where it stands?"""
    if scene.lex.low[match.start] in UNBOUND and scene.before(match.start) not in DETERMINERS:
        return False
    name = match.construction.name
    if match.parts.get("DEIXIS") == "following" and name != "span_of_units":
        return False
    guard = _GUARDS.get(name)
    return guard is None or guard(scene, match)


def _year(scene: Scene, match: Match) -> bool:
    """2012 is a year unless it counts something, is part of a title or of a longer number."""
    if match.end - match.start > 1:
        return True
    lex, at, end = scene.lex, match.start, match.end
    if scene.entity(at) == "WORK_OF_ART" or _code(lex, at) or _glued(lex, at, end):
        return False
    before, after = scene.before(at), scene.after(end)
    if before == "about" and scene.before(at, 2) in {"from", "in", "since", "by", "until"}:
        before = "from"
    stretch = after == "-" and lex.keys[end + 1] == "#4"
    if (before in lexicon().guard_words.counting and not stretch) or after in lexicon().guard_words.counted:
        return False
    if before == "of" and scene.before(at, 2) in lexicon().guard_words.amounts:
        return False
    label = scene.entity(at)
    following = scene.doc[min(scene.tokens[end - 1] + 1, len(scene.doc) - 1)]
    value = int(lex.low[at]) if lex.is_number(at) else 2000
    if after in {"bc", "bce"} or _is_address(scene, end, value):
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


def _is_address(scene: Scene, end: int, value: int) -> bool:
    """1600 Pennsylvania Avenue, 2012 Main Street."""
    lex = scene.lex
    if not scene.after(end) or not lex.word(end)[0].isupper():
        return False
    return value < 1900 or not set(lexicon().guard_words.streets).isdisjoint(lex.low[end : end + 3])


def _glued(lex: Lexemes, at: int, end: int, joints: str = "-/+*.:") -> bool:
    """Does one of *joints* tie it to another number: 2012/13/14, 10.1.20.2021?"""
    before = after = False
    if at > 1 and lex.joins[at] == ADJACENT == lex.joins[at - 1]:
        before = lex.low[at - 1] in joints and lex.is_number(at - 2)
    if lex.joins[end] == ADJACENT == lex.joins[end + 1]:
        after = lex.low[end] in joints and lex.is_number(end + 1)
    return before or after


def _code(lex: Lexemes, at: int) -> bool:
    """Is the number behind a hyphen or the like: A-2012, +2012, but mid-2012?"""
    if at == 0 or lex.joins[at] != ADJACENT or lex.low[at - 1] not in "-/+*.:":
        return False
    return at < 2 or lex.low[at - 2] not in lexicon().guard_words.prefixes


def _month(scene: Scene, match: Match) -> bool:
    """In July; but neither May the minister nor a march nor April, who laughed, nor Feb. 30."""
    lex, at = scene.lex, match.start
    if scene.within_name(match) or scene.after(match.end).isdecimal():
        return False
    low = lex.low[at]
    before, label = scene.before(at), scene.entity(at)
    if low in lexicon().guard_words.names_too and _is_surname(scene, at):
        return False
    cued = before in lexicon().guard_words.month_cues or scene.after(match.end) in {"-", "'"}
    if low in lexicon().guard_words.names_too or low in lexicon().month_abbreviations:
        token = scene.doc[scene.tokens[at]]
        return (cued and label in {"", "DATE"} and token.pos_ in {"PROPN", "NOUN"}) or label == "DATE"
    return label in {"", "DATE"} or cued


def _is_surname(scene: Scene, at: int) -> bool:
    """Does a name or a title stand before it: "Theresa May", "Mrs. June"?"""
    token = scene.doc[scene.tokens[at]]
    before = scene.doc[token.i - 1] if token.i else token
    return token.i > 0 and before.pos_ == "PROPN" and before.text[0].isupper() and scene.before(at) != ""


def _weekday(scene: Scene, match: Match) -> bool:
    """On Tuesday; neither Super Tuesday nor the Sunday Times nor Friday Night Lights."""
    if not scene.lex.word(match.start)[0].isupper():
        return False
    before = scene.before(match.start)
    if scene.after(match.end) in lexicon().guard_words.after_weekday:
        return False
    if scene.after(match.end) in lexicon().parts and scene.lex.word(match.end)[0].isupper():
        return False
    if before in lexicon().guard_words.named_weekdays or (before == "-" and scene.lex.joins[match.start] == ADJACENT):
        return before == "-"
    return not scene.within_name(match)


def _outside_names(scene: Scene, match: Match) -> bool:
    return not scene.within_name(match)


def _season_word(scene: Scene, match: Match) -> int:
    """The lexeme of the season's name in *match*."""
    return next(at for at in range(match.start, match.end) if scene.lex.low[at] in lexicon().seasons)


def _season_named(scene: Scene, match: Match) -> bool:
    """Spring 2021, next summer; neither a fall of 2012 feet nor "sales will fall next year" nor the Winter Carnival."""
    at = _season_word(scene, match)
    following = scene.after(match.end)
    if following in lexicon().guard_words.counted or scene.doc[scene.tokens[at]].pos_ not in {"NOUN", "PROPN"}:
        return False
    name_goes_on = bool(following) and scene.lex.word(match.end)[0].isupper() and following not in lexicon().months
    if match.end == at + 1 and scene.lex.word(at)[0].isupper() and name_goes_on:
        return False
    return not scene.within_name(match)


def _season(scene: Scene, match: Match) -> bool:
    """In the summer, by spring; neither the spring of a watch nor a fall in prices nor spring cleaning."""
    at = _season_word(scene, match)
    following = scene.after(match.end)
    if not _season_named(scene, match) or following == "of" or scene.before(match.start) not in SEASON_CUES:
        return False
    token = scene.doc[scene.tokens[at]]
    if token.head.i > token.i and token.dep_ in {"compound", "amod", "nmod"}:
        return False
    return scene.lex.low[at] != "fall" or (scene.entity(at) == "DATE" and following != "in")


def _century(scene: Scene, match: Match) -> bool:
    """The 19th century; not a batsman's 19th century."""
    return scene.before(match.start) not in {"his", "her", "their", "my", "your", "our"}


def _holiday(scene: Scene, match: Match) -> bool:
    """Labor Day, on Christmas; not a Christmas tree nor a happy Easter."""
    if scene.lex.low[match.end - 1] in {"day", "eve", "july", *lexicon().weekdays}:
        return scene.lex.word(match.end - 1)[0].isupper()
    before = scene.before(match.start)
    if before == "the":
        before = scene.before(match.start, 2)
    token = scene.doc[scene.tokens[match.end - 1]]
    owned = token.dep_ == "compound" and token.head.i == token.i + 1
    return not owned and (before in lexicon().guard_words.month_cues or before in {"at", "over", "near", "around"})


def _at_clause_end(scene: Scene, match: Match) -> bool:
    """The day before; but "the day before the vote" needs the vote's date."""
    return scene.lex.low[match.end - 1] not in {"before", "after"} or not scene.after(match.end)[:1].isalpha()


def _regularly(scene: Scene, match: Match) -> bool:
    """Meets annually; neither a daily paper nor "$6,000 annually", where it is a unit."""
    token = scene.doc[scene.tokens[match.start]]
    near = scene.doc[max(0, token.i - 4) : token.i]
    return token.pos_ == "ADV" and not any(other.like_num or other.pos_ == "NUM" for other in near)


def _weekdays(scene: Scene, match: Match) -> bool:
    """On Mondays; not the Happy Mondays."""
    return scene.before(match.start) in {"on", "and", "or", ",", "of"} and not scene.within_name(match)


def _part_of_today(scene: Scene, match: Match) -> bool:
    """A morning like this; not CBS This Morning."""
    lex = scene.lex
    return not (lex.word(match.end - 1).istitle() and scene.before(match.start)) and _near_day(scene, match)


def _decade(scene: Scene, match: Match) -> bool:
    """The 1990s, the '90s, the 90s; not a rate in the low-50s nor a woman in her 50s."""
    short = next((at for at in range(match.start, match.end) if scene.lex.keys[at] == "#2"), None)
    return short is None or scene.lex.low[match.start] == "the" or scene.lex.low[short - 1] == "'"


def _near_day(scene: Scene, match: Match) -> bool:
    """Today; not USA Today."""
    if scene.before(match.start) == "usa":
        return False
    return scene.entity(match.start) not in {"ORG", "WORK_OF_ART", "PERSON"}


def _single_unit(scene: Scene, match: Match) -> bool:
    """Last year; not "in last years"."""
    return not scene.lex.low[match.end - 1].endswith("s")


def _span_of_units(scene: Scene, match: Match) -> bool:
    """The past two years, the past year; neither "STS-133 last month" nor "the coming weeks"."""
    return (match.parts.get("COUNT", 1) == 1) == _single_unit(scene, match)


def _ahead(scene: Scene, match: Match) -> bool:
    """The trial starts in two weeks; not "the first time in ten years", nor the vague "in a day or two"."""
    if scene.before(match.start) in {"not", "time", "only"} or _or_two(scene, match.end):
        return False
    return scene.doc[scene.tokens[match.start]].head.pos_ in {"VERB", "AUX"}


def _distance(scene: Scene, match: Match) -> bool:
    """Two weeks from Monday; neither "for three days from Monday" nor "$40 more a year from April"."""
    if scene.lex.low[match.end - 1] != "from":
        return True
    back = 1
    while scene.before(match.start, back) in HEDGES and back < 4:
        back += 1
    before = scene.before(match.start, back)
    if before in {"for", "last", "lasts", "lasted", "lasting"}:
        return False
    rate = scene.lex.low[match.start] in {"a", "an"} and match.start > 0
    previous = scene.doc[scene.tokens[match.start - 1]] if rate else None
    return previous is None or not (before in {"more", "less"} or previous.pos_ in {"NUM", "NOUN", "SYM"})


def _or_two(scene: Scene, end: int) -> bool:
    return scene.after(end) == "or" and scene.after(end + 1) == "two"


def _recurring(scene: Scene, match: Match) -> bool:
    """Every day; not "his every day life"."""
    token = scene.doc[scene.tokens[match.end - 1]]
    return token.head.i != token.i + 1 or token.head.pos_ not in {"NOUN", "PROPN"}


def _of_deictic_year(scene: Scene, match: Match) -> bool:
    """The fall of last year; not "sales will fall next year"."""
    return "SEASON" not in match.parts or _season_named(scene, match)


def _first_units(scene: Scene, match: Match) -> bool:
    """The first nine months of 2022; not the second nine months of it."""
    return match.parts.get("NTH", 1) == 1


def _apart(scene: Scene, match: Match) -> bool:
    """9/11, 2019-21; not a stretch of a longer number: 9/11/2015, 2021-33-99. Two dates with slashes may share a dash."""
    lex = scene.lex
    if not lex.is_number(match.start):
        return True
    return not _glued(lex, match.start, match.end, "/+*.:" if lex.low[match.start + 1] == "/" else "-/+*.:")


def _quarter(scene: Scene, match: Match) -> bool:
    """The third quarter or "first-half" of a business, not of a game: the sentence must speak of money."""
    if scene.lex.low[match.end - 1] == "half" and scene.lex.low[match.end - 2] != "-":
        return False
    return scene.is_of_business(match.start)


_GUARDS: dict[str, Callable[[Scene, Match], bool]] = {
    "year": _year,
    "month": _month,
    "weekday": _weekday,
    "weekday_of_deixis": _outside_names,
    "iso_date": _apart,
    "numeric_date": _apart,
    "compact_years": _apart,
    "compact_day": _apart,
    "month_year": _apart,
    "day_of_deictic_year": _of_deictic_year,
    "century": _century,
    "season": _season,
    "deictic_season": _season_named,
    "season_year": _season_named,
    "winter_years": _season_named,
    "holiday": _holiday,
    "deictic_unit": _single_unit,
    "span_of_units": _span_of_units,
    "ahead": _ahead,
    "every_unit": _recurring,
    "event_day": _apart,
    "neighbour_unit": _single_unit,
    "neighbour_season": _of_deictic_year,
    "first_units": _first_units,
    "unit_before": _at_clause_end,
    "later": _at_clause_end,
    "near_day": _near_day,
    "regularly": _regularly,
    "every_weekday": _weekdays,
    "part_of_today": _part_of_today,
    "decade": _decade,
    "distance": _distance,
    "quarter": _quarter,
}
