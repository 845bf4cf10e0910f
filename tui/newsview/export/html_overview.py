"""The overview of an article in the HTML page: speakers, dates and figures, each a link into the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from newsview.compare.overview import overview
from newsview.compare.overview_lines import DateLine, FigureLine, Overview, Place, Places, SpeakerLine
from newsview.export.reviewed import Reviewed

STATES = {
    "true": "= true",
    "false": "≠ false",
    "unclear": "? unclear",
    "noted": "with a note",
    "guessed": "speakers guessed",
    "not reviewed": "not reviewed",
}
"""What is counted besides the accepted and rejected facts, which the head of the page counts."""


def section(reviewed: Reviewed, keys: Mapping[str, str]) -> Iterator[str]:
    """The lines of the section; *keys* are the ids in the page by fact id. Nothing for an article without facts."""
    made = overview(reviewed.article, reviewed.facts, reviewed.review)
    if not made.facts:
        return
    yield '<details id="overview" open><summary>Overview</summary><div>'
    yield from _speakers(made, keys)
    yield from _dates(made, keys)
    yield from _figures(made, keys)
    counts = [f"{len(made.review[name]):,} {words}" for name, words in STATES.items() if made.review[name]]
    yield f"<p>{escape(' · '.join(counts))}</p>"
    yield "</div></details>"


def _link(place: Place, keys: Mapping[str, str], words: str) -> str:
    """*words* as a link to the fact in the article; alone for a place without a fact."""
    key = keys.get(place.fact or "")
    return f'<a href="#{key}-1">{escape(words)}</a>' if key else escape(words)


def _count(places: Places, keys: Mapping[str, str], name: str, of: str) -> str:
    """A cell: how many, with a link to the first."""
    shown = _link(places[0], keys, f"{len(places):,}") if places else "·"
    return f'<td title="{escape(of)} {name}">{shown}</td>'


def _speakers(made: Overview, keys: Mapping[str, str]) -> Iterator[str]:
    if not made.speakers:
        return
    columns = made.stances
    heads = "".join(f'<th scope="col">{name}</th>' for name in columns)
    yield f'<table><caption>Speakers</caption><thead><tr><th scope="col">speaker</th>{heads}</tr></thead><tbody>'
    for line in made.speakers:
        yield _speaker(line, columns, keys)
    yield "</tbody></table>"


def _speaker(line: SpeakerLine, columns: list[str], keys: Mapping[str, str]) -> str:
    role = f"<small>, {escape(line.role)}</small>" if line.role else ""
    guess = f" <small>({len(line.guessed)} guessed)</small>" if line.guessed else ""
    cells = "".join(_count(line.counts[name], keys, name, line.name) for name in columns)
    return f'<tr><th scope="row">{_link(line.places[0], keys, line.name)}{role}{guess}</th>{cells}</tr>'


def _dates(made: Overview, keys: Mapping[str, str]) -> Iterator[str]:
    if not made.dates:
        return
    yield '<table><caption>When</caption><tbody class="dates">'
    yield from (_date(line, keys) for line in made.dates)
    yield "</tbody></table>"


def _date(line: DateLine, keys: Mapping[str, str]) -> str:
    later = " <small>(later than the article)</small>" if line.later else ""
    return (
        f'<tr><th scope="row">{_link(line.place, keys, line.label)}{later}</th>'
        f"<td>{escape(line.sentence)} <small>({escape(line.words)})</small></td></tr>"
    )


def _figures(made: Overview, keys: Mapping[str, str]) -> Iterator[str]:
    if not made.figures:
        return
    yield "<table><caption>Figures, by what they are of</caption><tbody>"
    yield from (_figure_line(line, keys) for line in made.figures)
    yield "</tbody></table>"


def _figure_line(line: FigureLine, keys: Mapping[str, str]) -> str:
    parts = []
    for each in line.figures:
        by = f" <small>({escape(each.by)})</small>" if each.by else ""
        joint = f" {each.joint} " if each.joint else ""
        parts.append(f"{escape(joint)}{_link(each.place, keys, each.words)}{by}")
    return f'<tr><th scope="row">{escape(line.subject or "(of nothing named)")}</th><td>{"".join(parts)}</td></tr>'
