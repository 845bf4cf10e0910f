"""Guards of constructions: tests that a match is a date in its context.

The guards of digits, calendar names and relative dates are in ``figure_guards``, ``calendar_guards`` and
``relative_guards``.
"""

from __future__ import annotations

from collections.abc import Callable

from newsview.extraction.dates import calendar_guards, figure_guards, relative_guards
from newsview.extraction.dates.constructions import Match
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.lexicon import GUARDS


def is_date(scene: Scene, match: Match) -> bool:
    """Whether the guard of the construction accepts *match*."""
    if scene.lex.low[match.start] in GUARDS.unbound and scene.before(match.start) not in GUARDS.determiners:
        return False
    name = match.construction.name
    if match.parts.get("DEIXIS") == "following" and name != "span_of_units":
        return False
    guard = _GUARDS.get(name)
    return guard is None or guard(scene, match)


def _outside_names(scene: Scene, match: Match) -> bool:
    """Relative date: "last Friday"; not the film "Next Friday"."""
    return not scene.within_name(match)


_GUARDS: dict[str, Callable[[Scene, Match], bool]] = {
    "year": figure_guards.year,
    "old_date": figure_guards.old_date,
    "iso_date": figure_guards.apart,
    "numeric_date": figure_guards.apart,
    "compact_years": figure_guards.apart,
    "compact_day": figure_guards.apart,
    "month_year": figure_guards.apart,
    "event_day": figure_guards.apart,
    "decade": figure_guards.decade,
    "year_month_day": calendar_guards.year_first,
    "month": calendar_guards.month,
    "weekday": calendar_guards.weekday,
    "weekday_last": calendar_guards.weekday_last,
    "month_quarter": calendar_guards.month_quarter,
    "day_of_deictic_month": calendar_guards.day_of_month,
    "day_of_deictic_year": calendar_guards.of_deictic_year,
    "century": calendar_guards.century,
    "season": calendar_guards.season,
    "deictic_season": calendar_guards.season_named,
    "season_year": calendar_guards.season_named,
    "winter_years": calendar_guards.season_named,
    "holiday": calendar_guards.holiday,
    "neighbour_season": calendar_guards.of_deictic_year,
    "every_weekday": calendar_guards.weekdays,
    "quarter": calendar_guards.quarter,
    "latest_quarter": calendar_guards.quarter,
    "deictic_unit": relative_guards.deictic_unit,
    "span_of_units": relative_guards.span_of_units,
    "ahead": relative_guards.ahead,
    "every_unit": relative_guards.recurring,
    "neighbour_unit": relative_guards.single_unit,
    "first_units": relative_guards.first_units,
    "unit_before": relative_guards.at_clause_end,
    "later": relative_guards.at_clause_end,
    "near_day": relative_guards.near_day,
    "regularly": relative_guards.regularly,
    "part_of_today": relative_guards.part_of_today,
    "distance": relative_guards.distance,
    "weekday_of_deixis": _outside_names,
}
"""Guards by name of the construction in ``data/constructions.toml``."""
