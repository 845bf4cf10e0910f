"""Guards for calendar names that are part of other names: May the minister, the Sunday Times, the Winter Carnival."""

from __future__ import annotations

from newsview.extraction.dates.constructions import Match
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.lexicon import GUARDS, lexicon
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.lexemes import ADJACENT
from newsview.extraction.syntax import NOUN_POS


def month(scene: Scene, match: Match) -> bool:
    """Month name: "in July"; not "May" as a surname or verb, "a march", nor "Feb. 30"."""
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
    """Whether a name or title precedes: "Theresa May", "Mrs. June"."""
    token = scene.doc[scene.tokens[at]]
    before = scene.doc[token.i - 1] if token.i else token
    return token.i > 0 and before.pos_ == "PROPN" and before.text[0].isupper() and scene.before(at) != ""


def weekday(scene: Scene, match: Match) -> bool:
    """Weekday: "on Tuesday"; not "Super Tuesday", "the Sunday Times", "Friday Night Lights"."""
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


def weekday_last(scene: Scene, match: Match) -> bool:
    """Weekday with "last" or "next" after it: "on Thursday last"; not "on Thursday last year's winner"."""
    if match.parts["DEIXIS"] not in GUARDS.after_its_day or not weekday(scene, match):
        return False
    following = scene.after(match.end)
    return not following.isalnum() or following in GUARDS.joins_clauses


def year_first(scene: Scene, match: Match) -> bool:
    """Day after its year: "2014, Feb 17"; not "in 2014, Feb 17 was a Monday", "2014 Feb 17, 2015"."""
    at = match.start
    if scene.lex.low[at + 1] == "," and scene.before(at) in lexicon().guard_words.year_cues:
        return False
    behind = match.end + (scene.after(match.end) == ",")
    return scene.lex.keys[behind] != "#4" and not scene.after(behind).isdecimal()


def month_quarter(scene: Scene, match: Match) -> bool:
    """Quarter by its last month: "the March quarter"; not "the March quarter-final", "a March quarter mile"."""
    following = scene.after(match.end)
    if following == "-" or scene.entity(match.start) == "PERSON":
        return False
    return not set(GUARDS.of_quarters).intersection({following, scene.before(match.start)})


def day_of_month(scene: Scene, match: Match) -> bool:
    """Day of a relative month: "the first of next month"; not "the first of next month's meetings"."""
    return scene.after(match.end) != "'"


def weekdays(scene: Scene, match: Match) -> bool:
    """Weekdays in the plural: "on Mondays"; not "the Happy Mondays"."""
    return scene.before(match.start) in GUARDS.before_weekday and not scene.within_name(match)


def _season_word(scene: Scene, match: Match) -> int:
    """The lexeme of the season name in *match*."""
    return next(at for at in range(match.start, match.end) if scene.lex.low[at] in lexicon().seasons)


def season_named(scene: Scene, match: Match) -> bool:
    """Season of a year: "spring 2021", "next summer"; not "sales will fall next year", "the Winter Carnival"."""
    at = _season_word(scene, match)
    following = scene.after(match.end)
    if following in lexicon().guard_words.counted or scene.doc[scene.tokens[at]].pos_ not in NOUN_POS:
        return False
    name_goes_on = bool(following) and scene.lex.word(match.end)[0].isupper() and following not in lexicon().months
    if match.end == at + 1 and scene.lex.word(at)[0].isupper() and name_goes_on:
        return False
    return not scene.within_name(match)


def season(scene: Scene, match: Match) -> bool:
    """Season alone: "in the summer"; not "the spring of a watch", "a fall in prices", "spring cleaning"."""
    at = _season_word(scene, match)
    following = scene.after(match.end)
    if not season_named(scene, match) or following == "of" or scene.before(match.start) not in GUARDS.before_season:
        return False
    token = scene.doc[scene.tokens[at]]
    if token.head.i > token.i and token.dep_ in {"compound", "amod", "nmod"}:
        return False
    return scene.lex.low[at] != "fall" or (scene.entity(at) == "DATE" and following != "in")


def of_deictic_year(scene: Scene, match: Match) -> bool:
    """Season of a relative year: "the fall of last year"; not "sales will fall next year"."""
    return "SEASON" not in match.parts or season_named(scene, match)


def century(scene: Scene, match: Match) -> bool:
    """Century: "the 19th century"; not "his 19th century", a score in cricket."""
    return scene.before(match.start) not in FUNCTION.possessives


def holiday(scene: Scene, match: Match) -> bool:
    """Holiday: "Labor Day", "on Christmas"; not "a Christmas tree", "a happy Easter"."""
    if scene.lex.low[match.end - 1] in {"day", "eve", "july", *lexicon().weekdays}:
        return scene.lex.word(match.end - 1)[0].isupper()
    before = scene.before(match.start)
    if before == "the":
        before = scene.before(match.start, 2)
    token = scene.doc[scene.tokens[match.end - 1]]
    owned = token.dep_ == "compound" and token.head.i == token.i + 1
    return not owned and (before in lexicon().guard_words.month_cues or before in GUARDS.before_month)


def quarter(scene: Scene, match: Match) -> bool:
    """Quarter or half of a business year, in a sentence with financial terms; not "the third quarter" of a game."""
    if scene.lex.low[match.end - 1] == "half" and scene.lex.low[match.end - 2] != "-":
        return False
    return scene.is_of_business(match.start)
